#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A test of something that reads the meter, with nothing but Python's standard library.

Starts a twin, steers it through its control socket (JSON-RPC 2.0, one object a line), checks
what a master reads, and says by the exit status how it went.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile

CLI = os.environ.get("METERTWIN_CLI", "metertwin-cli")


class Twin:
    """A running twin and a connection to its control socket."""

    def __init__(self, folder):
        path = os.path.join(folder, "twin")
        self.process = subprocess.Popen(
            [CLI, "serve", "--tcp", "127.0.0.1:0", "--control", path],
            stdout=subprocess.PIPE, text=True)
        self.endpoints = {}
        for line in self.process.stdout:
            if line == "ready\n":
                break
            kind, address = line.split()[:2]
            self.endpoints[kind] = address
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.lines = self.socket.makefile("r", encoding="utf-8")

    def call(self, method, **params):
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        self.socket.sendall(json.dumps(request).encode() + b"\n")
        answer = json.loads(self.lines.readline())
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def end(self):
        self.lines.close()
        self.socket.close()
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def check(what, seen, expected, tolerance):
    if seen is None or abs(seen - expected) > tolerance:
        sys.exit(f"FAILED: {what} is {seen}, not {expected}")
    print(f"ok: {what} is {seen}")


def test(twin):
    def read(name):
        return twin.call("read", registers=[name])["values"][name]

    twin.call("pause")                            # From here on nothing moves by itself.
    twin.call("set", **{"source.voltage": "277 V"})
    twin.call("step", **{"for": "3 s"})
    check("voltage A", read("voltage_an"), 277.0, 0.5)

    twin.call("snapshot", name="healthy")
    # Of the 276.2 V that the scenario begins with.
    twin.call("set", **{"source.voltage.B": "70 %"})
    twin.call("step", **{"for": "2 s"})
    # What you test would read the meter now, at twin.endpoints["modbus-tcp"].
    check("voltage B in the sag", read("voltage_bn"), 193.3, 0.5)

    twin.call("restore", name="healthy")          # As if it had never happened.
    check("voltage B before it", read("voltage_bn"), 277.0, 0.5)
    print("passed")


def main():
    with tempfile.TemporaryDirectory() as folder:
        twin = Twin(folder)
        try:
            test(twin)
        finally:
            twin.end()


if __name__ == "__main__":
    main()
