#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file includes what it uses, itself or in the header of its name, and nothing else.

    .ci/includes.py BUILD [--fix] [PATH...]

clang-include-cleaner reads each file as it is compiled in BUILD, a tree of clang whose generated
and precompiled headers are there; a header is read with the flags of a source beside it. Qt's
classes are looked for by their names, since their headers only forward to others. --fix writes
the missing ones in, takes the unused ones out and leaves the order to clang-format.
Exit status: 0 all right, 1 findings, 2 it cannot check.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "core", "gui", "sim", "tests")
TOOL = "clang-include-cleaner-19"
# Libraries that are included whole, and how the tool calls their parts.
WHOLES = [
    (r"<yaml-cpp/.*>", ["<yaml-cpp/yaml.h>"]),
    (r"<CLI/.*>", ["<CLI/CLI.hpp>"]),
    (r"<nlohmann/.*>", ["<nlohmann/json.hpp>"]),
    (r"<(catch2|internal)/.*>", ['"tests/support/catch.hpp"']),
    (r"<(modbus/)?modbus.*>", ["<modbus.h>", "<modbus/modbus.h>"]),
    (r"<(Eigen/)?src/.*>|<Eigen/.*>", ["<Eigen/Core>", "<Eigen/Dense>"]),
    (r"<(.*/)?qcustomplot\.h>", ["<qcustomplot.h>"]),
    (r"<(ios|istream|ostream)>", ["<ios>", "<fstream>", "<iostream>", "<sstream>"]),
    (r"<sys/poll\.h>", ["<poll.h>"]),
    (r"<sys/(types|time)\.h>|<(stdio|string|stdint|stddef|strings)\.h>", []),  # By many others.
]
# What documented headers bring along, and Qt's inner ones, which classes() stands for.
NOT_ASKED = re.compile(r"<(bits|asm|asm-generic|linux)/.*>|<q[a-z0-9_]*\.h>|<(zlib|zconf)\.h>")
KEPT = re.compile(r'"tests/support/catch\.hpp"|'
                  r"<(modbus|Eigen|Q|qcustomplot|catch2|CLI|nlohmann|new>|version>).*")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"][^>"]+[>"])(.*)$')
QT_FOLDERS = ("/usr/include/x86_64-linux-gnu/qt6", "/usr/include/qt6")


class Commands:
    """How each file is compiled."""

    def __init__(self, build):
        self.known = {}
        listing = json.loads((Path(build) / "compile_commands.json").read_text(encoding="utf-8"))
        for entry in listing:
            path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
            self.known.setdefault(path, entry)
        build = os.path.abspath(build)
        self.ours = [path for path in self.known if not path.startswith(build + os.sep)]

    def of(self, path):
        """(folder, flags) for a file; a header takes those of the source that is nearest."""
        path = str(path)
        source = path
        if path not in self.known:
            stem = os.path.splitext(path)[0]
            source = max(self.ours, key=lambda other: (
                os.path.splitext(other)[0] == stem, len(os.path.commonpath([other, path]))))
        entry = self.known[source]
        words = shlex.split(entry["command"])
        while words and "clang" not in os.path.basename(words[0]):
            words.pop(0)  # A launcher.
        flags, skip = [], False
        for word in words[1:]:
            if skip:
                skip = False
            elif word in ("-o", "-MF", "-MT"):
                skip = True
            elif word not in ("-MD", "-c", source):
                flags.append(word)
        if path.endswith(".hpp"):
            flags += ["-x", "c++-header", "-Wno-pragma-once-outside-header"]
        return entry["directory"], flags


def includes_of(path):
    """{spelling: number of its line}"""
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            found.setdefault(match.group(1), number)
    return found


def alternatives_of(wanted):
    for pattern, wholes in WHOLES:
        if re.fullmatch(pattern, wanted):
            return wholes
    return [wanted]


def qt_classes():
    """The names that Qt has headers for."""
    for folder in QT_FOLDERS:
        if os.path.isdir(folder):
            return {entry.name for module in os.scandir(folder) if module.is_dir()
                    for entry in os.scandir(module.path) if re.fullmatch(r"Q[A-Z]\w+", entry.name)}
    return set()


def missing_classes(path, there, classes):
    if path.relative_to(ROOT).parts[0] not in ("app", "gui", "tests"):
        return
    text = re.sub(r'//.*|"(\\.|[^"\\])*"', "", path.read_text(encoding="utf-8"))
    text = re.sub(r"^\s*#.*$", "", text, flags=re.M)
    forward = set(re.findall(r"^class (Q\w+);", text, flags=re.M))
    if path.suffix == ".hpp":  # Qt declares what is only pointed to.
        text = re.sub(r"\bQ[A-Z]\w+ ?[*&]", "", text)
    text = text.replace("QStringLiteral", "QString")
    for name in sorted(set(re.findall(r"\bQ[A-Z]\w+\b", text)) & classes - forward):
        if f"<{name}>" not in there:
            yield f"<{name}>"


def seen_by_tool(path, commands):
    """(headers to include, headers to drop, why it could not be read)"""
    folder, flags = commands.of(path)
    done = subprocess.run([TOOL, "--print=changes", str(path), "--", *flags], cwd=folder,
                          capture_output=True, text=True, check=False)
    found = re.findall(r'^([+-]) ([<"][^>"]+[>"])', done.stdout, flags=re.M)
    text = path.read_text(encoding="utf-8")
    unused = {name for sign, name in found if sign == "-" and not KEPT.match(name)}
    if "ranges::" in text:  # The tool does not see whose these are.
        unused.discard("<algorithm>")
    return ([name for sign, name in found if sign == "+"], unused,
            done.stderr if done.returncode != 0 else "")


def findings_of(paths, commands, classes):
    """For a source and the header of its name, or one of them: (path, missing, unused, reason).

    What the header includes serves the source too, unless the header itself has no use for it.
    """
    findings, reached = [], set()
    for path in sorted(paths, key=lambda path: path.suffix != ".hpp"):
        wanted, unused, reason = seen_by_tool(path, commands)
        there = includes_of(path)
        unused = {name: there[name] for name in unused if name in there}
        reached |= set(there) - set(unused)
        missing = set(missing_classes(path, reached, classes))
        for name in wanted:
            fits = [] if NOT_ASKED.fullmatch(name) else alternatives_of(name)
            if fits and not reached.intersection(fits):
                missing.add(fits[0])
        reached |= missing
        findings.append((path, sorted(missing), unused, reason))
    return findings


def mend(path, missing, unused):
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line for number, line in enumerate(lines, 1) if number not in unused.values()]
    at = [number for number, line in enumerate(lines) if INCLUDE.match(line)]
    place = at[-1] + 1 if at else lines.index("") + 1
    lines[place:place] = [f"#include {header}" for header in missing]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if tool:
        begin = at[0] + 1 if at else place
        subprocess.run([tool, "-i", f"--lines={begin}:{place + len(missing)}", str(path)],
                       check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("paths", nargs="*", default=FOLDERS)
    arguments = parser.parse_args()
    if not shutil.which(TOOL):
        print(f"{TOOL} is not installed: apt-get install clang-tools-19", file=sys.stderr)
        return 2
    commands = Commands(arguments.build)
    classes = qt_classes()
    files = []
    for place in arguments.paths:
        place = ROOT / place
        files += [place] if place.is_file() else sorted(
            path for path in place.rglob("*") if path.suffix in (".cpp", ".hpp"))
    if not files:
        print("no sources there", file=sys.stderr)
        return 2
    pairs = {}
    for path in files:
        pairs.setdefault(path.with_suffix(""), []).append(path)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda pair: findings_of(pair, commands, classes), pairs.values())
        found = [finding for pair in results for finding in pair]
    status = 0
    for path, missing, unused, reason in found:
        name = path.relative_to(ROOT)
        if reason:
            print(f"{name}: cannot be read:\n{reason}")
            status = 2
        for header in missing:
            print(f"{name}:1: uses what {header} has, and does not include it")
        for header, number in unused.items():
            print(f"{name}:{number}: includes {header} and uses nothing of it")
        if missing or unused:
            status = max(status, 1)
            if arguments.fix:
                mend(path, missing, unused)
    return status


if __name__ == "__main__":
    sys.exit(main())
