"""What a perfect brief finds in the example case. The format is told in examples/README.md."""

from .passport import Passport
from .reports import Numbers
from .roster import FIRST_COMPANY, FIRST_COMPANY_SHORT, SECOND_COMPANY, SECOND_COMPANY_PLAIN, Roster

ROSTER, WIRE, REWRITE, INTERVIEW, STATEMENT, NOTE = (
    "roster.xlsx", "wire.txt", "rewrite.html", "interview.html", "statement.pdf", "note_uk.txt")

SERVICE = ["Regional Border Service"]
MINISTRY = ["Ministry of Defence"]
VELTSOV = ["Arkady Veltsov", "Veltsov"]
HRYNKO = ["Taras Hrynko", "Hrynko"]
HALUSHKO = ["Petro Halushko", "Halushko"]


def _claim(file, speaker, stance, kind, content_begins, **more):
    return {"file": file, "speaker": speaker, "stance": stance, "kind": kind, "content_begins": content_begins, **more}


def claims(numbers: Numbers, roster: Roster) -> list[dict]:
    dative = roster.cast["dative"].person.name.ukrainian_in("dative")
    return [
        _claim(WIRE, SERVICE, ["asserted"], ["indirect"], f"More than {numbers.more_than} foreign nationals have signed"),
        _claim(WIRE, SERVICE, ["asserted"], ["indirect"], "A patrol stopped a minibus on March 14 near Ivanivka"),
        _claim(WIRE, HRYNKO, ["asserted"], ["direct"], "Nobody wraps a towel that carefully"),
        _claim(WIRE, HRYNKO, ["asserted"], ["indirect"], "nine men from the list had been wounded in February"),
        _claim(WIRE, SERVICE, ["hedged"], ["indirect"], "Each recruit was allegedly promised 210 000 rubles",
               on_word_of=["driver"]),
        _claim(WIRE, MINISTRY, ["denied"], ["indirect"], "any foreigner had signed a contract at the post",
               said_on="2025-03-19"),
        _claim(WIRE, VELTSOV, ["asserted", "denied"], ["direct"], "This spreadsheet is a clumsy invention"),
        _claim(WIRE, ["consulate general"], ["no comment"], ["mixed", "direct"], "still verifying the papers"),
        _claim(WIRE, ["Marta Vilenska", "Vilenska"], ["questioned"], ["indirect"],
               "whether all of the men on the list had reached the front"),
        _claim(WIRE, ["Marta Vilenska", "Vilenska"], ["hedged"], ["direct"],
               "Some of them may never have left the training ground"),
        _claim(WIRE, ["regional prosecutor's office"], ["demanded"], ["indirect"],
               "the owner of the laptop come forward within ten days"),
        _claim(REWRITE, SERVICE, ["asserted"], ["indirect"],
               f"More than {numbers.more_than} foreign nationals have put their names"),
        _claim(REWRITE, HRYNKO, ["asserted"], ["direct"], "Nobody wraps a towel that carefully"),
        _claim(REWRITE, SERVICE, ["hedged"], ["indirect"], "Each recruit was allegedly promised 210 000 rubles"),
        _claim(REWRITE, MINISTRY, ["denied"], ["indirect"], "any foreigner had signed a contract at the post"),
        _claim(INTERVIEW, HALUSHKO, ["asserted"], ["direct"], "They stopped me on March 16 near Ivanivka"),
        _claim(INTERVIEW, HALUSHKO, ["asserted"], ["indirect"],
               f"at least {numbers.at_least} foreigners signed contracts"),
        _claim(INTERVIEW, HALUSHKO, ["asserted"], ["indirect"], "none of his passengers spoke Russian"),
        _claim(INTERVIEW, HALUSHKO, ["hedged"], ["indirect"], "the passports were probably taken from the men"),
        _claim(INTERVIEW, HALUSHKO, ["asserted", "denied"], ["direct"], "I never opened that bag"),
        _claim(INTERVIEW, ["Inna Boichuk", "Boichuk"], ["denied"], ["indirect"], "he worked for a recruiter"),
        _claim(INTERVIEW, HALUSHKO, ["no comment"], ["indirect"], "who had paid him"),
        _claim(STATEMENT, MINISTRY, ["denied"], ["indirect"], "foreign nationals sign contracts at border posts"),
        _claim(STATEMENT, MINISTRY, ["asserted"], ["indirect"],
               f"The document that Northern Wire describes holds exactly {numbers.ministry} names"),
        _claim(STATEMENT, VELTSOV, ["asserted"], ["direct"], "The same file was offered for sale last year"),
        _claim(STATEMENT, ["legal department", "Ministry's legal department"], ["hedged"], ["indirect"],
               "the six passports may have been reported lost"),
        _claim(STATEMENT, MINISTRY, ["demanded"], ["indirect"], "Northern Wire publish a correction"),
        _claim(NOTE, ["кухар навчального табору", "кухар"], ["asserted"], ["indirect"], "жив в одному наметі"),
        _claim(NOTE, ["Оксана Дзюба", "Оксани Дзюби", "волонтерка Оксана Дзюба"], ["asserted"], ["indirect"],
               f"{dative} обіцяли громадянство"),
        _claim(NOTE, ["Оксана Дзюба", "Дзюба"], ["asserted"], ["direct"], "Жоден із них не тримав зброї"),
    ]


