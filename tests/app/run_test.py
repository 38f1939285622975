#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`run`: exit status, the lines about what failed, records, several scenarios."""

import csv
import time
import unittest

from program import STEADY, ProgramTest

# Balanced wye: P = 3 * 277 V * 200 A * 0.9 = 149.58 kW.
HOLDS = STEADY + """expect:
  - {at: 4 s, register: voltage_an, equals: 277 V, within: 0.1 %}
  - {at: 4 s, register: real_power_total, equals: 149.58 kW, within: 0.1 %}
"""
FAILS = STEADY + """expect:
  - {at: 4 s, register: voltage_an, equals: 277 V, within: 0.1 %}
  - {at: 4 s, register: voltage_bn, equals: 120 V, within: 0.1 %}
"""


class Run(ProgramTest):

    def test_all_expectations_held_is_zero(self):
        text = self.succeed("run", self.write("holds.yaml", HOLDS))
        self.assertIn("2 of 2 expectations held", text)
        self.assertIn("1 of 1 scenarios held", text)

    def test_a_failed_expectation_is_one_with_what_was_seen(self):
        done = self.call("run", self.write("fails.yaml", FAILS))
        self.assertEqual(done.returncode, 1, done.stderr)
        line = next(line for line in done.stdout.splitlines() if "failed at" in line)
        # The second expectation stands in the eleventh line of the file.
        self.assertRegex(line, r"fails\.yaml:11:\d+: failed at 4 s: .*voltage_bn.*seen.*27[67]")
        self.assertIn("1 of 2 expectations held", done.stdout)

    def test_several_scenarios_are_told_in_their_order_whatever_the_jobs(self):
        files = [self.write(f"{i}.yaml", FAILS if i == 3 else HOLDS) for i in range(5)]
        alone = self.call("run", *files)
        together = self.call("run", "--jobs", "3", *files)
        self.assertEqual((alone.returncode, together.returncode), (1, 1))

        def told(done):
            return [line.split(" in ")[0] for line in done.stdout.splitlines()]
        self.assertEqual(told(alone), told(together))
        self.assertIn("4 of 5 scenarios held", alone.stdout)

    def test_nothing_is_played_if_one_file_is_wrong(self):
        right = self.write("right.yaml", HOLDS)
        done = self.call("run", right, self.write("wrong.yaml", "metertwin: 1\nname: [\n"))
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, "")

    def test_a_record_has_one_row_a_second_and_the_columns_asked_for(self):
        file = self.write("holds.yaml", HOLDS)
        self.succeed("run", file, "--record", "trace.csv", "--columns",
                     "voltage_an,real_power_total")
        trace = (self.folder / "trace.csv").read_text(encoding="utf-8")
        rows = list(csv.reader(trace.splitlines()))
        self.assertEqual(rows[0], ["time_s", "voltage_an", "real_power_total"])
        self.assertEqual([float(row[0]) for row in rows[1:]], [1, 2, 3, 4, 5])
        self.assertAlmostEqual(float(rows[4][1]), 277.0, delta=0.0277)   # 0.01 %
        self.assertAlmostEqual(float(rows[4][2]), 149.58, delta=0.0166)  # 0.01 % of S

    def test_several_records_go_into_a_folder(self):
        files = [self.write("one.yaml", HOLDS), self.write("two.yaml", HOLDS)]
        self.succeed("run", *files, "--record", "traces")
        names = sorted(path.name for path in (self.folder / "traces").iterdir())
        self.assertEqual(names, ["one.csv", "two.csv"])

    def test_a_record_that_cannot_be_written_is_two(self):
        file = self.write("holds.yaml", HOLDS)
        self.refuse("run", file, "--record", "absent/trace.csv")
        self.refuse("run", file, "--record", "trace.csv", "--columns", "voltage_na")
        self.refuse("run", file, "--columns", "voltage_an")

    def test_speed_is_meter_time_over_wall_time(self):
        file = self.write("holds.yaml", HOLDS)
        start = time.monotonic()
        self.succeed("run", file, "--speed", "10")
        # 5 s of meter time ten times as fast; only the lower bound is ours to keep.
        self.assertGreaterEqual(time.monotonic() - start, 0.4)
        for speed in ["0", "-1", "fast", "1x"]:
            self.refuse("run", file, "--speed", speed)

    def test_no_progress_is_shown_where_there_is_no_terminal(self):
        done = self.call("run", self.write("long.yaml", HOLDS.replace("5 s", "2 h")))
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
