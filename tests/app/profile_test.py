#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles as people have them, seen through the meter's registers."""

import unittest

from program import ProgramTest

HEAD = """metertwin: 1
name: a profile
meter: {ct: 100 A, voltage: 400 V}
"""


class Profile(ProgramTest):

    def run_scenario(self, text):
        done = self.call("run", self.write("s.yaml", HEAD + text))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stderr

    def test_the_energy_of_each_interval_is_counted_exactly(self):
        """0.69 kWh, then 1.38 kWh in a minute each: 41.4 and 82.8 kW, 60 and 120 A at 230 V."""
        self.write("meter.csv", "Zeit;Verbrauch [kWh]\n00:00;0,69\n00:01;1,38\n00:02;0\n"
                                "00:03;0\n00:04;0\n")
        told = self.run_scenario("""source: {voltage: 230 V, frequency: 50 Hz}
load: {profile: {file: meter.csv, energy: "Verbrauch [kWh]", pf: 1}}
expect:
  - {at: 59 s, register: current_a, equals: 60 A, within: 0.01 %}
  - {at: 62 s, register: current_a, equals: 120 A, within: 0.01 %}
  - {at: 118 s, register: real_power_total, equals: 82.8 kW, within: 0.01 %}
  - {at: 180 s, register: real_energy, equals: 2.07 kWh, within: 0.02 kWh}
""")
        self.assertIn("those of a clock", told)

    def test_power_that_is_fed_in_turns_the_current_round(self):
        """13.8 kW in, then 6.9 kW out: 20 A and 10 A at 230 V; this meter has no sign."""
        self.write("pv.csv", "time_s,P (kW)\n0,13.8\n10,13.8\n20,-6.9\n100,-6.9\n")
        self.run_scenario("""source: {voltage: 230 V, frequency: 50 Hz}
load: {profile: pv.csv}
expect:
  - {at: 9 s, register: current_b, equals: 20 A, within: 0.01 %}
  - {at: 40 s, register: current_b, equals: 10 A, within: 0.01 %}
  - {at: 40 s, register: real_power_total, equals: 6.9 kW, within: 0.01 %}
""")

    def test_trends_of_voltage_and_frequency_are_followed(self):
        self.write("trend.csv", "time_s,Va,Vb,Vc,f (Hz)\n0,230,231,232,50\n60,220,231,232,50\n"
                                "120,220,231,232,50.5\n200,220,231,232,50.5\n")
        self.run_scenario("""source:
  frequency: 50 Hz
  profile: {file: trend.csv, voltage: {A: Va, B: Vb, C: Vc}, frequency: "f (Hz)"}
timeline:
  - {at: 150 s, set: {source.voltage.A: 200 V}, for: 10 s}
expect:
  - {at: 30 s, register: voltage_an, equals: 225.08 V, within: 0.05 %}
  - {at: 30 s, register: voltage_bn, equals: 231 V, within: 0.01 %}
  - {at: 140 s, register: frequency, equals: 50.5 Hz, within: 0.01 %}
  - {at: 155 s, register: voltage_an, equals: 200 V, within: 0.01 %}
  - {at: 170 s, register: voltage_an, equals: 220 V, within: 0.01 %}
""")

    def test_check_tells_what_was_guessed_and_bridged(self):
        self.write("gap.csv", "time_s,Load (kW)\n" +
                   "".join(f"{60 * n},5\n" for n in (0, 1, 2, 3, 4, 30, 31)))
        scenario = self.write("s.yaml", HEAD + "load: {profile: gap.csv}\nduration: 10 s\n")
        told = self.call("check", scenario)
        self.assertEqual(told.returncode, 0)
        self.assertIn("`Load (kW)` is taken as power", told.stderr)
        self.assertIn("has 1 gap", told.stderr)

    def test_a_unit_that_is_not_understood_is_refused(self):
        self.write("hp.csv", "time_s,Load (hp)\n0,5\n")
        scenario = self.write("s.yaml", HEAD +
                              "load: {profile: {file: hp.csv, power: \"Load (hp)\"}}\n")
        self.assertIn("is not a unit of power", self.refuse("check", scenario))


if __name__ == "__main__":
    unittest.main()
