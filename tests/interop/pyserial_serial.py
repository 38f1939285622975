# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pyserial_serial.py CLI: a real serial device, as far as it can be had without one.

A cable of two pseudo-terminals: the meter serves on one end (`--serial`), mbpoll and pyserial
ask on the other. Then it goes away and comes back, as an adapter does that is pulled out.
Registers are the installation guide's: 130 is 40 (wye), 131 is the CT size.
Exit status 77: no pyserial or mbpoll.
"""
import os
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import tty

try:
    import serial
except ImportError as reason:
    print(f"pyserial is not installed ({reason}): skipped")
    sys.exit(77)

from pyserial_rfc2217 import ANSWER, REQUEST

DEADLINE = 20.0


def until(what, condition):
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"waited in vain until {what}")


class Cable:
    """Two ports whose bytes go over to the other one."""

    def __init__(self, *links):
        self.links = links
        self.ends = []
        for link in links:
            master, slave = os.openpty()
            tty.setraw(slave)
            os.symlink(os.ttyname(slave), link)
            self.ends.append((master, slave))
        self.is_plugged = True
        self.thread = threading.Thread(target=self.carry, daemon=True)
        self.thread.start()

    def carry(self):
        masters = [end[0] for end in self.ends]
        while self.is_plugged:
            for ready in select.select(masters, [], [], 0.02)[0]:
                os.write(masters[1 - masters.index(ready)], os.read(ready, 256))

    def pull_out(self):
        self.is_plugged = False
        self.thread.join()
        for link, end in zip(self.links, self.ends):
            os.unlink(link)
            os.close(end[0])
            os.close(end[1])


def answer(path):
    try:
        with serial.Serial(path, 19200, timeout=1.0) as port:
            port.write(REQUEST)
            return port.read(len(ANSWER))
    except serial.SerialException:
        return b""


def main(cli):
    if shutil.which("mbpoll") is None:
        print("mbpoll is not installed: skipped")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        device, master = f"{folder}/ttyUSB0", f"{folder}/master"
        cable = Cable(device, master)
        errors = open(f"{folder}/errors", "w+", encoding="utf-8")
        meter = subprocess.Popen([cli, "serve", "--serial", device, "--for", "80s"],
                                 stdout=subprocess.PIPE, stderr=errors, text=True)
        try:
            line = meter.stdout.readline().strip()
            if line != f"modbus-rtu {device} 19200 8N1":
                sys.exit(f"the endpoint's line is {line!r}")
            until("the meter answers", lambda: answer(master) == ANSWER)
            seen = subprocess.run(["mbpoll", "-m", "rtu", "-b", "19200", "-P", "none", "-a", "1",
                                   "-r", "130", "-c", "2", "-1", "-o", "2", master],
                                  capture_output=True, text=True, check=False)
            if seen.returncode != 0 or "[130]: \t40" not in seen.stdout:
                sys.exit(f"mbpoll: {seen.stdout}{seen.stderr}")
            cable.pull_out()
            until("the loss is told", lambda: "is gone" in read_again(errors))
            Cable(device, master)
            until("the meter answers again", lambda: answer(master) == ANSWER)
            if "is back" not in read_again(errors):
                sys.exit("nobody told that the device is back")
            meter.terminate()
            if meter.wait(10) != 0:
                sys.exit(f"the meter ended with {meter.returncode}")
        finally:
            meter.kill()
    print("pyserial and mbpoll over a serial device: all as expected")


def read_again(file):
    file.seek(0)
    return file.read()


if __name__ == "__main__":
    main(sys.argv[1])
