#!/usr/bin/env python3
"""Makes the tables of Chinese names in data/names/.

    tools/make_names_chinese.py DATA_DIR       DATA_DIR holds tables/ and names/ (see below)

Reads tables/palladius_ru.tsv, tables/pinyin_wadegiles.tsv and names/politicians_half.tsv of DATA_DIR, and asks ICU's `uconv` for the
readings of Hanzi.  Writes
    pinyin.tsv             the syllables: pinyin, Palladius, old or variant spelling, Ukrainian practice, Wade-Giles
    hanzi_readings.tsv     pinyin TAB the characters read so
    hanzi_simplified.tsv   traditional and simplified characters in pairs
    surnames_zh.tsv        surname, its reading as a surname, how many of 10,000 bear it
    given_zh.tsv           characters of given names with their counts
"""
import collections
import os
import subprocess
import sys

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names")

# The surnames of the Song-dynasty primer "Hundred Family Surnames" (public domain), single characters.
PRIMER = """赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马
苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米
贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管
卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓
牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔
阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈
廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游
竺权逯盖益桓公肖仝闫佟付代尧覃岳帅涂丘洛苑谌战柳占候敬"""
COMPOUND = """欧阳 上官 司马 诸葛 尉迟 万俟 夏侯 皇甫 东方 公孙 慕容 令狐 宇文 长孙 司徒 司空 轩辕 端木 百里 呼延 南宫 独孤
申屠 太史 澹台 公冶 宗政 濮阳 淳于 单于 钟离 闾丘 东郭 西门 赫连 拓跋 完颜 纳兰 第五 左丘 梁丘 段干 鲜于 公羊 谷梁""".split()
# Characters that given names read in more than one way; the first reading is the table's own.
POLYPHONES = "乐:yue 长:zhang 重:zhong 朝:zhao 行:xing,hang 盛:cheng 茜:xi 祭:zhai 翟:di 朴:po 柏:bo 露:lou 传:zhuan " \
             "强:jiang 曾:ceng 单:dan 解:jie 查:cha 盖:gai 藏:zang 降:jiang 少:shao 省:xing 婷:ting 卜:bo 尉:wei 贾:gu " \
             "弹:dan 调:diao 还:huan 那:na 缪:miao 洗:xian 仇:chou 区:qu 任:ren 燕:yan 应:ying 宁:ning 和:he 薄:bao 覃:qin 车:ju"


# Surnames that ICU reads as in running text.
SURNAMES = dict(pair.split(":") for pair in "缪:miao 朴:piao 薄:bo 区:ou 覃:qin 澹台:tan_tai 句:gou 员:yun 召:shao "
                "折:she 繁:po 洗:xian 祭:zhai 秘:bi".split())


def uconv(transform, lines):
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", transform], input="\n".join(lines) + "\n",
                          capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[: len(lines)]


def plain(reading):
    """Toneless pinyin with v for u-umlaut: "lǚ" -> "lv"."""
    import unicodedata
    out = []
    for c in unicodedata.normalize("NFD", reading.lower().replace("ü", "v")):
        if c == "\u0308" and out and out[-1] == "u":
            out[-1] = "v"
        elif c.isascii() and c.isalpha():
            out.append(c)
    return "".join(out)


def spaced(reading, known):
    """ICU joins some compound surnames: "baili" -> "bai li"."""
    if " " in reading or reading in known:
        return reading
    cuts = [k for k in range(1, len(reading)) if reading[:k] in known and reading[k:] in known]
    return reading[: cuts[-1]] + " " + reading[cuts[-1]:] if cuts else reading


def write(name, header, rows):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as out:
        for line in header:
            out.write("# " + line + "\n")
        for row in rows:
            out.write("\t".join(str(x) for x in row) + "\n")


