#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Repro bundles: `run --bundle`, `ctl record --bundle`, `replay-bundle --verify`."""

import hashlib
import json
import shutil
import unittest
import zipfile
from pathlib import Path

from program import STEADY, ProgramTest, Served

WAVES = "time_s,va,vb,vc,ia,ib,ic\n" + "".join(
    f"{i / 5000},{100 * (i % 100 - 50)},0,0,{i % 100 - 50},0,0\n" for i in range(2000))


class BundleTest(ProgramTest):

    def bundle(self, text=STEADY):
        self.succeed("run", self.write("played.yaml", text), "--bundle", "b.zip")
        return self.folder / "b.zip"

    def verify(self, file, status=0):
        done = self.call("replay-bundle", str(file), "--verify")
        self.assertEqual(done.returncode, status, (done.stdout, done.stderr))
        return done.stdout + done.stderr

    def changed(self, change):
        """The bundle with its files as `change` leaves them, and their digest set right."""
        with zipfile.ZipFile(self.folder / "b.zip") as file:
            parts = {name: file.read(name) for name in file.namelist()}
        change(parts)
        if "record.csv" in parts and "bundle.json" in parts:
            manifest = json.loads(parts["bundle.json"])
            manifest["record_sha256"] = hashlib.sha256(parts["record.csv"]).hexdigest()
            parts["bundle.json"] = json.dumps(manifest).encode()
        with zipfile.ZipFile(self.folder / "changed.zip", "w") as file:
            for name, content in parts.items():
                file.writestr(name, content)
        return self.folder / "changed.zip"


