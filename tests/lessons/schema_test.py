#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of lessons, judged by an independent validator (python3-jsonschema): every
lesson that ships fits it, and mistakes that `lesson check` refuses do not."""

import copy
import json
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

LESSONS = Path(__file__).resolve().parents[2] / "resources" / "lessons"


def as_json(value):
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


class LessonSchema(ProgramTest):
    def setUp(self):
        super().setUp()
        self.schema = json.loads(self.succeed("schema", "--lesson"))
        jsonschema.Draft7Validator.check_schema(self.schema)
        self.validator = jsonschema.Draft7Validator(self.schema)
        self.lesson = as_json(yaml.safe_load(
            (LESSONS / "18-setup-values.lesson.yaml").read_text(encoding="utf-8")))

    def test_every_lesson_that_ships_fits(self):
        files = sorted(LESSONS.glob("*.lesson.yaml"))
        self.assertGreaterEqual(len(files), 31)
        for file in files:
            lesson = as_json(yaml.safe_load(file.read_text(encoding="utf-8")))
            self.assertEqual([error.message for error in self.validator.iter_errors(lesson)], [],
                             file.name)

    def test_mistakes_do_not_fit(self):
        def spoilt(change):
            lesson = copy.deepcopy(self.lesson)
            change(lesson)
            return lesson
        for change in (lambda lesson: lesson.pop("solution"),
                       lambda lesson: lesson.update(id="Upper Case"),
                       lambda lesson: lesson.update(kind="test"),
                       lambda lesson: lesson.update(colour="red"),
                       lambda lesson: lesson["title"].pop("en"),
                       lambda lesson: lesson["tasks"][0].pop("answer"),
                       lambda lesson: lesson["tasks"][2].update(by="phone"),
                       lambda lesson: lesson["desk"]["may"].append("everything"),
                       lambda lesson: lesson["solution"].append({"pres": ["plus"]}),
                       lambda lesson: lesson.update(**{"pass": "most"})):
            self.assertFalse(self.validator.is_valid(spoilt(change)))


if __name__ == "__main__":
    unittest.main()
