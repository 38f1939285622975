#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked example of docs/lessons.md is a lesson that `lesson check` finds right.

    document_test.py PROGRAM DOCUMENT
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    program, document = sys.argv[1:3]
    blocks = re.findall(r"```yaml\n(metertwin-lesson: 1\n.*?)```",
                        Path(document).read_text(encoding="utf-8"), re.S)
    if len(blocks) != 1:
        print(f"{document}: one whole lesson is expected, {len(blocks)} were found")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        lesson = Path(folder) / "example.lesson.yaml"
        lesson.write_text(blocks[0], encoding="utf-8")
        return subprocess.run([program, "lesson", "check", str(lesson)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
