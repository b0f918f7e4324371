"""Look-ups of names across scripts: lists, queries and right answers made from ../shared/data/names.

Each maker gives (list of names, [(query, right answer), ...]).  `measure` writes them, runs `muster lookup` and scores its
table as tools/score_lookup.py of the shared data does: recall at 1 and at 10, equal scores sharing their mean rank.
"""
import collections
import csv
import os
import random
import re
import unicodedata

from muster_run import run, shared

MOST_WORDS = 5000
MOST_NAMES = 3000
OFAC_FOLDS = 10
KOREAN_FAMILIES = set("김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도"
                      "소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부복태목형두감빈동온호범팽승간상시갈단")
KOREAN_LATIN = set(
    "kim gim lee yi i ri rhee rhie park pak bak choi choe choy jung jeong chung chong cheong kang gang cho jo joh yoon yun youn "
    "jang chang lim im rim yim han oh o seo suh shin sin kwon gwon hwang an ahn song ryu yoo yu you jeon jun chun hong go ko koh "
    "moon mun yang son sohn bae pae baek paik heo hur huh nam shim sim noh roh no ro ha kwak gwak sung seong cha joo ju chu woo wu "
    "koo ku gu min na ra jin chin ji um eom uhm chae won chon cheon bang pang kong gong hyun hyeon ham byun byeon yeom do to seok "
    "suk seon sun seol sol ma gil kil yeon wi pyo myung ki gi ban wang keum ok yook in maeng je mo tak kook eun yong ye kyung bong "
    "sa boo bok tae mok hyung doo bin dong on ho bum paeng".split())


def rows(name):
    with open(shared("data", "names", name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


def once(names):
    return list(dict.fromkeys(names))


def sample(pairs, most):
    random.Random(1).shuffle(pairs)
    return pairs[:most]


def words(script):
    def make():
        pairs = [(cells[1].replace(" ", ""), cells[0]) for cells in rows(f"words_{script}_dev.tsv")[:MOST_WORDS]]
        return once(latin for _, latin in pairs), pairs
    return make


def chinese():
    pairs = [tuple(cells[:2]) for cells in rows("chinese_cyrillic_half.tsv")]
    names = [cells[4] for cells in rows("politicians_half.tsv") if cells[0].startswith("China/")]
    return once(names + [hanzi for _, hanzi in pairs]), pairs


def is_korean(latin, hangul):
    """A Hangul name without a space that begins with a family name, spelled as three Latin syllables with a Korean family name."""
    spelled = re.split(r"[ -]", latin.lower())
    return (re.fullmatch("[가-힣]{2,4}", hangul) and hangul[0] in KOREAN_FAMILIES and " " in latin
            and (spelled[0] in KOREAN_LATIN or spelled[-1] in KOREAN_LATIN) and re.fullmatch(r"[A-Za-zŏŭ' -]+", latin))


def korean_people():
    pairs = [(cells[1], cells[0]) for cells in rows("fullnames_korean_half.tsv") if is_korean(*cells[:2])]
    pairs = sample(pairs, MOST_NAMES)
    return once(latin for _, latin in pairs), pairs


def hebrew_names():
    pairs = sample([(cells[1], cells[0]) for cells in rows("fullnames_hebrew_half.tsv")], MOST_NAMES)
    return once(latin for _, latin in pairs), pairs


def is_in(script, text):
    return any(script in unicodedata.name(c, "") for c in text if c.isalpha())


def politicians(language):
    """Labels in one language against everybody's name in Latin letters: the English label, or else the main name."""
    def make():
        people = collections.defaultdict(list)
        for cells in rows("politicians_half.tsv"):
            people[tuple(cells[:2])].append((cells[3], cells[4]))
        names, pairs = [], []
        for labels in people.values():
            latin = [name for wanted in ("en", "_main") for spoken, name in labels if spoken == wanted and is_in("LATIN", name)]
            if not latin:
                continue
            names.append(latin[0])
            pairs += [(name, latin[0]) for spoken, name in labels if spoken == language and is_in("CYRILLIC", name)]
        return once(names), pairs
    return make


SETS = {
    "Chinese in Cyrillic to Hanzi": chinese,
    "Korean people, Hangul to Latin": korean_people,
    "Russian words": words("russian"),
    "Arabic words": words("arabic"),
    "Hebrew full names": hebrew_names,
    "foreign words in Hanzi": words("chinese"),
    "foreign words in katakana": words("katakana"),
    "politicians in Russian": politicians("ru"),
    "politicians in Ukrainian": politicians("uk"),
}


def looked_up(folder, header, names, queries):
    """For each query: [(answer, score, id)], as `muster lookup` prints them."""
    listed, asked = os.path.join(folder, "list.csv"), os.path.join(folder, "queries.txt")
    with open(listed, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *names])
    with open(asked, "w", encoding="utf-8") as file:
        file.writelines(query + "\n" for query in once(queries))
    found = collections.defaultdict(list)
    out = run("lookup", "-q", "--list", listed, "--queries", asked, "--format", "tsv", timeout=900).stdout.decode()
    for line in out.splitlines()[1:]:
        cells = line.split("\t")
        found[cells[0]].append((cells[2], float(cells[3]), cells[4]))
    return found


def rank_of(right, answers):
    best = max((score for answer, score, _ in answers if answer in right), default=None)
    if best is None:
        return None
    above = sum(score > best for _, score, _ in answers)
    return above + (sum(score == best for _, score, _ in answers) + 1) / 2


def measure(folder, make):
    """Recall at 1 and at 10 in per cent, how many queries, and the queries whose right answer is not first."""
    names, pairs = make()
    right = collections.defaultdict(set)
    for query, answer in pairs:
        right[query].add(answer)
    found = looked_up(folder, ["name"], [[name] for name in names], [query for query, _ in pairs])
    ranks = {query: rank_of(answers, found[query]) for query, answers in right.items()}
    share = lambda most: 100 * sum(rank is not None and rank <= most for rank in ranks.values()) / len(ranks)
    return share(1), share(10), len(ranks), len(names), [query for query, rank in ranks.items() if rank != 1]


def ofac(folder, folds=OFAC_FOLDS):
    """Each alias is looked up among all main names and the aliases of the other folds; found: its entity among the first ten."""
    with open(shared("data", "names", "ofac", "sdn.csv"), encoding="latin-1", newline="") as file:
        main = [(row[0], row[1].strip()) for row in csv.reader(file) if len(row) > 2]
    with open(shared("data", "names", "ofac", "alt.csv"), encoding="latin-1", newline="") as file:
        aliases = [(row[0], row[3].strip()) for row in csv.reader(file) if len(row) > 3]
    found, missed = 0, []
    for fold in range(folds):
        asked = aliases[fold::folds]
        listed = main + [alias for place, alias in enumerate(aliases) if place % folds != fold]
        answers = looked_up(folder, ["id", "name"], listed, [name for _, name in asked])
        for entity, name in asked:
            if entity in [identity for _, _, identity in answers[name]][:10]:
                found += 1
            else:
                missed.append((entity, name))
    return 100 * found / len(aliases), missed
