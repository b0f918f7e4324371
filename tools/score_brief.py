#!/usr/bin/env python3
"""Scores a brief.json against a case's truth.json (format: examples/README.md).

    tools/score_brief.py examples/border-post/truth.json brief.json
    tools/score_brief.py examples/border-post/truth.json brief.json --frozen examples/border-post/frozen.json
    tools/score_brief.py ... --frozen FILE --write-frozen      approve what this brief reaches

For each section: what was found, missed, wrong (said, and not so) and extra (said, and not judged here).
Text is compared without case, white space and the shape of quote marks. brief.json has no list of
quantities; `--read FILE` takes the JSON lines of `muster read` for them.

Exit 0 fine; 1 when a section found fewer or got more wrong than the frozen numbers, or a quote's text is
not what its context holds; 2 when a file cannot be read.
"""

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

SAME, UNSURE, NONE = "same", "unsure", "none"
COUNTRY_NAMES = {"ukraine": "UA", "russia": "RU", "russian federation": "RU"}
UNFROZEN_FOUND = {"quotes"}  # how many quotes a brief holds says nothing; only wrong ones do
CONTENT_LEEWAY_WORDS = 3  # words that a brief's content may have before the truth's ("that the ...")


@dataclass
class Section:
    """The score of one part of the brief."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    extra: int = 0

    def mark(self, is_found: bool, what: str) -> None:
        if is_found:
            self.found += 1
        else:
            self.missed.append(what)


def plain(text) -> str:
    """Text as it is compared: lower case, single spaces, straight quote marks, no marks at its ends."""
    text = str(text or "").casefold()
    text = re.sub("[«»„“”″]", '"', text)
    text = re.sub("[‘’ʼ′`]", "'", text)
    text = re.sub("[‐‑‒–—]", "-", text)
    return re.sub(r"\s+", " ", text).strip(" \"'.,;:!?-")


def words(text) -> list[str]:
    return re.findall(r"[\w$€]+", plain(text))


def any_of(value) -> list:
    """A truth field that may be one answer or a list of right answers."""
    return value if isinstance(value, list) else [value]


def overlaps(left, right) -> bool:
    """Whether one text holds the other, and neither is empty."""
    left, right = plain(left), plain(right)
    return bool(left and right) and (left in right or right in left)


class Brief:
    """A brief.json with its documents looked up by id."""

    def __init__(self, brief: dict):
        self.brief = brief
        self.names = {d["id"]: PurePosixPath(d.get("path") or d["name"]).name for d in brief.get("documents", [])}

    def file(self, document) -> str:
        return self.names.get(document, f"document {document}")

    def section(self, name: str) -> list[dict]:
        return self.brief.get(name) or []

    def people(self, name: str) -> list[dict]:
        return (self.brief.get("people") or {}).get(name) or []

    def quotes(self, item: dict) -> list[tuple[str, str]]:
        """(file, text) of an item's quotes."""
        return [(self.file(q.get("document")), q.get("text", "")) for q in item.get("quotes") or []]


def score_lists(truth: dict, brief: Brief) -> Section:
    section, wanted = Section(), truth["roster"]
    listed = [x for x in brief.people("lists") if brief.file(x.get("document")) == wanted["file"]]
    section.mark(bool(listed), f"{wanted['file']} as a list")
    for column in ("rows", "people"):
        values = [x.get(column) for x in listed]
        section.mark(wanted[column] in values, f"{wanted[column]} {column}, got {values}")
    section.extra = len(brief.people("lists")) - len(listed)
    return section


def _pair(double: dict, brief: Brief, file: str) -> tuple[int, int] | None:
    sides = [double.get("left") or {}, double.get("right") or {}]
    if any(brief.file(s.get("document")) != file for s in sides):
        return None
    return tuple(sorted(s.get("row", 0) for s in sides))


