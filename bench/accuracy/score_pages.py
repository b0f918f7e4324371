#!/usr/bin/env python3
"""Score the main text of web pages against what people marked as the article's body.

usage: score_pages.py READER [ARTICLES_DIR] [--worst N]

READER is a command that prints the text of the HTML file named after it; "muster" runs `muster read` and takes
its JSON lines.  ARTICLES_DIR holds ground-truth.json and html/ID.html.gz.  The measure is that of the article
extraction benchmark (Zyte): shingles of four words, precision and recall averaged over pages, and their F1.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import tempfile

WORD = re.compile(r"\w+")


def shingles(text, size=4):
    words = WORD.findall(text or "")
    if 0 < len(words) < size:
        return collections.Counter([tuple(words)])
    return collections.Counter(zip(*(words[i:] for i in range(size))))


def counts(truth, found):
    truth, found = shingles(truth), shingles(found)
    right = sum((truth & found).values())
    return right, sum(found.values()) - right, sum(truth.values()) - right


def read_text(reader, path):
    if os.path.basename(reader) != "muster":
        return subprocess.run([reader, path], capture_output=True, check=False).stdout.decode()
    out = subprocess.run([reader, "read", "--format", "jsonl", path], capture_output=True, check=False).stdout
    return json.loads(out.splitlines()[0])["text"] if out else ""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("reader")
    arguments.add_argument("articles", nargs="?", default="../shared/data/pages/articles")
    arguments.add_argument("--worst", type=int, default=0)
    options = arguments.parse_args()
    with open(os.path.join(options.articles, "ground-truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in sorted(truth):
            path = os.path.join(folder, name + ".html")
            with gzip.open(os.path.join(options.articles, "html", name + ".html.gz")) as packed, open(path, "wb") as page:
                page.write(packed.read())
            right, extra, missed = counts(truth[name]["articleBody"], read_text(options.reader, path))
            rows.append((right, extra, missed, name))
    precisions = [r / (r + e) for r, e, m, _ in rows if r + e]
    recalls = [r / (r + m) for r, e, m, _ in rows if r + m]
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    print(f"{len(rows)} pages: precision {precision:.4f}, recall {recall:.4f}, F1 {2 * precision * recall / (precision + recall):.4f}")
    for right, extra, missed, name in sorted(rows, key=lambda row: row[0] / max(1, 2 * row[0] + row[1] + row[2]))[: options.worst]:
        print(f"{2 * right / max(1, 2 * right + extra + missed):.3f}  right {right:5} extra {extra:5} missed {missed:5}  {name[:12]} {truth[name]['url'][:70]}")


if __name__ == "__main__":
    main()
