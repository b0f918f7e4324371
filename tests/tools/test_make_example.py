"""The maker of the example case: same arguments, same bytes; what it says is planted is there.

Run with: python3 -m unittest discover -s tests/tools
"""

import csv
import io
import json
import random
import re
import sys
import tempfile
import unittest
import zipfile
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_example  # noqa: E402
from example import linkage, palladius, passport, people, reports, roster  # noqa: E402

BORDER_POST = ROOT / "examples" / "border-post"
MISSING = make_example.missing()
WITHOUT = f"not installed: {', '.join(MISSING)}"
SPELLINGS = palladius.all_syllables()


def is_palladius(word: str) -> bool:
    """Whether a word is made of the system's syllables, with a hard sign only after н."""
    word = word.lower()
    reached = {0}
    for end in range(1, len(word) + 1):
        for start in [s for s in reached if word[s:end] in SPELLINGS]:
            reached.add(end)
        if end - 1 in reached and end > 1 and word[end - 2:end] == "нъ":
            reached.add(end)
    return len(word) in reached


def listed(seed: int = 1, rows: int = 66, typos: float = 0, missing_dates: float = 0) -> roster.Roster:
    return roster.make_roster(random.Random(f"roster {seed}"), rows, typos, missing_dates)


class Palladius(unittest.TestCase):
    def test_syllables_are_those_of_the_system(self):
        for pinyin, russian in {"zhang": "чжан", "ren": "жэнь", "lv": "люй", "hui": "хуэй", "si": "сы", "qiang": "цян",
                                "xue": "сюэ", "guo": "го", "wen": "вэнь", "jun": "цзюнь", "yuan": "юань"}.items():
            self.assertEqual(palladius.syllable(pinyin), russian)

    def test_a_hard_sign_parts_ng_from_a_vowel(self):
        self.assertEqual(palladius.word(["chang", "an"]), "Чанъань")
        self.assertEqual(palladius.word(["lin", "an"]), "Линьань")

    def test_ukrainian_carries_the_letters_over(self):
        for pinyin, ukrainian in {"ren": "жень", "zhi": "чжи", "jie": "цзє", "ming": "мін", "qing": "цін",
                                  "si": "си"}.items():
            self.assertEqual(palladius.syllable_uk(pinyin), ukrainian)

    def test_only_the_given_name_declines(self):
        name = people.make_name("luo", "hai", "jun")
        self.assertEqual(name.ukrainian_in("genitive"), "Ло Хайцзюня")
        self.assertEqual(name.ukrainian_in("instrumental"), "Ло Хайцзюнем")

    def test_what_is_no_syllable_is_refused(self):
        for pinyin in ("xq", "bong", "sch", "zhie"):
            with self.assertRaises(ValueError):
                palladius.syllable(pinyin)


class Roster(unittest.TestCase):
    def test_people_are_rows_less_doubles(self):
        made = listed()
        self.assertEqual((len(made.rows), made.people), (66, 63))
        self.assertEqual(made.people, len({(r.person.name, r.person.born) for r in made.rows}))

    def test_names_are_palladius_but_for_the_planted_spelling(self):
        for seed in range(5):
            made = listed(seed)
            variants = {id(double) for _, double, _, _ in made.doubles}
            for row in (r for r in made.rows if id(r) not in variants):
                for word in row.name.split():
                    self.assertTrue(is_palladius(word), row.name)
            spelled, variant = made.doubles[1][:2]
            self.assertNotEqual(spelled.name, variant.name)
            self.assertFalse(is_palladius(variant.name.split()[1]), variant.name)

    def test_only_planted_names_are_close(self):
        for seed in range(3):
            made = listed(seed)
            planted = {frozenset((id(a), id(b))) for a, b, *_ in [*made.doubles, *made.not_doubles]}
            for i, left in enumerate(made.rows):
                for right in made.rows[i + 1:]:
                    if frozenset((id(left), id(right))) not in planted:
                        self.assertGreater(people.edits(left.name, right.name), 1, (left.name, right.name))

    def test_the_swapped_date_is_another_date(self):
        right, swapped = listed().doubles[2][:2]
        self.assertEqual((right.born.day, right.born.month), (swapped.born.month, swapped.born.day))
        self.assertNotEqual(right.born, swapped.born)

    def test_most_are_riflemen_and_four_fly_drones(self):
        for seed in range(5):
            roles = [r.role for r in listed(seed).rows]
            self.assertGreater(roles.count(roster.RIFLEMAN) * 2, len(roles))
            self.assertEqual(roles.count(roster.DRONE_OPERATOR), roster.DRONE_OPERATORS)

    def test_slips_and_missing_dates_spare_what_is_planted(self):
        made = listed(rows=120, typos=0.5, missing_dates=0.5)
        self.assertTrue(all(r.born and r.signed for r in made.rows if r.planted))
        self.assertTrue(any(r.born is None for r in made.rows))
        self.assertTrue(any(r.name != r.person.name.russian for r in made.rows if not r.planted))

    def test_too_few_rows_are_refused(self):
        with self.assertRaises(ValueError):
            listed(rows=10)


