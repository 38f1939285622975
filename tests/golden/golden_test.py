#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records a scenario twice and compares the bytes with each other and with the kept record.
With --reports the kept file holds a digest of each report instead. --update-golden writes the
kept one; a person reviews the difference."""

import argparse
import hashlib
import pathlib
import subprocess
import sys
import tempfile


def record(program, scenario, folder, name):
    output = pathlib.Path(folder) / name
    subprocess.run([program, "run", scenario, "--record", output], check=True,
                   stdout=subprocess.DEVNULL, timeout=120)
    return output.read_bytes()


def digests(program, scenario, folder, name):
    """One line per kind of report; from the scenario's own folder, so that no path differs."""
    outputs = {kind: pathlib.Path(folder) / f"{name}.{kind}" for kind in ("json", "junit", "html")}
    command = [program, "run", pathlib.Path(scenario).name]
    for kind, output in outputs.items():
        command += ["--report", f"{kind}={output}"]
    done = subprocess.run(command, cwd=pathlib.Path(scenario).parent, stdout=subprocess.DEVNULL,
                          timeout=120)
    if done.returncode != 1:
        sys.exit(f"some of its expectations fail, so it ends with 1, not {done.returncode}")
    rows = [f"{kind},{hashlib.sha256(output.read_bytes()).hexdigest()}"
            for kind, output in outputs.items()]
    return "\n".join(["report,sha256", *rows, ""]).encode()


def first_difference(expected, seen):
    header = expected[0].split(",")
    for number, (left, right) in enumerate(zip(expected, seen), start=1):
        for name, a, b in zip(header, left.split(","), right.split(",")):
            if a != b:
                return f"line {number}, {name}: kept {a}, now {b}"
    return f"kept {len(expected)} lines, now {len(seen)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("scenario")
    parser.add_argument("golden", type=pathlib.Path)
    parser.add_argument("--reports", action="store_true")
    parser.add_argument("--update-golden", action="store_true")
    arguments = parser.parse_args()
    look = digests if arguments.reports else record
    with tempfile.TemporaryDirectory() as folder:
        first = look(arguments.program, arguments.scenario, folder, "first.csv")
        second = look(arguments.program, arguments.scenario, folder, "second.csv")
    if first != second:
        sys.exit("two runs of the same build differ: "
                 + first_difference(first.decode().splitlines(), second.decode().splitlines()))
    if arguments.update_golden:
        arguments.golden.write_bytes(first)
        return
    golden = arguments.golden.read_bytes()
    if first != golden:
        sys.exit("the record differs from the kept one: "
                 + first_difference(golden.decode().splitlines(), first.decode().splitlines())
                 + "\nIf that is meant: golden_test.py PROGRAM SCENARIO GOLDEN --update-golden")


if __name__ == "__main__":
    main()
