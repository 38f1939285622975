#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fair_service.py PATH/metertwin-cli [SECONDS]: how long a good client waits for its answers (100
requests a second over Modbus TCP) while others do their worst, each load for so many seconds (5):
300 clients that pipeline as fast as they can, reading or never reading, the same over RTU over
TCP, and floods of random bytes on RTU over TCP and RFC 2217. The good client is a process of its
own. Prints p50, p99 and the longest in milliseconds, and what was lost; 1 when a p99 is above 20.
"""
import os
import re
import selectors
import socket
import subprocess
import sys
import time

READ = bytes.fromhex("000900000006010300820001")  # CT size, register 131.
ANSWER = bytes.fromhex("0009000000050103020190")  # 400 A, as the built-in scenario has it.
RTU_READ = bytes.fromhex("0103008200012422")
P99_MAX_MS = 20.0


def connect(port):
    client = socket.create_connection(("127.0.0.1", port), timeout=5)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def good_client(port, seconds):
    """Run as a process of its own; prints its figures."""
    client = connect(port)
    times, lost = [], 0
    end = time.monotonic() + seconds
    due = time.monotonic()
    while time.monotonic() < end:
        time.sleep(max(0.0, due - time.monotonic()))
        due = max(due + 0.01, time.monotonic())
        begun = time.monotonic()
        client.sendall(READ)
        got = b""
        while len(got) < len(ANSWER):
            part = client.recv(len(ANSWER) - len(got))
            if not part:
                break
            got += part
        times.append((time.monotonic() - begun) * 1000)
        lost += got != ANSWER
    times.sort()
    print(times[len(times) // 2], times[len(times) * 99 // 100], times[-1], lost)


def attack(clients, block, reads, until):
    """As fast as they go, until the good client has ended."""
    selector = selectors.DefaultSelector()
    for client in clients:
        client.setblocking(False)
        events = selectors.EVENT_WRITE | (selectors.EVENT_READ if reads else 0)
        selector.register(client, events)
    while until.poll() is None:
        for key, events in selector.select(0.05):
            try:
                if events & selectors.EVENT_WRITE:
                    key.fileobj.send(block)
                if events & selectors.EVENT_READ:
                    key.fileobj.recv(65536)
            except BlockingIOError:
                pass
            except OSError:
                selector.unregister(key.fileobj)


def main():
    if sys.argv[1] == "--good":
        good_client(int(sys.argv[2]), float(sys.argv[3]))
        return 0
    seconds = sys.argv[2] if len(sys.argv) > 2 else "5"
    twin = subprocess.Popen(
        [sys.argv[1], "serve", "--tcp", "127.0.0.1:0", "--rtu-tcp", "127.0.0.1:0", "--rfc2217",
         "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    ports = {}
    for line in twin.stdout:
        if match := re.match(r"(modbus\S*) \S*:(\d+)", line):
            ports[match[1]] = int(match[2])
        if line.startswith("ready"):
            break
    time.sleep(3)  # Until it measures.
    noise = os.urandom(4096)
    loads = [
        ("none", 0, "modbus-tcp", b"", True),
        ("300 pipelining, reading", 300, "modbus-tcp", READ * 300, True),
        ("300 pipelining, never reading", 300, "modbus-tcp", READ * 300, False),
        ("300 pipelining RTU over TCP", 300, "modbus-rtu-tcp", RTU_READ * 300, True),
        ("100 x random bytes on RTU over TCP", 100, "modbus-rtu-tcp", noise, True),
        ("100 x random bytes on RFC 2217", 100, "modbus-rtu-rfc2217", noise, True),
    ]
    is_fair = True
    print(f"{'load':36}  p50 ms   p99 ms   max ms  lost")
    for name, count, kind, block, reads in loads:
        clients = [connect(ports[kind]) for _ in range(count)]
        good = subprocess.Popen([sys.executable, __file__, "--good", str(ports["modbus-tcp"]),
                                 seconds], stdout=subprocess.PIPE, text=True)
        attack(clients, block, reads, good)
        p50, p99, longest, lost = good.communicate()[0].split()
        print(f"{name:36} {float(p50):7.2f}  {float(p99):7.2f}  {float(longest):7.2f}  {lost:>4}",
              flush=True)
        is_fair = is_fair and float(p99) < P99_MAX_MS and lost == "0"
        for client in clients:
            client.close()
    twin.terminate()
    twin.wait()
    return 0 if is_fair else 1


if __name__ == "__main__":
    sys.exit(main())
