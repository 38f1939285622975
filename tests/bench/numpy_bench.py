#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin beside a vectorised NumPy pipeline of the same quantities, in one run.

Both make three phases of voltage and current with the harmonics 1..21 off the nominal
frequency, and from them once a second: rms of V (L-N and L-L) and I, P, Q of the fundamental,
S, PF, frequency, and the energies. Before anything is timed, both must agree on the numbers.

    numpy_bench.py PATH/metertwin-cli [--seconds 3600] [--rounds 5]

Prints both rates as multiples of real time, and their ratio (median of the rounds). The
machine's other work disturbs both alike: they take turns.
"""

import argparse
import csv
import os
import statistics
import subprocess
import tempfile
import time

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = "1"  # One core for each of the two.

import numpy as np  # noqa: E402: the thread count is read when it is loaded

from chain_figures import (COLUMNS, CURRENTS, FREQUENCY, LAGGING, ORDERS, VOLTAGE,  # noqa: E402
                           scenario)

RATE = 2520
CURRENT = np.array(CURRENTS)
NOMINAL = np.array([0.0, -120.0, 120.0])
SECONDS_AT_ONCE = 10  # What was fastest of 1, 4, 10 and 30: the arrays stay in the cache.


def phasors():
    """Complex amplitudes, one row per order 1..21, one column per channel VA VB VC IA IB IC."""
    angle = np.radians(np.concatenate([NOMINAL, NOMINAL - np.array(LAGGING)]))
    rms = np.concatenate([np.full(3, VOLTAGE), CURRENT])
    rows = [np.sqrt(2.0) * rms * np.exp(1j * angle)]
    for order in ORDERS:
        level = 0.1 / order
        shift = np.radians(7.0 * order)
        rows.append(level * np.sqrt(2.0) * rms * np.exp(1j * (order * angle + shift)))
    return np.array(rows)


def basis_of(count):
    """exp(j h w t) of each order, while the frequency holds good for every stretch of time."""
    angle = 2.0 * np.pi * FREQUENCY / RATE * np.arange(count)
    turns = np.outer(np.arange(1, len(ORDERS) + 2), angle)
    return np.cos(turns), np.sin(turns)


def waveforms(first, basis, amplitudes):
    """The six channels as rows: the phasors turned to the first sample, times the basis."""
    orders = np.arange(1, len(amplitudes) + 1)
    turned = (amplitudes.T * np.exp(2j * np.pi * FREQUENCY / RATE * first * orders)).T
    return turned.imag.T @ basis[0] + turned.real.T @ basis[1]


def crossings(voltage, first):
    """Rising zero crossings of a channel in samples, interpolated."""
    rising = np.flatnonzero((voltage[:-1] < 0.0) & (voltage[1:] >= 0.0))
    low, high = voltage[rising], voltage[rising + 1]
    return first + rising + low / (low - high)


def measure(seconds):
    """The quantities of every second, vectorised over seconds; the last ones, and the energy."""
    amplitudes = phasors()
    basis = basis_of(SECONDS_AT_ONCE * RATE)
    energy = 0.0
    row = None
    for begin in range(0, seconds, SECONDS_AT_ONCE):
        count = min(SECONDS_AT_ONCE, seconds - begin) * RATE
        x = waveforms(begin * RATE, [part[:, :count] for part in basis], amplitudes)
        edges = crossings(x[0], begin * RATE)
        frequency = RATE * (len(edges) - 1) / (edges[-1] - edges[0])
        # Whole cycles: as many samples as come nearest to them within each second.
        length = int(round(np.floor(frequency) * RATE / frequency))
        window = x.reshape(6, -1, RATE)[:, :, RATE - length:]
        v, i = window[:3], window[3:]
        mean = 1.0 / length
        lines = v - np.roll(v, -1, axis=0)
        v_rms = np.sqrt(np.einsum("csn,csn->cs", v, v) * mean)
        l_rms = np.sqrt(np.einsum("csn,csn->cs", lines, lines) * mean)
        i_rms = np.sqrt(np.einsum("csn,csn->cs", i, i) * mean)
        power = np.einsum("csn,csn->cs", v, i) * mean
        carrier = np.exp(-2j * np.pi * frequency / RATE * np.arange(length))
        fundamental = (window @ carrier.real + 1j * (window @ carrier.imag)) * np.sqrt(2.0) * mean
        reactive = np.imag(fundamental[:3] * np.conj(fundamental[3:]))
        apparent = v_rms * i_rms
        energy += power.sum() / 3600.0
        row = np.concatenate([v_rms, l_rms, i_rms, power / 1e3, reactive / 1e3, apparent / 1e3,
                              power / apparent])[:, -1]
        row = np.concatenate([row, [frequency, energy / 1e3]])
    return row


def run_twin(program, folder, seconds):
    record = os.path.join(folder, "record.csv")
    subprocess.run([program, "run", os.path.join(folder, "scenario.yaml"), "--record", record,
                    "--columns", ",".join(COLUMNS)],
                   check=True, stdout=subprocess.DEVNULL, timeout=600)
    with open(record, newline="") as file:
        rows = list(csv.reader(file))
    return np.array([float(value) for value in rows[-1][1:]])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="metertwin-cli")
    parser.add_argument("--seconds", type=int, default=3600,
                        help="of meter time (a multiple of 10)")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "scenario.yaml"), "w") as file:
            file.write(scenario(options.seconds))
        theirs = measure(options.seconds)
        ours = run_twin(options.program, folder, options.seconds)
        for name, a, b in zip(COLUMNS, ours, theirs):
            # 2 s of power-up without measuring are missing in the twin's energy.
            tolerance = 2e-3 + (5.0 / options.seconds if name == "real_energy" else 0.0)
            if abs(a - b) > tolerance * max(abs(b), 1e-9):
                raise SystemExit(f"{name}: the twin has {a}, NumPy {b}: no point in timing")
        ratios, twin_rates, numpy_rates = [], [], []
        for _ in range(options.rounds):
            start = time.perf_counter()
            run_twin(options.program, folder, options.seconds)
            middle = time.perf_counter()
            measure(options.seconds)
            end = time.perf_counter()
            twin_rates.append(options.seconds / (middle - start))
            numpy_rates.append(options.seconds / (end - middle))
            ratios.append(twin_rates[-1] / numpy_rates[-1])
    print(f"twin   {statistics.median(twin_rates):10.0f} x real time (with start and CSV)")
    print(f"numpy  {statistics.median(numpy_rates):10.0f} x real time")
    print(f"ratio  {statistics.median(ratios):10.2f}")


if __name__ == "__main__":
    main()
