# SPDX-FileCopyrightText: 2026 The metertwin authors
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

    def help(self, method: Optional[str] = None) -> Result:
        """Lists the methods with their parameters.

        method: only this one

        From the command line: help set
        """
        return self._call("help", given(method=method))

    def status(self, *, unit: Optional[int] = None) -> Result:
        """Time, power, speed, endpoints, faults.

        unit: the meter with this Modbus address; none: the first one

        From the command line: status
        """
        return self._call("status", given(unit=unit))

    def get(
        self,
        keys: Optional[Words] = None,
        *,
        with_faults: Optional[Switch] = None,
        unit: Optional[int] = None,
    ) -> Result:
        """Values of the world by dotted keys.

        keys: dotted keys, or the beginning of some ("source"); none: all of them
        with_faults: what is really there, the faults that act included
        unit: the meter with this Modbus address; none: the first one

        From the command line: get source.voltage.B
        """
        return self._call("get", given(keys=keys, with_faults=with_faults, unit=unit))

    def set(
        self,
        values: Optional[Mapping[Any, Value]] = None,
        *,
        key: Optional[str] = None,
        value: Optional[Value] = None,
        duration: Optional[Time] = None,
        ramp: Optional[Time] = None,
        unit: Optional[int] = None,
        **keywords: Value,
    ) -> Result:
        """Sets values of the world by dotted keys.

        key: one dotted key, with `value`; any number of them go as free keys
        value: what `key` gets, as a scenario writes it
        duration: then back to what it was
        ramp: reach the value linearly
        unit: the meter with this Modbus address; none: the first one
        keywords: a dotted key and its value, as in "source.voltage.B": "70 %"

        From the command line: set source.voltage.B='70 %' for='3 s'
        """
        free = merged(values, keywords, dotted)
        named = given(key=key, value=value, duration=duration, ramp=ramp, unit=unit)
        return self._call("set", {**free, **named})

    def apply(
        self,
        fault: str,
        *,
        duration: Optional[Time] = None,
        unit: Optional[int] = None,
        **keywords: Value,
    ) -> Result:
        """Begins a fault of the library.

        fault: a fault or preset; `metertwin-cli faults` lists them
        duration: how long; as long as it lasts by itself by default
        unit: the meter with this Modbus address; none: the first one
        keywords: a parameter of the fault

        From the command line: apply sag phase=B residual='70 %' for='12 cycles'
        """
        free = merged(None, keywords, dashed)
        named = given(fault=fault, duration=duration, unit=unit)
        return self._call("apply", {**free, **named})

    def clear(self, fault: Optional[str] = None, *, unit: Optional[int] = None) -> Result:
        """Ends faults.

        fault: the name that it was applied under; none: all of them
        unit: the meter with this Modbus address; none: the first one

        From the command line: clear sag
        """
        return self._call("clear", given(fault=fault, unit=unit))

    def press(
        self,
        keys: Words,
        *,
        hold: Optional[Time] = None,
        unit: Optional[int] = None,
    ) -> Result:
        """Presses keys of the meter, 250 ms apart.

        keys: plus, minus, left, right, one after another
        hold: how long to hold each of them
        unit: the meter with this Modbus address; none: the first one

        From the command line: press right plus plus
        """
        return self._call("press", given(keys=keys, hold=hold, unit=unit))

    def read(self, registers: Optional[Words] = None, *, unit: Optional[int] = None) -> Result:
        """Reads registers as a master on the line would.

        registers: names or numbers of the guide; none: everything that has a name
        unit: the meter with this Modbus address; none: the first one

        From the command line: read voltage_an 26
        """
        return self._call("read", given(registers=registers, unit=unit))

    def write(
        self,
        registers: Optional[Mapping[Any, Value]] = None,
        *,
        unit: Optional[int] = None,
        **keywords: Value,
    ) -> Result:
        """Writes registers as a master on the line would.

        registers: values by names or numbers; they may go as free keys, too
        unit: the meter with this Modbus address; none: the first one
        keywords: a register and its value

        From the command line: write demand_subintervals=2
        """
        free = merged(registers, keywords, same)
        named = given(unit=unit)
        return self._call("write", {**free, **named})

    @property
    def display(self) -> Display:
        """What the glass shows.

        From the command line: display
        """
        return Display.of(self._call("display", {}))

    def power(
        self,
        state: Switch,
        *,
        duration: Optional[Time] = None,
        unit: Optional[int] = None,
    ) -> Result:
        """Switches the control power.

        state: control power
        duration: then back
        unit: the meter with this Modbus address; none: the first one

        From the command line: power off for='80 ms'
        """
        return self._call("power", given(state=state, duration=duration, unit=unit))

    def pause(self) -> Result:
        """Stops the meter's time.

        From the command line: pause
        """
        return self._call("pause", given())

    def resume(self) -> Result:
        """Lets the meter's time go on.

        From the command line: resume
        """
        return self._call("resume", given())

    def speed(self, factor: Optional[float] = None) -> Result:
        """Sets how fast time goes.

        factor: meter seconds per second; none: only report

        From the command line: speed 10
        """
        return self._call("speed", given(factor=factor))

    def step(self, duration: Time) -> Result:
        """Lets time pass as fast as possible, then answers.

        duration: meter time to pass at once, also while paused

        From the command line: step 10 s
        """
        return self._call("step", given(duration=duration))

    def cancel(self) -> Result:
        """Ends the steps that are under way, no matter who asked for them.

        From the command line: cancel
        """
        return self._call("cancel", given())

    def snapshot(self, name: str) -> Result:
        """Keeps the state of all meters under a name.

        name: its name; an older one of this name is replaced

        From the command line: snapshot before
        """
        return self._call("snapshot", given(name=name))

    def restore(self, name: str) -> Result:
        """Restores a kept state.

        name: of a snapshot, or of a `save` in the timeline

        From the command line: restore before
        """
        return self._call("restore", given(name=name))

    def rewind(self, to: Optional[Time] = None, *, by: Optional[Time] = None) -> Result:
        """Goes back to any moment, exactly as it was.

        to: back to this moment of meter time
        by: how far back

        From the command line: rewind by='5 s'
        """
        return self._call("rewind", given(to=to, by=by))

    def bookmarks(self) -> Result:
        """Lists what can be restored.

        From the command line: bookmarks
        """
        return self._call("bookmarks", given())

    def expectations(self, *, unit: Optional[int] = None) -> Result:
        """The scenario's expectations as they stand.

        unit: the meter with this Modbus address; none: the first one

        From the command line: expectations
        """
        return self._call("expectations", given(unit=unit))

    def line(
        self,
        values: Optional[Mapping[Any, Value]] = None,
        *,
        clear: Optional[Switch] = None,
        duration: Optional[Time] = None,
        unit: Optional[int] = None,
        **keywords: Value,
    ) -> Result:
        """Faults of the communication line.

        clear: end all faults of the line first
        duration: how long; until they are set differently by default
        unit: the meter with this Modbus address; none: the first one
        keywords: a fault and its value, as in "drop": "20 %"

        From the command line: line drop='20 %' for='10 s'
        """
        free = merged(values, keywords, same)
        named = given(clear=clear, duration=duration, unit=unit)
        return self._call("line", {**free, **named})

    def lesson(self, lang: Optional[str] = None) -> Result:
        """The lesson as it stands: tasks, points.

        lang: language of the texts: en, de, es

        From the command line: lesson
        """
        return self._call("lesson", given(lang=lang))

    def answer(self, task: str, *, value: Value) -> Result:
        """Answers a question of the lesson.

        task: the id of the task
        value: the answer: a text, a number with its unit, or a list

        From the command line: answer which cts-a-b-swapped
        """
        return self._call("answer", given(task=task, value=value))

    def hint(self, task: str, *, lang: Optional[str] = None) -> Result:
        """The next hint of a task, which costs its points.

        task: the id of the task
        lang: language of the text: en, de, es

        From the command line: hint ct-size
        """
        return self._call("hint", given(task=task, lang=lang))

    def give_up(self, task: str) -> Result:
        """Gives a task up and shows how it is done.

        task: the id of the task

        From the command line: give_up ct-size
        """
        return self._call("give_up", given(task=task))

    def measure(self, tool: str, *, at: Optional[str] = None, unit: Optional[int] = None) -> Result:
        """A hand tool: what is really there.

        tool: clamp, voltmeter or rotation
        at: A; A-N; VA-VN for the meter's terminals; A-B-C
        unit: the meter with this Modbus address; none: the first one

        From the command line: measure clamp at=B
        """
        return self._call("measure", given(tool=tool, at=at, unit=unit))

    def finish(self) -> Result:
        """Hands the lesson in.

        From the command line: finish
        """
        return self._call("finish", given())

    def record(
        self,
        file: str,
        *,
        evidence: Optional[str] = None,
        unit: Optional[int] = None,
    ) -> Result:
        """Writes a scenario that repeats everything that was done.

        file: where to write the scenario, a YAML file
        evidence: a folder for what a bundle needs besides: see `--bundle`
        unit: the meter with this Modbus address; none: the first one

        From the command line: record what-i-did.yaml
        """
        return self._call("record", given(file=file, evidence=evidence, unit=unit))
