"""Who is who in three public lists: Muster with no settings but the id column, beside Splink with the settings of its own
documentation, in one run on one machine.

Pairs are measured at 0.95 and at the threshold that suits the truth best, clusters by pairs and by B-cubed (Bagga and
Baldwin 1998). Neither program sees the truth: its column is taken out of the list first. Timed is the whole program,
from the list to a file of clusters; the pairs come from a further run.
"""
import csv
import os
import re
import subprocess
import sys
import time
import unittest
from collections import Counter
from dataclasses import dataclass

from muster_run import BINARY, shared

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = 3
SAME_PERSON = re.compile(r"rec-(\d+)-")


@dataclass(frozen=True)
class List:
    name: str
    file: str
    id: str
    truth: str | None  # the column, or None where the id tells


LISTS = [List("febrl3", "febrl3.csv", "rec_id", None), List("fake_1000", "fake_1000.csv", "unique_id", "cluster"),
         List("historical", "historical_half.csv", "unique_id", "cluster")]


def without_truth(one, folder):
    """The list without the column of the truth, and the truth: id to person."""
    path, truth = os.path.join(folder, one.file), {}
    with open(shared("data", "linkage", one.file), encoding="utf-8", newline="") as file, open(path, "w", encoding="utf-8", newline="") as out:
        rows, written = csv.reader(file), csv.writer(out)
        header = next(rows)
        names = [name.strip() for name in header]
        leave = names.index(one.truth) if one.truth else None
        for row in [header, *rows]:
            if row is not header:
                key = row[names.index(one.id)].strip()
                truth[key] = row[leave] if one.truth else SAME_PERSON.match(key)[1]
            written.writerow(cell for i, cell in enumerate(row) if i != leave)
    return path, truth


def run_measured(arguments):
    """Exit code, what it wrote on stderr, seconds of wall clock, megabytes at most."""
    if not os.path.exists(arguments[0]):
        return 127, f"{arguments[0]} is not there", 0.0, 0.0
    started = time.monotonic()
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    told = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, told, time.monotonic() - started, usage.ru_maxrss / 1024


def read_columns(path, *wanted):
    with open(path, encoding="utf-8", newline="") as file:
        return [tuple(row[name] for name in wanted) for row in csv.DictReader(file)]


def f1(right, found, true):
    return 2 * right / (found + true) if found + true else 0.0


def pairs_in(labels):
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def pair_figures(path, truth):
    """F1 of the pairs at 0.95, the best F1 and its threshold."""
    true = pairs_in(truth.values())
    pairs = sorted(((float(p), truth[a] == truth[b]) for a, b, p in read_columns(path, "id1", "id2", "probability") if p), reverse=True)
    at, best, threshold, right = 0.0, 0.0, 1.0, 0
    for count, (probability, same) in enumerate(pairs, 1):
        right += same
        now = f1(right, count, true)
        at = now if probability >= 0.95 else at
        if now > best and (count == len(pairs) or pairs[count][0] < probability):
            best, threshold = now, probability
    return at, best, threshold


def cluster_figures(path, truth):
    """F1 of the pairs that the clusters make, and of B-cubed."""
    cluster = dict(read_columns(path, "id", "cluster"))
    labels = {key: cluster.get(key) or f"alone {key}" for key in truth}
    both = Counter((labels[key], truth[key]) for key in truth)
    made, true = Counter(labels.values()), Counter(truth.values())
    right = sum(n * (n - 1) // 2 for n in both.values())
    pairwise = f1(right, pairs_in(labels.values()), pairs_in(truth.values()))
    precision = sum(n * n / made[label] for (label, _), n in both.items()) / len(truth)
    recall = sum(n * n / true[person] for (_, person), n in both.items()) / len(truth)
    return pairwise, 2 * precision * recall / (precision + recall)


@dataclass
class Program:
    name: str
    command: list     # from the list to its clusters; what is timed
    clusters: str
    pairs: str
    with_pairs: list  # what is added to the command to have the pairs too
    failed: str = ""
    seconds: float = float("inf")
    megabytes: float = float("inf")

    def run(self, more=()):
        """The best of all runs is kept, since other work on the machine only ever slows one."""
        if self.failed:
            return ""
        code, told, seconds, megabytes = run_measured([*self.command, *more])
        if code not in (0, 1):
            self.failed = "not installed (see bench/peers/run.py)" if code == 3 else (told.strip().splitlines() or [str(code)])[-1]
        elif not more:
            self.seconds, self.megabytes = min(self.seconds, seconds), min(self.megabytes, megabytes)
        return told

    def show(self, one, truth):
        if self.failed:
            print(f"{one.name}: {self.name} skipped, {self.failed}")
            return
        at, best, threshold = pair_figures(self.pairs, truth)
        pairwise, bcubed = cluster_figures(self.clusters, truth)
        print(f"{one.name:<11} {self.name:<13} pairs F1 {at:.4f} at 0.95, best {best:.4f} at {threshold:.3f}; clusters F1 {pairwise:.4f}, "
              f"B-cubed {bcubed:.4f}; {self.seconds:.2f} s, {self.megabytes:.0f} MB")


def compare_list(one, python, folder):
    path, truth = without_truth(one, folder)
    file = lambda name: os.path.join(folder, f"{one.name}.{name}.csv")
    ours = Program("muster", [BINARY, "dedupe", "-q", "--force", path, "--id", one.id, "--clusters", file("ours")], file("ours"), file("our-pairs"),
                   ["--pairs", file("our-pairs")])
    theirs = Program("splink", [python, "-B", os.path.join(HERE, "linkage_splink.py"), one.name, path, file("theirs")], file("theirs"),
                     file("their-pairs"), [file("their-pairs")])
    for _ in range(RUNS):
        ours.run()
        told = theirs.run()
    if not theirs.failed:
        theirs.name = "splink " + told.strip().splitlines()[-1]
    for program in (ours, theirs):
        program.run(program.with_pairs)
        program.show(one, truth)
    if not ours.failed and not theirs.failed:
        print(f"{one.name:<11} muster is {theirs.seconds / ours.seconds:.1f} times as fast in {ours.megabytes / theirs.megabytes:.2f} of the memory")


def compare_lists(python, folder):
    for one in LISTS:
        try:
            compare_list(one, python, folder)
        except unittest.SkipTest as missing:
            print(f"{one.name}: skipped, {missing}")
        except (OSError, KeyError, ValueError) as broken:
            print(f"{one.name}: {type(broken).__name__}: {broken}", file=sys.stderr)
