"""Speed and memory: start-up, the example case, `muster read` on plain text and on news on one core,
names prepared and compared (bar: 5 us a comparison, median), and a long list.

Prints the figures of docs/speed.md: the best of several runs, since other work on the machine only ever slows one.
"""
import glob
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time

from muster_run import BINARY, EXAMPLE, SHARED, SOURCE


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores"


def timed(arguments, **options):
    """Seconds of wall clock, seconds of processor, megabytes at most."""
    start = time.monotonic()
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, _, usage = os.wait4(child.pid, 0)
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def plain_text(megabytes):
    """Varied plain text: the example's reports, with the numbers and names moved about."""
    texts = []
    for name in ("wire.txt", "note_uk.txt"):
        with open(os.path.join(EXAMPLE, name), encoding="utf-8") as file:
            texts.append(file.read())
    out, size, i = [], 0, 0
    while size < megabytes * 1_000_000:
        text = texts[0 if i % 5 else 1].replace("66", str(40 + i % 900)).replace("Hrynko", f"H{'aeiou'[i % 5]}rynk{'oaei'[i % 4]}")
        out.append(text)
        size += len(text.encode())
        i += 1
    return "\n\n".join(out).encode()


def start_up():
    version = min(timed([BINARY, "--version"]) for _ in range(20))
    print("start, muster --version:    %.1f ms, %.0f MB" % (1000 * version[0], version[2]))
    small = min(timed([BINARY, "read", os.path.join(EXAMPLE, "wire.txt")]) for _ in range(20))
    print("start, read of a small file: %.1f ms, %.0f MB" % (1000 * small[0], small[2]))


def news_files(folder):
    """News to read, with a word on what they are: PolNeAR's, or this project's annotated articles without their marks."""
    texts = os.path.join(SHARED, "data", "attribution", "polnear", "train", "text")
    if os.path.isdir(texts):
        return texts, "840 articles of PolNeAR"
    sys.path.insert(0, os.path.join(SOURCE, "tools"))
    import check_annotations as marks
    texts = os.path.join(folder, "news")
    os.mkdir(texts)
    for path in sorted(glob.glob(os.path.join(SOURCE, "data", "attribution", "[!t]*.txt"))):
        for name, _, marked in marks.articles(path):
            with open(os.path.join(texts, name + ".txt"), "w", encoding="utf-8") as file:
                file.write(marks.parse(marked)[0])
    return texts, "articles of data/attribution"


def who_says_what(folder):
    """`muster read` with everything on, on news: words a second, memory, start, and the size of what was learned."""
    texts, what = news_files(folder)
    words = 0
    for path in glob.glob(os.path.join(texts, "*.txt")):
        with open(path, encoding="utf-8", errors="replace") as file:
            words += len(file.read().split())
    read = min((timed(["taskset", "-c", "0", BINARY, "read", texts]) for _ in range(3)), key=lambda t: t[1])
    print("read, %s, one core: %.0f words/s, %.0f MB (bar: 100,000 words/s, 300 MB)" % (what, words / read[1], read[2]))
    sentence = os.path.join(folder, "sentence.txt")
    with open(sentence, "w", encoding="utf-8") as file:
        file.write("Ana Rudan said that the bridge was shut.\n")
    start = min(timed([BINARY, "read", sentence]) for _ in range(20))
    print("read of one sentence:       %.1f ms, %.0f MB (bar: 100 ms)" % (1000 * start[0], start[2]))
    weights = [os.path.join(SOURCE, "data", *parts) for parts in (("syntax", "tagger.weights"), ("extract", "attribution.weights"))]
    sizes = [os.path.getsize(path) / 1e6 for path in weights]
    print("weights of tags and of attribution: %.1f + %.1f MB (bar: 20 MB)" % tuple(sizes))


def long_list(folder, rows=20_000):
    maker = os.path.join(SOURCE, "tools", "make_example.py")
    subprocess.run([sys.executable, "-B", maker, "--linkage-only", "--rows", str(rows), "--out", folder], check=True, stderr=subprocess.DEVNULL)
    case = os.path.join(folder, "list.case")
    took = timed([BINARY, "brief", "-q", os.path.join(folder, "roster.csv"), "-o", case])
    print("brief of a roster of %d rows: %.1f s, %.0f MB" % (rows, took[0], took[2]))


def names_of_people():
    """Names in Latin letters made of the words that the program counts names by."""
    with open(os.path.join(SOURCE, "data", "names", "word_counts.tsv"), encoding="utf-8") as file:
        words = [line.split("\t")[0].capitalize() for line in file if line[0].isalpha() and len(line.split("\t")[0]) > 3]
    n = len(words)
    return "\n".join(f"{words[i * 31 % n]} {words[(i * 17 + 5) % n]}" + (f" {words[i * 7 % n]}" if i % 3 == 0 else "") for i in range(5000))


