#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The .deb packages in a clean Debian: installed, run, removed, nothing left behind.

The system is made by debootstrap, of the release that this machine has; its packages come from
the mirror that this machine uses.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from packages import ROOT, make, need, run, skip

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
STARTS_WITHIN_S = 30


def release():
    text = Path("/etc/os-release").read_text(encoding="utf-8")
    name = re.search(r"^VERSION_CODENAME=(\w+)", text, re.MULTILINE)
    if "ID=debian" not in text or name is None:
        skip("this is no Debian")
    return name.group(1)


def sources():
    """(mirror, files) of apt on this machine; only those of Debian itself."""
    files = {}
    for path in [Path("/etc/apt/sources.list"),
                 *sorted(Path("/etc/apt/sources.list.d").glob("*"))]:
        if path.is_file() and "debian.org" in path.read_text(encoding="utf-8"):
            files[path] = path.read_text(encoding="utf-8")
    used = "\n".join(line for text in files.values() for line in text.splitlines()
                     if not line.startswith("#"))
    mirrors = re.findall(r"https?://\S+/debian\b(?!-)", used)
    return (mirrors[0] if mirrors else "http://deb.debian.org/debian"), files


class System:
    """A clean one, in a folder."""

    def __init__(self, folder):
        self.root = folder
        mirror, files = sources()
        run("debootstrap", "--variant=minbase", release(), folder, mirror)
        for path, text in files.items():
            target = folder / path.relative_to("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        for name in ("etc/resolv.conf", "etc/hosts"):
            if Path("/", name).exists():
                shutil.copy(Path("/", name), folder / name)
        # No service is started in here.
        (folder / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        (folder / "usr/sbin/policy-rc.d").chmod(0o755)
        self.call("apt-get", "update", "-q")

    def command(self, *words):
        environment = ["HOME=/root", f"PATH={PATH}", "LANG=C.UTF-8",
                       "DEBIAN_FRONTEND=noninteractive", "QT_QPA_PLATFORM=offscreen"]
        environment += [f"{k}={v}" for k, v in os.environ.items() if k.lower().endswith("_proxy")]
        return ["env", "-i", *environment, "chroot", str(self.root), *words]

    def call(self, *words):
        return run(*self.command(*words))

    def install(self, deb):
        shutil.copy(deb, self.root / "root" / deb.name)
        self.call("apt-get", "install", "-q", "-y", "--no-install-recommends",
                  f"/root/{deb.name}")
        (self.root / "root" / deb.name).unlink()

    def traces(self):
        """What of ours lies anywhere, but for apt's own records."""
        found = set()
        for folder, folders, files in os.walk(self.root):
            inner = Path(folder).relative_to(self.root).as_posix()
            if inner in ("proc", "sys", "dev") or inner.startswith("var/log"):
                folders.clear()
                continue
            found |= {f"{inner}/{name}" for name in files + folders if "metertwin" in name}
        return found


def serve_and_read(system):
    """A served meter is read by the same program, over TCP."""
    command = system.command("metertwin-cli", "serve", "--tcp", "127.0.0.1:0", "--for",
                             f"{STARTS_WITHIN_S} s")
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          text=True) as serve:
        try:
            address = ""
            for line in serve.stdout:
                if line.startswith("modbus-tcp "):
                    address = line.split()[1]
                if line == "ready\n":
                    break
            told = system.call("metertwin-cli", "read", "--tcp", address, "--retries", "5",
                               "frequency")
        finally:
            serve.terminate()
        assert serve.wait(STARTS_WITHIN_S) == 0
    assert re.search(r"frequency\D+(60|59\.9)", told), told


def live(system, packages):
    cli = next(packages.glob("metertwin-cli_*.deb"))
    desktop = next(packages.glob("metertwin_*.deb"))
    assert system.traces() == set()
    system.install(cli)
    assert "metertwin-cli" in system.call("metertwin-cli", "--version")
    scenario = "/usr/share/metertwin/scenarios/05-sag.yaml"
    assert "10 of 10 expectations held" in system.call("metertwin-cli", "run", scenario)
    system.call("metertwin-cli", "run", scenario, "--bundle", "/tmp/b.zip")
    assert "same" in system.call("metertwin-cli", "replay-bundle", "/tmp/b.zip", "--verify")
    serve_and_read(system)
    system.install(desktop)
    told = system.call("metertwin", "--tcp", "127.0.0.1:0", "--for", "2 s")
    assert "ready" in told, told
    again = system.traces()
    assert "usr/bin/metertwin" in again
    system.call("apt-get", "purge", "-q", "-y", "metertwin", "metertwin-cli")
    left = {one for one in system.traces() if not one.startswith("root/.config")}
    assert left == set(), left  # What a person's own settings are stays with the person.


def main():
    need("debootstrap", "chroot", "cpack", "dpkg-deb")
    if os.geteuid() != 0:
        skip("debootstrap and chroot need root")
    packages = make("DEB")
    folder = Path(tempfile.mkdtemp(prefix="metertwin-chroot-"))
    try:
        live(System(folder / "system"), packages)
    finally:
        shutil.rmtree(packages)
        shutil.rmtree(folder, ignore_errors=True)
    print("installed, run and removed; nothing is left")
    return 0


if __name__ == "__main__":
    assert ROOT.exists()
    sys.exit(main())
