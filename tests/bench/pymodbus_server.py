# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pymodbus's own asynchronous server on a free port; prints "PORT PID"."""
import asyncio
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import modbus_master  # noqa: E402: before pymodbus itself

from pymodbus.datastore import (ModbusSequentialDataBlock, ModbusServerContext,
                                ModbusSlaveContext)
if modbus_master.IS_3_0:
    from pymodbus.server.async_io import ModbusTcpServer
else:
    from pymodbus.server import ModbusTcpServer


def sockets_of(server):
    listening = server.server if modbus_master.IS_3_0 else server.transport
    return listening.sockets if listening is not None else ()


async def main():
    block = ModbusSequentialDataBlock(0, [0] * 1000)
    context = ModbusServerContext(slaves=ModbusSlaveContext(hr=block), single=True)
    server = ModbusTcpServer(context, address=("127.0.0.1", 0))
    task = asyncio.ensure_future(server.serve_forever())
    while not sockets_of(server):
        if task.done():
            task.result()  # Raises what kept it from serving.
        await asyncio.sleep(0.01)
    print(sockets_of(server)[0].getsockname()[1], os.getpid(), flush=True)
    await task


asyncio.run(main())