class OfARun(BundleTest):

    def test_a_run_is_repeated_byte_for_byte(self):
        file = self.bundle()
        self.assertIn("same: ", self.verify(file))
        with zipfile.ZipFile(file) as parts:
            manifest = json.loads(parts.read("bundle.json"))
            record = parts.read("record.csv")
        self.succeed("run", str(self.folder / "played.yaml"), "--record", "r.csv")
        self.assertEqual((self.folder / "r.csv").read_bytes(), record)
        self.assertEqual(manifest["record_sha256"], hashlib.sha256(record).hexdigest())
        self.assertEqual((manifest["format"], manifest["kind"]), (1, "run"))

    def test_the_same_run_gives_the_same_bundle(self):
        first = self.bundle().read_bytes()
        self.assertEqual(self.bundle().read_bytes(), first)

    def test_what_a_scenario_refers_to_goes_along(self):
        data = self.folder / "somewhere" / "data"
        data.mkdir(parents=True)
        (data / "office.csv").write_text("time_s,current\n0,10\n10,200\n", encoding="utf-8")
        (data / "base.yaml").write_text("metertwin: 1\nload: {profile: office.csv}\n",
                                        encoding="utf-8")
        (data / "waves.csv").write_text(WAVES, encoding="utf-8")
        texts = ["extends: somewhere/data/base.yaml\n", f"replay: {data}/waves.csv\n"]
        for text in texts:
            self.write("a.yaml", "metertwin: 1\nname: a\nduration: 6 s\n" + text)
            done = self.call("run", "a.yaml", "--bundle", f"{len(text)}.zip")
            self.assertEqual(done.returncode, 0, done.stderr)
        shutil.rmtree(self.folder / "somewhere")
        for text in texts:
            self.assertIn("same: ", self.verify(self.folder / f"{len(text)}.zip"))

    def test_a_bundle_is_played_like_its_scenario(self):
        held = self.bundle(STEADY + "expect: [{at: 4 s, register: voltage_an, equals: 277 V, "
                                    "within: 0.1 %}]\n")
        self.assertIn("1 of 1 expectations held", self.succeed("replay-bundle", str(held)))
        failing = STEADY + "expect: [{at: 4 s, register: voltage_an, equals: 120 V}]\n"
        done = self.call("run", self.write("f.yaml", failing), "--bundle", "f.zip")
        self.assertEqual(done.returncode, 1)
        done = self.call("replay-bundle", "f.zip")
        self.assertEqual(done.returncode, 1)
        self.assertIn("failed at 4 s", done.stdout)
        self.assertIn("same: ", self.verify(self.folder / "f.zip"))  # What failed repeats, too.

    def test_the_first_place_that_differs_is_told(self):
        self.bundle()

        def other_value(parts):
            lines = parts["record.csv"].split(b"\n")
            column = lines[0].split(b",").index(b"frequency")
            cells = lines[3].split(b",")
            cells[column] = b"61"
            lines[3] = b",".join(cells)
            parts["record.csv"] = b"\n".join(lines)
        told = self.verify(self.changed(other_value), 1)
        self.assertIn("record.csv: at 3 s frequency was 61 and is 60", told)

        def shorter(parts):
            parts["record.csv"] = b"\n".join(parts["record.csv"].split(b"\n")[:-2]) + b"\n"
        self.assertIn("it goes on after 5", self.verify(self.changed(shorter), 1))

        def other_end(parts):
            parts["end.csv"] = parts["end.csv"].replace(b"ct_primary,400", b"ct_primary,401")
        self.assertIn("at the end ct_primary was 401 and is 400",
                      self.verify(self.changed(other_end), 1))

        def other_memory(parts):
            name = next(name for name in parts if name.endswith("a.nv"))
            parts[name] = parts[name][:-1] + bytes([parts[name][-1] ^ 1])
        self.assertIn("a.nv differs from byte 511 on", self.verify(self.changed(other_memory), 1))

        def other_scenario(parts):
            parts["scenario.yaml"] = parts["scenario.yaml"].replace(b"200 A", b"201 A")
        self.assertIn("at 1 s real_energy was 0.04155 and is",
                      self.verify(self.changed(other_scenario), 1))

    def test_the_version_text_is_not_compared(self):
        self.bundle()

        def other_version(parts):
            parts["bundle.json"] = parts["bundle.json"].replace(b'"version": "', b'"version": "9')
        self.assertIn("same: ", self.verify(self.changed(other_version)))

    def test_damage_is_two(self):
        whole = self.bundle().read_bytes()
        damaged = self.folder / "damaged.zip"
        place = whole.index(b"record.csv") + 200  # Within what was packed of it.
        for content in (whole[:-30], whole[:100], b"", b"PK nonsense" * 50,
                        whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1:]):
            damaged.write_bytes(content)
            self.assertIn(str(damaged), self.verify(damaged, 2))
        self.assertIn("there is no file", self.verify(self.folder / "none.zip", 2))
        for name in ("record.csv", "end.csv", "scenario.yaml", "bundle.json"):
            told = self.verify(self.changed(lambda parts, gone=name: parts.pop(gone)), 2)
            self.assertIn(name, told)

    def test_a_bundle_of_another_format_is_two(self):
        self.bundle()

        def future(parts):
            parts["bundle.json"] = parts["bundle.json"].replace(b'"format": 1', b'"format": 99')
        self.assertIn("has the format 99 and this program plays format 1",
                      self.verify(self.changed(future), 2))

    def test_a_name_that_leaves_the_folder_is_refused(self):
        self.bundle()
        for name in ("../outside", "/tmp/outside", "a/../../outside", "folder/"):
            told = self.verify(self.changed(lambda parts, bad=name: parts.update({bad: b"x"})), 2)
            self.assertIn("a name that does not belong in a bundle", told)
        self.assertFalse((self.folder.parent / "outside").exists())

    def test_calls_that_cannot_be_right_are_refused(self):
        scenario = self.write("a.yaml", STEADY)
        self.assertIn("--bundle packs one", self.refuse("run", scenario, scenario, "--bundle", "b"))
        self.assertIn("cannot be written",
                      self.refuse("run", scenario, "--bundle", "none/b.zip"))
        self.refuse("ctl", "nowhere", "status", "--bundle", "b.zip")


