#!/usr/bin/env python3
"""Makes the tables of Korean names in data/names/ by expectation-maximisation over aligned syllables.

    tools/make_names_korean.py DATA_DIR                 from all pairs
    tools/make_names_korean.py DATA_DIR --half 0 OUT    from one half only (by a hash of the Hangul), into OUT

Reads names/fullnames_korean_half.tsv (Latin TAB Hangul, CC0) of DATA_DIR and data/names/romanisation_ko.tsv.
    family_ko.tsv     family name in Hangul, bearers among the people of the data, Latin spellings
    given_ko.tsv      syllable of given names, how often it stands alone, first, last; Latin spellings
A spelling is written "park:0.21": bits, -log2 of how often the syllable is spelled so.

Three steps. (1) Each jamo has a distribution over short pieces of Latin letters, which starts at the spellings of
the published systems and of habit; EM over all ways to cut the Latin name into syllables and the syllables into
jamo. (2) Pairs that chance letters explain better are no Korean names in letters (translations, Chinese and
Western people) and leave. (3) EM over whole syllables, with the jamo's spellings for a prior.
"""
import collections
import hashlib
import math
import os
import re
import sys
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "names")

# Family names of Korea: those of the censuses that more than a few hundred people bear.
FAMILY = """김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 홍 전 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구
민 나 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 라 왕 금 옥 육 인 맹 제 모 탁 국 어 은
편 용 예 경 봉 사 부 가 복 태 목 형 피 두 감 호 음 빈 동 온 시 범 좌 팽 승 간 상 갈 단 견 당 계 화 리 림 로 량 려 렴 륙 룡 련
창 옹 순 종 풍 대 평 아 묵 자 빙 판 필 강전 황보 남궁 제갈 선우 사공 서문 독고 동방""".split()
# The North keeps an initial r that the South drops; either may write the other's form.
NORTH = dict(zip("리림로량려렴륙룡련류라", "이임노양여염육용연유나"))
# Readings of Hanja that names may hold (Unihan 15, kHangul, of the lists for schools and for names), and some
# syllables of names that are Korean words; spelled by their jamo where nobody counted bears them.
SYLLABLES = """가각간갈감갑강개객갱갹거건걸검겁게격견결겸경계고곡곤골공과곽관괄광괘괴괵굉교구국군굴궁권궐궤귀규균귤극근글금급긍기긴길김끽나낙난날남납낭내녀녁년념녑녕노농뇌뇨누눈눌뉴뉵능니닉닐다단달담답당대댁덕도독돈돌동두둔둘득등라락란
랄람랍랑래랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭륵름릉리린림립마막만말망매맥맹멱면멸명몌모목몰몽묘무묵문물미민밀박반발방배백번벌범법벽변별병보복본볼봉부북분불붕비빈빙사삭산살삼삽상새색생서석선설섬섭성세소속손솔
송쇄쇠수숙순술숭쉬슬습승시식신실심십쌍씨아악안알암압앙애액앵야약양어억언얼엄업에엔여역연열염엽영예오옥온올옹와완왈왕왜외요욕용우욱운울웅원월위유육윤율융은을음읍응의이익인일임입잉자작잔잠잡장재쟁저적전절점접정제조족존졸종
좌죄주죽준줄중즉즐즙증지직진질짐집징차착찬찰참창채책처척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칩칭쾌타탁탄탈탐탑탕태택탱터토톤통퇴투퉁특틈파판팔패팽퍅편폄평폐포폭표품풍피픽필핍하학한할함합항해핵행향허헌헐험
혁현혈혐협형혜호혹혼홀홍화확환활황회획횡효후훈훌훙훤훼휘휴휼흉흑흔흘흠흡흥희히힐늘빛샘봄롬들꽃르벼힘얀잎닮너솜""".replace("\n", "")
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
LONGEST = {"initial": 3, "vowel": 4, "final": 3}
LONGEST_SYLLABLE = 7
UNSEEN = 2e-5          # weight of a piece that the start does not know, to be shared among such pieces
PRIOR_OF_JAMO = 6.0    # how many observations the jamo's spellings are worth, for a syllable
START_WEIGHT = 4.0     # observations that the published spellings and habit are worth, for a jamo
LEAST = 0.0003         # spellings rarer than that are dropped
ROUNDS = 6
BACKGROUND_BITS = 3.9  # per letter: what chance letters of Korean romanisations cost


