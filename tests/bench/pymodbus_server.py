# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pymodbus's own asynchronous server on a free port; prints "PORT PID"."""
import asyncio
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import importable_pymodbus  # noqa: E402,F401: before pymodbus itself

from pymodbus.datastore import (ModbusSequentialDataBlock, ModbusServerContext,
                                ModbusSlaveContext)
from pymodbus.server.async_io import ModbusTcpServer


async def main():
    block = ModbusSequentialDataBlock(0, [0] * 1000)
    context = ModbusServerContext(slaves=ModbusSlaveContext(hr=block), single=True)
    server = ModbusTcpServer(context, address=("127.0.0.1", 0))
    task = asyncio.ensure_future(server.serve_forever())
    while server.server is None or not server.server.sockets:
        await asyncio.sleep(0.01)
    print(server.server.sockets[0].getsockname()[1], os.getpid(), flush=True)
    await task


asyncio.run(main())
