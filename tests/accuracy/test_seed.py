"""The report that the product grew from: the claims, numbers, dates and places that a careful reader finds in it.

Run with its date and without. `-v` prints how many were met.
"""
import os
import sys
import unittest

from muster_run import SOURCE, FolderTest

sys.path.insert(0, os.path.join(SOURCE, "bench", "accuracy"))
import seed  # noqa: E402

PUBLISHED = "2025-04-12"
FEWEST_CLAIMS = 9


class SeedReport(FolderTest):
    def claims_of(self, reading, how):
        met, wanted = reading.claims_met(), seed.expected()
        missed = [claim.number for claim in wanted if claim.number not in met]
        print(f"\n{how}: {len(met)} of {len(wanted)} claims" + (f", missed {missed}" if missed else ""))
        self.assertEqual(len(wanted), 11)
        self.assertGreaterEqual(len(met), FEWEST_CLAIMS)

    def test_claims_with_its_date(self):
        self.claims_of(seed.Reading(PUBLISHED), f"published {PUBLISHED}")

    def test_claims_without_a_date(self):
        self.claims_of(seed.Reading(), "no date")

    def test_every_number(self):
        self.assertEqual(seed.Reading().numbers_met(), list(seed.NUMBERS))

    def test_april_8_has_a_year_only_with_the_report_s_date(self):
        self.assertEqual(seed.Reading(PUBLISHED).april_8(), ["2025-04-08"] * 2)
        self.assertEqual(seed.Reading().april_8(), ["XXXX-04-08"] * 2)

    def test_tarasivka_is_undecided(self):
        self.assertEqual(seed.Reading(PUBLISHED).chosen("Tarasivka"), [None])

    def test_regions_are_decided(self):
        reading = seed.Reading()
        for name, identity in {"Donetsk region": "region:UA.05", "Luhansk region": "region:UA.14", "Kursk region": "region:RU.41"}.items():
            with self.subTest(name):
                self.assertEqual({place["id"] for place in reading.chosen(name)}, {identity})

    def test_the_words_are_those_at_their_place(self):
        self.assertEqual(seed.Reading().misquoted(), [])

    def test_its_brief_finds_no_conflict_and_quotes_exactly(self):
        brief = seed.brief(self.folder, PUBLISHED)
        self.assertEqual([f["summary"] for f in brief["findings"] if f["kind"] == "conflict"], [])
        for claim in brief["claims"]:
            for quote in claim["quotes"]:
                at = quote["start"] - quote["context_start"]
                self.assertEqual(quote["context"][at:at + len(quote["text"])], quote["text"])
        self.assertGreaterEqual(len(brief["claims"]), FEWEST_CLAIMS)


if __name__ == "__main__":
    unittest.main()
