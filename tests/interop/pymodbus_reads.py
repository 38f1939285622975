# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pymodbus_reads.py tcp|rtu|rtu-tcp|rfc2217: asks a live meter with pymodbus.

Reads, writes and identifies. Register numbers and texts are those of the installation guide.
Exit status 77: no pymodbus.
"""
import os
import struct
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import modbus_master  # noqa: E402


def connect(kind):
    if kind == "tcp":
        return modbus_master.over_tcp(int(os.environ["TCP_PORT"]), timeout=2)
    if kind == "rtu-tcp":
        return modbus_master.over_rtu_tcp(int(os.environ["RTU_TCP_PORT"]), timeout=2)
    if kind == "rfc2217":
        return modbus_master.over_serial(f"rfc2217://127.0.0.1:{os.environ['RFC2217_PORT']}",
                                         timeout=2)
    return modbus_master.over_serial(os.environ["PTY"], timeout=2)


def expect(what, seen, expected):
    if seen != expected:
        sys.exit(f"{what}: read {seen!r}, expected {expected!r}")


def wait_until_it_answers(client):
    answer = None
    for _ in range(10):  # Each try lasts the client's time-out at most.
        try:
            answer = client.holding(129)
        except modbus_master.NO_ANSWER as reason:  # It boots: 3.8 says so by an exception.
            answer = reason
            continue
        if not answer.isError():
            return
    sys.exit(f"the meter does not answer: {answer}")


def main(kind):
    client = connect(kind)
    if not client.connect():
        sys.exit("cannot connect")
    wait_until_it_answers(client)
    registers = client.holding(129, 5).registers
    expect("130, 131, 133, 134", [registers[0], registers[1], registers[3], registers[4]],
           [40, 400, 100, 480])
    expect("by function 04", client.inputs(130).registers, [400])
    high, low = client.holding(270, 2).registers
    voltage = struct.unpack(">f", struct.pack(">HH", high, low))[0]
    if abs(voltage - 277.0) > 277.0 * 0.005:  # The guide's accuracy.
        sys.exit(f"voltage L-N average: {voltage}")
    expect("write two", client.write(148, [3, 300]).isError(), False)
    expect("149, 150", client.holding(148, 2).registers, [3, 300])
    expect("write one", client.write(141, 30).isError(), False)
    expect("a value outside its range", client.write(141, 100).exception_code, 3)
    expect("a hole", client.holding(60000).exception_code, 2)

    identifier = client.report_id().identifier
    expect("report ID", identifier[0:2], bytes([247, 0xFF]))
    expect("report text", identifier[2:].rstrip(b"\0").decode(),
           "Leviton Series 4000R Power Meter Full Data Set")
    expect("identification", client.identification().information,
           {0: b"Leviton", 1: b"Series 4000", 2: b"V02.115"})
    client.close()
    print(f"pymodbus over {kind}: all as expected")


if __name__ == "__main__":
    main(sys.argv[1])
