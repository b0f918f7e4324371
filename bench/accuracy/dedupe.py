"""How well `muster dedupe` and `muster link` say who is who: open lists whose truth is known, and invented rosters and
passports. What is scored is what a user gets who names nothing but the id column.
"""
import csv
import os
import re
from dataclasses import dataclass
from itertools import combinations

import linkage
from muster_run import run, shared

BINS = 10


@dataclass(frozen=True)
class OpenList:
    id: str
    truth: str           # the column with the true cluster; "febrl": the number in the id
    calibrated: bool = False


LISTS = {
    "febrl3": OpenList("rec_id", "febrl", True),
    "fake_1000": OpenList("unique_id", "cluster"),
    "historical_half": OpenList("unique_id", "cluster", True),
}


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, skipinitialspace=True):
            yield {key.strip(): (value or "").strip() for key, value in row.items() if key}


def scores(scored):
    """Pairwise F1 and B-cubed F1 of what score_linkage.py prints, in percent."""
    return [100 * float(f1) for f1 in re.findall(r"^(?:pairwise|B-cubed) .*F1 ([\d.]+)", scored, re.M)]


def calibration_error(pairs, truth):
    """Of pairs with a probability: how far, on average, a bin's mean lies from the share that is true."""
    bins = [[0, 0.0, 0] for _ in range(BINS)]
    for pair in pairs:
        probability = float(pair["probability"])
        here = bins[min(BINS - 1, int(probability * BINS))]
        here[0] += 1
        here[1] += probability
        here[2] += truth[pair["id1"]] == truth[pair["id2"]]
    total = sum(count for count, _, _ in bins)
    return sum(abs(summed - true) for _, summed, true in bins) / max(1, total)


def measure_list(folder, name, score):
    """Figures of one open list; `score` runs score_linkage.py."""
    of = LISTS[name]
    path = shared("data", "linkage", f"{name}.csv")
    clusters, pairs = os.path.join(folder, f"{name}.csv"), os.path.join(folder, f"{name}.pairs.csv")
    run("dedupe", "-q", path, "--id", of.id, "--clusters", clusters, "--pairs", pairs, check=True, timeout=600)
    pairwise, b_cubed = scores(score(path, of.id, of.truth, clusters))
    figures = {f"{name}, pairs, F1": pairwise, f"{name}, B-cubed F1": b_cubed}
    if of.calibrated:
        truth = {row[of.id]: re.match(r"rec-(\d+)", row[of.id])[1] if of.truth == "febrl" else row[of.truth] for row in rows_of(path)}
        figures[f"{name}, 100 - calibration error"] = 100 * (1 - calibration_error(rows_of(pairs), truth))
    return figures


def measure_senzing(folder, score):
    data = shared("data", "linkage", "senzing_truthset")
    clusters = os.path.join(folder, "senzing.csv")
    run("link", "-q", *(os.path.join(data, f"{name}.csv") for name in ("customers", "reference", "watchlist")), "--id", "RECORD_ID",
        "--clusters", clusters, check=True)
    pairwise, b_cubed = scores(score(os.path.join(data, "actual_truthset_key.csv"), "RECORD_ID", "CLUSTER_ID", clusters))
    return {"senzing, pairs, F1": pairwise, "senzing, B-cubed F1": b_cubed}


class Linked:
    """What `muster link` makes of a roster and passports of one seed, against the truth. Pairs are ids in order."""

    def __init__(self, folder, seed, rows=500):
        linkage.make(folder, seed, rows)
        clusters = os.path.join(folder, "clusters.csv")
        run("link", "-q", os.path.join(folder, "roster.csv"), os.path.join(folder, "passports.csv"), "--clusters", clusters, check=True)
        self.true = {tuple(sorted((row["id1"], row["id2"]))) for row in rows_of(os.path.join(folder, "truth.csv"))}
        together = {}
        for row in rows_of(clusters):
            together.setdefault(row["cluster"], []).append(row["id"])
        self.made = {pair for ids in together.values() for pair in combinations(sorted(ids), 2)}

    @property
    def wrong(self):
        return self.made - self.true

    @property
    def missed(self):
        return self.true - self.made
