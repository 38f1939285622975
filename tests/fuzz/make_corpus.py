#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_corpus.py GOLDEN-EXCHANGES CORPUS: the seeds of the fuzzers.

Takes the requests of tests/conformance/golden_exchanges.hpp and dresses them for each target
(targets.hpp says how inputs are built). Files that a fuzzer found are named found-* and stay.
"""

import re
import struct
import sys
from pathlib import Path

NO_PAUSE, GAP, OVER_GAP, UNDER_SILENCE, SILENCE, LONG, ERROR = 0, 3, 4, 5, 6, 7, 0x40


def crc16(data):
    """CRC-16/MODBUS, bit by bit from its definition."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def rtu(pdu, unit=1):
    frame = bytes([unit]) + pdu
    return frame + struct.pack("<H", crc16(frame))


def on_line(frame, first=LONG, inner=NO_PAUSE, at=0):
    """Pairs of a pause code and a byte; the pause before byte `at` is `inner`."""
    codes = [inner if i == at and i > 0 else NO_PAUSE for i in range(len(frame))]
    codes[0] = first
    return b"".join(bytes(pair) for pair in zip(codes, frame))


def mbap(pdu, transaction, unit=1, protocol=0, length=None):
    size = len(pdu) + 1 if length is None else length
    return struct.pack(">HHHB", transaction, protocol, size, unit) + pdu


def exchanges(path):
    text = Path(path).read_text(encoding="utf-8")
    rows = re.findall(r'\{"([A-J]\d\d)[^"]*",\s*"((?:[0-9A-F]{2} ?)+)"', text)
    return [(name, bytes.fromhex(request)) for name, request in rows]


def seeds(golden):
    read = bytes.fromhex("0300820001")
    write = bytes.fromhex("06008200C8")
    for number, (name, pdu) in enumerate(golden):
        yield "pdu", f"{number:02d}-{name}", bytes([len(pdu)]) + pdu
    yield "pdu", "all", b"".join(bytes([len(pdu)]) + pdu for _, pdu in golden)
    for first in range(0, len(golden), 4):
        group = [pdu for _, pdu in golden[first:first + 4]]
        name = f"{first:02d}"
        yield "strict_rtu", name, b"".join(on_line(rtu(pdu)) for pdu in group)
        yield "relaxed_rtu", name, b"".join(rtu(pdu) for pdu in group)
        yield "mbap", name, b"\x05" + b"".join(mbap(pdu, i) for i, pdu in enumerate(group))
    frame = rtu(read)
    for inner, name in ((GAP, "gap"), (OVER_GAP, "over-gap"), (UNDER_SILENCE, "under-silence"),
                        (SILENCE, "silence"), (ERROR, "line-error")):
        yield "strict_rtu", name, on_line(frame, inner=inner, at=3) + on_line(frame)
    yield "strict_rtu", "glued", on_line(frame + frame) + on_line(frame)
    yield "strict_rtu", "bad-crc", on_line(frame[:-1] + b"\0") + on_line(frame)
    for target, framing in (("strict_rtu", on_line), ("relaxed_rtu", bytes)):
        yield target, "broadcast", dress(rtu(write, 0)) + dress(frame)
        yield target, "other-unit", dress(rtu(write, 2)) + dress(frame)
        yield target, "garbage", dress(bytes(range(1, 250))) + dress(frame)
        yield target, "longest", dress(rtu(bytes.fromhex("10009400 7BF6".replace(" ", "")) +
                                           bytes(246)))
    yield "relaxed_rtu", "half", frame[:5] + frame
    yield "mbap", "protocol", b"\1" + mbap(read, 1, protocol=1) + mbap(read, 2)
    yield "mbap", "length-0", b"\1" + mbap(read, 1, length=0) + mbap(read, 2)
    yield "mbap", "length-255", b"\1" + mbap(read, 1) + mbap(read, 2, length=255)
    yield "mbap", "units", b"\7" + b"".join(mbap(read, unit, unit) for unit in (0, 77, 255))
    yield "mbap", "cut", b"\3" + mbap(write, 9)[:9]


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    golden = exchanges(sys.argv[1])
    if len(golden) < 40:
        print(f"{sys.argv[1]}: only {len(golden)} exchanges were read", file=sys.stderr)
        return 1
    for old in Path(sys.argv[2]).glob("*/*.bin"):
        if not old.name.startswith("found-"):
            old.unlink()
    for target, name, content in seeds(golden):
        folder = Path(sys.argv[2]) / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.bin").write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
