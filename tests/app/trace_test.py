#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`serve --trace`: the text, and the capture by a reader of the pcapng standard of our own.

Checksums, sequence numbers and payloads are worked out here from RFC 791, RFC 9293 and the
draft "PCAP Now Generic". Where tshark is installed, it has to decode the capture as well.
"""

import shutil
import socket
import struct
import subprocess
import unittest

from program import STEADY, ProgramTest, Served

READ = bytes([0, 9, 0, 0, 0, 6, 1, 3, 0, 130, 0, 1])  # Register 131, CT size.
ANSWER = bytes([0, 9, 0, 0, 0, 5, 1, 3, 2, 400 >> 8, 400 & 255])


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def ask(address, request, size):
    host, port = address.rsplit(":", 1)
    with socket.create_connection((host, int(port)), timeout=5) as client:
        client.settimeout(0.3)
        while True:  # While it boots there is no answer.
            client.sendall(request)
            try:
                return client.recv(size)
            except TimeoutError:
                continue


def internet_sum(data):
    """RFC 1071; 0 when the check sum within the data is right."""
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def options_of(body):
    found = {}
    while len(body) >= 4:
        code, size = struct.unpack_from("<HH", body)
        if code == 0:
            break
        found[code] = body[4:4 + size]
        body = body[4 + (size + 3) // 4 * 4:]
    return found


def read_capture(data):
    """Interfaces (link type, name) and packets (interface, µs, bytes, options)."""
    interfaces, packets = [], []
    while data:
        kind, size = struct.unpack_from("<II", data)
        assert size % 4 == 0 and struct.unpack_from("<I", data, size - 4)[0] == size
        body, data = data[8:size - 4], data[size:]
        if kind == 0x0A0D0D0A:
            assert struct.unpack_from("<IHH", body) == (0x1A2B3C4D, 1, 0)
        elif kind == 1:
            link, _, _ = struct.unpack_from("<HHI", body)
            interfaces.append((link, options_of(body[8:])[2].decode()))
        else:
            assert kind == 6
            interface, high, low, captured, original = struct.unpack_from("<5I", body)
            assert captured == original
            end = 20 + (captured + 3) // 4 * 4
            packets.append((interface, high << 32 | low, body[20:20 + captured],
                            options_of(body[end:])))
    return interfaces, packets


class Trace(ProgramTest):

    def serve(self, name):
        self.file = self.folder / name
        self.meter = Served("--tcp", "127.0.0.1:0", "--rtu-tcp", "127.0.0.1:0", "--speed", "10",
                            "--trace", str(self.file), self.write("steady.yaml", STEADY))
        self.meter.__enter__()
        self.addCleanup(self.meter.__exit__)
        self.assertEqual(ask(self.meter.tcp, READ, 100), ANSWER)
        rtu = bytes([1, 3, 0, 130, 0, 1])
        answer = ask(self.meter.endpoints["modbus-rtu-tcp"], rtu + crc(rtu), 100)
        body = bytes([1, 3, 2, 400 >> 8, 400 & 255])
        self.assertEqual(answer, body + crc(body))
        status, errors = self.meter.end()
        self.assertEqual((status, errors), (0, ""))

    def test_the_text_has_a_line_for_each_frame(self):
        self.serve("trace.txt")
        head, *lines = self.file.read_text(encoding="utf-8").splitlines()
        self.assertTrue(head.startswith("#number\ttime_utc\tmeter_s\tendpoint\tpeer\tdirection"))
        fields = [line.split("\t") for line in lines]
        self.assertEqual([int(field[0]) for field in fields], list(range(1, len(fields) + 1)))
        requests = [field for field in fields if field[5] == "request"]
        self.assertTrue(all(field[8] == "read 131 ct_primary" for field in requests))
        unanswered = [field[9] for field in requests if field[9]]
        self.assertTrue(all(remark == "no answer: the meter is starting up"
                            for remark in unanswered))
        answers = [field for field in fields if field[5] == "answer"]
        self.assertEqual([field[8] for field in answers], ["ct_primary 400 A"] * 2)
        self.assertEqual(bytes.fromhex(answers[0][10]), ANSWER)
        self.assertEqual(answers[0][3], "modbus-tcp " + self.meter.tcp)

    def test_the_capture_is_a_sound_conversation(self):
        self.serve("trace.pcapng")
        interfaces, packets = read_capture(self.file.read_bytes())
        self.assertEqual([link for link, _ in interfaces], [101, 252])
        self.assertEqual(interfaces[0][1], "modbus-tcp " + self.meter.tcp)
        expected = {}
        payloads = []
        for interface, _, data, options in packets:
            if interfaces[interface][0] != 101:
                continue
            self.assertEqual(data[0], 0x45)
            self.assertEqual(struct.unpack_from(">H", data, 2)[0], len(data))
            self.assertEqual(internet_sum(data[:20]), 0)
            segment = data[20:]
            pseudo = data[12:20] + struct.pack(">HH", 6, len(segment))
            self.assertEqual(internet_sum(pseudo + segment), 0)
            source, target, sequence, acknowledged = struct.unpack_from(">HHII", segment)
            self.assertIn(502, (source, target))
            inbound = target == 502
            self.assertEqual(struct.unpack("<I", options[2])[0] & 3, 1 if inbound else 2)
            self.assertEqual(sequence, expected.get((source, target), 1))
            self.assertEqual(acknowledged, expected.get((target, source), 1))
            expected[source, target] = sequence + len(segment) - 20
            payloads.append(segment[20:])
        self.assertEqual(payloads[-2:], [READ, ANSWER])
        comments = [options[1].decode() for _, _, _, options in packets]
        self.assertIn("ct_primary 400 A", comments)
        times = [time for _, time, _, _ in packets]
        self.assertEqual(times, sorted(times))
        serial = [data for interface, _, data, _ in packets if interfaces[interface][0] == 252]
        self.assertTrue(all(data.startswith(b"\0\x0c\0\x08mbrtu\0\0\0\0\0\0\0\x01\x03")
                            for data in serial))

    @unittest.skipUnless(shutil.which("tshark"), "tshark is not installed")
    def test_wireshark_decodes_the_capture(self):
        self.serve("trace.pcapng")
        text = subprocess.run(
            ["tshark", "-r", str(self.file), "-o", "ip.check_checksum:TRUE",
             "-o", "tcp.check_checksum:TRUE", "-o", "mbrtu.crc_verification:TRUE"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60,
            check=True).stdout
        for words in ["Modbus/TCP", "Modbus RTU", "Query: Trans:     9; Unit:   1, Func:   3",
                      "Response: Trans:     9; Unit:   1, Func:   3"]:
            self.assertIn(words, text)
        for trouble in ["incorrect", "Malformed", "Bad", "unknown"]:
            self.assertNotIn(trouble, text)

    def test_the_standard_output_takes_the_lines_too(self):
        self.meter = Served("--tcp", "127.0.0.1:0", "--speed", "10", "--trace", "-",
                            self.write("steady.yaml", STEADY))
        self.meter.__enter__()
        self.addCleanup(self.meter.__exit__)
        self.assertEqual(ask(self.meter.tcp, READ, 100), ANSWER)
        for line in self.meter.process.stdout:
            if "\tanswer\t" in line:
                break
        self.assertIn("\tct_primary 400 A\t", line)

    def test_a_file_that_cannot_be_is_refused_before_ready(self):
        self.assertIn(".pcapng", self.refuse("serve", "--trace", "trace.doc"))
        self.assertIn("cannot be written", self.refuse("serve", "--trace", "absent/trace.txt"))


if __name__ == "__main__":
    unittest.main()
