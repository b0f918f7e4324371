#!/usr/bin/env python3
"""Makes a list of invented people, some of them several times with errors, after the published description of Febrl's
generator (P. Christen and A. Pudjijono, "Accurate synthetic generation of realistic personal information", PAKDD 2009):
originals are drawn from tables of frequencies, and each may have duplicates, in which fields are mistyped, misread,
misheard, swapped, moved or left out.

usage: make_people.py ROWS [--out FILE.csv] [--seed N] [--duplicates zipf|poisson|uniform|none] [--share 0.5] [--most 9]
                      [--changes 4] [--families 0] [--clean-order]

--share is the share of rows that are duplicates; --most the most duplicates one person has; --changes the most changes
in one of them; --families the share of people who share a surname, an address and a telephone with the one before, which
is hard on whoever takes fields for independent. The rows are shuffled unless --clean-order. Columns: id, given_name, surname, street_number, street,
suburb, postcode, state, date_of_birth, phone, ssn, cluster; `cluster` is the truth and no evidence.
Names and towns are those that ship in data/; how often each comes falls off as it does among people (Zipf).
"""
import argparse
import os
import random
import sys
from bisect import bisect
from itertools import accumulate

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data")
COLUMNS = ["id", "given_name", "surname", "street_number", "street", "suburb", "postcode", "state", "date_of_birth", "phone", "ssn", "cluster"]
GIVEN, SURNAME, NUMBER, STREET, SUBURB, POSTCODE, STATE, BORN, PHONE, SSN = range(10)

# How often a change falls on each field, and the kinds of change that befall it with their weights.
SHARES = [18, 16, 8, 12, 10, 8, 4, 10, 8, 6]
TEXT = {"typo": 45, "phonetic": 15, "ocr": 8, "missing": 10, "word": 4, "other": 8}
KINDS = [dict(TEXT, nickname=10), TEXT, {"typo": 60, "missing": 30, "ocr": 10}, TEXT, TEXT, {"typo": 70, "missing": 20, "ocr": 10},
         {"missing": 50, "typo": 30, "other": 20}, {"typo": 40, "missing": 25, "day_month": 20, "ocr": 5, "first_of_january": 10},
         {"typo": 55, "missing": 35, "other": 10}, {"typo": 60, "missing": 35, "ocr": 5}]
SWAPS = [(GIVEN, SURNAME), (STREET, SUBURB), (NUMBER, STREET)]
SWAP_SHARE = 0.06  # of all changes

KEYBOARD = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
OCR = {"rn": "m", "m": "rn", "cl": "d", "d": "cl", "l": "1", "i": "l", "o": "0", "0": "o", "1": "l", "5": "s", "s": "5", "8": "b", "b": "6", "6": "b",
       "g": "9", "e": "c", "vv": "w", "u": "v", "h": "b", "n": "ri"}
SOUNDS = [("ph", "f"), ("f", "ph"), ("ck", "k"), ("k", "c"), ("c", "k"), ("ie", "y"), ("y", "i"), ("ee", "ea"), ("ea", "ee"), ("tt", "t"), ("ll", "l"),
          ("ss", "s"), ("nn", "n"), ("mm", "m"), ("th", "t"), ("z", "s"), ("s", "z"), ("gh", "g"), ("wh", "w"), ("au", "o"), ("ou", "u"), ("ei", "ai"),
          ("x", "ks"), ("j", "g"), ("v", "w"), ("a", "e"), ("e", "a"), ("o", "u")]
STREETS = ["street", "road", "avenue", "lane", "place", "close", "court", "drive", "way", "crescent"]


def neighbours():
    near = {}
    for y, row in enumerate(KEYBOARD):
        for x, key in enumerate(row):
            around = [(y, x - 1), (y, x + 1), (y - 1, x), (y - 1, x + 1), (y + 1, x - 1), (y + 1, x)]
            near[key] = "".join(KEYBOARD[j][i] for j, i in around if 0 <= j < 4 and 0 <= i < len(KEYBOARD[j]))
    return near


class Drawn:
    """Draws values by weight, or by rank as Zipf's law has it."""

    def __init__(self, values, weights=None, exponent=1.0, shift=2.0):
        self.values = values
        self.sums = list(accumulate(weights or [1 / (rank + shift) ** exponent for rank in range(len(values))]))

    def one(self, pick):
        return self.values[min(bisect(self.sums, pick() * self.sums[-1]), len(self.values) - 1)]


