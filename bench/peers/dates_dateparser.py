"""The dates that dateparser finds in the texts of a folder, as score_dates.py takes them. usage: dates_dateparser.py TEXTS"""
import datetime
import glob
import json
import os
import sys

from dateparser.search import search_dates


def published(path):
    with open(path[:-4] + ".json", encoding="utf-8") as file:
        given = json.load(file)["published"][:10]
    return datetime.datetime.fromisoformat(given) if len(given) == 10 else None


def dates(text, day):
    settings = {"RELATIVE_BASE": day} if day else {}
    at = 0
    for words, value in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        yield {"start": start, "end": at, "value": value.strftime("%Y-%m-%d"), "type": "DATE"}


for name in sorted(glob.glob(os.path.join(sys.argv[1], "*.txt"))):
    with open(name, encoding="utf-8") as document:
        words = document.read()
    print(json.dumps({"document": {"name": os.path.basename(name)}, "dates": list(dates(words, published(name)))}))
