"""The quotations that textacy finds in the texts of a folder, as score_attribution.py takes them, and on the last line of
stderr the seconds it took. usage: attribution_textacy.py TEXTS

Needs textacy and an English pipeline of spaCy with a parser (en_core_web_sm or larger); says what is missing and ends
with 3 where one is not installed.
"""
import glob
import json
import os
import sys
import time


def pipeline():
    """The English pipeline with the shortest name of those installed."""
    try:
        import spacy
        import textacy  # noqa: F401
    except ImportError as missing:
        give_up(f"{missing.name} is not installed")
    names = sorted((name for name in spacy.util.get_installed_models() if name.startswith("en_")), key=lambda name: (len(name), name))
    if not names:
        give_up("spaCy has no English pipeline (en_core_web_sm, from its own site)")
    return spacy.load(names[0], exclude=["ner"])


def give_up(why):
    print(why, file=sys.stderr)
    sys.exit(3)


def runs(tokens):
    """The stretches of text that neighbouring tokens make up."""
    spans, before = [], None
    for token in tokens:
        end = token.idx + len(token)
        if before is not None and token.i == before + 1:
            spans[-1]["end"] = end
        else:
            spans.append({"start": token.idx, "end": end})
        before = token.i
    return spans


def quotations(doc):
    from textacy.extract import direct_quotations

    try:
        for found in direct_quotations(doc):
            yield {"source": runs(found.speaker), "cue": runs(found.cue), "content": runs(found.content)}
    except ValueError:  # marks that do not pair: it gives the document up
        return


def main():
    nlp = pipeline()
    started = time.monotonic()
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.txt"))):
        with open(path, encoding="utf-8", newline="") as file:
            doc = nlp(file.read())
        print(json.dumps({"document": {"name": os.path.basename(path)}, "attributions": list(quotations(doc))}))
    print(time.monotonic() - started, file=sys.stderr)


if __name__ == "__main__":
    main()
