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

    def test_every_data_file_is_named_with_source_and_licence(self):
        named = self.data_files_named()
        for path in glob.glob(os.path.join(SOURCE, "data", "*", "*")):
            name = os.path.relpath(path, os.path.join(SOURCE, "data"))
            if path.endswith(".md"):
                continue
            with self.subTest(name):
                self.assertIn(name, named)
                self.assertTrue(all(named[name]), "what, source, licence and maker")

    def test_every_data_file_named_exists(self):
        for name in self.data_files_named():
            with self.subTest(name):
                self.assertTrue(os.path.exists(os.path.join(SOURCE, "data", name)))

    def test_every_maker_named_exists(self):
        for name, cells in self.data_files_named().items():
            for tool in re.findall(r"tools/\w+\.py", cells[-1]):
                with self.subTest(name):
                    self.assertTrue(os.path.exists(os.path.join(SOURCE, tool)))

    @staticmethod
    def data_files_named():
        """"layer/file" -> its cells: what, source, licence, made by."""
        named, layer = {}, ""
        with open(os.path.join(SOURCE, "data", "README.md"), encoding="utf-8") as file:
            for line in file:
                layer = line[3:].strip() if line.startswith("## ") else layer
                cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
                if len(cells) == 5 and re.fullmatch(r"\w+\.\w+", cells[0].strip("| ")):
                    named[f"{layer}/{cells[0]}"] = cells[1:]
        return named

    def test_every_page_is_linked_from_the_first_ones(self):
        linked = set()
        for name in ("README.md", "ARCHITECTURE.md"):
            with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
                linked |= set(re.findall(r"\]\((docs/[\w-]+\.md)", file.read()))
        for path in glob.glob(os.path.join(SOURCE, "docs", "*.md")):
            with self.subTest(os.path.relpath(path, SOURCE)):
                self.assertIn(os.path.relpath(path, SOURCE), linked)


if __name__ == "__main__":
    unittest.main()
