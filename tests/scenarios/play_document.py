#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""play_document.py PROGRAM DOCUMENT MINIMUM: every yaml block of the page is a scenario that
expects something and holds; there are at least MINIMUM of them."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    program, document, minimum = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    blocks = re.findall(r"^```yaml\n(.*?)^```$", document.read_text("utf-8"), re.M | re.S)
    if len(blocks) < minimum:
        print(f"{document}: {len(blocks)} examples, at least {minimum} were there once")
        return 1
    silent = [block for block in blocks if not re.search(r"^expect:$", block, re.M)]
    for block in silent:
        print(f"{document}: an example expects nothing:\n{block}")
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, block in enumerate(blocks, 1):
            files.append(Path(folder, f"example-{number:02}.yaml"))
            files[-1].write_text(block, "utf-8")
        played = subprocess.run([program, "run", *files], check=False)
    return 1 if silent or played.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
