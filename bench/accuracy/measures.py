"""What is measured: one function a part. Each gives figures, and names the cases it got wrong where they are few.

A figure is in percent (or points of 100), the higher the better. Scorers that come with the data are ../shared/tools;
a part is skipped, with a word, where its data are absent.
"""
import csv
import glob
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field

import attribution
import dedupe
import linkage
import lookups
import seed
from muster_run import BINARY, EXAMPLE, SOURCE, run, shared

HERE = os.path.dirname(os.path.abspath(__file__))
PUBLISHED = "2025-04-12"


@dataclass
class Outcome:
    """What one part came to."""

    figures: dict[str, float]
    wrong: list[str] = field(default_factory=list)  # cases, by number or name; in the order of the data
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    name: str
    tells: str    # what it measures
    command: str  # what is run, for people
    measure: object
    quick: bool = True  # belongs to the frozen run


def python(script, *arguments):
    """What a script prints."""
    done = subprocess.run([sys.executable, "-B", script, *arguments], capture_output=True, check=False, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{script}: {done.stderr.strip() or done.returncode}")
    return done.stdout


def scorer(name):
    return shared("tools", name)


def save(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def number(pattern, text):
    found = re.search(pattern, text, re.M)
    if not found:
        raise RuntimeError(f"no {pattern} in: {text}")
    return float(found[1])


def measure_example(folder):
    case = os.path.join(folder, "example.case")
    run("brief", "-q", EXAMPLE, "-o", case, check=True)
    readings = save(os.path.join(folder, "example.jsonl"), run("read", EXAMPLE).stdout)
    out = python(os.path.join(SOURCE, "tools", "score_brief.py"), os.path.join(EXAMPLE, "truth.json"),
                 os.path.join(case, "brief.json"), "--read", readings)
    rows = [(m[1], *map(int, m.group(2, 3, 5))) for m in re.finditer(r"^(\S[\w ]*?) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$", out, re.M)]
    rows = [row for row in rows if row[0] != "quotes"]
    found, of, wrong = (sum(row[i] for row in rows) for i in (1, 2, 3))
    missed = re.findall(r"^(?:missed|wrong) +(.+?)(?:, got .*)?$", out, re.M)
    return Outcome({"found of what was planted": 100 * found / of, "nothing wrong said": 100 * (wrong == 0)}, missed,
                   [f"{found} of {of}, {wrong} wrong"])


def measure_seed(_folder):
    dated, undated, all_claims = seed.Reading(PUBLISHED), seed.Reading(), seed.expected()
    met = dated.claims_met()
    numbers = dated.numbers_met()
    right_days = dated.april_8().count("2025-04-08") + undated.april_8().count("XXXX-04-08")
    figures = {"claims, with its date": 100 * len(met) / len(all_claims),
               "claims, without": 100 * len(undated.claims_met()) / len(all_claims),
               "numbers": 100 * len(numbers) / len(seed.NUMBERS), "both April 8, with and without": 100 * right_days / 4}
    return Outcome(figures, [f"claim {c.number}" for c in all_claims if c.number not in met],
                   [f"{len(met)} of {len(all_claims)} claims, {len(numbers)} of {len(seed.NUMBERS)} numbers, {right_days} of 4 dates"])


def measure_attribution(part, corpus=None):
    """With the weights that ship, or with those that a corpus gives."""
    def measure(folder):
        gold = shared("data", "attribution", "polnear", part)
        weights = ()
        if corpus:
            weights = ("--attribution-weights", os.path.join(folder, "own.weights"))
            run("train", "attribution", "--corpus", shared(*corpus), "-q", "-o", weights[1], check=True, timeout=1200)
        readings = save(os.path.join(folder, "polnear.jsonl"), run("read", os.path.join(gold, "text"), *weights, timeout=600).stdout)
        out = python(scorer("score_attribution.py"), gold, readings, "--by-kind")
        figures = {f"{name}, F1": number(rf"^{key} .*F1 +([\d.]+)", out) for name, key in
                   {"whole attribution (trip_j5)": "trip_j5", "content (content_j5)": "content_j5", "cue (cue_ov)": "cue_ov",
                    "words of sources": "tok_source", "words of cues": "tok_cue", "words of contents": "tok_content"}.items()}
        figures["whole attribution, precision"] = number(r"^trip_j5 +P +([\d.]+)", out)
        figures |= {f"{kind} contents found": number(rf"^recall {kind} +([\d.]+)", out) for kind in ("direct", "mixed", "indirect")}
        return Outcome(figures, notes=[out.splitlines()[-1]])

    return measure


def measure_marked(language):
    def measure(folder):
        path = os.path.join(SOURCE, "data", "attribution", f"test_{language}.txt")
        return Outcome(*attribution.marked_figures(path, os.path.join(folder, language)))

    return measure


def measure_polarity(folder):
    return Outcome(*attribution.gum_polarity(os.path.join(folder, "gum")))


def measure_speakers(folder):
    return Outcome(*attribution.own_rules(folder))


def score_dates(gold, texts, folder):
    readings = save(os.path.join(folder, "dates.jsonl"), run("read", texts, timeout=600).stdout)
    out = python(scorer("score_dates.py"), gold, readings)
    return Outcome({f"{key}, F1": number(rf"^{key} .*F1 +([\d.]+)", out) for key in ("value", "strict", "relaxed")},
                   notes=[out.splitlines()[-1]])


def measure_timeml(corpus):
    def measure(folder):
        gold, texts = shared("data", "dates", corpus), os.path.join(folder, corpus)
        python(scorer("score_dates.py"), "--texts", gold, texts)
        return score_dates(gold, texts, folder)

    return measure


def as_timeml(timex2):
    """A WikiWars key in the tags that the scorer knows; the value of an expression without one is empty."""
    created = re.search(r'<DATETIME>.*?val="([^"]*)"', timex2, re.S)[1]
    text = timex2.split("<TEXT>", 1)[1].split("</TEXT>")[0]
    text = re.sub(r"<TIMEX2([^>]*?)\bval=", r"<TIMEX3\1value=", text).replace("<TIMEX2", "<TIMEX3").replace("</TIMEX2>", "</TIMEX3>")
    return f'<TIMEX3 functionInDocument="CREATION_TIME" value="{created[:10]}"/>\n<TEXT>{text}</TEXT>\n'


def measure_wikiwars(folder):
    gold, texts = os.path.join(folder, "gold"), os.path.join(folder, "texts")
    os.mkdir(gold)
    for path in glob.glob(os.path.join(shared("data", "dates", "wikiwars", "keyinline"), "*.key.xml")):
        with open(path, encoding="utf-8") as file:
            save(os.path.join(gold, os.path.basename(path)[:-8] + ".tml"), as_timeml(file.read()).encode())
    python(scorer("score_dates.py"), "--texts", gold, texts)
    return score_dates(gold, texts, folder)


def measure_places(folder):
    gold, texts = shared("data", "places", "lgl.xml"), os.path.join(folder, "lgl")
    python(scorer("score_places.py"), "--texts", gold, texts)
    readings = save(os.path.join(folder, "lgl.jsonl"), run("read", texts, timeout=600).stdout)
    out = python(scorer("score_places.py"), gold, readings)
    towns = only_settlements(readings, os.path.join(folder, "towns.jsonl"))
    figures = {"place names, F1": 100 * number(r"F1 ([\d.]+)", out), "place names, precision": 100 * number(r"P ([\d.]+)", out),
               "within 161 km, of all": 100 * number(r"161 km ([\d.]+)", out),
               "within 161 km, of the decided": 100 * number(r"among decided ([\d.]+)", out),
               "the same, settlements alone": 100 * number(r"among decided ([\d.]+)", python(scorer("score_places.py"), gold, towns))}
    return Outcome(figures, notes=out.splitlines()[1:])


def only_settlements(readings, path):
    """The readings with countries and regions left undecided: where the middle of a country lies is a matter of taste."""
    with open(readings, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        for line in file:
            reading = json.loads(line)
            for place in reading["places"]:
                if place["chosen"] and not place["chosen"]["id"].startswith("geonames:"):
                    place["chosen"] = None
            out.write(json.dumps(reading) + "\n")
    return path


def measure_quantities(_folder):
    out = python(os.path.join(HERE, "quantities.py"), BINARY, shared("data", "quantities", "recognizers_half"))
    figures = {m[1]: float(m[2]) for m in re.finditer(r"^\S*/(\w+)Model\.json .*\(([\d.]+) %\)$", out, re.M)}
    return Outcome(figures, notes=["some cases ask for ordinals, fractions and pronouns, which are no quantities here"])


def measure_pages(_folder):
    out = python(os.path.join(HERE, "score_pages.py"), BINARY, shared("data", "pages", "articles"))
    return Outcome({key: 100 * number(rf"{key} ([\d.]+)", out) for key in ("F1", "precision", "recall")}, notes=[out.strip()])


def measure_papers(folder):
    papers = os.path.join(folder, "papers")
    made = subprocess.run([sys.executable, "-B", os.path.join(SOURCE, "tools", "make_specimen_papers.py"), papers, "--count", "60"],
                          capture_output=True, check=False)
    if made.returncode != 0:
        raise FileNotFoundError("python3-pil or fonts-ocr-b to draw papers with")
    out = python(os.path.join(HERE, "score_papers.py"), BINARY, papers, "--show")
    return Outcome({"read without a wrong sign": number(r"exact \(([\d.]+)%", out)}, re.findall(r"^(\d+\.\w+)$", out, re.M),
                   [out.splitlines()[-1]])


def measure_name_pairs(folder):
    truth = shared("data", "names", "name_pairs_half.csv")
    scored = run("compare", "--pairs", truth, "--format", "csv").stdout
    out = python(scorer("score_pairs.py"), truth, save(os.path.join(folder, "pairs.csv"), scored))
    score = {(row["name1"], row["name2"]): float(row["score"]) for row in csv.DictReader(scored.decode().splitlines())}
    with open(truth, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    is_right = [(score.get((row["name1"], row["name2"]), 0) >= 0.5) == (row["is_match"] == "true") for row in rows]
    people = [right for right, row in zip(is_right, rows) if row["schema"] == "Person"]
    others = [right for right, row in zip(is_right, rows) if row["schema"] != "Person"]
    figures = {"F1 at 0.5": 100 * number(r"^at .*F1 ([\d.]+)", out), "precision at 0.5": 100 * number(r"^at 0.50 P ([\d.]+)", out),
               "best F1": 100 * number(r"best F1 ([\d.]+)", out), "average precision": 100 * number(r"average precision ([\d.]+)", out),
               "people, right at 0.5": 100 * sum(people) / len(people), "others, right at 0.5": 100 * sum(others) / len(others)}
    wrong = [str(line) for line, right in enumerate(is_right, 2) if not right]
    return Outcome(figures, wrong, out.splitlines()[1:])


def measure_lookups(folder):
    figures, wrong, notes = {}, [], []
    for name, make in lookups.SETS.items():
        first, ten, queries, listed, cases = lookups.measure(folder, make)
        figures |= {f"{name}, R@1": first, f"{name}, R@10": ten}
        wrong += [f"{name}: {case}" for case in cases]
        notes.append(f"{name}: {queries} queries among {listed} names")
    return Outcome(figures, wrong, notes)


def measure_ofac(folder):
    found, missed = lookups.ofac(folder)
    return Outcome({"entity in the first ten": found}, [f"{entity} {name}" for entity, name in missed],
                   [f"{len(missed)} aliases missed; most of them share no word with any other name of their entity"])


def measure_linkage(folder):
    pairs = merged = wrong = found = 0
    notes, cases = [], []
    for number_of_seed in (1, 2, 3):
        linked = linkage.Linked(os.path.join(folder, str(number_of_seed)), number_of_seed)
        pairs, merged = pairs + len(linked.true), merged + len(linked.merged)
        wrong, found = wrong + len(linked.wrong), found + len(linked.merged & linked.true)
        cases += [f"seed {number_of_seed}: {a} {b}" for a, b in sorted(linked.wrong | linked.missed)]
        notes.append(f"seed {number_of_seed}: {len(linked.true)} true pairs, {len(linked.merged)} merged, {len(linked.wrong)} of them wrongly, "
                     f"{len(linked.true & linked.unsure)} shown as undecided, {len(linked.missed)} missed; "
                     f"{len(linked.unsure - linked.true)} pairs of two people shown as undecided")
    return Outcome({"merges that are right": 100 * (merged - wrong) / max(1, merged), "true pairs merged": 100 * found / pairs}, cases, notes)


def measure_dedupe(folder):
    score = lambda *arguments: python(scorer("score_linkage.py"), *arguments)
    figures = {}
    for name in dedupe.LISTS:
        figures |= dedupe.measure_list(folder, name, score)
    return Outcome(figures | dedupe.measure_senzing(folder, score))


def measure_link(folder):
    made = true = right = 0
    cases, notes = [], []
    for number_of_seed in (1, 2, 3):
        linked = dedupe.Linked(os.path.join(folder, str(number_of_seed)), number_of_seed)
        made, true, right = made + len(linked.made), true + len(linked.true), right + len(linked.made & linked.true)
        cases += [f"seed {number_of_seed}: {word} {a} {b}" for word, pairs in (("wrong", linked.wrong), ("missed", linked.missed)) for a, b in sorted(pairs)]
        notes.append(f"seed {number_of_seed}: {len(linked.true)} true pairs, {len(linked.made)} made, {len(linked.wrong)} of them wrong, {len(linked.missed)} missed")
    return Outcome({"pairs, precision": 100 * right / max(1, made), "pairs, recall": 100 * right / true}, cases, notes)


PARTS = [
    Part("example", "the example case against what was planted in it", "muster brief examples/border-post; tools/score_brief.py", measure_example),
    Part("seed", "the report that the product grew from", "muster read ../shared/seed/article.txt [--published 2025-04-12]", measure_seed),
    Part("polnear-dev", "attributions in news, development part", "muster read polnear/dev/text; score_attribution.py --by-kind", measure_attribution("dev")),
    Part("polnear-train", "attributions in news, training part", "muster read polnear/train/text; score_attribution.py --by-kind", measure_attribution("train"), quick=False),
    Part("polnear-trained", "the same development part with weights trained on PolNeAR's training part",
         "muster train attribution --corpus polnear/train; muster read --attribution-weights", measure_attribution("dev", ("data", "attribution", "polnear", "train"))),
    Part("russian", "attributions in 40 invented Russian articles", "muster read; bench/accuracy/attribution.py", measure_marked("russian")),
    Part("ukrainian", "attributions in 40 invented Ukrainian articles", "muster read; bench/accuracy/attribution.py", measure_marked("ukrainian")),
    Part("russian-blind", "attributions in 15 more, written by who did not see the rules", "muster read; bench/accuracy/attribution.py", measure_marked("russian_blind")),
    Part("ukrainian-blind", "attributions in 15 more, written by who did not see the rules", "muster read; bench/accuracy/attribution.py", measure_marked("ukrainian_blind")),
    Part("polarity", "negative attributions of GUM", "muster read; bench/accuracy/attribution.py", measure_polarity),
    Part("speakers", "stances and speakers in the marked English articles of data/attribution", "muster read; bench/accuracy/attribution.py", measure_speakers),
    Part("timebank", "dates in news (TimeML)", "muster read timebank; score_dates.py", measure_timeml("timebank")),
    Part("aquaint", "dates in news (TimeML)", "muster read aquaint; score_dates.py", measure_timeml("aquaint")),
    Part("wikiwars", "dates in histories of wars (TIMEX2, its tags renamed)", "muster read wikiwars; score_dates.py", measure_wikiwars),
    Part("places", "places in local news (LGL)", "muster read lgl; score_places.py", measure_places),
    Part("quantities", "numbers and money (Recognizers-Text, English)", "bench/accuracy/quantities.py muster recognizers_half", measure_quantities),
    Part("pages", "main text of 181 news pages", "bench/accuracy/score_pages.py muster pages/articles", measure_pages, quick=False),
    Part("papers", "machine-readable zones of 60 drawn papers", "tools/make_specimen_papers.py OUT --count 60; bench/accuracy/score_papers.py muster OUT", measure_papers),
    Part("name-pairs", "hard pairs of names: one person or two?", "muster compare --pairs name_pairs_half.csv; score_pairs.py", measure_name_pairs),
    Part("lookups", "names and words across scripts, looked up", "muster lookup --list L --queries Q; score_lookup.py", measure_lookups),
    Part("ofac", "each alias of the US Treasury's list among the main names and the other aliases, in ten folds",
         "muster lookup --list L --queries Q", measure_ofac, quick=False),
    Part("linkage", "three invented rosters of 500 rows and their passports", "tools/make_example.py --linkage-only; muster brief; muster who [--pairs]", measure_linkage),
    Part("dedupe", "open lists whose truth is known: febrl3, fake_1000, half of the historical people, Senzing's three files",
         "muster dedupe L --id COLUMN --clusters C --pairs P; score_linkage.py", measure_dedupe),
    Part("link", "three invented rosters of 500 rows and their passports, linked as lists",
         "tools/make_example.py --linkage-only; muster link roster.csv passports.csv --clusters C", measure_link),
]
