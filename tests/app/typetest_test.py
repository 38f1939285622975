#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The type test as people call it: table, reports, exit status, wrong calls."""

import csv
import unittest
from html.parser import HTMLParser

from program import ProgramTest

# Never closed in HTML.
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Balanced(HTMLParser):
    """Fails on an element that is not closed in its order, and counts rows."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.rows = 0

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.rows += tag == "tr"

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise AssertionError(f"</{tag}> where it does not belong, line {self.getpos()[0]}")


class TypeTest(ProgramTest):

    def test_a_class_meter_passes_and_its_reports_agree_with_the_table(self):
        text = self.succeed("typetest", "--serial", "4E36C14C", "--report", "html=t.html",
                            "--report", "csv=t.csv")
        lines = text.splitlines()
        self.assertTrue(lines[0].startswith("id "))
        self.assertTrue(lines[-1].startswith(
            "pass: the class meter with serial number 4E36C14C: "), lines[-1])
        with open(self.folder / "t.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["id"] for row in rows], [line.split()[0] for line in lines[1:-1]])
        self.judge(rows)
        page = Balanced()
        page.feed((self.folder / "t.html").read_text(encoding="utf-8"))
        self.assertEqual(page.open, [])
        standards = len({row["standard"] for row in rows})
        self.assertGreaterEqual(page.rows, len(rows) + standards)

    def judge(self, rows):
        """The verdicts once more, from the numbers alone."""
        for row in rows:
            if row["verdict"] == "n/a":
                self.assertEqual((row["measured"], row["limit"]), ("", ""))
                self.assertNotEqual(row["title"], "")
                continue
            self.assertEqual(row["verdict"], "pass", row)
            measured, limit = abs(float(row["measured"])), float(row["limit"])
            if row["test"] == "starting":
                self.assertGreaterEqual(measured, limit, row)
            else:
                self.assertLessEqual(measured, limit, row)
            if row["pulse_error_percent"]:
                allowed = limit + float(row["pulse_percent"])
                self.assertLessEqual(abs(float(row["pulse_error_percent"])), allowed, row)

    def test_wrong_calls_end_with_two(self):
        for call in [("--serial", "123"), ("--serial", "4E36C14X"), ("--serial", ""),
                     ("--serial", "4E36C14C0"), ("--serial",), ("--report", "pdf=t.pdf"),
                     ("--report", "html="), ("--report", "t.html"), ("4E36C14C",),
                     ("--report", "csv=t", "--report", "html=t")]:
            self.refuse("typetest", *call)
        self.assertIn("absent/t.csv", self.refuse("typetest", "--report", "csv=absent/t.csv"))


if __name__ == "__main__":
    unittest.main()
