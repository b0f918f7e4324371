#!/usr/bin/env python3
"""Makes data/names/cyrillic.tsv and data/names/word_counts.tsv.

    tools/make_names_words.py DATA_DIR

Reads tables/russian_romanisation_schemes.tsv, tables/kmu55_2010_ukrainian.tsv and names/politicians_half.tsv
of DATA_DIR.  Writes
    cyrillic.tsv      letter and its Latin in several schemes
    word_counts.tsv   words of names in Latin letters, plain lower case, with how many people bear them
"""
import collections
import os
import sys
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names")
FEWEST = 4
PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
# Letters that Russian lacks: Ukrainian by resolution 55, Belarusian, Serbian and Macedonian by their own use.
OTHER = {"і": "i", "ї": "i|yi", "є": "ie|ye", "ґ": "g", "ў": "u|w", "ђ": "dj|d", "ј": "j|y", "љ": "lj", "њ": "nj",
         "ћ": "c", "џ": "dz|dzh", "ѓ": "gj", "ќ": "kj", "ѕ": "dz"}


def plain(word):
    decomposed = unicodedata.normalize("NFD", word.lower().translate(PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def ascii_cells(cell):
    """"e|ye" -> "e|ye"; marks dropped, "-" for nothing."""
    out = []
    for form in cell.split("|"):
        form = "".join(c for c in plain(form) if c.isascii() and c.isalpha())
        out.append(form or "-")
    return "|".join(dict.fromkeys(out))


def write_cyrillic(data):
    rows = {}
    with open(os.path.join(data, "tables", "russian_romanisation_schemes.tsv"), encoding="utf-8") as lines:
        header = next(lines).lstrip("# ").rstrip("\n").split("\t")
        columns = [header.index(name) for name in ("wp_rus", "icao9303_passport2013", "scholarly", "german_duden")]
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(cells) > max(columns):
                rows[cells[0]] = [ascii_cells(cells[c]) for c in columns]
    for letter, form in OTHER.items():
        rows[letter] = [form.split("|")[-1], form.split("|")[0], form.split("|")[0], form.split("|")[-1]]
    ukrainian = {}
    for line in open(os.path.join(data, "tables", "kmu55_2010_ukrainian.tsv"), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) == 3 and len(cells[0]) == 1 and cells[0].isalpha():
            ukrainian[cells[0]] = cells[1:]
    with open(os.path.join(OUT, "cyrillic.tsv"), "w", encoding="utf-8") as out:
        out.write("# letter, English press, ICAO 9303 (passports since 2013), scholarly (marks dropped), German,\n"
                  "# Ukrainian (resolution 55 of 2010): inside, word-initial. Alternatives: a|b, the second after vowels and\n"
                  "# initially. - : nothing. Facts of the published schemes; the German column is habit, not a standard.\n")
        for letter in sorted(rows):
            inside, initial = ukrainian.get(letter, (rows[letter][0].split("|")[0], rows[letter][0].split("|")[-1]))
            out.write("\t".join([letter] + rows[letter] + [ascii_cells(inside), ascii_cells(initial)]) + "\n")


def write_counts(data):
    people = {}
    for line in open(os.path.join(data, "names", "politicians_half.tsv"), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 5 and cells[3] in ("_main", "en"):
            people.setdefault(cells[1], set()).update(words_of(cells[4]))
    counts = collections.Counter()
    for words in people.values():
        counts.update(words)
    with open(os.path.join(OUT, "word_counts.tsv"), "w", encoding="utf-8") as out:
        out.write(f"# word, bearers among {len(people)} politicians of the world (EveryPolitician, CC0); fewer than "
                  f"{FEWEST} left out.\n!people\t{len(people)}\n")
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if count >= FEWEST:
                out.write(f"{word}\t{count}\n")


def words_of(name):
    word = ""
    for c in plain(name) + " ":
        if c.isascii() and c.isalpha():
            word += c
            continue
        if len(word) > 1:
            yield word
        word = ""


if __name__ == "__main__":
    write_cyrillic(sys.argv[1])
    write_counts(sys.argv[1])
