"""Scenes: short invented reports and small folders of them, and what a careful reader finds there.

A `.scene` file holds texts (`=== text NAME | published | publisher`) and, under `=== expect`, one line a thing:

    claim: speaker | stance | content begins [| kind=direct] [| said=2024-06-12] [| by=whose word]
    quantity: text | relation | value or low..high | unit, currency or what is counted
    date: text | value
    finding: kind | words or file; words or file
    not claim|date|finding: the same fields, of which none may be there

`a / b` are readings of which either is right, `?` is anything, an empty content begins with anything;
`claim@NAME:` looks in one text of several. What is found with another stance, value or speaker is wrong, not missed.
The totals are frozen in frozen.json: none may fall. MUSTER_APPROVE=1 writes them anew."""
import collections
import glob
import json
import os
import unittest

import muster_run

HERE = os.path.dirname(os.path.abspath(__file__))
FROZEN = os.path.join(HERE, "frozen.json")
ARTICLES = ("the ", "a ", "an ", "that ", "що ", "что ")


def parse(path):
    """(texts {name: (published, publisher, text)}, expectations [(sign, what, text name or None, fields)])."""
    texts, expected, name = collections.OrderedDict(), [], None
    with open(path, encoding="utf-8") as file:
        lines_of_file = file.read().split("\n")
    for line in lines_of_file:
        if line.startswith("=== text "):
            name, published, publisher = [part.strip() for part in line[9:].split("|")]
            texts[name] = (published, publisher, [])
        elif line.startswith("=== expect"):
            name = ""
        elif name:
            texts[name][2].append(line)
        elif name == "" and line.strip():
            expected.append(expectation(line))
    return {key: (day, who, "\n".join(lines)) for key, (day, who, lines) in texts.items()}, expected

def expectation(line):
    head, fields = line.split(":", 1)
    head, _, document = head.partition("@")
    sign = "not" if head.startswith("not ") else "has"
    return sign, head.removeprefix("not ").strip(), document or None, [field.strip() for field in fields.split("|")]

def plain(words):
    """Words as they are compared: small letters, without marks of quotation at the ends and an article."""
    words = " ".join((words or "").lower().split()).strip("\"“”„«»'‘’ ,.—–-?!")
    while article := next((article for article in ARTICLES if words.startswith(article)), None):
        words = words.removeprefix(article).lstrip("\"“”„«»' ")
    return words

def either(field):
    return [option.strip() for option in field.split(" / ")]

def is_one_of(field, value):
    return field == "?" or str(value) in either(field)

def bare(value):
    """The words alone, without any mark of quotation."""
    return " " + plain("".join(letter for letter in value or "" if letter not in "\"“”„«»")) + " "


def contains_words(field, value):
    return field == "?" or any(bare(option) in bare(value) for option in either(field))

def begins(field, value):
    return any(plain(value).startswith(plain(option)) for option in either(field))

def options(fields):
    return dict(field.split("=", 1) for field in fields if "=" in field)

class Case:
    """What the program says of one scene: each text read alone, then the folder briefed."""

    def __init__(self, folder, texts):
        for name, (published, publisher, text) in texts.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
            with open(os.path.join(folder, os.path.splitext(name)[0] + ".json"), "w", encoding="utf-8") as file:
                json.dump({k: v for k, v in (("published", published), ("publisher", publisher)) if v}, file)
        self.read = {item["document"]["name"]: item for item in muster_run.read(folder)}
        case = folder + ".case"
        muster_run.run("brief", "-q", folder, "-o", case)
        with open(os.path.join(case, "brief.json"), encoding="utf-8") as file:
            self.brief = json.load(file)
        self.names = {document["id"]: document["name"] for document in self.brief["documents"]}

    def items(self, what, document):
        """The claims, quantities or dates of one text, or of all."""
        key = {"claim": "claims", "quantity": "quantities", "date": "dates"}[what]
        return [item for name, read in self.read.items() if document in (None, name) for item in read[key]]

    def findings(self, kinds, needles):
        """The findings of these kinds whose quotes hold each needle, a file's name or words."""
        def holds(finding, needle):
            return any(needle == self.names[quote["document"]] or bare(needle) in bare(quote["text"])
                       for quote in finding["quotes"])
        return [finding for finding in self.brief["findings"]
                if finding["kind"] in kinds and all(holds(finding, needle) for needle in needles)]

def claim_faults(claim, fields):
    more = options(fields[3:])
    faults = []
    if not contains_words(fields[0], claim["speaker"]):
        faults.append(f"speaker {claim['speaker']!r}")
    if not is_one_of(fields[1], claim["stance"]):
        faults.append(f"stance {claim['stance']}")
    if "kind" in more and claim["kind"] != more["kind"]:
        faults.append(f"kind {claim['kind']}")
    if "said" in more and claim["said_on"] != more["said"]:
        faults.append(f"said on {claim['said_on']!r}")
    if "by" in more and not contains_words(more["by"], " ".join(claim["on_word_of"])):
        faults.append(f"on the word of {claim['on_word_of']}")
    return faults

