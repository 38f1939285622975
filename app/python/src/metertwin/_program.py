# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program metertwin-cli: where it is, and calling it for a while."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from metertwin._errors import ProgramNotFound, TwinError
from metertwin._values import plain

Path = Union[str, "os.PathLike[str]"]

NAME = "metertwin-cli"
VARIABLE = "METERTWIN_CLI"


def find_program(program: Optional[Path] = None) -> str:
    """The program's path: what is given, else $METERTWIN_CLI, else the one in the PATH."""
    wanted = os.fspath(program) if program else os.environ.get(VARIABLE) or NAME
    found = shutil.which(wanted)
    if found is None:
        raise ProgramNotFound(
            f"there is no program '{wanted}'; install the package metertwin-cli, or name it: "
            f"Twin(program=...), --metertwin-program, or the variable {VARIABLE}"
        )
    return os.path.abspath(found)


def call(
    program: str, arguments: Sequence[str], timeout_s: float
) -> "subprocess.CompletedProcess[str]":
    """Runs the program to its end; its status is the caller's to judge."""
    try:
        return subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired as expired:
        raise TwinError(
            f"{NAME} {' '.join(arguments)} has not ended within {timeout_s:g} s"
        ) from expired


def json_of(program: str, arguments: Sequence[str], timeout_s: float) -> Dict[str, Any]:
    """What the program prints as JSON; without one its stderr is the error."""
    done = call(program, arguments, timeout_s)
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise TwinError(
            f"{NAME} {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr.strip()}"
        ) from None
    return told if isinstance(told, dict) else {"value": told}


def scenario_text(scenario: Mapping[str, Any]) -> str:
    """A scenario of Python's maps and lists as text; JSON is YAML, too."""
    whole = {"metertwin": 1, "name": "from Python", **plain(scenario)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
