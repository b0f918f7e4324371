#!/usr/bin/env python3
"""Make data/extract/first_names.tsv from a table of invented people with the columns first_name and last_name.

usage: make_first_names.py people.csv > data/extract/first_names.tsv

Keeps first names in Latin or Cyrillic letters that are not also common words or seen more often as a family name.
"""
import csv
import re
import sys
from collections import Counter

NOT_NAMES = set("""april august june may summer autumn angel will mark bill rose grace hope faith joy dawn lance chase
    art page may china india israel jordan chad georgia virginia carolina paris london austin dallas madison lincoln
    jackson kennedy washington sydney the and van von de la del bin al el prince king major general mercy iris olive""".split())


def main():
    first, last = Counter(), Counter()
    for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
        first.update(row["first_name"].split())
        last.update(row["last_name"].split())
    print("# First names, by tools/make_first_names.py from the invented people of yente (OpenSanctions, MIT licence,\n"
          "# Copyright 2021 OpenSanctions).\n# names")
    names = sorted(name for name, count in first.items()
                   if re.fullmatch(r"[^\W\d_][\w'’ʼ-]+", name) and re.match(r"[A-Za-zÀ-ɏЀ-ӿ]", name)
                   and count > last[name] and name.lower() not in NOT_NAMES)
    for at in range(0, len(names), 12):
        print(" ".join(names[at:at + 12]))


main()
