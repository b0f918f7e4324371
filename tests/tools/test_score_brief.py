"""The scorer: a perfect brief has full marks, and each way to be wrong is seen as that.

Run with: python3 -m unittest discover -s tests/tools
"""

import contextlib
import copy
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import score_brief  # noqa: E402

TRUTH = json.loads((ROOT / "examples" / "border-post" / "truth.json").read_text(encoding="utf-8"))


class BriefMaker:
    """Makes the brief that the truth asks for, in the shape that the program writes."""

    def __init__(self, truth: dict):
        self.truth = truth
        files = {truth["roster"]["file"]}
        files |= {x["file"] for key in ("papers", "claims", "mentions", "timeline", "places") for x in truth[key]}
        self.ids = {name: number for number, name in enumerate(sorted(files), 1)}

    def quote(self, file: str, text: str | None) -> dict:
        text = text or "a row of the list"
        return {"document": self.ids[file], "start": 107, "end": 107 + len(text), "text": text, "part": "paragraph 1",
                "context": f"Before {text} after.", "context_start": 100}

    def row(self, row: int) -> dict:
        return {"document": self.ids[self.truth["roster"]["file"]], "row": row, "name": f"row {row}"}

    def people(self) -> dict:
        truth, roster = self.truth, self.ids[self.truth["roster"]["file"]]
        second = {d["rows"][1]: d["rows"][0] for d in truth["doubles"]}
        together: dict[int, list[int]] = {}
        for row in range(3, 3 + truth["roster"]["rows"]):
            together.setdefault(second.get(row, row), []).append(row)
        return {
            "lists": [{"document": roster, "sheet": "Список", "rows": truth["roster"]["rows"],
                       "people": truth["roster"]["people"], "quotes": []}],
            "persons": [{"id": f"person-{first}", "name": "", "names": [], "papers": [],
                         "rows": [{"document": roster, "row": r} for r in rows]} for first, rows in together.items()],
            "doubles": [{"left": self.row(d["rows"][0]), "right": self.row(d["rows"][1]), "probability": 0.99,
                         "verdict": d["verdict"][0], "why": [d["why"]], "quotes": []} for d in truth["doubles"]],
            "papers": [self.paper(p) for p in truth["papers"]],
            "mentions": [{"document": self.ids[m["file"]], "text": m["text"], "link": self.row(m["row"]),
                          "quotes": [self.quote(m["file"], m["text"])]} for m in truth["mentions"]],
            "units": [{"value": u["spellings"][0], "rows": u["rows"],
                       "spellings": [{"value": s, "rows": 1} for s in u["spellings"]]} for u in truth["units"]],
            "roles": [],
            "dates": [{"kind": d["kind"], "document": roster, "row": d["row"], "column": d["column"][0],
                       "value": d["value"] or "22.09.2010", "why": "", "quotes": []} for d in truth["dates"]],
        }

    def paper(self, paper: dict) -> dict:
        link = {**self.row(paper["row"]), "probability": 0.8 if "lower_than" in paper else 0.99, "why": []}
        return {"document": self.ids[paper["file"]], "name": paper["name"], "native_name": paper["native_name"],
                "number": paper["number"], "birth_date": paper["birth_date"], "country": paper["country"],
                "checks": "4 of 4 check digits hold", "link": link if paper["row"] else None,
                "verdict": paper["verdict"][0], "why": "", "quotes": [self.quote(paper["file"], paper["number"])]}

    def claim(self, number: int, claim: dict) -> dict:
        content = claim["content_begins"] + " and so on"
        return {"id": number, "document": self.ids[claim["file"]], "speaker": claim["speaker"][0], "source": "he",
                "on_word_of": ["the " + w for w in claim.get("on_word_of", [])], "stance": claim["stance"][0],
                "kind": claim["kind"][0], "cue": "said", "content": content, "said_on": claim.get("said_on", ""),
                "parent": None, "quotes": [self.quote(claim["file"], content)]}

    def finding(self, kind: str, between: list[dict]) -> dict:
        return {"kind": kind, "rule": "a rule", "summary": "a summary", "not_checked": [],
                "quotes": [self.quote(s["file"], s["text"]) for s in between]}

    def brief(self) -> dict:
        truth = self.truth
        return {
            "muster": "0.1.0", "case": "border-post.case", "made": "2026-01-01T12:00:00Z",
            "documents": [{"id": number, "name": name, "path": name} for name, number in self.ids.items()],
            "people": self.people(),
            "claims": [self.claim(i, c) for i, c in enumerate(truth["claims"], 1)],
            "findings": [self.finding(f["kind"][0], f["between"]) for f in truth["findings"]],
            "timeline": [{"value": t["value"], "precision": "day", "lane": "happened", "summary": "",
                          "quotes": [self.quote(t["file"], t["text"])]} for t in truth["timeline"]],
            "places": [{"document": self.ids[p["file"]], "text": p["text"], "candidates": [],
                        "chosen": {"country": p["chosen_country"]} if p["chosen_country"] else None,
                        "why": "", "quotes": [self.quote(p["file"], p["text"])]} for p in truth["places"]],
            "problems": [],
        }


