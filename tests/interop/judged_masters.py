#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""judged_masters.py PATH/metertwin-cli [MASTER]: other people's masters poll a twin once a second
for four seconds, as their manuals show it, and the twin judges them. Fails when a verdict is not
that of docs/masters.md. Masters that are not installed are left out: mbpoll (libmodbus), pymodbus,
and modbus-serial where node finds it.
"""
import importlib.util
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

# What a plain poll of floats is found: who the meter is and its alerts are never asked.
PLAIN = ["J14", "J20"]

NODE = """
const ModbusRTU = require("modbus-serial");
const client = new ModbusRTU();
client.connectTCP("127.0.0.1", {port: Number(process.argv[1])}).then(async () => {
  client.setID(1);
  for (let i = 0; i < 4; ++i) {
    await client.readHoldingRegisters(256, 90);
    await new Promise((done) => setTimeout(done, 1050));
  }
  client.close(() => process.exit(0));
});
"""


def mbpoll(kind, target, registers, count):
    place = ["-m", "tcp", "-p", target, "127.0.0.1"] if kind == "tcp" else \
        ["-m", "rtu", "-b", "19200", "-P", "none", target]
    place, address = place[:-1], place[-1]
    command = ["mbpoll", *place, "-a", "1", "-B", "-t", "4:float", "-r", registers, "-c", count,
               "-l", "1050", address]
    master = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(4.5)
    master.send_signal(signal.SIGINT)
    master.wait(timeout=10)


def pymodbus(kind, target, first, count):
    import modbus_master
    master = modbus_master.over_tcp(int(target), 2) if kind == "tcp" else \
        modbus_master.over_serial(target, 2)
    master.connect()
    for _ in range(4):
        master.holding(int(first) - 1, int(count))
        time.sleep(1.05)
    master.close()


def node(_kind, target, _first, _count):
    subprocess.run(["node", "-e", NODE, target], check=True, timeout=30)


def has_node():
    check = ["node", "-e", "require('modbus-serial')"]
    return shutil.which("node") and subprocess.run(check, stderr=subprocess.DEVNULL,
                                                   check=False).returncode == 0


# name: what it needs, what it does, its arguments, link, verdict
MASTERS = {
    "mbpoll-tcp": (lambda: shutil.which("mbpoll"), mbpoll, ("257", "45"), "tcp", PLAIN),
    "mbpoll-rtu": (lambda: shutil.which("mbpoll"), mbpoll, ("257", "45"), "rtu", PLAIN),
    "pymodbus-tcp": (lambda: importlib.util.find_spec("pymodbus"), pymodbus, ("257", "90"), "tcp",
                     PLAIN),
    "pymodbus-rtu": (lambda: importlib.util.find_spec("pymodbus"), pymodbus, ("257", "90"), "rtu",
                     PLAIN),
    "modbus-serial": (has_node, node, ("257", "90"), "tcp", PLAIN),
}


def verdict(cli, folder, kind, master, arguments):
    """The report of the judge after `master` has polled."""
    report = f"{folder}/report.json"
    port = f"{folder}/meter"
    endpoint = ["--tcp", "127.0.0.1:0"] if kind == "tcp" else ["--pty", port]
    twin = subprocess.Popen([cli, "serve", *endpoint, "--judge", report, "--for", "60 s"],
                            stdout=subprocess.PIPE, text=True)
    try:
        target = port
        for line in twin.stdout:
            if match := re.match(r"modbus-tcp \S*:(\d+)", line):
                target = match[1]
            if line.startswith("ready"):
                break
        time.sleep(2.5)  # Until it measures.
        master(kind, target, *arguments)
    finally:
        twin.terminate()
        twin.wait(timeout=10)
    with open(report, encoding="utf-8") as file:
        return json.load(file)


def main():
    cli = os.path.abspath(sys.argv[1])
    wanted = sys.argv[2:] or list(MASTERS)
    judged, failed = 0, 0
    for name in wanted:
        is_there, master, arguments, kind, expected = MASTERS[name]
        if not is_there():
            print(f"{name}: not installed, left out")
            continue
        with tempfile.TemporaryDirectory() as folder:
            report = verdict(cli, folder, kind, master, arguments)
        rules = [finding["rule"] for finding in report["findings"]]
        judged += 1
        print(f"{name}: score {report['score']}, {report['requests']} requests, {rules}")
        if rules != expected or report["requests"] < 4:
            failed += 1
            print(f"  expected {expected}: {json.dumps(report['findings'], indent=1)}")
    if judged == 0:
        return 77
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
