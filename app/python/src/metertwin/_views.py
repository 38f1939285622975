# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The meter's registers, the values of its world and its glass, as Python holds such things."""

from __future__ import annotations

import dataclasses
from typing import Any, Dict, Iterator, List, Mapping, MutableMapping, Optional, Tuple, Union

from metertwin._values import Result, Value


class Registers(MutableMapping[Union[str, int], Optional[float]]):
    """Registers by their name or number, in the units of the point map.

    Reading asks the meter as a master would; None is an invalid value or no answer. Assigning
    writes as a master would, and raises Refused with the meter's exception.
    """

    def __init__(self, meter: Any) -> None:
        self._meter = meter

    def __getitem__(self, register: Union[str, int]) -> Optional[float]:
        values: Dict[str, Optional[float]] = self._meter.read([str(register)])["values"]
        return values[str(register)]

    def __setitem__(self, register: Union[str, int], value: Value) -> None:
        self._meter.write({str(register): value})

    def __delitem__(self, register: Union[str, int]) -> None:
        raise TypeError("a register cannot be deleted")

    def __iter__(self) -> Iterator[Union[str, int]]:
        return iter(self._meter.read()["values"])

    def __len__(self) -> int:
        return len(self._meter.read()["values"])

    def read(self, *registers: Union[str, int]) -> Dict[str, Optional[float]]:
        """Several of one moment; none named: all that have a name."""
        names = [str(register) for register in registers] or None
        values: Dict[str, Optional[float]] = self._meter.read(names)["values"]
        return values

    def __repr__(self) -> str:
        return f"<registers of {self._meter!r}>"


class World(MutableMapping[str, str]):
    """What is wired to the meter, by dotted keys: world["source.voltage.B"] is "277 V".

    Assigning sets, as `set` does. Faults that act are not in these values; see `get`.
    """

    def __init__(self, meter: Any) -> None:
        self._meter = meter

    def __getitem__(self, key: str) -> str:
        values: Dict[str, str] = self._meter.get([key])["values"]
        if key in values:
            return values[key]
        texts = set(values.values())
        if len(texts) == 1:
            return texts.pop()
        raise KeyError(f"{key} has several values: {', '.join(sorted(values))}")

    def __setitem__(self, key: str, value: Value) -> None:
        self._meter.set({key: value})

    def __delitem__(self, key: str) -> None:
        raise TypeError("a value of the world cannot be deleted")

    def __iter__(self) -> Iterator[str]:
        return iter(self._meter.get()["values"])

    def __len__(self) -> int:
        return len(self._meter.get()["values"])

    def number(self, key: str) -> float:
        """The value in its base unit: V, A, Hz, degrees, seconds, or a fraction."""
        numbers: Dict[str, float] = self._meter.get([key])["numbers"]
        values = set(numbers.values())
        if len(values) != 1:
            raise KeyError(f"{key} has several values: {', '.join(sorted(numbers))}")
        return values.pop()

    def __repr__(self) -> str:
        return f"<world of {self._meter!r}>"


@dataclasses.dataclass(frozen=True)
class Display:
    """What the glass shows."""

    label: str
    value: str
    icons: Tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return self.text

    @classmethod
    def of(cls, result: Result) -> Display:
        """From the answer to `display`."""
        return cls(
            label=str(result["label"]),
            value=str(result["value"]),
            icons=tuple(str(icon) for icon in result["icons"]),
            text=str(result["text"]),
        )


@dataclasses.dataclass(frozen=True)
class Finding:
    """One rule that a master broke."""

    rule: str
    severity: str
    count: int
    frames: Tuple[str, ...]
    cost: str
    advice: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.severity}, {self.count} times): {self.cost} {self.advice}"


@dataclasses.dataclass(frozen=True)
class Judgement:
    """What the meter thinks of its masters: a score from 0 to 100 and its findings."""

    score: int
    findings: Tuple[Finding, ...]
    good: Tuple[str, ...]

    def of_rule(self, rule: str) -> Optional[Finding]:
        """The finding of a rule, such as "J03"; None: it was kept."""
        return next((one for one in self.findings if one.rule == rule), None)

    @property
    def errors(self) -> List[Finding]:
        """Findings of severity error."""
        return [one for one in self.findings if one.severity == "error"]

    def __str__(self) -> str:
        lines = [f"score {self.score}", *(str(one) for one in self.findings)]
        return "\n".join(lines)

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> Judgement:
        """From the JSON of `metertwin-cli judge`."""
        findings = tuple(
            Finding(
                rule=str(one["rule"]),
                severity=str(one["severity"]),
                count=int(one["count"]),
                frames=tuple(str(frame) for frame in one.get("frames", ())),
                cost=str(one.get("cost", "")),
                advice=str(one.get("advice", "")),
            )
            for one in report.get("findings", ())
        )
        good = tuple(str(one) for one in report.get("good", ()))
        return cls(score=int(report["score"]), findings=findings, good=good)
