# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A three-phase power meter for tests, live on free ports: see Twin.

    with metertwin.Twin() as twin:
        driver = MyDriver(twin.host, twin.tcp_port)
        twin.apply("sag", phase="B", residual="70 %")
        twin.step("3 s")
        assert driver.poll().alarm
"""

from metertwin._errors import (
    ControlError,
    ProgramNotFound,
    Refused,
    StartRefused,
    TwinDied,
    TwinError,
    WrongCall,
)
from metertwin._process import Endpoint
from metertwin._twin import Meter, Twin
from metertwin._views import Display, Finding, Judgement, Registers, World

__version__ = "0.1.0"

__all__ = [
    "ControlError",
    "Display",
    "Endpoint",
    "Finding",
    "Judgement",
    "Meter",
    "ProgramNotFound",
    "Refused",
    "Registers",
    "StartRefused",
    "Twin",
    "TwinDied",
    "TwinError",
    "World",
    "WrongCall",
    "__version__",
]
