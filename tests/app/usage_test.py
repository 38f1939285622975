#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version and wrong calls: exit status 2, an explanation, nothing started."""

import json
import unittest

from program import ProgramTest, version

COMMANDS = ["run", "serve", "check", "registers", "read", "write", "identify", "typetest"]


class Usage(ProgramTest):

    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            text = self.succeed(command, "--help")
            self.assertIn("Example:\n  metertwin-cli " + command, text)

    def test_the_program_lists_its_commands(self):
        text = self.succeed("--help")
        for command in COMMANDS:
            self.assertIn(f"  {command} ", text)

    def test_the_version_is_printed(self):
        self.assertIsNotNone(version())

    def test_wrong_calls_end_with_two(self):
        for call in [(), ("dance",), ("--dance",), ("run",), ("check",), ("write",),
                     ("registers", "--format", "xml"), ("read", "--tcp"),
                     ("run", "--jobs", "0", "a.yaml"), ("serve", "--speed", "fast")]:
            self.refuse(*call)

    def test_files_that_are_not_there_are_named(self):
        for command in ["run", "check", "serve"]:
            self.assertIn("absent.yaml", self.refuse(command, "absent.yaml"))

    def test_a_mistake_is_told_with_its_place(self):
        file = self.write("wrong.yaml", "metertwin: 1\nname: x\nsuorce: {frequency: 60 Hz}\n")
        for command in ["run", "check", "serve"]:
            error = self.refuse(command, file)
            self.assertIn("wrong.yaml:3:1: ", error)
            self.assertIn("source", error)

    def test_a_right_scenario_passes_the_check(self):
        file = self.write("right.yaml", "metertwin: 1\nname: all well\n")
        self.assertIn("right.yaml", self.succeed("check", file))

    def test_a_check_for_programs_lists_what_a_run_would_judge(self):
        right = self.write("right.yaml", "metertwin: 1\nname: all well\nexpect:\n"
                           "  - {at: 4 s, register: frequency, equals: 60 Hz}\n")
        wrong = self.write("wrong.yaml", "metertwin: 1\nname: x\nsuorce: {frequency: 60 Hz}\n")
        told = json.loads(self.succeed("check", "--format", "json", right))["files"]
        self.assertEqual(told, [{
            "file": right, "ok": True, "name": "all well", "mistakes": [], "warnings": [],
            "expectations": [{"text": "at 4 s, register frequency, equals 60 Hz",
                              "file": right, "line": 4, "column": 5}]}])
        done = self.call("check", "--format", "json", right, wrong)
        self.assertEqual((done.returncode, done.stderr), (2, ""))
        told = json.loads(done.stdout)["files"]
        self.assertEqual([one["ok"] for one in told], [True, False])
        self.assertIn("wrong.yaml:3:1: ", told[1]["mistakes"][0])

    def test_the_point_map_has_the_same_rows_in_every_format(self):
        rows = json.loads(self.succeed("registers", "--format", "json"))
        lines = self.succeed("registers", "--format", "csv").splitlines()
        table = self.succeed("registers").splitlines()
        self.assertEqual(len(rows), len(lines) - 1)
        self.assertEqual(len(rows), len(table) - 1)
        # Guide, point map: real energy is the first register, a pair.
        self.assertEqual((rows[0]["register"], rows[0]["words"]), (1, 2))
        self.assertEqual(rows[0]["name"], "real_energy")


class MasterUsage(ProgramTest):

    def test_a_master_needs_one_place_to_look_at(self):
        for command in [("read",), ("identify",), ("write", "ct_primary=400")]:
            self.assertIn("--tcp HOST:PORT or --rtu DEVICE", self.refuse(*command))
            self.refuse(*command, "--tcp", "127.0.0.1:1502", "--rtu", "/dev/null")

    def test_an_address_is_host_and_port(self):
        for address in ["127.0.0.1", "127.0.0.1:", ":1502", "127.0.0.1:65536", "::1:1502",
                        "127.0.0.1:x", "127.0.0.1:0", "[]:1"]:
            self.refuse("read", "--tcp", address, "frequency")

    def test_an_unknown_name_is_corrected(self):
        for wrong, right in [("voltge_an", "voltage_an"), ("frequncy", "frequency")]:
            error = self.refuse("read", "--tcp", "127.0.0.1:1", wrong)
            self.assertIn(f"did you mean '{right}'", error)

    def test_what_no_register_can_take_is_refused_before_anything_is_sent(self):
        for assignment in ["ct_primary", "ct_primary=", "=1", "ct_primary=many", "ct_primary=1.5",
                           "ct_primary=-1", "ct_primary=70000", "frequency=60", "0=1", "65536=1",
                           "20000=0.5"]:
            self.refuse("write", "--tcp", "127.0.0.1:1", assignment)

    def test_counts_are_whole_and_inside_the_map(self):
        for request in ["26:0", "26:-1", "26:x", "26:", "65535:2", "0", "70000"]:
            self.refuse("read", "--tcp", "127.0.0.1:1", request)

    def test_units_and_times_have_limits(self):
        for option in [("--unit", "256"), ("--unit", "250"), ("--timeout", "0 s"),
                       ("--timeout", "soon"), ("--format", "xml")]:
            self.refuse("read", "--tcp", "127.0.0.1:1", *option, "frequency")
        for option in [("--unit", "255"), ("--baud", "300"), ("--parity", "mark")]:
            self.refuse("read", "--rtu", "/dev/null", *option, "frequency")


if __name__ == "__main__":
    unittest.main()
