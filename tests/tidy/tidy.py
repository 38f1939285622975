#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Style as a test: reads the tree and names every line that breaks a rule of the house.

    tidy.py CHECK ROOT

Each check yields (file, line, sentence); one that yields anything fails.
"""

import re
import sys
from pathlib import Path

FOLDERS = ["app", "core", "sim", "gui", "resources", "tests", "docs", "cmake", ".ci"]
CODE = {".hpp", ".cpp"}
SCRIPTS = {".py", ".sh", ".cmake"}
FILE_LINES_MAX = 500
LINE_COLUMNS_MAX = 100

# No heap behind any of them: <new> is for placement, <string_view> for constant texts.
FREESTANDING = {"array", "bit", "cstddef", "cstdint", "cstring", "limits", "new", "numbers",
                "optional", "span", "string_view", "type_traits", "utility"}
# What would make a run depend on the machine or on the moment.
INDETERMINATE = {"thread", "mutex", "atomic", "future", "condition_variable", "chrono", "ctime",
                 "random", "unordered_map", "unordered_set", "sys/socket.h", "poll.h",
                 "termios.h", "modbus.h"}
CALENDAR = "sim/base/calendar.cpp"  # Takes dates of <chrono>, and no clock.
SOCKETS = {"sys/socket.h", "netinet/in.h", "termios.h", "poll.h", "modbus.h"}
MAY_INCLUDE = {
    "core": ("core/",),
    "sim": ("core/", "sim/"),
    "live": ("core/", "sim/"),
    "gui": ("core/", "sim/", "gui/"),
    "app": ("core/", "sim/", "gui/", "app/"),
    "tests": ("core/", "sim/", "gui/", "app/", "tests/"),
}


class Tree:
    """The files of the project, without what builds and editors leave behind."""

    def __init__(self, root):
        self.root = Path(root)

    def files(self):
        for path in sorted(self.root.iterdir()):
            if path.is_file() and not path.name.startswith(".git"):
                yield path
        for folder in FOLDERS:
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    yield path

    def name(self, path):
        return path.relative_to(self.root).as_posix()

    def texts(self, wanted):
        """(name, lines) of the text files that `wanted` picks."""
        for path in self.files():
            if wanted(path):
                try:
                    yield self.name(path), path.read_text(encoding="utf-8").splitlines()
                except UnicodeDecodeError:
                    continue


def is_code(path):
    return path.suffix in CODE


def is_script(path):
    return (path.suffix in SCRIPTS or path.name == "CMakeLists.txt" or
            (path.name == "run" and path.suffix == ""))


def layer_of(name):
    return "live" if name.startswith("sim/live/") else name.split("/")[0]


def includes(lines):
    for number, line in enumerate(lines, 1):
        match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if match:
            yield number, match.group(1) == '"', match.group(2)


def check_layers(tree):
    for name, lines in tree.texts(is_code):
        layer = layer_of(name)
        for number, is_own, header in includes(lines):
            if is_own:
                reached = "sim/live/" if header.startswith("sim/live/") else None
                if not header.startswith(MAY_INCLUDE[layer]) and not header.startswith("moc_"):
                    yield name, number, f"{layer} must not include {header}"
                elif reached and layer == "sim":
                    yield name, number, "sim must not know its live edge"
                continue
            is_qt = header.startswith("Q") or header.startswith("qcustomplot")
            if is_qt and layer not in ("gui", "app", "tests"):
                yield name, number, f"Qt has no place in {layer}"
            if layer == "core" and header not in FREESTANDING:
                yield name, number, f"<{header}> is not in the freestanding subset"
            if layer == "sim" and header in INDETERMINATE and name != CALENDAR:
                yield name, number, f"<{header}> makes a run depend on the machine"
            if layer == "gui" and header in SOCKETS:
                yield name, number, f"<{header}>: the window leaves the wire to sim/live"


def folder_of(path):
    return path.rsplit("/", 1)[0]


def check_circles(tree):
    """The folders of a layer, as rooms: whoever is included by a folder does not include it."""
    arrows = {}  # folder -> {folder it includes from: (file, line, header)}
    for name, lines in tree.texts(is_code):
        folder = folder_of(name)
        if folder.startswith("tests"):
            continue
        for number, is_own, header in includes(lines):
            if is_own and "/" in header and folder_of(header) != folder:
                arrows.setdefault(folder, {}).setdefault(folder_of(header),
                                                         (name, number, header))

    def reaches(start, goal):
        seen, waiting = set(), [start]
        while waiting:
            folder = waiting.pop()
            if folder == goal:
                return True
            if folder not in seen:
                seen.add(folder)
                waiting.extend(arrows.get(folder, {}))
        return False

    for folder, targets in sorted(arrows.items()):
        for target, (name, number, header) in sorted(targets.items()):
            if reaches(target, folder):
                yield name, number, f"{target} depends on {folder}: {header} closes a circle"


def check_lengths(tree):
    for name, lines in tree.texts(lambda path: is_code(path) or is_script(path)):
        if len(lines) > FILE_LINES_MAX:
            yield name, len(lines), f"more than {FILE_LINES_MAX} lines: split it by its jobs"
        if name.endswith(("CMakeLists.txt", ".cmake")):
            continue  # Sentences for people, which no line break helps.
        for number, line in enumerate(lines, 1):
            if len(line) > LINE_COLUMNS_MAX:
                yield name, number, f"{len(line)} columns, {LINE_COLUMNS_MAX} are the limit"


def check_licence(tree):
    for name, lines in tree.texts(lambda path: is_code(path) or is_script(path)):
        first = "\n".join(lines[:4])
        for line in ("SPDX-FileCopyrightText: 2026 The metertwin authors",
                     "SPDX-License-Identifier: GPL-3.0-or-later"):
            if line not in first:
                yield name, 1, f"does not begin with '{line}'"


def check_headers(tree):
    for name, lines in tree.texts(lambda path: path.suffix == ".hpp"):
        after = [line.strip() for line in lines[2:]]
        if not after or after[0] != "#pragma once":
            yield name, 3, "#pragma once follows the licence lines"
            continue
        told = [line for line in after[1:] if line]
        if not told or not told[0].startswith("//"):
            yield name, 4, "a header opens with a paragraph: what it is for, units, signs"


def check_words(tree):
    # Taken apart, so that this file does not find itself.
    unfinished = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
    of_a_machine = re.compile(r"/wo" r"rk/|/tmp/bu" r"ild-|/ho" r"me/[a-z]|/Us" r"ers/")
    for name, lines in tree.texts(lambda path: path.suffix not in {".csv", ".bin"}):
        for number, line in enumerate(lines, 1):
            if unfinished.search(line):
                yield name, number, "an unfinished thought belongs into an issue"
            if of_a_machine.search(line):
                yield name, number, "a path of one machine"
            if line != line.rstrip() and not name.endswith(".md"):
                yield name, number, "blanks at the end of the line"


def check_documents(tree):
    """A document that is named can be found here: as it is written, or in docs/."""
    named = re.compile(r"(?<![\w/.-])((?:[\w-]+/)*[\w-]+\.md)\b")
    is_text = {".hpp", ".cpp", ".md", ".py", ".sh", ".cmake", ".txt", ".yaml"}
    for name, lines in tree.texts(lambda path: path.suffix in is_text):
        for number, line in enumerate(lines, 1):
            for document in named.findall(line):
                if document.startswith("usr/"):
                    continue  # Of an installed system.
                places = (tree.root / document, tree.root / "docs" / document,
                          tree.root / name.rsplit("/", 1)[0] / document)
                if not any(place.exists() for place in places):
                    yield name, number, f"there is no document {document}"


def check_decisions(tree):
    """The number of a decision is its name."""
    lines = (tree.root / "docs/decisions.md").read_text(encoding="utf-8").splitlines()
    first = {}
    for number, line in enumerate(lines, 1):
        if found := re.match(r"\| (D-\d+) ", line):
            if found[1] in first:
                yield ("docs/decisions.md", number,
                       f"{found[1]} is the decision of line {first[found[1]]}")
            first.setdefault(found[1], number)


def check_sources(tree):
    """Every source is listed by hand, so a forgotten one is a test that never runs."""
    for path in tree.files():
        is_test_header = path.suffix == ".hpp" and tree.name(path).startswith("tests/")
        if not is_code(path) or is_test_header:
            continue
        folder = path.parent
        while folder != tree.root.parent:
            listing = folder / "CMakeLists.txt"
            if listing.exists() and path.relative_to(folder).as_posix() in re.split(
                    r"[\s()\"]+", re.sub(r"#.*", "", listing.read_text(encoding="utf-8"))):
                break
            folder = folder.parent
        else:
            yield tree.name(path), 1, "is in no CMakeLists.txt of its folder or one above"


def main():
    checks = {name[6:]: value for name, value in globals().items() if name.startswith("check_")}
    if len(sys.argv) != 3 or sys.argv[1] not in checks:
        print(f"usage: tidy.py {'|'.join(sorted(checks))} ROOT", file=sys.stderr)
        return 2
    tree = Tree(sys.argv[2])
    if sum(1 for _ in tree.texts(is_code)) == 0:
        print(f"{sys.argv[2]}: no sources there", file=sys.stderr)
        return 2
    faults = list(checks[sys.argv[1]](tree))
    for name, number, sentence in faults:
        print(f"{name}:{number}: {sentence}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
