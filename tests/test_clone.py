"""A clone has the files as they were committed, on whatever system it is made."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.project import ROOT, run


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as Git for Windows checks it out by default."""
    folder = tmp_path_factory.mktemp("clone") / "project"
    command = ["git", "clone", "--quiet", "--config", "core.autocrlf=true"]
    subprocess.run([*command, str(ROOT), str(folder)], check=True)
    return folder


def test_a_clone_with_other_line_ends_is_sound(clone: Path) -> None:
    """Its documents are those that were recorded, and nothing else is complained of."""
    done = run("--root", clone, "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_clone_has_the_committed_bytes(clone: Path) -> None:
    """Expected pages, documents and all other text keep their line ends."""
    listed = subprocess.run(
        ["git", "-C", clone, "ls-files", "--eol"], capture_output=True, text=True, check=True
    )
    changed = [
        line for line in listed.stdout.splitlines() if line.split()[0][2:] != line.split()[1][2:]
    ]
    assert changed == []
    assert (clone / "tests/golden").is_dir()