def score_doubles(truth: dict, brief: Brief) -> Section:
    section = Section()
    wanted = {tuple(sorted(d["rows"])): d for d in truth["doubles"]}
    denied = {tuple(sorted(d["rows"])): d["why"] for d in truth["not_doubles"]}
    got = {}
    for double in brief.people("doubles"):
        pair = _pair(double, brief, truth["roster"]["file"])
        if pair is None:
            section.extra += 1
            continue
        got[pair] = double.get("verdict")
        if got[pair] == SAME and pair not in wanted:
            section.wrong.append(f"rows {pair[0]} and {pair[1]} are not one person: {denied.get(pair, 'not planted')}")
        elif pair not in wanted:
            section.extra += 1
    for pair, double in wanted.items():
        section.mark(got.get(pair) in any_of(double.get("verdict", SAME)),
                     f"rows {pair[0]} and {pair[1]}: {double['why']} (verdict {got.get(pair)})")
    return section


def score_persons(truth: dict, brief: Brief) -> Section:
    """Who was put together: a person whose rows hold a pair that is not one person is wrong."""
    section = Section()
    doubles = {tuple(sorted(d["rows"])) for d in truth["doubles"]}
    together = set()
    for person in brief.people("persons"):
        rows = sorted({r["row"] for r in person.get("rows") or []
                       if brief.file(r.get("document")) == truth["roster"]["file"]})
        pairs = {(a, b) for i, a in enumerate(rows) for b in rows[i + 1:]}
        section.wrong += [f"{person.get('name')}: rows {a} and {b} are not one person"
                          for a, b in sorted(pairs - doubles)]
        together |= pairs & doubles
    required = {tuple(sorted(d["rows"])) for d in truth["doubles"] if UNSURE not in any_of(d.get("verdict", SAME))}
    for pair in sorted(required):
        section.mark(pair in together, f"rows {pair[0]} and {pair[1]} in one person")
    return section


def _linked_row(item: dict, brief: Brief, file: str) -> int | None:
    link = item.get("link")
    return link.get("row") if link and brief.file(link.get("document")) == file else None


def score_papers(truth: dict, brief: Brief) -> Section:
    section, roster = Section(), truth["roster"]["file"]
    got = {brief.file(p.get("document")): p for p in brief.people("papers")}
    for paper in truth["papers"]:
        mine = got.pop(paper["file"], None)
        what = f"{paper['file']} ({paper['name']})"
        if mine is None:
            section.missed.append(what)
            continue
        row, verdict = _linked_row(mine, brief, roster), mine.get("verdict")
        is_row = row == paper["row"] or (verdict == NONE and paper["row"] is None)
        section.mark(is_row and verdict in any_of(paper["verdict"]), f"{what}: row {paper['row']}, got {row} ({verdict})")
        if verdict == SAME and row != paper["row"]:
            section.wrong.append(f"{what}: linked to row {row}, not {paper['row']}")
    section.extra = len(got)
    section.wrong += _too_sure(truth, brief)
    return section


def _too_sure(truth: dict, brief: Brief) -> list[str]:
    sure = {brief.file(p.get("document")): (p.get("link") or {}).get("probability") for p in brief.people("papers")}
    return [f"{p['file']} is no less sure than {p['lower_than']}: {p['why']}" for p in truth["papers"]
            if "lower_than" in p and sure.get(p["file"]) is not None and sure.get(p["lower_than"]) is not None
            and sure[p["file"]] >= sure[p["lower_than"]]]


def score_paper_readings(truth: dict, brief: Brief) -> Section:
    """What was read off each picture. Two spellings of one u-umlaut (LYU, LU, LV) are different readings."""
    section = Section()
    got = {brief.file(p.get("document")): p for p in brief.people("papers")}
    for paper in truth["papers"]:
        read = got.get(paper["file"], {})
        section.mark(sorted(words(read.get("name"))) == sorted(words(paper["name"])),
                     f"{paper['file']}: name {paper['name']}, got {read.get('name')}")
        for key in ("number", "birth_date"):
            if key in paper:
                section.mark(plain(read.get(key)) == plain(paper[key]),
                             f"{paper['file']}: {key} {paper[key]}, got {read.get(key)}")
    return section


