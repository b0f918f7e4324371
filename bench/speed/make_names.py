"""Makes a long list of names, and queries for it, out of the invented and public names in ../shared/data/names:
given and family names are recombined within one script, each as often as it occurs; seeded, so that a run can be
repeated.

usage: make_names.py COUNT QUERIES NAMES.txt QUERIES.tsv
QUERIES.tsv: query TAB the name it was made from (empty: made up, absent from the list) TAB how it was made
"""
import csv
import random
import sys
import unicodedata
from collections import defaultdict

from muster_run import shared

CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ")))


def script(text):
    """The script of all letters of the text, or None."""
    scripts = {unicodedata.name(c, "?").split(" ")[0] for c in text if c.isalpha()}
    return scripts.pop() if len(scripts) == 1 else None


def name_parts():
    """Given and family names by script, with repeats."""
    given, family = defaultdict(list), defaultdict(list)
    with open(shared("data", "names", "people_synthetic_50k.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for parts, cells in ((given, (row["first_name"], row["middle_name"])), (family, (row["last_name"],))):
                for cell in cells:
                    if cell and script(cell):
                        parts[script(cell)].append(cell)
    with open(shared("data", "names", "politicians_half.tsv"), encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            words = cells[4].split() if cells[3] == "_main" else []
            if len(words) > 1 and script(cells[4]):
                given[script(cells[4])].extend(words[:-1])
                family[script(cells[4])].append(words[-1])
    return given, family


def make_name(pick, given, family, scripts, weights):
    which = pick.choices(scripts, weights)[0]
    words = [pick.choice(given[which])]
    if pick.random() < 0.3:
        words.append(pick.choice(given[which]))
    return " ".join(words + [pick.choice(family[which])])


def typo(pick, name):
    at = pick.randrange(1, len(name))
    kind = pick.randrange(3)
    if kind == 0:
        return name[:at] + name[at + 1:]
    if kind == 1:
        return name[:at] + name[at - 1] + name[at:]
    return name[:at - 1] + name[at] + name[at - 1] + name[at + 1:]


def make_query(pick, name):
    """A way to write the name, and what it is called."""
    words = name.split(" ")
    kind = pick.choice(["same", "typo", "typo", "order", "dropped", "script"])
    if kind == "typo":
        return typo(pick, name), kind
    if kind == "order" or (kind == "dropped" and len(words) < 3):
        return " ".join(words[-1:] + words[:-1]), "order"
    if kind == "dropped":
        return " ".join([words[0], words[-1]]), kind
    if kind == "script" and script(name) == "CYRILLIC":
        return "".join(CYRILLIC.get(c, c) for c in name.lower()), kind
    return name.upper(), "same"


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    count, queries = int(sys.argv[1]), int(sys.argv[2])
    pick = random.Random(20251122)
    given, family = name_parts()
    scripts = [s for s in given if len(given[s]) > 50 and len(family[s]) > 50]
    weights = [len(family[s]) for s in scripts]
    chosen = {pick.randrange(count) for _ in range(queries)}
    asked = []
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        for i in range(count):
            name = make_name(pick, given, family, scripts, weights)
            file.write(name + "\n")
            if i in chosen:
                asked.append(name)
    with open(sys.argv[4], "w", encoding="utf-8") as file:
        for name in asked:
            query, kind = make_query(pick, name)
            file.write(f"{query}\t{name}\t{kind}\n")
        for _ in range(queries // 10):
            words = make_name(pick, given, family, scripts, weights).split(" ")
            file.write(" ".join(w[:2] + w[::-1] for w in words) + "\t\tabsent\n")


if __name__ == "__main__":
    main()
