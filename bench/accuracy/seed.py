"""The report that the product grew from, held against what a careful reader finds in it.

Both lie in ../shared/seed and stay there: what is expected is taken from its README.md when this runs.
"""
import json
import os
import re

import muster_run

CLAIM = re.compile(r"^(\d+)\. (.+)$")
QUOTED = re.compile(r'"([^"]+)"')
STANCES = {"asserted": "asserted", "hedged": "hedged", "denied": "denied", "a non-answer": "no comment"}
KINDS = ("direct", "mixed")

# Words of the speaker that the README gives only by description ("the same official"), by number of the claim.
SPEAKERS = {1: "Wall Street Journal", 2: "the reports", 3: "Western official", 4: "Western official", 5: "Wall Street Journal",
            6: "Zelensky", 7: "s Office", 8: "Chinese Foreign Ministry", 9: "Chinese Foreign Ministry",
            10: "ne of the Chinese citizens", 11: "State Department"}

# The README's line of numbers: what each says, as (value, relation, currency or the thing counted).
NUMBERS = {"more than 150": (150, ">", "citizens"), "13": (13, "=", ""), "168": (168, "=", "names"), "a few": (None, None, "fighters"),
           "two": (2, "=", "citizens"), "six": (6, "=", "soldiers"), "300 000 rubles": (300000, "=", "RUB"),
           "3 470 dollars": (3470, "~", "USD"), "hundreds": (None, None, "foreigners")}


class Claim:
    """One numbered line of the README: number, the words the content begins with, stance, kind ("" where not told)."""

    def __init__(self, number, line):
        self.number = number
        self.speaker = SPEAKERS[number]
        self.contents = [words for words in QUOTED.findall(line) if len(words.split()) > 2]
        self.stance = next((stance for word, stance in STANCES.items() if word in line), "")
        self.kind = next((kind for kind in KINDS if re.search(rf"; {kind}|, {kind}", line)), "")
        self.cue = QUOTED.sub("", line).split(";")[1].strip()
        self.said_on = "said on April 8" in line
        self.nested = "nested in" in line
        self.on_word_of = line.split("on the word of ")[1] if "on the word of " in line else ""

    def is_met_by(self, claim, text, day):
        spans = lambda role: " ".join(text[s["start"]:s["end"]] for s in claim[role])
        return (self.speaker in claim["speaker"]
                and any(words in spans("content") for words in self.contents)
                and (self.number == 5 or self.cue in spans("cue"))
                and self.stance in ("", claim["stance"]) and self.kind in ("", claim["kind"])
                and (not self.said_on or claim["said_on"] == day)
                and (not self.nested or claim["parent"] is not None)
                and (not self.on_word_of or self.on_word_of in claim["on_word_of"]))


def expected():
    """The README's claims. Skips, with a word, where ../shared is absent."""
    with open(muster_run.shared("seed", "README.md"), encoding="utf-8") as file:
        part = file.read().split("## Claims")[1].split("\n## ")[0]
    lines = [CLAIM.match(line) for line in part.splitlines()]
    return [Claim(int(found[1]), found[2]) for found in lines if found]


class Reading:
    """What `muster read` finds in the report, with or without its date."""

    def __init__(self, published=""):
        article = muster_run.shared("seed", "article.txt")
        given = ["--published", published] if published else []
        self.day = "2025-04-08" if published else "XXXX-04-08"
        self.found = muster_run.read(article, *given)[0]
        self.text = self.found["text"]

    def claims_met(self):
        """Numbers of the README's claims that some claim meets."""
        return [wanted.number for wanted in expected()
                if any(wanted.is_met_by(claim, self.text, self.day) for claim in self.found["claims"])]

    def numbers_met(self):
        return [name for name, wanted in NUMBERS.items() if any(self._is_number(q, *wanted) for q in self.found["quantities"])]

    @staticmethod
    def _is_number(quantity, value, relation, what):
        return (value in (None, quantity["value"]) and relation in (None, quantity["relation"])
                and what in ("", quantity["currency"], quantity["counted"]))

    def april_8(self):
        """The values of both mentions of April 8."""
        return [date["value"] for date in self.found["dates"] if date["text"] == "April 8"]

    def chosen(self, name):
        """What each mention of a place was taken for; None: undecided."""
        return [place["chosen"] for place in self.found["places"] if place["text"] == name]

    def misquoted(self):
        """Items whose words are not those at their offsets."""
        return [item for kind in ("mentions", "dates", "quantities", "places", "statements") for item in self.found[kind]
                if self.text[item["start"]:item["end"]] != item["text"]]


def brief(folder, published=""):
    """brief.json of the report alone, made in `folder`."""
    case = os.path.join(folder, "seed.case")
    given = ["--published", published] if published else []
    muster_run.run("brief", "-q", muster_run.shared("seed", "article.txt"), "-o", case, *given, check=True)
    with open(os.path.join(case, "brief.json"), encoding="utf-8") as file:
        return json.load(file)
