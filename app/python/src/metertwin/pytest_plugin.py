# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plugin for pytest: fixtures, markers, options, and scenario files as tests.

pytest finds it by its entry point. A twin a test, on free ports, in a process of its own: tests
do not see each other, and run side by side under pytest-xdist.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import (
    Any,
    Callable,
    Dict,
    Generator,
    Iterator,
    List,
    Optional,
    Sequence,
    TypeVar,
    Union,
)

import pytest

from metertwin import _keep
from metertwin._errors import TwinDied
from metertwin._scenario_items import ScenarioFile, is_scenario
from metertwin._twin import Scenario, Twin

TWINS = pytest.StashKey[List[Twin]]()
TOLD = pytest.StashKey[bool]()
MARKER = "metertwin"
PARAMETERS = ("scenario", "meters", "options", "speed")
KEEP_FOLDER = "metertwin-failures"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options and the keys of pytest.ini or pyproject.toml."""
    group = parser.getgroup("metertwin", "the digital twin of a power meter")
    group.addoption("--metertwin-program", metavar="PATH", help="the program metertwin-cli")
    group.addoption(
        "--metertwin-scenario", metavar="FILE", help="what twins play where a test says nothing"
    )
    group.addoption(
        "--metertwin-speed",
        metavar="N",
        help='meter seconds per second, or "paused": time passes by step() only',
    )
    group.addoption(
        "--metertwin-keep",
        metavar="FOLDER",
        nargs="?",
        const=KEEP_FOLDER,
        help=f"keep what repeats a failure there (default {KEEP_FOLDER})",
    )
    parser.addini("metertwin_program", "the program metertwin-cli")
    parser.addini("metertwin_scenario", "the scenario of twins, relative to this file")
    parser.addini("metertwin_speed", 'meter seconds per second, or "paused"')


def pytest_configure(config: pytest.Config) -> None:
    """Tells pytest of the marker."""
    config.addinivalue_line(
        "markers",
        "metertwin(scenario=None, meters=1, options=(), speed=None): the twin of this test",
    )


class Factory:
    """Makes twins for one test, by its marker, the command line and the configuration."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self._request = request
        self._twins: List[Twin] = []
        request.node.stash[TWINS] = self._twins

    def __call__(
        self,
        scenario: Union[Scenario, Sequence[Scenario], None] = None,
        meters: int = 1,
        options: Sequence[str] = (),
        speed: Union[float, str, None] = None,
        **more: Any,
    ) -> Twin:
        """A twin that ends with the test; more goes to Twin."""
        config = self._request.config
        chosen = self._configured_scenario() if scenario is None else self._found(scenario)
        pace = speed
        if pace is None:
            pace = config.getoption("metertwin_speed") or config.getini("metertwin_speed") or 1
        more.setdefault("program", program_of(config))
        twin = Twin(chosen, meters=meters, options=options, speed=pace, **more)
        self._twins.append(twin)
        return twin

    def _found(self, scenario: Any) -> Any:
        if isinstance(scenario, (list, tuple)):
            return [self._found(one) for one in scenario]
        if not isinstance(scenario, (str, os.PathLike)):
            return scenario
        name = os.fspath(scenario)
        if "\n" in name or os.path.isabs(name):
            return name
        for folder in (self._request.path.parent, self._request.config.rootpath, Path.cwd()):
            if (folder / name).exists():
                return str(folder / name)
        return name  # The program says best what is wrong with it.

    def _configured_scenario(self) -> Optional[str]:
        config = self._request.config
        option = config.getoption("metertwin_scenario")
        if option:
            return str(config.invocation_params.dir / option)
        ini = config.getini("metertwin_scenario")
        if not ini:
            return None
        folder = config.inipath.parent if config.inipath else config.rootpath
        return str(folder / str(ini))

    def close(self) -> None:
        """Ends them all; one that had died fails the test, unless it has failed of it."""
        deaths = []
        kept = []
        item = self._request.node
        is_told = item.stash.get(TOLD, False)
        if not is_told and any(twin.death() for twin in self._twins):
            kept = keep_failure(item)
        while self._twins:
            try:
                self._twins.pop().close()
            except TwinDied as death:
                deaths.append(str(death))
        if deaths and not is_told:
            pytest.fail("\n".join([*deaths, *kept]), pytrace=False)


def program_of(config: pytest.Config) -> Optional[str]:
    """Which metertwin-cli is meant; None: the one that Twin finds."""
    option = config.getoption("metertwin_program")
    if option:
        return str(option)
    ini = str(config.getini("metertwin_program") or "")
    if not ini or os.path.sep not in ini:
        return ini or None
    folder = config.inipath.parent if config.inipath else config.rootpath
    return str(folder / ini)


@pytest.fixture
def metertwin_factory(request: pytest.FixtureRequest) -> Iterator[Factory]:
    """metertwin_factory(scenario=..., meters=..., options=..., speed=...): twins for this test."""
    factory = Factory(request)
    yield factory
    factory.close()


@pytest.fixture
def metertwin(request: pytest.FixtureRequest, metertwin_factory: Factory) -> Twin:
    """A fresh twin on free ports, ended after the test; see the marker metertwin."""
    chosen: Dict[str, Any] = {}
    for mark in reversed(list(request.node.iter_markers(MARKER))):  # The nearest one wins.
        unknown = [name for name in mark.kwargs if name not in PARAMETERS]
        if unknown or len(mark.args) > len(PARAMETERS):
            pytest.fail(
                f"the marker metertwin has no {', '.join(unknown) or 'so many parameters'}; "
                f"it takes {', '.join(PARAMETERS)}",
                pytrace=False,
            )
        chosen.update(zip(PARAMETERS, mark.args))
        chosen.update(mark.kwargs)
    return metertwin_factory(**chosen)


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Optional[pytest.Collector]:
    """A scenario is a file of tests: each expectation is one."""
    if file_path.suffix in (".yaml", ".yml") and is_scenario(file_path):
        file: pytest.Collector = ScenarioFile.from_parent(
            parent, path=file_path, program=program_of(parent.config)
        )
        return file
    return None


def keep_failure(item: pytest.Item) -> List[str]:
    """Keeps what repeats the failure of a test, if that is wanted, and tells where."""
    folder = item.config.getoption("metertwin_keep")
    return _keep.keep(item, item.config.invocation_params.dir / folder) if folder else []


# pluggy 1.0 has no types: what its decorator returns is told here, and holds with later ones.
Hook = TypeVar("Hook", bound=Callable[..., Any])
around_hook: Callable[[Hook], Hook] = pytest.hookimpl(hookwrapper=True)


@around_hook
def pytest_runtest_makereport(
    item: pytest.Item, call: "pytest.CallInfo[None]"
) -> Generator[None, Any, None]:
    """A failure is told with what the twins said, and kept if that is wanted."""
    outcome = yield
    report = outcome.get_result()
    if not report.failed:
        return
    twins: List[Twin] = item.stash[TWINS] if TWINS in item.stash else []
    for index, twin in enumerate(twins):
        death = twin.death()
        if death:
            item.stash[TOLD] = True
        said = death or twin.log
        if said:
            report.sections.append((f"metertwin {index + 1}", said))
    report.sections.extend(("metertwin keeps", text) for text in keep_failure(item))
