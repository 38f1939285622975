#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written: never over what is read, never through a link, never into a pipe or device."""

import os
import unittest
from pathlib import Path

from program import STEADY, ProgramTest, Served

SHORT = STEADY.replace("5 s", "2 s")


class Outputs(ProgramTest):

    def socket(self):
        return str(self.folder / "twin")

    def assert_kept(self, path, text):
        self.assertEqual(Path(path).read_text(encoding="utf-8"), text)

    def test_no_output_takes_the_place_of_an_input(self):
        base = self.write("base.yaml", SHORT)
        text = "metertwin: 1\nname: x\nextends: base.yaml\n"
        scenario = self.write("a.yaml", text)
        os.link(scenario, self.folder / "other-name.yaml")
        for option in ["--record=", "--report=html=", "--report=json=", "--bundle="]:
            for name in ["a.yaml", "./a.yaml", scenario, "other-name.yaml", "base.yaml"]:
                self.assertIn("lost", self.refuse("run", scenario, option + name))
        self.assert_kept(scenario, text)
        self.assert_kept(base, SHORT)
        self.assertEqual(len(os.listdir(self.folder)), 3)

    def test_no_two_outputs_are_one_file(self):
        scenario = self.write("a.yaml", SHORT)
        os.mkdir(self.folder / "d")
        for first, second in [("--report=html=q", "--report=json=./q"),
                              ("--record=q", "--report=json=d/../q"),
                              ("--waveforms=q.csv", "--record=./q.csv"),
                              ("--waveforms=q.cfg", "--record=q.dat"),
                              ("--bundle=q", "--record=./q")]:
            self.refuse("run", scenario, first, second)
        self.refuse("typetest", "--report=html=q", "--report=csv=./q")
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.yaml", "d"])

    def test_links_pipes_and_devices_are_no_files(self):
        scenario = self.write("a.yaml", SHORT)
        precious = self.write("precious", "precious")
        os.symlink(precious, self.folder / "link")
        os.mkfifo(self.folder / "pipe")
        for target, what in [("link", "link"), ("pipe", "pipe"), ("/dev/full", "device"),
                             ("/dev/null", "device"), (".", "folder")]:
            for option in ["--record=", "--report=html=", "--bundle="]:
                self.assertIn(what, self.refuse("run", scenario, option + target))
        with Served("--tcp", "127.0.0.1:0", "--control", self.socket(), scenario) as twin:
            for target in ["link", "pipe", "/dev/full"]:
                self.refuse("ctl", self.socket(), "record", str(self.folder / target), status=1)
            twin.end()
        self.assert_kept(precious, "precious")
        self.assertTrue(os.path.islink(self.folder / "link"))


if __name__ == "__main__":
    unittest.main()
