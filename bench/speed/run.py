"""Speed and memory: the example case, and `muster read` on plain text, on one core."""
import os
import platform
import shutil
import subprocess
import tempfile
import time

from muster_run import BINARY, EXAMPLE


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


def main():
    print("machine:", machine())
    folder = tempfile.mkdtemp(prefix="muster-bench-")
    try:
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
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
