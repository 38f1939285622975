#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart's pods run: twenty twins answer over Modbus by their names, and what they have counted
survives that all of them are taken down. podman plays the pods, as a kubelet would."""

import csv
import io
import sys
import unittest

import yaml

from chart import for_podman, of_kind, pods_of, rendered, tools, tools_folder
from containers import Podman, wait_for

COUNT = 20
CHANGED = (0, 7, 19)  # Whose settings a master changes.
SCENARIO = """metertwin: 1
name: shop
duration: forever
meter: {ct: 400 A}
load: {current: 200 A}
"""


class Pods(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        helm = tools(tools_folder())
        cls.podman = Podman("catatonit").__enter__()  # The process that holds a pod.
        cls.addClassCleanup(cls.podman.clear)
        # What a run that was killed left in the name server must not be asked.
        cls.network = cls.podman.folder.name
        cls.podman.call("network", "create", cls.network)
        values = cls.podman.folder / "values.yaml"
        values.write_text(yaml.safe_dump({
            "replicas": COUNT, "scenario": "shop.yaml", "scenarios": {"shop.yaml": SCENARIO},
            "image": {"pullPolicy": "Never"}}), encoding="utf-8")
        objects = rendered(helm, "--values", values)
        pods = pods_of(of_kind(objects, "StatefulSet")[0])
        cls.liveness = pods[0]["spec"]["containers"][0]["livenessProbe"]["exec"]["command"]
        cls.file = cls.podman.folder / "pods.yaml"
        cls.file.write_text(yaml.safe_dump_all(of_kind(objects, "ConfigMap")
                                              + [for_podman(pod) for pod in pods]),
                            encoding="utf-8")

    def up(self):
        self.podman.call("kube", "play", "--network", self.network, self.file)

    def down(self):
        # First with time to save: `kube down` kills what it could not stop at once.
        self.podman.call("pod", "stop", "--all", "--time", "20")
        self.podman.call("kube", "down", self.file)

    def ask(self, number, command, *words):
        """A master in the same network, which finds the meter by the name of its pod, and asks at
        the Modbus address that meter K of the series has."""
        return self.podman.tried("podman", "run", "--rm", "--network", self.network, "metertwin",
                                 command, "--tcp", f"meters-{number}:1502", "--unit",
                                 str(number + 1), *words)

    def values(self, number, *registers):
        """By name; none while there is no answer."""
        done = self.ask(number, "read", "--format", "csv", *registers)
        if done.returncode == 2:
            raise AssertionError(done.stderr)
        rows = csv.DictReader(io.StringIO(done.stdout))
        return {row["name"]: float(row["value"]) for row in rows}

    def all_values(self, *registers):
        return [wait_for(lambda number=number: self.values(number, *registers),
                         f"meter {number}", 40) for number in range(COUNT)]

    def test_twenty_twins_answer_and_keep_their_state(self):
        self.up()
        # Loads differ: 50 to 100 % of the scenario's, drawn from the seed.
        currents = [one["current_a"] for one in self.all_values("current_a")]
        self.assertEqual(len(set(currents)), COUNT)
        self.assertGreaterEqual(min(currents), 99.0)
        self.assertLessEqual(max(currents), 201.0)
        # Nobody but meter 7 is at its address there.
        done = self.podman.tried("podman", "run", "--rm", "--network", self.network, "metertwin",
                                 "read", "--tcp", "meters-7:1502", "--unit", "9", "frequency")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.podman.call("exec", "meters-7-meter", *self.liveness)
        for number in CHANGED:
            done = self.ask(number, "write", f"demand_subintervals={number % 6 + 1}")
            self.assertEqual(done.returncode, 0, done.stderr)
        counted = [one["real_energy"] for one in self.all_values("real_energy")]
        self.down()
        self.assertEqual(self.values(7, "frequency"), {})
        self.up()
        again = self.all_values("real_energy", "demand_subintervals", "current_a")
        for number in range(COUNT):
            self.assertGreaterEqual(again[number]["real_energy"], counted[number], number)
            self.assertAlmostEqual(again[number]["current_a"], currents[number], delta=0.5)
            subintervals = number % 6 + 1 if number in CHANGED else 1
            self.assertEqual(again[number]["demand_subintervals"], subintervals)
        self.assertGreater(again[COUNT - 1]["real_energy"], 0.0)


if __name__ == "__main__":
    sys.exit(unittest.main())
