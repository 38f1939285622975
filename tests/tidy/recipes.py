#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recipes of docs/extending.md name every file: the files that know an existing setting (an
existing register) are those that its recipe lists, and those that use what it means."""

import re
import sys
from pathlib import Path

# Heading: how the existing one is spelt in the sources, and the files that use what it means.
RECIPES = {
    "A setting": (r"phase_?loss[_.]?imbalance",
                  {"core/metering/alerts.cpp"},
                  # Its size is counted there, though not its name.
                  {"core/storage/nv_store.hpp"}),
    "A measured register": (r"voltage_?ln_?average",
                            {"core/panel/screen_value.cpp", "sim/truth/true_values.cpp"},
                            set()),
}
LAYERS = ("core", "sim", "app")


def listed(page, heading):
    section = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", page, re.M | re.S)
    if not section:
        sys.exit(f"docs/extending.md has no section '{heading}'")
    return set(re.findall(r"^\| `([\w/.]+)` \|", section.group(1), re.M))


def spelling(root, pattern):
    wanted = re.compile(pattern, re.I)
    for layer in LAYERS:
        for path in sorted((root / layer).rglob("*.?pp")):
            if wanted.search(path.read_text(encoding="utf-8")):
                yield path.relative_to(root).as_posix()


def main():
    root = Path(sys.argv[1])
    page = (root / "docs/extending.md").read_text(encoding="utf-8")
    faults = []
    for heading, (pattern, users, unnamed) in RECIPES.items():
        told = listed(page, heading)
        found = set(spelling(root, pattern)) - users | unnamed
        faults += [f"'{heading}' does not name {name}" for name in sorted(found - told)]
        faults += [f"'{heading}' names {name}, which does not know one"
                   for name in sorted(told - found)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
