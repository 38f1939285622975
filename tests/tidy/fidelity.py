#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/fidelity.md against the tests: every name in a last column is the title of a test case, or
`scenario: NAME` of a scenario that CTest plays."""

import re
import sys
from pathlib import Path

CASE = re.compile(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"')
SCENARIOS = ("resources/scenarios", "resources/scenarios/counter-trouble",
             "resources/scenarios/faults", "tests/scenarios")
ROWS_MIN = 70


def main():
    root = Path(sys.argv[1])
    known = {f"scenario: {path.stem}" for folder in SCENARIOS
             for path in (root / folder).glob("*.yaml")}
    for path in (root / "tests").rglob("*.?pp"):
        known.update(CASE.findall(path.read_text(encoding="utf-8")))
    faults = []
    rows = 0
    lines = (root / "docs/fidelity.md").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        cells = line.strip("|").split(" | ")
        if not re.match(r"\| \d", line):
            continue
        rows += 1
        names = re.findall(r"`([^`]+)`", cells[-1])
        if len(cells) != 3 or not names:
            faults.append(f"{number}: a row has a page, a statement and where it is proved")
        faults += [f"{number}: there is no test '{name}'" for name in names if name not in known]
    if rows < ROWS_MIN:
        faults.append(f"1: {rows} statements, there were {ROWS_MIN}")
    print("\n".join(f"docs/fidelity.md:{fault}" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
