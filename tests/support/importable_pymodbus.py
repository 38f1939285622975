# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import this before pymodbus: what only its asynchronous serial client uses need not be there,
though all of its clients import it."""
import sys
import types

try:
    import serial_asyncio  # noqa: F401
except ImportError:
    absent = types.ModuleType("serial_asyncio")
    absent.create_serial_connection = None
    sys.modules["serial_asyncio"] = absent
