#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pymodbus_line_faults.py CLI tcp|rtu-tcp|rtu: what pymodbus makes of each fault of the line.

One served line has a meter for each fault, at an address of its own; its scenario begins the
fault at 2 s. What a master sees follows from the Modbus specifications: no answer, an exception
code, or data that are not what was asked for. Exit status 77: no pymodbus.
"""
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import modbus_master  # noqa: E402

FAULT_AT_S = 2
# Registers 131 and 142 of the point map: CT size and phase loss threshold.
CT, THRESHOLD = 130, 141
GOOD, ERROR, OTHER = "the right value", "no sound answer", "another value"

# Fault, and what pymodbus may see: over TCP, over RTU.
FAULTS = [
    ("{drop: true}", {ERROR}, {ERROR}),
    ("{mute: true}", {ERROR}, {ERROR}),
    ("{exception: 6}", {"exception 6"}, {"exception 6"}),
    ("{delay: 300 ms}", {GOOD}, {GOOD}),
    ("{split: {pause: 20 ms, after: 4}}", {GOOD}, {GOOD}),
    ("{corrupt: {bits: 3}}", {ERROR, OTHER, "exception"}, {ERROR}),
    ("{wrong_unit: true}", {ERROR, GOOD}, {ERROR}),
    ("{truncate: {keep: 5}}", {ERROR}, {ERROR}),
    ("{garbage: {bytes: \"55 AA 55\"}}", {ERROR, OTHER}, {ERROR, GOOD}),
    # The second copy of the answer before waits when the next question is asked.
    ("{duplicate: true}", {GOOD, OTHER}, {GOOD, OTHER}),
    ("{stale: {transaction: new}}", {OTHER, ERROR}, {OTHER, ERROR}),
    ("{reset: true}", {ERROR}, {ERROR}),
    ("{}", {GOOD}, {GOOD}),
]


def scenario_of(address, fault):
    entry = "" if fault == "{}" else f"timeline: [{{at: {FAULT_AT_S} s, line: {fault}}}]\n"
    return (f"metertwin: 1\nname: unit {address}\nduration: forever\n"
            f"meter: {{address: {address}, ct: {100 + address} A}}\n"
            f"line: {{pace: false}}\n{entry}")


class Line:
    """A served line and where it is."""

    def __init__(self, cli, folder, kind):
        files = []
        for index, (fault, _, _) in enumerate(FAULTS):
            path = os.path.join(folder, f"{index + 1}.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(scenario_of(index + 1, fault))
            files.append(path)
        self.port = os.path.join(folder, "meter")
        endpoint = {"tcp": ["--tcp", "127.0.0.1:0"], "rtu-tcp": ["--rtu-tcp", "127.0.0.1:0"],
                    "rtu": ["--pty", self.port]}[kind]
        self.process = subprocess.Popen([cli, "serve", *files, *endpoint, "--for", "120 s"],
                                        stdout=subprocess.PIPE, text=True)
        self.tcp = None
        wanted = "modbus-tcp" if kind == "tcp" else "modbus-rtu-tcp"
        for line in self.process.stdout:
            if line.startswith(wanted + " "):
                self.tcp = int(line.split()[1].rsplit(":", 1)[1])
            if line.strip() == "ready":
                self.ready = time.monotonic()
                return
        sys.exit("the meters did not become ready")

    def client(self, kind):
        if kind == "tcp":
            client = modbus_master.over_tcp(self.tcp, timeout=1)
        elif kind == "rtu-tcp":
            client = modbus_master.over_rtu_tcp(self.tcp, timeout=1)
        else:
            client = modbus_master.over_serial(self.port, timeout=1)
        client.ask_once()
        if not client.connect():
            sys.exit("cannot connect")
        return client

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


def look(client, unit, register, count):
    """The words, or what came instead."""
    try:
        answer = client.holding(register, count, unit)
    except modbus_master.NO_ANSWER:
        return ERROR
    if hasattr(answer, "exception_code"):
        return f"exception {answer.exception_code}"
    return ERROR if answer.isError() else answer.registers


def until_measuring(line, kind):
    client = line.client(kind)
    for _ in range(10):
        if look(client, len(FAULTS), CT, 1) != ERROR:
            client.close()
            return
    sys.exit("no meter answers")


def seen_of(line, kind, unit):
    """(what the master sees of one fault, how long it took)."""
    client = line.client(kind)
    look(client, unit, THRESHOLD, 1)  # What a stale answer is of.
    begin = time.monotonic()
    words = look(client, unit, CT, 1)
    took = time.monotonic() - begin
    client.close()
    if isinstance(words, str):
        return words, took
    return (GOOD if words == [100 + unit] else OTHER), took


def main(cli, kind):
    logging.disable(logging.CRITICAL)
    mistakes = []
    with tempfile.TemporaryDirectory() as folder:
        line = Line(cli, folder, kind)
        try:
            until_measuring(line, kind)
            # The meters' time is the wall's; the fault acts from its second on.
            while time.monotonic() < line.ready + FAULT_AT_S + 0.5:
                until_measuring(line, kind)
            for index, (fault, over_tcp, over_rtu) in enumerate(FAULTS):
                seen, took = seen_of(line, kind, index + 1)
                wanted = over_tcp if kind == "tcp" else over_rtu
                plain = "exception" if seen.startswith("exception ") and "exception" in wanted \
                    else seen
                print(f"{fault}: {seen} after {took:.3f} s")
                if plain not in wanted:
                    mistakes.append(f"{fault}: {seen}, expected {' or '.join(sorted(wanted))}")
                if fault.startswith("{delay") and took < 0.3:
                    mistakes.append(f"{fault}: answered after {took:.3f} s")
        finally:
            status = line.stop()
    if status != 0:
        mistakes.append(f"the server ended with exit status {status}")
    print("\n".join(mistakes) or f"pymodbus over {kind}: all faults as expected")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
