#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds core/ for a Cortex-M4F, runs it under QEMU on recorded samples and compares every
register and the glass with the host's. Also: no heap, exceptions, RTTI or hidden state in the
core's objects, and the budget of the microcontroller. Exit status 77: the tools are missing."""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

TOOLS = ("arm-none-eabi-g++", "arm-none-eabi-nm", "arm-none-eabi-size", "qemu-system-arm", "cmake")
FORBIDDEN = re.compile(r"\b(malloc|free|calloc|realloc|_Zn[wa]\w*|_Zd[la]Pv\w*|__cxa_throw|"
                       r"__cxa_allocate_exception|_ZTI\w*|__dynamic_cast|__cxa_guard\w*)\b")
STACK_BYTES_MAX = 4096 - 128  # What is painted, and a little to spare.
# 2.8 % of the 72 MHz of a small Cortex-M4 over 2520 samples, at about one cycle an instruction.
INSTRUCTIONS_PER_SAMPLE_MAX = 800


def run(*command, **options):
    result = subprocess.run([str(part) for part in command], text=True, capture_output=True,
                            timeout=300, check=False, **options)
    if result.returncode != 0:
        sys.exit(f"{' '.join(str(part) for part in command)} failed "
                 f"({result.returncode}):\n{result.stdout}{result.stderr}")
    return result


def build(source, work):
    run("cmake", "-S", source, "-B", work, "-DCMAKE_BUILD_TYPE=MinSizeRel",
        "-DMETERTWIN_FIRMWARE=ON", "-DMETERTWIN_WARNINGS_AS_ERRORS=ON",
        f"-DCMAKE_TOOLCHAIN_FILE={source}/cmake/arm-cortex-m4.cmake")
    print(run("cmake", "--build", work, "--parallel", "2").stdout.strip().splitlines()[-1])
    return work / "tests/firmware/metertwin_firmware.elf", work / "core/libmetertwin_core.a"


def check_symbols(library):
    symbols = run("arm-none-eabi-nm", "--undefined-only", library).stdout
    found = sorted(set(FORBIDDEN.findall(symbols)))
    if found:
        sys.exit(f"the core uses what firmware does not have: {', '.join(found)}")


def check_hidden_state(library):
    for line in run("arm-none-eabi-size", library).stdout.splitlines()[1:]:
        text, data, bss, *_, name = line.split()[:3] + [line.split()[5]]
        if int(data) != 0 or int(bss) != 0:
            sys.exit(f"{name} has static state: {data} bytes data, {bss} bytes bss")


def print_sizes(firmware):
    text, data, bss = run("arm-none-eabi-size", firmware).stdout.splitlines()[1].split()[:3]
    print(f"flash {int(text) + int(data)} of 65536 bytes, "
          f"RAM with 4 KB stack {int(data) + int(bss)} of 16384 bytes")


def run_target(firmware, work):
    qemu = run("qemu-system-arm", "-M", "mps2-an386", "-nographic", "-monitor", "none",
               "-serial", "none", "-icount", "shift=0",
               "-semihosting-config", "enable=on,target=native", "-kernel", firmware, cwd=work)
    return qemu.stderr + qemu.stdout  # SYS_WRITE0 goes to QEMU's stderr.


def check_same(host, target):
    if len(host) < 100:
        sys.exit("the session printed next to nothing")
    for number, (expected, seen) in enumerate(zip(host, target), start=1):
        if expected != seen:
            sys.exit(f"line {number} differs\n  host   {expected}\n  target {seen}")
    if len(host) != len(target):
        sys.exit(f"the host printed {len(host)} lines, the target {len(target)}")
    print(f"{len(host)} lines of registers and glass are the same")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--host", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed (apt-get install gcc-arm-none-eabi "
              "libnewlib-arm-none-eabi libstdc++-arm-none-eabi-newlib qemu-system-arm)")
        return 77

    firmware, library = build(arguments.source, arguments.work)
    check_symbols(library)
    check_hidden_state(library)
    print_sizes(firmware)
    run(arguments.host, "record", arguments.work / "samples.bin")
    host = run(arguments.host, "run", arguments.work / "samples.bin").stdout.splitlines()
    printed = run_target(firmware, arguments.work).splitlines()
    check_same(host, [line for line in printed if not line.startswith("#")])

    notes = dict(line[2:].split() for line in printed if line.startswith("#"))
    cost = int(notes["instructions_per_sample"])
    print(f"meter state {notes['state_bytes']} bytes, stack {notes['stack_bytes']} bytes, "
          f"{cost} instructions per sample of {INSTRUCTIONS_PER_SAMPLE_MAX}")
    if int(notes["stack_bytes"]) > STACK_BYTES_MAX:
        sys.exit("the stack is deeper than what is reserved for it")
    if cost > INSTRUCTIONS_PER_SAMPLE_MAX:
        sys.exit("a sample costs more than is left for it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
