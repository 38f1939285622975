# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the package share. The program's path is in METERTWIN_CLI."""

import os
import struct
import socket
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "app" / "python" / "src"
# 277 V and 200 A to the last bit, and a line that takes no time.
STEADY = {
    "name": "steady",
    "meter": {"ct": "400 A", "voltage": "480 V"},
    "line": {"pace": False},
    "source": {"frequency": "60 Hz", "voltage": "277 V"},
    "load": {"current": "200 A", "pf": "0.9 lagging"},
}


@pytest.fixture
def program():
    return os.environ["METERTWIN_CLI"]


@pytest.fixture
def paused(metertwin_factory):
    """A steady twin whose time stands still."""
    return metertwin_factory(scenario=STEADY, speed="paused")


@pytest.fixture
def project(pytester, monkeypatch):
    """A folder with tests of somebody else, who has the package and its plugin."""
    monkeypatch.setenv("PYTHONPATH", str(SOURCES))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "metertwin.pytest_plugin")
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:cacheprovider")
    return pytester


def read_registers(address, unit, register, count):
    """Function 3 over Modbus TCP, from the specification: MBAP header, then the PDU."""
    with socket.create_connection(address, 10) as connection:
        request = struct.pack(">HHHBBHH", 7, 0, 6, unit, 3, register - 1, count)
        connection.sendall(request)
        answer = b""
        while len(answer) < 9 + 2 * count:
            part = connection.recv(300)
            assert part, "hung up"
            answer += part
    assert answer[:9] == struct.pack(">HHHBBB", 7, 0, 3 + 2 * count, unit, 3, 2 * count)
    return answer[9:]
