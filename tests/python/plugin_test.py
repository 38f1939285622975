# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plugin as a project of somebody else uses it."""

import re
import shlex
import subprocess

import pytest

QUICK = "import pytest\n"


def test_the_fixture_is_a_fresh_twin_for_each_test(project):
    project.makepyfile(QUICK + """
ports = set()

@pytest.mark.parametrize("turn", [1, 2])
def test_fresh(metertwin, turn):
    assert metertwin.world["source.voltage.B"] != "100 V"
    metertwin.world["source.voltage.B"] = "100 V"
    assert metertwin.status()["measuring"]

def test_the_example_of_the_page(metertwin):
    metertwin.apply("sag", phase="B", residual="70 %")
    metertwin.step("3 s")
    assert metertwin.registers["voltage_bn"] == pytest.approx(193.9, rel=5e-3)
    assert metertwin.display.label == "KWh"
""")
    project.runpytest().assert_outcomes(passed=3)


def test_the_factory_makes_several(project):
    project.makepyfile(QUICK + """
def test_two(metertwin_factory):
    one = metertwin_factory(scenario={"source": {"voltage": "100 V"}})
    two = metertwin_factory(meters=2, options=["--tcp", "127.0.0.1:0"], speed="paused")
    assert one.tcp_port != two.tcp_port
    assert one.registers["voltage_an"] == pytest.approx(100, abs=0.1)
    assert two.units == [1, 2] and two.status()["paused"]
""")
    project.runpytest().assert_outcomes(passed=1)


def test_the_nearest_marker_wins_and_files_are_found_beside_the_test(project):
    folder = project.mkdir("inner")
    (folder / "low.yaml").write_text("metertwin: 1\nname: low\nsource: {voltage: 100 V}\n")
    (folder / "test_marks.py").write_text(QUICK + """
@pytest.mark.metertwin(scenario="low.yaml", speed=3)
class TestMarks:
    def test_class(self, metertwin):
        assert metertwin.status()["scenario"] == "low"
        assert metertwin.status()["speed"] == 3

    @pytest.mark.metertwin(meters=2, speed="paused")
    def test_function(self, metertwin):
        assert metertwin.status()["scenario"] == "low"
        assert metertwin.status()["paused"] and metertwin.units == [1, 2]

@pytest.mark.metertwin(scenarios="low.yaml")
def test_mistyped(metertwin):
    pass
""")
    result = project.runpytest("--strict-markers")
    result.assert_outcomes(passed=2 + 1, errors=1)  # The scenario is a test, too.
    result.stdout.fnmatch_lines(["*has no scenarios; it takes scenario, meters, options, speed*"])


def test_options_come_before_the_ini_file(project):
    project.makefile(".yaml", low="metertwin: 1\nname: low\n", high="metertwin: 1\nname: high\n")
    project.makeini("[pytest]\nmetertwin_scenario = low.yaml\nmetertwin_speed = paused\n")
    project.makepyfile("""
import os

def test_it(metertwin):
    status = metertwin.status()
    assert [status["scenario"], status["paused"], status["speed"]] == eval(os.environ["WANTED"])
""")
    own = ["-k", "test_it"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WANTED", "['low', True, 1.0]")
        project.runpytest(*own).assert_outcomes(passed=1, deselected=2)
        patch.setenv("WANTED", "['high', False, 2.0]")
        project.runpytest(*own, "--metertwin-scenario", "high.yaml", "--metertwin-speed", "2",
                          ).assert_outcomes(passed=1, deselected=2)
        for name in ("low.yaml", "high.yaml"):
            (project.path / name).unlink()
        result = project.runpytest("--metertwin-program", "/nowhere")
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["*there is no program '/nowhere'*"])


def test_a_twin_that_dies_fails_its_test_once_with_what_it_said(project):
    project.makepyfile(QUICK + """
import os, signal

def test_notices(metertwin):
    os.kill(metertwin.pid, signal.SIGKILL)
    metertwin.step("1 s")

def test_does_not_notice(metertwin):
    os.kill(metertwin.pid, signal.SIGKILL)

def test_next(metertwin):
    assert metertwin.exit_status is None
""")
    result = project.runpytest()
    result.assert_outcomes(passed=2, failed=1, errors=1)
    result.stdout.fnmatch_lines(["*the twin was ended by signal 9; it said:*"])


def test_a_failure_shows_the_log(project):
    # A master at another baud rate is told on stderr.
    project.makepyfile("""
import os, termios

def test_wrong_baud(metertwin):
    line = os.open(metertwin.pty, os.O_RDWR | os.O_NOCTTY)
    state = termios.tcgetattr(line)
    state[4] = state[5] = termios.B9600
    termios.tcsetattr(line, termios.TCSANOW, state)
    os.write(line, bytes.fromhex("01030019000155cd"))
    metertwin.step("1 s")
    os.close(line)
    assert False
""")
    result = project.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*- metertwin 1 -*", "*9600*"])


def test_what_repeats_a_failure_is_kept(project, program):
    project.makepyfile(QUICK + """
@pytest.mark.parametrize("phase", ["A", "B"])
def test_fails(metertwin, phase):
    metertwin.apply("sag", phase=phase, residual="50 %")
    metertwin.step("2 s")
    assert metertwin.registers["voltage_an"] > 200

def test_passes(metertwin):
    pass
""")
    project.makefile(".yaml", sag="metertwin: 1\nname: a\nexpect:\n"
                     "  - {at: 2 s, register: voltage_an, equals: 1 V}\n"
                     "  - {at: 2 s, register: voltage_bn, equals: 1 V}\n")
    result = project.runpytest("--metertwin-keep")
    result.assert_outcomes(passed=2, failed=3)
    kept = project.path / "metertwin-failures"
    assert len(list(kept.iterdir())) == 2  # One test, and one file of two expectations.
    commands = set(re.findall(r"repeat it with: (.*)", result.stdout.str()))
    assert len(commands) == 2
    for command in commands:
        done = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, text=True, check=True)
        assert done.stdout.startswith("same: ")
    (folder,) = [one for one in kept.iterdir() if "test_fails" in one.name]
    assert {one.name for one in folder.iterdir()} == {"bundle.zip", "log.txt", "traffic.txt"}
    elsewhere = project.path / "elsewhere"
    project.runpytest(f"--metertwin-keep={elsewhere}").assert_outcomes(passed=2, failed=3)
    assert len(list(elsewhere.iterdir())) == 2


def test_nothing_is_kept_without_the_option(project):
    project.makepyfile("def test_fails(metertwin):\n    assert False\n")
    project.runpytest().assert_outcomes(failed=1)
    assert not (project.path / "metertwin-failures").exists()


def test_it_works_under_xdist(project):
    pytest.importorskip("xdist")
    project.makepyfile(QUICK + """
@pytest.mark.parametrize("turn", range(12))
def test_many(metertwin, turn):
    metertwin.step("1 s")
    assert metertwin.registers["voltage_an"] == pytest.approx(277, rel=0.02)
""")
    project.makefile(".yaml", good="metertwin: 1\nname: a\nexpect: "
                     "[{at: 2 s, register: voltage_an, equals: 277 V, within: 2 %}]\n")
    result = project.runpytest_subprocess("-n", "2", "-p", "xdist")
    result.assert_outcomes(passed=13)


def test_help_tells_of_the_options(project):
    project.runpytest("--help").stdout.fnmatch_lines(
        ["*--metertwin-program=PATH*", "*--metertwin-scenario=FILE*", "*--metertwin-speed=N*",
         "*--metertwin-keep*", "*metertwin_program (string)*"])
