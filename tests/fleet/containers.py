# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""podman with a store of its own, which goes with the test; or a skip that says why not."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ["METERTWIN_CLI"]
IMAGE_TOOL = ROOT / "app" / "fleet" / "image"
SKIPPED = 77

CONTAINERS = """[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
runtime = "runc"
[network]
network_backend = "netavark"
network_config_dir = "{folder}/networks"
"""
STORAGE = """[storage]
driver = "vfs"
runroot = "{folder}/run"
graphroot = "{folder}/graph"
"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


class Podman:
    """A context with the image `metertwin` in it."""

    def __init__(self, *more_tools):
        for tool in ("podman", "runc", *more_tools):
            if shutil.which(tool, path=os.environ["PATH"] + ":/usr/sbin") is None:
                skip(f"no {tool}")
        if os.geteuid() != 0:
            skip("containers of this test need root")
        self.folder = Path(tempfile.mkdtemp(prefix="metertwin-podman-"))
        (self.folder / "containers.conf").write_text(CONTAINERS.format(folder=self.folder),
                                                     encoding="utf-8")
        (self.folder / "storage.conf").write_text(STORAGE.format(folder=self.folder),
                                                  encoding="utf-8")
        self.environment = {**os.environ,
                            "CONTAINERS_CONF": str(self.folder / "containers.conf"),
                            "CONTAINERS_STORAGE_CONF": str(self.folder / "storage.conf"),
                            "METERTWIN_CLI": PROGRAM}

    def __enter__(self):
        built = self.tried(str(IMAGE_TOOL))
        if built.returncode != 0:
            self.clear()
            raise AssertionError(f"the image was not built:\n{built.stderr}")
        started = self.tried("podman", "run", "--rm", "metertwin", "--version")
        if started.returncode != 0:
            self.clear()
            skip(f"podman cannot start a container here: {started.stderr.strip()[-300:]}")
        return self

    def __exit__(self, *_):
        self.clear()

    def clear(self):
        for words in (("pod", "rm", "-af"), ("rm", "-af", "-t", "2"), ("volume", "rm", "-af"),
                      ("network", "prune", "-f"), ("rmi", "-af")):
            self.tried("podman", *words)
        shutil.rmtree(self.folder, ignore_errors=True)

    def tried(self, *words):
        return subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              check=False, env=self.environment, timeout=300)

    def call(self, *words):
        done = self.tried("podman", *words)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout


def wait_for(condition, what, tries=200):
    """Asks again and again; the condition's own time-outs are the pauses."""
    for _ in range(tries):
        found = condition()
        if found:
            return found
    raise AssertionError(f"waited in vain for {what}")


def read(address, *registers, unit=1):
    """The values as text; empty while there is no answer."""
    done = subprocess.run([PROGRAM, "read", "--tcp", address, "--unit", str(unit), "--format",
                           "csv", "--retries", "0", *registers], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
