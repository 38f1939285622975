# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control methods are those of the program, with types and docstrings."""

import inspect
import os
import shutil
import subprocess
import sys

import metertwin
import pytest
from conftest import ROOT
from metertwin import Twin

PACKAGE = ROOT / "app" / "python"


def test_the_control_methods_are_those_of_the_program(program):
    told = subprocess.run([sys.executable, "-B", str(PACKAGE / "tools" / "make_methods.py"),
                           program], stdout=subprocess.PIPE, text=True, check=True)
    module = PACKAGE / "src" / "metertwin" / "_methods.py"
    assert module.read_text(encoding="utf-8") == told.stdout, (
        "the control socket has changed: run app/python/tools/make_methods.py "
        "PATH/metertwin-cli --write")


def test_every_method_of_help_is_there_and_documented(paused):
    for method in paused.help()["methods"]:
        member = inspect.getattr_static(Twin, method["name"])
        told = inspect.getdoc(member)
        assert method["meaning"][1:] in told
        for param in method["params"]:
            assert param["meaning"].split()[0] in told


def test_a_wrong_type_is_found_before_it_runs():
    """Types are for the reader's editor: mypy --strict finds no fault in the package."""
    mypy = shutil.which("mypy", path="/usr/bin") or shutil.which("mypy")
    if mypy is None:
        pytest.skip("mypy is not installed")
    done = subprocess.run([mypy, "--cache-dir", os.devnull], cwd=PACKAGE, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert (PACKAGE / "src" / "metertwin" / "py.typed").exists()


def test_all_public_names_are_documented():
    for name in metertwin.__all__:
        member = getattr(metertwin, name)
        assert name == "__version__" or inspect.getdoc(member), name
