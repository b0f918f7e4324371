"""Attributions measured: on marked articles of this project, on the negative attributions of GUM, and with weights
trained on a corpus of somebody else's.
"""
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ET

from muster_run import SOURCE, run, shared

sys.path.insert(0, os.path.join(SOURCE, "tools"))
import check_annotations as marks  # noqa: E402

WORD = re.compile(r"\w+|[^\w\s]")


class Article:
    """A marked article: its text, what is marked, and what the program reads in it."""

    def __init__(self, name, marked):
        self.name = name
        self.text, self.gold, _ = marks.parse(marked)
        self.words = [m.span() for m in WORD.finditer(self.text)]
        self.claims = []

    def words_in(self, spans):
        return {i for i, (start, end) in enumerate(self.words) if any(a < end and start < b for a, b in spans)}

    def matches(self):
        """(gold, claim) pairs whose cues overlap, or whose contents are half the same; each once."""
        pairs, taken = [], set()
        for gold in self.gold.values():
            content, cue = self.words_in(gold["t"]), self.words_in(gold["c"])
            best = None
            for number, claim in enumerate(self.claims):
                if number in taken:
                    continue
                common = len(content & claim["t"]) / (len(content | claim["t"]) or 1)
                score = common + (1 if cue & claim["c"] else 0)
                if score >= 0.5 and (best is None or score > best[0]):
                    best = (score, number)
            if best:
                taken.add(best[1])
                pairs.append((gold, self.claims[best[1]]))
        return pairs


def read_articles(path, folder):
    articles = [Article(name, marked) for name, _, marked in marks.articles(path)]
    os.makedirs(folder, exist_ok=True)
    for article in articles:
        with open(os.path.join(folder, article.name + ".txt"), "w", encoding="utf-8", newline="") as file:
            file.write(article.text)
    readings = {}
    for line in run("read", folder, timeout=600).stdout.decode().splitlines():
        reading = json.loads(line)
        readings[reading["document"]["name"][:-4]] = reading
    for article in articles:
        reading = readings[article.name]
        if reading["text"] != article.text:
            raise RuntimeError(f"{article.name}: the text read is another")
        for claim in reading["claims"]:
            spans = {role: article.words_in([(s["start"], s["end"]) for s in claim[key]])
                     for role, key in (("s", "source"), ("c", "cue"), ("t", "content"))}
            article.claims.append(spans | {"speaker": claim["speaker"], "stance": claim["stance"]})
    return articles


def f1(right, made, true):
    precision, recall = right / max(1, made), right / max(1, true)
    return 100 * 2 * precision * recall / max(1e-9, precision + recall)


def plain(name):
    return " ".join(WORD.findall(name.lower().replace("ё", "е")))


def speaker_of(article, gold):
    if gold["speaker"]:
        return gold["speaker"]
    return " ".join(article.text[a:b] for a, b in gold["s"])


def same_speaker(wanted, got):
    """The name asked for, or one that holds it or is held by it: "Ada Wolff", "the mayor, Ada Wolff"."""
    wanted, got = set(plain(wanted).split()), set(plain(got).split())
    return bool(wanted and got) and (wanted <= got or got <= wanted)


STANCES = {"none": "no comment"}


def marked_figures(path, folder):
    """Word F1 of the three roles; speakers and stances right among those found. And what was wrong."""
    counts = {role: [0, 0, 0] for role in "sct"}
    found = all_gold = speakers = with_source = stances = 0
    wrong = []
    for article in read_articles(path, folder):
        for role in "sct":
            gold = set().union(*(article.words_in(one[role]) for one in article.gold.values()), set())
            made = set().union(*(claim[role] for claim in article.claims), set())
            for i, value in enumerate((len(gold & made), len(made), len(gold))):
                counts[role][i] += value
        pairs = article.matches()
        found, all_gold = found + len(pairs), all_gold + len(article.gold)
        for gold, claim in pairs:
            stances += STANCES.get(gold["stance"], gold["stance"]) == claim["stance"]
            if STANCES.get(gold["stance"], gold["stance"]) != claim["stance"]:
                wrong.append(f"{article.name}: stance {claim['stance']} for {gold['stance']}: {[article.text[a:b] for a, b in gold['c']]}")
            if gold["s"]:
                with_source += 1
                right = same_speaker(speaker_of(article, gold), claim["speaker"])
                speakers += right
                if not right:
                    wrong.append(f"{article.name}: speaker {claim['speaker']!r} for {speaker_of(article, gold)!r}")
        missed = [gold for gold in article.gold.values() if not any(gold is pair[0] for pair in pairs)]
        wrong += [f"{article.name}: missed {[article.text[a:b] for a, b in one['c'] + one['t']]}" for one in missed]
    figures = {f"words of {name}, F1": f1(*counts[role]) for role, name in (("s", "sources"), ("c", "cues"), ("t", "contents"))}
    figures |= {"attributions found": 100 * found / all_gold, "speaker right, of those found": 100 * speakers / max(1, with_source),
                "stance right, of those found": 100 * stances / max(1, found)}
    return figures, wrong, [f"{all_gold} attributions, {found} found, {with_source} of them with a source"]


