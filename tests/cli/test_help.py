"""The help, the manual page and the completions, all from one table."""
import re
import shutil
import subprocess
import unittest

from muster_run import FolderTest, run

COMMANDS = re.findall(r"^  ([a-z]+) {2,}", run("--help").stdout.decode().split("commands:")[1], re.M)


class Help(unittest.TestCase):
    def test_the_general_help_opens_with_two_examples_and_lists_the_commands(self):
        text = run("--help").stdout.decode()
        self.assertGreaterEqual(len(re.findall(r"^  muster ", text, re.M)), 2)
        self.assertLessEqual({"brief", "init", "add", "status", "verify", "read", "who", "claims", "timeline", "findings", "decide"}, set(COMMANDS))

    def test_every_command_has_help_that_opens_with_two_examples(self):
        for command in COMMANDS:
            with self.subTest(command):
                done = run(command, "--help")
                self.assertEqual(done.returncode, 0)
                before_usage = done.stdout.decode().split("\nusage:")[0]
                self.assertGreaterEqual(len(re.findall(r"^  \S.*", before_usage, re.M)), 2)

    def test_an_unknown_command_and_an_unknown_flag_say_what_to_do(self):
        for words in (["summon"], ["brief", "--nonsense", "x"], ["brief"], ["status", "--format", "pdf", "x.case"]):
            with self.subTest(words):
                done = run(*words)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, b"")
                self.assertIn(b"--help", done.stderr)

    def test_no_words_print_the_help_on_stderr(self):
        done = run()
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"commands:", done.stderr)


class Page(FolderTest):
    def test_the_manual_page_names_every_command_and_is_well_formed(self):
        page = run("man").stdout
        for command in COMMANDS:
            self.assertIn(f".SS muster {command}".encode(), page)
        if not shutil.which("mandoc"):
            self.skipTest("mandoc is not installed")
        lint = subprocess.run(["mandoc", "-T", "lint", "-W", "error"], input=page, capture_output=True)
        self.assertEqual(lint.stdout, b"")

    def test_the_bash_completions_complete_a_flag_and_its_choices(self):
        script = self.write("muster.bash", run("completions", "bash").stdout)
        ask = "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _muster; echo ${COMPREPLY[@]}"
        for words, at, answer in (("muster st", 1, "status"), ("muster brief --pub", 2, "--published --publisher"), ("muster who --format j", 3, "jsonl json")):
            done = subprocess.run(["bash", "-c", ask % (script, words, at)], capture_output=True)
            self.assertEqual(done.stdout.decode().strip(), answer)

    def test_another_shell_is_an_error(self):
        self.assertEqual(run("completions", "tcsh").returncode, 2)


if __name__ == "__main__":
    unittest.main()