def score_dates(truth: dict, brief: Brief) -> Section:
    section, left = Section(), list(truth["dates"])
    for date in brief.people("dates"):
        match = next((d for d in left if _is_date(d, date, brief, truth["roster"]["file"])), None)
        if match:
            left.remove(match)
            section.found += 1
        elif not any(_is_date(d, date, brief, truth["roster"]["file"]) for d in truth["dates"]):
            section.wrong.append(f"row {date.get('row')}, {date.get('column')}: {date.get('kind')} {date.get('value')}")
    section.missed += [f"row {d['row']}, {any_of(d['column'])[0]}: {d['kind']}" for d in left]
    return section


def _is_date(wanted: dict, got: dict, brief: Brief, file: str) -> bool:
    return (brief.file(got.get("document")) == file and got.get("row") == wanted["row"]
            and got.get("kind") == wanted["kind"]
            and plain(got.get("column")) in [plain(c) for c in any_of(wanted["column"])]
            and (not wanted.get("value") or plain(got.get("value")) == plain(wanted["value"])))


def score_units(truth: dict, brief: Brief) -> Section:
    section = Section()
    groups = [{plain(s["value"]) for s in unit.get("spellings") or []} for unit in brief.people("units")]
    wanted = [{plain(s) for s in unit["spellings"]} for unit in truth["units"]]
    for unit, spellings in zip(truth["units"], wanted):
        is_found = any(spellings <= group for group in groups)
        if is_found or not unit.get("optional"):
            section.mark(is_found, " = ".join(unit["spellings"]))
    for group in groups:
        if len(group) > 1 and not any(group <= spellings for spellings in wanted):
            section.wrong.append("not one unit: " + " = ".join(sorted(group)))
    return section


def begins(content: str, wanted: str) -> bool:
    """Whether the content begins as wanted, give or take a few words before and an end cut short."""
    have, want = words(content), words(wanted)
    if not have:
        return False
    for skip in range(CONTENT_LEEWAY_WORDS + 1):
        tail = have[skip:]
        shared = min(len(tail), len(want))
        if shared and shared >= min(len(want), 4) and tail[:shared] == want[:shared]:
            return True
    return False


def is_speaker(wanted: list[str], claim: dict) -> bool:
    """Whether every word of one of the wanted names is in the brief's speaker."""
    speaker = set(words(claim.get("speaker")))
    return any(set(words(name)) <= speaker for name in wanted)


def score_claims(truth: dict, brief: Brief) -> dict[str, Section]:
    """claims: content, speaker and stance together; the rest of what a claim tells is scored by itself."""
    parts = {name: Section() for name in ("claims", "claim kinds", "said on", "on word of")}
    used = set()
    for wanted in truth["claims"]:
        alike = [(i, c) for i, c in enumerate(brief.section("claims"))
                 if brief.file(c.get("document")) == wanted["file"]
                 and begins(c.get("content"), wanted["content_begins"])]
        what = (f"{wanted['file']}: {any_of(wanted['speaker'])[0]}, {any_of(wanted['stance'])[0]}: "
                f"{wanted['content_begins']}")
        spoken = [(i, c) for i, c in alike if is_speaker(any_of(wanted["speaker"]), c)]
        right = [(i, c) for i, c in spoken if c.get("stance") in any_of(wanted["stance"])]
        used |= {i for i, _ in alike}
        parts["claims"].mark(bool(right), what + _why_not(alike, spoken))
        if not spoken:
            parts["claims"].wrong += [f"{what}: said by {c.get('speaker')!r}" for _, c in alike if c.get("speaker")]
        best = (right or spoken or alike or [(None, {})])[0][1]
        _score_claim_details(parts, wanted, best, what)
    parts["claims"].extra = len(brief.section("claims")) - len(used)
    return parts


def _why_not(alike: list, spoken: list) -> str:
    if spoken:
        return f" (stance {spoken[0][1].get('stance')!r})"
    return f" (speaker {alike[0][1].get('speaker')!r})" if alike else ""


