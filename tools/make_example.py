#!/usr/bin/env python3
"""Makes the example case: a roster, six passport pictures, five reports, and the truth about them.

    tools/make_example.py                       examples/border-post, as it stands in the repository
    tools/make_example.py --seed 7 --out /tmp/case
    tools/make_example.py --linkage-only --rows 500 --out /tmp/linkage

The same arguments give the same bytes (with the same versions of openpyxl, Pillow and reportlab).
Exit 0 made, 2 wrong arguments or a library or font missing.
"""

import argparse
import importlib.util
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from example import linkage, passport, reports, roster, truth  # noqa: E402

DEFAULT_SEED = 1
DEFAULT_OUT = Path(__file__).resolve().parent.parent / "examples" / "border-post"
HOLDERS = ["plain", "off", "umlaut", "namesake", "genitive", "stranger"]
LIBRARIES = {"openpyxl": "python3-openpyxl", "PIL": "python3-pil", "reportlab": "python3-reportlab"}


def missing() -> list[str]:
    """The packages that have to be installed before a case can be made."""
    packages = [package for module, package in LIBRARIES.items() if importlib.util.find_spec(module) is None]
    packages += [package for font, package in passport.FONT_PACKAGES.items() if not Path(font).exists()]
    return sorted(set(packages))


def make_case(seed: int, rows: int, typos: float, missing_dates: float) -> dict[str, bytes]:
    """File name -> bytes."""
    listed = roster.make_roster(random.Random(f"roster {seed}"), rows, typos, missing_dates)
    numbers = reports.Numbers.of(rows, listed.people, roster.DRONE_OPERATORS)
    rng = random.Random(f"papers {seed}")
    holders = rng.sample(HOLDERS, len(HOLDERS))
    papers_of, case = {}, {truth.ROSTER: roster.workbook(listed)}
    for number, part in enumerate(holders, 1):
        person = listed.cast[part].person
        born = roster.one_digit_off(person.born) if part == "off" else person.born
        paper = passport.make_passport(rng, person.name, born)
        file = f"passport_{number}.png"
        papers_of[part] = (file, paper)
        case[file] = passport.picture(paper, passport.draw_layout(rng))
    names = {part: listed.cast[part].person.name for part in ("genitive", "instrumental", "dative")}
    told = truth.make_truth(listed, numbers, papers_of, seed)
    texts = {
        truth.WIRE: reports.wire(numbers), "wire.json": reports.sidecar(reports.WIRE_SIDECAR),
        truth.REWRITE: reports.rewrite(numbers), truth.INTERVIEW: reports.interview(numbers),
        truth.NOTE: reports.note(**names), "note_uk.json": reports.sidecar(reports.NOTE_SIDECAR),
        "truth.json": json.dumps(told, ensure_ascii=False, indent=1) + "\n",
    }
    case |= {name: text.encode() for name, text in texts.items()}
    case[truth.STATEMENT] = reports.statement(numbers)
    return case


def make_lists(seed: int, rows: int, typos: float, missing_dates: float) -> dict[str, bytes]:
    made = linkage.make_linkage(random.Random(f"linkage {seed}"), rows, typos, missing_dates)
    return {"roster.csv": made.roster.encode(), "passports.csv": made.passports.encode(),
            "truth.csv": made.truth.encode()}


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--rows", type=int, help="rows of the roster (66; 500 with --linkage-only)")
    parser.add_argument("--out", type=Path, default=None, help=f"the folder to write ({DEFAULT_OUT})")
    parser.add_argument("--typos", type=float, help="share of unplanted rows with a slip in the name (0; 0.1)")
    parser.add_argument("--missing-dates", type=float, help="share of unplanted dates left out (0; 0.1)")
    parser.add_argument("--linkage-only", action="store_true", help="only roster.csv, passports.csv and truth.csv")
    parsed = parser.parse_args(arguments)
    if parsed.linkage_only and parsed.out is None:
        parser.error("--linkage-only needs --out")
    for name, case_default, linkage_default in (("rows", 66, 500), ("typos", 0.0, 0.1), ("missing_dates", 0.0, 0.1)):
        if getattr(parsed, name) is None:
            setattr(parsed, name, linkage_default if parsed.linkage_only else case_default)
    return parsed


def main(arguments: list[str] | None = None) -> int:
    args = parse_arguments(arguments)
    if not args.linkage_only and missing():
        print(f"make_example: not installed: {', '.join(missing())}", file=sys.stderr)
        return 2
    make = make_lists if args.linkage_only else make_case
    try:
        files = make(args.seed, args.rows, args.typos, args.missing_dates)
    except ValueError as error:
        print(f"make_example: {error}", file=sys.stderr)
        return 2
    folder = args.out or DEFAULT_OUT
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in sorted(files.items()):
        (folder / name).write_bytes(content)
    print(f"make_example: {len(files)} files in {folder}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
