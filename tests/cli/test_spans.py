"""The text at every span equals the quoted text, for every item of every example file."""
import glob
import json
import os
import unittest

from muster_run import EXAMPLE, FolderTest, read, run


class Spans(FolderTest):
    def test_every_item_of_read_quotes_the_text_exactly(self):
        items = 0
        for reading in read(EXAMPLE):
            text = reading["text"]
            for kind in ("mentions", "dates", "quantities", "places", "statements"):
                for item in reading[kind]:
                    self.assertEqual(text[item["start"]:item["end"]], item["text"], kind)
                    self.assertLess(item["start"], item["end"], kind)
                    items += 1
            for claim in reading["claims"]:
                self.assertEqual(" … ".join(text[s["start"]:s["end"]] for s in claim["content"]), claim["text"])
                for role in ("source", "cue", "content", "hedge"):
                    for span in claim[role]:
                        self.assertTrue(0 <= span["start"] < span["end"] <= len(text))
                        items += 1
        self.assertGreater(items, 500)

    def test_every_quote_of_the_brief_stands_in_its_document(self):
        self.assertEqual(run("brief", EXAMPLE, "-o", self.path("b.case")).returncode, 0)
        texts = {r["document"]["sha256"]: r["text"] for r in read(EXAMPLE)}
        with open(self.path("b.case", "brief.json"), encoding="utf-8") as file:
            brief = json.load(file)
        by_id = {d["id"]: texts[d["sha256"]] for d in brief["documents"]}
        quotes = []

        def collect(value):
            if isinstance(value, dict):
                if {"document", "start", "end", "text", "context"} <= value.keys():
                    quotes.append(value)
                for inner in value.values():
                    collect(inner)
            elif isinstance(value, list):
                for inner in value:
                    collect(inner)

        collect(brief)
        self.assertGreater(len(quotes), 200)
        for q in quotes:
            text = by_id[q["document"]]
            self.assertEqual(text[q["start"]:q["end"]], q["text"])
            self.assertEqual(text[q["context_start"]:q["context_start"] + len(q["context"])], q["context"])

    def test_a_plain_text_is_given_back_unchanged(self):
        for path in glob.glob(os.path.join(EXAMPLE, "*.txt")):
            with open(path, encoding="utf-8", newline="") as file:
                self.assertEqual(read(path)[0]["text"], file.read())

    def test_standard_input_is_read(self):
        reading = read("-", "--published", "2025-04-12", stdin="Олена Бондар сказала, що 5 людей пішли 8 квітня.".encode())[0]
        self.assertEqual(reading["dates"][0]["value"], "2025-04-08")


if __name__ == "__main__":
    unittest.main()
