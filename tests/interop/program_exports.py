#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""program_exports.py CLI: exports for evcc, Prometheus, OpenEMS, mbmd, Kepware and Ignition.

As exports.py: each is parsed by somebody else's parser (PyYAML, csv, json, javac's, Go's own),
checked for what the program wants, and what it names is read from a live meter and compared with
`metertwin-cli read`. Where there is no Java or Go, that one is left out and said so.
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from exports import ADDRESS, Meter, Truth, cli, decode, expect, export

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {"uint16": "u16", "int16": "i16", "uint32": "u32", "float32": "f32"}
# Quantities of other programs: the meter's name and what one of its units is over there.
OPENEMS = {"ACTIVE_PRODUCTION_ENERGY": "real_energy", "ACTIVE_POWER": "real_power_total",
           "REACTIVE_POWER": "reactive_power_total", "VOLTAGE": "voltage_ln_average",
           "FREQUENCY": "frequency"}
MBMD = {"Import": "real_energy", "Sum": "real_energy", "Power": "real_power_total",
        "ReactivePower": "reactive_power_total", "ApparentPower": "apparent_power_total",
        "Cosphi": "power_factor_total", "Voltage": "voltage_ln_average",
        "Current": "current_average", "Frequency": "frequency", "ReactiveSum": "reactive_energy"}
for number, phase in enumerate("abc", 1):
    OPENEMS |= {f"ACTIVE_POWER_L{number}": f"real_power_{phase}",
                f"REACTIVE_POWER_L{number}": f"reactive_power_{phase}",
                f"VOLTAGE_L{number}": f"voltage_{phase}n", f"CURRENT_L{number}": f"current_{phase}"}
    MBMD |= {f"ImportL{number}": f"real_energy_{phase}", f"SumL{number}": f"real_energy_{phase}",
             f"PowerL{number}": f"real_power_{phase}", f"VoltageL{number}": f"voltage_{phase}n",
             f"ReactivePowerL{number}": f"reactive_power_{phase}",
             f"ApparentPowerL{number}": f"apparent_power_{phase}",
             f"CosphiL{number}": f"power_factor_{phase}", f"CurrentL{number}": f"current_{phase}"}


def value_at(meter, address, kind):
    return decode(meter.words(address, 2 if kind in ("u32", "f32") else 1), kind)


def check_evcc(meter, truth):
    import yaml
    one, = yaml.safe_load(export("evcc"))["meters"]
    expect("evcc: type", (one["name"], one["type"]) == ("leviton_4000r", "custom"))
    lists = {"currents": "current_{}", "voltages": "voltage_{}n", "powers": "real_power_{}"}
    plugins = [("real_power_total", one["power"]), ("real_energy", one["energy"])]
    for key, name in lists.items():
        expect(f"evcc: {key}", len(one[key]) == 3)
        plugins += [(name.format(phase), plugin) for phase, plugin in zip("abc", one[key])]
    for name, plugin in plugins:
        register = plugin["register"]
        expect(f"evcc: {plugin}", plugin["source"] == "modbus" and plugin["uri"] == ADDRESS and
               plugin["id"] == 1 and register["type"] == "holding")
        # evcc counts in W, the meter in kW; energies are in kWh on both sides.
        value = value_at(meter, register["address"], KINDS[register["encoding"]])
        power = "power" in name
        expect(f"evcc: scale of {name}", plugin.get("scale", 1) == (1000 if power else 1))
        truth.compare("evcc", name, value * plugin.get("scale", 1) / (1000 if power else 1))
    return len(plugins)