class ScoreCase(unittest.TestCase):
    def setUp(self):
        self.maker = BriefMaker(TRUTH)
        self.brief = self.maker.brief()

    def score(self) -> dict[str, score_brief.Section]:
        return score_brief.score(TRUTH, self.brief)

    def assert_only(self, name: str, missed: int = 0, wrong: int = 0):
        """Only the one section lost marks, and by so much."""
        for section, got in self.score().items():
            expected = (missed, wrong) if section == name else (0, 0)
            self.assertEqual((len(got.missed), len(got.wrong)), expected, f"{section}: {got.missed} {got.wrong}")

    def claim(self, begins: str) -> dict:
        return next(c for c in self.brief["claims"] if c["content"].startswith(begins))


class Perfect(ScoreCase):
    def test_a_perfect_brief_misses_nothing_and_gets_nothing_wrong(self):
        self.assert_only("none")
        for name, section in self.score().items():
            self.assertGreater(section.found, 0, name)

    def test_an_empty_brief_finds_nothing_and_is_not_wrong(self):
        self.brief = {"documents": []}
        for name, section in self.score().items():
            self.assertEqual((section.found, section.wrong), (0, []), name)

    def test_optional_entries_are_not_missed(self):
        self.brief["people"]["units"].pop()
        self.brief["findings"] = [f for f, t in zip(self.brief["findings"], TRUTH["findings"]) if not t.get("optional")]
        self.assert_only("none")

    def test_white_space_and_quote_marks_do_not_matter(self):
        claim = self.claim("Nobody wraps")
        claim["content"] = "“Nobody  wraps\na towel that carefully unless"
        self.assert_only("none")


class People(ScoreCase):
    def test_a_wrong_count_of_people_is_missed(self):
        self.brief["people"]["lists"][0]["people"] += 3
        self.assert_only("lists", missed=1)

    def test_a_lost_double_is_missed(self):
        self.brief["people"]["doubles"].pop(0)
        self.assert_only("doubles", missed=1)

    def test_a_double_left_unsure_is_missed(self):
        self.brief["people"]["doubles"][0]["verdict"] = "unsure"
        self.assert_only("doubles", missed=1)

    def test_two_namesakes_taken_for_one_are_wrong(self):
        left, right = TRUTH["not_doubles"][0]["rows"]
        self.brief["people"]["doubles"].append(
            {"left": self.maker.row(right), "right": self.maker.row(left), "verdict": "same", "quotes": []})
        self.assert_only("doubles", wrong=1)

    def test_two_namesakes_left_unsure_are_extra(self):
        left, right = TRUTH["not_doubles"][0]["rows"]
        self.brief["people"]["doubles"].append(
            {"left": self.maker.row(left), "right": self.maker.row(right), "verdict": "unsure", "quotes": []})
        self.assert_only("none")
        self.assertEqual(self.score()["doubles"].extra, 1)

    def test_people_put_together_who_are_not_one_are_wrong(self):
        persons = self.brief["people"]["persons"]
        free = [p for p in persons if len(p["rows"]) == 1]
        free[0]["rows"] += free[1]["rows"]
        self.assert_only("persons", wrong=1)

    def test_a_paper_linked_to_another_row_is_wrong(self):
        paper = next(p for p in self.brief["people"]["papers"] if p["link"])
        paper["link"]["row"] += 1
        self.assert_only("papers", missed=1, wrong=1)

    def test_a_stranger_linked_to_a_row_is_wrong(self):
        paper = next(p for p in self.brief["people"]["papers"] if not p["link"])
        paper |= {"link": {**self.maker.row(9), "probability": 0.9}, "verdict": "same"}
        self.assert_only("papers", missed=1, wrong=1)

    def test_a_misread_date_must_make_the_link_less_sure(self):
        for paper in self.brief["people"]["papers"]:
            if paper["link"]:
                paper["link"]["probability"] = 0.99
        self.assert_only("papers", wrong=1)

    def test_a_misread_number_is_missed(self):
        self.brief["people"]["papers"][0]["number"] = "XA0000000"
        self.assert_only("paper readings", missed=1)

    def test_a_date_that_is_not_in_the_truth_is_wrong(self):
        self.brief["people"]["dates"].append({**self.brief["people"]["dates"][0], "row": 60})
        self.assert_only("dates", wrong=1)

    def test_either_column_of_a_doubtful_date_will_do(self):
        self.brief["people"]["dates"][1]["column"] = "Дата контракта"
        self.assert_only("none")

    def test_two_units_folded_into_one_are_wrong(self):
        first, second = self.brief["people"]["units"]
        first["spellings"] += second["spellings"]
        self.assert_only("units", wrong=1)

    def test_a_mention_linked_to_another_row_is_wrong(self):
        self.brief["people"]["mentions"][0]["link"]["row"] += 1
        self.assert_only("mentions", missed=1, wrong=1)

    def test_a_mention_left_alone_is_missed(self):
        self.brief["people"]["mentions"][0]["link"] = None
        self.assert_only("mentions", missed=1)


