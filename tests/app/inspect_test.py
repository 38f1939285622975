#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings as people use them: shown by inspect, played by run."""

import math
import unittest

from program import ProgramTest

CFG = """Substation,relay,1999
2,2A,0D
1,Bus VA,A,,V,0.1,0,0,-32767,32767,1,1,P
2,Feeder IA,A,,A,0.01,0,0,-32767,32767,100,5,S
60
1
4800,9600
01/02/2024,10:00:00.000000
01/02/2024,10:00:00.500000
ASCII
1
"""

SCENARIO = """
metertwin: 1
name: a recording
meter: {ct: 100 A, voltage: 208 V}
replay: a.cfg
expect:
  - {at: 2 s, register: voltage_an, equals: 120 V, within: 0.1 %}
  - {at: 2 s, register: current_a, equals: 60 A, within: 0.1 %}
  - {at: 4 s, register: voltage_an, below: 0.1 V}
"""


def data():
    """120 V, and 3 A secondary of a CT of 100 to 5: 60 A."""
    lines = []
    for n in range(9600):
        wave = math.sqrt(2) * math.sin(2 * math.pi * 60 * n / 4800)
        lines.append(f"{n + 1},,{round(1200 * wave)},{round(300 * wave)}\n")
    return "".join(lines)


class Recording(ProgramTest):

    def setUp(self):
        super().setUp()
        self.write("a.cfg", CFG)
        self.write("a.dat", data())

    def test_inspect_shows_channels_rates_and_figures(self):
        lines = self.succeed("inspect", "a.cfg").splitlines()
        self.assertEqual(lines[0], "a.cfg: COMTRADE 1999 ASCII, Substation, relay")
        self.assertEqual(lines[2], "4800 samples/s from 0 s on, 9600 samples")
        self.assertEqual(lines[3], "fundamental 60 Hz")
        voltage, current = (line.split() for line in lines[5:7])
        self.assertEqual(voltage[1:5], ["Bus", "VA", "V", "va"])
        self.assertAlmostEqual(float(voltage[5]), 120, delta=0.05)
        self.assertEqual(current[1:5], ["Feeder", "IA", "A", "ia"])
        self.assertAlmostEqual(float(current[5]), 60, delta=0.05)

    def test_a_run_plays_it_and_tells_what_it_chose(self):
        done = self.call("run", self.write("s.yaml", SCENARIO))
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("va = `Bus VA`", done.stderr)
        self.assertIn("ia = `Feeder IA`", done.stderr)

    def test_mistakes_have_their_place(self):
        self.write("a.dat", "1,,5,x\n")
        self.assertIn("a.dat:1: ", self.refuse("inspect", "a.cfg"))
        self.assertIn("a.dat:1: ", self.refuse("check", self.write("s.yaml", SCENARIO)))
        self.assertIn("there is no such file", self.refuse("inspect", "b.cfg"))
        self.assertIn("neither", self.refuse("inspect", "b.doc"))
        self.write("a.dat", data())
        self.assertIn("--start", self.refuse("inspect", "--start", "3 s", "a.cfg"))
        self.assertIn("--length", self.refuse("inspect", "--length", "3 V", "a.cfg"))


if __name__ == "__main__":
    unittest.main()
