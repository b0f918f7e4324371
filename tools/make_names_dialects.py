#!/usr/bin/env python3
"""Makes data/names/chinese_sounds.tsv: how characters of Chinese names sound in Cantonese and in Korean.

    tools/make_names_dialects.py UNIHAN_READINGS      Unihan_Readings.txt of Unicode 15 (Debian: unicode-data)

Reads kCantonese and kHangul of the characters in data/names/{given_zh,surnames_zh,hanzi_readings}.tsv.  A row:
system, spelling, pinyin syllables with bits, -log2 of how often a character of that syllable is so spelled.
Cantonese is spelled as the Hong Kong government and habit spell Jyutping; Korean is written in Hangul.
"""
import collections
import math
import os
import sys

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names")
LEAST = 0.01
INITIALS = {"b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n l", "l": "l", "g": "k", "k": "k h",
            "ng": "ng _", "h": "h", "gw": "kw gw", "kw": "kw", "w": "w", "z": "ch ts j", "c": "ch ts", "s": "s sh", "j": "y"}
FINALS = {"aa": "a ah", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at",
          "aak": "ak", "ai": "ai", "au": "au", "am": "am um", "an": "an un", "ang": "ang", "ap": "ap up", "at": "at ut",
          "ak": "ak", "e": "e eh", "ei": "ei ee i ay", "eng": "eng ing", "ek": "ek", "i": "i ee ze", "iu": "iu",
          "im": "im", "in": "in", "ing": "ing", "ip": "ip", "it": "it", "ik": "ik", "o": "o", "oi": "oi oy", "on": "on",
          "ong": "ong", "ot": "ot", "ok": "ok", "ou": "o ou", "oe": "euh", "oeng": "eung eong", "oek": "euk", "eoi": "ui oi",
          "eon": "un on", "eot": "ut", "u": "u oo", "ui": "ui", "un": "un oon", "ung": "ung", "ut": "ut", "uk": "uk",
          "yu": "u yu ue", "yun": "uen yuen un", "yut": "uet ut", "m": "m", "ng": "ng"}
# Whole syllables that are spelled otherwise than their parts.
WHOLE = {"zi": "chi tsz tze", "ci": "chi tsz tse", "si": "sze si see shi", "ji": "yi yee i", "jyu": "yu yue", "jyun": "yuen yun",
         "jyut": "yuet", "jung": "yung", "jing": "ying", "jik": "yik", "jan": "yan yun", "jau": "yau", "gwong": "kwong",
         "gwok": "kwok", "gwan": "kwan", "zoek": "cheuk", "syu": "shu sue", "zyu": "chu", "cyu": "chu", "syun": "suen",
         "zyun": "chuen", "cyun": "chuen", "hyun": "huen", "gyun": "kuen", "kyun": "kuen", "lyun": "luen", "ng": "ng", "m": "ng"}


def hong_kong(jyutping):
    sound = jyutping.rstrip("123456")
    if sound in WHOLE:
        return WHOLE[sound].split()
    initial = next((i for i in ("gw", "kw", "ng", *"bpmfdtnlgkhwzcsj") if sound.startswith(i) and sound[len(i):] in FINALS), "")
    final = sound[len(initial):]
    if final not in FINALS:
        return []
    heads = [h.strip("_") for h in INITIALS.get(initial, "_").split()]
    return list(dict.fromkeys(h + f for h in heads for f in FINALS[final].split()))


def without_initial_r(syllable):
    """South Korea drops r, and n before i and y, at the start of a word: 리 이, 로 노, 녀 여."""
    index = ord(syllable) - 0xAC00
    initial, rest = index // 588, index % 588
    soft = rest // 28 in (2, 3, 6, 7, 12, 17, 20)  # ya yae yeo ye yo yu i
    if initial == 5:
        return chr(0xAC00 + (11 if soft else 2) * 588 + rest)
    return chr(0xAC00 + 11 * 588 + rest) if initial == 2 and soft else syllable


def characters():
    """character -> (pinyin, weight): one that given names hold weighs its count, one that they do not, little."""
    found = {}

    def rows(name):
        for line in open(os.path.join(OUT, name), encoding="utf-8"):
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")
    for pinyin, hanzi in rows("hanzi_readings.tsv"):
        for c in hanzi:
            found.setdefault(c, (pinyin, 0.02))
    for cells in rows("given_zh.tsv"):
        if cells[0] in found:
            found[cells[0]] = (found[cells[0]][0], float(cells[1]))
    for surname, reading, per_10000 in rows("surnames_zh.tsv"):
        if len(surname) == 1:
            found[surname] = (reading, found.get(surname, ("", 0.0))[1] + float(per_10000) / 20)
    return found


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    readings = collections.defaultdict(dict)
    for line in open(sys.argv[1], encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 3 and cells[1] in ("kCantonese", "kHangul"):
            readings[chr(int(cells[0][2:], 16))][cells[1]] = cells[2].split()
    simplified = {}
    for line in open(os.path.join(OUT, "hanzi_simplified.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            pairs = line.rstrip("\n")
            simplified.update(zip(pairs[1::2], pairs[0::2]))  # simplified -> traditional
    counts = {"yue": collections.defaultdict(collections.Counter), "hangul": collections.defaultdict(collections.Counter)}
    totals = {"yue": collections.Counter(), "hangul": collections.Counter()}
    for hanzi, (pinyin, weight) in characters().items():
        of_both = {**readings.get(simplified.get(hanzi, hanzi), {}), **readings.get(hanzi, {})}
        cantonese = [hong_kong(j) for j in of_both.get("kCantonese", [])[:2]]
        hangul = [h.split(":")[0] for h in of_both.get("kHangul", []) if "X" not in h.split(":")[1]]
        hangul = [list(dict.fromkeys((h, without_initial_r(h)))) for h in hangul]
        for system, sounds in (("yue", cantonese), ("hangul", hangul)):
            for rank, spellings in enumerate(sounds):
                for place, spelling in enumerate(spellings):
                    share = weight * 0.5 ** rank * 0.6 ** place
                    counts[system][spelling][pinyin] += share
                    totals[system][pinyin] += share
    with open(os.path.join(OUT, "chinese_sounds.tsv"), "w", encoding="utf-8") as out:
        out.write("# system (yue: Cantonese as Hong Kong spells it; hangul), spelling, pinyin syllables with -log2 of how often a\n"
                  "# character of the syllable is so spelled. Made by tools/make_names_dialects.py from Unihan 15 (kCantonese,\n"
                  "# kHangul; Unicode licence), weighed by given_zh.tsv.\n")
        for system, spelled in counts.items():
            for spelling in sorted(spelled):
                chances = [(n / totals[system][p], n, p) for p, n in spelled[spelling].items()]
                kept = [(c, p) for c, n, p in chances if c >= LEAST and n > 0.05 or n >= 2]
                if kept:
                    out.write("%s\t%s\t%s\n" % (system, spelling, " ".join("%s:%.1f" % (p, -math.log2(c)) for c, p in
                                                                             sorted(kept, key=lambda x: (-x[0], x[1])))))


main()
