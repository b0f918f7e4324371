"""The frozen accuracy run: no figure of bench/accuracy/frozen.json may fall by more than half a point.

`-v` prints what each part won and lost, case by case where it names its cases. MUSTER_APPROVE=1 writes the figures
reached into frozen.json; a part whose data are absent keeps its figures and is skipped.
"""
import json
import os
import sys
import tempfile
import unittest

from muster_run import SOURCE

sys.path.insert(0, os.path.join(SOURCE, "bench", "accuracy"))
from measures import PARTS  # noqa: E402

FROZEN = os.path.join(SOURCE, "bench", "accuracy", "frozen.json")
LEEWAY = 0.5
MOST_CASES = 60  # a part that gets more wrong keeps its figures only
APPROVE = os.environ.get("MUSTER_APPROVE") == "1"


def load():
    if not os.path.exists(FROZEN):
        return {}
    with open(FROZEN, encoding="utf-8") as file:
        return json.load(file)


def measure(part):
    try:
        with tempfile.TemporaryDirectory(prefix="muster-accuracy-") as folder:
            return part.measure(folder)
    except FileNotFoundError as missing:
        raise unittest.SkipTest(f"{part.name}: no {missing}") from missing


def tell(part, frozen, outcome):
    """Won and lost, on one line each."""
    for name, value in outcome.figures.items():
        if abs(value - frozen["figures"].get(name, value)) >= 0.05:
            print(f"\n{part.name}: {name} {frozen['figures'][name]} -> {value:.1f}", end="")
    if not frozen["wrong"]:
        return
    won = [case for case in frozen["wrong"] if case not in outcome.wrong]
    lost = [case for case in outcome.wrong if case not in frozen["wrong"]]
    for word, cases in (("won", won), ("lost", lost)):
        if cases:
            print(f"\n{part.name}: {word} {'; '.join(cases)}", end="")


class FrozenAccuracy(unittest.TestCase):
    def test_no_figure_has_fallen(self):
        frozen = load()
        for part in (part for part in PARTS if part.quick):
            with self.subTest(part.name):
                outcome = measure(part)
                if APPROVE:
                    frozen[part.name] = {"figures": {name: round(value, 1) for name, value in outcome.figures.items()}, "wrong": outcome.wrong if len(outcome.wrong) <= MOST_CASES else []}
                    continue
                self.assertIn(part.name, frozen, "not frozen yet: run with MUSTER_APPROVE=1")
                tell(part, frozen[part.name], outcome)
                for name, value in frozen[part.name]["figures"].items():
                    self.assertGreaterEqual(outcome.figures.get(name, 0), value - LEEWAY, f"{part.name}: {name}")
        if APPROVE:
            with open(FROZEN, "w", encoding="utf-8") as file:
                file.write(json.dumps(frozen, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    unittest.main()
