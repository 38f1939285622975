# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin: a served meter, or a line of them, and everything that can be done to it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import weakref
from pathlib import Path
from types import TracebackType
from typing import Any, Dict, List, Mapping, Optional, Sequence, Type, Union

from metertwin._client import ControlClient, Disconnected
from metertwin._errors import TwinDied, TwinError
from metertwin._methods import ControlMethods
from metertwin._process import Endpoint, ServeProcess
from metertwin._program import Path as AnyPath
from metertwin._program import call, find_program, json_of, scenario_text
from metertwin._values import Result
from metertwin._views import Judgement, Registers, World

Scenario = Union[AnyPath, Mapping[str, Any]]
"""A file, the text of one (it has several lines), or its keys as a map."""

LIFETIME = "12 h"
ENDPOINTS = {
    "--tcp": "127.0.0.1:0",
    "--rtu-tcp": "127.0.0.1:0",
    "--rfc2217": "127.0.0.1:0",
    "--pty": "{folder}/line",
}
MEASURES_WITHIN_S = 3
TRACE_SETTLES_S = 0.15  # The program writes its trace every 50 ms,
LOG_SETTLES_S = 0.5  # and what it has to say every 250 ms.


class Meter(ControlMethods):
    """One meter of a twin. What is asked for goes to this one, whatever its place on the line."""

    def __init__(self, twin: Twin, unit: Optional[int]) -> None:
        self._twin = twin
        self._unit = unit

    def _call(self, method: str, params: Dict[str, Any]) -> Result:
        if self._unit is not None and method in self._twin.methods_of_one_meter:
            params = {"unit": self._unit, **params}
        return self._twin.request(method, params)

    @property
    def unit(self) -> int:
        """Its Modbus address, as it is set now."""
        return int(self.status()["unit"])

    @property
    def serial(self) -> str:
        """Its serial number, eight hexadecimal digits."""
        return str(self.status()["serial"])

    @property
    def time(self) -> float:
        """The meter's time in seconds since it was switched on."""
        return float(self.status()["time"])

    @property
    def registers(self) -> Registers:
        """Its registers by name or number: registers["voltage_an"]."""
        return Registers(self)

    @property
    def world(self) -> World:
        """What is wired to it, by dotted keys: world["source.voltage.B"]."""
        return World(self)

    @property
    def host(self) -> str:
        """Where its ports on TCP are."""
        return self._twin.endpoint("modbus-tcp").host

    @property
    def tcp_port(self) -> int:
        """Its port for Modbus TCP."""
        return self._twin.endpoint("modbus-tcp").port

    @property
    def rtu_tcp_port(self) -> int:
        """Its port for RTU frames over TCP."""
        return self._twin.endpoint("modbus-rtu-tcp").port

    @property
    def rfc2217_port(self) -> int:
        """Its serial port over TCP, with baud rate and parity (rfc2217://host:port)."""
        return self._twin.endpoint("modbus-rtu-rfc2217").port

    @property
    def pty(self) -> str:
        """The path of its virtual serial port."""
        return self._twin.endpoint("modbus-rtu").address

    def __repr__(self) -> str:
        return f"<meter {self._unit} of {self._twin!r}>"


