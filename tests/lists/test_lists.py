"""Lists and papers of many shapes, made afresh: what the brief finds, misses and gets wrong of each kind.

The totals are frozen in frozen.json: fewer found or more wrong is a failure. MUSTER_APPROVE=1 writes them anew;
MUSTER_SHOW=1 prints each miss and error.
"""
import collections
import json
import os
import re
import sys
import unittest

from muster_run import FolderTest, run

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
FROZEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "frozen.json")
try:
    import cases
    import papers
    MISSING = "" if os.path.exists(papers.OCRB) and os.path.exists(papers.SANS) else "no fonts-ocr-b or DejaVu"
except ImportError as error:
    MISSING = str(error)


class Tally:
    def __init__(self, case, totals):
        self.case, self.totals = case, totals

    def mark(self, kind, outcome, what=""):
        self.totals[kind][outcome] += 1
        if outcome != "found" and os.environ.get("MUSTER_SHOW"):
            print(f"{self.case}: {kind} {outcome}: {what}")


def words(name):
    return sorted(re.findall(r"\w+", name.casefold().replace("'", "").replace("’", "").replace("ʼ", "")))


class Found:
    """A brief and a reading of one case, looked up the way the expectations speak."""

    def __init__(self, folder, out):
        done = run("brief", "-q", folder, "-o", out)
        if done.returncode != 0:
            raise AssertionError(done.stderr.decode())
        with open(os.path.join(out, "brief.json"), encoding="utf-8") as file:
            self.brief = json.load(file)
        self.names = {d["id"]: os.path.basename(d["path"]) for d in self.brief["documents"]}
        self.people = self.brief["people"]
        self.births, self.row_names = {}, collections.defaultdict(dict)
        for name in sorted(os.listdir(folder)):
            if name.endswith((".xlsx", ".csv", ".tsv")):
                self.take_statements(name, run("read", os.path.join(folder, name)).stdout)
        self.groups = {}
        for person in self.people["persons"]:
            for row in person["rows"]:
                self.groups[(self.names[row["document"]], row.get("sheet"), row["row"])] = person["id"]

    def take_statements(self, file, lines):
        for line in lines.splitlines():
            for one in json.loads(line)["statements"]:
                place = re.search(r"s(\d+)r(\d+)$", one["entity"])
                if not place or one["schema"] != "Person":
                    continue
                key = (file, int(place[1]), int(place[2]))
                self.row_names[key].setdefault(one["property"], one["value"])
                if one["property"] == "birthDate":
                    self.births[key] = one["value"]

    def doubles(self):
        for double in self.people["doubles"]:
            sides = []
            for side in ("left", "right"):
                place = re.search(r"s(\d+)r(\d+)$", double[side + "_id"])
                sides.append((self.names[double[side]["document"]], int(place[1]), int(place[2])))
            yield frozenset(sides), double["verdict"]


def check_rows(case, found, tally):
    for key, (name, birth) in case.births.items():
        values = found.row_names.get(key)
        if values is None:
            tally.mark("people", "missed", (key, name))
            continue
        whole = values.get("name") or " ".join(values.get(p, "") for p in ("lastName", "firstName", "fatherName"))
        tally.mark("people", "found" if words(whole) == words(name) else "wrong", (key, name, dict(values)))
        read = found.births.get(key, "")
        tally.mark("birth dates", "found" if read == birth else "wrong" if read else "missed", (key, name, birth, read))
    odd = {(file, 0, row) for file, row, _ in case.dates}
    for key in found.row_names:
        if key not in case.births and key not in odd:
            tally.mark("people", "wrong", ("invented", key, found.row_names[key]))


def check_lists(case, found, tally):
    counted = collections.Counter(found.names[entry["document"]] for entry in found.people["lists"])
    for file, expected in case.lists.items():
        tally.mark("lists", "found" if counted[file] == expected else "missed" if counted[file] < expected else "wrong", (file, expected, counted[file]))


def check_doubles(case, found, tally):
    shown = dict(found.doubles())
    wanted = {frozenset(pair) for pair in case.same + case.suspected}
    for pair in case.same:
        tally.mark("doubles", "found" if shown.get(frozenset(pair)) == "same" else "missed", (pair, shown.get(frozenset(pair))))
    for pair in case.suspected:
        tally.mark("doubles", "found" if frozenset(pair) in shown else "missed", pair)
    for pair in case.different:
        tally.mark("doubles", "wrong" if shown.get(frozenset(pair)) == "same" else "found", pair)
    told = {frozenset(pair) for pair in case.different}
    for pair, verdict in shown.items():
        if pair not in wanted and pair not in told:
            tally.mark("doubles", "wrong" if verdict == "same" else "missed", ("not expected", sorted(pair), verdict))