def claim_outcome(case, document, fields):
    claims = case.items("claim", document)
    if fields[2]:
        near = [claim for claim in claims if begins(fields[2], claim["text"])]
    else:
        near = [claim for claim in claims if contains_words(fields[0], claim["speaker"])]
    if not near:
        return "missed", ""
    faults = min((claim_faults(claim, fields) for claim in near), key=len)
    return ("wrong", "; ".join(faults)) if faults else ("found", "")

def amount_is(field, item):
    if ".." in field:
        low, high = field.split("..")
        return item["low"] == float(low) and item["high"] == float(high)
    return field == "?" or (item["value"] is not None and abs(item["value"] - float(field)) < 1e-6 * abs(float(field)))

def same_place(wanted, item):
    """The same words, or words of which one holds the other: "about three weeks" and "three weeks"."""
    wanted, found = plain(wanted), plain(item["text"])
    return found and (found in wanted or wanted in found)

def quantity_faults(item, fields):
    faults = []
    if not is_one_of(fields[1], item["relation"]):
        faults.append(f"relation {item['relation']}")
    if not amount_is(fields[2], item):
        faults.append(f"value {item['value']} ({item['low']}..{item['high']})")
    units = (item["unit"], item["currency"], item["counted"])
    if not any(contains_words(fields[3], unit) for unit in units if unit or fields[3] == "?") and not (
            fields[3] in units):
        faults.append(f"unit {units}")
    return faults

def quantity_outcome(case, document, fields):
    near = [item for item in case.items("quantity", document) if same_place(fields[0], item)]
    if not near:
        return "missed", ""
    faults = min((quantity_faults(item, fields) for item in near), key=len)
    return ("wrong", "; ".join(faults)) if faults else ("found", "")

def date_outcome(case, document, fields):
    near = [item for item in case.items("date", document)
            if any(same_place(option, item) for option in either(fields[0]))]
    if not near:
        return "missed", ""
    if any(is_one_of(fields[1], item["value"]) for item in near):
        return "found", ""
    return "wrong", " ".join(str(item["value"]) for item in near)

def finding_outcome(case, _, fields):
    needles = [needle.strip() for needle in fields[1].split(";") if needle.strip()]
    if case.findings(either(fields[0]), needles):
        return "found", ""
    other = {finding["kind"] for finding in case.findings(
        ("agree", "narrower", "conflict", "update", "correction", "copy", "rewrite", "shared quotation", "cites",
         "same root"), needles)}
    return "missed", f"there: {', '.join(sorted(other))}" if other else ""

def forbidden(case, what, document, fields):
    """A word on what is there and must not be, or ""."""
    if what == "claim":
        there = [claim["text"] for claim in case.items("claim", document) if begins(fields[0], claim["text"])]
    elif what == "date":
        there = [item["text"] for item in case.items("date", document) if item["type"] == "DATE"
                 and same_place(fields[0], item) and (len(fields) < 2 or item["value"].startswith(fields[1]))]
    elif what == "quantity":
        there = [item["text"] for item in case.items("quantity", document) if same_place(fields[0], item)]
    else:
        needles = [needle.strip() for needle in fields[1].split(";") if needle.strip()]
        there = [finding["summary"] for finding in case.findings(either(fields[0]), needles)]
    return "; ".join(there)

OUTCOME = {"claim": claim_outcome, "quantity": quantity_outcome, "date": date_outcome, "finding": finding_outcome}

def outcomes(case, expected):
    """(what, found|missed|wrong, line) of every expectation."""
    for sign, what, document, fields in expected:
        line = f"{what} {document or ''}: {' | '.join(fields)}"
        if sign == "not":
            there = forbidden(case, what, document, fields)
            yield (what, "wrong", f"not {line}: {there}") if there else ("none " + what, "found", line)
        else:
            outcome, why = OUTCOME[what](case, document, fields)
            yield what, outcome, f"{line}: {why}" if why else line

class Scenes(muster_run.FolderTest):
    def test_the_totals_do_not_fall(self):
        totals = collections.defaultdict(lambda: {"found": 0, "missed": 0, "wrong": 0})
        for path in sorted(glob.glob(os.path.join(HERE, "*.scene"))):
            name = os.path.basename(path).removesuffix(".scene")
            texts, expected = parse(path)
            os.mkdir(self.path(name))
            case = Case(self.path(name), texts)
            for what, outcome, line in outcomes(case, expected):
                totals[what][outcome] += 1
                if outcome != "found":
                    print(f"{name}: {outcome}: {line}")
        for what, counts in sorted(totals.items()):
            print(f"{what:14}", *(f"{outcome} {count}" for outcome, count in counts.items()))
        found = {what: counts["found"] for what, counts in sorted(totals.items())}
        print("total found", sum(found.values()), "of", sum(sum(counts.values()) for counts in totals.values()))
        if os.environ.get("MUSTER_APPROVE"):
            with open(FROZEN, "w", encoding="utf-8") as file:
                json.dump(found, file, indent=1)
                file.write("\n")
        with open(FROZEN, encoding="utf-8") as file:
            frozen = json.load(file)
        for what, least in frozen.items():
            self.assertGreaterEqual(found.get(what, 0), least, what)

if __name__ == "__main__":
    unittest.main()
