#!/usr/bin/env python3
"""Makes data/names/inflection.tsv: endings of names in the oblique cases and what the nominative ends in.

The paradigms are school grammar of Russian and Ukrainian, typed here once as full tables, so that every row can be
read against a grammar.  A row of the result: class, case, ending, nominative ending.
"""
import os

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names", "inflection.tsv")
CASES = ["genitive", "dative", "instrumental", "prepositional", "vocative"]
# class: (nominative ending, genitive, dative, instrumental, prepositional, vocative); alternatives a|b, accusative as
# genitive or listed under it; "-" for none; _ for no ending.
PARADIGMS = [
    # men's names and surnames in a hard consonant: Чжан, Иван, Жуков's genitive and dative
    ("hard", "_", "а", "у|ові", "ом", "е|ові|у", "е|у"),
    ("sibilant", "_", "а", "у|еві", "ем", "е|еві|і", "у"),
    # -ов -ев -ин surnames of men
    ("possessive", "ов", "ова", "ову", "овым|овим", "ове|ові|ову", "-"),
    ("possessive", "ев", "ева", "еву", "евым|евим", "еве|еві|еву", "-"),
    ("possessive", "єв", "єва", "єву", "євим", "єву|єві", "-"),
    ("possessive", "ин", "ина", "ину", "иным|иним", "ине|ині|ину", "-"),
    ("possessive", "ін", "іна", "іну", "іним", "іні|іну", "-"),
    # women's: -ова -ева -ина
    ("possessive woman", "ова", "овой|ової", "ову|овій", "овою|овой", "овой|овій", "-"),
    ("possessive woman", "ева", "евой|евої", "еву|евій", "евою|евой", "евой|евій", "-"),
    ("possessive woman", "ина", "иной|иної", "ину|иній", "иною|иной", "иной|иній", "-"),
    # adjectives, men
    ("adjective", "ий", "ого", "ому", "им", "ом|ому|ім", "-"),
    ("adjective", "ый", "ого", "ому", "ым", "ом", "-"),
    ("adjective", "ой", "ого", "ому", "ым|им", "ом", "-"),
    ("adjective", "ий", "его|ього", "ему|ьому", "им|ім", "ем|ьому", "-"),
    # adjectives, women
    ("adjective woman", "ая", "ой|ую", "ой", "ой|ою", "ой", "-"),
    ("adjective woman", "а", "ої|у", "ій", "ою", "ій", "-"),
    ("adjective woman", "яя", "ей|юю", "ей", "ей|ею", "ей", "-"),
    # names in -а, -я, either sex
    ("a", "а", "ы|и|у", "е|і", "ой|ою", "е|і", "о"),
    ("a after sibilant", "а", "и|у", "е|і", "ей|ею", "е|і", "о|е"),
    ("ya", "я", "и|і|ю", "е|і", "ей|ею", "е|і", "ю|е"),
    ("iya", "ия", "ии|ию", "ии", "ией|иею", "ии", "-"),
    ("iya", "ія", "ії|ію", "ії", "ією", "ії", "іє"),
    # men's names in -й, -ий
    ("y", "й", "я", "ю|єві|еві", "ем|єм", "е|і|єві", "ю"),
    ("iy", "ий", "ия", "ию", "ием", "ии", "-"),
    ("iy", "ій", "ія", "ію|ієві", "ієм", "ії|ієві", "ію"),
    # soft sign
    ("soft", "ь", "я", "ю|еві|ові", "ем", "е|і|еві|ю", "ю"),
    ("soft woman", "ь", "и|і", "и|і", "ью|ю", "и|і", "-"),
    # Ukrainian -о: Порошенко, Петро; Russian leaves -ко alone
    ("o", "о", "а", "у|ові", "ом", "ові|у|і", "у|е"),
    # a consonant doubles its vowel away: Павел, Павло apart; -ец: Горбец
    ("fleeting", "ец", "ца", "цу", "цем", "це", "-"),
    ("fleeting", "ець", "ця", "цю|цеві", "цем", "ці|цеві", "цю"),
    ("fleeting", "ок", "ка", "ку|кові", "ком", "ке|ку|кові", "-"),
    ("fleeting", "ел", "ла", "лу", "лом", "ле", "-"),
    # names that change their last consonant: Ольга, Кличка is of Кличко and not of these
    ("velar", "га", "зі", "зі", "-", "зі", "-"),
    ("velar", "ка", "ці", "ці", "-", "ці", "-"),
    ("velar", "ха", "сі", "сі", "-", "сі", "-"),
]


def main():
    rows = dict.fromkeys(
        (name, case, ending, nominative)
        for name, nominative, *cases in PARADIGMS
        for case, cell in zip(CASES, cases)
        for ending in cell.split("|") if cell != "-")
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("# class, case, ending, ending in the nominative (_: none). Made by tools/make_names_inflection.py from the\n"
                  "# paradigms of school grammar, Russian and Ukrainian together.\n")
        for row in rows:
            out.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
