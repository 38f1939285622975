# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of a failed test: a bundle that one command repeats, the traffic, the log."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path
from typing import Any, List

from metertwin._errors import TwinError
from metertwin._program import call, find_program
from metertwin._scenario_items import ScenarioItem

NAME_MAX = 120
TIMEOUT_S = 600.0


def folder_name(node: str) -> str:
    """A name of a folder for a test; different tests get different ones."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", node).strip("-.")
    if plain == node and len(plain) <= NAME_MAX:
        return plain
    digest = hashlib.sha256(node.encode()).hexdigest()[:8]
    return f"{plain[:NAME_MAX]}-{digest}"


def keep(item: Any, root: Path) -> List[str]:
    """Writes the files of a failed test, and tells where they are and how to repeat it."""
    if isinstance(item, ScenarioItem):
        return [_keep_run(item, root)]
    from metertwin.pytest_plugin import TWINS

    twins = item.stash.get(TWINS, [])
    return [
        _keep_twin(twin, root / folder_name(item.nodeid), f"-{index + 1}" if index else "")
        for index, twin in enumerate(twins)
    ]


def _repeat(program: str, bundle: Path) -> str:
    words = [program, "replay-bundle", str(bundle), "--verify"]
    return f"repeat it with: {' '.join(shlex.quote(word) for word in words)}"


def _keep_twin(twin: Any, folder: Path, suffix: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    bundle = folder / f"bundle{suffix}.zip"
    told = [f"{folder}"]
    (folder / f"log{suffix}.txt").write_text(twin.death() or twin.log, encoding="utf-8")
    (folder / f"traffic{suffix}.txt").write_text(twin.traffic, encoding="utf-8")
    try:
        bundle.unlink(missing_ok=True)
        twin.record_bundle(bundle)
        told.append(_repeat(twin.program, bundle))
    except TwinError as error:
        told.append(f"there is no bundle: {error}")
    return "\n".join(told)


def _keep_run(item: ScenarioItem, root: Path) -> str:
    path = Path(str(item.path))
    folder = root / folder_name(item.nodeid.partition("::")[0])
    folder.mkdir(parents=True, exist_ok=True)
    bundle = folder / "bundle.zip"
    if bundle.exists():  # Another expectation of the same run has failed before.
        return _repeat(_program(item), bundle)
    done = call(_program(item), ["run", str(path), "--bundle", str(bundle)], TIMEOUT_S)
    if not bundle.exists():
        return f"there is no bundle: {done.stderr.strip()}"
    return f"{folder}\n{_repeat(_program(item), bundle)}"


def _program(item: ScenarioItem) -> str:
    return find_program(getattr(item.parent, "program", None))
