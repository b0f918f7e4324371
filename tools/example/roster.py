"""The roster of the example case: its rows, what is planted in them, and the workbook."""

import io
import random
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from .people import Crowd, Name, Person, draw_date, make_name, misspell

HEADER = ["№", "ФИО", "Дата рождения", "Дата контракта", "Подразделение", "Должность"]
TITLE = "Именной список иностранных граждан, заключивших контракт (пункт отбора «Пограничный»)"
SHEET = "Список"
FIRST_ROW = 3  # row 1 holds the title, row 2 the header

FIRST_COMPANY, FIRST_COMPANY_SHORT = "1-я мотострелковая рота", "1 мср"
SECOND_COMPANY, SECOND_COMPANY_PLAIN = "2-я мотострелковая рота", "2 мотострелковая рота"
UNITS = [(FIRST_COMPANY, 24), (SECOND_COMPANY, 22), ("Штурмовая рота", 20), ("Разведывательный взвод", 9),
         ("Инженерно-сапёрный взвод", 8), ("Медицинский взвод", 5)]
DRONE_UNIT = "Взвод беспилотных летательных аппаратов"
RIFLEMAN, DRONE_OPERATOR = "стрелок", "оператор ударного БПЛА"
ROLES = [(RIFLEMAN, 64), ("старший стрелок", 7), ("пулемётчик", 7), ("гранатомётчик", 6), ("водитель", 6),
         ("сапёр", 4), ("санитар", 4)]
DRONE_OPERATORS = 4

CONTRACTS = (date(2024, 10, 7), date(2025, 3, 4))
MIN_ROWS = 40


@dataclass
class Row:
    """One row of the list. A date is a date (a real Excel date) or the text that stands there."""

    person: Person
    name: str
    born: date | str | None
    signed: date | None
    unit: str
    role: str
    planted: bool = False
    text_dates: bool = False
    row: int = 0  # as the spreadsheet shows it, set when the order is known


@dataclass
class Roster:
    rows: list[Row]
    doubles: list[tuple[Row, Row, str, list[str]]] = field(default_factory=list)
    not_doubles: list[tuple[Row, Row, str]] = field(default_factory=list)
    dates: list[tuple[Row, list[str], str, str | None]] = field(default_factory=list)
    cast: dict[str, Row] = field(default_factory=dict)  # people whom the other papers speak of

    @property
    def people(self) -> int:
        return len(self.rows) - len(self.doubles)


