#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""endpoint_lines.py CLI PAGE: the lines of "Other ways to the meter", run as they stand there.

Only the ports are others, since those of the page may be taken. A way whose program is not
installed is left out; exit status 77 if that is all of them.
"""
import grp
import os
import re
import shlex
import shutil
import socket
import ssl
import stat
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLI, PAGE = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
LIMIT_S = 20
# Registers 131 and 134: CT size and voltage of the scenario below.
REQUEST = struct.pack(">HHHBBHH", 7, 0, 6, 1, 3, 130, 4)
SCENARIO = "metertwin: 1\nname: ways\nmeter: {ct: 400 A, voltage: 480 V}\nline: {pace: false}\n"


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def expect(what, condition):
    if not condition:
        sys.exit(what)


def check(what, answer):
    words = struct.unpack(">4H", answer[9:17]) if len(answer) >= 17 else ()
    expect(f"{what}: {answer.hex(' ')}", answer[:2] == REQUEST[:2] and
           words and (words[0], words[3]) == (400, 480))
    print(f"{what}: answered")


def until(condition):
    """What the condition gives once it gives something."""
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    sys.exit("nothing happened in time")


class Ways:

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        text = PAGE.read_text(encoding="utf-8").split("## Other ways to the meter")[1]
        self.ports = {port: str(free_port()) for port in ("1503", "9000", "8802")}
        # TCP and UDP of one number do not disturb each other.
        self.ports["1502"] = str(free_port())
        self.blocks = [self.moved(block) for block in
                       re.findall(r"^```\w+\n(.*?)^```$", text, re.M | re.S)]

    def moved(self, text):
        return re.sub(r"(?<=:)(1502|1503|9000|8802)\b", lambda m: self.ports[m.group()], text)

    def line(self, beginning):
        lines = [line for block in self.blocks for line in block.splitlines()]
        found = [line for line in lines if line.startswith(beginning)]
        expect(f"the page has no line {beginning}", found)
        return shlex.split(found[0])

    def start(self, words):
        process = subprocess.Popen(words, cwd=self.folder, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.processes.append(process)
        return process

    def end(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.communicate(timeout=LIMIT_S)

    def serve(self):
        words = self.line("metertwin-cli serve")
        (self.folder / "meter.yaml").write_text(SCENARIO, encoding="utf-8")
        process = self.start([CLI, *words[1:], "meter.yaml"])
        until(lambda: process.stdout.readline() == "ready\n")
        # It answers from the end of its first second on.
        until(lambda: self.call("read", "--tcp", self.address("1502"), "--retries", "0", "131")
              .returncode == 0)

    def address(self, port):
        return "127.0.0.1:" + self.ports[port]

    def call(self, *words):
        return subprocess.run([CLI, *words], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=LIMIT_S, check=False)

    def port_of_others(self):
        self.start(self.line("socat PTY"))
        link = self.folder / "meter"
        until(link.exists)
        state = link.stat()  # Of the port behind the link.
        expect("mode of the port", stat.S_IMODE(state.st_mode) == 0o660)
        expect("group of the port", grp.getgrgid(state.st_gid).gr_name == "dialout")
        done = self.call("read", "--rtu", "./meter", "ct_primary")
        expect(f"a port for others: {done.stderr}", done.stdout == "131   ct_primary  400 A\n")
        print("a port for others: answered")

    def dialling_out(self):
        with socket.create_server(("127.0.0.1", int(self.ports["9000"]))) as head_end:
            head_end.settimeout(LIMIT_S)
            self.start(self.line("socat TCP:"))
            meter, _ = head_end.accept()
            with meter:
                meter.settimeout(LIMIT_S)
                meter.sendall(REQUEST)
                check("dialling out", meter.recv(260))

    def datagrams(self):
        self.start(self.line("socat -T 5 UDP4"))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.connect(("127.0.0.1", int(self.ports["1502"])))
            client.settimeout(0.2)

            def ask():
                try:
                    client.send(REQUEST)
                    return client.recv(260)
                except OSError:  # Refused as long as nobody listens.
                    return b""

            check("UDP", until(ask))

    def secured(self):
        (self.folder / "stunnel.conf").write_text(
            next(block for block in self.blocks if "[modbus]" in block), encoding="utf-8")
        for name in ("meter", "master"):
            line = next(line for block in self.blocks for line in block.splitlines()
                        if line.startswith("openssl") and f"{name}.key" in line)
            subprocess.run(shlex.split(line), cwd=self.folder, check=True, timeout=LIMIT_S,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.start(self.line("stunnel "))
        context = ssl.create_default_context(cafile=self.folder / "meter.crt")
        context.load_cert_chain(self.folder / "master.crt", self.folder / "master.key")

        def ask(context):
            try:
                with socket.create_connection(("127.0.0.1", int(self.ports["8802"])),
                                              LIMIT_S) as plain:
                    with context.wrap_socket(plain, server_hostname="localhost") as secure:
                        secure.sendall(REQUEST)
                        return secure.recv(260)
            except ConnectionRefusedError:
                return b""

        check("TLS", until(lambda: ask(context)))
        stranger = ssl.create_default_context(cafile=self.folder / "meter.crt")
        try:
            expect("TLS: a stranger is answered", ask(stranger) == b"")
        except OSError:
            pass  # Refused, as the page says.


def main():
    with tempfile.TemporaryDirectory() as folder:
        ways = Ways(Path(folder))
        tried = 0
        try:
            ways.serve()
            for programs, way in ((["socat"], ways.port_of_others), (["socat"], ways.dialling_out),
                                  (["socat"], ways.datagrams),
                                  (["stunnel", "openssl"], ways.secured)):
                if all(shutil.which(program) for program in programs):
                    way()
                    tried += 1
                else:
                    print(f"{way.__name__}: no {' or '.join(programs)} here, left out")
        finally:
            ways.end()
    sys.exit(0 if tried else 77)


if __name__ == "__main__":
    main()