def _score_claim_details(parts: dict[str, Section], wanted: dict, got: dict, what: str) -> None:
    parts["claim kinds"].mark(got.get("kind") in any_of(wanted["kind"]), f"{what} (kind {got.get('kind')!r})")
    if "said_on" in wanted:
        parts["said on"].mark(got.get("said_on") == wanted["said_on"],
                              f"{what} (said on {got.get('said_on')!r}, not {wanted['said_on']})")
    if "on_word_of" in wanted:
        chain = [set(words(w)) for w in any_of(got.get("on_word_of") or [])]
        parts["on word of"].mark(all(any(set(words(w)) <= c for c in chain) for w in wanted["on_word_of"]),
                                 f"{what} (on the word of {got.get('on_word_of')})")


def _covers(quotes: list[tuple[str, str]], side: dict) -> set[int]:
    """Which of the quotes speak of one side of a finding."""
    return {i for i, (file, text) in enumerate(quotes)
            if file == side["file"] and (side.get("text") is None or overlaps(text, side["text"]))}


def rests_on(quotes: list[tuple[str, str]], between: list[dict]) -> bool:
    """Whether two different quotes speak of the two sides, in either order."""
    left, right = (_covers(quotes, side) for side in between)
    return any(i != j for i in left for j in right)


def score_findings(truth: dict, brief: Brief) -> Section:
    """Findings; a conflict or a copy that is not in the truth is wrong, other kinds are extra."""
    section = Section()
    got = [(f, brief.quotes(f)) for f in brief.section("findings")]
    for wanted in truth["findings"]:
        is_found = any(f.get("kind") in wanted["kind"] and rests_on(q, wanted["between"]) for f, q in got)
        if is_found or not wanted.get("optional"):
            section.mark(is_found, _finding_line(wanted))
    for finding, quotes in got:
        known = [w for w in truth["findings"] if rests_on(quotes, w["between"])]
        if any(finding.get("kind") in w["kind"] for w in known):
            continue
        if finding.get("kind") in ("conflict", "copy", "rewrite"):
            section.wrong.append(_invented(finding, quotes, truth))
        elif finding.get("kind") in ("agree", "narrower") and any("conflict" in w["kind"] for w in known):
            section.wrong.append(f"{finding['kind']}, but they conflict: {finding.get('summary')}")
        else:
            section.extra += 1
    return section


def _finding_line(wanted: dict) -> str:
    sides = " ~ ".join(f"{s['file']}{': ' + s['text'] if s.get('text') else ''}" for s in wanted["between"])
    return f"{' or '.join(wanted['kind'])}: {sides} ({wanted['why']})"


def _invented(finding: dict, quotes: list, truth: dict) -> str:
    why = next((n["why"] for n in truth["not_findings"] if rests_on(quotes, n["between"])), "not so")
    files = " ~ ".join(f"{file}: {text}" for file, text in quotes)
    return f"{finding['kind']}: {files} ({why})"


def score_mentions(truth: dict, brief: Brief) -> Section:
    section, matched = Section(), 0
    for wanted in truth["mentions"]:
        mine = [m for m in brief.people("mentions") if brief.file(m.get("document")) == wanted["file"]
                and overlaps(m.get("text"), wanted["text"])]
        matched += len(mine)
        rows = [_linked_row(m, brief, truth["roster"]["file"]) for m in mine]
        section.mark(wanted["row"] in rows, f"{wanted['file']}: {wanted['text']}: row {wanted['row']}, got {rows}")
        section.wrong += [f"{wanted['file']}: {wanted['text']}: linked to row {r}, not {wanted['row']}"
                          for r in rows if r not in (None, wanted["row"])]
    section.extra = len(brief.people("mentions")) - matched
    return section