def table(*path):
    with open(os.path.join(DATA, *path), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line[0] not in "#!\n"]


def is_plain(word):
    return len(word) > 2 and word.isascii() and word.isalpha()


def names():
    """Given names and surnames, the commonest first, and nicknames."""
    nicknames = {cells[0]: cells[1:] for cells in table("names", "nicknames_en.tsv") if len(cells) > 1}
    listed = {word.lower() for cells in table("extract", "first_names.tsv") for word in cells[-1].split()}
    no_names = {word for cells in table("names", "word_roles.tsv") for word in cells[1].split()}
    counted = {cells[0]: int(cells[1]) for cells in table("names", "word_counts.tsv") if is_plain(cells[0]) and cells[0] not in no_names}
    given = sorted((w for w in listed | set(nicknames) if is_plain(w)), key=lambda w: (-counted.get(w, 0), w))
    surnames = [w for w in sorted(counted, key=lambda w: (-counted[w], w)) if w not in listed and w not in nicknames]
    return given, surnames, nicknames


def towns():
    """Of the United States: (people in hundreds, name, state), the largest first."""
    rows = [(int(cells[7]), cells[0], cells[3].lower()) for cells in table("extract", "places.tsv") if cells[2] == "US" and cells[3].isalpha()]
    rows = [row for row in rows if row[1].replace(" ", "").isascii() and row[1].replace(" ", "").isalpha()]
    return sorted(rows, key=lambda row: (-row[0], row[1], row[2]))


class People:
    def __init__(self, seed, families):
        self.random = random.Random(seed)
        self.pick = self.random.random
        self.families = families
        given, surnames, self.nicknames = names()
        places = towns()
        # Rarer surnames are named after places, as many are; the counted ones come first.
        tail = [name for _, name, _ in places if " " not in name and len(name) < 13]
        surnames = list(dict.fromkeys(surnames + tail))
        order = random.Random(1)
        order.shuffle(tail)
        self.given, self.surnames = Drawn(given, shift=8.0), Drawn(surnames, shift=20.0)
        self.streets = Drawn(list(dict.fromkeys(tail)), exponent=0.7, shift=10.0)
        codes = order.sample(range(10_000, 99_999), len(places))
        self.towns = Drawn([(name, f"{code}", state) for (_, name, state), code in zip(places, codes)], [count + 5 for count, _, _ in places])
        self.before = None

    def below(self, limit):
        return int(self.pick() * limit)

    def day(self):
        year = 1925 + self.below(85)
        return f"{year}-{1 + self.below(12):02}-{1 + self.below(28 if self.pick() < 0.95 else 30):02}"

    def one(self):
        if self.before and self.pick() < self.families:
            home = self.before
        else:
            town, code, state = self.towns.one(self.pick)
            home = [None, self.surnames.one(self.pick), str(1 + int(300 * self.pick() ** 2)), f"{self.streets.one(self.pick)} {STREETS[self.below(10)]}",
                    town, code, state, None, f"0{self.below(9) + 1}{self.below(100_000_000):08}"]
        person = [self.given.one(self.pick), *home[1:7], self.day(), home[8], f"{self.below(1_000_000_000):09}"]
        self.before = person
        return person


