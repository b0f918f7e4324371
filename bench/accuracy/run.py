#!/usr/bin/env python3
"""Prints the figures of docs/accuracy.md, each with what makes it.

usage: bench/accuracy/run.py [PART...] [--cases]     every part, or those named; --cases: what each got wrong

MUSTER_BINARY names the program (build/release/muster), MUSTER_SHARED the data (../shared). A part whose data are
absent is skipped with a word.
"""
import os
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "..", "tests")]
from measures import PARTS  # noqa: E402


def show(part, cases):
    print(f"\n{part.name}: {part.tells}\n  {part.command}")
    started = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="muster-bench-") as folder:
            outcome = part.measure(folder)
    except (unittest.SkipTest, FileNotFoundError) as missing:
        print(f"  skipped: {missing}")
        return
    for name, value in outcome.figures.items():
        print(f"  {name:<36} {value:6.1f}")
    for note in outcome.notes:
        print(f"  ({note})")
    for case in outcome.wrong if cases else ():
        print(f"  wrong: {case}")
    print(f"  {time.monotonic() - started:.1f} s")


def main():
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    unknown = set(names) - {part.name for part in PARTS}
    if unknown or "--help" in sys.argv:
        sys.exit(f"{__doc__}\nparts: {', '.join(part.name for part in PARTS)}")
    for part in PARTS:
        if not names or part.name in names:
            show(part, "--cases" in sys.argv)


if __name__ == "__main__":
    main()