class Twin(Meter):
    """A live twin on free ports of this machine; ends with its context, or by close().

    scenario: a file, the text of one, or a map of its keys; a list of them is a line of meters;
        None: the meter that the program has built in
    meters: so many meters of that scenario, by their addresses
    speed: meter seconds per second; "paused": time stands still but for step()
    options: further options of `metertwin-cli serve`; an endpoint among them replaces our own
    program: the path of metertwin-cli; else $METERTWIN_CLI, else the one in the PATH
    measuring: let the first second pass before masters may ask, as meters are silent until then
    timeout_s: how long an answer may take
    lifetime: the program ends after that, should this process die without ending it

    The object is the line's first meter as well; meter(unit) gives the others.
    """

    def __init__(
        self,
        scenario: Union[Scenario, Sequence[Scenario], None] = None,
        *,
        meters: int = 1,
        speed: Union[float, str] = 1,
        options: Sequence[str] = (),
        program: Optional[AnyPath] = None,
        measuring: bool = True,
        timeout_s: float = 600.0,
        lifetime: str = LIFETIME,
    ) -> None:
        super().__init__(self, None)
        self.program = find_program(program)
        self._timeout_s = timeout_s
        # Not in a folder of the test's: the path of a socket has at most 107 bytes.
        self._folder = tempfile.mkdtemp(prefix="metertwin-")
        self._finalizer = weakref.finalize(self, shutil.rmtree, self._folder, True)
        self._client: Optional[ControlClient] = None
        self._serve: Optional[ServeProcess] = None
        try:
            self._start(self._command(scenario, meters, list(options), lifetime), speed)
            if measuring:
                self._wait_until_measuring()
        except BaseException:
            self.close()
            raise

    def _command(
        self,
        scenario: Union[Scenario, Sequence[Scenario], None],
        meters: int,
        options: List[str],
        lifetime: str,
    ) -> List[str]:
        several = isinstance(scenario, (list, tuple))
        scenarios: List[Any] = list(scenario) if several else [scenario]  # type: ignore[arg-type]
        command = [self.program, "serve", "--control", f"{self._folder}/control"]
        command += ["--for", lifetime]
        named = {option.partition("=")[0] for option in options}
        if not named & (set(ENDPOINTS) | {"--serial"}):
            for option, address in ENDPOINTS.items():
                command += [option, address.format(folder=self._folder)]
        if "--trace" not in named:
            command += ["--trace", f"{self._folder}/traffic.txt"]
        if meters != 1:
            command += ["--meters", str(meters)]
        files = [self._file(one, index) for index, one in enumerate(scenarios) if one is not None]
        return [*command, *options, *files]

    def _file(self, scenario: Scenario, index: int) -> str:
        path = Path(self._folder) / f"scenario-{index + 1}.yaml"
        if isinstance(scenario, Mapping):
            path.write_text(scenario_text(scenario), encoding="utf-8")
            return str(path)
        name = os.fspath(scenario)
        if "\n" in name:
            path.write_text(name, encoding="utf-8")
            return str(path)
        return name

    def _start(self, command: List[str], speed: Union[float, str]) -> None:
        is_paused = isinstance(speed, str) and speed.strip().lower() == "paused"
        if not is_paused:
            command = [*command, "--speed", f"{float(speed):g}"]
        log = Path(self._folder) / "stderr.txt"
        self._serve = ServeProcess(command, log, min(60.0, self._timeout_s))
        self._client = ControlClient(
            f"{self._folder}/control",
            timeout_s=self._timeout_s,
            is_alive=lambda: self._serve is not None and self._serve.status is None,
        )
        told = self.request("help", {})["methods"]
        self._of_one_meter = frozenset(
            str(method["name"])
            for method in told
            if any(param["name"] == "unit" for param in method["params"])
        )
        if is_paused:
            self.pause()

    def _wait_until_measuring(self) -> None:
        for _ in range(MEASURES_WITHIN_S):  # One without control power never does.
            if self.status()["measuring"]:
                return
            self.step("1 s")

    def request(self, method: str, params: Mapping[str, Any]) -> Result:
        """Sends a request to the control socket by its name and returns the result."""
        if self._client is None or self._serve is None:
            raise TwinError("this twin has been closed")
        try:
            return self._client.call(method, params)
        except Disconnected as error:
            raise TwinDied(self._serve.death()) from error

    def _call(self, method: str, params: Dict[str, Any]) -> Result:
        return self.request(method, params)

    @property
    def methods_of_one_meter(self) -> "frozenset[str]":
        """The methods that take `unit`."""
        return self._of_one_meter

    @property
    def units(self) -> List[int]:
        """The Modbus addresses of its meters."""
        return [int(unit) for unit in self.status()["units"]]

    def meter(self, unit: int) -> Meter:
        """The meter with this Modbus address."""
        if unit not in self.units:
            raise KeyError(f"there is no meter with the address {unit}; there are {self.units}")
        return Meter(self, unit)

    @property
    def endpoints(self) -> List[Endpoint]:
        """Where masters connect, in the program's order."""
        return list(self._serve.endpoints) if self._serve else []

    def endpoint(self, kind: str) -> Endpoint:
        """The first one of a kind, such as "modbus-tcp"."""
        for one in self.endpoints:
            if one.kind == kind:
                return one
        kinds = ", ".join(one.kind for one in self.endpoints) or "none"
        raise TwinError(f"this twin has no endpoint {kind}; it has {kinds}")

    @property
    def log(self) -> str:
        """What the program said on stderr: masters with a wrong baud rate, and the like."""
        if self._serve is None:
            return ""
        if self._serve.status is None:
            self._settle(Path(self._folder) / "stderr.txt", LOG_SETTLES_S)
        return self._serve.log

    @property
    def traffic(self) -> str:
        """The frames that went over its endpoints, one a line; for people and for judge."""
        path = self._trace()
        self._settle(path, TRACE_SETTLES_S)
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    @property
    def judge(self) -> Judgement:
        """What the meters find about the masters that read them, until now."""
        path = self._trace()
        self._settle(path, TRACE_SETTLES_S)
        told = json_of(self.program, ["judge", str(path), "--format", "json"], self._timeout_s)
        return Judgement.of(told)

    def record_bundle(self, file: AnyPath, *, unit: Optional[int] = None) -> None:
        """Packs all that repeats what was done to a meter since it was switched on.

        `metertwin-cli replay-bundle FILE --verify` plays it on any machine, byte for byte. Of
        several meters the first one is meant, or the one with the address `unit`.
        """
        if self._serve is None or self._client is None:
            raise TwinError("this twin has been closed")
        words = [] if unit is None else [f"unit={unit}"]
        control = f"{self._folder}/control"
        done = call(
            self.program,
            ["ctl", control, "record", *words, "--bundle", os.fspath(file)],
            self._timeout_s,
        )
        if done.returncode != 0:
            raise TwinError(done.stderr.strip() or f"the bundle failed with {done.returncode}")

    def _trace(self) -> Path:
        return Path(self._folder) / "traffic.txt"

    @staticmethod
    def _settle(path: Path, settles_s: float) -> None:
        """What was said a moment ago is in the file when it has stopped growing."""
        size, changed = -1, time.monotonic()
        while time.monotonic() - changed < settles_s:
            now = path.stat().st_size if path.exists() else 0
            if now != size:
                size, changed = now, time.monotonic()
            time.sleep(settles_s / 10)

    @property
    def exit_status(self) -> Optional[int]:
        """How the program ended; None: it runs."""
        return self._serve.status if self._serve else None

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        if self._serve is None:
            raise TwinError("this twin has not been started")
        return self._serve.pid

    @property
    def command(self) -> List[str]:
        """The call that started the program."""
        return list(self._serve.command) if self._serve else []

    def death(self) -> Optional[str]:
        """How the program ended by itself, with its last words; None: it runs."""
        if self._serve is None or self._client is None or self._serve.status is None:
            return None
        return self._serve.death()

    def close(self) -> None:
        """Ends the twin. Says TwinDied if it had ended before by itself, or ends in error."""
        client, self._client = self._client, None
        if client is None:
            if self._serve is not None:
                self._serve.end()
            self._finalizer()
            return
        client.close()
        serve = self._serve
        if serve is None:
            return
        died = serve.status is not None
        status = serve.end()
        text = serve.death() if died or status != 0 else None
        self._finalizer()
        if text is not None:
            raise TwinDied(text)

    def __enter__(self) -> Twin:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        try:
            self.close()
        except TwinDied:
            if error is None:  # Else the test's own error tells more.
                raise

    def __repr__(self) -> str:
        places = ", ".join(f"{one.kind} {one.address}" for one in self.endpoints)
        return f"<metertwin {places or 'closed'}>"