def check_prometheus(meter, truth):
    import yaml
    module, = yaml.safe_load(export("prometheus"))["modules"]
    expect("prometheus: module", (module["name"], module["protocol"]) ==
           ("leviton_4000r", "tcp/ip"))
    for metric in module["metrics"]:
        expect(f"prometheus: {metric}",
               re.fullmatch("[a-z_:][a-z0-9_:]*", metric["name"]) and
               metric["metricType"] in ("gauge", "counter") and metric["endianness"] == "big")
        # modbus_exporter: the first digit is the function, the rest the protocol address.
        function, address = str(metric["address"])[0], int(str(metric["address"])[1:])
        expect(f"prometheus: function of {metric}", function == "3")
        value = value_at(meter, address, KINDS[metric["dataType"]])
        name = metric["name"].removeprefix("leviton_")
        value = None if value != value else value * metric.get("factor", 1)
        truth.compare("prometheus", name, value)
        counter = "energy" in name and name not in ("pulse_energy", "energy_reset_count")
        expect(f"prometheus: kind of {name}", (metric["metricType"] == "counter") ==
               (counter or name.startswith("pulse_counter") or name == "energy_reset_count"))
    return len(module["metrics"])


def check_kepware(meter, truth):
    rows = list(csv.DictReader(io.StringIO(export("kepware"))))
    kinds = {"Word": "u16", "Short": "i16", "DWord": "u32", "Float": "f32"}
    for row in rows:
        expect(f"kepware: {row}", None not in row and row["Respect Data Type"] == "1" and
               row["Client Access"] in ("RO", "R/W") and row["Address"].startswith("4"))
        # The driver's 400001 is protocol address 0.
        value = value_at(meter, int(row["Address"]) - 400001, kinds[row["Data Type"]])
        if row["Scaling"] == "Linear":
            raw, scaled = ([float(row[f"{kind} {end}"]) for end in ("Low", "High")]
                           for kind in ("Raw", "Scaled"))
            value = scaled[0] + (value - raw[0]) * (scaled[1] - scaled[0]) / (raw[1] - raw[0])
        truth.compare("kepware", row["Tag Name"], None if value != value else value)
    return len(rows)


def check_ignition(meter, truth):
    folder = json.loads(export("ignition"))
    kinds = {"HRUS": "u16", "HR": "i16", "HRUI": "u32", "HRF": "f32"}
    for tag in folder["tags"]:
        place = re.fullmatch(r"ns=1;s=\[leviton_4000r\]1\.(HR[A-Z]*)(\d+)", tag["opcItemPath"])
        expect(f"ignition: {tag}", place and tag["tagType"] == "AtomicTag")
        value = value_at(meter, int(place[2]) - 1, kinds[place[1]])
        if tag.get("scaleMode") == "Linear":
            value = value * tag["scaledHigh"] / tag["rawHigh"]
        truth.compare("ignition", tag["name"], None if value != value else value)
    return len(folder["tags"])


def check_source(kind, file, command, names, context):
    """A source file in which a parser of its language finds quantity and address, line by line."""
    meter, truth = context
    if shutil.which(command[0]) is None:
        print(f"{kind}: no {command[0]} here, left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, file)
        with open(path, "w", encoding="utf-8") as out:
            out.write(export(kind))
        done = subprocess.run([*command, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, timeout=80, check=False)
    expect(f"{kind}: {done.stderr}", done.returncode == 0)
    found = dict(line.split() for line in done.stdout.splitlines())
    expect(f"{kind}: {sorted(found)}, not {sorted(names)}", set(found) == set(names))
    for quantity, address in found.items():
        truth.compare(kind, names[quantity], value_at(meter, int(address), "f32"))


def main():
    try:
        import yaml  # noqa: F401
    except ImportError as reason:
        print(f"PyYAML is not installed ({reason}): skipped")
        sys.exit(77)
    cli("read", "--tcp", ADDRESS, "ct_primary")  # It has booted.
    meter, truth = Meter(), Truth()
    check_evcc(meter, truth)
    counts = [check_prometheus(meter, truth), check_kepware(meter, truth),
              check_ignition(meter, truth)]
    expect(f"points {counts}", len(set(counts)) == 1)
    check_source("openems", "MeterLeviton4000RImpl.java",
                 ["java", os.path.join(HERE, "OpenemsElements.java")], OPENEMS, (meter, truth))
    check_source("mbmd", "leviton.go", ["go", "run", os.path.join(HERE, "mbmd_opcodes.go"), "--"],
                 MBMD, (meter, truth))  # Without the dashes, go would compile the file too.
    print(f"exports of {counts[0]} points: all as read")


if __name__ == "__main__":
    main()
