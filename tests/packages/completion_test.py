#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The completions: bash is asked as its readline asks, zsh and fish read theirs if they are
there."""

import os
import shutil
import subprocess
import unittest

from packages import ROOT, run

FOLDER = ROOT / "resources" / "completions"
PROGRAM = os.environ["METERTWIN_CLI"]


def completed(*words):
    """What bash offers for the last word."""
    script = f"""
source {FOLDER}/metertwin-cli.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_metertwin_cli {PROGRAM} "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD - 1]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    return run("bash", "-c", script, "bash", "metertwin-cli", *words).split()


class Completion(unittest.TestCase):

    def test_bash_completes_commands(self):
        self.assertEqual(completed("sc"), ["scan", "schema"])
        self.assertTrue({"run", "serve", "ctl", "replay-bundle", "--help"} <= set(completed("")))

    def test_bash_completes_the_options_of_the_command(self):
        self.assertEqual(completed("serve", "--con"), ["--control"])
        self.assertIn("--bundle", completed("run", "--"))
        self.assertNotIn("--bundle", completed("serve", "--"))

    def test_bash_completes_the_names_of_registers(self):
        self.assertEqual(completed("read", "--tcp", "127.0.0.1:1502", "voltage_an"),
                         ["voltage_an"])
        self.assertIn("voltage_bn", completed("read", "voltage_"))

    def test_the_other_shells_can_read_theirs(self):
        for shell, options, name in [("zsh", ["-n"], "_metertwin-cli"),
                                     ("fish", ["--no-execute"], "metertwin-cli.fish")]:
            if shutil.which(shell):
                subprocess.run([shell, *options, str(FOLDER / name)], check=True)


if __name__ == "__main__":
    unittest.main()
