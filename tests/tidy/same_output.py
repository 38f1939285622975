#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""same_output.py FILE PROGRAM ARGUMENT…: the program must print the file, byte for byte."""

import difflib
import subprocess
import sys
from pathlib import Path


def main():
    file, *command = sys.argv[1:]
    printed = subprocess.run(command, stdout=subprocess.PIPE, timeout=60, check=True).stdout
    kept = Path(file).read_bytes()
    if printed == kept:
        return 0
    before = kept.decode(errors="replace").splitlines()
    after = printed.decode(errors="replace").splitlines()
    for line in difflib.unified_diff(before, after, file, " ".join(command), lineterm="", n=0):
        print(line)
    print(f"{file} is out of step; write the program's output there and review the difference")
    return 1


if __name__ == "__main__":
    sys.exit(main())
