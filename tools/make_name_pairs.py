#!/usr/bin/env python3
"""Makes pairs of names with verdicts from the US Treasury's list (OFAC, public domain), for tools/fit_name_pairs.cpp.

    tools/make_name_pairs.py DATA_DIR OUT_DIR

Reads names/ofac/sdn.csv and alt.csv of DATA_DIR; writes OUT_DIR/people.csv and OUT_DIR/organisations.csv: schema, name1,
name2, is_match. True: two names of one entry that share a word. False: names of two entries that share all words but one.
Entries that the list has twice make some of these verdicts wrong; give the files a small weight:

    build/release/fit_name_pairs name_pairs_half.csv people.csv:0.03 organisations.csv:0.005 > data/names/pair_weights.tsv
"""
import collections
import csv
import os
import random
import re
import sys

MOST = 700  # pairs of each verdict
COMMON = 60  # words that more names hold than this make no hard pairs


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return [row for row in csv.reader(file) if len(row) > 3]


def names_by_entry(folder):
    """Entry to its names, for people and for organisations."""
    people, bodies = collections.defaultdict(list), collections.defaultdict(list)
    of = {}
    for row in read(os.path.join(folder, "sdn.csv")):
        kind = row[2].strip()
        of[row[0]] = people if kind == "individual" else bodies if kind == "-0-" else None
        if of[row[0]] is not None:
            of[row[0]][row[0]].append(row[1])
    for row in read(os.path.join(folder, "alt.csv")):
        if of.get(row[0]) is not None:
            of[row[0]][row[0]].append(row[3])
    return people, bodies


def words(name):
    return set(re.findall(r"[a-z]{3,}", name.lower()))


def true_pairs(entries):
    pairs = [(a, b) for names in entries.values() for i, a in enumerate(names) for b in names[i + 1:] if a != b and words(a) & words(b)]
    random.shuffle(pairs)
    return pairs[:MOST]


def false_pairs(entries):
    holders = collections.defaultdict(list)
    for entry, names in entries.items():
        for name in names:
            for word in sorted(words(name)):
                holders[word].append((entry, name))
    usable = [held for held in holders.values() if 2 <= len(held) <= COMMON]
    pairs = []
    while len(pairs) < MOST:
        (entry, a), (other, b) = random.sample(random.choice(usable), 2)
        if entry != other and len(words(a) & words(b)) >= min(2, len(words(a)) - 1):
            pairs.append((a, b))
    return pairs


def write(path, schema, entries):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["schema", "name1", "name2", "is_match"])
        out.writerows([schema, a, b, "true"] for a, b in true_pairs(entries))
        out.writerows([schema, a, b, "false"] for a, b in false_pairs(entries))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    random.seed(3)
    people, bodies = names_by_entry(os.path.join(sys.argv[1], "names", "ofac"))
    write(os.path.join(sys.argv[2], "people.csv"), "Person", people)
    write(os.path.join(sys.argv[2], "organisations.csv"), "Company", bodies)


if __name__ == "__main__":
    main()
