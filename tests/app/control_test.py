#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`serve --control` and `ctl`: the socket, its clients, and the shipped examples."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import unittest
from pathlib import Path

from program import LIMIT_S, PROGRAM, STEADY, ProgramTest, Served

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"


class Client:
    """A JSON-RPC client that knows lines and nothing else."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(LIMIT_S)
        self.socket.connect(path)
        self.lines = self.socket.makefile("r", encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.lines.close()
        self.socket.close()

    def send(self, text):
        self.socket.sendall(text if isinstance(text, bytes) else text.encode())

    def answer(self):
        return json.loads(self.lines.readline())

    def call(self, method, **params):
        self.send(json.dumps({"jsonrpc": "2.0", "id": 5, "method": method,
                              "params": params}) + "\n")
        answer = self.answer()
        assert answer["id"] == 5, answer
        return answer["result"] if "result" in answer else answer["error"]


class Control(ProgramTest):

    def serve(self, *arguments):
        self.path = str(self.folder / "twin")
        return Served("--tcp", "127.0.0.1:0", "--control", self.path, *arguments,
                      self.write("steady.yaml", STEADY))

    def ctl(self, *arguments):
        return self.succeed("ctl", self.path, *arguments)

    def test_the_socket_is_its_users_alone_and_goes_with_the_twin(self):
        with self.serve() as twin:
            state = os.lstat(self.path)
            self.assertTrue(stat.S_ISSOCK(state.st_mode))
            self.assertEqual(stat.S_IMODE(state.st_mode), 0o600)
            self.assertEqual(state.st_uid, os.geteuid())
            self.assertEqual(twin.end(), (0, ""))
        self.assertFalse(os.path.lexists(self.path))

    def test_what_a_dead_twin_left_is_replaced(self):
        with self.serve() as twin:
            twin.end(signal.SIGKILL)
        self.assertTrue(os.path.lexists(self.path))
        with self.serve() as twin:
            self.assertEqual(self.ctl("get", "source.voltage.A"), "277 V\n")
            self.assertEqual(twin.end(), (0, ""))

    def test_somebody_elses_file_or_socket_stays(self):
        mine = self.write("mine", "precious")
        told = self.refuse("serve", "--tcp", "127.0.0.1:0", "--control", mine)
        self.assertIn(mine, told)
        self.assertEqual(Path(mine).read_text(encoding="utf-8"), "precious")
        with self.serve() as twin:
            self.assertIn("already", self.refuse("serve", "--tcp", "127.0.0.1:0", "--control",
                                                 self.path))
            self.assertEqual(self.ctl("get", "source.voltage.A"), "277 V\n")
            twin.end()
        for path in ["", str(self.folder / "none" / "twin"), "x" * 200]:
            self.refuse("serve", "--tcp", "127.0.0.1:0", "--control", path)

    def test_a_paused_twin_goes_exactly_as_far_as_it_is_stepped(self):
        with self.serve() as twin, Client(self.path) as client:
            self.assertTrue(client.call("pause")["paused"])
            start = client.call("status")["time"]
            self.assertAlmostEqual(client.call("step", **{"for": "10 s"})["time"] - start, 10.0)
            client.call("set", **{"source.voltage.B": "70 %"})
            client.call("step", **{"for": 3})
            read = client.call("read", registers=["voltage_an", "voltage_bn"])
            # 277 V, and 70 % of it; the meter's words are in 0.1 V.
            self.assertAlmostEqual(read["values"]["voltage_an"], 277.0, delta=0.1)
            self.assertAlmostEqual(read["values"]["voltage_bn"], 193.9, delta=0.1)
            # A master on the wire reads the same.
            wire = self.succeed("read", "--tcp", twin.tcp, "--format", "csv", "voltage_bn")
            self.assertIn("193.9", wire)
            self.assertEqual(twin.end(), (0, ""))

    def test_requests_of_one_client_are_done_in_their_order(self):
        with self.serve() as twin, Client(self.path) as client:
            lines = [{"method": "pause"}, {"method": "snapshot", "params": {"name": "here"}},
                     {"method": "step", "params": {"for": "60 s"}}, {"method": "status"},
                     {"method": "restore", "params": {"name": "here"}}, {"method": "status"}]
            client.send("".join(json.dumps({"jsonrpc": "2.0", "id": i, **line}) + "\n"
                                for i, line in enumerate(lines)))
            answers = [client.answer() for _ in lines]
            self.assertEqual([answer["id"] for answer in answers], list(range(len(lines))))
            start = answers[1]["result"]["time"]
            self.assertAlmostEqual(answers[3]["result"]["time"] - start, 60.0)
            self.assertAlmostEqual(answers[5]["result"]["time"], start)
            twin.end()

    def test_others_are_served_while_one_steps(self):
        with self.serve() as twin, Client(self.path) as slow, Client(self.path) as quick:
            slow.call("pause")
            slow.send('{"jsonrpc":"2.0","id":5,"method":"step","params":{"for":"2000 s"}}\n')
            begun = quick.call("status")["time"]
            end = slow.answer()["result"]["time"]
            self.assertLess(begun, end)
            self.assertAlmostEqual(quick.call("status")["time"], end)
            twin.end()

    STEP = '{"jsonrpc":"2.0","id":5,"method":"step","params":{"for":%s}}\n'

    def assert_time_stands(self, client):
        before = client.call("status")
        again = client.call("status")
        self.assertEqual((before["stepping"], before["paused"]), (0, True))
        self.assertEqual(before["time"], again["time"])

    def test_a_step_ends_when_its_client_hangs_up(self):
        with self.serve() as twin, Client(self.path) as other:
            other.call("pause")
            with Client(self.path) as client:
                client.send(self.STEP % "1e9")
                while other.call("status")["stepping"] == 0:
                    pass
            while other.call("status")["stepping"] > 0:
                pass
            self.assert_time_stands(other)
            self.assertEqual(twin.end(), (0, ""))

    def test_half_closed_clients_get_their_step(self):
        with self.serve() as twin, Client(self.path) as client:
            client.send(self.STEP % "5")
            client.socket.shutdown(socket.SHUT_WR)
            self.assertIn("time", client.answer()["result"])
            self.assertEqual(twin.end(), (0, ""))

    def test_a_step_can_be_cancelled_and_pause_stops_it(self):
        with self.serve() as twin, Client(self.path) as slow, Client(self.path) as other:
            other.call("pause")
            for method, told in [("cancel", "`cancel`"), ("pause", "`pause`")]:
                slow.send(self.STEP % "1e9")
                while other.call("status")["stepping"] == 0:
                    pass
                result = other.call(method)
                self.assertTrue(result.get("cancelled", 1) == 1 and "time" in result, result)
                self.assertIn(told, slow.answer()["error"]["message"])
                self.assert_time_stands(other)
            self.assertEqual(other.call("cancel")["cancelled"], 0)
            self.assertEqual(twin.end(), (0, ""))

    def test_a_short_step_does_not_wait_for_a_long_one(self):
        with self.serve() as twin, Client(self.path) as slow, Client(self.path) as quick:
            quick.call("pause")
            slow.send(self.STEP % "1e9")
            while quick.call("status")["stepping"] == 0:
                pass
            begun = quick.call("status")["time"]
            self.assertGreaterEqual(quick.call("step", **{"for": 1})["time"], begun + 1)
            self.assertEqual(quick.call("cancel")["cancelled"], 1)
            self.assertEqual(twin.end(), (0, ""))

    def test_a_recording_of_any_meter_of_a_line_can_be_read(self):
        with self.serve("--meters", "3") as twin:
            for unit in "123":
                file = str(self.folder / f"unit{unit}.yaml")
                self.ctl("record", file, "unit=" + unit)
                self.succeed("check", file)
            self.assertEqual(twin.end(), (0, ""))

    def test_batches_and_notifications(self):
        with self.serve() as twin, Client(self.path) as client:
            batch = [{"jsonrpc": "2.0", "method": "pause"},
                     {"jsonrpc": "2.0", "id": "a", "method": "step", "params": {"for": "1 s"}},
                     {"jsonrpc": "2.0", "id": "b", "method": "nothing"}, 7]
            client.send(json.dumps(batch) + "\n")
            answers = client.answer()
            self.assertEqual([answer["id"] for answer in answers], ["a", "b", None])
            self.assertEqual(answers[1]["error"]["code"], -32601)
            self.assertEqual(answers[2]["error"]["code"], -32600)
            client.send(json.dumps(batch[:1]) + "\n")
            self.assertTrue(client.call("status")["paused"])  # Nothing came before it.
            twin.end()

    def test_garbage_and_lines_without_end_are_told_and_survived(self):
        with self.serve() as twin, Client(self.path) as client:
            client.send(b"\x00\xff\xfe nonsense\n")
            self.assertEqual(client.answer()["error"]["code"], -32700)
            client.send(b"[" * 60_000 + b"\n")
            self.assertEqual(client.answer()["error"]["code"], -32600)
            client.send(b"x" * 1_000_000 + b"\n")
            self.assertIn("65536", client.answer()["error"]["message"])
            client.send(b'{"jsonrpc":"2.0","id":5,"method":"set",'
                        b'"params":{"\\u0001\\ud83d":"\xc3\xa9"}}\n')
            self.assertIn("error", client.answer())
            self.assertIn("time", client.call("status"))
            self.assertEqual(twin.end(), (0, ""))

    def test_many_clients_and_one_that_fetches_nothing(self):
        with self.serve() as twin, Client(self.path) as lazy:
            lazy.socket.setblocking(False)
            line = b'{"jsonrpc":"2.0","id":5,"method":"help"}\n'
            taken = 0
            try:
                while taken < 64 << 20:
                    taken += lazy.socket.send(line * 100)
            except BlockingIOError:
                pass
            self.assertLess(taken, 64 << 20)  # It is held up, not stored.
            clients = [Client(self.path) for _ in range(31)]
            for client in clients:
                self.assertIn("time", client.call("status"))
            with Client(self.path) as surplus:
                self.assertIn("32 clients", surplus.answer()["error"]["message"])
                self.assertEqual(surplus.lines.readline(), "")
            for client in clients:
                client.__exit__()
            self.assertEqual(twin.end(), (0, ""))

    def test_what_was_sent_before_a_hang_up_is_done(self):
        with self.serve() as twin:
            with Client(self.path) as client:
                client.send('{"jsonrpc":"2.0","method":"pause"}\n'
                            '{"jsonrpc":"2.0","method":"step","params":{"for":"100 s"}}\n'
                            '{"jsonrpc":"2.0","method":"set","params":{"load.current":"7 A"}}')
            for _ in range(10_000):
                if self.ctl("get", "load.current.A") == "7 A\n":
                    break
            self.assertEqual(self.ctl("get", "load.current.A"), "7 A\n")
            twin.end()

    def test_the_client_speaks_text_and_json(self):
        with self.serve() as twin:
            self.assertIn("paused = true", self.ctl("pause"))
            self.assertEqual(self.ctl("set", "source.voltage.B=70 %").splitlines()[1],
                             "values.source.voltage.B = 193.9 V")
            self.ctl("step", "3", "s")
            self.assertAlmostEqual(float(self.ctl("read", "voltage_bn")), 193.9, delta=0.1)
            self.assertEqual(self.ctl("read", "voltage_bn", "alerts").count("\n"), 2)
            self.assertTrue(json.loads(self.ctl("status", "--format", "json"))["measuring"])
            self.ctl("press", "right", "plus")
            self.ctl("apply", "sag", "phase=A", "residual=50 %", "for=12 cycles")
            self.assertIn("source.voltage.A", self.ctl("get", "source"))
            self.assertIn("step: ", self.ctl("help"))
            for words, status in [(("set", "source.voltge=1"), 2), (("nothing",), 2),
                                  (("restore", "nowhere"), 1), (("step", "soon"), 2),
                                  (("press", "keys=[right"), 2)]:
                self.refuse("ctl", self.path, *words, status=status)
            self.assertEqual(twin.end(), (0, ""))
        self.assertIn("serve --control", self.refuse("ctl", self.path, "status", status=1))

    def test_a_recording_repeats_what_was_done(self):
        file = str(self.folder / "done.yaml")
        with self.serve() as twin:
            self.ctl("pause")
            self.ctl("set", "source.voltage.A=50 %")
            self.ctl("step", "4 s")
            end = float(json.loads(self.ctl("status", "--format", "json"))["time"])
            seen = self.ctl("read", "voltage_an")
            self.ctl("record", file)
            twin.end()
        Path(file).write_text(
            Path(file).read_text(encoding="utf-8") +
            f"expect: [{{at: {end} s, register: voltage_an, equals: {seen.strip()}}}]\n",
            encoding="utf-8")
        self.succeed("run", file)

    def test_the_examples_do_what_they_say(self):
        for name, command in [("steer.sh", ["sh"]), ("steer.py", [sys.executable, "-B"])]:
            done = subprocess.run([*command, str(EXAMPLES / name)], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                  timeout=LIMIT_S, check=False, cwd=self.folder,
                                  env={**os.environ, "METERTWIN_CLI": PROGRAM})
            self.assertEqual((done.returncode, done.stderr), (0, ""), (name, done.stdout))
            self.assertIn("passed", done.stdout)

    def test_the_examples_notice_what_is_wrong(self):
        # A voltage of another level than the scripts expect.
        for name, command in [("steer.sh", ["sh"]), ("steer.py", [sys.executable, "-B"])]:
            text = (EXAMPLES / name).read_text(encoding="utf-8").replace("193.3", "150.0")
            done = subprocess.run([*command, self.write(name, text)], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                  timeout=LIMIT_S, check=False, cwd=self.folder,
                                  env={**os.environ, "METERTWIN_CLI": PROGRAM})
            self.assertEqual(done.returncode, 1, (name, done.stdout, done.stderr))


if __name__ == "__main__":
    unittest.main()
