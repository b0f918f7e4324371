#!/usr/bin/env python3
"""Fail when a file in src/ includes a header from a layer it may not know.

usage: check_layers.py [SRC_DIR]

src/layers.txt lists the layers, lowest first; a file may include headers of its own folder and of
folders on lines above its own.  Tests (*_test.cpp) follow the same rule as the code they test.
"""
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*"([a-z]+)/')


def read_layers(path):
    order = {}
    with open(path, encoding="utf-8") as lines:
        rank = 0
        for line in lines:
            names = line.split("#")[0].split()
            for name in names:
                order[name] = rank
            rank += bool(names)
    return order


def violations(src):
    order = read_layers(os.path.join(src, "layers.txt"))
    for folder, _, files in sorted(os.walk(src)):
        layer = os.path.relpath(folder, src).split(os.sep)[0]
        if layer == ".":
            continue
        if layer not in order:
            yield f"{folder}: the folder is not in layers.txt"
            continue
        for name in sorted(files):
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    found = INCLUDE.match(line)
                    target = found and found.group(1)
                    if not target or target == layer:
                        continue
                    if target not in order:
                        yield f"{path}:{number}: includes unknown layer '{target}'"
                    elif order[target] >= order[layer]:
                        yield f"{path}:{number}: '{layer}' may not include '{target}'"


def main():
    src = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "src")
    found = list(violations(src))
    print("\n".join(found) if found else "layers: every include goes one way")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
