#!/usr/bin/env python3
"""Score the machine-readable zones read from pictures that tools/make_specimen_papers.py drew.

usage: score_papers.py READER FOLDER [--show]

READER is a command that prints the text of the picture named after it (no OCR of printed text is needed); "muster"
runs `muster read --no-ocr` and takes its JSON lines.
"""
import json
import os
import subprocess
import sys


def read_text(reader, path):
    if os.path.basename(reader) != "muster":
        return subprocess.run([reader, "-n", path], capture_output=True, check=False).stdout.decode()
    out = subprocess.run([reader, "read", "--no-ocr", "--format", "jsonl", path], capture_output=True, check=False).stdout
    return json.loads(out.splitlines()[0])["text"] if out else ""


def main():
    reader, folder = sys.argv[1:3]
    exact = total = wrong_signs = signs = 0
    with open(os.path.join(folder, "truth.tsv"), encoding="utf-8") as rows:
        for row in rows:
            name, truth = row.rstrip("\n").split("\t")
            found = read_text(reader, os.path.join(folder, name)).replace("\n", "|")[: len(truth)]
            total += 1
            exact += found == truth
            signs += len(truth)
            wrong_signs += len(truth) - sum(a == b for a, b in zip(found, truth))
            if found != truth and "--show" in sys.argv:
                print(f"{name}\n  {truth}\n  {found}")
    print(f"{total} papers: {exact} exact ({exact / total:.1%}), {wrong_signs} of {signs} signs wrong")


if __name__ == "__main__":
    main()