class OfATwin(BundleTest):

    def serve(self, *arguments):
        self.control = str(self.folder / "twin")
        return Served("--tcp", "127.0.0.1:0", "--control", self.control, *arguments,
                      self.write("steady.yaml", STEADY))

    def ctl(self, *arguments):
        return self.succeed("ctl", self.control, *arguments)

    def test_what_was_done_to_a_twin_is_repeated(self):
        with self.serve() as twin:
            self.ctl("pause")
            self.ctl("apply", "sag", "phase=B", "residual=70 %")
            self.ctl("step", "3 s")
            self.succeed("write", "--tcp", twin.tcp, "demand_subintervals=3")
            self.ctl("press", "right", "plus")
            self.ctl("step", "0.4 s")
            self.ctl("power", "off", "for=2 s")
            self.ctl("step", "9 s")
            self.ctl("write", "129=30078")  # At the very moment of the recording.
            told = self.ctl("record", "--bundle", str(self.folder / "live.zip"))
            self.assertIn(f"file = {self.folder}/live.zip", told)
            self.assertEqual(twin.end(), (0, ""))
        self.assertIn("same: ", self.verify(self.folder / "live.zip"))
        with zipfile.ZipFile(self.folder / "live.zip") as file:
            self.assertEqual(json.loads(file.read("bundle.json"))["kind"], "twin")
            self.assertIn(b"press", file.read("scenario.yaml"))
            traffic = file.read("traffic.pcapng")
        # The write of register 149 by function 6, as the master sent it.
        self.assertIn(bytes([1, 6, 0, 148, 0, 3]), traffic)

    def test_the_memory_that_a_twin_began_with_goes_along(self):
        state = str(self.folder / "state")
        for turn in range(2):
            with self.serve("--state", state) as twin:
                self.ctl("step", "6 min")
                self.ctl("record", "--bundle", str(self.folder / f"{turn}.zip"))
                self.assertEqual(twin.end(), (0, ""))
        shutil.rmtree(state)
        for turn in range(2):
            self.assertIn("same: ", self.verify(self.folder / f"{turn}.zip"))
        with zipfile.ZipFile(self.folder / "1.zip") as file:
            self.assertTrue([n for n in file.namelist() if n.startswith("memory-before/")])
            energy = next(line for line in file.read("end.csv").decode().splitlines()
                          if line.startswith("real_energy,"))
        # 3 * 277 V * 200 A * 0.9 over two times 6 min is 29.92 kWh.
        self.assertAlmostEqual(float(energy.split(",")[1]), 29.92, delta=0.3)

    def test_a_meter_of_a_line_is_chosen_by_its_address(self):
        with self.serve("--meters", "3") as twin:
            self.ctl("set", "source.voltage=100 V", "unit=3")
            self.ctl("step", "5 s")
            self.ctl("record", "unit=3", "--bundle", str(self.folder / "third.zip"))
            self.assertEqual(twin.end(), (0, ""))
        self.assertIn("same: ", self.verify(self.folder / "third.zip"))
        with zipfile.ZipFile(self.folder / "third.zip") as file:
            self.assertIn(b"address: 3", file.read("scenario.yaml"))

    def test_what_no_scenario_can_say_is_not_bundled(self):
        profile = Path(self.write("p.csv", "time_s,current\n0,10\n10,200\n"))
        text = STEADY.replace("current: 200 A", f"profile: {profile}")
        with Served("--tcp", "127.0.0.1:0", "--control", str(self.folder / "c"), "--meters", "2",
                    self.write("s.yaml", text)) as twin:
            told = self.refuse("ctl", str(self.folder / "c"), "record", "unit=2", "--bundle",
                               "no.zip", status=1)
            self.assertIn("profile", told)
            twin.end()
        self.assertFalse((self.folder / "no.zip").exists())


if __name__ == "__main__":
    unittest.main()
