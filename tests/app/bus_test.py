#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scan` and `watch`, and how masters wait for a meter that has just got power."""

import csv
import io
import json
import os
import signal
import subprocess
import unittest

from program import LIMIT_S, PROGRAM, STEADY, ProgramTest, Served


class Bus(ProgramTest):

    def serve(self, *arguments, address=7):
        self.link = str(self.folder / "port")
        text = STEADY.replace("voltage: 480 V}", f"voltage: 480 V, address: {address}}}")
        meter = Served("--tcp", "127.0.0.1:0", "--pty", self.link, *arguments,
                       self.write("steady.yaml", text))
        meter.__enter__()
        self.addCleanup(meter.__exit__)
        return meter

    def test_a_read_right_after_ready_is_answered(self):
        # The meter boots for its first second; the default time-out alone is as long.
        meter = self.serve()
        text = self.succeed("read", "--tcp", meter.tcp, "--unit", "7", "ct_primary")
        self.assertEqual(text, "131   ct_primary  400 A\n")

    def test_retries_are_told(self):
        meter = self.serve("--speed", "0.001")  # It boots for minutes.
        error = self.refuse("read", "--tcp", meter.tcp, "--unit", "7", "--timeout", "20 ms",
                            "--retries", "3", "26", status=1)
        self.assertIn("no answer within 20 ms, asked 4 times", error)

    def test_a_scan_finds_who_is_there(self):
        meter = self.serve("--speed", "10")
        self.succeed("read", "--tcp", meter.tcp, "--unit", "7", "ct_primary")  # It has booted.
        for place in [("--tcp", meter.tcp), ("--rtu", self.link, "--timeout", "50 ms")]:
            found = json.loads(self.succeed("scan", *place, "--units", "5-9", "--format", "json"))
            self.assertEqual([unit["unit"] for unit in found], [7])
            self.assertEqual((found[0]["state"], found[0]["exception"]), ("meter", None))
            # Guide, report ID and device identification.
            self.assertEqual(found[0]["identity"], {
                "slave_id": "247", "status": "running",
                "description": "Leviton Series 4000R Power Meter Full Data Set",
                "vendor": "Leviton", "product_code": "Series 4000", "version": "V02.115"})
        rows = list(csv.reader(io.StringIO(
            self.succeed("scan", "--tcp", meter.tcp, "--units", "1-247", "--format", "csv"))))
        self.assertEqual(rows[0][:2], ["unit", "baud"])
        self.assertEqual([row[0] for row in rows[1:]], ["7"])

    def test_a_scan_tries_baud_rates_and_parities(self):
        self.serve("--speed", "10")
        self.succeed("read", "--rtu", self.link, "--unit", "7", "ct_primary")
        found = json.loads(self.succeed(
            "scan", "--rtu", self.link, "--units", "7", "--bauds", "9600,19200,38400",
            "--parities", "none", "--timeout", "50 ms", "--format", "json"))
        self.assertEqual([(unit["baud"], unit["parity"]) for unit in found], [(19200, "none")])

    def test_nobody_there_is_told(self):
        meter = self.serve("--speed", "10")
        error = self.refuse("scan", "--tcp", meter.tcp, "--units", "1-6", status=1)
        self.assertIn("no answer", error)

    def test_wrong_lists_are_refused_with_what_would_be_right(self):
        self.assertIn("1-247", self.refuse("scan", "--tcp", "127.0.0.1:1", "--units", "0-3"))
        self.assertIn("1-247", self.refuse("scan", "--tcp", "127.0.0.1:1", "--units", "9-3"))
        self.assertIn("19200", self.refuse("scan", "--rtu", "x", "--bauds", "9601"))
        self.assertIn("even", self.refuse("scan", "--rtu", "x", "--parities", "mark"))
        self.assertIn("--interval",
                      self.refuse("watch", "--tcp", "127.0.0.1:1", "--interval", "0 s", "26"))

    def test_watching_marks_what_has_changed(self):
        meter = self.serve("--speed", "100")
        place = ("--tcp", meter.tcp, "--unit", "7", "--interval", "200 ms", "--count", "4")
        lines = [json.loads(line) for line in self.succeed(
            "watch", *place, "--format", "json", "real_energy", "ct_primary").splitlines()]
        self.assertEqual(len(lines), 4)
        self.assertTrue(all(line["time"].endswith("Z") for line in lines))
        energies = [line["values"][0] for line in lines]
        # 150 kW for up to 20 s of meter time between two readings: it grows.
        self.assertLess(energies[0]["value"], energies[-1]["value"])
        self.assertEqual([energy["changed"] for energy in energies],
                         [False] + [energies[i]["value"] != energies[i + 1]["value"]
                                    for i in range(3)])
        self.assertEqual([line["values"][1]["changed"] for line in lines], [False] * 4)
        text = self.succeed("watch", *place, "real_energy", "ct_primary").splitlines()
        self.assertEqual(len(text), 5)
        self.assertIn("real_energy", text[0])
        self.assertRegex("\n".join(text[2:]), r"(?m)kWh\* +400 A$")
        rows = list(csv.reader(io.StringIO(
            self.succeed("watch", *place, "--format", "csv", "ct_primary"))))
        self.assertEqual(rows[0], ["time", "ct_primary"])
        self.assertEqual([row[1] for row in rows[1:]], ["400"] * 4)

    def test_watching_survives_a_lost_connection(self):
        meter = self.serve("--speed", "10")
        watch = subprocess.Popen(
            [PROGRAM, "watch", "--tcp", meter.tcp, "--unit", "7", "--interval", "50 ms",
             "--format", "json", "ct_primary"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        self.addCleanup(watch.stdout.close)
        self.addCleanup(watch.kill)

        def next_line(kind):
            for line in watch.stdout:
                if kind in json.loads(line):
                    return True
            return False

        self.assertTrue(next_line("values"))
        meter.end()
        self.assertTrue(next_line("error"))
        again = Served("--tcp", meter.tcp, "--speed", "10", str(self.folder / "steady.yaml"))
        again.__enter__()
        self.addCleanup(again.__exit__)
        self.assertTrue(next_line("values"))
        os.kill(watch.pid, signal.SIGTERM)
        self.assertEqual(watch.wait(LIMIT_S), 1)  # Some were not read.


if __name__ == "__main__":
    unittest.main()
