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
import importable_pymodbus  # noqa: E402,F401: before pymodbus itself

try:
    from pymodbus.client import ModbusSerialClient, ModbusTcpClient
    from pymodbus.mei_message import ReadDeviceInformationRequest
    from pymodbus.other_message import ReportSlaveIdRequest
    from pymodbus.transaction import ModbusRtuFramer
except ImportError as reason:
    print(f"pymodbus 3.0 is not installed ({reason}): skipped")
    sys.exit(77)


def connect(kind):
    if kind == "tcp":
        return ModbusTcpClient("127.0.0.1", port=int(os.environ["TCP_PORT"]), timeout=2)
    if kind == "rtu-tcp":
        return ModbusTcpClient("127.0.0.1", port=int(os.environ["RTU_TCP_PORT"]),
                               framer=ModbusRtuFramer, timeout=2)
    if kind == "rfc2217":
        return ModbusSerialClient(f"rfc2217://127.0.0.1:{os.environ['RFC2217_PORT']}",
                                  baudrate=19200, parity="N", timeout=2, strict=False)
    return ModbusSerialClient(os.environ["PTY"], baudrate=19200, parity="N", timeout=2)


def expect(what, seen, expected):
    if seen != expected:
        sys.exit(f"{what}: read {seen!r}, expected {expected!r}")


def wait_until_it_answers(client):
    for _ in range(10):  # Each try lasts the client's time-out at most.
        answer = client.read_holding_registers(129, 1, slave=1)
        if not answer.isError():
            return
    sys.exit(f"the meter does not answer: {answer}")


def main(kind):
    client = connect(kind)
    if not client.connect():
        sys.exit("cannot connect")
    wait_until_it_answers(client)
    registers = client.read_holding_registers(129, 5, slave=1).registers
    expect("130, 131, 133, 134", [registers[0], registers[1], registers[3], registers[4]],
           [40, 400, 100, 480])
    expect("by function 04", client.read_input_registers(130, 1, slave=1).registers, [400])
    high, low = client.read_holding_registers(270, 2, slave=1).registers
    voltage = struct.unpack(">f", struct.pack(">HH", high, low))[0]
    if abs(voltage - 277.0) > 277.0 * 0.005:  # The guide's accuracy.
        sys.exit(f"voltage L-N average: {voltage}")
    expect("write two", client.write_registers(148, [3, 300], slave=1).isError(), False)
    expect("149, 150", client.read_holding_registers(148, 2, slave=1).registers, [3, 300])
    expect("write one", client.write_register(141, 30, slave=1).isError(), False)
    expect("a value outside its range", client.write_register(141, 100, slave=1).exception_code, 3)
    expect("a hole", client.read_holding_registers(60000, 1, slave=1).exception_code, 2)

    report = client.execute(with_unit(ReportSlaveIdRequest()))
    identifier = report.identifier
    expect("report ID", identifier[0:2], bytes([247, 0xFF]))
    expect("report text", identifier[2:].rstrip(b"\0").decode(),
           "Leviton Series 4000R Power Meter Full Data Set")
    information = client.execute(with_unit(ReadDeviceInformationRequest(read_code=1, object_id=0)))
    expect("identification", information.information,
           {0: b"Leviton", 1: b"Series 4000", 2: b"V02.115"})
    client.close()
    print(f"pymodbus over {kind}: all as expected")


def with_unit(request):
    request.unit_id = 1
    request.slave_id = 1
    return request


if __name__ == "__main__":
    main(sys.argv[1])
