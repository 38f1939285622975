# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""exports.py CLI: the point map in the words of other programs, read back from a live meter.

Each export is parsed by somebody else's parser (tomllib, PyYAML, json, node, mbpoll), checked for
what the program it is for wants, and every address in it is read from the meter and compared with
what `metertwin-cli read` says of the name.
"""
import json
import os
import re
import shlex
import shutil
import socket
import struct
import subprocess
import sys

CLI = sys.argv[1]
ADDRESS = "127.0.0.1:" + os.environ["TCP_PORT"]
COUNTERS = re.compile("energy|pulse_counter")  # They go on while we look.
COUNTED_MAX = 10.0  # kWh; 150 kW take four minutes for it.
MBPOLL_LINES = 12


class Meter:
    """A Modbus TCP master of a dozen lines."""

    def __init__(self):
        self.socket = socket.create_connection(("127.0.0.1", int(os.environ["TCP_PORT"])), 5)

    def words(self, address, count):
        self.socket.sendall(struct.pack(">HHHBBHH", 1, 0, 6, 1, 3, address, count))
        answer = b""
        while len(answer) < 9 + 2 * count:
            part = self.socket.recv(300)
            if not part or answer[7:8] == b"\x83":
                sys.exit(f"no answer to {count} words at {address}")
            answer += part
        return struct.unpack(f">{count}H", answer[9:])


def cli(*arguments):
    return subprocess.run([CLI, *arguments], stdout=subprocess.PIPE, text=True, timeout=60,
                          check=True).stdout


def export(kind):
    return cli("registers", "--format", kind, "--tcp", ADDRESS)


def decode(words, kind):
    data = struct.pack(f">{len(words)}H", *words)
    return struct.unpack({"u16": ">H", "i16": ">h", "u32": ">I", "f32": ">f"}[kind], data)[0]


def expect(what, condition):
    if not condition:
        sys.exit(what)


class Truth:
    """Name to value, as `metertwin-cli read` says; asked once."""

    def __init__(self):
        names = [row["name"] for row in json.loads(cli("registers", "--format", "json"))
                 if row["variant"] == "all" and not row["name"].startswith("reserved")]
        self.values = {}
        for value in json.loads(cli("read", "--tcp", ADDRESS, "--format", "json",
                                    *dict.fromkeys(names))):
            self.values[value["name"]] = value["value"]

    def compare(self, source, name, seen):
        expected = self.values[name]
        if expected is None or seen is None:
            expect(f"{source}: {name} is {seen}, not {expected}", expected == seen)
            return
        slack = abs(expected) * 2e-3 + 1e-3
        high = expected + (COUNTED_MAX if COUNTERS.search(name) else slack)
        expect(f"{source}: {name} is {seen}, not {expected}", expected - slack <= seen <= high)


def check_telegraf(meter, truth):
    import tomllib
    plugin, = tomllib.loads(export("telegraf"))["inputs"]["modbus"]
    expect("telegraf: controller", plugin["controller"] == "tcp://" + ADDRESS)
    expect("telegraf: slave", plugin["slave_id"] == 1)
    # UFIXED keeps the decimals of an integer that is scaled.
    kinds = {"UINT16": "u16", "INT16": "i16", "UINT32": "u32", "FLOAT32-IEEE": "f32",
             "UFIXED": "u16"}
    for field in plugin["holding_registers"]:
        expect(f"telegraf: keys of {field}", set(field) == {"name", "byte_order", "data_type",
                                                            "scale", "address"})
        first, *rest = field["address"]
        count = 1 + len(rest)
        expect(f"telegraf: {field}", rest == list(range(first + 1, first + count)) and
               field["byte_order"] == ("ABCD" if count == 2 else "AB") and
               isinstance(field["scale"], float) and
               (field["scale"] != 1.0) == (field["data_type"] == "UFIXED"))
        value = decode(meter.words(first, count), kinds[field["data_type"]]) * field["scale"]
        truth.compare("telegraf", field["name"], value)
    return len(plugin["holding_registers"])


def check_home_assistant(meter, truth):
    import yaml
    hub, = yaml.safe_load(export("home-assistant"))["modbus"]
    expect("home-assistant: hub", (hub["type"], f"{hub['host']}:{hub['port']}") ==
           ("tcp", ADDRESS))
    ids = [sensor["unique_id"] for sensor in hub["sensors"]]
    expect("home-assistant: ids are not unique", len(set(ids)) == len(ids))
    kinds = {"uint16": "u16", "int16": "i16", "uint32": "u32", "float32": "f32"}
    for sensor in hub["sensors"]:
        kind = kinds[sensor["data_type"]]
        words = meter.words(sensor["address"], 2 if kind in ("u32", "f32") else 1)
        name = sensor["unique_id"].removeprefix("leviton_4000r_1_")
        truth.compare("home-assistant", name, decode(words, kind) * sensor.get("scale", 1))
        expect(f"home-assistant: {sensor}", sensor["slave"] == 1 and
               sensor["input_type"] == "holding" and
               (sensor.get("device_class") != "energy" or
                sensor["state_class"] == "total_increasing"))
    return len(ids)


def check_thingsboard(meter, truth):
    slave, = json.loads(export("thingsboard"))["master"]["slaves"]
    expect("thingsboard: slave", (slave["type"], slave["method"], slave["byteOrder"],
                                  slave["unitId"], f"{slave['host']}:{slave['port']}") ==
           ("tcp", "socket", "BIG", 1, ADDRESS))
    kinds = {"16uint": "u16", "16int": "i16", "32uint": "u32", "32float": "f32"}
    points = slave["attributes"] + slave["timeseries"]
    for point in points:
        expect(f"thingsboard: {point}", point["functionCode"] == 3)
        words = meter.words(point["address"], point["objectsCount"])
        truth.compare("thingsboard", point["tag"],
                      decode(words, kinds[point["type"]]) / point.get("divider", 1))
    written = [update["tag"] for update in slave["attributeUpdates"]]
    expect("thingsboard: what is written", "ct_primary" in written and
           all(update["functionCode"] == 6 for update in slave["attributeUpdates"]))
    return len(points)


def check_node_red(meter, truth):
    text = export("node-red")
    expect("node-red: two exports differ", text == export("node-red"))
    flow = json.loads(text)
    nodes = {node["id"]: node for node in flow}
    expect("node-red: ids", len(nodes) == len(flow) and
           all(re.fullmatch("[0-9a-f]{16}", key) for key in nodes))
    count = 0
    for node in flow:
        expect(f"node-red: wires of {node['id']}", all(
            target in nodes for wires in node.get("wires", []) for target in wires))
        expect(f"node-red: tab of {node['id']}", node.get("z", flow[0]["id"]) == flow[0]["id"])
        if node["type"] != "modbus-read":
            continue
        client = nodes[node["server"]]
        expect("node-red: client", (client["type"], f"{client['tcpHost']}:{client['tcpPort']}") ==
               ("modbus-client", ADDRESS))
        if shutil.which("node") is None:
            continue
        words = meter.words(int(node["adr"]), int(node["quantity"]))
        function = json.dumps(nodes[node["wires"][0][0]]["func"])
        script = (f"const f = new Function('msg', {function});"
                  f"console.log(JSON.stringify(f({{payload: {list(words)}}}).payload));")
        values = json.loads(subprocess.run(["node", "-e", script], stdout=subprocess.PIPE,
                                           text=True, timeout=60, check=True).stdout)
        for name, value in values.items():
            truth.compare("node-red", name, value)
        count += len(values)
    return count


def check_mbpoll(truth):
    if shutil.which("mbpoll") is None:
        return 0
    lines = [line for line in export("mbpoll").splitlines() if not line.startswith("#")]
    # Some of each kind; each line is a process.
    for line in lines[::max(1, len(lines) // MBPOLL_LINES)]:
        command, comment = line.split("  # ")
        shown = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, text=True,
                               timeout=60, check=True).stdout
        value = float(re.search(r"^\[\d+\]:\s*(\S+)", shown, re.M).group(1))
        divider = re.search(r"divided by (\d+)", comment)
        truth.compare("mbpoll", re.match(r"\w+", comment).group(),
                      value / (int(divider.group(1)) if divider else 1))
    return len(lines)


def main():
    try:
        import yaml  # noqa: F401
    except ImportError as reason:
        print(f"PyYAML is not installed ({reason}): skipped")
        sys.exit(77)
    cli("read", "--tcp", ADDRESS, "ct_primary")  # It has booted.
    meter, truth = Meter(), Truth()
    counts = [check_telegraf(meter, truth), check_home_assistant(meter, truth),
              check_thingsboard(meter, truth), check_node_red(meter, truth)]
    check_mbpoll(truth)
    # All but what only the meter's own scale registers tell and no float has.
    rows = [row for row in json.loads(cli("registers", "--format", "json"))
            if row["variant"] == "all" and not row["name"].startswith("reserved")]
    names = {row["name"] for row in rows
             if row["format"] == "Float" or row["scale"] not in list("IVWE")}
    counts = [count for count in counts if count > 0]  # Without node none is counted.
    expect(f"{counts} points, not {len(names)}", set(counts) == {len(names)})
    print(f"exports of {counts[0]} points: all as read")


if __name__ == "__main__":
    main()
