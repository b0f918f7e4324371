"""The example case against its truth: what the brief finds, misses and gets wrong. A fall is a failure."""
import os
import resource
import subprocess
import sys
import time
import unittest

from muster_run import BINARY, EXAMPLE, SOURCE, FolderTest, run


class Example(FolderTest):
    def test_the_brief_scores_as_frozen(self):
        done = run("brief", EXAMPLE, "-o", self.path("b.case"))
        self.assertEqual(done.returncode, 0, done.stderr)
        readings = self.write("read.jsonl", run("read", EXAMPLE).stdout)
        score = subprocess.run(
            [sys.executable, os.path.join(SOURCE, "tools", "score_brief.py"), os.path.join(EXAMPLE, "truth.json"), self.path("b.case", "brief.json"),
             "--read", readings, "--frozen", os.path.join(EXAMPLE, "frozen.json")], capture_output=True, text=True)
        print(score.stdout)
        self.assertEqual(score.returncode, 0, score.stdout + score.stderr)

    def test_it_takes_under_five_seconds_and_300_megabytes(self):
        start = time.monotonic()
        child = subprocess.Popen([BINARY, "brief", EXAMPLE, "-q", "-o", self.path("b.case")], stdout=subprocess.DEVNULL)
        child.wait()
        seconds = time.monotonic() - start
        megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"example case: {seconds:.2f} s, {megabytes:.0f} MB")
        self.assertEqual(child.returncode, 0)
        self.assertLess(megabytes, 300)
        # The figure is held on a quiet machine (bench/speed); here only what no noise explains.
        self.assertLess(seconds, 15)


if __name__ == "__main__":
    unittest.main()
