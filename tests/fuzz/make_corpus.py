#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_corpus.py GOLDEN-EXCHANGES CORPUS: the seeds of the fuzzers.

Takes the requests of tests/conformance/golden_exchanges.hpp and dresses them for each target
(targets.hpp says how inputs are built), and makes small recordings and tables for the readers.
Files that a fuzzer found are named found-* and stay.
"""

import math
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
    for target, dress in (("strict_rtu", on_line), ("relaxed_rtu", bytes)):
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


def configuration(form, digitals=0, rates="2400,24", year="1999", unit="V", names=("VA", "IA")):
    """Two channels of COMTRADE; `rates` are rate and last sample, separated by blanks."""
    lines = [f"S,D,{year}" if year else "S,D", f"{len(names) + digitals},{len(names)}A,{digitals}D"]
    lines += [f"{n + 1},{name},,,{unit},0.01,0,0,-32767,32767,1,1,P"
              for n, name in enumerate(names)]
    lines += [f"{n + 1},trip,,,0" for n in range(digitals)]
    pairs = rates.split()
    lines += ["50", str(len(pairs)), *pairs, "01/02/2024,10:00:00.0", "01/02/2024,10:00:00.1",
              form, "1"]
    return "\n".join(lines).encode() + b"\n"


def record(form, number, value, digitals=0):
    if form == "ASCII":
        return f"{number},,{value},{value // 10}{',1' * digitals}\n".encode()
    code = {"BINARY": "hh", "BINARY32": "ii", "FLOAT32": "ff"}[form]
    return struct.pack(f"<II{code}", number, 417 * number, value, value // 10) + \
        b"\0\0" * ((digitals + 15) // 16)


def comtrade(form, count=24, digitals=0, missing=None, first=1, **head):
    """Two bytes of length, the configuration, the data of a sine."""
    text = configuration(form, digitals, **head)
    values = [round(3000 * math.sin(math.pi * n / 24)) for n in range(count)]
    if missing is not None:
        values[5] = missing
    return struct.pack(">H", len(text)) + text + \
        b"".join(record(form, first + n, value, digitals) for n, value in enumerate(values))


def recordings():
    for form in ("ASCII", "BINARY", "BINARY32", "FLOAT32"):
        yield form.lower(), comtrade(form)
        yield form.lower() + "-digital", comtrade(form, digitals=17)
    yield "missing-ascii", comtrade("ASCII", missing=99999)
    yield "missing-binary", comtrade("BINARY", missing=-32768)
    yield "two-rates", comtrade("BINARY", rates="2400,12 50,24")
    yield "no-rates", comtrade("BINARY", rates="0,24")
    yield "of-1991", comtrade("ASCII", year="")
    yield "no-unit", comtrade("ASCII", unit="", names=("Ua", "Ib"))
    yield "wrong-size", comtrade("BINARY", digitals=16)[:-100]
    yield "ascii-as-binary", comtrade("ASCII").replace(b"\nASCII\n", b"\nBINARY\n", 1)


def waveforms():
    rows = [(n / 2500, 325 * math.sin(0.125 * n), 14 * math.sin(0.125 * n)) for n in range(20)]

    def table(head, separator=",", comma=False):
        lines = [separator.join(f"{value:.4f}" for value in row) for row in rows]
        text = "\n".join(lines)
        return head + "\n" + (text.replace(".", ",") if comma else text) + "\n"
    yield "plain", table("time_s,va,ia")
    yield "units", table("time_ms,va_kV,ia [mA]")
    yield "semicolon", table("t;Voltage_L1;Current_L1", ";", comma=True)
    yield "tab", table("Time\tCH1\tCH2\n(ms)\t(V)\t(A)", "\t", comma=True)
    yield "keysight", table("x-axis,1,2\nsecond,Volt,Ampere")
    yield "tektronix", table('"Model","TBS1000"\n"Sample Interval",4E-4\n\nTIME,CH1,CH2')
    yield "rigol", table("X,CH1,CH2,Start,Increment\nSequence,Volt,Ampere,0,4E-4")
    yield "comments", table("# a logger\n# of our own\ntime_s,VR,IR")
    yield "quotes", table('"time_s","va","ia"')
    yield "empty-cells", table("time_s,va,ia").replace("0.0040,", "0.0040,,", 1)
    yield "no-header", table("0,1,2")
    yield "text-column", table("time_s,va,ia").replace("\n0", "\nok,0")


def profiles():
    yield "current", 0, "time_s,current\n0,10\n60,20.5\n"
    yield "phases", 0, "time_s,current_a,current_b,current_c,pf\n0,1,2,3,0.5\n10,1,2,3,-0.9\n"
    yield "power", 0, "Timestamp,Load (kW)\n2024-12-31T23:00Z,5.52\n2025-01-01T00:00Z,-2.76\n"
    yield "energy", 0, "Zeit;Verbrauch [kWh]\n23:30;1,38\n23:45;2,76\n00:00;0\n00:15;1,38\n"
    yield "gap-linear", 1, "time_s,current\n0,10\n60,10\n120,10\n180,10\n1200,20\n1260,20\n"
    yield "gap-zero", 2, "time_s,current\n0,10\n60,10\n120,10\n180,10\n1200,20\n1260,20\n"
    yield "every", 0x60, "power\n1\n2\n3\n"
    yield "unix", 0, "Time,current\n1700000000,1\n1700000900,2\n"
    yield "dates", 0, "Time,current\n12/31/2024 11:30 PM,1\n01/01/2025 12:30 AM,2\n"
    yield "delta", 4, "time_s\tP (W)\n0\t6900,5\n60\t\n120\t-1e3\n"
    yield "trend", 0x80, "time_s,voltage_a,voltage_b,voltage_c,frequency\n0,230,231,232,50\n" \
        "600,240,231,232,50.1\n"
    yield "trend-gap", 0x82, "t (min),voltage\n0,230\n1,231\n2,230\n3,229\n9,230\n"


def reader_seeds():
    for name, content in recordings():
        yield "comtrade", name, content
    for name, text in waveforms():
        yield "csv_waveform", name, b"\0" + text.encode()
    yield "csv_waveform", "rate", b"\x99" + b"va,ia\n1,2\n3,4\n" * 4
    yield "csv_waveform", "utf-16", b"\0" + "time_s,va\n0,1\n0.1,2\n".encode("utf-16")
    for name, kind, text in profiles():
        yield "profile", name, bytes([kind]) + text.encode()


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
    for target, name, content in [*seeds(golden), *reader_seeds()]:
        folder = Path(sys.argv[2]) / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.bin").write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
