#!/usr/bin/env python3
"""Muster beside other programs on the same files: dates in news, with dateparser's search_dates (Python, BSD), hard
pairs of names, with rapidfuzz and nomenklatura (Python, MIT), lists of people, with Splink (Python, MIT), and who says
what, with textacy on spaCy (Python, Apache 2.0 and MIT).

usage: bench/peers/run.py [dates|names|linkage|attribution]

MUSTER_PEERS names a Python that has the peers (default: this one):
    python3 -m venv build/peers && build/peers/bin/pip install dateparser rapidfuzz nomenklatura splink textacy
    MUSTER_PEERS=build/peers/bin/python bench/peers/run.py

spaCy's English pipelines are not on PyPI: `python -m spacy download en_core_web_sm` has them from its own site.
A peer that is not installed, or data that are absent, are skipped with a word.
"""
import csv
import glob
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "accuracy"), os.path.join(HERE, "..", "..", "tests")]
from linkage_peers import compare_lists  # noqa: E402
from measures import number, python, save, scorer  # noqa: E402
from muster_run import BINARY, run, shared  # noqa: E402

PEERS = os.environ.get("MUSTER_PEERS", sys.executable)
TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)


def only_days(gold, folder):
    """The corpus with the tags of whole days alone: a peer that answers in days can be held to these."""
    keep = lambda m: m[0] if re.search(r'value="\d{4}-\d\d-\d\d"|CREATION_TIME', m[1]) else m[2]
    os.mkdir(folder)
    for path in glob.glob(os.path.join(gold, "*.tml")):
        with open(path, encoding="utf-8", errors="replace") as file:
            save(os.path.join(folder, os.path.basename(path)), TIMEX.sub(keep, file.read()).encode())
    return folder


def read_dateparser(texts):
    return subprocess.run([PEERS, "-B", os.path.join(HERE, "dates_dateparser.py"), texts], capture_output=True, check=True).stdout


def read_muster(texts):
    return run("read", texts, timeout=600).stdout


def compare_dates(corpus, folder):
    gold, texts = shared("data", "dates", corpus), os.path.join(folder, "texts")
    python(scorer("score_dates.py"), "--texts", gold, texts)
    days = only_days(gold, os.path.join(folder, "days"))
    for name, read in (("muster", read_muster), ("dateparser", read_dateparser)):
        started = time.monotonic()
        found = save(os.path.join(folder, name + ".jsonl"), read(texts))
        took = time.monotonic() - started
        everything, right_days = python(scorer("score_dates.py"), gold, found), python(scorer("score_dates.py"), days, found)
        print(f"{corpus:<9} {name:<11} found at all F1 {number(r'^relaxed .*F1 ([.0-9]+)', everything):5.1f}, "
              f"extent exact F1 {number(r'^strict .*F1 ([.0-9]+)', everything):5.1f}, "
              f"whole days with the right value {number(r'^value .*R ([.0-9]+)', right_days):5.1f}, {took:.1f} s")


def show_pairs(name, truth, scored, microseconds, threshold="0.5"):
    out = python(scorer("score_pairs.py"), truth, scored, "--threshold", threshold)
    print(f"names     {name:<13} at {threshold} F1 {number(r'F1 ([.0-9]+)', out):.3f}, best F1 {number(r'best F1 ([.0-9]+)', out):.3f}, "
          f"calibration error {number(r'ECE ([.0-9]+)', out):.3f}, {microseconds}")


def microseconds_of_muster(truth, folder):
    """The two preparations and the comparison of a pair, as compare_names measures them on the same names."""
    program = os.path.join(os.path.dirname(BINARY), "compare_names")
    if not os.path.exists(program):
        return "time not measured: build the target compare_names"
    with open(truth, encoding="utf-8") as file:
        names = [row[column] for row in csv.DictReader(file) for column in ("name1", "name2")]
    out = subprocess.run([program, save(os.path.join(folder, "names.txt"), "\n".join(names).encode())], capture_output=True, check=True, text=True).stdout
    prepare, compare = number(r"^prepare +median +([.0-9]+)", out), number(r"^compare, shared words +median +([.0-9]+)", out)
    return f"{2 * prepare + compare:.1f} us a pair"


