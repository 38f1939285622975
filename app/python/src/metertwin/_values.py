# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of what goes to a twin and what comes back."""

from __future__ import annotations

import datetime
import re
from typing import Any, Callable, Dict, Mapping, Optional, Sequence, Tuple, Union

Time = Union[str, int, float, datetime.timedelta]
"""A time as a scenario has it ("3 s", "12 cycles"), seconds, or a timedelta."""

Value = Any
"""What a scenario would hold: "70 %", "0.9 lagging", 12, True, a list or a map of these."""

Words = Union[str, int, Sequence[Any]]
"""One text or several: names of registers, keys of the meter, dotted keys."""

Switch = Union[bool, str]
"""True and False, or "on" and "off"."""

Result = Dict[str, Any]
"""The answer to a request; `time` is the meter's time in seconds."""


def plain(value: Any) -> Any:
    """The value in the types that JSON has."""
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one) for one in value]
    return value


def given(**params: Any) -> Dict[str, Any]:
    """Those parameters that are not None. `for` is a word of Python's own, so it is `duration`."""
    return {
        "for" if name == "duration" else name: plain(value)
        for name, value in params.items()
        if value is not None
    }


def dotted(name: str) -> str:
    """source__voltage__B is source.voltage.B; installation.ct_leads keeps its underscore."""
    return name.replace("__", ".")


def dashed(name: str) -> str:
    """start_pf is start-pf."""
    return name.replace("_", "-")


def same(name: str) -> str:
    """The name as it is."""
    return name


def merged(
    values: Optional[Mapping[Any, Value]], keys: Mapping[str, Value], name: Callable[[str], str]
) -> Dict[str, Any]:
    """A map and keywords as one; the keywords in the words of the twin."""
    both = {str(key): plain(value) for key, value in (values or {}).items()}
    both.update({name(key): plain(value) for key, value in keys.items()})
    return both


_NUMBER = re.compile(r"[0-9]+")


def host_and_port(text: str) -> Tuple[str, int]:
    """Both halves of HOST:PORT; an IPv6 address stands in brackets."""
    host, colon, port = text.rpartition(":")
    if not colon or not _NUMBER.fullmatch(port):
        raise ValueError(f"'{text}' is not HOST:PORT")
    return host.strip("[]"), int(port)
