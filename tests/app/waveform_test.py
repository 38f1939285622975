#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`run --waveforms`: the recordings are read here by a reader of their own, written from IEEE
C37.111-2013 (clauses 5, 7 and 8), and by the meter itself, which must read the same again."""

import csv
import math
import struct
import unittest

from program import STEADY, ProgramTest

RATE = 2520
# STEADY: 277 V, 200 A, PF 0.9 lagging on a balanced wye; 60 Hz has 42 samples a cycle.
PATHS = ["voltage_an", "voltage_bn", "voltage_cn", "current_a", "current_b", "current_c",
         "real_power_total", "reactive_power_total", "frequency"]


def configuration(text):
    """What a .cfg says; every line ends in CR LF (clause 7.4)."""
    assert text.endswith("\r\n") and text.count("\n") == text.count("\r\n")
    lines = text.split("\r\n")[:-1]
    station = lines[0].split(",")
    total, analog, digital = lines[1].split(",")
    channels = [line.split(",") for line in lines[2:8]]
    return {"revision": station[2], "counts": (total, analog, digital), "channels": channels,
            "frequency": float(lines[8]), "rates": int(lines[9]),
            "rate": tuple(map(float, lines[10].split(","))), "start": lines[11],
            "trigger": lines[12], "form": lines[13], "multiplier": float(lines[14]),
            "zone": lines[15], "quality": lines[16], "lines": len(lines)}


def samples(head, data):
    """Numbers, times in µs and values in primary units of the binary forms (clause 8.6)."""
    letter = {"BINARY32": "i", "FLOAT32": "f"}[head["form"]]
    record = struct.Struct("<II6" + letter)
    assert len(data) % record.size == 0
    numbers, times, values = [], [], [[] for _ in range(6)]
    for number, time, *raw in record.iter_unpack(data):
        numbers.append(number)
        times.append(time * head["multiplier"])
        for channel, one in enumerate(raw):
            fields = head["channels"][channel]
            values[channel].append(float(fields[5]) * one + float(fields[6]))
    return numbers, times, values


def parts(data):
    """The parts of a .cff (clause 6): separator lines with the type of what follows."""
    result = {}
    while data:
        line, data = data.split(b"\r\n", 1)
        words = line.decode().strip("- ").split(":")
        assert words[0] == "file type", line
        kind = words[1].split()[0]
        if kind == "DAT":
            size = int(words[2])
            result["DAT"], data = data[:size], data[size:]
            continue
        end = data.index(b"--- file type")
        result[kind], data = data[:end].decode(), data[end:]
    return result


def rms(values):
    return math.sqrt(sum(value * value for value in values) / len(values))


class Waveforms(ProgramTest):

    def record(self, name, *options, text=STEADY):
        self.succeed("run", self.write("steady.yaml", text), "--waveforms", name, *options)
        return self.folder / name

    def check_values(self, values, volts=277.0, amperes=200.0):
        for channel in range(6):
            nominal = volts if channel < 3 else amperes
            self.assertAlmostEqual(rms(values[channel]), nominal, delta=nominal * 1e-4)
        power = sum(v * i for v, i in zip(values[0], values[3])) / len(values[0])
        self.assertAlmostEqual(power, volts * amperes * 0.9, delta=volts * amperes * 2e-4)

    def test_a_cfg_with_its_dat_follows_the_standard(self):
        file = self.record("out.cfg", "--waveforms-from", "1.5 s", "--waveforms-for", "2 s")
        head = configuration(file.read_bytes().decode())
        self.assertEqual(head["revision"], "2013")
        self.assertEqual(head["counts"], ("6", "6A", "0D"))
        self.assertEqual([fields[1] for fields in head["channels"]],
                         ["VA", "VB", "VC", "IA", "IB", "IC"])
        self.assertEqual([fields[4] for fields in head["channels"]], ["V"] * 3 + ["A"] * 3)
        self.assertTrue(all(len(fields) == 13 for fields in head["channels"]))
        self.assertTrue(all(fields[12] == "P" for fields in head["channels"]))
        self.assertEqual((head["frequency"], head["rates"]), (60.0, 1))
        self.assertEqual(head["rate"], (RATE, 2 * RATE))
        self.assertEqual(head["start"], "01/01/2000,00:00:01.500000")
        self.assertEqual((head["form"], head["lines"]), ("BINARY32", 17))
        numbers, times, values = samples(head, file.with_suffix(".dat").read_bytes())
        self.assertEqual(numbers, list(range(1, 2 * RATE + 1)))
        for index, time in enumerate(times):
            self.assertAlmostEqual(time, index * 1e6 / RATE, delta=0.51)
        self.check_values(values)

    def test_every_form_holds_the_same_samples(self):
        span = ["--waveforms-from", "1 s", "--waveforms-for", "1 s"]
        first = self.record("a.cfg", *span)
        _, _, counts = samples(configuration(first.read_bytes().decode()),
                               first.with_suffix(".dat").read_bytes())
        whole = parts(self.record("b.cff", "--waveforms-form", "float32", *span).read_bytes())
        head = configuration(whole["CFG"])
        self.assertEqual(head["form"], "FLOAT32")
        _, _, floats = samples(head, whole["DAT"])
        binary = parts(self.record("c.cff", *span).read_bytes())
        self.assertEqual(binary["DAT"], first.with_suffix(".dat").read_bytes())
        with open(self.record("d.csv", *span), encoding="utf-8") as stream:
            rows = list(csv.reader(stream))
        self.assertEqual(rows[0], ["time_s", "va", "vb", "vc", "ia", "ib", "ic"])
        self.assertEqual(len(rows), RATE + 1)
        self.assertAlmostEqual(float(rows[2][0]), 1 + 1 / RATE, delta=1e-9)
        for channel in range(6):
            for index in range(RATE):
                # Floats have 24 bits.
                one = counts[channel][index]
                self.assertAlmostEqual(floats[channel][index], one, delta=1e-7 * abs(one) + 1e-9)
                self.assertAlmostEqual(float(rows[index + 1][channel + 1]), one,
                                       delta=1e-7 * abs(one) + 1e-9)
        self.assertEqual([path.name for path in self.folder.glob("*.part")], [])

    def replayed(self, file, keys):
        text = f"metertwin: 1\nname: again\n{keys}replay: {{file: {file.name}, loop: true}}\n" \
               "duration: 6 s\n"
        done = self.call("run", self.write("again.yaml", text), "--record", "again.csv",
                         "--columns", ",".join(PATHS))
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.folder / "again.csv", encoding="utf-8") as stream:
            return [float(cell) for cell in list(csv.reader(stream))[4][1:]]

    def test_what_is_recorded_is_read_again(self):
        keys = "meter: {ct: 400 A, voltage: 480 V}\n"
        self.succeed("run", self.write("steady.yaml", STEADY), "--record", "live.csv",
                     "--columns", ",".join(PATHS))
        with open(self.folder / "live.csv", encoding="utf-8") as stream:
            live = [float(cell) for cell in list(csv.reader(stream))[4][1:]]
        for name in ["a.cfg", "b.cff", "c.csv"]:
            file = self.record(name, "--waveforms-from", "1 s")
            for one, other in zip(live, self.replayed(file, keys)):
                self.assertAlmostEqual(one, other, delta=1e-4 * abs(one), msg=name)

    def test_values_are_those_of_the_primary_side(self):
        text = STEADY.replace("ct: 400 A", "ct: 400 A, pt: 4").replace("277 V", "1108 V") \
                     .replace("voltage: 480 V", "voltage: 1920 V")
        file = self.record("out.cfg", "--waveforms-from", "1 s", text=text)
        head = configuration(file.read_bytes().decode())
        self.assertEqual([fields[10] for fields in head["channels"]], ["4"] * 3 + ["400"] * 3)
        _, _, values = samples(head, file.with_suffix(".dat").read_bytes())
        self.check_values(values, volts=1108.0)

    def test_without_power_there_is_nothing_to_sample(self):
        text = STEADY + "timeline:\n  - {at: 2 s, power: off}\n"
        file = self.record("out.csv", "--waveforms-from", "3 s", text=text)
        rows = file.read_text(encoding="utf-8").splitlines()[1:]
        self.assertEqual(len(rows), 2 * RATE)
        self.assertTrue(all(row.endswith(",0,0,0,0,0,0") for row in rows))

    def test_wrong_calls_are_refused(self):
        file = self.write("steady.yaml", STEADY)
        other = self.write("other.yaml", STEADY)
        self.assertIn(".cff", self.refuse("run", file, "--waveforms", "out.wav"))
        self.assertIn("ends at 5 s", self.refuse("run", file, "--waveforms", "out.cfg",
                                                 "--waveforms-from", "5 s"))
        self.refuse("run", file, other, "--waveforms", "out.cfg")
        self.refuse("run", file, "--waveforms-for", "1 s")
        self.refuse("run", file, "--waveforms", "absent/out.cfg")
        self.refuse("run", file, "--waveforms", "out.cfg", "--waveforms-from", "5 V")
        self.refuse("run", file, "--waveforms", "out.cfg", "--waveforms-form", "ascii")


if __name__ == "__main__":
    unittest.main()