class MachineReadableZone(unittest.TestCase):
    def test_check_digit_is_that_of_icao_9303(self):
        # The worked examples of Doc 9303 part 3.
        self.assertEqual(passport.check_digit("520727"), "3")
        self.assertEqual(passport.check_digit("AB2134<<<"), "5")

    def test_the_zone_is_that_of_the_specimen_in_icao_9303(self):
        name = people.Name(("eriksson",), ("anna",), "", "")
        paper = passport.Passport(name, "L898902C3", date(1974, 8, 12), date(2002, 4, 16), date(2012, 4, 15), "", "", "0")
        self.assertEqual(passport.machine_readable_zone(paper)[1][:20], "L898902C36CHN7408122")

    def test_lines_are_44_long_and_every_check_digit_holds(self):
        rng = random.Random(3)
        for _ in range(200):
            paper = passport.make_passport(rng, people.draw_name(rng), people.draw_birth(rng))
            first, second = passport.machine_readable_zone(paper)
            self.assertRegex(first, r"^P<CHN[A-Z<]{39}$")
            self.assertRegex(second, r"^[A-Z0-9<]{44}$")
            for field, digit in ((second[:9], second[9]), (second[13:19], second[19]), (second[21:27], second[27])):
                self.assertEqual(passport.check_digit(field), digit)
            self.assertEqual(passport.check_digit(second[:10] + second[13:20] + second[21:43]), second[43])

    def test_a_u_umlaut_is_yu(self):
        self.assertEqual(people.make_name("lv", "wen").latin, "LYU WEN")


class Reports(unittest.TestCase):
    def test_every_text_of_the_truth_stands_in_its_file(self):
        truth = json.loads((BORDER_POST / "truth.json").read_text(encoding="utf-8"))
        made = listed()
        numbers = reports.Numbers.of(66, made.people, roster.DRONE_OPERATORS)
        texts = {"wire.txt": reports.wire(numbers), "rewrite.html": reports.rewrite(numbers),
                 "interview.html": reports.interview(numbers),
                 "statement.pdf": "\n".join(reports.STATEMENT).format(ministry=numbers.ministry),
                 "note_uk.txt": (BORDER_POST / "note_uk.txt").read_text(encoding="utf-8")}
        wanted = [(c["file"], c["content_begins"]) for c in truth["claims"]]
        wanted += [(x["file"], x["text"]) for key in ("mentions", "timeline", "places", "quantities") for x in truth[key]]
        wanted += [(s["file"], s["text"]) for key in ("findings", "not_findings") for f in truth[key]
                   for s in f["between"] if s["text"]]
        for file, text in wanted:
            self.assertIn(text.casefold(), texts[file].casefold(), file)

    def test_the_numbers_said_are_right_or_wrong_as_planted(self):
        for rows in (40, 66, 90, 200, 500):
            numbers = reports.Numbers.of(rows, rows - 3, 4)
            self.assertLess(numbers.more_than, numbers.at_least)
            self.assertLessEqual(numbers.at_least, rows - 3)
            self.assertLess(numbers.ministry, numbers.more_than + 10)
            self.assertNotIn(numbers.ministry, (numbers.listed, rows - 3))


class Linkage(unittest.TestCase):
    def setUp(self):
        self.made = linkage.make_linkage(random.Random(5), 500, 0.1, 0.1)
        self.roster, self.passports, self.truth = (list(csv.DictReader(io.StringIO(text))) for text in
                                                   (self.made.roster, self.made.passports, self.made.truth))

    def test_it_has_the_rows_asked_for(self):
        self.assertEqual(len(self.roster), 500)
        self.assertEqual(len(self.passports), 285)

    def test_it_has_slips_and_missing_dates_at_about_the_rate_asked_for(self):
        missing = sum(not row["Дата рождения"] for row in self.roster)
        misspelled = sum(not all(map(is_palladius, row["ФИО"].split())) for row in self.roster)
        self.assertTrue(25 <= missing <= 80, missing)
        self.assertTrue(5 <= misspelled <= 80, misspelled)

    def test_true_pairs_are_ids_of_the_files_and_some_passports_are_in_none(self):
        rows, papers = {r["id"] for r in self.roster}, {p["id"] for p in self.passports}
        for pair in self.truth:
            self.assertIn(pair["id1"], rows)
            self.assertIn(pair["id2"], rows if pair["kind"] == "double" else papers)
        self.assertLess(len({p["id2"] for p in self.truth if p["kind"] == "passport"}), len(papers))

    def test_the_same_seed_makes_the_same_lists(self):
        self.assertEqual(self.made, linkage.make_linkage(random.Random(5), 500, 0.1, 0.1))


