#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of scenario files, judged by an independent validator (Debian:
python3-jsonschema, python3-yaml): it is the one that is shipped, it takes every scenario that is
shipped or documented, and it refuses what `check` refuses."""

import json
import re
import sys
import unittest
from pathlib import Path

from program import ProgramTest

try:
    import jsonschema
    import yaml
except ImportError:
    print("python3-jsonschema or python3-yaml is not there: left out")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "resources" / "schema" / "metertwin-scenario.schema.json"


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: on and off are words."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def as_json(value):
    """Keys of JSON are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value


def load(text):
    return as_json(yaml.load(text, Loader))


HEAD = "metertwin: 1\nname: x\n"
# Each is refused by `check` too, which the test asks.
WRONG = {
    "an unknown key": "suorce: {frequency: 60 Hz}",
    "an unknown key of a section": "source: {frequncy: 60 Hz}",
    "a wrong unit": "source: {voltage: 480 A}",
    "a value out of range": "meter: {address: 248}",
    "an unknown choice": "meter: {parity: mark}",
    "a level without percent": "source: {harmonics: {5: 3}}",
    "an order beyond 41": "source: {harmonics: {42: 3 %}}",
    "a phase that there is not": "source: {voltage: {D: 277 V}}",
    "a power factor without a word": "load: {pf: 0.9}",
    "percent of nothing": "source: {voltage: 70 %}",
    "a password of four digits": "meter: {passwords: {setup: \"1234\"}}",
    "an entry without a time": "timeline:\n  - {set: {source.voltage: 70 %}}",
    "an entry without a verb": "timeline:\n  - {at: 1 s}",
    "two verbs": "timeline:\n  - {at: 1 s, power: off, save: x}",
    "an unknown verb": "timeline:\n  - {at: 1 s, sat: {source.voltage: 70 %}}",
    "an unknown key in set": "timeline:\n  - {at: 1 s, set: {source.voltge: 70 %}}",
    "a value that does not fit": "timeline:\n  - {at: 1 s, set: {source.frequency: 5 V}}",
    "for where nothing lasts": "timeline:\n  - {at: 1 s, save: x, for: 2 s}",
    "times without every": "timeline:\n  - {at: 1 s, power: off, times: 3}",
    "an unknown fault": "timeline:\n  - {at: 1 s, apply: sagg}",
    "a strange parameter": "timeline:\n  - {at: 1 s, apply: sag, kvar: 5}",
    "an unknown key of the meter": "timeline:\n  - {at: 1 s, press: [up]}",
    "an unknown register": "timeline:\n  - {at: 1 s, write: {pt_ratoi: 1}}",
    "an unknown line fault": "timeline:\n  - {at: 1 s, line: {drip: 20 %}}",
    "a fault that cannot be cleared": "timeline:\n  - {at: 1 s, clear: everything}",
    "an expectation of nothing": "expect:\n  - {at: 1 s, equals: 5}",
    "an expectation without a time": "expect:\n  - {register: frequency, above: 5}",
    "a bit beyond 15": "expect:\n  - {at: 1 s, register: alerts, bits: {16: 1}}",
    "within without equals": "expect:\n  - {at: 1 s, register: alerts, above: 1, within: 1}",
    "an unknown icon": "expect:\n  - {at: 1 s, display: {icons: [spanner]}}",
}


class Schema(ProgramTest):

    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads(SHIPPED.read_text(encoding="utf-8"))
        cls.validator = jsonschema.Draft7Validator(cls.schema)

    def complaints(self, text):
        return [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                for error in self.validator.iter_errors(load(text))]

    def test_the_shipped_schema_is_the_one_that_the_program_prints(self):
        self.assertEqual(self.succeed("schema"), SHIPPED.read_text(encoding="utf-8"),
                         "renew it: metertwin-cli schema > " + SHIPPED.name)

    def test_it_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(self.schema)

    def test_every_shipped_scenario_fits(self):
        files = sorted((ROOT / "resources" / "scenarios").rglob("*.yaml"))
        files += sorted((ROOT / "tests" / "scenarios").glob("*.yaml"))
        files += sorted((ROOT / "tests" / "golden").glob("*.yaml"))
        self.assertGreater(len(files), 80)
        for file in files:
            with self.subTest(file=file.name):
                self.assertEqual(self.complaints(file.read_text(encoding="utf-8")), [])

    def test_every_documented_example_fits(self):
        count = 0
        for name in ["scenarios.md", "cookbook.md"]:
            text = (ROOT / "docs" / name).read_text(encoding="utf-8")
            for example in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
                count += 1
                head = "" if "metertwin:" in example else HEAD
                with self.subTest(document=name, example=example[:60]):
                    self.assertEqual(self.complaints(head + example), [])
        self.assertGreater(count, 15)

    def test_what_check_refuses_it_refuses(self):
        for what, body in WRONG.items():
            with self.subTest(what=what):
                self.refuse("check", self.write("wrong.yaml", HEAD + body + "\n"))
                self.assertNotEqual(self.complaints(HEAD + body), [])

    def test_editors_have_a_description_for_every_key(self):
        for section in ["meter", "installation", "source", "load"]:
            for key, value in self.schema["properties"][section]["properties"].items():
                inner = value.get("properties", {"": value})
                if key != "harmonics" and "description" not in value:
                    self.assertTrue(all("description" in one for one in inner.values()), key)


if __name__ == "__main__":
    unittest.main()