class Claims(ScoreCase):
    def test_another_stance_is_missed(self):
        self.claim("Each recruit")["stance"] = "asserted"
        self.assert_only("claims", missed=1)

    def test_another_speaker_is_missed_and_wrong(self):
        self.claim("nine men")["speaker"] = "Arkady Veltsov"
        self.assert_only("claims", missed=1, wrong=1)

    def test_a_fuller_name_will_do(self):
        self.claim("nine men")["speaker"] = "Colonel Taras Hrynko"
        self.assert_only("none")

    def test_an_unresolved_pronoun_will_not_do(self):
        self.claim("the passports were")["speaker"] = "He"
        self.assert_only("claims", missed=1, wrong=1)

    def test_another_kind_is_missed_by_itself(self):
        self.claim("nine men")["kind"] = "direct"
        self.assert_only("claim kinds", missed=1)

    def test_a_lost_day_and_a_lost_chain_are_missed(self):
        self.claim("any foreigner")["said_on"] = ""
        self.assert_only("said on", missed=1)
        self.claim("any foreigner")["said_on"] = "2025-03-19"
        self.claim("Each recruit")["on_word_of"] = []
        self.assert_only("on word of", missed=1)

    def test_a_claim_beyond_the_truth_is_extra(self):
        self.brief["claims"].append({**self.brief["claims"][0], "content": "Nothing that the truth speaks of"})
        self.assert_only("none")
        self.assertEqual(self.score()["claims"].extra, 1)

    def test_a_few_words_before_the_content_are_allowed(self):
        self.assertTrue(score_brief.begins("that the nine men from the list had been", "nine men from the list"))
        self.assertFalse(score_brief.begins("he said on some day that nine men from", "nine men from the list"))
        self.assertFalse(score_brief.begins("nine", "nine men from the list"))
        self.assertFalse(score_brief.begins("", "nine men"))


class Findings(ScoreCase):
    def test_an_invented_conflict_is_wrong(self):
        for wrong, pair in enumerate(TRUTH["not_findings"], 1):
            self.brief["findings"].append(self.maker.finding("conflict", pair["between"]))
            self.assertEqual(len(self.score()["findings"].wrong), wrong, pair)

    def test_the_reason_is_told(self):
        self.brief["findings"].append(self.maker.finding("conflict", TRUTH["not_findings"][0]["between"]))
        self.assertIn(TRUTH["not_findings"][0]["why"], self.score()["findings"].wrong[0])

    def test_an_invented_copy_is_wrong(self):
        between = [{"file": "wire.txt", "text": "a towel"}, {"file": "interview.html", "text": "the bakery"}]
        self.brief["findings"].append(self.maker.finding("rewrite", between))
        self.assert_only("findings", wrong=1)

    def test_a_conflict_called_an_agreement_is_wrong(self):
        number = next(i for i, f in enumerate(TRUTH["findings"]) if f["kind"] == ["conflict"])
        self.brief["findings"][number]["kind"] = "agree"
        self.assert_only("findings", missed=1, wrong=1)

    def test_the_sides_may_stand_in_either_order(self):
        for finding in self.brief["findings"]:
            finding["quotes"].reverse()
        self.assert_only("none")

    def test_a_gap_is_extra(self):
        self.brief["findings"].append(self.maker.finding("gap", [{"file": "wire.txt", "text": "since the autumn"}]))
        self.assert_only("none")


