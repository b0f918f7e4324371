#!/usr/bin/env python3
"""Scores pairs of names with a peer: names_peers.py {rapidfuzz|nomenklatura} PAIRS.csv > SCORES.csv

PAIRS.csv has the columns schema, name1, name2. Written: name1, name2, score (0 to 1); on stderr the median of
microseconds a pair. Exit code 3: the peer is not installed.
"""
import csv
import itertools
import statistics
import sys
import time


def rapidfuzz_scorer():
    from rapidfuzz import fuzz, utils
    return lambda _schema, left, right: fuzz.token_sort_ratio(left, right, processor=utils.default_process) / 100


def nomenklatura_scorer():
    from followthemoney import model
    from nomenklatura.matching import get_algorithm
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    keys = itertools.count()  # what was prepared of an entity is remembered by its id

    def entity(schema, name):
        return model.get_proxy({"id": f"e{next(keys)}", "schema": schema or "LegalEntity", "properties": {"name": [name]}})

    def score(schema, left, right):
        return algorithm.compare(entity(schema, left), entity(schema, right), config).score

    return score


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        score = {"rapidfuzz": rapidfuzz_scorer, "nomenklatura": nomenklatura_scorer}[sys.argv[1]]()
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
    with open(sys.argv[2], encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    score("Person", "Anna Hallen", "Ana Hallen")  # tables are read on first use
    took, out = [], csv.writer(sys.stdout)
    out.writerow(["name1", "name2", "score"])
    for row in rows:
        start = time.perf_counter()
        value = score(row.get("schema"), row["name1"], row["name2"])
        took.append(1e6 * (time.perf_counter() - start))
        out.writerow([row["name1"], row["name2"], value])
    print(statistics.median(took), file=sys.stderr)


if __name__ == "__main__":
    main()
