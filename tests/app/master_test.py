#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`read`, `write` and `identify` against a served meter."""

import json
import socket
import unittest

from program import STEADY, ProgramTest, Served


class Master(ProgramTest):

    def setUp(self):
        super().setUp()
        self.link = str(self.folder / "port")
        meter = Served("--tcp", "127.0.0.1:0", "--pty", self.link, "--speed", "10",
                       self.write("steady.yaml", STEADY))
        meter.__enter__()
        self.addCleanup(meter.__exit__)
        self.place = ("--tcp", meter.tcp)
        # It answers from the end of its first second on.
        while self.call("read", *self.place, "--timeout", "200 ms", "26").returncode != 0:
            self.assertIsNone(meter.process.poll())

    def json(self, *requests, place=None):
        return json.loads(self.succeed("read", *(place or self.place), "--format", "json",
                                       *requests))

    def test_a_name_is_read_with_its_unit(self):
        # 277 V on phase A, accuracy of the ideal meter 0.01 %.
        value, = self.json("voltage_an")
        self.assertEqual((value["name"], value["unit"]), ("voltage_an", "V"))
        self.assertAlmostEqual(value["value"], 277.0, delta=0.0277)
        text = self.succeed("read", *self.place, "voltage_an")
        self.assertRegex(text, r"^293 +voltage_an +27[67](\.\d+)? V\n$")

    def test_a_number_is_that_register_scaled(self):
        # Register 19 is voltage A-N in steps of 10^V; register 139 says V = -1 (600 V * 1.2).
        integer, scale = self.json("19", "139")
        self.assertEqual(scale["value"], -1)
        self.assertEqual((integer["name"], integer["value"]), ("voltage_an", 277.0))
        self.assertEqual(integer["words"], [2770])

    def test_a_count_is_of_registers(self):
        values = self.json("16:6")
        self.assertEqual([value["register"] for value in values], [16, 17, 18, 19, 20, 21])
        values = self.json("1:3")
        self.assertEqual([value["register"] for value in values], [1, 3])
        values = self.json("2:1")
        self.assertEqual((values[0]["register"], values[0]["name"]), (2, None))

    def test_what_the_meter_has_not_is_invalid(self):
        # Register 25 is reserved and reads 0x8000.
        self.assertIsNone(self.json("25")[0]["value"])
        self.assertEqual(self.succeed("read", *self.place, "25"), "25    reserved_25  invalid\n")
        self.assertEqual(self.succeed("read", *self.place, "--format", "csv", "25"),
                         "register,name,value,unit\n25,reserved_25,,\n")

    def test_without_registers_the_whole_map_is_read(self):
        names = [value["name"] for value in self.json()]
        self.assertIn("os_version", names)
        self.assertNotIn(None, names)
        self.assertGreater(len(names), 100)

    def test_the_serial_port_gives_the_same(self):
        value, = self.json("ct_primary", place=("--rtu", self.link))
        self.assertEqual((value["value"], value["unit"]), (400, "A"))

    def test_written_values_are_read_back(self):
        text = self.succeed("write", *self.place, "ct_primary=500", "pt_ratio=1.25")
        self.assertEqual(text, "131   ct_primary = 500 A\n133   pt_ratio = 1.25 ratio\n")
        values = self.json("ct_primary", "pt_ratio")
        self.assertEqual([value["value"] for value in values], [500, 1.25])
        self.assertEqual(self.json("133")[0]["words"], [125])

    def test_a_refusal_is_told_in_words(self):
        # Guide: CT size 20 to 5000.
        error = self.refuse("write", *self.place, "ct_primary=19", status=1)
        self.assertIn("exception 03", error)
        self.assertIn("illegal data value", error)
        self.assertIn("exception 02", self.refuse("read", *self.place, "9000", status=1))
        self.assertIn("exception 02", self.refuse("write", *self.place, "2=1", status=1))
        self.assertIn("exception 11", self.refuse("read", *self.place, "--unit", "77", "26",
                                                  status=1))

    def test_nothing_behind_an_address_is_told(self):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{closed.getsockname()[1]}"
        self.assertIn("connection refused",
                      self.refuse("read", "--tcp", address, "26", status=1))
        self.assertIn("absent", self.refuse("read", "--rtu", "absent", "26", status=1))

    def test_silence_is_told_with_its_time(self):
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            address = f"127.0.0.1:{silent.getsockname()[1]}"
            for command in [("read", "26"), ("write", "ct_primary=400"), ("identify",)]:
                error = self.refuse(command[0], "--tcp", address, "--timeout", "50 ms",
                                    *command[1:], status=1)
                self.assertIn("no answer within 50 ms", error)

    def test_the_meter_says_who_it_is(self):
        # Guide, report ID and device identification.
        for place in [self.place, ("--rtu", self.link)]:
            identity = json.loads(self.succeed("identify", *place, "--format", "json"))
            self.assertEqual(identity, {
                "slave_id": "247", "status": "running",
                "description": "Leviton Series 4000R Power Meter Full Data Set",
                "vendor": "Leviton", "product_code": "Series 4000", "version": "V02.115"})


if __name__ == "__main__":
    unittest.main()