def russian_date(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def _draw(rng: random.Random, weighted: list[tuple[str, int]]) -> str:
    return rng.choices([w[0] for w in weighted], weights=[w[1] for w in weighted])[0]


def _enlist(rng: random.Random, person: Person, planted: bool = False) -> Row:
    return Row(person, person.name.russian, person.born, draw_date(rng, *CONTRACTS), _draw(rng, UNITS),
               _draw(rng, ROLES), planted)


def has_hushing_e(name: Name) -> bool:
    """Whether a clerk would write е for э in it: Жэнь becomes Жень."""
    return re.search("[жшч]э", name.russian.split()[1]) is not None and "э" not in name.russian.split()[0]


def declines(name: Name) -> bool:
    return is_plain(name) and name.ukrainian.endswith(("н", "нь")) and "ї" not in name.ukrainian


def is_plain(name: Name) -> bool:
    return len(name.given) == 2 and "v" not in "".join(name.surname + name.given)


def _draw_swappable(rng: random.Random) -> date:
    day, month = rng.sample(range(1, 13), 2)
    return date(rng.randrange(1980, 2004), month, day)


def _plant_doubles(rng: random.Random, crowd: Crowd, roster: Roster) -> None:
    first = _enlist(rng, crowd.draw(is_plain), planted=True)
    again = _enlist(rng, first.person, planted=True)
    while again.unit == first.unit or again.signed == first.signed:
        again = _enlist(rng, first.person, planted=True)
    roster.doubles.append((first, again, "the same name and birth date; two contracts, two units", ["same"]))

    spelled = _enlist(rng, crowd.draw(has_hushing_e), planted=True)
    variant = _enlist(rng, spelled.person, planted=True)
    surname, given = spelled.name.split()
    variant.name = f"{surname} {re.sub('([жшчЖШЧ])э', lambda m: m.group(1) + 'е', given)}"
    roster.doubles.append((spelled, variant, "one name in two spellings and the same birth date", ["same"]))

    right = _enlist(rng, crowd.draw(is_plain).born_on(_draw_swappable(rng)), planted=True)
    swapped = _enlist(rng, right.person, planted=True)
    swapped.born = date(right.born.year, right.born.day, right.born.month)
    swapped.signed, swapped.unit, swapped.role = right.signed, right.unit, right.role
    roster.doubles.append((right, swapped, "the same name and contract; day and month of birth swapped",
                           ["same", "unsure"]))
    for left, other, _, _ in roster.doubles:
        roster.rows += [left, other]


def _plant_namesakes(rng: random.Random, crowd: Crowd, roster: Roster) -> None:
    namesake = crowd.admit(make_name("wang", "wei"))
    one = _enlist(rng, Person(namesake, date(1988, 6, 23)), planted=True)
    two = _enlist(rng, Person(namesake, date(1999, 11, 5)), planted=True)
    while two.unit == one.unit:
        two = _enlist(rng, two.person, planted=True)
    roster.not_doubles.append((one, two, "one common name, two birth dates eleven years apart"))
    roster.cast["namesake"] = one

    sounds = [_enlist(rng, Person(crowd.admit(make_name("liu", given)), born), planted=True)
              for given, born in (("zhen", date(1992, 2, 17)), ("zheng", date(1985, 9, 8)))]
    roster.not_doubles.append((sounds[0], sounds[1], "names one letter apart, two birth dates"))
    roster.rows += [one, two, *sounds]


def _plant_dates(rng: random.Random, crowd: Crowd, roster: Roster) -> None:
    impossible = _enlist(rng, crowd.draw(), planted=True)
    impossible.born = "31.02.1994"
    roster.dates.append((impossible, [HEADER[2]], "impossible", "31.02.1994"))

    child = _enlist(rng, crowd.draw(), planted=True)
    child.born = draw_date(rng, date(2010, 4, 1), date(2010, 12, 1))
    roster.dates.append((child, [HEADER[2], HEADER[3]], "doubtful", None))
    roster.rows += [impossible, child]


def _plant_cast(rng: random.Random, crowd: Crowd, roster: Roster) -> None:
    wanted = {"plain": is_plain, "off": is_plain, "umlaut": lambda n: n.surname == ("lv",) and len(n.given) == 2,
              "genitive": declines, "instrumental": declines, "dative": declines}
    for part, test in wanted.items():
        roster.cast[part] = _enlist(rng, crowd.draw(test), planted=True)
        roster.rows.append(roster.cast[part])


def _set_units_and_roles(rng: random.Random, roster: Roster) -> None:
    loose = [r for r in roster.rows if not r.planted]
    for row in rng.sample(loose, DRONE_OPERATORS):
        row.unit, row.role = DRONE_UNIT, DRONE_OPERATOR
    paired = {id(r) for pair in roster.doubles for r in pair[:2]}
    single = [r for r in roster.rows if id(r) not in paired]
    for unit, spelling, count in ((SECOND_COMPANY, SECOND_COMPANY_PLAIN, 4), (FIRST_COMPANY, FIRST_COMPANY_SHORT, 2)):
        members = [r for r in single if r.unit == unit]
        for row in rng.sample(members, min(count, len(members) // 2)):
            row.unit = spelling
    others = [r for r in single if r.role not in (RIFLEMAN, DRONE_OPERATOR)]
    rng.shuffle(others)
    while sum(r.role == RIFLEMAN for r in roster.rows) * 2 <= len(roster.rows) + 4:
        others.pop().role = RIFLEMAN


def _spoil(rng: random.Random, roster: Roster, typos: float, missing_dates: float) -> None:
    for row in (r for r in roster.rows if not r.planted):
        if rng.random() < typos:
            row.name = misspell(rng, row.name)
        if rng.random() < missing_dates:
            row.born = None
        if rng.random() < missing_dates:
            row.signed = None


def make_roster(rng: random.Random, rows: int, typos: float, missing_dates: float) -> Roster:
    """The rows in their order. ValueError when there are too few for what is planted."""
    if rows < MIN_ROWS:
        raise ValueError(f"--rows: at least {MIN_ROWS}, what is planted needs them")
    roster, crowd = Roster([]), Crowd(rng)
    _plant_namesakes(rng, crowd, roster)
    _plant_doubles(rng, crowd, roster)
    _plant_dates(rng, crowd, roster)
    _plant_cast(rng, crowd, roster)
    while len(roster.rows) < rows:
        roster.rows.append(_enlist(rng, crowd.draw()))
    _set_units_and_roles(rng, roster)
    loose = [r for r in roster.rows if not r.planted]
    for row in rng.sample(loose, max(4, rows // 12)):
        row.text_dates = True
    _spoil(rng, roster, typos, missing_dates)
    rng.shuffle(roster.rows)
    for number, row in enumerate(roster.rows, FIRST_ROW):
        row.row = number
    roster.cast["stranger"] = Row(crowd.draw(is_plain), "", None, None, "", "")
    return roster


def one_digit_off(day: date) -> date:
    """The same date with its last digit of the day misread, still a date."""
    for step in (1, -1, 2, -2, 3, -3):
        other = day + timedelta(days=step)
        if (other.month, other.day // 10) == (day.month, day.day // 10):
            return other
    raise ValueError(day)


def _cell(value: date | str | None, as_text: bool):
    if isinstance(value, date) and as_text:
        return russian_date(value)
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value


def workbook(roster: Roster) -> bytes:
    """The roster as an .xlsx with nothing of the clock in it."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.merge_cells("A1:F1")
    sheet["A1"] = TITLE
    sheet["A1"].font = Font(bold=True, size=13)
    sheet["A1"].alignment = Alignment(horizontal="center")
    line = Side(style="thin", color="999999")
    for column, title in enumerate(HEADER, 1):
        cell = sheet.cell(2, column, title)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDDDDD")
    for number, row in enumerate(roster.rows, 1):
        values = [number, row.name, _cell(row.born, row.text_dates), _cell(row.signed, row.text_dates),
                  row.unit, row.role]
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row.row, column, value)
            cell.border = Border(line, line, line, line)
            if isinstance(value, datetime):
                cell.number_format = "DD.MM.YYYY"
    for column, width in zip("ABCDEF", (5, 26, 15, 15, 42, 26)):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A3"
    book.properties.creator = "Пункт отбора"
    book.properties.title = "Именной список"
    packed = io.BytesIO()
    book.save(packed)
    with zipfile.ZipFile(packed) as made:
        parts = {entry.filename: spell_out(made.read(entry).decode()) for entry in made.infolist()}
    share_strings(parts)
    core = "docProps/core.xml"
    parts[core] = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "2025-03-10T08:00:00Z", parts[core])
    return pack(parts)


def spell_out(xml: str) -> str:
    """Letters written as numbers (&#1051;) written as themselves."""
    return re.sub(r"&#(\d+);", lambda m: chr(int(m.group(1))) if int(m.group(1)) > 127 else m.group(), xml)


def share_strings(parts: dict[str, str]) -> None:
    """Moves the strings of the sheet to a table of shared strings, where spreadsheet programs keep them.

    `parts` is the workbook's file names and texts; openpyxl writes every string into its cell.
    """
    shared: dict[str, int] = {}

    def point(match: re.Match) -> str:
        number = shared.setdefault(match.group(2), len(shared))
        return f'<c {match.group(1)} t="s"><v>{number}</v></c>'

    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet], count = re.subn(r'<c ([^>]*?) t="inlineStr"><is><t>(.*?)</t></is></c>', point, parts[sheet])
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="{main}" count="{count}" '
        f'uniqueCount="{len(shared)}">' + "".join(f"<si><t>{text}</t></si>" for text in shared) + "</sst>")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    for part, end, line in (
            ("[Content_Types].xml", "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'),
            ("xl/_rels/workbook.xml.rels", "</Relationships>",
             f'<Relationship Id="rIdStrings" Type="{link}" Target="sharedStrings.xml"/>')):
        if "sharedStrings" not in parts[part]:
            parts[part] = parts[part].replace(end, line + end)


def pack(parts: dict[str, str]) -> bytes:
    """A zip file with nothing of the clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2025, 3, 10, 8, 0, 0))
            entry.external_attr = 0o644 << 16
            target.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
