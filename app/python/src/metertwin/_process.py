# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running `metertwin-cli serve`: from its start by its line `ready` to its end."""

from __future__ import annotations

import dataclasses
import queue
import subprocess
import threading
import time
from pathlib import Path
from typing import List, Optional, Sequence

from metertwin._errors import StartRefused
from metertwin._values import host_and_port

READY = "ready"
TAIL_LINES = 40


@dataclasses.dataclass(frozen=True)
class Endpoint:
    """Where masters connect, as the program printed it."""

    kind: str
    """modbus-tcp, modbus-rtu, modbus-rtu-tcp or modbus-rtu-rfc2217."""
    address: str
    """HOST:PORT, or the path of a serial port."""

    @property
    def host(self) -> str:
        """Of an endpoint on TCP."""
        return host_and_port(self.address)[0]

    @property
    def port(self) -> int:
        """Of an endpoint on TCP."""
        return host_and_port(self.address)[1]


class ServeProcess:
    """The program and what it prints; its stderr is kept in a file."""

    def __init__(self, command: Sequence[str], log: Path, timeout_s: float) -> None:
        self.command = list(command)
        self.endpoints: List[Endpoint] = []
        self._log = log
        self._said = ""
        self._lines: "queue.Queue[Optional[str]]" = queue.Queue()
        with open(log, "wb") as errors:
            self._process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
                errors="replace",
            )
        # A pipe that nobody fetches would stop the program one day.
        self._reader = threading.Thread(target=self._fetch, name="metertwin", daemon=True)
        self._reader.start()
        self._wait_until_ready(timeout_s)

    def _fetch(self) -> None:
        stdout = self._process.stdout
        if stdout is not None:
            with stdout:
                for line in stdout:
                    self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def _wait_until_ready(self, timeout_s: float) -> None:
        end = time.monotonic() + timeout_s
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                self.kill()
                raise StartRefused(f"the twin was not ready within {timeout_s:g} s") from None
            if line is None:
                status = self._process.wait()
                raise StartRefused(f"the twin ended with {status} before it was ready\n{self.log}")
            if line == READY:
                return
            words = line.split()
            if len(words) >= 2:
                self.endpoints.append(Endpoint(words[0], words[1]))

    @property
    def status(self) -> Optional[int]:
        """How it ended; None: it runs."""
        return self._process.poll()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def log(self) -> str:
        """What came on stderr so far."""
        try:
            self._said = self._log.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            pass  # The folder goes with the twin; what was said stays.
        return self._said

    def death(self) -> str:
        """For the error of somebody who needed it: how it ended, and its last words."""
        try:
            status: Optional[int] = self._process.wait(timeout=5.0)  # It may be at it just now.
        except subprocess.TimeoutExpired:
            status = None
        how = "hung up" if status is None else f"ended with {status}"
        if status is not None and status < 0:
            how = f"was ended by signal {-status}"
        said = "\n".join(self.log.splitlines()[-TAIL_LINES:]) or "(nothing on stderr)"
        return f"the twin {how}; it said:\n{said}"

    def end(self, timeout_s: float = 20.0) -> int:
        """Ends it, its memory saved, and returns its status."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=timeout_s)
            except subprocess.TimeoutExpired:
                self.kill()
        self._reader.join(timeout=5.0)
        status = self._process.wait()
        _ = self.log  # Before its file goes.
        return status

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()
        self._process.wait()
