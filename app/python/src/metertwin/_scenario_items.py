# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files as tests: each expectation of a file is an item of pytest."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

import pytest

from metertwin._errors import TwinError
from metertwin._program import call, find_program, json_of

TIMEOUT_S = 3600.0
WRONG = 2  # The exit status for a call or a file that is wrong.

# Keys of the outermost map, in both ways that YAML has to write one.
_FORMAT = re.compile(r"""^(\{\s*)?["']?metertwin["']?\s*:""", re.MULTILINE)
_WHOLE = re.compile(r"""(^|^\s*[{,]\s*|,\s*)["']?(name|extends)["']?\s*:""", re.MULTILINE)
_MOMENT = re.compile(r"^(at|from|to|by) ")


def is_scenario(path: Path) -> bool:
    """Told by its first key; a base for others, which has no name, is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(_FORMAT.search(text)) and bool(_WHOLE.search(text))


def title(index: int, text: str) -> str:
    """What is judged, and when: "expect[3] register voltage_bn at 12 s"."""
    parts = text.split(", ")
    moments = []
    while parts and _MOMENT.match(parts[0]):
        moments.append(parts.pop(0))
    subject = parts[0] if parts else text
    return " ".join([f"expect[{index}]", subject, *moments]).replace("::", ":")


class ExpectationFailed(Exception):
    """The text is a line of the report."""


class ScenarioFile(pytest.File):
    """One file. It is played once, when its first item is run."""

    def __init__(self, *, program: Optional[str] = None, **more: Any) -> None:
        super().__init__(**more)
        self.program = program
        self._played: Optional[Dict[str, Any]] = None

    def collect(self) -> Iterator[pytest.Item]:
        """An item for each expectation; one for a file without."""
        told = self._check()
        if not told["ok"]:
            raise self.CollectError("\n".join(told["mistakes"]))
        expectations = told["expectations"]
        for index, one in enumerate(expectations):
            yield ScenarioItem.from_parent(
                self, name=title(index, one["text"]), index=index, line=int(one["line"])
            )
        if not expectations:
            yield ScenarioItem.from_parent(self, name="plays", index=None, line=1)

    def _check(self) -> Dict[str, Any]:
        try:
            program = find_program(self.program)
            told = json_of(program, ["check", str(self.path), "--format", "json"], TIMEOUT_S)
        except TwinError as error:
            raise self.CollectError(str(error)) from error
        files: List[Dict[str, Any]] = told["files"]
        return files[0]

    def play(self) -> Dict[str, Any]:
        """The report of the run."""
        if self._played is None:
            with tempfile.TemporaryDirectory(prefix="metertwin-") as folder:
                report = Path(folder) / "report.json"
                done = call(
                    find_program(self.program),
                    ["run", str(self.path), "--report", f"json={report}"],
                    TIMEOUT_S,
                )
                if done.returncode == WRONG or not report.exists():
                    raise ExpectationFailed(done.stderr.strip() or done.stdout.strip())
                whole = json.loads(report.read_text(encoding="utf-8"))
            self._played = whole["scenarios"][0]
        return self._played


class ScenarioItem(pytest.Item):
    """One expectation."""

    def __init__(self, *, index: Optional[int], line: int, **more: Any) -> None:
        super().__init__(**more)
        self.index = index
        self.line = line

    def runtest(self) -> None:
        """Held or failed, as the report says."""
        parent = self.parent
        assert isinstance(parent, ScenarioFile)
        run = parent.play()
        if run["error"]:
            raise ExpectationFailed(run["error"])
        if self.index is None:
            return
        one = run["expectations"][self.index]
        if not one["held"]:
            place = f"{one['file']}:{one['line']}:{one['column']}"
            raise ExpectationFailed(
                f"{place}: failed at {one['at_s']:g} s: {one['text']}: seen {one['seen']}"
            )

    def repr_failure(
        self, excinfo: "pytest.ExceptionInfo[BaseException]", style: Any = None
    ) -> Any:
        """The line of the report, without Python's own."""
        if isinstance(excinfo.value, (ExpectationFailed, TwinError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> Tuple[Union["Path", str], Optional[int], str]:
        """Where the expectation stands in its file."""
        return self.path, self.line - 1, self.name