class TimesAndPlaces(ScoreCase):
    def test_another_date_is_missed_and_wrong(self):
        self.brief["timeline"][0]["value"] = "2024-03-14"
        self.assert_only("timeline", missed=1, wrong=1)

    def test_a_guessed_country_is_wrong(self):
        place = next(p for p in self.brief["places"] if p["text"] == "Ivanivka")
        place["chosen"] = {"country": "UA"}
        self.assert_only("places", missed=1, wrong=1)

    def test_an_undecided_place_that_is_told_is_only_missed(self):
        place = next(p for p in self.brief["places"] if p["text"] == "Shebekino")
        place["chosen"] = None
        self.assert_only("places", missed=1)

    def test_a_country_may_be_named_in_words(self):
        place = next(p for p in self.brief["places"] if p["text"] == "Bilohorivka")
        place["chosen"] = {"country": "Ukraine"}
        self.assert_only("none")


class Quotes(ScoreCase):
    def test_a_text_that_is_not_at_its_offsets_is_wrong(self):
        self.brief["claims"][0]["quotes"][0]["start"] += 1
        self.brief["claims"][0]["quotes"][0]["end"] += 1
        self.assert_only("quotes", wrong=1)

    def test_a_start_before_its_context_is_wrong(self):
        quote = self.brief["claims"][0]["quotes"][0]
        quote["context_start"] = quote["start"] + 5
        self.assert_only("quotes", wrong=1)

    def test_offsets_are_code_points(self):
        self.brief["claims"][0]["quotes"].append(
            {"document": 1, "start": 3, "end": 6, "text": "张仁波", "context": "𝄞 «张仁波»", "context_start": 0})
        self.assert_only("none")


class Quantities(unittest.TestCase):
    def setUp(self):
        self.read: dict[str, list[dict]] = {}
        for wanted in TRUTH["quantities"]:
            is_money = wanted["unit"].isupper()
            self.read.setdefault(wanted["file"], []).append({
                "text": wanted["text"], "value": wanted["value"], "relation": wanted["relation"],
                "currency": wanted["unit"] if is_money else "", "counted": "" if is_money else wanted["unit"]})

    def test_all_are_found(self):
        section = score_brief.score_quantities(TRUTH, self.read)
        self.assertEqual((section.missed, section.wrong, section.extra), ([], [], 0))

    def test_another_bound_is_missed_and_another_value_is_wrong(self):
        self.read["wire.txt"][0]["relation"] = "="
        self.read["wire.txt"][1]["value"] = 6
        section = score_brief.score_quantities(TRUTH, self.read)
        self.assertEqual((len(section.missed), len(section.wrong)), (2, 1))


class CommandLine(ScoreCase):
    def run_on(self, brief: dict, *arguments: str) -> int:
        (self.folder / "truth.json").write_text(json.dumps(TRUTH), encoding="utf-8")
        (self.folder / "brief.json").write_text(json.dumps(brief), encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()) as self.out, contextlib.redirect_stderr(io.StringIO()) as self.err:
            return score_brief.main([str(self.folder / "truth.json"), str(self.folder / "brief.json"), *arguments])

    def setUp(self):
        super().setUp()
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.frozen = str(self.folder / "frozen.json")

    def test_a_brief_as_good_as_the_frozen_one_passes_and_a_worse_one_fails(self):
        self.assertEqual(self.run_on(self.brief, "--frozen", self.frozen, "--write-frozen"), 0)
        self.assertEqual(self.run_on(self.brief, "--frozen", self.frozen), 0)
        worse = copy.deepcopy(self.brief)
        worse["people"]["doubles"].pop()
        self.assertEqual(self.run_on(worse, "--min", self.frozen), 1)
        self.assertIn("doubles: found 2, frozen 3", self.err.getvalue())

    def test_more_wrong_than_frozen_fails(self):
        self.run_on(self.brief, "--frozen", self.frozen, "--write-frozen")
        self.brief["findings"].append(self.maker.finding("conflict", TRUTH["not_findings"][0]["between"]))
        self.assertEqual(self.run_on(self.brief, "--frozen", self.frozen), 1)
        self.assertIn("findings: wrong 1, frozen 0", self.err.getvalue())

    def test_each_miss_stands_on_a_line(self):
        self.brief["people"]["doubles"].pop(0)
        self.assertEqual(self.run_on(self.brief), 0)
        self.assertRegex(self.out.getvalue(), r"(?m)^missed  doubles: rows \d+ and \d+")

    def test_a_false_quote_fails_without_frozen_numbers(self):
        self.brief["claims"][0]["quotes"][0]["text"] = "other words"
        self.assertEqual(self.run_on(self.brief), 1)

    def test_a_file_that_is_not_there_is_told(self):
        self.assertEqual(self.run_on(self.brief, "--frozen", str(self.folder / "nowhere.json")), 2)
        self.assertIn("nowhere.json", self.err.getvalue())


if __name__ == "__main__":
    unittest.main()
