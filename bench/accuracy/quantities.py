#!/usr/bin/env python3
"""Check quantities against cases in the format of Recognizers-Text: JSON lists of {Input, Results: [{Resolution}]}.

usage: quantities.py MUSTER CASES_DIR    (MUSTER: a program that takes `read --format jsonl FILE...`)

CASES_DIR holds Number/English/NumberModel.json, NumberRangeModel.json, PercentModel.json and
NumberWithUnit/English/CurrencyModel.json.  Each Input becomes one file.  A value is found when some quantity of the
case has it (a range: the same ends); the share of the values found is printed a model.  This is a check of sanity and
no bar: those cases hold ordinals, fractions and lone pronouns that are no quantities here.
"""
import json
import os
import subprocess
import sys
import tempfile

MODELS = ["Number/English/NumberModel.json", "Number/English/NumberRangeModel.json", "Number/English/PercentModel.json",
          "NumberWithUnit/English/CurrencyModel.json"]


def wanted(resolution):
    value = str((resolution or {}).get("value", "")).rstrip("%")
    if value[:1] in "([" and "," in value:
        ends = [e.strip() for e in value[1:-1].split(",")]
        return tuple(float(e) if e not in ("", "-inf", "inf") else None for e in ends)
    try:
        return float(value)
    except ValueError:
        return None


def holds(quantities, value):
    near = lambda a, b: a is not None and abs(a - b) <= 1e-6 * max(1, abs(b))
    for q in quantities:
        if isinstance(value, tuple):
            low, high = value
            low_fits = (q.get("low") in (0, None)) if low is None else near(q.get("low"), low)
            high_fits = q.get("high") is None if high is None else near(q.get("high"), high)
            if low_fits and high_fits:
                return True
        elif near(q.get("value"), value):
            return True
    return False


def run(program, cases):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, case in enumerate(cases):
            names.append(os.path.join(folder, "%05d.txt" % i))
            with open(names[-1], "w", encoding="utf-8") as f:
                f.write(case["Input"])
        out = subprocess.run([*program, *names], capture_output=True, text=True, check=False).stdout
    found = {}
    for line in out.splitlines():
        document = json.loads(line)
        found[int(os.path.basename(document["document"]["name"])[:5])] = document["quantities"]
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program = sys.argv[1].split() if " " in sys.argv[1] else [sys.argv[1], "read", "--format", "jsonl"]
    for model in MODELS:
        path = os.path.join(sys.argv[2], model)
        cases = [c for c in json.load(open(path, encoding="utf-8-sig")) if c.get("Results")]
        found = run(program, cases)
        total = hit = 0
        for i, case in enumerate(cases):
            for result in case["Results"]:
                value = wanted(result.get("Resolution"))
                if value is None:
                    continue
                total += 1
                hit += holds(found.get(i, []), value)
        print("%-45s %4d of %4d values (%.1f %%)" % (model, hit, total, 100 * hit / max(1, total)))


if __name__ == "__main__":
    main()
