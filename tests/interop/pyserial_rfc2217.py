# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pyserial_rfc2217.py: opens the RFC 2217 port as masters do, right and wrong.

pyserial refuses the port by itself if one of its settings is not acknowledged. The request reads
register 130 (system type), 40 = wye by factory default: the installation guide. The CRC is this
file's own. Exit status 77: no pyserial.
"""
import os
import sys

try:
    import serial
except ImportError as reason:
    print(f"pyserial is not installed ({reason}): skipped")
    sys.exit(77)


def with_crc(frame):
    """CRC-16 of Modbus over Serial Line V1.02, clause 2.5.1.2."""
    crc = 0xFFFF
    for byte in frame:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return frame + bytes([crc & 0xFF, crc >> 8])


REQUEST = with_crc(bytes([1, 3, 0, 129, 0, 1]))
ANSWER = with_crc(bytes([1, 3, 2, 0, 40]))


def answer(timeout, **setting):
    port = serial.serial_for_url(f"rfc2217://127.0.0.1:{os.environ['RFC2217_PORT']}",
                                 timeout=timeout, **setting)
    try:
        port.reset_input_buffer()  # PURGE-DATA
        port.write(REQUEST)
        return port.read(len(ANSWER))
    finally:
        port.close()


def main():
    tries = 0
    while answer(1.0, baudrate=19200, parity="N") != ANSWER:  # It boots for a second.
        tries += 1
        if tries > 20:
            sys.exit("the meter does not answer")
    cases = [
        ({"baudrate": 19200, "parity": "N"}, ANSWER),
        ({"baudrate": 9600, "parity": "N"}, b""),
        ({"baudrate": 19200, "parity": "E"}, b""),
        ({"baudrate": 19200, "parity": "O"}, b""),
        ({"baudrate": 19200, "parity": "N", "bytesize": 7}, b""),
        # A receiver looks for one stop bit, whatever the other side sends.
        ({"baudrate": 19200, "parity": "N", "stopbits": 2}, ANSWER),
        ({"baudrate": 19200, "parity": "N"}, ANSWER),
    ]
    for setting, expected in cases:
        seen = answer(5.0 if expected else 0.4, **setting)
        if seen != expected:
            sys.exit(f"{setting}: {seen.hex(' ')!r}, expected {expected.hex(' ')!r}")
    print("pyserial over rfc2217: all as expected")


if __name__ == "__main__":
    main()
