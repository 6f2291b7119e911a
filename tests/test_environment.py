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
DEV, BENCH, AUDIT, FUZZ = (
    PROJECT["dependency-groups"][name] for name in ("dev", "bench", "audit", "fuzz")
)
LOCKS = ("run.txt", "dev.txt", "bench.txt", "audit.txt", "fuzz.txt")


def pins(name: str) -> dict[str, set[str]]:
    """The versions of each package in a lock file; more than one where systems differ."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


@pytest.mark.parametrize(
    ("lock", "wanted"), [*zip(LOCKS, (RUN, RUN + DEV, BENCH, AUDIT, FUZZ), strict=True)], ids=LOCKS
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


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_contents_and_no_addresses(lock: str) -> None:
    """Each package is known by the hashes of its files, wherever they come from."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|^--", text, re.MULTILINE)
    for entry in re.split(r"\n(?=[\w.-]+==)", text)[1:]:
        assert "--hash=sha256:" in entry, entry


def test_every_lock_is_known() -> None:
    """A list of packages that nothing makes or checks would grow old unseen."""
    assert {path.name for path in (ROOT / "requirements").glob("*.txt")} == set(LOCKS)


PROGRAM = ()
TESTS = (
    *("--exclude", r"\.git|\.venv|build|dist|generator|site"),
    *("--extend-exclude", "build/", "--ignore", "DEP002,DEP004"),
)
"""How deptry looks at the program alone, and at the tests, the tools and the benchmarks."""


def strangers(folder: Path, arguments: tuple[str, ...]) -> str:
    """What deptry says of imports that are not declared, or declared and not imported."""
    command = [sys.executable, "-m", "deptry", ".", "--no-ansi", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


@pytest.mark.parametrize("arguments", [PROGRAM, TESTS], ids=["program", "tests"])
def test_what_is_imported_is_declared(arguments: tuple[str, ...]) -> None:
    """The program imports what it declares and declares what it imports; tests import no stranger."""
    assert strangers(ROOT, arguments) == ""


@pytest.mark.parametrize(
    ("planted", "arguments", "told"),
    [
        ("generator/x.py", PROGRAM, "DEP001 'stranger' imported"),
        ("generator/x.py", PROGRAM, "DEP004 'pytest' imported"),
        ("generator/x.py", PROGRAM, "DEP003 'markupsafe' imported"),
        ("tests/x.py", TESTS, "DEP001 'stranger' imported"),
        ("tools/x.py", TESTS, "DEP001 'stranger' imported"),
    ],
)
def test_an_undeclared_import_is_found(
    tmp_path: Path, planted: str, arguments: tuple[str, ...], told: str
) -> None:
    """Inside a function too, where it is imported only when that runs."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / planted).parent.mkdir()
    name = told.split("'")[1]
    (tmp_path / planted).write_text(f"def f():\n    import {name}\n", encoding="utf-8")
    assert told in strangers(tmp_path, arguments)
