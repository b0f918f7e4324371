"""A larger roster and a file of passports, to measure how well two lists are linked.

Namesakes come as chance makes them, and slips of the hand and missing dates at the rates asked for.
"""

import csv
import io
import random
from dataclasses import dataclass
from datetime import date

from .passport import make_passport
from .people import Person, draw_birth, draw_date, draw_name, misspell
from .roster import CONTRACTS, HEADER, UNITS, russian_date

WITH_PASSPORT = 0.4  # of the roster's people
STRANGERS = 0.2  # passports of others, as a share of the roster's people
TWICE = 0.05  # of the roster's people stand in it twice


@dataclass(frozen=True)
class Linkage:
    roster: str
    passports: str
    truth: str


def _table(header: list[str], rows: list[list]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _roster_row(rng: random.Random, person: Person, typos: float, missing_dates: float) -> list:
    name, born = person.name.russian, russian_date(person.born)
    if rng.random() < typos:
        name = misspell(rng, name)
    if rng.random() < typos / 2:
        born = _misdated(rng, person.born)
    if rng.random() < missing_dates:
        born = ""
    return [name, born, russian_date(draw_date(rng, *CONTRACTS)), rng.choice(UNITS)[0]]


def _misdated(rng: random.Random, born: date) -> str:
    if born.day <= 12 and born.day != born.month and rng.random() < 0.5:
        return russian_date(date(born.year, born.day, born.month))
    digits = list(russian_date(born))
    digits[rng.choice([1, 9])] = str(rng.randrange(1, 9))
    return "".join(digits)


def _stranger(rng: random.Random, crowd: list[Person]) -> Person:
    """Somebody off the roster; half of them carry a name that is on it."""
    name = rng.choice(crowd).name if rng.random() < 0.5 else draw_name(rng)
    return Person(name, draw_birth(rng))


def make_linkage(rng: random.Random, rows: int, typos: float, missing_dates: float) -> Linkage:
    """`rows` roster rows. The truth lists every pair of ids that are one person, in and across the files."""
    twice = round(rows * TWICE)
    crowd = [Person(draw_name(rng), draw_birth(rng)) for _ in range(rows - twice)]
    listed = list(enumerate(crowd)) + [(i, crowd[i]) for i in rng.sample(range(len(crowd)), twice)]
    rng.shuffle(listed)
    roster, ids_of = [], {}
    for number, (who, person) in enumerate(listed, 1):
        ids_of.setdefault(who, []).append(f"r{number}")
        roster.append([f"r{number}", *_roster_row(rng, person, typos, missing_dates)])

    holders = [(who, crowd[who]) for who in rng.sample(range(len(crowd)), round(len(crowd) * WITH_PASSPORT))]
    holders += [(None, _stranger(rng, crowd)) for _ in range(round(len(crowd) * STRANGERS))]
    rng.shuffle(holders)
    passports, truth = [], [[ids[0], ids[1], "double"] for ids in ids_of.values() if len(ids) == 2]
    for number, (who, person) in enumerate(holders, 1):
        paper = make_passport(rng, person.name, person.born)
        passports.append([f"p{number}", person.name.latin, person.name.native, person.born.isoformat(), paper.number,
                          "CN"])
        truth += [[row, f"p{number}", "passport"] for row in ids_of.get(who, [])]
    return Linkage(_table(["id", *HEADER[1:5]], roster),
                   _table(["id", "name", "native_name", "birth_date", "passport_number", "nationality"], passports),
                   _table(["id1", "id2", "kind"], truth))