def _side(file, text=None):
    return {"file": file, "text": text}


def _finding(kinds, left, right, why, optional=False):
    found = {"kind": kinds, "between": [left, right], "why": why}
    return {**found, "optional": True} if optional else found


def findings(numbers: Numbers) -> list[dict]:
    listed, more = f"{numbers.listed} names", f"More than {numbers.more_than}"
    exactly, least = f"exactly {numbers.ministry} names", f"at least {numbers.at_least}"
    return [
        _finding(["count-check", "agree"], _side(WIRE, listed), _side(ROSTER), "the list holds as many rows"),
        _finding(["count-check", "narrower", "agree"], _side(WIRE, more), _side(ROSTER),
                 "the counted list lies within the bound"),
        _finding(["conflict"], _side(WIRE, listed), _side(STATEMENT, exactly), "two numbers for one list"),
        _finding(["count-check", "conflict"], _side(STATEMENT, exactly), _side(ROSTER),
                 "the list holds more than the ministry says"),
        _finding(["copy", "rewrite"], _side(WIRE), _side(REWRITE), "whole sentences shared, no credit given"),
        _finding(["conflict"], _side(WIRE, "March 14"), _side(INTERVIEW, "March 16"), "two dates for one stop"),
        _finding(["narrower", "agree"], _side(WIRE, more), _side(INTERVIEW, least),
                 "an independent count within the bound"),
        _finding(["shared quotation"], _side(WIRE, "Nobody wraps a towel"), _side(REWRITE, "Nobody wraps a towel"),
                 "one quotation in both", optional=True),
        _finding(["conflict"], _side(REWRITE, listed), _side(STATEMENT, exactly), "the same through the copy", True),
        _finding(["conflict"], _side(REWRITE, "March 14"), _side(INTERVIEW, "March 16"), "the same through the copy",
                 True),
        _finding(["conflict"], _side(WIRE, more), _side(STATEMENT, "foreign nationals sign contracts at border posts"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(REWRITE, more), _side(STATEMENT, "foreign nationals sign contracts at border posts"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(INTERVIEW, least), _side(STATEMENT, "foreign nationals sign contracts at border posts"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(WIRE, more), _side(WIRE, "any foreigner had signed"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(INTERVIEW, least), _side(WIRE, "any foreigner had signed"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(INTERVIEW, least), _side(REWRITE, "any foreigner had signed"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(REWRITE, more), _side(REWRITE, "any foreigner had signed"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(WIRE, more), _side(REWRITE, "any foreigner had signed"),
                 "asserted by one, denied by the other", True),
        _finding(["conflict"], _side(REWRITE, more), _side(WIRE, "any foreigner had signed"),
                 "asserted by one, denied by the other", True),
    ]


def not_findings(numbers: Numbers) -> list[dict]:
    listed, more = f"{numbers.listed} names", f"More than {numbers.more_than}"
    pairs = [
        (_side(WIRE, more), _side(WIRE, listed), "the bound holds"),
        (_side(WIRE, more), _side(INTERVIEW, f"at least {numbers.at_least}"), "both can be true"),
        (_side(WIRE, listed), _side(INTERVIEW, f"at least {numbers.at_least}"), "both can be true"),
        (_side(WIRE, listed), _side(WIRE, "six passports"), "names and papers are counted, not one thing"),
        (_side(WIRE, "two passengers"), _side(WIRE, "nine men"), "two events"),
        (_side(WIRE, "210 000 rubles"), _side(WIRE, "$2,440"), "one sum in two currencies"),
        (_side(WIRE, "210 000 rubles"), _side(INTERVIEW, "5 000 rubles"), "a monthly pay and a price for a ride"),
        (_side(WIRE, listed), _side(REWRITE, listed), "the same number"),
    ]
    return [{"between": [left, right], "why": why} for left, right, why in pairs]


def _papers(roster: Roster, papers_of: dict[str, tuple[str, Passport]]) -> list[dict]:
    papers = []
    for part, (file, page) in sorted(papers_of.items(), key=lambda item: item[1][0]):
        row = roster.cast[part]
        paper = {"file": file, "row": row.row or None, "name": page.name.latin, "native_name": page.name.native,
                 "number": page.number, "birth_date": page.born.isoformat(), "country": "CHN",
                 "verdict": ["same"] if row.row else ["none"]}
        if part == "off":
            paper |= {"verdict": ["same", "unsure"], "lower_than": papers_of["plain"][0],
                      "why": "the birth date differs from the roster's in one digit"}
        papers.append(paper)
    return papers


def _quantities(numbers: Numbers) -> list[dict]:
    found = [
        (WIRE, f"More than {numbers.more_than}", numbers.more_than, ">", "nationals"),
        (WIRE, f"{numbers.listed} names", numbers.listed, "=", "names"),
        (WIRE, "two passengers", 2, "=", "passengers"),
        (WIRE, "six passports", 6, "=", "passports"),
        (WIRE, "nine men", 9, "=", "men"),
        (WIRE, "210 000 rubles", 210000, "=", "RUB"),
        (WIRE, "about $2,440", 2440, "~", "USD"),
        (REWRITE, f"More than {numbers.more_than}", numbers.more_than, ">", "nationals"),
        (REWRITE, "210 000 rubles", 210000, "=", "RUB"),
        (INTERVIEW, f"at least {numbers.at_least}", numbers.at_least, ">=", "foreigners"),
        (INTERVIEW, "5 000 rubles", 5000, "=", "RUB"),
        (STATEMENT, f"exactly {numbers.ministry} names", numbers.ministry, "=", "names"),
    ]
    return [dict(zip(("file", "text", "value", "relation", "unit"), row)) for row in found]


def _timeline() -> list[dict]:
    found = [(WIRE, "March 14", "2025-03-14"), (WIRE, "Wednesday", "2025-03-19"), (WIRE, "February", "2025-02"),
             (REWRITE, "March 14", "2025-03-14"), (INTERVIEW, "March 16", "2025-03-16"), (NOTE, "січні", "2025-01")]
    return [dict(zip(("file", "text", "value"), row)) for row in found]


def _places() -> list[dict]:
    found = [(WIRE, "Shebekino", "RU"), (WIRE, "Ivanivka", None), (WIRE, "Bilohorivka", "UA"),
             (WIRE, "Valuyki", "RU"), (REWRITE, "Shebekino", "RU"), (REWRITE, "Ivanivka", None),
             (INTERVIEW, "Lyman", "UA"), (INTERVIEW, "Ivanivka", None), (INTERVIEW, "Shebekino", "RU")]
    return [dict(zip(("file", "text", "chosen_country"), row)) for row in found]


def _units(roster: Roster) -> list[dict]:
    units = [{"spellings": [SECOND_COMPANY, SECOND_COMPANY_PLAIN]},
             {"spellings": [FIRST_COMPANY, FIRST_COMPANY_SHORT], "optional": True}]
    for unit in units:
        unit["rows"] = sum(row.unit in unit["spellings"] for row in roster.rows)
    return units


def make_truth(roster: Roster, numbers: Numbers, papers_of: dict[str, tuple[str, Passport]], seed: int) -> dict:
    """`papers_of`: the picture and the passport of each member of the cast who has one."""
    return {
        "about": "what a perfect brief of this folder finds; format in examples/README.md",
        "seed": seed,
        "roster": {"file": ROSTER, "rows": len(roster.rows), "people": roster.people},
        "doubles": [{"rows": sorted([left.row, right.row]), "verdict": verdicts, "why": why}
                    for left, right, why, verdicts in roster.doubles],
        "not_doubles": [{"rows": sorted([left.row, right.row]), "why": why} for left, right, why in roster.not_doubles],
        "papers": _papers(roster, papers_of),
        "dates": [{"row": row.row, "column": columns, "kind": kind, "value": value}
                  for row, columns, kind, value in roster.dates],
        "units": _units(roster),
        "claims": claims(numbers, roster),
        "findings": findings(numbers),
        "not_findings": not_findings(numbers),
        "mentions": [{"file": NOTE, "text": roster.cast[case].person.name.ukrainian_in(case),
                      "row": roster.cast[case].row} for case in ("genitive", "instrumental", "dative")],
        "timeline": _timeline(),
        "places": _places(),
        "quantities": _quantities(numbers),
    }