@unittest.skipIf(MISSING, WITHOUT)
class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.case = make_example.make_case(make_example.DEFAULT_SEED, 66, 0, 0)
        cls.truth = json.loads(cls.case["truth.json"])

    def rows(self) -> dict[int, tuple]:
        from openpyxl import load_workbook
        sheet = load_workbook(io.BytesIO(self.case["roster.xlsx"])).active
        return {number: row for number, row in enumerate(sheet.iter_rows(values_only=True), 1) if number > 2}

    def test_twice_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            for folder in (one, two):
                self.assertEqual(make_example.main(["--seed", "9", "--rows", "50", "--out", folder]), 0)
            names = sorted(p.name for p in Path(one).iterdir())
            self.assertEqual(len(names), 15)
            for name in names:
                self.assertEqual((Path(one) / name).read_bytes(), (Path(two) / name).read_bytes(), name)

    def test_the_folder_in_the_repository_is_what_the_maker_makes(self):
        # Pictures, workbook and PDF may differ in their bytes under other versions of the libraries.
        self.assertEqual(sorted(p.name for p in BORDER_POST.iterdir() if p.name != "frozen.json"), sorted(self.case))
        for name, content in self.case.items():
            if not name.endswith((".png", ".xlsx", ".pdf")):
                self.assertEqual((BORDER_POST / name).read_bytes(), content, name)

    def test_the_pictures_in_the_repository_look_as_the_maker_draws_them(self):
        from PIL import Image, ImageChops, ImageStat
        for name in (n for n in self.case if n.endswith(".png")):
            kept, made = (Image.open(f).convert("L") for f in (BORDER_POST / name, io.BytesIO(self.case[name])))
            self.assertEqual(kept.size, made.size)
            self.assertLess(ImageStat.Stat(ImageChops.difference(kept, made)).mean[0], 4, name)

    def test_the_rows_of_the_truth_hold_what_it_says(self):
        rows = self.rows()
        self.assertEqual(len(rows), self.truth["roster"]["rows"])
        self.assertEqual(self.truth["roster"]["people"], len(rows) - len(self.truth["doubles"]))
        first, spelled, swapped = ([rows[r] for r in d["rows"]] for d in self.truth["doubles"])
        self.assertEqual(first[0][1:3], first[1][1:3])
        self.assertNotEqual(first[0][4], first[1][4])
        self.assertNotEqual(spelled[0][1], spelled[1][1])
        self.assertEqual(spelled[0][2], spelled[1][2])
        self.assertEqual(swapped[0][1], swapped[1][1])
        for pair in self.truth["not_doubles"]:
            self.assertNotEqual(*(rows[r][2] for r in pair["rows"]))
        impossible, doubtful = (rows[d["row"]] for d in self.truth["dates"])
        self.assertEqual(impossible[2], "31.02.1994")
        self.assertLess(doubtful[3].year - doubtful[2].year, 16)

    def test_papers_agree_with_their_rows_as_planted(self):
        rows = self.rows()
        for paper in self.truth["papers"]:
            if paper["row"] is None:
                continue
            born = rows[paper["row"]][2]
            same = born == datetime.fromisoformat(paper["birth_date"])
            self.assertEqual(same, "lower_than" not in paper, paper["file"])
            if not same:
                off = sum(a != b for a, b in zip(born.date().isoformat(), paper["birth_date"]))
                self.assertEqual(off, 1)

    def test_most_dates_are_dates_and_some_are_text(self):
        cells = [row[column] for row in self.rows().values() for column in (2, 3)]
        text = [c for c in cells if isinstance(c, str)]
        self.assertTrue(all(re.fullmatch(r"\d\d\.\d\d\.\d{4}", c) for c in text))
        self.assertTrue(5 <= len(text) < len(cells) / 4)

    def test_the_workbook_has_a_merged_title_and_shared_strings(self):
        with zipfile.ZipFile(io.BytesIO(self.case["roster.xlsx"])) as book:
            self.assertIn("xl/sharedStrings.xml", book.namelist())
            self.assertIn(b'<mergeCell ref="A1:F1"', book.read("xl/worksheets/sheet1.xml"))

    def test_other_seeds_make_other_cases_of_which_the_truth_keeps_its_shape(self):
        for seed in range(20, 24):
            other = json.loads(make_example.make_case(seed, 48, 0.1, 0.1)["truth.json"])
            self.assertNotEqual(other["papers"], self.truth["papers"])
            for key in ("doubles", "not_doubles", "papers", "dates", "claims", "mentions"):
                self.assertEqual(len(other[key]), len(self.truth[key]))


if __name__ == "__main__":
    unittest.main()
