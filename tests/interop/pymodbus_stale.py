#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pymodbus_stale.py CLI SCENARIO: the one stale answer of the counter trouble pack.

A trusting master asks for two registers in turn, RTU over TCP, where no transaction number
helps: exactly one answer is wrong, and it is the one to the request before.
"""
import subprocess
import sys
import time

from pymodbus_line_faults import look, modbus_master

# Registers 131 and 134 of the point map: CT size and system voltage of the scenario.
WANTED = [(130, [100]), (133, [208])]
SPEED = 5
STALE_AT_S = 10


def main(cli, scenario):
    command = [cli, "serve", scenario, "--rtu-tcp", "127.0.0.1:0", "--speed", str(SPEED)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = None
        for line in server.stdout:
            if line.startswith("modbus-rtu-tcp "):
                port = int(line.split()[1].rsplit(":", 1)[1])
            if line.strip() == "ready":
                break
        client = modbus_master.over_rtu_tcp(port, timeout=2)
        client.connect()
        end = time.monotonic() + 2 * STALE_AT_S / SPEED
        wrong, asked, previous = [], 0, None
        while time.monotonic() < end:
            register, wanted = WANTED[asked % 2]
            words = look(client, 1, register, 1)
            if isinstance(words, str) and asked == 0:
                continue  # It boots.
            asked += 1
            if words != wanted:
                wrong.append((words, previous))
            previous = wanted
        client.close()
        server.terminate()
    print(f"{asked} answers, wrong ones with the one before: {wrong}")
    return 0 if len(wrong) == 1 and wrong[0][0] == wrong[0][1] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
