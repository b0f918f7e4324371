"""muster train attribution and `muster read --attribution-weights`: learning, using what was learned, refusing."""
import json
import os
import time
import unittest

from muster_run import FolderTest, read, run

MARKED = """== one
{1s Ana Rudan} {1c said} {1t the bridge was shut}. {2s She} {2c!denied denied} {2t that it was late}.

{3t "Nobody came,"} {3c said} {3s Bren Holt}. The road runs along the river to the old mill.

== two
{1s The mayor} {1c said} {1t the mill was sold}. {2s Officials} {2c claim} {2t nobody had asked}.
"""
TEXT = "“Zoë left,” said Ana Rudan. Bren Holt denied that the river rose. The mill has two wheels.\n"
SENTENCE = b"Ana Rudan said the bridge was shut. The road runs along the river.\n"


def annotations(text, *attributions):
    """A brat file: for each attribution its source, cue and content, as words of the text."""
    lines, number = [], 0
    for event, roles in enumerate(attributions, 1):
        parts = []
        for role, words in zip(("Source", "Cue", "Content"), roles):
            number += 1
            start = text.index(words)
            lines.append(f"T{number}\t{role} {start} {start + len(words)}\t{words}")
            parts.append(f"{role}:T{number}")
        lines.append(f"E{event}\tAttribution:{parts[1].split(':')[1]} " + " ".join(parts))
    return "\n".join(lines) + "\n"


class TrainTest(FolderTest):
    def setUp(self):
        super().setUp()
        for name in ("marked", "brat", "brat/text", "brat/attributions", "empty"):
            os.mkdir(self.path(name))
        self.write("marked/news.txt", MARKED)
        self.write("brat/text/n.txt", TEXT)
        self.write("brat/attributions/n_a.ann", annotations(
            TEXT, ("Ana Rudan", "said", "“Zoë left,”"), ("Bren Holt", "denied", "that the river rose")))
        self.weights = self.path("own.weights")

    def train(self, *arguments, corpus="marked"):
        return run("train", "attribution", "--corpus", self.path(corpus), "-o", self.weights, *arguments)

    def refused(self, done, *words):
        """Exit code 2, nothing on stdout, one line that has the words and ends with what to do."""
        self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr)
        lines = done.stderr.decode().splitlines()
        self.assertEqual(len(lines), 1, lines)
        self.assertRegex(lines[0], r"^muster: .+ \(.+\)$")
        for word in words:
            self.assertIn(word, lines[0])


class Train(TrainTest):
    def test_either_form_teaches_and_what_was_learned_is_used(self):
        for corpus, told in (("marked", "5 attributions"), ("brat", "2 attributions")):
            with self.subTest(corpus):
                done = self.train("--force", corpus=corpus)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(told, done.stderr.decode())
                reading = json.loads(run("read", "--attribution-weights", self.weights, "-", stdin=SENTENCE).stdout)
                cues = [reading["text"][c["cue"][0]["start"]:c["cue"][0]["end"]] for c in reading["claims"]]
                self.assertIn("said", cues)

    def test_two_corpora_teach_together(self):
        both = self.path("marked") + "," + self.path("brat")
        done = run("train", "attribution", "--corpus", both, "-o", self.weights)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("7 attributions", done.stderr.decode())

    def test_the_same_files_give_the_same_bytes(self):
        made = []
        for _ in range(2):
            self.assertEqual(self.train("--force").returncode, 0)
            with open(self.weights, "rb") as file:
                made.append(file.read())
        self.assertEqual(made[0], made[1])

    def test_quiet_says_nothing(self):
        done = self.train("--quiet")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))

    def test_a_file_is_overwritten_only_where_that_is_asked_for(self):
        self.write("own.weights", "mine")
        self.refused(self.train(), self.weights, "--force")
        with open(self.weights, "rb") as file:
            self.assertEqual(file.read(), b"mine")
        self.assertEqual(self.train("--force").returncode, 0)
        self.assertGreater(os.path.getsize(self.weights), 100)

    def test_only_attribution_can_be_trained(self):
        self.refused(run("train", "names", "--corpus", self.path("marked"), "-o", self.weights), "names", "muster train attribution")
        self.assertEqual(run("train", "--corpus", self.path("marked")).returncode, 2)
        self.assertFalse(os.path.exists(self.weights))

    def test_a_corpus_must_be_named(self):
        self.refused(run("train", "attribution", "-o", self.weights), "--corpus")

    def test_a_threshold_is_a_probability(self):
        for threshold in ("7", "0", "1", "-0.5", "much", "nan"):
            with self.subTest(threshold):
                self.refused(self.train(f"--threshold={threshold}"), "--threshold", threshold)
        self.assertFalse(os.path.exists(self.weights))
        self.assertEqual(self.train("--threshold=0.7").returncode, 0)

    def test_folders_that_cannot_be_read_or_hold_nothing(self):
        self.refused(self.train(corpus="nowhere"), "nowhere")
        self.refused(self.train(corpus="marked/news.txt"), "news.txt")
        self.refused(self.train(corpus="empty"), "empty")
        self.refused(self.train(corpus="x" * 5000))
        self.write("empty/plain.txt", "== a\nNothing is marked here.\n")
        self.refused(self.train(corpus="empty"), "marked")
        os.symlink("nowhere", self.path("empty", "gone.txt"))
        self.refused(self.train(corpus="empty"), "gone.txt")
        self.assertFalse(os.path.exists(self.weights))

    def test_a_folder_without_permission(self):
        os.chmod(self.path("marked"), 0)
        self.addCleanup(os.chmod, self.path("marked"), 0o700)
        if os.access(self.path("marked"), os.R_OK):
            self.skipTest("this user may read everything")
        self.refused(self.train(), "marked")

    def test_a_slip_in_the_marks_is_told_with_its_line(self):
        self.write("marked/news.txt", MARKED + "{9z What}\n")
        self.refused(self.train(), "news.txt, line 8", "{9z What}", "attribution-guide")

    def test_weights_that_cannot_be_written(self):
        self.refused(run("train", "attribution", "-q", "--corpus", self.path("marked"), "-o", self.path("nowhere", "w")), "nowhere")


