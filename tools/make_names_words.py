#!/usr/bin/env python3
"""Makes data/names/word_counts.tsv.

    tools/make_names_words.py DATA_DIR

Reads names/politicians_half.tsv of DATA_DIR.  Writes
    word_counts.tsv   words of names in Latin letters, plain lower case, with how many people bear them
"""
import collections
import os
import sys
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names")
FEWEST = 4
PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


def plain(word):
    decomposed = unicodedata.normalize("NFD", word.lower().translate(PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


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
    write_counts(sys.argv[1])