def plain(name):
    name = re.sub(r"\(.*?\)", " ", name.lower())
    decomposed = unicodedata.normalize("NFD", name)
    decomposed = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "'’ʼ`")
    return [w for w in re.split(r"[^a-z]+", decomposed) if w]


def in_half(hangul, half):
    return half is None or hashlib.md5(hangul.encode()).digest()[0] % 2 == half


def read_pairs(data, half):
    pairs = []
    for line in open(os.path.join(data, "names", "fullnames_korean_half.tsv"), encoding="utf-8"):
        latin, hangul = line.rstrip("\n").split("\t")[:2]
        hangul = unicodedata.normalize("NFC", hangul)
        if not re.fullmatch("[가-힣]{2,4}", hangul) or not in_half(hangul, half):
            continue
        size = 2 if hangul[:2] in FAMILY and len(hangul) > 2 else 1
        words = plain(latin)
        if hangul[:size] in FAMILY and len(hangul) - size <= 3 and 2 <= len(words) <= 4:
            pairs.append((hangul[:size], hangul[size:], words))
    return pairs


def jamo(syllable):
    index = ord(syllable) - 0xAC00
    return (("initial", INITIALS[index // 588]), ("vowel", VOWELS[index // 28 % 21]), ("final", FINALS[index % 28]))


def rows_of_systems():
    for line in open(os.path.join(OUT, "romanisation_ko.tsv"), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#"):
            yield cells[0], cells[1], [cell.split() for cell in cells[2:]]


def starting_pieces():
    """(kind, jamo) -> Counter of pieces; a system's piece weighs more than habit's."""
    start = collections.defaultdict(collections.Counter)
    for kind, letter, columns in rows_of_systems():
        for column, pieces in enumerate(columns):
            for piece in pieces if kind != "surname" else []:
                start[kind, letter][piece.strip("_")] += 2.0 if column < 3 else 0.5
    start["final", ""][""] += 10.0
    return start


class Jamo:
    """P(piece | jamo), with a floor for pieces never seen."""

    def __init__(self, counts):
        self.table = {}
        for key, counter in counts.items():
            total = sum(counter.values()) + 1e-9
            self.table[key] = {piece: n / total for piece, n in counter.items() if n / total > 1e-6}

    def probability(self, key, piece):
        return self.table.get(key, {}).get(piece, 0.0) + UNSEEN * 26.0 ** -len(piece) * 5

    def cuts(self, syllable, spelling):
        """All ways to give the spelling's letters to the three jamo: [(probability, pieces)]."""
        first, second, third = jamo(syllable)
        out = []
        for i in range(0, min(LONGEST["initial"], len(spelling)) + 1):
            p = self.probability(first, spelling[:i])
            for j in range(i + 1, min(i + LONGEST["vowel"], len(spelling)) + 1):
                if len(spelling) - j > LONGEST["final"]:
                    continue
                out.append((p * self.probability(second, spelling[i:j]) * self.probability(third, spelling[j:]),
                            ((first, spelling[:i]), (second, spelling[i:j]), (third, spelling[j:]))))
        return out

    def spelling(self, syllable, spelling):
        return sum(p for p, _ in self.cuts(syllable, spelling))


def layouts(words):
    """Family name first, or last as in the West: (probability, family word, given words)."""
    yield 0.8, words[0], words[1:]
    yield 0.2, words[-1], words[:-1]


def segmentations(syllables, words):
    """Ways to cut the words, which keep their borders, into as many pieces as there are syllables."""
    if not syllables:
        return [] if words else [[]]
    if not words or len(words) > len(syllables):
        return []
    out = []
    word = words[0]
    for size in range(1, min(LONGEST_SYLLABLE, len(word)) + 1):
        rest = ([word[size:]] if size < len(word) else []) + words[1:]
        for tail in segmentations(syllables[1:], rest):
            out.append([word[:size]] + tail)
    return out


def expected(pair, probability, family_probability):
    """[(weight, family spelling, [given spellings])] and the likelihood of the Latin name."""
    family, given, words = pair
    out = []
    for weight, family_word, given_words in layouts(words):
        of_family = family_probability(family, family_word)
        if of_family <= 0:
            continue
        for cut in segmentations(given, given_words):
            p = weight * of_family
            for syllable, spelling in zip(given, cut):
                p *= probability(syllable, spelling)
            if p > 0:
                out.append((p, family_word, cut))
    total = sum(p for p, _, _ in out)
    return [(p / total, f, c) for p, f, c in out if p / total > 1e-4] if total > 0 else [], total


def family_by_jamo(model):
    def probability(family, word):
        ways = segmentations(list(family), [word])
        return sum(math.prod(model.spelling(s, c) for s, c in zip(family, way)) for way in ways)
    return probability


def memo(function):
    known = {}

    def remembered(*key):
        if key not in known:
            known[key] = function(*key)
        return known[key]
    return remembered


def starting_families():
    """Spellings of family names that are none of their jamo: Lee, Park, Choi."""
    return {letter: set(sum(columns, [])) for kind, letter, columns in rows_of_systems() if kind == "surname"}


def has_family(pair, model, start):
    """Is the first or last word a spelling of the family name that some system or habit gives? Chinese people, whose
    names Hangul writes as Korean ones (Liu Bei), are not."""
    north = [n for n, south in NORTH.items() if south == pair[0]]
    known = set(start.get(pair[0], ()))
    for family in [pair[0], *north]:
        spellings = [""]
        for syllable in family:
            spellings = [head + tail for head in spellings for tail in possible_spellings(model, syllable)]
        known |= set(spellings)
    return pair[2][0] in known or pair[2][-1] in known


def with_start(pieces, start):
    """Counts with a little of the start kept, so that what nobody in the data does stays possible."""
    mixed = collections.defaultdict(collections.Counter)
    for key in {*pieces, *start}:
        total = sum(start[key].values()) + 1e-9
        mixed[key].update({piece: START_WEIGHT * n / total for piece, n in start[key].items()})
        mixed[key].update(pieces[key])
    return mixed


def train(pairs):
    start_pieces = starting_pieces()
    model = Jamo(start_pieces)
    start = starting_families()
    pairs = [pair for pair in pairs if has_family(pair, model, start)]
    families = {f: {s: 1.0 / len(known) for s in known} for f, known in start.items()}
    syllables = {}
    kept = pairs
    for step in range(2 * ROUNDS):
        whole = step >= ROUNDS
        by_jamo = memo(model.spelling)
        family_jamo = memo(family_by_jamo(model))

        def given_probability(syllable, spelling):
            known, n = syllables.get(syllable, ({}, 0.0))
            if not whole:
                return by_jamo(syllable, spelling)
            return (known.get(spelling, 0.0) + PRIOR_OF_JAMO * by_jamo(syllable, spelling)) / (n + PRIOR_OF_JAMO)

        def family_probability(family, word):
            return 0.9 * families.get(family, {}).get(word, 0.0) + 0.1 * family_jamo(family, word)

        pieces = collections.defaultdict(collections.Counter)
        by_family = collections.defaultdict(collections.Counter)
        by_syllable = collections.defaultdict(collections.Counter)
        places = collections.defaultdict(collections.Counter)
        good, bits = [], 0.0
        cuts = memo(model.cuts)
        for pair in kept:
            ways, likelihood = expected(pair, memo(given_probability), family_probability)
            letters = sum(map(len, pair[2]))
            slack = 8 if step > 1 else -8
            if not ways or math.log2(likelihood) < -BACKGROUND_BITS * letters + slack:
                continue
            good.append(pair)
            bits -= math.log2(likelihood)
            family, given = pair[0], pair[1]
            for weight, family_word, cut in ways:
                by_family[family][family_word] += weight
                for place, (syllable, spelling) in enumerate(zip(given, cut)):
                    by_syllable[syllable][spelling] += weight
                    where = "alone" if len(given) == 1 else "first" if place == 0 else "last"
                    places[syllable][where] += weight
                    ways_inside = cuts(syllable, spelling)
                    total = sum(p for p, _ in ways_inside)
                    for p, parts in ways_inside:
                        for key, piece in parts:
                            pieces[key][piece] += weight * p / total
        model = Jamo(with_start(pieces, start_pieces)) if not whole else model
        families = {f: {s: n / sum(c.values()) for s, n in c.items()} for f, c in by_family.items()}
        syllables = {s: (dict(c), sum(c.values())) for s, c in by_syllable.items()}
        kept = good
        print("round %2d: %d of %d pairs, %.3f bits a pair" % (step, len(good), len(pairs), bits / max(len(good), 1)),
              file=sys.stderr)
    return model, by_family, by_syllable, places


def possible_spellings(model, syllable):
    """Every spelling that the jamo make likely enough, with its probability."""
    out = collections.Counter()
    tables = [model.table.get(key, {}) for key in jamo(syllable)]
    for first, p in tables[0].items():
        for second, q in tables[1].items():
            for third, r in tables[2].items():
                if p * q * r > LEAST / 4:
                    out[first + second + third] += p * q * r
    return out


def cells(probabilities):
    kept = [(p, s) for s, p in probabilities.items() if p >= LEAST and s]
    return " ".join("%s:%.2f" % (s, max(-math.log2(p), 0.0)) for p, s in sorted(kept, key=lambda x: (-x[0], x[1])))


def write(folder, model, families, syllables, places, start):
    with open(os.path.join(folder, "family_ko.tsv"), "w", encoding="utf-8") as out:
        out.write("# Korean family names: Hangul, bearers among the people counted, spellings in Latin letters with -log2 of\n"
                  "# how often the name is spelled so. Made by tools/make_names_korean.py from Wikidata's labels of Korean\n"
                  "# people (CC0); a name that nobody among them bears is spelled by its jamo.\n")
        for family in sorted(set(FAMILY), key=lambda f: (-sum(families[f].values()), f)):
            seen, n = families[family], sum(families[family].values())
            by_jamo = possible_spellings(model, family[0])
            if len(family) == 2:
                by_jamo = {a + b: p * q for a, p in by_jamo.items() for b, q in possible_spellings(model, family[1]).items()}
            habit = start.get(family, ())
            spelled = {s: (seen.get(s, 0.0) + 2.0 * by_jamo.get(s, 0.0) + (0.5 if s in habit else 0.0))
                       / (n + 2.0 + 0.5 * len(habit)) for s in {*seen, *by_jamo, *habit}}
            out.write("%s\t%d\t%s\n" % (family, round(n), cells(spelled)))
    with open(os.path.join(folder, "given_ko.tsv"), "w", encoding="utf-8") as out:
        out.write("# Syllables of Korean given names: Hangul, how often alone, first and later in the name, spellings in Latin\n"
                  "# letters with -log2 of how often the syllable is spelled so. Made by tools/make_names_korean.py from\n"
                  "# Wikidata's labels of Korean people (CC0).\n")
        for syllable in sorted({*syllables, *SYLLABLES}, key=lambda s: (-sum(syllables[s].values()), s)):
            seen, n = syllables[syllable], sum(syllables[syllable].values())
            by_jamo = possible_spellings(model, syllable)
            spelled = {s: (seen.get(s, 0.0) + PRIOR_OF_JAMO * by_jamo.get(s, 0.0)) / (n + PRIOR_OF_JAMO)
                       for s in {*seen, *by_jamo}}
            at = places[syllable]
            out.write("%s\t%d\t%d\t%d\t%s\n" % (syllable, round(at["alone"]), round(at["first"]), round(at["last"]),
                                              cells(spelled)))


def main():
    if len(sys.argv) not in (2, 5):
        sys.exit(__doc__)
    data = sys.argv[1]
    half = int(sys.argv[3]) if len(sys.argv) == 5 else None
    model, families, syllables, places = train(read_pairs(data, half))
    write(sys.argv[4] if half is not None else OUT, model, families, syllables, places, starting_families())


main()
