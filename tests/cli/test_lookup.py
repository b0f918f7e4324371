"""muster lookup: lists of every kind, an index kept and used again, bad lists and bad names."""
import csv
import io
import json
import os
import unittest

from muster_run import FolderTest, run

LIST = "id,name\np1,Чжан Жэньбо\np1,张仁波\np2,Oksana Hrynko\np3,Renata Holm\np3,Renata Holm\n\n"


def rows(done):
    return list(csv.reader(io.StringIO(done.stdout.decode()), delimiter="\t"))[1:]


class Lookup(FolderTest):
    def setUp(self):
        super().setUp()
        self.list = self.write("list.csv", LIST)
        self.index = self.path("list.index")

    def test_a_name_in_another_script(self):
        done = run("lookup", "--list", self.list, "ZHANG RENBO", "--limit", "2")
        self.assertEqual(done.returncode, 0, done.stderr)
        query, rank, answer, score, id_, _ = rows(done)[0]
        self.assertEqual((query, rank, answer, id_), ("ZHANG RENBO", "1", "张仁波", "p1"))
        self.assertGreater(float(score), 0.9)
        self.assertIn("1 rows without a name", done.stderr.decode())
        self.assertIn("1 repeated names", done.stderr.decode())

    def test_lists_of_every_kind_say_the_same(self):
        names = [("p1", "Чжан Жэньбо"), ("p2", "Oksana Hrynko"), ("p3", "Renata Holm")]
        kinds = {
            "a.tsv": "caption\tid\n" + "".join(f"{n}\t{i}\n" for i, n in names),
            "a.ftm.json": "".join(json.dumps({"id": i, "caption": "x", "properties": {"name": [n]}}) + "\n" for i, n in names),
            "a.txt": "".join(n + "\n" for _, n in names),
        }
        for file, content in kinds.items():
            with self.subTest(file):
                found = rows(run("lookup", "--list", self.write(file, content), "Holm Renata"))
                self.assertEqual(found[0][2], "Renata Holm")
                self.assertEqual(found[0][4], "" if file == "a.txt" else "p3")

    def test_a_file_of_queries(self):
        lines = self.write("q.txt", "Renata Holm\n\nГринько Оксана\n")
        table = self.write("q.csv", "n,query\n1,Renata Holm\n2,Гринько Оксана\n")
        for file in (lines, table):
            done = run("lookup", "--list", self.list, "--queries", file, "--limit", "1")
            self.assertEqual([r[2] for r in rows(done)], ["Renata Holm", "Oksana Hrynko"])

    def test_an_index_is_made_once_and_used_again(self):
        first = run("lookup", "--list", self.list, "--index", self.index, "Renata Holm")
        made = os.stat(self.index).st_mtime_ns
        again = run("lookup", "--list", self.list, "--index", self.index, "Renata Holm")
        alone = run("lookup", "--index", self.index, "Renata Holm")
        self.assertEqual(os.stat(self.index).st_mtime_ns, made)
        self.assertEqual(first.stdout, again.stdout)
        self.assertEqual(first.stdout, alone.stdout)

    def test_an_index_of_another_list_is_refused_and_can_be_added_to(self):
        run("lookup", "--list", self.list, "--index", self.index, "x")
        more = self.write("more.txt", "Vera Ashcombe\n")
        done = run("lookup", "--list", more, "--index", self.index, "Vera Ashcombe")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"another list", done.stderr)
        for _ in range(2):
            done = run("lookup", "--list", more, "--index", self.index, "--add", "Vera Ashcombe", "Renata Holm", "--limit", "1")
            self.assertEqual([r[2] for r in rows(done)], ["Vera Ashcombe", "Renata Holm"])

    def test_a_damaged_index_is_refused(self):
        run("lookup", "--list", self.list, "--index", self.index, "x")
        with open(self.index, "rb") as file:
            whole = file.read()
        for damaged in (b"", whole[:100], whole[:-8], whole[:20] + b"\xff" + whole[21:], b"no index at all"):
            self.write("list.index", damaged)
            done = run("lookup", "--index", self.index, "Renata Holm")
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertRegex(done.stderr.decode(), r"list\.index: is .*\(.+\)")

    def test_strange_queries_end_with_an_answer_or_none(self):
        for query in ("a" * 10_000, "Renata " * 1500, "123", "...", "\x01\x02\x7f", "\ud800".encode("utf-8", "surrogatepass"), b"Ren\xffata Holm", "Renата Хolm"):
            with self.subTest(query[:20]):
                done = run("lookup", "--list", self.list, query, timeout=20)
                self.assertIn(done.returncode, (0, 1), done.stderr)

    def test_nothing_found(self):
        done = run("lookup", "--list", self.list, "12345")
        self.assertEqual(done.returncode, 1)

    def test_bad_lists_and_words(self):
        empty = self.write("empty.csv", "")
        done = run("lookup", "--list", empty, "Renata Holm")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"holds no name", done.stderr)
        for arguments in (
            ["Renata Holm"],
            ["--list", self.list],
            ["--list", self.path("nowhere.csv"), "Renata Holm"],
            ["--list", self.folder, "Renata Holm"],
            ["--list", self.list, "--limit", "0", "Renata Holm"],
            ["--list", self.list, "--limit", "ten", "Renata Holm"],
            ["--list", self.list, "--queries", self.path("nowhere.txt")],
            ["--list", self.write("bytes.txt", b"a\0b\0c\n"), "Renata Holm"],
            ["--list", self.write("broken.json", "{]\n"), "Renata Holm"],
        ):
            with self.subTest(arguments):
                done = run("lookup", *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertRegex(done.stderr.decode(), r"^muster: .+\(.+\)\n$")

    def test_the_order_of_the_list_does_not_matter(self):
        lines = LIST.strip().split("\n")
        turned = self.write("turned.csv", "\n".join(lines[:1] + lines[:0:-1]) + "\n")
        for query in ("Holm", "Zhang", "Oksana"):
            self.assertEqual(run("lookup", "--list", self.list, query).stdout, run("lookup", "--list", turned, query).stdout)


if __name__ == "__main__":
    unittest.main()
