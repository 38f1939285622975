#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`compare` and `clone`: two meters side by side, and a twin of a meter that is only read."""

import csv
import json
import socket
import threading
import unittest
import xml.etree.ElementTree as ElementTree

from program import STEADY, ProgramTest, Served

# By system type: the `meter` keys, the service and its source and load. Nothing is even, so
# that a phase in the wrong place shows.
SYSTEMS = {
    40: ("system: 3L-1n, voltage: 480 V", "wye",
         "voltage: {A: 277 V, B: 271 V, C: 281 V}, angle: {A: 0, B: -118, C: 121}",
         "{A: 200 A, B: 150 A, C: 33 A}, pf: {A: 0.9 lagging, B: 0.8 lagging, C: 0.99 lagging}, "
         "harmonics: {B: {7: 20 %}}"),
    31: ("system: 3L, voltage: 480 V", "delta", "voltage: {AB: 480 V, BC: 470 V, CA: 485 V}",
         "{A: 100 A, B: 120 A, C: 90 A}, pf: 0.87 lagging"),
    12: ("system: 2L-1n, voltage: 240 V", "split-phase", "voltage: {A: 121 V, B: 119 V}",
         "{A: 100 A, B: 120 A}, pf: 0.87 lagging"),
    11: ("system: 2L, voltage: 240 V", "split-phase", "voltage: {A: 121 V, B: 119 V}",
         "{A: 100 A, B: 100 A}, pf: 0.87 lagging"),
    10: ("system: 1L-1n, voltage: 120 V", "single-phase", "voltage: 120 V",
         "100 A, pf: 0.87 lagging"),
}


def scenario(system=40, extra=""):
    meter, service, source, load = SYSTEMS[system]
    return (f"metertwin: 1\nname: original\nline: {{pace: false}}\n"
            f"meter: {{{meter}, ct: 400 A, address: 9, pulse_energy: 100 Wh{extra}}}\n"
            f"installation: {{service: {service}}}\n"
            f"source: {{frequency: 59.97 Hz, {source}}}\nload: {{current: {load}}}\n"
            f"duration: 30 s\n")


PAST = (", demand: {subintervals: 3, length: 300 s}, phase_loss: {voltage: 12 %, imbalance: 22 %}"
        ", units: IEC, energies: {real: 123456.789 kWh, real_a: 41000 kWh, real_b: 42000 kWh, "
        "real_c: 40456.789 kWh, apparent: 130000 kVAh, reactive: 5432.1 kVARh}, counters: "
        "{energy_resets: 3, power_ups: 17, pulses_real: 4000000000, pulses_reactive: 70, "
        "real_demand_max: 131.5 kW, reactive_demand_max: 22 kVAR, apparent_demand_max: 133 kVA}")


class ComparesMeters(ProgramTest):

    def json(self, *arguments, status=0):
        done = self.call("compare", *arguments, "--format", "json")
        self.assertEqual(done.returncode, status, (arguments, done.stdout, done.stderr))
        return json.loads(done.stdout)

    def subjects(self, result, aspect):
        return {one["subject"] for one in result["differences"] if one["aspect"] == aspect}

    def serve(self, *arguments, text=STEADY):
        meter = Served("--tcp", "127.0.0.1:0", *arguments, self.write("served.yaml", text))
        meter.__enter__()
        self.addCleanup(meter.__exit__)
        return meter


