#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a master against hostile slaves, on sockets and virtual ports.

The rules are in docs/masters.md; each of them has its test in virtual time as well
(rtu_master_test.cpp, tcp_master_test.cpp). Here is what only whole programs show.
"""

import json
import os
import pty
import select
import socket
import struct
import subprocess
import threading
import time
import tty
import unittest

from program import LIMIT_S, PROGRAM, STEADY, ProgramTest, Served


def crc(data):
    """CRC-16 of Modbus over Serial Line V1.02, clause 2.5.1.2; low byte first."""
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def rtu(unit, pdu):
    frame = bytes([unit]) + pdu
    return frame + crc(frame)


class TcpSlave:
    """Hands every connection to `talk`, in a thread of its own."""

    def __init__(self, talk):
        self.talk = talk
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen()
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection:
            try:
                self.talk(connection)
            except OSError:
                pass

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


class PtySlave:
    """Hands every request frame to `answer`; what that gives is written back."""

    def __init__(self, answer):
        self.answer = answer
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave)
        self.path = os.ttyname(self.slave)
        self.requests = []
        self.is_over = False
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        heard = b""
        while not self.is_over:
            if not select.select([self.master], [], [], 0.05)[0]:
                continue
            heard += os.read(self.master, 512)
            function = heard[1] if len(heard) > 1 else 0
            size = {3: 8, 4: 8, 6: 8, 17: 4, 43: 7}.get(function, 0)
            if len(heard) > 6 and function == 16:
                size = 9 + heard[6]
            if size and len(heard) >= size:
                request, heard = heard[:size], heard[size:]
                self.requests.append(request)
                os.write(self.master, self.answer(request))

    def close(self):
        self.is_over = True


def own_number(request):
    """A read of one register, answered with its own address."""
    return rtu(request[0], bytes([request[1], 2]) + request[2:4])


class Hostile(ProgramTest):

    def tcp_slave(self, talk):
        slave = TcpSlave(talk)
        self.addCleanup(slave.close)
        return slave.address

    def pty_slave(self, answer):
        slave = PtySlave(answer)
        self.addCleanup(slave.close)
        return slave

    def test_a_reset_is_told_and_kills_nobody(self):
        def talk(connection):
            while request := connection.recv(260):
                if request[7] != 3:
                    # Closing with a linger time of 0 s sends a reset.
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                          struct.pack("ii", 1, 0))
                    return
                connection.sendall(request[:5] + b"\x05" + request[6:8] + b"\x02\x00\x07")

        address = self.tcp_slave(talk)
        for _ in range(5):
            error = self.refuse("identify", "--tcp", address, status=1)
            self.assertRegex(error, "reset the connection|closed the connection")
        found = json.loads(self.succeed("scan", "--tcp", address, "--units", "1-3", "--format",
                                        "json"))
        self.assertEqual(found, [{"unit": unit, "state": "meter", "exception": None,
                                  "identity": None} for unit in (1, 2, 3)])

    def test_a_slave_that_dribbles_holds_nobody(self):
        def talk(connection):
            while connection.recv(260):
                for _ in range(100):
                    connection.sendall(b"\x00")
                    time.sleep(0.4)

        for kind in ("--tcp", "--rtu-tcp"):
            begun = time.monotonic()
            self.refuse("read", kind, self.tcp_slave(talk), "--timeout", "500 ms", "--retries", "1",
                        "26", status=1)
            self.assertLess(time.monotonic() - begun, 2.5)

    def test_an_answer_of_another_unit_protocol_or_length_is_not_believed(self):
        lies = {"unit": lambda h: h[:6] + b"\x4d", "protocol": lambda h: h[:2] + b"\0\5" + h[4:],
                "length 0": lambda h: h[:4] + b"\0\0" + h[6:],
                "length 3": lambda h: h[:4] + b"\0\3" + h[6:],
                "length 65535": lambda h: h[:4] + b"\xff\xff" + h[6:]}
        for name, lie in lies.items():
            def talk(connection, lie=lie):
                while request := connection.recv(260):
                    head = request[:4] + b"\0\5" + request[6:7]
                    connection.sendall(lie(head) + b"\x03\x02\x00\x07")

            for command in (("read", "26"), ("watch", "--count", "1", "26"),
                            ("write", "ct_primary=200"), ("identify",)):
                with self.subTest(lie=name, command=command):
                    self.refuse(command[0], "--tcp", self.tcp_slave(talk), "--timeout", "60 ms",
                                "--retries", "0", *command[1:], status=1)

    def test_a_write_with_a_wrong_echo_is_not_written(self):
        for echo in (b"\x06\x00\x82\x00\xc9", b"\x06\x00\x83\x00\xc8"):
            slave = self.pty_slave(lambda request, echo=echo: rtu(1, echo) if request[1] == 6
                                   else own_number(request))
            done = self.call("write", "--rtu", slave.path, "ct_primary=200")
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn("confirmed", done.stderr)
            self.assertEqual([request[1] for request in slave.requests].count(6), 1)

    def test_a_silent_slave_with_an_echoing_adapter_is_not_written(self):
        slave = self.pty_slave(lambda request: request)
        self.refuse("write", "--rtu", slave.path, "--timeout", "60 ms", "--retries", "0",
                    "ct_primary=200", status=1)
        self.refuse("read", "--rtu", slave.path, "--timeout", "60 ms", "--retries", "0", "26",
                    status=1)

    def test_neighbours_are_one_request_and_the_list_is_told_of(self):
        def answer(request):
            if request[1] == 16 and request[2:4] == b"\x00\x84":  # 133 and 134
                return rtu(1, b"\x90\x03")
            return rtu(1, request[1:6]) if request[1] in (6, 16) else own_number(request)

        slave = self.pty_slave(answer)
        done = self.call("write", "--rtu", slave.path, "130=40", "131=400", "pt_ratio=0.5",
                         "system_voltage=480", "demand_subintervals=1")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "130   system_type = 40\n131   ct_primary = 400 A\n")
        self.assertIn("exception 03", done.stderr)
        self.assertIn("pt_ratio takes 0.01..320 ratio", done.stderr)
        self.assertIn("written: system_type, ct_primary; "
                      "not written: pt_ratio, system_voltage, demand_subintervals", done.stderr)
        self.assertEqual([request[1] for request in slave.requests], [16, 16])
        # A mistake anywhere in the list: nothing is sent.
        before = len(slave.requests)
        error = self.refuse("write", "--rtu", slave.path, "ct_primary=400", "pt_ratoi=1",
                            "40133=200", status=2)
        self.assertIn("pt_ratio", error)
        self.assertIn("that is register 133", error)
        self.assertEqual(len(slave.requests), before)

    def test_every_exception_is_told_with_number_and_name(self):
        for code, words in ((1, "illegal function"), (6, "busy"), (11, "0x0B"), (87, "0x57")):
            slave = self.pty_slave(lambda request, code=code: rtu(1, bytes([request[1] | 128,
                                                                            code])))
            error = self.refuse("read", "--rtu", slave.path, "26", status=1)
            self.assertIn(f"exception {code:02d}", error)
            self.assertIn(words, error)

    def test_the_bytes_are_shown_with_their_meaning(self):
        slave = self.pty_slave(own_number)
        done = self.call("read", "--rtu", slave.path, "--verbose", "131")
        self.assertEqual(done.returncode, 0)
        sent, received = done.stderr.splitlines()
        self.assertRegex(sent, r"^\S+Z  sent       01 03 00 82 00 01 24 22  read 131 ct_primary$")
        self.assertRegex(received, r"^\S+Z  received   01 03 02 00 82 38 25  ct_primary 130 A$")
        self.assertNotIn("sent", done.stdout)

    def test_the_function_of_a_read_can_be_chosen(self):
        slave = self.pty_slave(own_number)
        self.succeed("read", "--rtu", slave.path, "--function", "4", "131")
        self.assertEqual(slave.requests[0][1], 4)
        self.refuse("read", "--rtu", slave.path, "--function", "5", "131")
        self.refuse("write", "--rtu", slave.path, "--function", "3", "131=400")

    def test_a_write_is_verified(self):
        def answer(request):  # Confirms everything, keeps 0x0082 in every register.
            return rtu(1, request[1:6]) if request[1] == 6 else rtu(1, b"\x03\x02\x00\x82")

        slave = self.pty_slave(answer)
        self.succeed("write", "--rtu", slave.path, "--verify", "131=130")
        error = self.refuse("write", "--rtu", slave.path, "--verify", "ct_primary=400", status=1)
        self.assertIn("written was 400, the register reads 130", error)

    def test_a_broadcast_is_not_asked(self):
        slave = self.pty_slave(lambda request: b"")
        self.succeed("write", "--rtu", slave.path, "--unit", "0", "command=21211")
        self.assertEqual(slave.requests, [rtu(0, b"\x06\x00\x80\x52\xdb")])
        for command in (("read", "26"), ("identify",), ("write", "--verify", "131=400")):
            self.assertIn("none of them answers",
                          self.refuse(command[0], "--rtu", slave.path, "--unit", "0",
                                      *command[1:]))

    def test_a_meter_that_is_not_there_is_not_listed(self):
        # Unit 7 answers, and 400 ms later again; unit 8 is two meters at once; 9 refuses.
        def answer(request):
            if request[0] == 7:
                return own_number(request) if request[1] == 3 else b""
            if request[0] == 8:
                return b"\x08\x03\xfa\x55\x00"
            if request[0] == 9:
                return rtu(9, bytes([request[1] | 128, 2]))
            return rtu(7, b"\x03\x02\x00\x01") if request[0] == 10 else b""

        slave = self.pty_slave(answer)
        found = json.loads(self.succeed("scan", "--rtu", slave.path, "--units", "6-11",
                                        "--timeout", "60 ms", "--format", "json"))
        self.assertEqual([(one["unit"], one["state"], one["exception"]) for one in found],
                         [(7, "meter", None), (8, "nonsense", None), (9, "refusal", 2)])


class Served2(ProgramTest):
    """Against the twin, whose line can be made as bad as one likes."""

    def serve(self, *arguments, text=STEADY):
        meter = Served(*arguments, "--control", str(self.folder / "twin"),
                       self.write("steady.yaml", text))
        meter.__enter__()
        self.addCleanup(meter.__exit__)
        return meter

    def line(self, *settings):
        self.succeed("ctl", str(self.folder / "twin"), "line", *settings)

    def test_late_and_doubled_answers_are_never_mixed_up(self):
        port = str(self.folder / "port")
        self.serve("--pty", port, "--speed", "1")
        names = ("voltage_an", "frequency", "current_a")
        want = {"voltage_an": 277.0, "frequency": 60.0, "current_a": 200.0}

        def check():
            values = json.loads(self.succeed("read", "--rtu", port, "--timeout", "200 ms",
                                             "--format", "json", *names))
            for value in values:
                self.assertAlmostEqual(value["value"], want[value["name"]], delta=0.5)

        self.succeed("read", "--rtu", port, "ct_primary")  # It has booted.
        self.line("delay=0.25 s")
        check()
        self.line("delay=0 s", "duplicate=true")
        check()
        self.succeed("write", "--rtu", port, "151=1", "ct_primary=200")
        self.line("duplicate=false")
        value, = json.loads(self.succeed("read", "--rtu", port, "--format", "json", "ct_primary"))
        self.assertEqual(value["value"], 200)

    def test_a_damaged_echo_is_not_written(self):
        meter = self.serve("--tcp", "127.0.0.1:0", "--speed", "10")
        self.succeed("read", "--tcp", meter.tcp, "ct_primary")
        self.line('corrupt={"functions":[6],"count":1}')
        error = self.refuse("write", "--tcp", meter.tcp, "ct_primary=205", status=1)
        self.assertIn("unit 1", error)

    def test_every_kind_of_link_reads_the_same(self):
        meter = self.serve("--tcp", "127.0.0.1:0", "--rtu-tcp", "127.0.0.1:0", "--rfc2217",
                           "127.0.0.1:0", "--pty", str(self.folder / "port"), "--speed", "10")
        places = [("--tcp", meter.tcp), ("--rtu-tcp", meter.endpoints["modbus-rtu-tcp"]),
                  ("--rfc2217", meter.endpoints["modbus-rtu-rfc2217"]),
                  ("--rtu", str(self.folder / "port"))]
        for place in places:
            with self.subTest(place=place):
                self.assertEqual(self.succeed("read", *place, "ct_primary"),
                                 "131   ct_primary  400 A\n")
                self.assertEqual(len(json.loads(self.succeed("read", *place, "--format", "json"))),
                                 len(json.loads(self.succeed("read", *places[0], "--format",
                                                             "json"))))
                self.succeed("write", *place, "--verify", "pulse_energy=100")
                self.succeed("write", *place, "--verify", "--function", "16", "pulse_energy=1000")
                identity = json.loads(self.succeed("identify", *place, "--format", "json"))
                self.assertEqual(identity["vendor"], "Leviton")
        self.assertIn("RFC 2217", self.refuse("read", "--rfc2217", places[1][1], "--timeout",
                                              "200 ms", "26", status=1))

    def test_the_line_is_found(self):
        text = STEADY.replace("voltage: 480 V}",
                              "voltage: 480 V, address: 3, baud: 9600, parity: even}")
        meter = self.serve("--rfc2217", "127.0.0.1:0", "--speed", "10", text=text)
        place = ("--rfc2217", meter.endpoints["modbus-rtu-rfc2217"])
        self.succeed("read", *place, "--unit", "3", "--baud", "9600", "--parity", "even", "131")
        found = json.loads(self.succeed("scan", *place, "--find-line", "--units", "1-4",
                                        "--timeout", "60 ms", "--format", "json"))
        self.assertEqual([(one["unit"], one["baud"], one["parity"], one["state"])
                          for one in found], [(3, 9600, "even", "meter")])
        self.assertIn("--find-line", self.refuse("scan", "--tcp", "127.0.0.1:1", "--find-line"))

    def test_a_slow_line_has_no_ghosts(self):
        text = STEADY.replace("voltage: 480 V}",
                              "voltage: 480 V, address: 7, baud: 1200, parity: even}")
        text = text.replace("line: {pace: false}\n", "")
        port = str(self.folder / "port")
        self.serve("--pty", port, text=text)
        slow = ("--rtu", port, "--baud", "1200", "--parity", "even")
        self.succeed("read", *slow, "--unit", "7", "131")  # It has booted.
        found = json.loads(self.succeed("scan", *slow, "--units", "7-9", "--format", "json"))
        self.assertEqual([(one["unit"], one["state"]) for one in found], [(7, "meter")])
        self.assertEqual(found[0]["identity"]["vendor"], "Leviton")

    def test_a_watch_goes_on_when_the_meter_comes_back(self):
        port = str(self.folder / "port")
        meter = self.serve("--pty", port, "--speed", "10")
        with subprocess.Popen([PROGRAM, "watch", "--rtu", port, "--interval", "50 ms", "--timeout",
                               "50 ms", "--retries", "0", "--format", "json", "ct_primary"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True) as watch:
            self.addCleanup(watch.kill)

            def wait_for(kind):
                return any(kind in json.loads(line) for line in watch.stdout)

            self.assertTrue(wait_for("values"))
            meter.end()
            self.assertTrue(wait_for("error"))
            self.serve("--pty", port, "--speed", "10")
            self.assertTrue(wait_for("values"))
            watch.terminate()
            self.assertEqual(watch.wait(LIMIT_S), 1)


if __name__ == "__main__":
    unittest.main()
