#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the lessons that ship is there in English, German and Spanish, is not left in
English, and every lesson that comes after another names one that exists."""

import re
import sys
from pathlib import Path

try:
    import yaml
except ImportError:
    print("python3-yaml is not there: left out")
    sys.exit(77)

LANGUAGES = {"en", "de", "es"}
# A text without a word (labels of the glass, numbers) is the same in every language.
WORD = re.compile(r"[a-z]{4,}")


def texts(node, path=()):
    """(path, text map) of every map of languages below a node."""
    if isinstance(node, dict):
        if "en" in node:
            yield path, node
        else:
            for key, value in node.items():
                yield from texts(value, path + (str(key),))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from texts(value, path + (str(place),))


def faults_of(name, lesson):
    count = 0
    for path, text in texts(lesson):
        count += 1
        where = f"{name}: {'.'.join(path)}"
        if set(text) != LANGUAGES:
            yield f"{where}: has {sorted(text)}"
        elif WORD.search(text["en"]) and text["en"] in (text["de"], text["es"]):
            yield f"{where}: is left in English: {text['en']}"
    for key in ("title", "goal"):
        if not isinstance(lesson.get(key), dict):
            yield f"{name}: {key} has one language only"
    if count < 5:
        yield f"{name}: only {count} texts were found"


def main():
    files = sorted(Path(sys.argv[1]).glob("*.lesson.yaml"))
    lessons = {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
    ids = {lesson["id"] for lesson in lessons.values()}
    faults = [fault for name, lesson in lessons.items() for fault in faults_of(name, lesson)]
    for name, lesson in lessons.items():
        faults += [f"{name}: comes after {before}, which is not there"
                   for before in lesson.get("after", []) if before not in ids]
    if len(lessons) < 31:
        faults.append(f"28 lessons and 3 exams ship; there are {len(lessons)}")
    print("\n".join(faults) or f"{len(lessons)} lessons, all texts in three languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
