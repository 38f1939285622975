#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson without a window: keys and wiring over the control socket, registers over Modbus, the
result in a file that can be judged again. Time passes by `step`, nothing sleeps."""

import hashlib
import hmac
import json
import signal
import unittest
from datetime import datetime, timezone
from pathlib import Path

from program import ProgramTest, Served

LESSONS = Path(__file__).resolve().parents[2] / "resources" / "lessons"


class LessonServed(ProgramTest):
    def start(self, lesson, *options):
        self.result = self.folder / "result.json"
        self.socket = str(self.folder / "control")
        return Served("--lesson", str(LESSONS / lesson), "--learner", "Ada", "--result",
                      str(self.result), "--control", self.socket, "--tcp", "127.0.0.1:0", *options)

    def ctl(self, *arguments):
        return self.succeed("ctl", self.socket, *arguments)

    def told(self):
        return json.loads(self.result.read_text(encoding="utf-8"))

    def test_quick_setup_from_the_first_key_to_the_result(self):
        with self.start("03-quick-setup.lesson.yaml") as served:
            self.ctl("step", "5 s")
            self.ctl("press", "plus", *["right"] * 6, "minus", "right", "right", *["plus"] * 3,
                     *["right"] * 3)
            self.ctl("step", "10 s")
            lesson = json.loads(self.ctl("lesson", "--format", "json"))
            states = {task["id"]: task["state"] for task in lesson["tasks"]}
            self.assertEqual(states["ct-size"], "done")
            self.assertEqual(states["voltage"], "open")
            self.assertEqual(lesson["points"], 20)  # The size, and that the readings agree.
            refused = self.refuse("ctl", self.socket, "write", "ct_primary=200", status=1)
            self.assertIn("`write` is not on the desk of this exercise", refused)
            self.refuse("ctl", self.socket, "apply", "sag", status=1)
            hint = json.loads(self.ctl("hint", "voltage", "lang=de", "--format", "json"))
            self.assertIn("S V", hint["text"])
            self.ctl("finish")
            served.end()
        told = self.told()
        self.assertEqual((told["learner"], told["lesson"], told["finished"]),
                         ("Ada", "quick-setup", True))
        self.assertEqual(told["points"], 19)
        self.assertFalse(told["passed"])
        self.assertIn("19/45 points, not passed", self.succeed("lesson", "judge", str(self.result)))
        self.assertIn("Ada", self.succeed("lesson", "book", str(self.result)))

    def test_the_code_of_a_certificate_belongs_to_one_result(self):
        with self.start("exam-b-troubleshooting.lesson.yaml") as served:
            served.end()
        told = self.told()
        # By hand: 80 bits of HMAC-SHA-256, key the lesson's digest, message the result's.
        bits = int.from_bytes(hmac.new(told["lesson_digest"].encode(), told["digest"].encode(),
                                       hashlib.sha256).digest()[:10], "big")
        letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 5 * place & 31]
                          for place in range(15, -1, -1))
        code = "-".join(letters[place:place + 4] for place in range(0, 16, 4))
        self.succeed("lesson", "judge", str(self.result), "--code", code)
        self.succeed("lesson", "judge", str(self.result), "--code", letters.lower())
        done = self.call("lesson", "judge", str(self.result), "--code", "0000-0000-0000-0000")
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"its code is {code}, not the one that was handed in", done.stdout)
        page = self.folder / "page.html"
        self.succeed("lesson", "judge", str(self.result), "--report", f"html={page}")
        self.assertIn(code, page.read_text(encoding="utf-8"))

    def test_the_clock_of_an_exam_runs_on_while_nobody_serves_it(self):
        lesson = (LESSONS / "exam-b-troubleshooting.lesson.yaml").read_text(encoding="utf-8")
        short = self.write("short.lesson.yaml", lesson.replace("time: 45 min", "time: 1 s"))
        with self.start(short) as served:
            self.ctl("step", "1 s")
            served.process.kill()  # The plug is pulled.
            served.process.wait()
        if json.loads(self.result.read_text(encoding="utf-8"))["finished"]:
            return  # Its second was over before that.
        start = datetime.fromisoformat(self.told()["start"].replace("Z", "+00:00"))
        while (datetime.now(timezone.utc) - start).total_seconds() < 1.0:
            pass
        with self.start(short) as served:
            lesson = json.loads(self.ctl("lesson", "--format", "json"))
            self.assertTrue(lesson["finished"])
            served.end()

    def test_an_edited_result_is_not_the_one_that_was_judged(self):
        with self.start("01-faceplate.lesson.yaml") as served:
            self.ctl("step", "3 s")
            self.ctl("finish")
            served.end()
        text = self.result.read_text(encoding="utf-8")
        edited = self.write("edited.json", text.replace('"points": 0,', '"points": 25,', 1))
        done = self.call("lesson", "judge", edited)
        self.assertEqual(done.returncode, 1, done)
        self.assertIn("this result was edited", done.stdout)

    def test_an_exam_tells_nothing_and_is_handed_in_at_the_end(self):
        with self.start("exam-b-troubleshooting.lesson.yaml") as served:
            self.ctl("step", "5 s")
            self.refuse("ctl", self.socket, "get", "installation.ct_rating", status=1)
            self.refuse("ctl", self.socket, "rewind", "by=1 s", status=1)
            self.refuse("ctl", self.socket, "set", "source.voltage=100 V", status=1)
            self.ctl("measure", "clamp", "at=A")
            answer = json.loads(self.ctl("answer", "which", "value=ct-a-reversed", "--format",
                                         "json"))
            self.assertNotIn("right", answer)
            lesson = json.loads(self.ctl("lesson", "--format", "json"))
            self.assertNotIn("points", lesson)
            served.end(signal.SIGTERM)
        told = self.told()
        self.assertTrue(told["finished"])
        self.assertEqual(told["tasks"][0]["answers"], ["ct-a-reversed"])

    def test_an_exercise_that_was_cut_off_goes_on_where_it_stood(self):
        with self.start("02-find-a-reading.lesson.yaml") as served:
            self.ctl("step", "5 s")
            self.ctl("answer", "current-c", "value=140 A")
            served.end(signal.SIGTERM)
        self.assertFalse(self.told()["finished"])
        with self.start("02-find-a-reading.lesson.yaml") as served:
            lesson = json.loads(self.ctl("lesson", "--format", "json"))
            self.assertEqual(lesson["points"], 5)
            self.assertGreaterEqual(lesson["time"], 5.0)
            self.ctl("finish")
            served.end()
        refused = self.refuse("serve", "--lesson", str(LESSONS / "02-find-a-reading.lesson.yaml"),
                              "--learner", "Ada", "--result", str(self.result), "--for", "1 s")
        self.assertIn("holds a finished attempt", refused)

    def test_a_master_is_heard_over_the_wire(self):
        with self.start("27-over-the-wire.lesson.yaml") as served:
            self.ctl("step", "5 s")
            self.succeed("read", "--tcp", served.tcp, "138:4")
            self.ctl("step", "2 s")
            lesson = json.loads(self.ctl("lesson", "--format", "json"))
            self.assertEqual(lesson["tasks"][0]["state"], "done")
            served.end()

    def test_options_that_do_not_fit_are_refused(self):
        self.refuse("serve", "--learner", "Ada", "--for", "1 s")
        self.refuse("serve", "--lesson", str(LESSONS / "01-faceplate.lesson.yaml"), "--for", "1 s")


if __name__ == "__main__":
    unittest.main()
