#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the module of the control methods from what the program's own `help` says.

    make_methods.py METERTWIN_CLI            prints it
    make_methods.py METERTWIN_CLI --write    replaces src/metertwin/_methods.py

The test "the control methods are those of the program" compares the two.
"""

import json
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

MODULE = Path(__file__).resolve().parents[1] / "src" / "metertwin" / "_methods.py"

HEAD = '''# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods of the control socket. Made by tools/make_methods.py from the program's `help`."""

from __future__ import annotations

import abc
from typing import Any, Dict, Mapping, Optional

from metertwin._values import (
    Result,
    Switch,
    Time,
    Value,
    Words,
    dashed,
    dotted,
    given,
    merged,
    same,
)
from metertwin._views import Display


class ControlMethods(abc.ABC):
    """Everything that a twin can be asked for, by name."""

    @abc.abstractmethod
    def _call(self, method: str, params: Dict[str, Any]) -> Result:
        """Sends a request and returns its result."""
'''

TYPES = {
    "text": "str",
    "list of texts": "Words",
    "switch": "Switch",
    "value": "Value",
    "time": "Time",
    "map": "Mapping[Any, Value]",
    "on or off": "Switch",
    "number": "float",
}
INTEGERS = {"unit"}  # Numbers that count.
# How a keyword of Python becomes a free key of the twin.
NAMING = {"set": "dotted", "apply": "dashed"}
COLUMNS = 100
FREE = "*"
OF_THE_TWIN = {"judge"}  # Twin has them itself.
OWN = {"for": "duration"}  # Words of Python's own get another name.


def help_of(program):
    """The list of methods as a running twin tells it."""
    with tempfile.TemporaryDirectory(prefix="metertwin-") as folder:
        path = f"{folder}/control"
        serve = subprocess.Popen(
            [program, "serve", "--tcp", "127.0.0.1:0", "--control", path, "--for", "1 min"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        try:
            for line in serve.stdout:
                if line == "ready\n":
                    break
            told = subprocess.run([program, "ctl", path, "help", "--format", "json"],
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
        finally:
            serve.terminate()
            serve.communicate()
    return json.loads(told.stdout)["methods"]


def type_of(param):
    return "int" if param["name"] in INTEGERS else TYPES[param["type"]]


def own_name(param):
    return OWN.get(param["name"], param["name"])


def sentence(text):
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "…")) else text + "."


def docstring(method, free):
    """The method's own words, then its parameters, then the free ones."""
    lines = [f'"""{sentence(method["meaning"])}']
    told = [(own_name(one), one["meaning"]) for one in method["params"] if one["name"] != FREE]
    if free:
        told.append(("keywords", free["meaning"]))
    if told:
        lines.append("")
        for name, meaning in told:
            lines += textwrap.wrap(f"{name}: {meaning}", 88, subsequent_indent="    ")
    lines += ["", f"From the command line: {method['example']}", '"""']
    return lines


def signature(method, free):
    """The parameters in Python's order, and which of them is the first, unnamed one."""
    listed = [one for one in method["params"] if one["name"] != FREE]
    head, rest = listed[:1], listed[1:]
    is_map = bool(head) and head[0]["type"] == "map"
    if free and not is_map and not (head and head[0]["needed"]):
        head, rest = [{"name": "values", "type": "map", "needed": False}], listed
    if head and head[0]["name"] == "unit":
        head, rest = [], listed
    return head, rest


def declaration(one):
    if one["needed"]:
        return f"{own_name(one)}: {type_of(one)}"
    return f"{own_name(one)}: Optional[{type_of(one)}] = None"


def given_text(names, opening):
    """given(a=a, b=b), one a line where it is too long for one."""
    one_line = f"{opening}given({', '.join(f'{name}={name}' for name in names)})"
    if len(one_line) <= COLUMNS:
        return [one_line]
    return [f"{opening}given(", *(f"            {name}={name}," for name in names), "        )"]


def body_of(method, free, head):
    names = [own_name(one) for one in method["params"] if one["name"] != FREE]
    if not free:
        lines = given_text(names, f'        return self._call("{method["name"]}", ')
        return [*lines[:-1], lines[-1] + ")"]
    mapping = next((own_name(one) for one in head if one["type"] == "map"), "None")
    names = [name for name in names if name != mapping]
    naming = NAMING.get(method["name"], "same")
    return [f"        free = merged({mapping}, keywords, {naming})",
            *given_text(names, "        named = "),
            f'        return self._call("{method["name"]}", {{**free, **named}})']


def method_text(method):
    free = next((one for one in method["params"] if one["name"] == FREE), None)
    head, rest = signature(method, free)
    if method["name"] == "display":  # The glass is there to be looked at.
        return display_text(method)
    arguments = ["self", *(declaration(one) for one in head)]
    if rest:
        arguments += ["*", *(declaration(one) for one in rest)]
    if free:
        arguments.append("**keywords: Value")
    one_line = f"    def {method['name']}({', '.join(arguments)}) -> Result:"
    if len(one_line) <= COLUMNS:
        lines = [one_line]
    else:
        lines = [f"    def {method['name']}(", *(f"        {one}," for one in arguments),
                 "    ) -> Result:"]
    lines += [f"        {line}" if line else "" for line in docstring(method, free)]
    return "\n".join([*lines, *body_of(method, free, head)])


def display_text(method):
    shown = sentence(method["meaning"])
    return "\n".join([
        "    @property", "    def display(self) -> Display:",
        f'        """{shown}', "", f"        From the command line: {method['example']}",
        '        """', '        return Display.of(self._call("display", {}))'])


def module_text(methods):
    texts = [HEAD] + [method_text(method) + "\n" for method in methods
                      if method["name"] not in OF_THE_TWIN]
    return "\n".join(texts)


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--write"]):
        print(__doc__, file=sys.stderr)
        return 2
    text = module_text(help_of(sys.argv[1]))
    if sys.argv[2:]:
        MODULE.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
