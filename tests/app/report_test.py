#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`run --report`: JUnit, JSON and HTML as independent parsers read them."""

import html.parser
import json
import unittest
import xml.etree.ElementTree as ElementTree

from program import STEADY, ProgramTest

HELD = STEADY.replace("steady", "'held <&> \"quoted\" Δ'") + """expect:
  - {at: 4 s, register: voltage_an, equals: 277 V, within: 0.1 %}
  - {at: 4 s, register: voltage_an, equals: 277 V, within: 0.1 %}
"""
FAILED = STEADY + """expect:
  - {at: 3 s, register: current_a, equals: 200 A, within: 1 %}
  - {at: 4 s, register: voltage_bn, equals: 120 V, within: 0.1 %}
  - {at: 4 s, display: {label: nothing <b>}}
"""

# What the schema of the Jenkins xUnit plugin (junit-10.xsd) allows.
SUITE_ATTRIBUTES = {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp",
                    "hostname", "id", "package", "file", "log", "url", "version"}
CASE_ATTRIBUTES = {"name", "time", "classname", "group"}
FAULT_ATTRIBUTES = {"message", "type"}
VOID_ELEMENTS = {"meta"}
EMPTY_IN_SVG = {"path", "rect", "circle"}


class Page(html.parser.HTMLParser):
    """Elements must nest; identifiers must be unique and links lead somewhere."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.ids = []
        self.links = []
        self.count = {}
        self.named = 0

    def handle_starttag(self, tag, attrs):
        self.note(tag, dict(attrs))
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in EMPTY_IN_SVG, tag
        self.note(tag, dict(attrs))

    def note(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if tag == "svg":
            self.named += bool(attributes.get("aria-label")) and attributes["role"] == "img"

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()


class Reports(ProgramTest):

    def files(self):
        return [self.write("held.yaml", HELD), self.write("failed.yaml", FAILED)]

    def run_with(self, *reports, jobs="1"):
        options = [part for report in reports for part in ("--report", report)]
        done = self.call("run", *self.files(), *options, "--jobs", jobs)
        self.assertEqual((done.returncode, done.stderr), (1, ""))

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def test_junit_has_a_suite_a_scenario_and_a_case_an_expectation(self):
        self.run_with("junit=junit.xml")
        root = ElementTree.fromstring(self.text("junit.xml").encode())
        self.assertEqual(root.tag, "testsuites")
        self.assertEqual([suite.tag for suite in root], ["testsuite"] * 2)
        self.assertEqual([suite.get("name") for suite in root],
                         ['held <&> "quoted" Δ', "steady"])
        cases = failures = 0
        for suite in root:
            self.assertLessEqual(set(suite.attrib), SUITE_ATTRIBUTES)
            here = suite.findall("testcase")
            self.assertEqual(int(suite.get("tests")), len(here))
            self.assertEqual(int(suite.get("failures")), len(suite.findall("testcase/failure")))
            self.assertEqual((suite.get("errors"), suite.get("time")), ("0", "5"))
            self.assertEqual(len({case.get("name") for case in here}), len(here))
            for case in here:
                self.assertLessEqual(set(case.attrib), CASE_ATTRIBUTES)
                self.assertGreater(float(case.get("time")), 0)
            for failure in suite.iter("failure"):
                self.assertLessEqual(set(failure.attrib), FAULT_ATTRIBUTES)
            cases += len(here)
            failures += int(suite.get("failures"))
        self.assertEqual((cases, failures), (5, 2))
        self.assertEqual((root.get("tests"), root.get("failures")), ("5", "2"))
        voltage = next(case for case in root.iter("testcase") if "voltage_bn" in case.get("name"))
        self.assertEqual(voltage.get("classname"), "failed")
        self.assertRegex(voltage.find("failure").get("message"), r"seen 27[67](\.\d+)? V")
        self.assertRegex(voltage.find("failure").text, r"failed\.yaml:11:\d+: failed at 4 s")

    def test_json_tells_the_same(self):
        self.run_with("json=run.json")
        report = json.loads(self.text("run.json"))
        self.assertEqual((report["format"], report["held"]), (1, False))
        held, failed = report["scenarios"]
        self.assertEqual((held["held"], held["failures"], held["duration_s"]), (True, 0, 5))
        self.assertEqual([entry["held"] for entry in failed["expectations"]],
                         [True, False, False])
        voltage = failed["expectations"][1]
        self.assertEqual((voltage["at_s"], voltage["line"]), (4, 11))
        self.assertAlmostEqual(voltage["low"], 119.88)
        self.assertAlmostEqual(voltage["high"], 120.12)
        values = {second: low for second, low, _ in voltage["trace"]["values"]}
        self.assertAlmostEqual(values[4], 277.0, delta=0.0277)  # 0.01 %
        self.assertEqual(voltage["trace"]["unit"], "V")

    def test_html_nests_and_its_links_lead_somewhere(self):
        self.run_with("html=run.html")
        page = Page()
        page.feed(self.text("run.html"))
        page.close()
        self.assertEqual(page.open, [])
        self.assertEqual(len(set(page.ids)), len(page.ids))
        self.assertLessEqual({link for link in page.links}, {"#" + name for name in page.ids})
        self.assertEqual(page.count["details"], 5)  # One an expectation; there is no timeline.
        self.assertEqual(page.named, page.count["svg"])
        self.assertIn("nothing &lt;b&gt;", self.text("run.html"))

    def test_all_at_once_and_the_same_bytes_whatever_the_jobs(self):
        self.run_with("junit=1.xml", "json=1.json", "html=1.html")
        self.run_with("junit=2.xml", "json=2.json", "html=2.html", jobs="2")
        for kind in ["xml", "json", "html"]:
            self.assertEqual(self.text("1." + kind), self.text("2." + kind))

    def test_a_wrong_report_is_two_and_leaves_files_as_they_are(self):
        file = self.write("held.yaml", HELD)
        old = self.write("old.xml", "as it was")
        for report in ["junit", "junit=", "pdf=run.pdf", "html=absent/run.html", "json=."]:
            self.assertIn("--report", self.refuse("run", file, "--report", report))
        self.refuse("run", file, "--report", "junit=a", "--report", "html=a")
        self.refuse("run", file, "--report", "junit=a", "--record", "a")
        self.refuse("run", self.write("wrong.yaml", "metertwin: 1\nname: [\n"),
                    "--report", "junit=" + old, "--report", "html=new.html")
        self.assertEqual(self.text("old.xml"), "as it was")
        self.assertFalse((self.folder / "new.html").exists())
        self.assertFalse((self.folder / "a").exists())


if __name__ == "__main__":
    unittest.main()
