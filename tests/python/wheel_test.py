# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheel as somebody installs it: a project of its own, outside the tree, tests its driver."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "app" / "python"
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```\w+\n# (\S+\.(?:py|yaml))\n(.*?)```", PAGE, re.DOTALL))


def run(*command, **more):
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("PYTHON", "PYTEST", "PIP"))}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, env=environment,
                          **more)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    for module in ("build", "hatchling", "ensurepip"):
        pytest.importorskip(module)
    folder = tmp_path_factory.mktemp("built")
    copy = folder / "source"  # The tree stays as it is.
    shutil.copytree(PACKAGE, copy)
    run(sys.executable, "-m", "build", "--no-isolation", "-x", "--outdir", str(folder), str(copy))
    return folder


def test_the_wheel_holds_the_package_its_types_and_its_entry_point(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
        points = file.read(next(n for n in names if n.endswith("entry_points.txt"))).decode()
        metadata = file.read(next(n for n in names if n.endswith("METADATA"))).decode()
    own = {name for name in names if name.startswith("metertwin/")}
    assert own == {f"metertwin/{path.name}" for path in (PACKAGE / "src/metertwin").iterdir()
                   if path.is_file()}
    assert "metertwin/py.typed" in own
    assert "metertwin = metertwin.pytest_plugin" in points
    requirements = re.findall(r"^Requires-Dist: (.*)$", metadata, re.MULTILINE)
    assert all("extra ==" in one for one in requirements)  # Nothing at run time.
    assert "Requires-Python: >=3.9" in metadata


def test_the_sdist_builds_the_same_wheel(built, tmp_path):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        file.extractall(tmp_path)
    (source,) = tmp_path.iterdir()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-x", "--outdir",
        str(tmp_path / "again"), str(source))
    (again,) = (tmp_path / "again").glob("*.whl")
    (first,) = built.glob("*.whl")
    assert again.read_bytes() == first.read_bytes()


def test_a_project_outside_the_tree_tests_its_driver(built, tmp_path, program):
    run(sys.executable, "-m", "venv", "--system-site-packages", str(tmp_path / "venv"))
    python = str(tmp_path / "venv/bin/python")
    (wheel,) = built.glob("*.whl")
    run(python, "-m", "pip", "install", "--no-index", "--no-deps", str(wheel))
    project = tmp_path / "project"
    for name, text in FILES.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    told = run(python, "-m", "pytest", "-v", "--metertwin-program", program, cwd=project)
    assert "8 passed" in told
    where = run(python, "-c", "import metertwin; print(metertwin.__file__)", cwd=project)
    assert Path(where.strip()).is_relative_to(tmp_path)
