#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""minimum_tests.py BUILD MINIMUM-FILE KIND CTEST: a green run with tests missing is red.

The file has lines `KIND NUMBER`; raise the number when tests are added.
"""

import re
import subprocess
import sys
from pathlib import Path


def main():
    build, file, kind, ctest = sys.argv[1:]
    minimum = dict(line.split() for line in Path(file).read_text(encoding="utf-8").splitlines()
                   if line and not line.startswith("#"))
    listing = subprocess.run([ctest, "--test-dir", build, "-N"], stdout=subprocess.PIPE,
                             timeout=60, check=True, text=True).stdout
    count = int(re.search(r"Total Tests: (\d+)", listing).group(1))
    unbuilt = re.findall(r"\S+_NOT_BUILT\S*", listing)
    print(f"{count} tests, at least {minimum[kind]} expected")
    for name in unbuilt:
        print(f"{name}: its program was not built")
    return 0 if count >= int(minimum[kind]) and not unbuilt else 1


if __name__ == "__main__":
    sys.exit(main())
