#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The container image: built without a registry, small, not root, read-only, its state kept."""

import json
import subprocess
import sys
import unittest

from containers import PROGRAM, Podman, read, wait_for

SIZE_MAX = 15_000_000
PORT = 15602
ADDRESS = f"127.0.0.1:{PORT}"


class Image(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.podman = Podman().__enter__()
        cls.addClassCleanup(cls.podman.clear)

    def serve(self, name, *words):
        self.podman.call("run", "-d", "--name", name, "--read-only", "--cap-drop", "all",
                         "-v", "state:/state", "-p", f"{ADDRESS}:1502", "metertwin", *words)
        self.addCleanup(self.podman.tried, "podman", "rm", "-f", "-t", "2", name)

    def test_it_is_small_and_not_of_root(self):
        told = json.loads(self.podman.call("image", "inspect", "metertwin"))[0]
        self.assertLessEqual(told["Size"], SIZE_MAX)
        self.assertEqual(told["User"], "65532:65532")
        self.assertEqual(list(told["Config"]["Volumes"]), ["/state"])
        self.assertEqual(told["Labels"] or {}, {"io.buildah.version":
                                                (told["Labels"] or {}).get("io.buildah.version")})

    def test_it_is_the_program(self):
        own = subprocess.run([PROGRAM, "--version"], stdout=subprocess.PIPE, text=True,
                             check=True).stdout
        self.assertEqual(self.podman.call("run", "--rm", "metertwin", "--version"), own)
        told = self.podman.call("run", "--rm", "--read-only", "metertwin", "serve", "--for", "1 s")
        self.assertIn("modbus-tcp 127.0.0.1:1502\n", told)
        self.assertTrue(told.endswith("ready\n"))
        told = self.podman.call("run", "--rm", "metertwin", "run",
                                "/usr/share/metertwin/scenarios/05-sag.yaml")
        self.assertIn("10 of 10 expectations held", told)

    def test_its_state_outlives_it(self):
        self.serve("first")
        wait_for(lambda: read(ADDRESS, "frequency"), "the first meter")
        subprocess.run([PROGRAM, "write", "--tcp", ADDRESS, "demand_subintervals=3"], check=True,
                       stdout=subprocess.DEVNULL)
        self.assertIn("metertwin", self.podman.call("top", "first", "user"))
        self.podman.call("stop", "-t", "10", "first")
        code = self.podman.call("inspect", "first", "--format", "{{.State.ExitCode}}").strip()
        self.assertEqual(code, "0")  # It was ended by SIGTERM and saved what it must.
        self.podman.call("rm", "first")
        self.serve("second")
        told = wait_for(lambda: read(ADDRESS, "demand_subintervals"), "the second meter")
        self.assertIn(",3,", told)

    def test_nothing_else_can_be_written(self):
        done = self.podman.tried("podman", "run", "--rm", "--read-only", "metertwin", "run",
                                 "/usr/share/metertwin/scenarios/05-sag.yaml", "--record",
                                 "/usr/share/metertwin/r.csv")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("cannot be written", done.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