def compare_names(folder):
    program = os.path.join(os.path.dirname(BINARY), "compare_names")
    if not os.path.exists(program):
        print("names: skipped, build the target compare_names")
        return
    path = os.path.join(folder, "names.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(names_of_people())
    print(subprocess.run(["taskset", "-c", "0", program, path], capture_output=True, check=True, text=True).stdout, end="")


def look_up_names(folder, count, bar):
    """An index of that many names, and how long a look-up takes in it; skipped without ../shared."""
    program = os.path.join(os.path.dirname(BINARY), "bench", "speed", "lookup_speed")
    if not os.path.exists(program):
        print("look-up: skipped, build the target lookup_speed")
        return
    names, queries, index = (os.path.join(folder, name) for name in ("names.txt", "queries.tsv", "names.index"))
    maker = os.path.join(os.path.dirname(os.path.abspath(__file__)), "make_names.py")
    if subprocess.run([sys.executable, "-B", maker, str(count), "5000", names, queries]).returncode != 0:
        print("look-up: skipped, no names in ../shared")
        return
    built = timed(["taskset", "-c", "0", BINARY, "lookup", "-q", "--list", names, "--index", index, "John Smith"])
    print("index of %d names:    %.0f names/s, %.0f MB (bar: 100,000 names/s)" % (count, count / built[1], built[2]))
    asked = subprocess.run(["taskset", "-c", "0", program, index, queries], capture_output=True, check=True, text=True)
    print("look-up in it (%s):\n  %s" % (bar, asked.stdout.strip().replace("\n", "\n  ")))


def who_is_who(folder, counts):
    """`muster dedupe` on invented people, half of them doubles with errors: seconds, megabytes, and how the time grows."""
    before = None
    for count in counts:
        people, clusters = os.path.join(folder, "people.csv"), os.path.join(folder, "clusters.csv")
        maker = os.path.join(os.path.dirname(os.path.abspath(__file__)), "make_people.py")
        subprocess.run([sys.executable, "-B", maker, str(count), "--out", people], check=True)
        took = min(timed([BINARY, "dedupe", "-q", "--force", people, "--id", "id", "--ignore", "cluster", "--clusters", clusters]) for _ in range(2))
        grown = "" if before is None else ", exponent %.2f (bar: 1.15)" % (math.log(took[0] / before[0]) / math.log(count / before[1]))
        print("who is who among %d rows: %.1f s, %.0f MB%s" % (count, took[0], took[2], grown))
        before = (took[0], count)


def main():
    print("machine:", machine())
    folder = tempfile.mkdtemp(prefix="muster-bench-")
    try:
        start_up()
        who_says_what(folder)
        compare_names(folder)
        best = min(timed([BINARY, "brief", "-q", EXAMPLE, "-o", os.path.join(folder, f"{i}.case")]) for i in range(3))
        print("example case, first brief: %.2f s, %.0f MB (bar: 5 s, 300 MB)" % (best[0], best[2]))
        again = min(timed([BINARY, "brief", "-q", EXAMPLE, "-o", os.path.join(folder, "0.case")]) for _ in range(3))
        print("example case, again:       %.2f s, %.0f MB" % (again[0], again[2]))
        path = os.path.join(folder, "text.txt")
        with open(path, "wb") as file:
            file.write(plain_text(10))
        size = os.path.getsize(path) / 1e6
        read = min((timed(["taskset", "-c", "0", BINARY, "read", path]) for _ in range(3)), key=lambda t: t[1])
        print("read, plain text, one core: %.1f MB/s, %.0f MB (bar: 5 MB/s)" % (size / read[1], read[2]))
        with open(path, "wb") as file:
            file.write(plain_text(10).replace(b"\n", b" ")[:4_500_000])
        line = min((timed(["taskset", "-c", "0", BINARY, "read", path]) for _ in range(2)), key=lambda t: t[1])
        print("read, one line of 4.5 MB:   %.1f MB/s" % (4.5 / line[1]))
        long_list(folder)
        who_is_who(folder, [10_000, 100_000, 1_000_000] if "--long" in sys.argv else [10_000, 100_000])
        look_up_names(folder, 1_000_000, "bar: p50 0.3 ms, p99 1.5 ms, 400 MB")
        if "--long" in sys.argv:
            look_up_names(folder, 10_000_000, "bar: p99 3 ms")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
