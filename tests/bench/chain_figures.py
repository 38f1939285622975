# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the chain from grid to register, as scenarios for the whole program.

One load for all: three phases of voltage and current, off the nominal frequency unless the
figure says otherwise, with the harmonics 2..21. What is timed is the processor time of
`metertwin-cli run`, start and CSV included: on a busy machine it moves less than the wall's.
"""

import os
import subprocess
import tempfile
from dataclasses import dataclass

FREQUENCY = 59.9
VOLTAGE = 277.0
CURRENTS = (80.0, 75.0, 70.0)
LAGGING = (25.0, 30.0, 20.0)
ORDERS = range(2, 22)

COLUMNS = ["voltage_an", "voltage_bn", "voltage_cn", "voltage_ab", "voltage_bc", "voltage_ac",
           "current_a", "current_b", "current_c", "real_power_a", "real_power_b", "real_power_c",
           "reactive_power_a", "reactive_power_b", "reactive_power_c", "apparent_power_a",
           "apparent_power_b", "apparent_power_c", "power_factor_a", "power_factor_b",
           "power_factor_c", "frequency", "real_energy"]


def scenario(seconds, frequency=FREQUENCY, has_harmonics=True, timeline=""):
    spectrum = ""
    if has_harmonics:
        lines = ", ".join(f"{order}: {{level: {10.0 / order!r} %, angle: {7 * order} deg}}"
                          for order in ORDERS)
        spectrum = f"  harmonics: {{{lines}}}\n"
    amperes = ", ".join(f"{p}: {value} A" for p, value in zip("ABC", CURRENTS))
    degrees = ", ".join(f"{p}: {value} deg" for p, value in zip("ABC", LAGGING))
    return (f"metertwin: 1\nname: Chain\nduration: {seconds} s\n"
            f"source:\n  frequency: {frequency} Hz\n  voltage: {VOLTAGE} V\n{spectrum}"
            f"load:\n  current: {{{amperes}}}\n  phase: {{{degrees}}}\n{spectrum}{timeline}")


def ramp(key, to, seconds):
    return f"timeline:\n  - {{at: 1 s, set: {{{key}: {to}}}, ramp: {seconds - 2} s}}\n"


@dataclass(frozen=True)
class Figure:
    name: str
    seconds: int  # Of meter time.
    aim: float  # Multiple of real time.
    frequency: float = FREQUENCY
    has_harmonics: bool = True
    ramp: tuple = ()  # Key and where it goes.
    is_recorded: bool = True

    def text(self):
        moves = ramp(*self.ramp, self.seconds) if self.ramp else ""
        return scenario(self.seconds, self.frequency, self.has_harmonics, moves)


FIGURES = [
    Figure("21 harmonics, steady", 3600, 30_000),
    Figure("21 harmonics, a current ramps", 3600, 15_000, ramp=("load.current.A", "20 A")),
    Figure("21 harmonics, an angle ramps", 3600, 15_000, ramp=("load.phase.A", "70 deg")),
    Figure("pure sines", 3600, 60_000, has_harmonics=False),
    Figure("a second that repeats, recorded", 36_000, 30_000, frequency=60.0),
    Figure("a second that repeats, not recorded", 200_000, 500_000, frequency=60.0,
           is_recorded=False),
]


def time_run(program, text, is_recorded=True):
    """Processor seconds of one run of the program, and the lines of its record."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scenario.yaml")
        with open(path, "w") as file:
            file.write(text)
        record = os.path.join(folder, "record.csv")
        call = [program, "run", path]
        if is_recorded:
            call += ["--record", record, "--columns", ",".join(COLUMNS)]
        process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(call)} ended with {process.returncode}")
        lines = []
        if is_recorded:
            with open(record) as file:
                lines = file.read().splitlines()
        return usage.ru_utime + usage.ru_stime, lines
