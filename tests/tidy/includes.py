#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file includes what it uses of the standard library, itself or through headers of ours.

    includes.py ROOT [--fix]

What one header of the library brings along of another differs from release to release, so it
must not be needed. std_headers.txt knows the names. --fix writes in what is missing and leaves
the order to clang-format.
"""

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

FOLDERS = ("core", "sim", "gui", "app", "tests")
NOISE = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"][^>"]+[>"])', re.M)
STANDARD = re.compile(r"\bstd::(\w+)")


class File:
    def __init__(self, path, root):
        text = path.read_text(encoding="utf-8")
        self.path, self.name = path, path.relative_to(root).as_posix()
        self.includes = set(INCLUDE.findall(text))
        self.code = NOISE.sub('""', re.sub(r"^\s*#\s*include.*$", "", text, flags=re.M))


def standard_headers(path):
    """name -> the headers that are promised to have it"""
    found = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            header, names = line.split(":", 1)
            for name in names.split():
                found[name].append(f"<{header.removeprefix('also ')}>")
    return found


class Reached:
    """The headers of the library that a file reaches by our own headers alone."""

    def __init__(self, files):
        self.files = {file.name: file for file in files}
        self.known = {}

    def by(self, name):
        if name not in self.known:
            self.known[name] = set()  # For a circle, which others forbid.
            found = set()
            for spelling in self.files[name].includes:
                found |= self.by(spelling[1:-1]) if spelling[1:-1] in self.files else {spelling}
            self.known[name] = found
        return self.known[name]


def missing(file, there, standard):
    """{header to include: [names that need it]}"""
    found = defaultdict(list)
    for name in sorted(set(STANDARD.findall(file.code))):
        headers = standard.get(name, [])
        if headers and not there.intersection(headers):
            found[headers[0]].append(f"std::{name}")
    return found


def mend(path, headers):
    lines = path.read_text(encoding="utf-8").splitlines()
    at = [number for number, line in enumerate(lines) if INCLUDE.match(line)]
    place = at[-1] + 1 if at else lines.index("") + 1
    lines[place:place] = [f"#include {header}" for header in headers] + ([] if at else [""])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if tool:
        begin = at[0] + 1 if at else place + 1
        subprocess.run([tool, "-i", f"--lines={begin}:{place + len(headers)}", str(path)],
                       check=True)


def main():
    root = Path(sys.argv[1]).resolve()
    standard = standard_headers(Path(__file__).with_name("std_headers.txt"))
    files = [File(path, root) for folder in FOLDERS
             for path in sorted((root / folder).rglob("*")) if path.suffix in (".cpp", ".hpp")]
    if not files:
        sys.exit("no sources there")
    reached = Reached(files)
    failed = False
    for file in sorted(files, key=lambda file: file.path.suffix != ".hpp"):
        wanted = missing(file, reached.by(file.name), standard)
        for place, names in sorted(wanted.items()):
            failed = True
            print(f"{file.name}:1: uses {', '.join(names)} and does not include {place}")
        if wanted and "--fix" in sys.argv:
            mend(file.path, sorted(wanted))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
