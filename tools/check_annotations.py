#!/usr/bin/env python3
"""Check marked articles (docs/attribution-guide.md) and count what they hold.

usage: check_annotations.py FILE...

A file is plain text: articles that begin with a line "== name", their paragraphs one a line, empty lines
between. Every slip is told with its line; the exit code is 1 if there was one.
"""
import re
import sys

HEAD = re.compile(r"\{(\d+)(\+?)([sct])(?:!(denied|hedged|questioned|demanded|none))?(?:=([^|{}]*)\|)? ?")
STOPS = ".,;: \n"


def articles(path):
    """Name, first line number and text of each article."""
    name, first, lines = None, 0, []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if line.startswith("#") and name is None:
            continue
        if line.startswith("== "):
            if name is not None:
                yield name, first, "".join(lines)
            name, first, lines = line[3:].strip(), number + 1, []
        elif name is None:
            if line.strip():
                raise SystemExit(f"{path}:{number}: text before the first '== name'")
        else:
            lines.append(line)
    if name is not None:
        yield name, first, "".join(lines)


def parse(marked):
    """The text without marks, and {number: {role: [(start, end)], stance, speaker, nested}}; slips as (offset, words)."""
    out, open_marks, found, slips = [], [], {}, []
    length, at = 0, 0
    while at < len(marked):
        head = HEAD.match(marked, at) if marked[at] == "{" else None
        if head:
            number, nested, role, stance, speaker = head.groups()
            if stance and role != "c" or speaker is not None and role != "s":
                slips.append((at, "a stance belongs to a cue, a speaker to a source"))
            it = found.setdefault(int(number), {"s": [], "c": [], "t": [], "stance": "asserted", "speaker": "", "nested": False})
            it["nested"] |= bool(nested)
            it["stance"] = stance or it["stance"]
            it["speaker"] = speaker or it["speaker"]
            open_marks.append((int(number), role, length, at))
            at = head.end()
            continue
        if marked[at] == "{":
            slips.append((at, "a brace that opens no mark"))
        elif marked[at] == "}":
            if not open_marks:
                slips.append((at, "a brace closes that was never opened"))
            else:
                number, role, start, _ = open_marks.pop()
                found[number][role].append((start, length))
        else:
            out.append(marked[at])
            length += 1
        at += 1
    slips += [(m[3], "never closed") for m in open_marks]
    return "".join(out), found, slips


def check(text, found):
    """Slips of the marks themselves."""
    for number, it in sorted(found.items()):
        if not it["c"]:
            yield number, "no cue"
        if len(it["c"]) > 1:
            yield number, "a cue in several pieces"
        if not it["t"]:
            yield number, "no content"
        for role in "sct":
            for start, end in it[role]:
                words = text[start:end]
                if not words.strip():
                    yield number, f"an empty {role}"
                elif words != words.strip():
                    yield number, f"blanks around '{words}'"
                elif role == "t" and words[-1] in ".,;" and not text[:end].endswith(("...", "U.S.", " Jr.", " Inc.", " Co.")):
                    yield number, f"content ends in '{words[-10:]}'"


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    paragraphs = attributions = nested = words = slips = 0
    stances = {}
    for path in sys.argv[1:]:
        for name, first, marked in articles(path):
            text, found, broken = parse(marked)
            for offset, what in broken:
                print(f"{path}:{first + marked.count(chr(10), 0, offset)}: {name}: {what}: {marked[offset:offset + 40]!r}")
            for number, what in check(text, found):
                print(f"{path}:{first}: {name}: attribution {number}: {what}")
                slips += 1
            slips += len(broken)
            paragraphs += sum(bool(line.strip()) for line in text.split("\n"))
            words += len(text.split())
            attributions += len(found)
            nested += sum(it["nested"] for it in found.values())
            for it in found.values():
                stances[it["stance"]] = stances.get(it["stance"], 0) + 1
    print(f"{paragraphs} paragraphs, {words} words, {attributions} attributions, {nested} of them nested; "
          + ", ".join(f"{count} {stance}" for stance, count in sorted(stances.items())) + f"; {slips} slips")
    return 1 if slips else 0


if __name__ == "__main__":
    sys.exit(main())
