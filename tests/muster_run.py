"""Runs the muster binary for the tests: MUSTER_BINARY names it, MUSTER_SOURCE the checkout."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("MUSTER_SOURCE", os.path.abspath(os.path.join(os.path.dirname(__file__), "..")))
BINARY = os.environ.get("MUSTER_BINARY", os.path.join(SOURCE, "build", "release", "muster"))
SHARED = os.environ.get("MUSTER_SHARED", os.path.join(SOURCE, "..", "shared"))
EXAMPLE = os.path.join(SOURCE, "examples", "border-post")


def run(*arguments, stdin=b"", timeout=120, **options):
    """The finished process; stdout and stderr are bytes."""
    return subprocess.run([BINARY, *arguments], input=stdin, capture_output=True, timeout=timeout, **options)


def read(*arguments, **options):
    """The objects that `muster read` prints."""
    return [json.loads(line) for line in run("read", *arguments, **options).stdout.splitlines()]


def shared(*parts):
    """A path under ../shared; skips the test, with a word, where it is absent."""
    path = os.path.join(SHARED, *parts)
    if not os.path.exists(path):
        raise unittest.SkipTest(f"no {'/'.join(parts)} in ../shared")
    return path


class FolderTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="muster-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return self.path(name)
