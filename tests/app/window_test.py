#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`metertwin` off-screen: it opens whatever is wrong with scenario, port or file, says so, and
prints the endpoints that it really has, then `ready`.

The path of the program is in METERTWIN.
"""

import os
import re
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

WINDOW = os.environ["METERTWIN"]
LIMIT_S = 60


class Window(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def call(self, *arguments):
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(self.folder),
                           XDG_CONFIG_HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder))
        return subprocess.run([WINDOW, "--for", "300 ms", *arguments], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=LIMIT_S, check=False, cwd=self.folder, env=environment)

    def opened(self, *arguments):
        done = self.call(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.endswith("ready\n"), done.stdout)
        self.assertNotIn("metertwin-cli", done.stderr)
        return done

    def test_what_is_asked_for_is_printed(self):
        done = self.opened("--tcp", "127.0.0.1:0")
        self.assertRegex(done.stdout, r"^modbus-tcp 127\.0\.0\.1:[1-9]\d*\nready\n$")

    def test_a_port_that_is_taken_gives_way_to_the_next_free_one(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            done = self.opened("--tcp", f"127.0.0.1:{port}")
        printed = re.match(r"modbus-tcp 127\.0\.0\.1:(\d+)\n", done.stdout)
        self.assertTrue(printed, done.stdout)
        self.assertNotEqual(int(printed[1]), port)
        self.assertIn(str(port), done.stderr)
        self.assertIn("next free port", done.stderr)

    def test_a_scenario_with_mistakes_opens_the_window_with_the_default_one(self):
        path = self.folder / "broken.yaml"
        path.write_text("metertwin: 1\nmetre: {}\n", encoding="utf-8")
        done = self.opened("--tcp", "127.0.0.1:0", str(path))
        self.assertIn("broken.yaml:2:", done.stderr)

    def test_a_file_that_is_not_there_opens_the_window_too(self):
        done = self.opened("--tcp", "127.0.0.1:0", "missing.yaml")
        self.assertIn("missing.yaml", done.stderr)
        done = self.opened("--tcp", "127.0.0.1:0", "missing.zip")
        self.assertIn("missing.zip", done.stderr)

    def test_a_recording_by_itself_is_played(self):
        path = self.folder / "wave.csv"
        rows = ["time_s,va,vb,vc,ia,ib,ic"]
        rows += [f"{i / 2520:.6f},{100 if i % 42 < 21 else -100},0,0,0,0,0" for i in range(2520)]
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        done = self.opened("--tcp", "127.0.0.1:0", str(path))
        self.assertNotIn("metertwin:", done.stderr)

    def test_a_mistake_of_the_call_still_ends_with_2(self):
        done = self.call("--speed", "-1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--speed", done.stderr)


if __name__ == "__main__":
    unittest.main()