def check_dates(case, found, tally):
    shown = {(found.names[d["document"]], d["row"]): d for d in found.people["dates"]}
    for file, row, kind in case.dates:
        date = shown.pop((file, row), None)
        tally.mark("odd dates", "found" if date and date["kind"] == kind else "wrong" if date else "missed", (file, row, kind, date and date["kind"]))
    for key, date in shown.items():
        tally.mark("odd dates", "wrong", ("not expected", key, date["value"], date["why"]))


def check_paper(file, expected, paper, tally, found):
    if expected is None or paper is None:
        outcome = "found" if expected is paper else "missed" if expected else "wrong"
        tally.mark("papers", outcome, (file, paper))
        return
    right = paper["number"] == expected["number"] and words(paper["name"]) == words(expected["name"])
    if expected["birth"]:
        right = right and paper["birth_date"] == expected["birth"]
    if expected.get("flawed"):
        right = "fail" in paper["checks"] or "not hold" in paper["checks"]
    tally.mark("papers", "found" if right else "wrong", (file, paper["name"], paper["number"], paper["birth_date"], paper["checks"]))
    link = paper["link"] and (found.names[paper["link"]["document"]], 0, paper["link"]["row"])
    if paper["verdict"] not in expected["verdicts"]:
        tally.mark("links", "wrong" if paper["verdict"] == "same" else "missed", (file, paper["verdict"], paper["why"], link))
    elif expected["row"] and link != expected["row"]:
        tally.mark("links", "wrong" if link else "missed", (file, link, expected["row"]))
    else:
        tally.mark("links", "found")


def check_papers(case, found, tally):
    shown = {found.names[p["document"]]: p for p in found.people["papers"]}
    for file, expected in case.papers.items():
        check_paper(file, expected, shown.pop(file, None), tally, found)
    for file in shown:
        tally.mark("papers", "wrong", ("not expected", file))


def check_mentions(case, found, tally):
    shown = {(found.names[m["document"]], m["text"]): m for m in found.people["mentions"]}
    for file, text, row in case.mentions:
        mention = shown.get((file, text))
        link = mention and mention["link"] and (found.names[mention["link"]["document"]], 0, mention["link"]["row"])
        verdict = mention["verdict"] if mention else "none"
        if row is None:
            tally.mark("mentions", "wrong" if link and verdict != "none" else "found", (text, link))
        elif row == "either":
            tally.mark("mentions", "wrong" if verdict == "same" else "found" if mention else "missed", (text, verdict, link))
        else:
            tally.mark("mentions", "found" if link == row else "wrong" if link else "missed", (text, row, link, verdict))


def check_units(case, found, tally):
    groups = [{s["value"] for s in unit["spellings"]} for unit in found.people["units"]]
    squeezed = [{" ".join(s.split()) for s in group} for group in groups]
    for file, spellings in case.units:
        wanted = {" ".join(s.split()) for s in spellings}
        tally.mark("units", "found" if any(wanted <= group for group in squeezed) else "missed", spellings)
    for file, left, right in case.apart:
        tally.mark("units", "wrong" if any({left, right} <= group for group in squeezed) else "found", (left, right))


@unittest.skipIf(MISSING, MISSING)
class Lists(FolderTest):
    def score(self):
        totals = collections.defaultdict(lambda: {"found": 0, "missed": 0, "wrong": 0})
        for make in cases.ALL:
            folder = self.path(make.__name__)
            os.mkdir(folder)
            case = cases.Case(folder)
            make(case)
            found = Found(folder, self.path(make.__name__ + ".case"))
            tally = Tally(make.__name__, totals)
            for check in (check_lists, check_rows, check_doubles, check_dates, check_papers, check_mentions, check_units):
                check(case, found, tally)
        return totals

    def test_no_kind_falls_below_its_frozen_totals(self):
        totals = self.score()
        for kind, figures in totals.items():
            print(f"{kind:12} {figures['found']:4} found {figures['missed']:3} missed {figures['wrong']:3} wrong")
        if os.environ.get("MUSTER_APPROVE"):
            with open(FROZEN, "w", encoding="utf-8") as file:
                json.dump(totals, file, indent=1)
                file.write("\n")
        with open(FROZEN, encoding="utf-8") as file:
            frozen = json.load(file)
        for kind, before in frozen.items():
            self.assertGreaterEqual(totals[kind]["found"], before["found"], kind)
            self.assertLessEqual(totals[kind]["wrong"], before["wrong"], kind)


if __name__ == "__main__":
    unittest.main()
