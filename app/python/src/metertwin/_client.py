# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection to the control socket of a twin: JSON-RPC 2.0, one object a line."""

from __future__ import annotations

import json
import socket
import threading
import time
from typing import Any, Callable, Dict, Mapping, Optional

from metertwin._errors import TwinError, control_error
from metertwin._values import Result

SLICE_S = 1.0  # How often somebody who waits looks whether the twin still lives.


class Disconnected(TwinError):
    """The socket was closed from the other side."""


class ControlClient:
    """Requests in their order, one after another; threads may share it."""

    def __init__(
        self, path: str, *, timeout_s: float, is_alive: Callable[[], bool] = lambda: True
    ) -> None:
        self._timeout_s = timeout_s
        self._is_alive = is_alive
        self._lock = threading.Lock()
        self._received = b""
        self._last_id = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(timeout_s)
            self._socket.connect(path)
            self._socket.settimeout(SLICE_S)
        except OSError:
            self._socket.close()
            raise

    def close(self) -> None:
        """Hangs up."""
        self._socket.close()

    def call(self, method: str, params: Optional[Mapping[str, Any]] = None) -> Result:
        """Sends a request, waits for its answer and returns the result."""
        with self._lock:
            self._last_id += 1
            wanted = self._last_id
            request = {"jsonrpc": "2.0", "id": wanted, "method": method, "params": params or {}}
            self._send(json.dumps(request, allow_nan=False).encode() + b"\n")
            answer = self._answer(method)
            while answer.get("id") not in (wanted, None):
                answer = self._answer(method)  # Of a request that somebody gave up.
        if "error" in answer:
            raise control_error(answer["error"])
        result = answer.get("result")
        return result if isinstance(result, dict) else {"value": result}

    def _send(self, line: bytes) -> None:
        try:
            self._socket.sendall(line)
        except (BrokenPipeError, ConnectionError) as error:
            raise Disconnected(str(error)) from error

    def _answer(self, method: str) -> Dict[str, Any]:
        end = time.monotonic() + self._timeout_s
        while b"\n" not in self._received:
            try:
                part = self._socket.recv(65536)
            except socket.timeout:
                if not self._is_alive():
                    raise Disconnected("the program has ended") from None
                if time.monotonic() >= end:
                    raise TwinError(
                        f"`{method}` has not been answered for {self._timeout_s:g} s; "
                        "a longer step needs Twin(timeout_s=...)"
                    ) from None
                continue
            except ConnectionError as error:
                raise Disconnected(str(error)) from error
            if not part:
                raise Disconnected("the program has closed its control socket")
            self._received += part
        line, _, self._received = self._received.partition(b"\n")
        answer = json.loads(line)
        if not isinstance(answer, dict):
            raise TwinError(f"this is no answer of a twin: {line!r}")
        return answer
