#!/usr/bin/env python3
"""Makes data/names/place_words.tsv and data/names/organisation_counts.tsv.

    tools/make_names_organisations.py DATA_DIR

place_words.tsv: names and adjectives of countries as they stand in names of companies, from data/extract/countries.tsv
and country_words.tsv of this tree, with the forms below.
organisation_counts.tsv: words of the names of organisations and how many of them hold each, counted over
names/ofac/sdn.csv and alt.csv of DATA_DIR (US Treasury, public domain).
"""
import collections
import csv
import os
import re
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
FEWEST = 3
# Countries as companies of other languages write them, and regions that are no country.
MORE = {"MX": "mexico mexicana mexicano", "BR": "brasil brasileira brasileiro", "ES": "espana espanola espanol iberica", "DE": "deutschland deutsche deutscher deutsches allemagne",
        "FR": "francaise francais frankreich francia", "IT": "italia italiana italiano italien italie", "CH": "schweiz suisse svizzera schweizerische",
        "AT": "osterreich osterreichische autriche", "NL": "nederland nederlandse niederlande pays_bas", "BE": "belgique belgie belgien", "SE": "sverige svenska schweden",
        "NO": "norge norske", "DK": "danmark danske", "FI": "suomi suomen", "PL": "polska polskie polski polen", "CZ": "cesko ceska ceskych", "HU": "magyar magyarorszag",
        "RO": "romania romana", "TR": "turkiye turk", "RU": "rossii rossiya rossiyskaya rossiyskiy russie russland", "UA": "ukraina ukrainy ukrainska", "JP": "nippon nihon japon",
        "CN": "chine zhongguo", "GR": "hellas hellenic", "PT": "portuguesa", "AR": "argentina argentino", "CU": "cubana cubano", "VE": "venezolana venezolano",
        "PE": "peruana", "CO": "colombiana", "MA": "maroc marocaine", "TN": "tunisie", "DZ": "algerie", "EG": "misr", "LB": "liban libanaise", "CA": "canadienne",
        "x-europe": "europe europa", "x-asia": "asia asie asian", "x-africa": "africa afrique african", "x-america": "americas", "x-middle-east": "middle_east",
        "x-latin-america": "latin_america latinoamerica", "x-north-america": "north_america", "x-pacific": "pacific", "x-gulf": "gulf", "x-caribbean": "caribbean caribe"}
# Names of countries that are words or names of people too.
OMITTED = {"the_states", "gaza", "jersey", "georgia", "poles"}


def plain(word):
    decomposed = unicodedata.normalize("NFD", word.lower())
    if re.search("[a-z]", decomposed):
        decomposed = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(c for c in unicodedata.normalize("NFC", decomposed) if c.isalpha())


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]


def write_places():
    forms = collections.defaultdict(dict)
    for cells in rows(os.path.join(ROOT, "extract", "countries.tsv")):
        for form in [cells[1].replace(" ", "_")] + cells[5].split(" "):
            forms[cells[0]][form] = True
    for code, _kind, words in rows(os.path.join(ROOT, "extract", "country_words.tsv")):
        for form in words.split(" "):
            forms[code][form] = True
    for code, words in MORE.items():
        for form in words.split():
            forms[code][form] = True
    seen = set()
    with open(os.path.join(ROOT, "names", "place_words.tsv"), "w", encoding="utf-8") as out:
        out.write("# Made by tools/make_names_organisations.py: countries (ISO 3166-1) and parts of the world as names of companies\n"
                  "# write them, run together in plain lower case. Unicode CLDR (Unicode licence) and words written for Muster.\n")
        for code in sorted(forms):
            keys = []
            for form in forms[code]:
                key = plain(form)
                if form.lower() in OMITTED or len(key) < 2 or key in seen:
                    continue
                seen.add(key)
                keys.append(key)
            if keys:
                out.write(f"{code}\t{'|'.join(keys)}\n")


def write_counts(data):
    folder = os.path.join(data, "names", "ofac")
    names, kinds = collections.defaultdict(list), {}
    with open(os.path.join(folder, "sdn.csv"), encoding="utf-8", errors="replace") as file:
        for row in csv.reader(file):
            if len(row) > 2:
                kinds[row[0]] = row[2].strip()
                names[row[0]].append(row[1])
    with open(os.path.join(folder, "alt.csv"), encoding="utf-8", errors="replace") as file:
        for row in csv.reader(file):
            if len(row) > 3:
                names[row[0]].append(row[3])
    counts, bodies = collections.Counter(), 0
    for key, kind in kinds.items():
        if kind != "-0-":
            continue
        bodies += 1
        counts.update({plain(word) for name in names[key] for word in re.findall(r"[^\W\d_]+", name)})
    with open(os.path.join(ROOT, "names", "organisation_counts.tsv"), "w", encoding="utf-8") as out:
        out.write(f"# word, organisations that bear it among {bodies} of the US Treasury's list (OFAC, public domain); fewer than {FEWEST} left out.\n"
                  f"# Made by tools/make_names_organisations.py.\n!organisations\t{bodies}\n")
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if count >= FEWEST and len(word) > 1:
                out.write(f"{word}\t{count}\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write_places()
    write_counts(sys.argv[1])


if __name__ == "__main__":
    main()
