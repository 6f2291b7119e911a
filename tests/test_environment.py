"""The environment: what is installed is what was asked for, the same everywhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = PROJECT["project"]["dependencies"]
DEV = PROJECT["dependency-groups"]["dev"]


def pins(name: str) -> dict[str, set[str]]:
    """The versions of each package in a lock file; more than one where systems differ."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


@pytest.mark.parametrize(
    ("lock", "wanted"), [("run.txt", RUN), ("dev.txt", RUN + DEV)], ids=["run", "dev"]
)
def test_locks_hold_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    """After a change of pyproject.toml, `make lock` has been run."""
    pinned = pins(lock)
    for requirement in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement} is not in {lock}: run make lock"
        assert all(map(requirement.specifier.contains, versions)), f"{requirement}: run make lock"


def test_the_site_is_tested_with_what_builds_it() -> None:
    """The two lock files agree wherever both name a package."""
    run, dev = pins("run.txt"), pins("dev.txt")
    assert run.items() <= dev.items()


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_locks_name_contents_and_no_addresses(lock: str) -> None:
    """Each package is known by the hashes of its files, wherever they come from."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|^--", text, re.MULTILINE)
    for entry in re.split(r"\n(?=[\w.-]+==)", text)[1:]:
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize(
    "arguments",
    [(), ("--exclude", r"\.git|\.venv|build|dist|generator|site", "--ignore", "DEP002,DEP004")],
    ids=["program", "tests"],
)
def test_what_is_imported_is_declared(arguments: tuple[str, ...]) -> None:
    """The program imports what it declares and declares what it imports; tests import no stranger."""
    done = subprocess.run(
        [sys.executable, "-m", "deptry", ".", "--no-ansi", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