def compare_pairs(folder):
    truth = shared("data", "names", "name_pairs_half.csv")
    scored = save(os.path.join(folder, "muster.csv"), run("compare", "--pairs", truth, "--format", "csv").stdout)
    show_pairs("muster", truth, scored, microseconds_of_muster(truth, folder))
    for peer, threshold in (("nomenklatura", "0.7"), ("rapidfuzz", "0.8")):  # where each says "match" by itself, or is best
        done = subprocess.run([PEERS, "-B", os.path.join(HERE, "names_peers.py"), peer, truth], capture_output=True, check=False)
        if done.returncode != 0:
            print(f"names: {peer} skipped, not installed (see bench/peers/run.py)")
            continue
        took = float(done.stderr.decode().strip().splitlines()[-1])
        show_pairs(peer, truth, save(os.path.join(folder, "peer.csv"), done.stdout), f"{took:.1f} us a pair", threshold)


ATTRIBUTION_ROWS = ("tok_source", "tok_cue", "tok_content", "cue_ov", "content_ov", "content_j5", "trip_j5")


def show_attribution(name, gold, found, words, seconds):
    out = python(scorer("score_attribution.py"), gold, found)
    rows = [f"{row} P {number(rf'^{row} .*P +([.0-9]+)', out):.1f} R {number(rf'^{row} .*R +([.0-9]+)', out):.1f} "
            f"F1 {number(rf'^{row} .*F1 +([.0-9]+)', out):.1f}" for row in ATTRIBUTION_ROWS]
    print(f"attribution {name:<8} {words / seconds:.0f} words/s; " + ", ".join(rows))


def compare_attribution(folder):
    gold = shared("data", "attribution", "polnear", "dev")
    texts, words = os.path.join(gold, "text"), 0
    for path in glob.glob(os.path.join(texts, "*.txt")):
        with open(path, encoding="utf-8") as file:
            words += len(file.read().split())
    started = time.monotonic()
    found = read_muster(texts)
    show_attribution("muster", gold, save(os.path.join(folder, "muster.jsonl"), found), words, time.monotonic() - started)
    done = subprocess.run([PEERS, "-B", os.path.join(HERE, "attribution_textacy.py"), texts], capture_output=True, check=False)
    told = done.stderr.decode().strip().splitlines()
    if done.returncode != 0:
        print(f"attribution: textacy skipped, {told[-1] if told else 'it failed'} (see bench/peers/run.py)")
        return
    show_attribution("textacy", gold, save(os.path.join(folder, "textacy.jsonl"), done.stdout), words, float(told[-1]))


def compare_all_dates():
    if subprocess.run([PEERS, "-c", "import dateparser"], capture_output=True, check=False).returncode != 0:
        print("dates: skipped, dateparser is not installed (see bench/peers/run.py)")
        return
    for corpus in ("timebank", "aquaint"):
        try:
            with tempfile.TemporaryDirectory(prefix="muster-peers-") as folder:
                compare_dates(corpus, folder)
        except unittest.SkipTest as missing:
            print(f"dates: skipped, {missing}")


def main():
    wanted = sys.argv[1:] or ["dates", "names", "linkage", "attribution"]
    if not set(wanted) <= {"dates", "names", "linkage", "attribution"}:
        sys.exit(__doc__)
    if "dates" in wanted:
        compare_all_dates()
    if "names" in wanted:
        try:
            with tempfile.TemporaryDirectory(prefix="muster-peers-") as folder:
                compare_pairs(folder)
        except unittest.SkipTest as missing:
            print(f"names: skipped, {missing}")
    if "linkage" in wanted:
        with tempfile.TemporaryDirectory(prefix="muster-peers-") as folder:
            compare_lists(PEERS, folder)
    if "attribution" in wanted:
        try:
            with tempfile.TemporaryDirectory(prefix="muster-peers-") as folder:
                compare_attribution(folder)
        except unittest.SkipTest as missing:
            print(f"attribution: skipped, {missing}")


if __name__ == "__main__":
    main()
