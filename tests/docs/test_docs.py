"""Links and commands in the documents lead somewhere."""
import glob
import os
import re
import unittest

from muster_run import SOURCE, run


def documents():
    return [p for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "data/**/*.md") for p in glob.glob(os.path.join(SOURCE, pattern), recursive=True)]


class Documents(unittest.TestCase):
    def test_every_relative_link_has_a_target(self):
        for path in documents():
            with open(path, encoding="utf-8") as file:
                text = file.read()
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
                if re.match(r"[a-z]+:", target):
                    continue
                with self.subTest(document=os.path.relpath(path, SOURCE), target=target):
                    self.assertTrue(os.path.exists(os.path.join(os.path.dirname(path), target)))

    def test_every_command_named_exists(self):
        known = set(re.findall(r"^  ([a-z]+) {2,}", run("--help").stdout.decode(), re.M)) | {"help"}
        for path in documents():
            with open(path, encoding="utf-8") as file:
                text = file.read()
            for name in re.findall(r"(?:^|`)(?:\./dev run|muster) ([a-z]+)\b", text, re.M):
                with self.subTest(document=os.path.relpath(path, SOURCE), command=name):
                    self.assertIn(name, known)

    def test_the_architecture_stays_short(self):
        with open(os.path.join(SOURCE, "ARCHITECTURE.md"), encoding="utf-8") as file:
            self.assertLessEqual(len(file.read().split()), 1500)

    def test_every_data_file_states_its_source(self):
        for path in glob.glob(os.path.join(SOURCE, "data", "*", "*")):
            if path.endswith((".md", ".sql", ".css", ".js", ".html")):
                continue
            with self.subTest(os.path.relpath(path, SOURCE)), open(path, encoding="utf-8") as file:
                head = file.read(3000).lower()
                named = os.path.join(os.path.dirname(path), "README.md")
                beside = os.path.exists(named) and os.path.basename(path) in open(named, encoding="utf-8").read()
                self.assertTrue(beside or "source" in head or "licence" in head or "written for" in head)


if __name__ == "__main__":
    unittest.main()