class Weights(TrainTest):
    def test_no_file(self):
        self.refused(run("read", "--attribution-weights", self.path("gone"), "-", stdin=SENTENCE), "gone")

    def test_files_that_are_no_weights(self):
        self.assertEqual(self.train("-q").returncode, 0)
        with open(self.weights, "rb") as file:
            good = file.read()
        for name, content in (("nothing", b""), ("text", MARKED), ("zeros", bytes(10_000)), ("cut", good[:-9]),
                              ("head", good[:530]), ("version", b"MAT9" + good[4:])):
            with self.subTest(name):
                self.refused(run("read", "--attribution-weights", self.write(name, content), "-", stdin=SENTENCE),
                             self.path(name), "muster train attribution")

    def test_a_folder_is_no_weights(self):
        self.refused(run("read", "--attribution-weights", self.path("empty"), "-", stdin=SENTENCE), "empty")


class LongTexts(FolderTest):
    """Texts that are no prose: read in time that grows with their length, and with exact spans."""

    PIECES = {
        "no stops": "the mayor said the road was shut and officials denied that anyone had been told ",
        "right to left": "אמר ראש העיר כי הדרך נסגרה לפני הצהריים ",
        "poor scan": "Tbe rnayor sa1d tbat tlie r0ad vvas sbut ,, , ' ` \" l I | . - ",
        "open marks": "“he said \"that «",
    }

    def read(self, piece, size):
        text = (piece * (size // len(piece.encode()) + 1)).encode()[:size].decode(errors="ignore")
        path = self.write("long.txt", text)
        started = time.monotonic()
        readings = read(path, timeout=300)
        took = time.monotonic() - started
        self.assertEqual(len(readings), 1)
        self.assertTrue(readings[0]["text"].startswith(text[:1000]))
        length = len(readings[0]["text"])
        for claim in readings[0]["claims"]:
            for role in ("source", "cue", "content"):
                for span in claim[role]:
                    self.assertTrue(0 <= span["start"] < span["end"] <= length)
            self.assertIn(readings[0]["text"][claim["content"][0]["start"]:claim["content"][0]["end"]], claim["text"])
        return took

    def test_one_line_of_five_megabytes(self):
        self.assertLess(self.read(self.PIECES["no stops"], 5_000_000), 120)

    def test_twice_the_text_takes_less_than_three_times_as_long(self):
        for name, piece in self.PIECES.items():
            with self.subTest(name):
                for _ in range(3):
                    once, twice = self.read(piece, 300_000), self.read(piece, 600_000)
                    if twice < 3 * once:
                        break
                self.assertLess(twice, 3 * once + 0.05)


if __name__ == "__main__":
    unittest.main()
