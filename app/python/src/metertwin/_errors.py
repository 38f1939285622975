# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong between a test and its twin, each with a sentence for a person."""

from __future__ import annotations

from typing import List, Optional


class TwinError(Exception):
    """The root of all errors of this package."""


class ProgramNotFound(TwinError):
    """metertwin-cli was not found where it was looked for."""


class StartRefused(TwinError):
    """The program ended before it was ready; the text is what it said."""


class TwinDied(TwinError):
    """The program ended while it was needed; the text has its exit status and its stderr."""


class ControlError(TwinError):
    """The twin answered a request with an error.

    code is the one of JSON-RPC; mistakes has all of them where there are several.
    """

    def __init__(self, code: int, message: str, mistakes: Optional[List[str]] = None) -> None:
        super().__init__("\n".join(mistakes) if mistakes else message)
        self.code = code
        self.message = message
        self.mistakes = mistakes or []


class WrongCall(ControlError, ValueError):
    """The request was wrong: no such method, or its parameters are none."""


class Refused(ControlError):
    """The twin understood and cannot do it: the meter refuses a write, the past is not kept."""


REFUSED_CODE = -32000


def control_error(error: object) -> ControlError:
    """The exception for the member `error` of an answer."""
    members = error if isinstance(error, dict) else {}
    code = int(members.get("code", 0))
    message = str(members.get("message", error))
    data = members.get("data")
    found = data.get("mistakes") if isinstance(data, dict) else None
    mistakes = [str(one) for one in found] if isinstance(found, list) else []
    kind = Refused if code == REFUSED_CODE else WrongCall
    return kind(code, message, mistakes)
