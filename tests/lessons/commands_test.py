#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands for lessons as trainers call them: lists, checks and their exit status."""

import json
import unittest
from pathlib import Path

from program import ProgramTest

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "lessons"


class LessonCommands(ProgramTest):
    def test_lists_what_ships_in_the_language_asked_for(self):
        listing = json.loads(self.succeed("lessons", "--format", "json", "--lang", "de"))
        self.assertEqual(sum(1 for one in listing if one["kind"] == "exam"), 3)
        self.assertEqual(len(listing), 31)
        setup = next(one for one in listing if one["id"] == "quick-setup")
        self.assertEqual(setup["title"], "Schnelleinrichtung")
        self.assertEqual(setup["points"], 45)
        self.assertIn("quick-setup", self.succeed("lessons", str(SHIPPED)))

    def test_a_spoilt_solution_is_exit_1_and_a_wrong_file_exit_2(self):
        text = (SHIPPED / "01-faceplate.lesson.yaml").read_text(encoding="utf-8")
        spoilt = self.write("spoilt.lesson.yaml",
                            text.replace("press: [minus]}", "press: [plus]}", 1))
        done = self.call("lesson", "check", spoilt)
        self.assertEqual(done.returncode, 1)
        self.assertIn("does not reach the task `info`", done.stdout)
        wrong = self.write("wrong.lesson.yaml", text.replace("order: strict", "order: strct"))
        message = self.refuse("lesson", "check", wrong)
        self.assertRegex(message, r"wrong\.lesson\.yaml:\d+:\d+: .*did you mean `strict`")

    def test_what_is_no_result_is_refused(self):
        message = self.refuse("lesson", "judge", self.write("r.json", "{}"))
        self.assertIn("r.json: this is not the result of a lesson", message)
        self.refuse("lesson", "judge", "missing.json")
        self.refuse("lesson", "book", self.write("r.json", "[1]"))

    def test_a_folder_without_lessons_is_refused(self):
        self.refuse("lessons", str(self.folder / "nothing"))


if __name__ == "__main__":
    unittest.main()
