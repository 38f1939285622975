# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twin outside and inside of pytest: its ends, its values, its errors."""

import datetime
import os
import signal
import struct
import subprocess
import threading
import time
from pathlib import Path

import metertwin
import pytest
from conftest import STEADY, read_registers
from metertwin import Twin


def test_a_master_reads_what_the_twin_shows():
    with Twin(STEADY, speed="paused") as twin:
        twin.apply("sag", phase="B", residual="70 %")
        twin.step("3 s")
        (volts,) = struct.unpack(
            ">f", read_registers((twin.host, twin.tcp_port), twin.unit, 295, 2))
        assert volts == twin.registers["voltage_bn"] == twin.registers[295]
        assert volts == pytest.approx(193.9, abs=0.1)  # 0.7 * 277 V


def test_every_endpoint_is_there():
    with Twin(STEADY) as twin:
        assert os.path.exists(twin.pty)
        ports = {twin.tcp_port, twin.rtu_tcp_port, twin.rfc2217_port}
        assert len(ports) == 3 and twin.host == "127.0.0.1" and twin.unit == 1
        # RTU over TCP: register 26, the frequency in 0.01 Hz; CRCs worked out with pymodbus.
        import socket
        with socket.create_connection((twin.host, twin.rtu_tcp_port), 10) as line:
            line.sendall(bytes.fromhex("01030019000155cd"))
            assert line.recv(7)[:5] == bytes.fromhex("0103021770")


def test_a_paused_twin_goes_by_steps_alone(paused):
    begin = paused.time
    assert paused.time == begin
    paused.step("10 s")
    paused.step(1.5)
    paused.step(datetime.timedelta(minutes=1))
    assert paused.time == pytest.approx(begin + 71.5, abs=1e-9)


def test_speed_is_that_of_the_call():
    with Twin(STEADY, speed=50) as twin:
        assert twin.status()["speed"] == 50
        assert not twin.status()["paused"]


def test_dotted_keys_go_as_map_keyword_and_item(paused):
    told = paused.set({"source.voltage.B": "70 %"}, duration="3 s")
    assert told["values"] == {"source.voltage.B": "193.9 V"}
    paused.set(source__voltage__A="100 V", installation__ct_leads__C="open")
    assert paused.world["source.voltage.A"] == "100 V"
    assert paused.world["installation.ct_leads.C"] == "open"
    paused.step("4 s")  # Those 3 s are over.
    assert paused.world["source.voltage.B"] == "277 V"
    paused.world["load.current.A"] = "50 %"
    assert paused.world.number("load.current.A") == 100.0
    with pytest.raises(KeyError, match="several values"):
        paused.world["load.current"]
    assert "source.frequency" in paused.world


def test_registers_are_a_mapping(paused):
    assert len(paused.registers) > 50 and "voltage_an" in set(paused.registers)
    several = paused.registers.read("voltage_an", 26)
    assert several == {"voltage_an": pytest.approx(277, abs=0.1), "26": 60}
    paused.registers["demand_subintervals"] = 3
    assert paused.registers["demand_subintervals"] == 3
    paused.write(demand_subintervals=2)
    assert paused.registers["demand_subintervals"] == 2
    paused.power("off")
    paused.step("1 s")
    assert paused.registers["voltage_an"] is None
    with pytest.raises(TypeError):
        del paused.registers["voltage_an"]


def test_the_glass(paused):
    paused.step("10 s")  # Lamp test and model go by.
    assert paused.display.label == "KWh"
    assert "heart" in paused.display.icons or "k" in paused.display.icons
    assert str(paused.display).startswith("KWh")
    before = paused.display
    paused.press(["plus"])
    paused.step("1 s")
    assert paused.display != before


