#!/usr/bin/env python3
"""Makes data/names/cyrillic_words.tsv: words of names in Cyrillic whose Latin form no table of letters gives.

    tools/make_names_cyrillic.py DATA_DIR

Reads names/words_russian_train.tsv of DATA_DIR (Latin TAB Cyrillic letters, spaced TAB count; Wikidata, CC0) and
data/names/cyrillic_schemes.tsv.  A row: the Cyrillic word as names/cyrillic.cpp folds it, its Latin spellings,
commonest first; "!" opens the row of a word that is hardly ever spelled by a scheme (Джон).
"""
import collections
import os
import re
import sys
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names")
FEWEST = 3         # people
LEAST_SHARE = 0.05
MOST = 3           # spellings of a word
SURE = 0.6
FOLDS = str.maketrans({"э": "е", "ё": "е", "є": "е", "і": "и", "ї": "и", "ы": "и", "й": "и", "ґ": "г", "ь": "", "ъ": "",
                       "'": "", "’": ""})
SOUNDS = [("schtsch", "s"), ("tsch", "c"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("zh", "z"), ("sh", "s"),
          ("ch", "c"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("cz", "c"),
          ("ck", "k"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"), ("q", "k"), ("w", "v"),
          ("y", "i"), ("j", "i")]


def plain(word):
    word = word.lower().translate(str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}))
    return "".join(c for c in unicodedata.normalize("NFD", word) if c.isascii() and c.isalpha())


def fold(reading):
    """As fold_sound in names/words.cpp."""
    out, at = "", 0
    while at < len(reading):
        rule = next(((a, b) for a, b in SOUNDS if reading.startswith(a, at)), (reading[at], reading[at]))
        for c in rule[1]:
            out += c if not out.endswith(c) else ""
        at += len(rule[0])
    return out


def schemes():
    """{letters: Latin} of a few schemes for Russian, over the base."""
    found = collections.defaultdict(dict)
    for line in open(os.path.join(OUT, "cyrillic_schemes.tsv"), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and cells[1] in ("*", "ru") and cells[2] == "any":
            found[cells[0]].update(cell.split("=") for cell in cells[3].split(" "))
    base = found.pop("base")
    return [{**base, **found[name]} for name in ("press", "icao", "scholarly", "german")]


def by_letters(word, scheme):
    return "".join(scheme.get(c, "").strip("_") for c in word)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    words = collections.defaultdict(collections.Counter)
    for line in open(os.path.join(sys.argv[1], "names", "words_russian_train.tsv"), encoding="utf-8"):
        latin, native, count = line.rstrip("\n").split("\t")
        native = native.replace(" ", "").lower()
        if re.fullmatch("[а-яё'’]{2,}", native) and plain(latin):
            words[native][plain(latin)] += int(count)
    rows = collections.defaultdict(collections.Counter)
    spelled = collections.Counter()
    tables = schemes()
    for native, counts in words.items():
        own = {fold(by_letters(native, table)) for table in tables}
        for latin, count in counts.items():
            key = native.translate(FOLDS)
            if fold(latin) in own:
                spelled[key] += count
            else:
                rows[key][latin] += count
    with open(os.path.join(OUT, "cyrillic_words.tsv"), "w", encoding="utf-8") as out:
        out.write("# word in folded Cyrillic, Latin spellings that no scheme gives, commonest first; !: schemes hardly ever spell it\n"
                  "# right. Counted by tools/make_names_cyrillic.py over words_russian_train.tsv (Wikidata, CC0).\n")
        for key in sorted(rows):
            total = sum(rows[key].values()) + spelled[key]
            kept = [(latin, n) for latin, n in rows[key].most_common(MOST) if n >= FEWEST and n / total >= LEAST_SHARE]
            if kept:
                sure = kept[0][1] / total >= SURE
                out.write(("!" if sure else "") + key + "\t" + " ".join(latin for latin, _ in kept) + "\n")


main()
