#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mistyped calls, lost output, and texts that would steer a terminal."""

import subprocess
import unittest

from program import LIMIT_S, PROGRAM, STEADY, ProgramTest, Served


class Calls(ProgramTest):

    def shell(self, line):
        return subprocess.run(["sh", "-c", line, "sh", PROGRAM], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=LIMIT_S,
                              check=False, cwd=self.folder)

    def test_a_mistyped_word_is_told_with_what_was_meant(self):
        for call, meant in [(("srve",), "`serve`"), (("serve", "--tpc", "127.0.0.1:0"), "`--tcp`"),
                            (("lesson", "chekc", "a"), "`check`"),
                            (("run", "--recrd=a.csv", "a.yaml"), "`--record`"),
                            (("--vresion",), "`--version`")]:
            told = self.refuse(*call)
            self.assertIn("did you mean " + meant + "?", told, call)

    def test_allow_takes_one_network_and_leaves_the_scenario(self):
        scenario = self.write("steady.yaml", STEADY)
        with Served("--tcp", "127.0.0.1:0", "--allow", "127.0.0.0/8", "--allow", "10.0.0.0/8",
                    scenario) as twin:
            self.assertIn("277", self.succeed("read", "--tcp", twin.tcp, "voltage_an"))
            self.assertEqual(twin.end(), (0, ""))
        # So does every option that may be named several times.
        self.succeed("run", "--report", "json=a.json", scenario)

    def test_output_that_is_lost_is_an_error(self):
        scenario = self.write("steady.yaml", STEADY)
        for command in ["--version", "--help", "schema", "registers --format csv",
                        "registers --format json", "registers", "faults", f"check {scenario}",
                        f"check --format json {scenario}", f"run {scenario}"]:
            for lost in [">/dev/full", ">&-"]:
                done = self.shell(f'"$1" {command} {lost}')
                self.assertEqual(done.returncode, 2, (command, lost, done.stderr))
                self.assertIn(b"could not be written", done.stderr)

    def test_what_is_printed_never_lands_in_a_file_of_ours(self):
        for closed in [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"]:
            self.shell(f'"$1" serve --tcp 127.0.0.1:0 --trace t.pcapng --for "300 ms" {closed}')
            trace = (self.folder / "t.pcapng").read_bytes()
            self.assertTrue(trace.startswith(b"\x0a\x0d\x0d\x0a"), (closed, trace[:40]))
            self.assertNotIn(b"ready", trace)

    def test_names_and_keys_do_not_steer_the_terminal(self):
        evil = r'"\e[31mRED\e[2J\x9b31m\u202e"'
        named = self.write("named.yaml", STEADY.replace("name: steady", "name: " + evil))
        keyed = self.write("keyed.yaml", STEADY + evil + ": 1\n")
        told = [self.succeed("check", named), self.succeed("check", "--format", "json", named),
                self.succeed("run", named), self.refuse("check", keyed), self.refuse("\x1b[31m")]
        with Served("--tcp", "127.0.0.1:0", "--control", str(self.folder / "twin"),
                    named) as twin:
            told.append(self.succeed("ctl", "twin", "status"))
            told.append(self.succeed("ctl", "twin", "status", "--format", "json"))
            told.append(self.refuse("ctl", "twin", "snapshot", "name=\x1b[2J", "x=1"))
            twin.end()
        self.assertIn("\\x1b[31mRED", told[0])
        for text in told:
            for character in "\x1b\x9b\u202e":
                self.assertNotIn(character, text)


if __name__ == "__main__":
    unittest.main()
