# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked examples of docs/python.md do what the page says."""

import re

from conftest import ROOT

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```\w+\n# (\S+\.(?:py|yaml))\n(.*?)```", PAGE, re.DOTALL))


def test_the_worked_examples_pass(project):
    assert sorted(FILES) == ["billing.py", "meter_driver.py", "scenarios/sag.yaml",
                             "test_billing.py", "test_meter_driver.py"]
    for name, text in FILES.items():
        path = project.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    result = project.runpytest("-v")
    result.assert_outcomes(passed=4 + 3 + 1)
    for line in re.findall(r"^scenarios/\S+::.* PASSED$", PAGE, re.MULTILINE):
        assert line in result.stdout.str()


def test_the_driver_notices_what_is_wrong(project):
    project.syspathinsert()
    (project.path / "meter_driver.py").write_text(FILES["meter_driver.py"])
    broken = FILES["test_meter_driver.py"].replace("(277, 270, 265)", "(277, 265, 270)")
    (project.path / "test_meter_driver.py").write_text(broken)
    project.runpytest().assert_outcomes(passed=3, failed=1)


def test_the_short_calls_of_the_page_are_right(paused):
    block = re.search(r"```python\n(twin\.set\(.*?)```", PAGE, re.DOTALL).group(1)
    for line in block.splitlines():
        exec(line, {"twin": paused})  # pylint: disable=exec-used
    assert len(block.splitlines()) == 5
