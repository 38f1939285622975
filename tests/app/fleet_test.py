#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`serve --meters` with an endpoint for each, and `--number`."""

import http.client
import json
import re
import shutil
import socket
import subprocess
import unittest

from program import PROGRAM, STEADY, ProgramTest, Served


class Fleet(ProgramTest):

    def scenario(self):
        return self.write("steady.yaml", STEADY)

    def lines(self, *arguments):
        done = self.call("serve", *arguments, "--for", "10 ms", self.scenario())
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def reads(self, address, register, unit):
        return self.succeed("read", "--tcp", address, "--unit", str(unit), "--retries", "5",
                            "--format", "json", register)

    def test_each_meter_has_a_port_in_its_order(self):
        lines = self.lines("--meters", "300", "--tcp", "127.0.0.1:0+")
        self.assertEqual(len(lines), 301)
        self.assertTrue(all(line.startswith("modbus-tcp 127.0.0.1:") for line in lines[:-1]))
        self.assertEqual(len(set(lines)), 301)
        lines = self.lines("--meters", "3", "--tcp", "127.0.0.1:28310+")
        self.assertEqual(lines[:-1], [f"modbus-tcp 127.0.0.1:{28310 + i}" for i in range(3)])

    def test_each_meter_has_an_address_of_its_own(self):
        lines = self.lines("--meters", "4", "--tcp", "127.0.7.254+:28302")
        self.assertEqual(lines[:-1], [f"modbus-tcp 127.0.{place}:28302"
                                      for place in ("7.254", "7.255", "8.0", "8.1")])

    def test_addresses_go_on_from_one_and_a_port_is_one_meter(self):
        with Served("--meters", "249", "--tcp", "127.0.0.1:0+", "--rtu-tcp", "127.0.0.1:0",
                    "--control", str(self.folder / "c"), self.scenario()) as twin:
            told = json.loads(self.succeed("ctl", str(self.folder / "c"), "status", "--format",
                                           "json"))
            self.assertEqual(told["units"][:2] + told["units"][246:], [1, 2, 247, 1, 2])
            ports = [line.split()[1] for line in told["endpoints"] if "modbus-tcp" in line]
            last = self.reads(ports[248], "real_power_total", 2)
            self.assertEqual(last, self.reads(ports[248], "real_power_total", 0))
            self.assertNotEqual(last, self.reads(ports[1], "real_power_total", 2))
            done = self.call("read", "--tcp", ports[248], "--unit", "3", "frequency")
            self.assertIn("0x0B", done.stderr)
            # The shared line has the first 247.
            shared = self.succeed("read", "--rtu-tcp", twin.endpoints["modbus-rtu-tcp"], "--unit",
                                  "2", "--format", "json", "real_power_total")
            self.assertEqual(json.loads(shared), json.loads(self.reads(
                ports[1], "real_power_total", 2)))
            twin.end()

    def test_a_number_is_a_meter_of_the_series(self):
        def identity(*arguments):
            with Served("--tcp", "127.0.0.1:0", "--control", str(self.folder / "c"), *arguments,
                        self.scenario()) as twin:
                told = json.loads(self.succeed("ctl", str(self.folder / "c"), "status", "unit=3",
                                               "--format", "json"))
                load = self.succeed("ctl", str(self.folder / "c"), "get", "load.current.A",
                                    "unit=3")
                twin.end()
            return told["serial"], told["unit"], load
        wanted = identity("--meters", "4")
        self.assertEqual(identity("--number", "2"), wanted)
        self.assertEqual(identity("--number", "twin-2"), wanted)
        self.assertNotEqual(wanted[2], "200 A\n")

    def test_number_zero_is_the_scenario_itself(self):
        first = self.lines("--tcp", "127.0.0.1:28321", "--number", "0")
        self.assertEqual(first, self.lines("--tcp", "127.0.0.1:28321"))

    def test_calls_that_cannot_be_right_are_refused(self):
        scenario = self.scenario()
        for words, sentence in [
                (("--number", "twin"), "neither a number"), (("--number", "-1"), "--number"),
                (("--number", "2x"), "neither a number"),
                (("--tcp", "127.0.0.1:65530+", "--meters", "9"), "end at 65535"),
                (("--tcp", "[::1]+:1502", "--meters", "9"), "IPv4"),
                (("--tcp", "127.0.0.1:0+", "--meters", "10001"), "between 1 and 10000"),
                (("--rtu-tcp", "127.0.0.1:0+"), "only --tcp"),
                (("--tcp", "127.0.0.1:0", "--meters", "248"), "247")]:
            self.assertIn(sentence, self.refuse("serve", *words, scenario))

    def test_a_port_that_is_taken_is_told(self):
        with Served("--tcp", "127.0.0.1:28332", self.scenario()) as twin:
            self.assertIn("28332", self.refuse("serve", "--meters", "5", "--tcp",
                                               "127.0.0.1:28330+", self.scenario()))
            twin.end()

    def test_more_descriptors_than_a_shell_gives_are_taken(self):
        # 400 meters need more than 1024: a listener and a spare each, and their clients.
        script = (f"ulimit -S -n 512; exec {PROGRAM} serve --meters 400 --tcp 127.0.0.1:0+ "
                  "--for 10ms")
        done = subprocess.run(["bash", "-c", script], stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual((done.returncode, len(done.stdout.splitlines())), (0, 401), done.stderr)

    def test_metrics_are_told_in_prometheus_text(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        with Served("--meters", "2", "--tcp", "127.0.0.1:0", "--metrics", f"127.0.0.1:{port}",
                    self.scenario()) as twin:
            self.succeed("read", "--tcp", twin.tcp, "--unit", "2", "--retries", "5", "frequency")
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/metrics")
            answer = connection.getresponse()
            text = answer.read().decode()
            self.assertEqual(answer.status, 200)
            self.assertIn("metertwin_up 1\n", text)
            # P = 3 * 277 V * 200 A * 0.9 = 149.58 kW, in the register's steps.
            power = re.search(r'real_power_kw\{unit="1",serial="4E36C14C"\} ([0-9.]+)', text)
            self.assertAlmostEqual(float(power.group(1)), 149.58, delta=0.15)
            self.assertRegex(text, r'requests_total\{unit="2",function="3",result="answer"\} \d+')
            for name in ("meter_seconds_total", "connections", "real_energy_kwh", "alerts"):
                self.assertIn(f"# TYPE metertwin_{name} ", text)
            connection.request("GET", "/other")
            self.assertEqual(connection.getresponse().status, 404)
            if shutil.which("promtool"):
                subprocess.run(["promtool", "check", "metrics"], input=text, text=True, check=True)
            twin.end()


if __name__ == "__main__":
    unittest.main()