def test_what_the_meter_refuses_is_refused(paused):
    with pytest.raises(metertwin.Refused) as refused:
        paused.write({131: 1})
    assert refused.value.code == -32000
    with pytest.raises(metertwin.WrongCall, match="did you mean"):
        paused.set({"source.voltge": 1})
    with pytest.raises(ValueError):
        paused.apply("saag")
    with pytest.raises(metertwin.WrongCall) as wrong:
        paused.set({"source.voltge": 1, "source.voltage.A": "soon"})
    assert len(wrong.value.mistakes) == 2 and str(wrong.value).count("\n") == 1
    assert paused.registers["voltage_an"] is not None  # Nothing broke.


def test_faults_and_their_dashes(paused):
    paused.apply("motor-start", multiple=6, start_pf="0.2 lagging", duration="4 s")
    assert [one["fault"] for one in paused.status()["faults"]] == ["motor-start"]
    paused.clear("motor-start")
    paused.line(drop="100 %", duration="2 s")
    paused.line({"corrupt": {"probability": "100 %", "bits": 2}})
    assert paused.line()["acting"] == 2
    paused.line(clear=True)
    assert paused.line()["acting"] == 0


def test_time_goes_back(paused):
    paused.snapshot("here")
    seen = paused.registers["real_energy"]
    paused.step("1 h")
    assert paused.registers["real_energy"] > seen + 100
    paused.restore("here")
    assert paused.registers["real_energy"] == seen
    paused.step("10 s")
    at = paused.time
    paused.rewind(by="5 s")
    assert paused.time == pytest.approx(at - 5, abs=1e-9)
    assert [one["name"] for one in paused.bookmarks()["bookmarks"]] == ["here"]


def test_a_line_of_meters_each_with_its_own():
    with Twin(STEADY, meters=3, speed="paused") as twin:
        assert twin.units == [1, 2, 3]
        third = twin.meter(3)
        third.set(source__voltage="100 V")
        twin.step("10 s")
        assert third.registers["voltage_an"] == pytest.approx(100, abs=0.1)
        assert twin.registers["voltage_an"] == pytest.approx(277, abs=0.1)
        assert twin.meter(1).registers["voltage_an"] == twin.registers["voltage_an"]
        assert int(third.serial, 16) == int(twin.serial, 16) + 2
        assert third.display.label == "KWh"
        with pytest.raises(KeyError, match=r"\[1, 2, 3\]"):
            twin.meter(4)


