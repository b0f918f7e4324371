"""Bad input: a clear line in status, exit code 2, and the rest still read."""
import json
import os
import unittest

from muster_run import EXAMPLE, FolderTest, run

GOOD = "Olena Bondar said that 12 men crossed the river on 3 March 2025.\n"


class BadInput(FolderTest):
    def setUp(self):
        super().setUp()
        os.mkdir(self.path("in"))
        self.write("in/good.txt", GOOD)

    def brief(self, *more):
        return run("brief", self.path("in"), *more, "-o", self.path("out.case"))

    def status(self):
        done = run("status", self.path("out.case"), "--format", "jsonl")
        return done.returncode, {os.path.basename(row["file"]): row for row in map(json.loads, done.stdout.splitlines())}

    def assert_only_this_fails(self, name, *more):
        done = self.brief(*more)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(name.encode(), done.stderr)
        code, rows = self.status()
        self.assertEqual(code, 2)
        self.assertEqual(rows[name]["state"], "failed")
        self.assertRegex(rows[name]["problems"], r"\w+.*\(.+\)")  # what, and what to do
        self.assertEqual(rows["good.txt"]["state"], "read")
        brief = json.load(open(self.path("out.case", "brief.json")))
        self.assertTrue(any(name in p["file"] for p in brief["problems"]))
        self.assertTrue(any("12" in c["content"] for c in brief["claims"]))
        self.assertEqual(run("verify", self.path("out.case")).returncode, 0)
        self.assertEqual(self.brief(*more).returncode, 2, "a second run says it again")

    def test_an_empty_file(self):
        self.write("in/empty.txt", "")
        self.assert_only_this_fails("empty.txt")

    def test_a_truncated_xlsx(self):
        with open(os.path.join(EXAMPLE, "roster.xlsx"), "rb") as whole:
            self.write("in/half.xlsx", whole.read()[:3000])
        self.assert_only_this_fails("half.xlsx")

    def test_a_png_that_is_no_passport(self):
        # One grey pixel, made by hand.
        import struct
        import zlib

        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        rows = b"".join(b"\0" + bytes([200] * 300) for _ in range(200))
        png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 300, 200, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
        self.write("in/grey.png", png)
        self.assert_only_this_fails("grey.png")

    def test_a_pdf_that_is_no_pdf(self):
        self.write("in/fake.pdf", "%PDF-1.4\nthis is no pdf\n")
        self.assert_only_this_fails("fake.pdf")

    def test_a_text_called_pdf_is_read_as_what_it_is_or_refused_with_a_word(self):
        self.write("in/notes.pdf", GOOD.replace("12", "13"))
        done = self.brief()
        _, rows = self.status()
        self.assertTrue(rows["notes.pdf"]["state"] == "read" or done.returncode == 2)

    def test_twenty_megabytes_of_one_line(self):
        self.write("in/line.txt", b"word " * 4_000_000)
        self.assert_only_this_fails("line.txt")

    def test_invalid_utf8_is_read_with_a_problem_or_refused(self):
        self.write("in/broken.txt", b"Ivan Melnyk said \xff\xfe\xfa that 5 men left. " * 3 + "Їжак".encode())
        done = self.brief()
        _, rows = self.status()
        self.assertNotEqual(rows["broken.txt"]["problems"], "")
        self.assertEqual(done.returncode, 2 if rows["broken.txt"]["state"] == "failed" else 0)

    def test_random_bytes_called_txt(self):
        self.write("in/noise.txt", bytes((i * 7919 + i * i) % 256 for i in range(5000)))
        self.assert_only_this_fails("noise.txt")

    def test_a_file_without_read_permission(self):
        if os.getuid() == 0:
            self.skipTest("root may read everything")
        os.chmod(self.write("in/secret.txt", "x"), 0)
        self.assert_only_this_fails("secret.txt")

    def test_a_folder_that_does_not_exist(self):
        self.assert_only_this_fails("nowhere", self.path("nowhere"))

    def test_a_case_folder_that_holds_other_things(self):
        done = run("brief", self.path("in"), "-o", self.path("in"))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no case", done.stderr)
        self.assertEqual(sorted(os.listdir(self.path("in"))), ["good.txt"])

    def test_a_publication_date_that_is_none(self):
        done = self.brief("--published", "yesterday")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"2025-04-12", done.stderr)

    def test_commands_on_no_case_say_so(self):
        for command in ("status", "verify", "who", "claims", "timeline", "findings"):
            with self.subTest(command):
                done = run(command, self.path("in"))
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertIn(b"is no case", done.stderr)

    def test_a_damaged_case_is_refused(self):
        self.brief()
        self.write("out.case/case.db", b"SQLite format 3\0" + b"\x17" * 5000)
        done = run("status", self.path("out.case"))
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
