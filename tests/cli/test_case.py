"""The life of a case: adding, adding again, deciding, moving, verifying."""
import json
import os
import shutil
import unittest

from muster_run import EXAMPLE, FolderTest, run


def snapshot(folder):
    """Every file but the database's own and the brief (which carries the time it was made)."""
    files = {}
    for place, _, names in os.walk(folder):
        for name in names:
            if not name.startswith(("case.db", "brief.")):
                with open(os.path.join(place, name), "rb") as file:
                    files[os.path.relpath(os.path.join(place, name), folder)] = file.read()
    return files


class Case(FolderTest):
    def setUp(self):
        super().setUp()
        self.case = self.path("border.case")

    def brief(self, *words):
        done = run("brief", EXAMPLE, "-o", self.case, *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(os.path.join(self.case, "brief.json"), encoding="utf-8") as file:
            return json.load(file)

    def test_adding_the_same_folder_twice_changes_nothing(self):
        first = self.brief()
        before = snapshot(self.case)
        second = self.brief()
        self.assertEqual(snapshot(self.case), before)
        first.pop("made")
        second.pop("made")
        self.assertEqual(first, second)

    def test_a_case_verifies_and_can_be_moved(self):
        self.brief()
        moved = self.path("handed-over.case")
        shutil.move(self.case, moved)
        done = run("verify", moved)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertRegex(done.stdout.decode(), r"1\d originals, \d{3,} quotations, \d+ log lines checked: all as they were written")
        self.assertEqual(run("claims", moved).returncode, 0)

    def test_a_case_holds_no_absolute_path(self):
        self.brief()
        with open(os.path.join(self.case, "brief.json"), encoding="utf-8") as brief, open(os.path.join(self.case, "log.jsonl"), encoding="utf-8") as log:
            self.assertNotIn(os.path.dirname(self.folder) + "/muster-", brief.read() + log.read())

    def test_init_then_add_then_status(self):
        self.assertEqual(run("init", self.case).returncode, 0)
        self.assertEqual(run("status", self.case).returncode, 1)
        done = run("add", self.case, os.path.join(EXAMPLE, "wire.txt"))
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [json.loads(line) for line in run("status", self.case, "--format", "jsonl").stdout.splitlines()]
        self.assertEqual([(row["state"], row["published"]) for row in rows], [("read", "2025-03-20")])

    def test_a_judgement_is_honoured_and_undone(self):
        before = self.brief()
        pair = next(p for p in before["people"]["doubles"] if p["verdict"] == "same")
        left, right = pair["left_id"], pair["right_id"]
        people = before["people"]["lists"][0]["people"]
        self.assertEqual(run("decide", self.case, left, right, "different", "--user", "olena", "--reason", "two passports").returncode, 0)
        self.assertEqual(self.brief()["people"]["lists"][0]["people"], people + 1)
        self.assertEqual(run("decide", self.case, left, right, "same").returncode, 0)
        after = self.brief()
        self.assertEqual(after["people"]["lists"][0]["people"], people)
        log = [json.loads(line) for line in open(os.path.join(self.case, "log.jsonl"), encoding="utf-8")]
        self.assertEqual([line["event"] for line in log][-2:], ["judge", "judge"])

    def test_decide_refuses_what_it_does_not_know(self):
        self.brief()
        for words in (("x", "y", "same"), ("x", "x", "same"), ("x", "y", "perhaps")):
            self.assertEqual(run("decide", self.case, *words).returncode, 2)

    def test_lists_print_in_every_format(self):
        self.brief()
        for command in ("who", "claims", "timeline", "findings", "status"):
            for form in ("table", "csv", "tsv", "jsonl", "json"):
                with self.subTest(command=command, form=form):
                    done = run(command, self.case, "--format", form)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertTrue(done.stdout.endswith(b"\n"))
                    self.assertEqual(done.stderr, b"")
            rows = json.loads(run(command, self.case, "--format", "json").stdout)
            self.assertEqual(len(rows), len(run(command, self.case, "--format", "jsonl").stdout.splitlines()))

    def test_nothing_found_is_exit_code_1(self):
        self.brief()
        self.assertEqual(run("claims", self.case, "--speaker", "nobody by this name").returncode, 1)

    def test_the_brief_lies_beside_the_input_by_default(self):
        shutil.copytree(EXAMPLE, self.path("evidence"))
        self.assertEqual(run("brief", self.path("evidence")).returncode, 0)
        self.assertTrue(os.path.exists(self.path("evidence.case", "brief.html")))


if __name__ == "__main__":
    unittest.main()