def test_several_scenarios_are_a_line(tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("metertwin: 1\nname: other\nmeter: {address: 9, serial: 00000009}\n")
    with Twin([STEADY, other]) as twin:
        assert twin.units == [1, 9]
    with Twin(other.read_text()) as twin:  # The text of a scenario is one, too.
        assert twin.unit == 9


def test_a_wrong_scenario_tells_why():
    with pytest.raises(metertwin.StartRefused, match="voltge"):
        Twin({"source": {"voltge": 1}})


def test_no_program_tells_how_to_name_one(monkeypatch):
    with pytest.raises(metertwin.ProgramNotFound, match="METERTWIN_CLI"):
        Twin(program="/nowhere/metertwin-cli")
    monkeypatch.setenv("METERTWIN_CLI", "nowhere")
    with pytest.raises(metertwin.ProgramNotFound, match="'nowhere'"):
        Twin()


def test_options_of_serve_replace_and_add(tmp_path):
    trace = tmp_path / "wire.txt"
    with Twin(STEADY, options=["--tcp", "127.0.0.1:0", "--trace", str(trace)]) as twin:
        assert [one.kind for one in twin.endpoints] == ["modbus-tcp"]
        with pytest.raises(metertwin.TwinError, match="no endpoint modbus-rtu; it has modbus-tcp"):
            twin.pty
        assert trace.exists()


def test_traffic_is_told():
    with Twin(STEADY) as twin:
        read_registers((twin.host, twin.tcp_port), 1, 26, 1)
        assert "00 19 00 01" in twin.traffic or "0019 0001" in twin.traffic or "26" in twin.traffic


def test_a_twin_that_dies_tells_how():
    twin = Twin(STEADY)
    os.kill(twin.pid, signal.SIGKILL)
    with pytest.raises(metertwin.TwinDied, match="ended by signal 9"):
        twin.step("1 s")
    with pytest.raises(metertwin.TwinDied, match="ended by signal 9"):
        twin.close()
    twin.close()  # Once is enough.


def test_a_death_within_a_step_is_noticed():
    twin = Twin(STEADY)
    threading.Timer(0.2, os.kill, (twin.pid, signal.SIGKILL)).start()
    begin = time.monotonic()
    with pytest.raises(metertwin.TwinDied):
        twin.step("720 h")
    assert time.monotonic() - begin < 20
    with pytest.raises(metertwin.TwinDied):
        twin.close()


def test_a_test_that_failed_is_not_told_the_end_instead():
    with pytest.raises(ZeroDivisionError):
        with Twin(STEADY) as twin:
            os.kill(twin.pid, signal.SIGKILL)
            raise ZeroDivisionError


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import tempfile
    monkeypatch.setattr(tempfile, "tempdir", None)
    twin = Twin(STEADY)
    pid = twin.pid
    assert list(tmp_path.iterdir())
    twin.close()
    assert not list(tmp_path.iterdir())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(metertwin.TwinError, match="closed"):
        twin.step("1 s")


def test_threads_share_a_twin(paused):
    errors = []

    def read():
        try:
            for _ in range(50):
                assert paused.registers["frequency"] == pytest.approx(60, abs=0.01)
        except Exception as error:  # pylint: disable=broad-except
            errors.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors


def test_an_answer_that_does_not_come_is_told():
    with Twin(STEADY, timeout_s=1.0) as twin:
        with pytest.raises(metertwin.TwinError, match="timeout_s"):
            twin.step("48000 h")
        os.kill(twin.pid, signal.SIGKILL)
        with pytest.raises(metertwin.TwinDied):
            twin.close()


def test_the_judge_is_asked_of_the_trace(tmp_path, program):
    """With a stand-in for a program that has the command `judge`; what it prints is the format
    of docs/python.md."""
    stand_in = tmp_path / "metertwin-cli"
    stand_in.write_text(
        "#!/bin/sh\n"
        f'[ "$1" = judge ] || exec {program} "$@"\n'
        '[ "$3 $4" = "--format json" ] && grep -q "" "$2" || exit 2\n'
        "cat <<'END'\n"
        '{"score": 87, "findings": [{"rule": "J03", "severity": "error", "count": 4,'
        ' "frames": ["00 01"], "cost": "wrong values", "advice": "read 138"}],'
        ' "good": ["waits"]}\nEND\nexit 1\n')
    stand_in.chmod(0o755)
    with Twin(STEADY, program=stand_in) as twin:
        read_registers((twin.host, twin.tcp_port), 1, 26, 1)
        judge = twin.judge
    assert judge.score == 87 and judge.good == ("waits",)
    assert judge.errors == [judge.of_rule("J03")] and judge.of_rule("J01") is None
    assert "J03 (error, 4 times)" in str(judge)


def test_a_program_without_judge_says_so(tmp_path, program):
    stand_in = tmp_path / "metertwin-cli"
    stand_in.write_text(f'#!/bin/sh\n[ "$1" = judge ] || exec {program} "$@"\n'
                        "echo 'no judge here' >&2\nexit 2\n")
    stand_in.chmod(0o755)
    with Twin(STEADY, program=stand_in) as twin:
        with pytest.raises(metertwin.TwinError, match="no judge here"):
            assert twin.judge


def test_the_version_is_that_of_the_program(program):
    told = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=True)
    assert told.stdout.split()[1] == metertwin.__version__


def test_the_package_needs_the_standard_library_alone():
    import ast
    import sys
    folder = Path(metertwin.__file__).parent
    own = set()
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                own |= {(file.name, name.name.split(".")[0]) for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                own.add((file.name, (node.module or "").split(".")[0]))
    foreign = {(file, name) for file, name in own
               if name not in sys.stdlib_module_names and name != "metertwin"}
    assert {name for _, name in foreign} == {"pytest"}
    assert {file for file, _ in foreign} == {"pytest_plugin.py", "_scenario_items.py"}
