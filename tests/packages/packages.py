# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the packages share: making them, and tools that may be missing."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = os.environ.get("METERTWIN_BUILD", "")
CPACK = os.environ.get("METERTWIN_CPACK", "cpack")
SKIPPED = 77


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def need(*tools):
    for tool in tools:
        if shutil.which(tool, path=os.environ["PATH"] + ":/usr/sbin:/sbin") is None:
            skip(f"no {tool}")


def run(*command, **more):
    done = subprocess.run([str(one) for one in command], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **more)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n"
                             f"{done.stdout[-6000:]}")
    return done.stdout


def make(generators):
    """A folder with the packages of the build tree."""
    folder = tempfile.mkdtemp(prefix="metertwin-packages-")
    run(CPACK, "-G", generators, "-B", folder, cwd=BUILD)
    return Path(folder)
