"""Chinese syllables in Cyrillic: the Palladius system for Russian and its Ukrainian practice.

A syllable is written in pinyin without tones, with "v" for the u-umlaut ("lv", "nve"). The system is
regular, so it is kept as rules (an initial, a final, a few exceptions) and not as a list of four
hundred cells. Ukrainian has no official table; what is written here carries Palladius over letter by
letter, as Ukrainian news and Wikidata labels do.
"""

INITIALS = {
    "zh": "чж", "ch": "ч", "sh": "ш",
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л",
    "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с",
    "r": "ж", "z": "цз", "c": "ц", "s": "с",
}

FINALS = {
    "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао",
    "e": "э", "ei": "эй", "en": "энь", "eng": "эн",
    "i": "и", "ia": "я", "ian": "янь", "iang": "ян", "iao": "яо", "ie": "е",
    "in": "инь", "ing": "ин", "iong": "юн", "iu": "ю",
    "o": "о", "ong": "ун", "ou": "оу",
    "u": "у", "ua": "уа", "uai": "уай", "uan": "уань", "uang": "уан", "ui": "уй", "un": "унь", "uo": "о",
    "v": "юй", "van": "юань", "ve": "юэ", "vn": "юнь",
}

WITHOUT_INITIAL = {
    "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "ei": "эй", "en": "энь", "eng": "эн",
    "er": "эр", "o": "о", "ou": "оу",
    "ya": "я", "yai": "яй", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь", "ying": "ин",
    "yo": "ё", "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь",
    "wa": "ва", "wai": "вай", "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн",
    "wo": "во", "wu": "у",
}

# Which finals each initial takes: the syllables that the language has.
COMBINE = {
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v van ve vn",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu v van ve vn",
    "q": "i ia ian iang iao ie in ing iong iu v van ve vn",
    "x": "i ia ian iang iao ie in ing iong iu v van ve vn",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
}
COMBINE = {initial: finals.split() for initial, finals in COMBINE.items()}

VOWELS = "аеёиоуэюя"


def syllable(pinyin: str) -> str:
    """One syllable in Russian letters; ValueError when it is not a syllable of the system."""
    if pinyin in WITHOUT_INITIAL:
        return WITHOUT_INITIAL[pinyin]
    initial = next((head for head in INITIALS if pinyin.startswith(head)), None)
    if initial is None:
        raise ValueError(f"no pinyin syllable: {pinyin!r}")
    final = pinyin[len(initial):]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    if final not in COMBINE[initial]:
        raise ValueError(f"no pinyin syllable: {pinyin!r}")
    if initial in ("z", "c", "s") and final == "i":
        return INITIALS[initial] + "ы"
    if pinyin == "hui":
        return "хуэй"
    return INITIALS[initial] + FINALS[final]


def syllable_uk(pinyin: str) -> str:
    """One syllable as Ukrainian texts write it."""
    russian = syllable(pinyin)
    if pinyin == "ye" or (pinyin.endswith("ie") and russian.endswith("е")):
        return russian[:-1] + "є"
    if russian.startswith("и"):
        russian = "ї" + russian[1:]
    if russian[:1] not in ("ч", "ш", "ж") and not russian.startswith("цз" + "ы"):
        russian = russian.replace("и", "і")
    return russian.replace("ы", "и").replace("э", "е").replace("ё", "йо")


def _join(parts: list[str], pinyin: list[str]) -> str:
    """Syllables of one word. A hard sign parts a final -ng from a vowel: chang + an is Чанъань."""
    word = parts[0]
    for before, part in zip(pinyin, parts[1:]):
        if before.endswith("ng") and part[0] in VOWELS + "єії":
            word += "'" if part[0] in "єії" else "ъ"
        word += part
    return word[0].upper() + word[1:]


def word(pinyin: list[str]) -> str:
    """A surname or a given name in Russian letters: ["jian", "guo"] is Цзяньго."""
    return _join([syllable(p) for p in pinyin], pinyin)


def word_uk(pinyin: list[str]) -> str:
    """The same in Ukrainian letters: ["zhi", "min"] is Чжимінь."""
    return _join([syllable_uk(p) for p in pinyin], pinyin)


def decline_uk(name: str) -> dict[str, str]:
    """Genitive, dative and instrumental of a Ukrainian given name that ends in н or нь.

    In a Chinese full name only the last word declines.
    """
    if name.endswith("нь"):
        stem = name[:-1]
        return {"genitive": stem + "я", "dative": stem + "ю", "instrumental": stem + "ем"}
    if name.endswith("н"):
        return {"genitive": name + "а", "dative": name + "у", "instrumental": name + "ом"}
    raise ValueError(f"not declined here: {name!r}")


def all_syllables() -> dict[str, str]:
    """Russian spelling -> one pinyin syllable; to check that a spelling is of the system."""
    spelled = {russian: pinyin for pinyin, russian in WITHOUT_INITIAL.items()}
    for initial in INITIALS:
        for final in COMBINE[initial]:
            spelled.setdefault(syllable(initial + final), initial + final)
    return spelled