class Compare(ComparesMeters):

    def test_a_scenario_is_the_same_as_itself_and_as_its_record(self):
        file = self.write("a.yaml", scenario())
        result = self.json(file, file, "--for", "10 s")
        self.assertTrue(result["same"])
        self.assertEqual(result["moments"], 10)
        self.assertEqual(list(result["compared"]), ["identity", "configuration", "scales",
                                                    "registers", "readings", "counters"])
        self.succeed("run", file, "--record", "a.csv")
        result = self.json("a.csv", file, "--for", "1 min")
        # A record of 30 s has neither identity nor settings.
        self.assertEqual((result["same"], result["moments"]), (True, 30))
        self.assertEqual(list(result["compared"]), ["readings", "counters"])

    def test_what_differs_is_listed_by_aspect(self):
        first = self.write("a.yaml", scenario())
        second = self.write("b.yaml", scenario(extra=", rules: {holes: fill}").replace(
            "ct: 400 A", "ct: 800 A").replace("A: 200 A", "A: 220 A"))
        result = self.json(first, second, "--for", "20 s", status=1)
        self.assertFalse(result["same"])
        self.assertIn("ct_primary", self.subjects(result, "configuration"))
        self.assertEqual({"register 53", "register 155", "register 347", "register 7002",
                          "register 9000"}, self.subjects(result, "registers"))
        readings = self.subjects(result, "readings")
        self.assertIn("current_a", readings)
        self.assertNotIn("current_b", readings)
        # 20 A of 383 A: 5 % of the energy of 20 s at 0.07 kWh a second.
        self.assertIn("real_energy", self.subjects(result, "counters"))
        self.assertNotIn("real_energy_b", self.subjects(result, "counters"))

    def test_a_reading_within_the_tolerance_is_the_same(self):
        first = self.write("a.yaml", scenario())
        second = self.write("b.yaml", scenario().replace("A: 277 V", "A: 278 V"))
        # 1 V of 277 V is 0.36 %.
        self.json(first, second, "--for", "3 s", "--registers", "voltage_an")
        result = self.json(first, second, "--for", "3 s", "--registers", "voltage_an",
                           "--tolerance", "0.3 %", status=1)
        self.assertEqual(self.subjects(result, "readings"), {"voltage_an"})
        self.assertIn("in 3 of 3 moments", result["differences"][0]["detail"])

    def test_reports_say_the_same(self):
        first = self.write("a.yaml", scenario())
        second = self.write("b.yaml", scenario().replace("ct: 400 A", "ct: 800 A"))
        done = self.call("compare", first, second, "--for", "3 s", "--report", "junit=c.xml",
                         "--report", "html=c.html", "--report", "json=c.json")
        self.assertEqual(done.returncode, 1)
        self.assertIn("ct_primary: 400 A | 800 A", done.stdout)
        suite, = ElementTree.parse(self.folder / "c.xml").getroot()
        failed = {case.get("name") for case in suite if case.find("failure") is not None}
        self.assertEqual(suite.get("failures"), str(len(failed)))
        self.assertIn("configuration", failed)
        self.assertNotIn("identity", failed)
        page = (self.folder / "c.html").read_text(encoding="utf-8")
        self.assertIn("<td>ct_primary</td><td>400 A</td><td>800 A</td>", page)
        self.assertFalse(json.loads((self.folder / "c.json").read_text())["same"])

    def test_two_live_meters_are_read_at_the_same_moments(self):
        meter = self.serve("--meters", "2", "--rtu-tcp", "127.0.0.1:0")
        self.succeed("read", "--tcp", meter.tcp, "ct_primary")  # It has booted.
        a, b = f"tcp:{meter.tcp}/1", f"rtu-tcp:{meter.endpoints['modbus-rtu-tcp']}/2"
        self.assertTrue(self.json(a, f"tcp:{meter.tcp}/1", "--for", "3 s")["same"])
        # The second meter of a line has half to all of the load.
        result = self.json(a, b, "--for", "2 s", status=1)
        self.assertIn("current_a", self.subjects(result, "readings"))
        self.assertEqual(self.subjects(result, "configuration"), set())

    def test_nobody_there_is_a_wrong_call(self):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            nowhere = f"tcp:127.0.0.1:{closed.getsockname()[1]}/1"
        file = self.write("a.yaml", scenario())
        self.assertIn("connection refused", self.refuse("compare", file, nowhere))
        self.assertIn("is not a meter", self.refuse("compare", file, "b"))
        self.assertIn("there is no file", self.refuse("compare", file, "b.yaml"))
        self.refuse("compare", file, file, "--every", "0 s")
        self.assertIn("longer than", self.refuse("compare", file, file, "--every", "9 s",
                                                 "--for", "1 s"))
        self.assertIn("0.5 %", self.refuse("compare", file, file, "--tolerance", "much"))
        self.assertIn("junit", self.refuse("compare", file, file, "--report", "pdf=x"))
        self.write("bad.csv", "a,b\n1,2\n")
        self.assertIn("bad.csv:1", self.refuse("compare", file, "bad.csv"))


