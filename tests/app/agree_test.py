#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`inspect`, `check` and `run` agree about every recording and profile that is kept for the tests,
and what `run --record` wrote comes back in as a profile."""

import csv
import re
import unittest
from pathlib import Path

from program import ProgramTest

CORPUS = Path(__file__).resolve().parent.parent / "fuzz" / "corpus"
HEAD = "metertwin: 1\nname: a file\nmeter: {ct: 100 A, voltage: 400 V}\nduration: 1 s\n"


def told(text):
    """What is said of the file: warnings and mistakes, without the time at which run tells them."""
    lines = [re.sub(r"^s\.yaml: at 0 s: ", "", line) for line in text.splitlines()]
    return sorted(line for line in lines if line.startswith("given"))


class Agreement(ProgramTest):

    def judge(self, section):
        """The status of check and run, which must be the same for the same reasons."""
        self.write("s.yaml", HEAD + section + "\n")
        checked = self.call("check", "s.yaml")
        played = self.call("run", "s.yaml")
        self.assertEqual(checked.returncode, played.returncode,
                         checked.stderr + played.stderr)
        self.assertIn(checked.returncode, (0, 2))
        self.assertEqual(told(checked.stderr), told(played.stderr))
        return checked

    def inspected(self, file, checked):
        """inspect reads what run plays; what it refuses, run refuses in the same words."""
        done = self.call("inspect", file)
        self.assertIn(done.returncode, (0, 2))
        if checked.returncode == 0:
            self.assertEqual(done.returncode, 0, done.stderr)
        if done.returncode == 2:
            self.assertEqual(told(done.stderr), told(checked.stderr))
        return done.returncode

    def test_every_recording(self):
        outcomes = set()
        for kept in sorted((CORPUS / "comtrade").glob("*.bin")):
            content = kept.read_bytes()
            size = int.from_bytes(content[:2], "big")
            (self.folder / "given.cfg").write_bytes(content[2:2 + size])
            (self.folder / "given.dat").write_bytes(content[2 + size:])
            with self.subTest(kept.name):
                checked = self.judge("replay: given.cfg")
                outcomes.add((checked.returncode, self.inspected("given.cfg", checked)))
        self.assertEqual({(0, 0), (2, 2)}, outcomes & {(0, 0), (2, 2)})

    def test_every_table_of_waveforms(self):
        outcomes = set()
        for kept in sorted((CORPUS / "csv_waveform").glob("*.bin")):
            content = kept.read_bytes()
            (self.folder / "given.csv").write_bytes(content[1:])
            with self.subTest(kept.name):
                checked = self.judge("replay: given.csv")
                outcomes.add((checked.returncode, self.inspected("given.csv", checked)))
        self.assertIn((0, 0), outcomes)

    def test_every_profile(self):
        outcomes = set()
        for kept in sorted((CORPUS / "profile").glob("*.bin")):
            content = kept.read_bytes()
            (self.folder / "given.csv").write_bytes(content[1:])
            for section in ("load", "source"):
                with self.subTest(f"{kept.name} as {section}"):
                    checked = self.judge(section + ": {profile: given.csv}")
                    outcomes.add(checked.returncode)
        self.assertEqual(outcomes, {0, 2})

    def test_a_record_comes_back_in_as_a_profile(self):
        """Each second is held as it was read: the meter reads the same again, a second later."""
        text = """metertwin: 1
name: a record
meter: {ct: 100 A, voltage: 400 V}
duration: 60 s
"""
        self.write("first.csv", "time_s,current_a,current_b,current_c,pf\n" +
                   "".join(f"{n},{20 + n},{80 - n},{30 + n % 7},0.8\n" for n in range(0, 61, 10)))
        first = self.write("first.yaml", text + """source: {voltage: {A: 230 V, B: 231 V, C: 228 V}}
load: {profile: {file: first.csv, between: hold}}
""")
        self.assertEqual(self.call("run", first, "--record", "given.csv").returncode, 0)
        again = self.write("again.yaml", text + """source:
  profile: {file: given.csv, voltage: {A: voltage_an, B: voltage_bn, C: voltage_cn}, between: hold}
load:
  profile:
    file: given.csv
    power: {A: real_power_a, B: real_power_b, C: real_power_c}
    pf: 0.8 lagging
    unit: kW
""")
        done = self.call("run", again, "--record", "again.csv")
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.folder / "given.csv", encoding="utf-8") as one, \
                open(self.folder / "again.csv", encoding="utf-8") as other:
            before, after = list(csv.DictReader(one)), list(csv.DictReader(other))
        self.assertEqual((len(before), len(after)), (60, 60))
        for then, now in zip(before, after[1:]):
            for quantity in ("voltage_an", "voltage_bn", "voltage_cn", "current_a", "current_b",
                             "current_c", "real_power_a", "real_power_total",
                             "reactive_power_total"):
                # 32-bit values, and readings true to 1e-5 (docs/metrology.md).
                ratio = float(now[quantity]) / float(then[quantity])
                self.assertAlmostEqual(ratio, 1.0, delta=2e-5, msg=(quantity, now["time_s"]))


if __name__ == "__main__":
    unittest.main()
