"""A site that is up to date is not made again; after any change it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.unchanged import is_unchanged, note, state_of_input
from tests.project import lay_out, put

ABOUT = "site_config/pages/about/index.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with something in the place of its site, noted as made."""
    folder = lay_out(tmp_path / "project")
    put(folder, {"site/index.html": "<p>Home</p>", "build/docs/index.md": "Home\n"})
    note(folder, state_of_input(folder))
    return folder


def _is_unchanged(root: Path) -> bool:
    return is_unchanged(root, state_of_input(root))


def _same_size_and_time(root: Path) -> None:
    file = root / ABOUT
    times = file.stat()
    text = file.read_text("utf-8")
    file.write_text(text.swapcase(), encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page by hand": lambda root: put(root, {ABOUT: "# About\n"}),
    "other bytes, as many and as old": _same_size_and_time,
    "a file more": lambda root: put(root, {"content/people/new.yaml": "name: New\n"}),
    "a file less": lambda root: next((root / "content/people").glob("*.yaml")).unlink(),
    "a name": lambda root: (root / ABOUT).rename(root / ABOUT.replace("index", "other")),
    "settings of MkDocs": lambda root: put(root, {"mkdocs.yml": "INHERIT: build/mkdocs.yml\n"}),
    "a page of the site": lambda root: put(root, {"site/index.html": "<p>Hame</p>"}),
    "a page of the site less": lambda root: (root / "site/index.html").unlink(),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "other pages": lambda root: put(root, {"build/docs/index.md": "House\n"}),
    "no stamp": lambda root: (root / "build/site.stamp").unlink(),
    "half a stamp": lambda root: put(root, {"build/site.stamp": "0"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(root: Path, change: str) -> None:
    """Of the project, the site or the stamp."""
    assert _is_unchanged(root)
    CHANGES[change](root)
    assert not _is_unchanged(root)


@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "PYTHONOPTIMIZE"])
def test_other_surroundings_are_noticed(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the bytes of a page may depend on."""
    monkeypatch.setenv(name, "1")
    assert not _is_unchanged(root)


def test_what_commands_leave_is_not_a_change(root: Path) -> None:
    """Such as schemas, an archive of the site, or what Python and git keep for themselves."""
    left = ("build/schemas/fact.json", "dist/attested.zip", ".git/index", "tests/__pycache__/a.pyc")
    put(root, dict.fromkeys(left, ""))
    assert _is_unchanged(root)
