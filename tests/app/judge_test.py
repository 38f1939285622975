#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`serve --judge`, `judge FILE` and the method `judge`: one master, judged live and from what was
traced of it, with the same outcome. The frames are written out by the Modbus specification."""

import json
import os
import shutil
import socket
import struct
import unittest
import xml.etree.ElementTree as xml

from program import STEADY, ProgramTest, Served


def read(transaction, register, count):
    return struct.pack(">HHHBBHH", transaction, 0, 6, 1, 3, register - 1, count)


class Judge(ProgramTest):

    def ask(self, requests):
        """All of them over one connection, once the meter answers."""
        host, port = self.meter.tcp.rsplit(":", 1)
        with socket.create_connection((host, int(port)), timeout=5) as client:
            client.settimeout(0.3)
            transaction = 0
            while True:  # While it boots there is no answer.
                transaction += 1
                client.sendall(read(transaction, 7001, 1))
                try:
                    client.recv(100)
                    break
                except TimeoutError:
                    continue
            client.settimeout(5)
            for register, count in requests:
                transaction += 1
                client.sendall(read(transaction, register, count))
                client.recv(500)

    def serve(self, report, trace, *more):
        self.report = self.folder / report
        self.trace = self.folder / trace
        self.meter = Served("--tcp", "127.0.0.1:0", "--speed", "10", "--judge", str(self.report),
                            "--trace", str(self.trace), *more,
                            self.write("steady.yaml", STEADY))
        self.meter.__enter__()
        self.addCleanup(self.meter.__exit__)

    def test_a_report_that_cannot_be_written_is_an_error(self):
        os.mkdir(self.folder / "reports")
        self.serve("reports/report.json", "trace.txt")
        shutil.rmtree(self.folder / "reports")
        status, errors = self.meter.end()
        self.assertEqual(status, 2)
        self.assertIn("report.json", errors)

    def test_a_good_master_and_a_bad_one(self):
        # A value in halves, and another one.
        for name, requests, rules in [("good", [(138, 9), (257, 90)], []),
                                      ("bad", [(138, 9), (257, 1), (258, 1)], ["J01"])]:
            for trace in ("trace.txt", "trace.pcapng"):
                with self.subTest(name=name, trace=trace):
                    self.serve("report.json", trace)
                    self.ask(requests)
                    self.assertEqual(self.meter.end(), (0, ""))
                    live = json.loads(self.report.read_text(encoding="utf-8"))
                    found = [finding["rule"] for finding in live["findings"]]
                    self.assertEqual(found, rules)
                    self.assertEqual(live["score"], 100 - 12 * len(rules))
                    done = self.call("judge", str(self.trace), "--format", "json")
                    self.assertEqual(done.returncode, 1 if rules else 0, done.stderr)
                    later = json.loads(done.stdout)
                    self.assertEqual(later["findings"], live["findings"])
                    self.assertEqual(later["score"], live["score"])

    def test_the_control_socket_tells_it(self):
        control = str(self.folder / "twin")
        self.serve("report.html", "trace.txt", "--control", control)
        self.ask([(138, 9), (257, 1), (258, 1)])
        told = self.succeed("ctl", control, "judge")
        self.assertIn("J01", told)
        self.assertIn("waiting = 0", told)
        self.meter.end()
        page = self.report.read_text(encoding="utf-8")
        self.assertIn("J01", page)
        self.assertTrue(page.startswith("<!DOCTYPE html>"))

    def test_junit_has_a_case_for_each_rule(self):
        self.serve("report.junit", "trace.txt")
        self.ask([(257, 1), (258, 1)])
        self.meter.end()
        suite = xml.fromstring(self.report.read_text(encoding="utf-8")).find("testsuite")
        self.assertEqual(len(suite.findall("testcase")), 22)
        self.assertEqual(len(suite.findall("testcase/failure")), 1)

    def test_what_cannot_be_done_is_told(self):
        self.assertIn("ends in none of", self.refuse("serve", "--judge", "report.doc"))
        scenario = self.write("scenario.json", STEADY)
        self.refuse("serve", "--judge", scenario, scenario)
        self.assertEqual((self.folder / "scenario.json").read_text(encoding="utf-8"), STEADY)
        self.refuse("judge", str(self.folder / "nowhere.pcapng"))
        self.assertIn("neither a capture", self.refuse("judge", self.write("a.txt", "hello\n")))
        self.refuse("judge")


if __name__ == "__main__":
    unittest.main()