def score_timeline(truth: dict, brief: Brief) -> Section:
    section, used = Section(), set()
    for wanted in truth["timeline"]:
        mine = {i: e for i, e in enumerate(brief.section("timeline"))
                if any(file == wanted["file"] and overlaps(text, wanted["text"]) for file, text in brief.quotes(e))}
        used |= mine.keys()
        values = [e.get("value") for e in mine.values()]
        what = f"{wanted['file']}: {wanted['text']}: {wanted['value']}, got {values}"
        section.mark(wanted["value"] in values, what)
        if values and wanted["value"] not in values:
            section.wrong.append(what)
    section.extra = len(brief.section("timeline")) - len(used)
    return section


def _country(place: dict) -> str | None:
    chosen = place.get("chosen")
    if not chosen:
        return None
    country = plain(chosen.get("country"))
    return COUNTRY_NAMES.get(country, country.upper())


def score_places(truth: dict, brief: Brief) -> Section:
    section, used = Section(), set()
    for wanted in truth["places"]:
        mine = {i: p for i, p in enumerate(brief.section("places"))
                if brief.file(p.get("document")) == wanted["file"] and plain(p.get("text")) == plain(wanted["text"])}
        used |= mine.keys()
        countries = {_country(p) for p in mine.values()}
        what = f"{wanted['file']}: {wanted['text']}: {wanted['chosen_country'] or 'undecided'}, got " \
               f"{sorted(c or 'undecided' for c in countries)}"
        section.mark(wanted["chosen_country"] in countries, what)
        if countries - {None, wanted["chosen_country"]}:
            section.wrong.append(what)
    section.extra = len(brief.section("places")) - len(used)
    return section


def score_quantities(truth: dict, quantities: dict[str, list[dict]]) -> Section:
    """`quantities`: file name -> what `muster read` found in it."""
    section, used = Section(), 0
    for wanted in truth["quantities"]:
        mine = [q for q in quantities.get(wanted["file"], []) if overlaps(q.get("text"), wanted["text"])]
        right = [q for q in mine if _is_quantity(wanted, q)]
        used += len(mine)
        section.mark(bool(right), f"{wanted['file']}: {wanted['text']}: {wanted['relation']}{wanted['value']} "
                     f"{wanted['unit']}, got {[(q.get('relation'), q.get('value'), _unit(q)) for q in mine]}")
        if mine and all(q.get("value") is not None and float(q["value"]) != wanted["value"] for q in mine):
            section.wrong.append(f"{wanted['file']}: {wanted['text']}: value {[q['value'] for q in mine]}")
    section.extra = sum(map(len, quantities.values())) - used
    return section


def _unit(quantity: dict) -> str:
    return " ".join(str(quantity.get(key) or "") for key in ("counted", "unit", "currency")).strip()


def _is_quantity(wanted: dict, got: dict) -> bool:
    unit = {w.rstrip("s") for w in words(_unit(got))}
    return (got.get("value") is not None and float(got["value"]) == wanted["value"]
            and got.get("relation") == wanted["relation"] and {w.rstrip("s") for w in words(wanted["unit"])} <= unit)


def find_quotes(node):
    """Every quote anywhere in a brief: an object with a start, an end and a text."""
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from find_quotes(value)
    elif isinstance(node, list):
        for value in node:
            yield from find_quotes(value)


def score_quotes(brief: Brief) -> Section:
    """The text at a quote's offsets in its context equals the text that it quotes."""
    section = Section()
    for quote in find_quotes(brief.brief):
        at = quote["start"] - quote.get("context_start", 0)
        there = quote.get("context", "")[max(at, 0):max(at + quote["end"] - quote["start"], 0)]
        if at < 0 or there != quote["text"] or not quote["text"] or quote.get("document") not in brief.names:
            section.wrong.append(f"{brief.file(quote.get('document'))} {quote['start']}-{quote['end']}: "
                                 f"{quote['text'][:60]!r}, but there stands {there[:60]!r}")
        else:
            section.found += 1
    return section


