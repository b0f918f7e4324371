"""Invented people: a Chinese name in letters and characters, a birth date.

Surnames and given-name characters are common ones, put together by chance; nobody is meant.
"""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from . import palladius

# pinyin, character, weight (roughly how common it is, which makes namesakes as common as in life)
SURNAMES = [
    ("wang", "王", 72), ("li", "李", 72), ("zhang", "张", 68), ("liu", "刘", 54), ("chen", "陈", 45),
    ("yang", "杨", 31), ("zhao", "赵", 23), ("huang", "黄", 22), ("zhou", "周", 19), ("wu", "吴", 19),
    ("xu", "徐", 15), ("sun", "孙", 14), ("hu", "胡", 13), ("zhu", "朱", 13), ("gao", "高", 12),
    ("lin", "林", 12), ("he", "何", 11), ("guo", "郭", 11), ("ma", "马", 11), ("luo", "罗", 9),
    ("liang", "梁", 8), ("song", "宋", 8), ("zheng", "郑", 8), ("xie", "谢", 7), ("han", "韩", 7),
    ("tang", "唐", 7), ("feng", "冯", 6), ("yu", "于", 6), ("dong", "董", 6), ("xiao", "萧", 6),
    ("cheng", "程", 6), ("cao", "曹", 5), ("yuan", "袁", 5), ("deng", "邓", 5), ("fu", "傅", 5),
    ("shen", "沈", 5), ("zeng", "曾", 5), ("peng", "彭", 5), ("lv", "吕", 5), ("su", "苏", 5),
    ("lu", "卢", 5), ("jiang", "蒋", 5), ("cai", "蔡", 5), ("jia", "贾", 4), ("ding", "丁", 4),
    ("wei", "魏", 4), ("xue", "薛", 4), ("ye", "叶", 4), ("yan", "阎", 4), ("ouyang", "欧阳", 1),
]

GIVEN = [
    ("wei", "伟"), ("jun", "军"), ("qiang", "强"), ("lei", "磊"), ("yong", "勇"), ("jie", "杰"),
    ("tao", "涛"), ("ming", "明"), ("chao", "超"), ("gang", "刚"), ("ping", "平"), ("hui", "辉"),
    ("peng", "鹏"), ("bin", "斌"), ("hao", "浩"), ("bo", "波"), ("liang", "亮"), ("long", "龙"),
    ("feng", "峰"), ("zhi", "志"), ("wen", "文"), ("jian", "建"), ("guo", "国"), ("hai", "海"),
    ("ren", "仁"), ("xin", "新"), ("zhong", "忠"), ("rong", "荣"), ("kai", "凯"), ("xiang", "祥"),
    ("dong", "东"), ("cheng", "成"), ("sheng", "生"), ("shan", "山"), ("lin", "林"), ("heng", "恒"),
    ("xue", "学"), ("shun", "顺"), ("de", "德"), ("jia", "家"), ("yuan", "元"), ("an", "安"),
    ("chang", "长"), ("qing", "庆"), ("bao", "宝"), ("song", "松"), ("zhen", "振"), ("zheng", "政"),
]

COMPOUND = {"ouyang": ["ou", "yang"]}

NOT_GIVEN = {("tao", "bao")}  # a shop


@dataclass(frozen=True)
class Name:
    """`surname` and `given` are lists of pinyin syllables with "v" for the u-umlaut."""

    surname: tuple[str, ...]
    given: tuple[str, ...]
    surname_native: str
    given_native: str

    @property
    def russian(self) -> str:
        return f"{palladius.word(list(self.surname))} {palladius.word(list(self.given))}"

    @property
    def ukrainian(self) -> str:
        return f"{palladius.word_uk(list(self.surname))} {palladius.word_uk(list(self.given))}"

    def ukrainian_in(self, case: str) -> str:
        given = palladius.decline_uk(palladius.word_uk(list(self.given)))[case]
        return f"{palladius.word_uk(list(self.surname))} {given}"

    @property
    def native(self) -> str:
        return self.surname_native + self.given_native

    @property
    def surname_latin(self) -> str:
        """As passports print it: in capitals, the u-umlaut as YU."""
        return "".join(self.surname).replace("v", "yu").upper()

    @property
    def given_latin(self) -> str:
        return "".join(self.given).replace("v", "yu").upper()

    @property
    def latin(self) -> str:
        return f"{self.surname_latin} {self.given_latin}"


@dataclass(frozen=True)
class Person:
    name: Name
    born: date

    def born_on(self, born: date) -> "Person":
        return replace(self, born=born)


def make_name(surname: str, *given: str) -> Name:
    """A name from pinyin, its characters looked up in the lists above."""
    surnames = {pinyin: native for pinyin, native, _ in SURNAMES}
    characters = dict(GIVEN)
    return Name(tuple(COMPOUND.get(surname, [surname])), given, surnames[surname],
                "".join(characters[g] for g in given))


def draw_name(rng: random.Random) -> Name:
    surname = rng.choices(SURNAMES, weights=[s[2] for s in SURNAMES])[0][0]
    if rng.random() < 0.3:
        return make_name(surname, rng.choice(GIVEN)[0])
    first, second = rng.sample(GIVEN, 2)
    if (first[0], second[0]) in NOT_GIVEN:
        first, second = second, first
    return make_name(surname, first[0], second[0])


def draw_date(rng: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def draw_birth(rng: random.Random) -> date:
    return draw_date(rng, date(1976, 1, 1), date(2005, 12, 31))


def edits(left: str, right: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]


class Crowd:
    """Draws people whose names stay clear of each other, so that only planted namesakes are close."""

    MIN_EDITS = 3

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.names: list[str] = []

    def is_clear(self, name: Name) -> bool:
        return all(edits(name.russian, other) >= self.MIN_EDITS for other in self.names)

    def admit(self, name: Name) -> Name:
        self.names.append(name.russian)
        return name

    def draw(self, wanted=lambda name: True) -> Person:
        for _ in range(20_000):
            name = draw_name(self.rng)
            if wanted(name) and self.is_clear(name):
                return Person(self.admit(name), draw_birth(self.rng))
        raise ValueError("too many rows: no more names that stay clear of each other")


def misspell(rng: random.Random, text: str) -> str:
    """One slip of the hand inside a word: a letter lost, doubled, swapped with the next, or э for е."""
    places = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    slip = rng.choice(["lost", "doubled", "swapped", "э"])
    if slip == "э" and "э" in text:
        return text.replace("э", "е", 1)
    at = rng.choice(places)
    if slip == "lost":
        return text[:at] + text[at + 1:]
    if slip == "doubled":
        return text[:at] + text[at] + text[at:]
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return swapped if swapped != text else text[:at] + text[at + 1:]
