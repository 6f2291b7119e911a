"""The program as a package: installed, it needs nothing of this repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.project import ROOT, lay_out

pytestmark = pytest.mark.tools  # uv builds and installs it

Attested = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built without a network by the backend that `pyproject.toml` names."""
    folder = tmp_path_factory.mktemp("wheel")
    _uv("build", "--wheel", "--quiet", "--out-dir", folder, ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def attested(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Attested:
    """Runs the command of the installed package, from a folder that is not the repository."""
    place, elsewhere = tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("elsewhere")
    target = ("--python", sys.executable, "--target", place)
    _uv("pip", "install", "--quiet", "--no-deps", *target, wheel)

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, place / "bin/attested", *arguments],
            cwd=elsewhere,
            env={**os.environ, "PYTHONPATH": str(place)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def _uv(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "uv", *arguments, "--offline"]
    subprocess.run(command, check=True, env={**os.environ, "UV_NO_CACHE": "1"})


def test_the_package_has_every_file(wheel: Path) -> None:
    """Templates, words, languages and the theme are in it, and nothing of a project."""
    with ZipFile(wheel) as bundle:
        names = {name for name in bundle.namelist() if not name.endswith("/")}
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "generator"], capture_output=True, text=True, check=True
    )
    assert names >= set(listed.stdout.split())
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"attested", "generator"}


def test_an_installed_program_needs_no_repository(attested: Attested, tmp_path: Path) -> None:
    """It checks and builds a project with the defaults that came with it."""
    folder = lay_out(tmp_path / "project")
    done = attested("--root", folder, "check", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["problems"]) == (0, []), done.stderr
    done = attested("--root", folder, "build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "build/theme/assets/fonts/sans-400.woff2").is_file()


def test_the_command_has_its_own_name(attested: Attested) -> None:
    """Its help uses that name."""
    assert attested("--help").stdout.startswith("Usage: attested ")


def test_an_installed_program_begins_a_project(attested: Attested, tmp_path: Path) -> None:
    """What a new project has comes with it, files whose names begin with a dot too."""
    folder = tmp_path / "project"
    done = attested("init", folder, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / ".github/workflows/check.yml").is_file()
    assert (folder / ".gitattributes").is_file()
    assert attested("--root", folder, "check").returncode == 0


@pytest.mark.site
def test_an_installed_program_makes_a_site(attested: Attested, tmp_path: Path) -> None:
    """With MkDocs, which is installed beside it, and for use without a network."""
    folder = lay_out(tmp_path / "project")
    for command in ("site", "offline"):
        done = attested("--root", folder, command)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "site/index.html").is_file()
