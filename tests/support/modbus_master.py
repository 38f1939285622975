# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place that knows which pymodbus is installed: 3.0 (Debian 12) or 3.8 (Debian 13).

Importing it ends the test with exit status 77, "skipped", where pymodbus itself is missing. A
pymodbus that is there but does not fit is a failure, never a skip.
"""
import importlib.util
import inspect
import sys
import types

if importlib.util.find_spec("pymodbus") is None:
    print("python3-pymodbus is not installed: skipped")
    sys.exit(77)
if importlib.util.find_spec("serial_asyncio") is None:
    # All clients of 3.0 import it, though only the asynchronous serial one uses it.
    absent = types.ModuleType("serial_asyncio")
    absent.create_serial_connection = None
    sys.modules["serial_asyncio"] = absent

from pymodbus.client import ModbusSerialClient, ModbusTcpClient  # noqa: E402
from pymodbus.exceptions import ModbusException  # noqa: E402

try:
    from pymodbus.framer import FramerType
    IS_3_0 = False
    _RTU = FramerType.RTU
except ImportError:
    from pymodbus.mei_message import ReadDeviceInformationRequest
    from pymodbus.other_message import ReportSlaveIdRequest
    from pymodbus.transaction import ModbusRtuFramer
    IS_3_0 = True
    _RTU = ModbusRtuFramer

NO_ANSWER = (ModbusException, ConnectionError, OSError)
# What the versions after 3.8 call the address of a meter.
_UNIT = next(name for name in ("slave", "device_id")
             if name in inspect.signature(ModbusTcpClient.read_holding_registers).parameters)


class Master:
    """One of pymodbus's clients, asked in the same words whichever it is.

    Registers are addresses on the wire, one below the guide's numbers.
    """

    def __init__(self, client):
        self.client = client

    def connect(self):
        return self.client.connect()

    def close(self):
        self.client.close()

    def ask_once(self):
        """No second try: what that one would see is another matter."""
        if IS_3_0:
            self.client.params.retries = 0
            self.client.params.retry_on_empty = False
            self.client.params.close_comm_on_error = False
        else:
            self.client.transaction.retries = 0

    def holding(self, register, count=1, unit=1):
        return self.client.read_holding_registers(register, count=count, **{_UNIT: unit})

    def inputs(self, register, count=1, unit=1):
        return self.client.read_input_registers(register, count=count, **{_UNIT: unit})

    def write(self, register, value, unit=1):
        """One register by function 06, those of a list by function 16."""
        if isinstance(value, list):
            return self.client.write_registers(register, value, **{_UNIT: unit})
        return self.client.write_register(register, value, **{_UNIT: unit})

    def report_id(self, unit=1):
        if IS_3_0:
            return self._by_hand(ReportSlaveIdRequest(), unit)
        return self.client.report_slave_id(**{_UNIT: unit})

    def identification(self, unit=1):
        if IS_3_0:
            return self._by_hand(ReadDeviceInformationRequest(read_code=1, object_id=0), unit)
        return self.client.read_device_information(read_code=1, object_id=0, **{_UNIT: unit})

    def _by_hand(self, request, unit):
        """3.0 has methods for these that lose the unit on the way."""
        request.unit_id = unit
        request.slave_id = unit
        return self.client.execute(request)


def over_tcp(port, timeout):
    return Master(ModbusTcpClient("127.0.0.1", port=port, timeout=timeout))


def over_rtu_tcp(port, timeout):
    return Master(ModbusTcpClient("127.0.0.1", port=port, timeout=timeout, framer=_RTU))


def over_serial(device, timeout):
    """At 19200 baud, 8N1; `device` may be a URL of pyserial."""
    # 3.0 sets the port up a second time unless told not to, which a pseudoterminal refuses.
    loose = {"strict": False} if IS_3_0 else {}
    return Master(ModbusSerialClient(device, baudrate=19200, parity="N", timeout=timeout, **loose))