class Errors:
    def __init__(self, people, most_changes):
        self.people, self.most = people, most_changes
        self.pick, self.below = people.pick, people.below
        self.near = neighbours()
        self.fields = Drawn(list(range(10)), SHARES)
        self.kinds = [Drawn(list(kinds), list(kinds.values())) for kinds in KINDS]
        self.counts = Drawn(list(range(1, most_changes + 1)), exponent=1.0, shift=1.0)
        self.others = {GIVEN: people.given, SURNAME: people.surnames}

    def duplicate(self, person):
        """A copy with at least one change, at most two in a field."""
        copy = person[:]
        times = [0] * 10
        for _ in range(self.counts.one(self.pick)):
            if self.pick() < SWAP_SHARE:
                a, b = SWAPS[self.below(len(SWAPS))]
                copy[a], copy[b] = copy[b], copy[a]
                continue
            field = self.fields.one(self.pick)
            if times[field] < 2 and copy[field]:
                times[field] += 1
                copy[field] = getattr(self, self.kinds[field].one(self.pick))(copy[field], field)
        return copy

    def missing(self, _text, _field):
        return ""

    def typo(self, text, _field):
        at, kind = self.below(len(text)), self.below(5)
        if kind == 0:
            return text[:at] + self.beside(text[at]) + text[at:]
        if kind == 1 and len(text) > 1:
            return text[:at] + text[at + 1:]
        if kind == 2 and len(text) > 1:
            at = max(at, 1)
            return text[:at - 1] + text[at] + text[at - 1] + text[at + 1:]
        return text[:at] + self.beside(text[at]) + text[at + 1:]

    def beside(self, sign):
        keys = self.near.get(sign) or sign
        if sign.isdigit():
            return str(self.below(10))
        return keys[self.below(len(keys))]

    def ocr(self, text, field):
        return self.replaced(text, list(OCR.items()), field)

    def phonetic(self, text, field):
        return self.replaced(text, SOUNDS, field)

    def replaced(self, text, rules, field):
        """One rule that fits, at the place where it fits first; a slip of the hand where none does."""
        start = self.below(len(rules))
        for i in range(len(rules)):
            old, new = rules[(start + i) % len(rules)]
            at = text.find(old, 1)
            if at > 0:
                return text[:at] + new + text[at + len(old):]
        return self.typo(text, field)

    def word(self, text, field):
        """Two words joined or in the other order, or one cut in two."""
        words = text.split(" ")
        if len(words) > 1:
            return "".join(words) if self.pick() < 0.5 else " ".join(words[1:] + words[:1])
        at = 1 + self.below(max(len(text) - 1, 1))
        return self.typo(text, field) if len(text) < 5 else f"{text[:at]} {text[at:]}"

    def other(self, text, field):
        """Another value altogether: a new name, an old address, a new telephone."""
        if field in self.others:
            return self.others[field].one(self.pick)
        home = self.people.towns.one(self.pick)
        return {STREET: lambda: f"{self.people.streets.one(self.pick)} {STREETS[self.below(10)]}", SUBURB: lambda: home[0], STATE: lambda: home[2],
                PHONE: lambda: f"0{self.below(9) + 1}{self.below(100_000_000):08}"}.get(field, lambda: text)()

    def nickname(self, text, field):
        short = self.people.nicknames.get(text)
        return short[self.below(len(short))] if short else self.phonetic(text, field)

    def day_month(self, text, _field):
        parts = text.split("-")
        return "-".join([parts[0], parts[-1], *parts[1:-1]])

    def first_of_january(self, text, _field):
        return text[:4] + "-01-01"


def duplicates_of(kind, most, people):
    """A function that says how many duplicates the next person who has any gets."""
    if kind == "uniform":
        return lambda: 1 + people.below(most)
    weights = [1 / (n + 1) for n in range(most)]
    if kind == "poisson":
        weights = list(accumulate(range(1, most + 1), lambda w, n: w * 1.5 / n, initial=1.0))[1:]
    counts = Drawn(list(range(1, most + 1)), weights)
    return lambda: counts.one(people.pick)


def make(options):
    """Rows without ids: the cells, and the number of the person."""
    people = People(options.seed, options.families)
    errors = Errors(people, options.changes)
    copies = 0 if options.duplicates == "none" else round(options.rows * options.share)
    originals = options.rows - copies
    count = duplicates_of(options.duplicates, options.most, people)
    mean = sum(count() for _ in range(2000)) / 2000
    chance = min(1.0, copies / max(originals, 1) / mean)
    person, left = 0, copies
    while person < originals or left > 0:
        original = people.one()
        yield original, person
        if left > 0 and (person >= originals or people.pick() < chance):
            for _ in range(min(count(), left)):
                left -= 1
                yield errors.duplicate(original), person
        person += 1


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("--out", default="-")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--duplicates", choices=["zipf", "poisson", "uniform", "none"], default="zipf")
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--most", type=int, default=9)
    parser.add_argument("--changes", type=int, default=4)
    parser.add_argument("--families", type=float, default=0.0)
    parser.add_argument("--clean-order", action="store_true")
    options = parser.parse_args()
    lines = [f"{','.join(cells)},p{person}\n" for cells, person in make(options)]  # no cell holds a comma or a quote
    del lines[options.rows:]
    if not options.clean_order:
        random.Random(options.seed).shuffle(lines)
    with (sys.stdout if options.out == "-" else open(options.out, "w", encoding="utf-8")) as out:
        out.write(",".join(COLUMNS) + "\n")
        out.writelines(f"r{i},{line}" for i, line in enumerate(lines, 1))


if __name__ == "__main__":
    main()
