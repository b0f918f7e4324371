"""How well Muster says who is who in invented lists whose truth is known: a roster in Cyrillic with slips of the hand
and missing dates, and a list of passports, as tools/make_example.py --linkage-only writes them.
"""
import csv
import json
import os
import re
import subprocess
import sys
from itertools import combinations

from muster_run import SOURCE, run

ROW = re.compile(r"(roster|passports)\.csv row (\d+)")


def make(folder, seed, rows):
    maker = os.path.join(SOURCE, "tools", "make_example.py")
    subprocess.run([sys.executable, "-B", maker, "--linkage-only", "--rows", str(rows), "--seed", str(seed), "--out", folder],
                   check=True, stderr=subprocess.DEVNULL)


def ids(places):
    """Row 2 of the roster, right below its header, is r1."""
    return [f"{name[0]}{int(row) - 1}" for name, row in ROW.findall(places)]


def listed(case, *flags):
    return [json.loads(line) for line in run("who", case, *flags, "--format", "jsonl").stdout.splitlines()]


class Linked:
    """What `muster brief` makes of the two lists, against the truth. Pairs are ids in order."""

    def __init__(self, folder, seed, rows=500):
        make(folder, seed, rows)
        case = os.path.join(folder, "linkage.case")
        run("brief", "-q", os.path.join(folder, "roster.csv"), os.path.join(folder, "passports.csv"), "-o", case, check=True)
        with open(os.path.join(folder, "truth.csv"), encoding="utf-8") as file:
            self.kinds = {tuple(sorted((row["id1"], row["id2"]))): row["kind"] for row in csv.DictReader(file)}
        self.merged = {pair for person in listed(case) for pair in combinations(sorted(ids(person["rows"])), 2)}
        self.unsure = {tuple(sorted(ids(pair["left_place"] + " " + pair["right_place"])))
                       for pair in listed(case, "--pairs") if pair["verdict"] == "unsure"}

    @property
    def true(self):
        return set(self.kinds)

    @property
    def wrong(self):
        return self.merged - self.true

    @property
    def missed(self):
        """True pairs that are neither merged nor shown as undecided."""
        return self.true - self.merged - self.unsure
