#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The packages as files: lintian, AppStream, desktop file, service, the same in .deb and .rpm."""

import re
import shutil
import sys
import unittest

from packages import ROOT, make, need, run

need("cpack", "dpkg-deb", "lintian", "rpm", "rpmbuild")
DESKTOP_ONLY = {"usr/bin/metertwin", "usr/share/applications/metertwin.desktop",
                "usr/share/man/man1/metertwin.1.gz"}


class Packages(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = make("DEB;RPM;TGZ")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.debs = sorted(cls.folder.glob("*.deb"))
        cls.rpms = sorted(cls.folder.glob("*.rpm"))

    def files_of(self, deb):
        listing = run("dpkg-deb", "--contents", deb)
        return {line.split()[5][2:] for line in listing.splitlines() if not line.startswith("d")}

    def test_there_are_two_of_each_kind(self):
        names = [re.split(r"[_-]\d", path.name)[0] for path in self.debs + self.rpms]
        self.assertEqual(sorted(names), ["metertwin", "metertwin", "metertwin-cli",
                                         "metertwin-cli"])
        self.assertEqual(len(list(self.folder.glob("*.tar.gz"))), 1)

    def test_lintian_finds_nothing(self):
        told = run("lintian", "--fail-on", "error,warning", "--allow-root", *self.debs)
        self.assertNotRegex(told, r"(?m)^[EW]: ")

    def test_the_headless_package_needs_no_qt(self):
        cli = next(path for path in self.debs if path.name.startswith("metertwin-cli_"))
        depends = run("dpkg-deb", "--field", cli, "Depends")
        self.assertNotIn("qt", depends.lower())
        self.assertIn("libc6", depends)
        files = self.files_of(cli)
        self.assertFalse(files & DESKTOP_ONLY)
        for wanted in ["usr/bin/metertwin-cli", "usr/share/man/man1/metertwin-cli.1.gz",
                       "usr/share/metertwin/scenarios/01-first-look.yaml",
                       "usr/share/metertwin/registers.csv",
                       "usr/share/bash-completion/completions/metertwin-cli",
                       "usr/share/zsh/vendor-completions/_metertwin-cli",
                       "usr/share/fish/vendor_completions.d/metertwin-cli.fish",
                       "usr/lib/systemd/system/metertwin@.service",
                       "usr/share/doc/metertwin-cli/scenarios.md"]:
            self.assertIn(wanted, files)

    def test_the_page_for_browsers_is_in_a_package_and_beside_it(self):
        page = ROOT / "build" / "web" / "metertwin.html"
        if not page.exists():
            self.skipTest("there is no page; app/web/build makes it")
        cli = next(path for path in self.debs if path.name.startswith("metertwin-cli_"))
        self.assertIn("usr/share/metertwin/metertwin.html", self.files_of(cli))
        self.assertEqual((self.folder / "metertwin.html").read_bytes(), page.read_bytes())

    def test_the_desktop_package_has_what_a_desktop_looks_for(self):
        desktop = next(path for path in self.debs if path.name.startswith("metertwin_"))
        files = self.files_of(desktop)
        self.assertTrue(DESKTOP_ONLY <= files)
        self.assertIn("usr/share/icons/hicolor/scalable/apps/metertwin.svg", files)
        self.assertIn("usr/share/metainfo/org.metertwin.metertwin.metainfo.xml", files)
        self.assertFalse(files & self.files_of(next(p for p in self.debs if p != desktop)))

    def test_deb_and_rpm_hold_the_same_files(self):
        for deb in self.debs:
            name = deb.name.split("_")[0]
            rpm = next(path for path in self.rpms if re.match(rf"{name}-\d", path.name))
            own = {line[1:] for line in run("rpm", "-qpl", rpm).splitlines()
                   if "/.build-id" not in line}
            missing = {one for one in self.files_of(deb) if one not in own}
            self.assertEqual(missing, set())
            self.assertIn("GPL-3.0-or-later", run("rpm", "-qp", "--qf", "%{license}", rpm))

    def test_metainfo_and_desktop_file_are_valid(self):
        folder = ROOT / "resources" / "desktop"
        if shutil.which("appstreamcli"):
            run("appstreamcli", "validate", "--no-net",
                folder / "org.metertwin.metertwin.metainfo.xml")
        if shutil.which("desktop-file-validate"):
            self.assertEqual(run("desktop-file-validate", folder / "metertwin.desktop"), "")

    def test_the_version_of_the_metainfo_is_that_of_the_packages(self):
        text = (ROOT / "resources/desktop/org.metertwin.metertwin.metainfo.xml").read_text(
            encoding="utf-8")
        version = run("dpkg-deb", "--field", self.debs[0], "Version").strip().split("-")[0]
        self.assertIn(f'<release version="{version}"', text)

    def test_the_service_is_understood(self):
        if shutil.which("systemd-analyze") is None:
            self.skipTest("no systemd-analyze")
        unit = self.folder / "metertwin@3.service"
        text = (ROOT / "resources/packaging/metertwin@.service").read_text(encoding="utf-8")
        # The program need not be installed here.
        unit.write_text(text.replace("/usr/bin/metertwin-cli", "/bin/true"), encoding="utf-8")
        told = run("systemd-analyze", "verify", "--man=no", unit)
        self.assertNotIn("metertwin@", told)


if __name__ == "__main__":
    sys.exit(unittest.main())
