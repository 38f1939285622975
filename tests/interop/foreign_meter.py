#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""foreign_meter.py CLI: our master asks pymodbus's own server, a meter that it does not know.

What that one has is read, what it refuses is told, and nothing crashes. Exit status 77: no
pymodbus.
"""
import importlib.util
import os
import subprocess
import sys

TESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
TIMEOUT_S = 30


def run(cli, *arguments):
    done = subprocess.run([cli, *arguments], capture_output=True, text=True, timeout=TIMEOUT_S,
                          check=False)
    print("$", *arguments, "->", done.returncode)
    print(done.stdout + done.stderr)
    return done


def expect(what, seen, wanted):
    if not wanted:
        sys.exit(f"{what}: exit status {seen.returncode}")


def ask(cli, address):
    tcp = ("--tcp", address)
    # pymodbus_server.py holds 1000 registers, all 0; the guide's 131 is the CT size.
    held = run(cli, "read", *tcp, "131", "134")
    expect("registers that are there", held, held.returncode == 0)
    refused = run(cli, "read", *tcp, "5000")
    expect("a register that is not there", refused,
           refused.returncode == 1 and "02" in refused.stderr + refused.stdout)
    found = run(cli, "scan", *tcp, "--units", "1-2")
    # It answers for every unit, and its name ends with a byte that is no text.
    expect("a scan", found, found.returncode == 0 and found.stdout.count("\\xFF") == 2)
    watched = run(cli, "watch", *tcp, "--count", "2", "--interval", "50 ms", "131")
    expect("two readings", watched, watched.returncode == 0)
    lost = run(cli, "watch", *tcp, "--count", "1", "5000")
    expect("a reading of nothing", lost, lost.returncode == 1 and lost.stderr + lost.stdout)
    named = run(cli, "identify", *tcp)
    expect("who it is", named, named.returncode in (0, 1) and named.stdout + named.stderr)


def main(cli):
    if importlib.util.find_spec("pymodbus") is None:
        print("python3-pymodbus is not installed: skipped")
        return 77
    server = subprocess.Popen([sys.executable, "-B", os.path.join(TESTS, "bench",
                                                                  "pymodbus_server.py")],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        first = server.stdout.readline().split()
        if not first:
            sys.exit(f"pymodbus's server did not start:\n{server.stderr.read()}")
        ask(cli, f"127.0.0.1:{first[0]}")
    finally:
        server.kill()
        server.wait()
    print("a foreign meter: all as expected")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