JOINED = re.compile(r" (n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[.,;:?!)\]])")  # GUM's words stand apart


def negative_segments(path):
    """The text of a discourse tree, and where its negative attributions stand in it."""
    text, found = "", []
    for segment in ET.parse(path).getroot().iter("segment"):
        words = JOINED.sub(r"\1", " ".join((segment.text or "").split()))
        start = len(text) + bool(text)
        text += (" " if text else "") + words
        if segment.get("relname") == "attribution-negative":
            found.append((start, len(text)))
    return text, found


def gum_polarity(folder):
    """Of GUM's negative attributions: how many are not given as plain assertions, and how many are found at all."""
    os.makedirs(folder, exist_ok=True)
    wanted = {}
    for path in sorted(glob.glob(os.path.join(shared("data", "syntax", "gum", "rst"), "*.rs4"))):
        text, found = negative_segments(path)
        name = os.path.basename(path)[:-4] + ".txt"
        if found:
            wanted[name] = found
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
    held = asserted = 0
    wrong = []
    for line in run("read", folder, timeout=600).stdout.decode().splitlines():
        reading = json.loads(line)
        for start, end in wanted[reading["document"]["name"]]:
            claims = [c for c in reading["claims"] if any(start <= s["start"] and s["end"] <= end for s in c["cue"])]
            held += bool(claims)
            if any(c["stance"] == "asserted" for c in claims):
                asserted += 1
                wrong.append(reading["text"][start:end + 60])
    total = sum(map(len, wanted.values()))
    return ({"not given as plain assertions": 100 * (total - asserted) / total, "of those found": 100 * (held - asserted) / max(1, held)},
            wrong, [f"{total} negative attributions, {held} found, {asserted} of them as assertions"])


def own_rules(folder):
    """Stances and speakers in the articles that the model learned its spans from; both are ruled, not learned."""
    counts = {"stance": [0, 0], "speaker": [0, 0], "speaker of pronouns and roles": [0, 0]}
    wrong = []

    def count(name, right, told):
        counts[name][0] += right
        counts[name][1] += 1
        if not right:
            wrong.append(f"{name}: {told}")

    for path in sorted(glob.glob(os.path.join(SOURCE, "data", "attribution", "*.txt"))):
        if os.path.basename(path).startswith("test_"):
            continue
        for article in read_articles(path, os.path.join(folder, os.path.basename(path)[:-4])):
            for gold, claim in article.matches():
                cue = " ".join(article.text[a:b] for a, b in gold["c"])
                wanted = STANCES.get(gold["stance"], gold["stance"])
                count("stance", wanted == claim["stance"], f"{claim['stance']} for {wanted}: {cue} | {article.text[gold['t'][0][0]:][:50]!r}")
                if gold["s"]:
                    who = speaker_of(article, gold)
                    name = "speaker of pronouns and roles" if gold["speaker"] else "speaker"
                    count(name, same_speaker(who, claim["speaker"]), f"{article.name}: {claim['speaker']!r} for {who!r}: {cue}")
    return {f"{name} right": 100 * right / max(1, of) for name, (right, of) in counts.items()}, wrong, [
        ", ".join(f"{of} {name}s" for name, (_, of) in counts.items())]
