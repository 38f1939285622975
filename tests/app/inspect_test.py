#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings as people use them: shown by inspect, played by run."""

import json
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
        self.assertEqual(lines[2], "4800 samples/s from 0 s to 2 s, 9600 samples")
        self.assertEqual(lines[3], "fundamental 60 Hz")
        voltage, current = (line.split() for line in lines[5:7])
        self.assertEqual(voltage[1:5], ["Bus", "VA", "V", "va"])
        self.assertAlmostEqual(float(voltage[5]), 120, delta=0.05)
        self.assertEqual(current[1:5], ["Feeder", "IA", "A", "ia"])
        self.assertAlmostEqual(float(current[5]), 60, delta=0.05)

    def test_json_says_the_same_for_programs(self):
        one = json.loads(self.succeed("inspect", "--format", "json", "a.cfg"))["files"][0]
        self.assertEqual(one["stretches"], [{"start_s": 0.0, "length_s": 2.0, "rate_hz": 4800.0,
                                             "samples": 9600, "holds_wave": True}])
        self.assertAlmostEqual(one["frequency_hz"], 60, places=4)
        self.assertEqual([c["as"] for c in one["channels"]], ["va", "ia"])
        self.assertAlmostEqual(one["channels"][1]["rms"], 60, delta=0.05)
        self.assertEqual(one["warnings"], [])
        wrong = self.call("inspect", "--format", "json", "b.cfg")
        self.assertEqual(wrong.returncode, 2)
        self.assertFalse(json.loads(wrong.stdout)["files"][0]["ok"])

    def test_check_inspect_and_run_warn_of_the_same(self):
        """A quarter of a cycle is missing: 99999 by IEEE C37.111-1999."""
        lines = data().splitlines()
        for n in range(4800, 4820):
            lines[n] = f"{n + 1},,99999,{lines[n].split(',')[3]}"
        self.write("a.dat", "\n".join(lines) + "\n")
        scenario = self.write("s.yaml", SCENARIO)
        for call in (["inspect", "a.cfg"], ["check", scenario], ["run", scenario]):
            done = self.call(*call)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("`Bus VA`: 20 values are missing, from 1 s on; bridged", done.stderr)
        checked = json.loads(self.succeed("check", "--format", "json", scenario))["files"][0]
        self.assertIn("20 values are missing", checked["warnings"][0])

    def test_inspect_lists_stretches_and_proposes_one(self):
        """0.5 s at 4800 S/s, then crest values at 60 S/s."""
        self.write("a.cfg", CFG.replace("1\n4800,9600", "2\n4800,2400\n60,2460"))
        slow = "".join(f"{n + 1},,1697,424\n" for n in range(2400, 2460))
        self.write("a.dat", "".join(data().splitlines(True)[:2400]) + slow)
        text = self.succeed("inspect", "a.cfg")
        self.assertIn("60 samples/s from 0.5 s to 1.5 s, 60 samples; too slow", text)
        self.assertIn("figures from 0 s to 0.5 s, the steadiest part", text)
        self.assertIn("to loop it: start: 0 s, length: 0.5 s", text)
        self.assertIn("fundamental 60 Hz", text)

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
