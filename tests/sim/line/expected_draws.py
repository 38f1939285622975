#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What chance decides about line faults, worked out apart from the program.

The generator is SplitMix64 (Steele, Lea, Flood 2014); a stream's number comes from seed, serial
number and the name of the fault (sim/base/random.hpp). line_fault_answer_test.cpp and
line_fault_chance_test.cpp hold what this prints.
"""
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
SEED, SERIAL = 7, 0x4E36C14C


def mixed(value):
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def stream_of(seed, purpose):
    code = 0xCBF29CE484222325
    for letter in purpose.encode():
        code = ((code ^ letter) * 0x100000001B3) & MASK
    return mixed(mixed((seed + GOLDEN) & MASK) ^ code)


class Stream:
    def __init__(self, name, seed=SEED):
        self.state = stream_of((stream_of(seed, "line") + SERIAL) & MASK, name)

    def next(self):
        self.state = (self.state + GOLDEN) & MASK
        return mixed(self.state)

    def uniform(self):
        return (self.next() >> 11) * 2.0 ** -53

    def below(self, limit):
        return self.next() % limit


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return bytes([crc & 0xFF, crc >> 8])


def text(data):
    return data.hex(" ").upper()


def rtu(digits):
    data = bytes.fromhex(digits)
    return data + crc16(data)


def flipped(data, bit):
    data = bytearray(data)
    data[bit // 8] ^= 1 << bit % 8
    return bytes(data)


def main():
    answer = rtu("01 03 02 12 34")
    tcp = bytes.fromhex("00 07 00 00 00 05 01 03 02 12 34")
    print("answer", text(answer), "| before", text(rtu("01 03 04 00 01 00 02")))
    print("exception", text(rtu("01 83 04")), "| write", text(rtu("01 06 00 8D 00 1E")))
    print("wrong unit", text(rtu("02 03 02 12 34")), "|", text(rtu("09 03 02 12 34")))
    print("corrupt", text(flipped(answer, Stream("corrupt").below(56))), "|",
          text(flipped(tcp, 56 + Stream("corrupt").below(32))))
    print("truncate", text(answer[:1 + Stream("truncate").below(6)]), "|",
          text(tcp[:1 + Stream("truncate").below(10)]))
    print("split after", 1 + Stream("split").below(6), "|", 1 + Stream("split").below(10))
    garbage = Stream("garbage")
    print("garbage", text(bytes(garbage.below(256) for _ in range(1 + garbage.below(8)))))
    delay = Stream("delay")
    print("delay 20 to 80 ms", [round(20000 + 60000 * delay.uniform()) for _ in range(3)], "us")
    drop = Stream("drop")
    drawn = [drop.uniform() < 0.2 for _ in range(1000)]
    print("drop 20 %:", sum(drawn), "of 1000, first", [i for i, d in enumerate(drawn) if d][:5])


if __name__ == "__main__":
    main()
