#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`serve`: its lines on stdout, its ends, what it refuses."""

import os
import re
import signal
import socket
import unittest

from program import STEADY, ProgramTest, Served


class Serve(ProgramTest):

    def test_any_free_port_is_printed(self):
        with Served("--tcp", "127.0.0.1:0") as meter:
            self.assertRegex(meter.tcp, r"^127\.0\.0\.1:[1-9]\d*$")
            self.assertEqual(list(meter.endpoints), ["modbus-tcp"])
            self.assertEqual(meter.end(), (0, ""))

    def test_each_endpoint_has_its_line(self):
        link = str(self.folder / "port")
        with Served("--tcp", "127.0.0.1:0", "--rtu-tcp", "127.0.0.1:0", "--pty", link,
                    self.write("steady.yaml", STEADY)) as meter:
            self.assertEqual(set(meter.endpoints),
                             {"modbus-tcp", "modbus-rtu-tcp", "modbus-rtu"})
            self.assertEqual(meter.endpoints["modbus-rtu"], link)
            self.assertTrue(os.path.exists(link))
            self.assertEqual(meter.end(signal.SIGINT), (0, ""))
        self.assertFalse(os.path.lexists(link))

    def test_it_ends_after_the_time_it_was_given(self):
        text = self.succeed("serve", "--tcp", "127.0.0.1:0", "--for", "50 ms")
        self.assertRegex(text, r"^modbus-tcp 127\.0\.0\.1:\d+\nready\n$")

    def test_without_endpoints_there_are_tcp_and_a_virtual_port(self):
        text = self.succeed("serve", "--for", "50 ms")
        self.assertTrue(re.search(r"^modbus-tcp 127\.0\.0\.1:\d+$", text, re.MULTILINE), text)
        self.assertTrue(re.search(r"^modbus-rtu \S+ 19200 8N1$", text, re.MULTILINE), text)
        self.assertTrue(text.endswith("\nready\n"))

    def test_a_port_that_is_taken_is_named(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = f"127.0.0.1:{taken.getsockname()[1]}"
            for option in ["--tcp", "--rtu-tcp"]:
                self.assertIn(address, self.refuse("serve", option, address))

    def test_a_link_that_is_somebody_elses_file_stays(self):
        file = self.write("mine", "precious")
        self.assertIn(file, self.refuse("serve", "--pty", file))
        self.assertEqual((self.folder / "mine").read_text(encoding="utf-8"), "precious")

    def test_others_on_the_network_are_warned_of(self):
        done = self.call("serve", "--tcp", "0.0.0.0:0", "--for", "10 ms")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("warning", done.stderr)
        self.assertIn("--allow", done.stderr)

    def test_masters_of_a_scenario_are_not_played_and_that_is_told(self):
        scenario = self.write("m.yaml", "metertwin: 1\nname: m\n"
                              "masters: [{name: a, poll: {registers: [131]}}]\n")
        done = self.call("serve", "--tcp", "127.0.0.1:0", "--for", "10 ms", scenario)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("masters of a scenario are played in `run` only", done.stderr)

    def test_wrong_options_start_nothing(self):
        for options in [("--speed", "0"), ("--speed", "-1"), ("--speed", "nan"),
                        ("--for", "soon"), ("--for", "-1 s"), ("--tcp", "1502"),
                        ("--allow", "everybody"), ("--reset-state",), ("--pty", "")]:
            done = self.call("serve", "--for", "10 ms", *options)
            self.assertEqual((done.returncode, done.stdout), (2, ""), options)
            self.assertNotEqual(done.stderr, "", options)

    def test_the_state_is_there_again(self):
        state = str(self.folder / "state")
        for powered_up in [1, 2]:
            with Served("--tcp", "127.0.0.1:0", "--state", state, "--speed", "20",
                        self.write("steady.yaml", STEADY)) as meter:
                # The meter answers from the end of its first second on.
                value = ""
                while not value:
                    done = self.call("read", "--tcp", meter.tcp, "--timeout", "200 ms",
                                     "--format", "csv", "power_up_count")
                    value = "".join(done.stdout.splitlines()[1:])
                self.assertEqual(value, f"152,power_up_count,{powered_up},")
                self.assertEqual(meter.end()[0], 0)


if __name__ == "__main__":
    unittest.main()
