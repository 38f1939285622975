#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A head-end of the simplest kind: so many meters in one process, each polled once a second.

    poll.py METERTWIN_CLI METERS SECONDS [SCENARIO]

Each meter has a port of its own and one connection, and is asked for its total real power
(register 3) once a second, at a moment of its own within the second. An answer that has not come
within a second is a miss. Prints what was asked, missed and how late the answers were, and whether
the meters kept up with the clock; ends with 1 if there was a miss.
"""

import selectors
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request

REQUEST = struct.pack(">HHHBBHH", 1, 0, 6, 0, 3, 2, 1)  # Unit 0 is the only one behind a port.
ANSWER_SIZE = 11


def free_endpoint():
    """Beside the address of the meters, which take thousands of ports."""
    with socket.create_server(("127.0.0.2", 0)) as server:
        return "127.0.0.2:" + str(server.getsockname()[1])


def meter_seconds(metrics):
    """Of the meters' own time, as the program tells Prometheus."""
    with urllib.request.urlopen(f"http://{metrics}/metrics", timeout=30) as answer:
        lines = answer.read().decode("ascii").splitlines()
    return next(float(line.split()[1]) for line in lines
                if line.startswith("metertwin_meter_seconds_total"))


def serve(program, count, metrics, *scenario):
    process = subprocess.Popen(
        [program, "serve", *scenario, "--meters", str(count), "--tcp", "127.0.0.1:0+", "--metrics",
         metrics],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    addresses = []
    for line in process.stdout:
        if line == "ready\n":
            return process, addresses
        host, _, port = line.split()[1].rpartition(":")
        addresses.append((host, int(port)))
    raise AssertionError("the fleet ended before it was ready")


class Poller:
    """One meter's connection."""

    def __init__(self, address, begin):
        self.socket = socket.create_connection(address, 10)
        self.socket.setblocking(False)
        self.due = begin
        self.asked_at = None
        self.received = b""

    def ask(self, now):
        self.asked_at = now
        self.received = b""
        self.due += 1.0
        self.socket.send(REQUEST)

    def fetch(self, now):
        """The delay of a whole answer; none while it is not whole."""
        self.received += self.socket.recv(64)
        if len(self.received) < ANSWER_SIZE or self.asked_at is None:
            return None
        assert self.received[7] == 3, self.received
        delay, self.asked_at = now - self.asked_at, None
        return delay


def poll(addresses, seconds):
    start = time.monotonic() + 2.0  # Meters are silent until their first second is measured.
    pollers = [Poller(address, start + i / len(addresses)) for i, address in enumerate(addresses)]
    selector = selectors.DefaultSelector()
    for one in pollers:
        selector.register(one.socket, selectors.EVENT_READ, one)
    asked = missed = turn = 0
    delays = []
    end = start + seconds
    while time.monotonic() < end + 1.0:
        now = time.monotonic()
        while now < end and pollers[turn].due <= now:
            one = pollers[turn]
            missed += one.asked_at is not None  # The answer to the last one has not come.
            asked += 1
            one.ask(now)
            turn = (turn + 1) % len(pollers)
        for key, _ in selector.select(0.002):
            delay = key.data.fetch(time.monotonic())
            if delay is not None:
                delays.append(delay)
    missed += sum(one.asked_at is not None for one in pollers)
    return asked, missed, sorted(delays)


def main():
    program, count, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    metrics = free_endpoint()
    process, addresses = serve(program, count, metrics, *sys.argv[4:5])
    try:
        assert len(addresses) == count
        begin, meter_begin = time.monotonic(), meter_seconds(metrics)
        asked, missed, delays = poll(addresses, seconds)
        pace = (meter_seconds(metrics) - meter_begin) / (time.monotonic() - begin)
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            memory = next(line.split()[1] for line in status if line.startswith("VmHWM"))
        with open(f"/proc/{process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    ticks = int(fields[11]) + int(fields[12])
    middle, late = delays[len(delays) // 2], delays[int(len(delays) * 0.999)]
    print(f"{count} meters, {seconds:g} s: asked {asked}, missed {missed}; "
          f"median {middle * 1e3:.2f} ms, 99.9 % {late * 1e3:.1f} ms, longest "
          f"{delays[-1] * 1e3:.0f} ms; the meters ran at {pace * 100:.1f} % of the clock; "
          f"{ticks / 100:.1f} s of processor, {int(memory) // 1024} MiB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
