# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files as tests of pytest."""

import pytest
from metertwin._scenario_items import title

SAG = """metertwin: 1
name: a sag
source: {voltage: 277 V}
timeline:
  - {at: 10 s, apply: sag, phase: B, residual: 70 %, for: 3 s}
expect:
  - {at: 9 s, register: voltage_bn, equals: 277 V, within: 0.1 %}
  - {from: 2 s, to: 9 s, register: frequency, between: [59.99, 60.01]}
  - {by: 16 s, register: voltage_bn, above: 276 V}
  - {at: 12 s, register: voltage_bn, equals: SEEN, within: 0.5 %}
"""


def test_each_expectation_is_an_item(project):
    project.makefile(".yaml", sag=SAG.replace("SEEN", "193.9 V"))
    result = project.runpytest("-v")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines([
        "sag.yaml::expect[[]0] register voltage_bn at 9 s PASSED*",
        "sag.yaml::expect[[]1] register frequency from 2 s to 9 s PASSED*",
        "sag.yaml::expect[[]2] register voltage_bn by 16 s PASSED*",
        "sag.yaml::expect[[]3] register voltage_bn at 12 s PASSED*"])


def test_one_that_fails_tells_the_line_of_the_report(project):
    project.makefile(".yaml", sag=SAG.replace("SEEN", "150 V"))
    result = project.runpytest()
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines([
        "*sag.yaml:10:5: failed at 12 s: at 12 s, register voltage_bn, equals 150 V, "
        "within 0.5 %: seen 193.9*"])
    assert "Traceback" not in result.stdout.str()


def test_one_item_can_be_chosen(project):
    project.makefile(".yaml", sag=SAG.replace("SEEN", "150 V"))
    project.runpytest("-k", "frequency").assert_outcomes(passed=1, deselected=3)
    project.runpytest("sag.yaml::expect[3] register voltage_bn at 12 s").assert_outcomes(failed=1)


def test_a_file_without_expectations_is_played(project):
    project.makefile(".yaml", plain="metertwin: 1\nname: a\nduration: 2 s\n")
    result = project.runpytest("-v")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["plain.yaml::plays PASSED*"])


def test_a_wrong_file_is_an_error_with_its_place(project):
    project.makefile(".yaml", wrong="metertwin: 1\nname: a\nsource: {voltge: 1}\n")
    result = project.runpytest()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*wrong.yaml:3:10: *voltge*"])


def test_other_yaml_files_and_bases_are_left_alone(project):
    project.makefile(".yaml", other="services: {web: 1}\n", base="metertwin: 1\nseed: 4\n")
    project.makefile(".yml", derived="metertwin: 1\nname: a\nextends: base.yaml\nduration: 1 s\n")
    project.runpytest().assert_outcomes(passed=1)


def test_a_scenario_of_json_is_one_as_well(project):
    project.makefile(".yaml", plain='{"metertwin": 1, "name": "a",\n "duration": "2 s"}\n')
    project.runpytest().assert_outcomes(passed=1)


@pytest.mark.parametrize("text, wanted", [
    ("at 12 s, register voltage_bn, equals 277 V", "expect[3] register voltage_bn at 12 s"),
    ("from 2 s, to 9 s, output alarm, state closed", "expect[3] output alarm from 2 s to 9 s"),
    ("at 9 s, display, label KWh", "expect[3] display at 9 s"),
])
def test_titles(text, wanted):
    assert title(3, text) == wanted