def score(truth: dict, brief: dict, quantities: dict[str, list[dict]] | None = None) -> dict[str, Section]:
    """Section name -> its score. Quantities are scored only where they are given."""
    told = Brief(brief)
    sections = {
        "lists": score_lists(truth, told), "doubles": score_doubles(truth, told), "persons": score_persons(truth, told),
        "papers": score_papers(truth, told), "paper readings": score_paper_readings(truth, told),
        "dates": score_dates(truth, told), "units": score_units(truth, told), "mentions": score_mentions(truth, told),
        **score_claims(truth, told), "findings": score_findings(truth, told),
        "timeline": score_timeline(truth, told), "places": score_places(truth, told),
    }
    if quantities is not None:
        sections["quantities"] = score_quantities(truth, quantities)
    return {**sections, "quotes": score_quotes(told)}


def frozen_of(sections: dict[str, Section]) -> dict:
    """What is kept of a score: for each section, how much was found and how much was wrong."""
    return {name: {**({} if name in UNFROZEN_FOUND else {"found": s.found}), "wrong": len(s.wrong)}
            for name, s in sections.items()}


def fallen(sections: dict[str, Section], frozen: dict) -> list[str]:
    """The sections that are worse than the frozen numbers, each in words."""
    lines = []
    for name, numbers in frozen.items():
        if name not in sections:
            if name != "quantities":
                lines.append(f"{name}: not scored")
            continue
        section = sections[name]
        if section.found < numbers.get("found", 0):
            lines.append(f"{name}: found {section.found}, frozen {numbers['found']}")
        if len(section.wrong) > numbers.get("wrong", 0):
            lines.append(f"{name}: wrong {len(section.wrong)}, frozen {numbers.get('wrong', 0)}")
    return lines


def table(sections: dict[str, Section]) -> str:
    lines = [f"{'section':<16}{'found':>7}{'of':>6}{'missed':>8}{'wrong':>7}{'extra':>7}"]
    for name, s in sections.items():
        missed, wrong = len(s.missed), len(s.wrong)
        lines.append(f"{name:<16}{s.found:>7}{s.found + missed:>6}{missed:>8}{wrong:>7}{s.extra:>7}")
    for name, s in sections.items():
        lines += [f"missed  {name}: {line}" for line in s.missed]
        lines += [f"WRONG   {name}: {line}" for line in s.wrong]
    return "\n".join(lines)


def read_quantities(path: Path) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            document = json.loads(line)
            name = PurePosixPath(document["document"]["name"]).name
            found.setdefault(name, []).extend(document.get("quantities") or [])
    return found


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path, metavar="TRUTH.json")
    parser.add_argument("brief", type=Path, metavar="BRIEF.json")
    parser.add_argument("--frozen", "--min", type=Path, metavar="FILE", help="numbers that must not fall or rise")
    parser.add_argument("--write-frozen", action="store_true", help="write this score to the frozen file")
    parser.add_argument("--read", type=Path, metavar="FILE", help="JSON lines of `muster read`, for the quantities")
    parsed = parser.parse_args(arguments)
    if parsed.write_frozen and not parsed.frozen:
        parser.error("--write-frozen needs --frozen FILE")
    return parsed


def main(arguments: list[str] | None = None) -> int:
    args = parse_arguments(arguments)
    try:
        truth = json.loads(args.truth.read_text(encoding="utf-8"))
        brief = json.loads(args.brief.read_text(encoding="utf-8"))
        quantities = read_quantities(args.read) if args.read else None
        frozen = {} if args.write_frozen or not args.frozen else json.loads(args.frozen.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(f"score_brief: {error}", file=sys.stderr)
        return 2
    sections = score(truth, brief, quantities)
    print(table(sections))
    if args.write_frozen:
        args.frozen.write_text(json.dumps(frozen_of(sections), indent=1) + "\n", encoding="utf-8")
        return 0
    worse = fallen(sections, frozen)
    if sections["quotes"].wrong and "quotes" not in frozen:
        worse.append(f"quotes: wrong {len(sections['quotes'].wrong)}")
    for line in worse:
        print(f"score_brief: {line}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