def read_syllables(data):
    wade_giles = {}
    for line in open(os.path.join(data, "tables", "pinyin_wadegiles.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            pinyin, _, ascii_form = line.rstrip("\n").split("\t")
            wade_giles[pinyin] = ascii_form
    rows = []
    for line in open(os.path.join(data, "tables", "palladius_ru.tsv"), encoding="utf-8"):
        if line.startswith("#"):
            continue
        cells = line.rstrip("\n").split("\t") + [""] * 4
        if cells[0] == "hui":  # a common modern departure besides the old one
            cells[2] = "хой|хуй"
        rows.append((cells[0], cells[1], cells[2], cells[3], wade_giles.get(cells[0], "")))
    return rows


def read_people(data):
    path = os.path.join(data, "names", "politicians_half.tsv")
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "China/Congress" and cells[3] == "_main" and 2 <= len(cells[4]) <= 4:
            if all("\u4e00" <= c <= "\u9fff" for c in cells[4]):
                yield cells[4]


def main():
    data = sys.argv[1]
    os.makedirs(OUT, exist_ok=True)
    syllables = read_syllables(data)
    known = {row[0] for row in syllables}
    write("pinyin.tsv", [
        "pinyin (v: u-umlaut), Palladius, old or variant spelling, Ukrainian practice, Wade-Giles without marks",
        "Facts of the Palladius system; 414 of its cells agree with liminovna/palladizator's syllable_dict.py.",
        "The Ukrainian column is Palladius carried over letter by letter: a practice, no official standard.",
    ], syllables)

    characters = [chr(c) for c in range(0x4E00, 0x9FA6)] + ["㐱", "䶮"]
    by_reading = collections.defaultdict(str)
    for c, reading in zip(characters, uconv("Han-Latin", characters)):
        if plain(reading) in known:
            by_reading[plain(reading)] += c
    for item in POLYPHONES.split():
        c, readings = item.split(":")
        for reading in readings.split(","):
            if c not in by_reading[reading]:
                by_reading[reading] += c
    write("hanzi_readings.tsv", [
        "pinyin, characters. Readings of Unihan as in CLDR's Han-Latin, asked of ICU 72 (Unicode licence), with a few",
        "second readings that names use. A character may stand in two lines.",
    ], sorted(by_reading.items()))

    simple = uconv("Traditional-Simplified", characters)
    pairs = "".join(a + b for a, b in zip(characters, simple) if a != b and len(b) == 1)
    write("hanzi_simplified.tsv", [
        "Traditional character and its simplified one in turn, from ICU 72's Traditional-Simplified (Unicode licence).",
    ], [(pairs[i:i + 80],) for i in range(0, len(pairs), 80)])

    people = list(read_people(data))
    families, given = collections.Counter(), collections.Counter()
    for name in people:
        size = 2 if name[:2] in COMPOUND and len(name) > 2 else 1
        families[name[:size]] += 1
        given.update(name[size:])
    surnames = list(dict.fromkeys(list(PRIMER.replace("\n", "")) + COMPOUND + sorted(families) + list(SURNAMES)))
    tones = dict(zip(surnames, uconv("Han-Latin/Names", surnames)))
    rows = []
    for name in surnames:
        reading = SURNAMES.get(name, "").replace("_", " ")
        reading = reading or spaced(" ".join(plain(part) for part in tones[name].split()), known)
        if not reading or not all(part in known for part in reading.split()):
            print("no reading:", name, tones[name], file=sys.stderr)
            continue
        rows.append((name, reading, round(families[name] * 10000 / len(people))))
    rows.sort(key=lambda row: (-row[2], row[1], row[0]))
    write("surnames_zh.tsv", [
        "surname, its reading as a surname, bearers in 10,000.",
        f"Counted over {len(people)} members of the National People's Congress (EveryPolitician, CC0); 0: none among",
        "them, in the primer \"Hundred Family Surnames\" or a compound surname. Readings: ICU 72's Han-Latin/Names; of a few, by hand.",
    ], rows)
    write("given_zh.tsv", [
        "character of a given name, count, over the same people as surnames_zh.tsv (EveryPolitician, CC0).",
    ], sorted(given.items(), key=lambda item: (-item[1], item[0])))


if __name__ == "__main__":
    main()
