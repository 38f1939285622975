# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the headless program share: calling it, and a served meter.

The path of the program is in METERTWIN_CLI. Nothing sleeps: what is waited for is a line.
"""

import os
import re
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["METERTWIN_CLI"]
LIMIT_S = 60

STEADY = """
metertwin: 1
name: steady
meter: {ct: 400 A, voltage: 480 V}
line: {pace: false}
source: {frequency: 60 Hz, voltage: 277 V}
load: {current: 200 A, pf: 0.9 lagging}
duration: 5 s
"""


class ProgramTest(unittest.TestCase):
    """A folder of its own per test, and calls with their outcome."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def call(self, *arguments):
        return subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=LIMIT_S, check=False, cwd=self.folder)

    def succeed(self, *arguments):
        done = self.call(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def refuse(self, *arguments, status=2):
        """The call must end with the status, say something on stderr, and not crash."""
        done = self.call(*arguments)
        self.assertEqual(done.returncode, status, (arguments, done.stdout, done.stderr))
        self.assertNotEqual(done.stderr, "")
        return done.stderr


class Served:
    """A running `serve`, from its line `ready` to its end; a context."""

    def __init__(self, *arguments):
        self.arguments = arguments
        self.endpoints = {}

    def __enter__(self):
        self.process = subprocess.Popen([PROGRAM, "serve", *self.arguments],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line == "ready\n":
                return self
            kind, address = line.split()[:2]
            self.endpoints[kind] = address
        self.process.wait(LIMIT_S)
        raise AssertionError("serve ended before 'ready': " + self.process.stderr.read())

    def end(self, signal_number=signal.SIGTERM):
        """Exit status and what came on stderr."""
        self.process.send_signal(signal_number)
        _, errors = self.process.communicate(timeout=LIMIT_S)
        return self.process.returncode, errors

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate(timeout=LIMIT_S)
        self.process.stdout.close()
        self.process.stderr.close()

    @property
    def tcp(self):
        return self.endpoints["modbus-tcp"]


def version():
    return re.match(r"metertwin-cli (\d+\.\d+\.\d+)", subprocess.run(
        [PROGRAM, "--version"], stdout=subprocess.PIPE, text=True, timeout=LIMIT_S,
        check=True).stdout)
