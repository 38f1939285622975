#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""modbus_conformance.py [--write] ROOT: docs/modbus-conformance.md against the tests.

Every requirement has a test that names it, every name in a test is a requirement, and the last
column of the page lists the files of those tests. --write brings that column up to date.
"""

import re
import sys
from pathlib import Path

# So many requirements in each group.
GROUPS = {"A": 18, "B": 10, "C": 15, "D": 11, "E": 6, "F": 13, "G": 24, "H": 15, "I": 5, "J": 6}
ROW = re.compile(r"^\| ([A-J]\d\d) \| (.+?) \|(.*)\|$")
CASE = re.compile(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"')
EXCHANGE = re.compile(r'^\s*\{"([A-J]\d\d(?: [A-J]\d\d)*)",', re.M)  # golden_exchanges.hpp
ID = re.compile(r"\b[A-J]\d\d\b")


def tests_by_id(root):
    found = {}
    for path in sorted((root / "tests").rglob("*.?pp")):
        text = path.read_text(encoding="utf-8")
        # The id stands at the head of a name, several of them side by side.
        names = [re.match(r"(?:[A-J]\d\d(?: and | to |, | )?)+", name) for name in
                 CASE.findall(text)]
        heads = [head.group(0) for head in names if head]
        heads += EXCHANGE.findall(text)
        for head in heads:
            for requirement in ID.findall(head):
                found.setdefault(requirement, set()).add(
                    path.relative_to(root / "tests").as_posix())
    return found


def column(files):
    return " " + ", ".join(f"`{name}`" for name in sorted(files)) + " "


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(arguments[0])
    page = root / "docs" / "modbus-conformance.md"
    if not page.exists():
        print(f"{page}: not there; ROOT is the folder of the whole project", file=sys.stderr)
        return 2
    found = tests_by_id(root)
    faults = []
    told = []
    lines = []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        match = ROW.match(line)
        if match:
            requirement, sentence, tests = match.groups()
            told.append(requirement)
            expected = column(found.get(requirement, ()))
            if requirement not in found:
                faults.append(f"{number}: no test names {requirement}")
            elif tests != expected:
                faults.append(f"{number}: {requirement} is tested by{expected}")
            line = f"| {requirement} | {sentence} |{expected}|"
        lines.append(line)
    wanted = [f"{group}{i:02d}" for group, count in GROUPS.items() for i in range(1, count + 1)]
    if told != wanted:
        faults.append(f"1: rows missing, doubled or out of order: "
                      f"{sorted(set(wanted) ^ set(told)) or told}")
    for requirement in sorted(set(found) - set(wanted)):
        faults.append(f"1: {requirement} of {sorted(found[requirement])} is no requirement")
    if "--write" in sys.argv:
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
        faults = [fault for fault in faults if "is tested by" not in fault]
    if any("is tested by" in fault for fault in faults):
        print("bring the column up to date: tests/tidy/modbus_conformance.py --write .")
    for fault in faults:
        print(f"docs/modbus-conformance.md:{fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
