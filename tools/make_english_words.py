#!/usr/bin/env python3
"""Make data/extract/english_words.tsv: the usual part of speech of common English words.

usage: make_english_words.py TREEBANK.conllu... > data/extract/english_words.tsv

A word is kept when it was seen at least twice and one part of speech holds 55 % of its uses. Nouns are
left out: a word that is not listed is taken for one.
"""
import sys
from collections import Counter, defaultdict

CLASS = {"VBD": "verb", "VBZ": "verb", "VBP": "verb", "VB": "verb", "MD": "verb", "VBG": "gerund",
         "VBN": "participle", "RB": "adverb", "RBR": "adverb", "JJ": "adjective", "JJR": "adjective",
         "JJS": "adjective"}


def main():
    seen = defaultdict(Counter)
    for path in sys.argv[1:]:
        for line in open(path, encoding="utf-8"):
            columns = line.rstrip("\n").split("\t")
            if len(columns) > 4 and columns[0].isdigit() and columns[1].isascii() and columns[1].isalpha():
                seen[columns[1].lower()][CLASS.get(columns[4], "other")] += 1
    print("# The usual part of speech of English words, counted by tools/make_english_words.py in the English Web\n"
          "# Treebank (Universal Dependencies, CC BY-SA 4.0) and GUM (Georgetown University Multilayer corpus, open\n"
          "# genres, CC BY 4.0 and CC BY-SA 4.0). This list is CC BY-SA 4.0.\n"
          "# class\twords")
    by_class = defaultdict(list)
    for word, counts in seen.items():
        name, count = counts.most_common(1)[0]
        total = sum(counts.values())
        if name != "other" and total >= 2 and count / total >= 0.55:
            by_class[name].append(word)
    for name in sorted(by_class):
        words = sorted(by_class[name])
        for at in range(0, len(words), 16):
            print(name + "\t" + " ".join(words[at:at + 16]))


main()
