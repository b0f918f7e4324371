"""Killed at any moment while adding, a case opens, verifies and finishes."""
import json
import os
import random
import shutil
import subprocess
import time
import unittest

from muster_run import BINARY, EXAMPLE, FolderTest, run


class Kill(FolderTest):
    def evidence(self):
        """The example without its pictures (they are slow to read), many times over with other bytes."""
        os.mkdir(self.path("in"))
        for i in range(8):
            for name in os.listdir(EXAMPLE):
                if name.endswith((".txt", ".html", ".xlsx", ".pdf")):
                    with open(os.path.join(EXAMPLE, name), "rb") as file:
                        tail = b"" if name.endswith((".xlsx", ".pdf")) else b"\n%d\n" % i
                        self.write(f"in/{i}-{name}", file.read() + tail)
        return self.path("in")

    def test_twenty_kills_at_random_moments(self):
        evidence = self.evidence()
        start = time.monotonic()
        self.assertEqual(run("brief", "-q", evidence, "-o", self.path("whole.case")).returncode, 0)
        whole_seconds = time.monotonic() - start
        expected = {row["sha256"] for row in self.rows("whole.case")}
        moments = random.Random(20250314)
        killed = 0
        for i in range(20):
            case = self.path("killed.case")
            shutil.rmtree(case, ignore_errors=True)
            child = subprocess.Popen([BINARY, "brief", "-q", evidence, "-o", case], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, whole_seconds))
            child.kill()
            killed += child.wait() == -9
            reported = self.reported(case)
            done = run("brief", "-q", evidence, "-o", case)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(run("verify", case).returncode, 0)
            self.assertEqual({row["sha256"] for row in self.rows("killed.case")}, expected)
            self.assertLessEqual(reported, expected)
        print(f"killed {killed} of 20 runs of {whole_seconds:.2f} s before they ended")
        self.assertGreater(killed, 5)

    def rows(self, case):
        return [json.loads(line) for line in run("status", self.path(case), "--format", "jsonl").stdout.splitlines()]

    @staticmethod
    def reported(case):
        """Hashes that the log of the killed run tells of, whole lines only."""
        try:
            with open(os.path.join(case, "log.jsonl"), encoding="utf-8") as log:
                return {json.loads(line)["subject"] for line in log.read().split("\n")[:-1]}
        except FileNotFoundError:
            return set()

    def test_a_full_disk_is_a_clear_error(self):
        evidence = self.evidence()
        # The limit on file sizes stands for the disk: writes beyond it fail.
        done = subprocess.run(["bash", "-c", f"ulimit -f 64; trap '' XFSZ; exec {BINARY} brief -q {evidence} -o {self.path('full.case')}"], capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"disk", done.stderr)
        self.assertEqual(run("brief", "-q", evidence, "-o", self.path("full.case")).returncode, 0)
        self.assertEqual(run("verify", self.path("full.case")).returncode, 0)


if __name__ == "__main__":
    unittest.main()