class Clone(ComparesMeters):

    def clone(self, meter, *arguments):
        done = self.call("clone", "--tcp", meter.tcp, "--unit", "9", "--out", "clone.yaml",
                         *arguments)
        self.assertEqual((done.returncode, done.stdout), (0, "clone.yaml\n"), done.stderr)
        self.succeed("check", "clone.yaml")
        return done.stderr

    def test_a_clone_of_each_system_type_reads_as_its_original(self):
        for system in SYSTEMS:
            with self.subTest(system=system):
                meter = self.serve("--speed", "10", text=scenario(system))
                self.succeed("read", "--tcp", meter.tcp, "--unit", "9", "ct_primary")
                self.clone(meter)
                meter.end()
                # The original and the clone from their starts on: only the energies differ, and
                # of those what they gained is compared.
                self.assertTrue(self.json("served.yaml", "clone.yaml", "--for", "20 s")["same"])

    def test_settings_energies_and_counters_come_along(self):
        meter = self.serve(text=scenario(extra=PAST))
        self.succeed("read", "--tcp", meter.tcp, "--unit", "9", "ct_primary")
        told = self.clone(meter)
        self.assertIn("serial number", told)
        self.assertIn("fifth harmonic", told)
        clone = Served("--tcp", "127.0.0.1:0", str(self.folder / "clone.yaml"))
        with clone:
            names = ("system_type", "display_units", "phase_loss_voltage", "phase_loss_imbalance",
                     "pulse_energy", "demand_subintervals", "demand_subinterval_length",
                     "energy_reset_count", "power_up_count", "pulse_counter_real",
                     "pulse_counter_reactive", "real_demand_max", "reactive_demand_max",
                     "apparent_demand_max", "real_energy", "real_energy_a", "real_energy_c",
                     "apparent_energy", "reactive_energy")
            self.succeed("read", "--tcp", clone.tcp, "--unit", "9", "ct_primary")
            values = [json.loads(self.succeed("read", "--tcp", one.tcp, "--unit", "9", "--format",
                                              "json", *names)) for one in (meter, clone)]
        for original, twin in zip(*values):
            if "energy" in original["name"] and original["unit"].startswith("k"):
                # 100 kW for the few seconds that have passed: 0.03 kWh each.
                self.assertAlmostEqual(twin["value"], original["value"], delta=0.5)
            elif original["name"].startswith("pulse_counter"):
                # A pulse of 100 Wh each 4 s.
                self.assertAlmostEqual(twin["value"], original["value"], delta=10)
            else:
                self.assertEqual(twin["value"], original["value"], original["name"])

    def test_a_watched_load_becomes_a_profile(self):
        text = scenario() + ("timeline:\n  - {at: 8 s, set: {load.current: 50 %}}\n"
                             "  - {at: 16 s, set: {load.current: 100 %}}\n")
        meter = self.serve("--speed", "4", text=text)
        self.succeed("read", "--tcp", meter.tcp, "--unit", "9", "ct_primary")
        self.clone(meter, "--watch", "4 s", "--every", "250 ms")
        rows = list(csv.DictReader((self.folder / "clone.csv").read_text().splitlines()))
        self.assertEqual(len(rows), 17)
        currents = [float(row["current_a"]) for row in rows]
        self.assertAlmostEqual(min(currents), 100, delta=1)
        self.assertAlmostEqual(max(currents), 200, delta=1)
        self.assertAlmostEqual(float(rows[0]["pf_a"]), 0.9, delta=0.001)
        self.assertIn("profile: clone.csv", (self.folder / "clone.yaml").read_text())

    def test_a_clone_only_reads(self):
        meter = self.serve("--speed", "10", "--trace", str(self.folder / "trace.txt"),
                           text=scenario())
        self.succeed("read", "--tcp", meter.tcp, "--unit", "9", "ct_primary")
        self.clone(meter)
        meter.end()
        lines = (self.folder / "trace.txt").read_text().splitlines()
        names = lines[0].lstrip("# ").split("\t")
        functions = {dict(zip(names, line.split("\t")))["function"] for line in lines[1:]}
        self.assertLessEqual(functions, {"3", "17", "43"})

    def test_what_is_no_meter_of_the_family_is_refused(self):
        def answer(connection):  # Every register is 7.
            while request := connection.recv(260):
                if request[7] != 3:
                    body = bytes([request[7] | 128, 1])
                else:
                    body = bytes([3, 2 * request[11]]) + b"\0\7" * request[11]
                connection.sendall(request[:4] + (len(body) + 1).to_bytes(2, "big") +
                                   request[6:7] + body)

        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        threading.Thread(target=lambda: answer(listener.accept()[0]), daemon=True).start()
        error = self.refuse("clone", "--tcp", f"127.0.0.1:{listener.getsockname()[1]}", "--out",
                            "clone.yaml", status=1)
        self.assertIn("system type", error)
        self.assertFalse((self.folder / "clone.yaml").exists())
        self.assertIn(".yaml", self.refuse("clone", "--tcp", "127.0.0.1:1", "--out", "clone"))


if __name__ == "__main__":
    unittest.main()
