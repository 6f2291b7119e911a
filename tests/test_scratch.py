"""Scratch folders: a killed audit leaves one, and the next audit removes it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from generator.publish.audit.scratch import PREFIX, scratch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, which is empty."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path / "tmp"


def _aged(folder: Path) -> Path:
    os.utime(folder, (0, 0))
    return folder


def test_what_a_killed_process_left_is_removed(place: Path) -> None:
    """A folder that nobody has locked goes, with what is in it; the present one goes in the end."""
    left = place / f"{PREFIX}left"
    (left / "build").mkdir(parents=True)
    (left / "build/page.md").write_text("Half a page", encoding="utf-8")
    _aged(left)
    with scratch() as own:
        assert [*place.iterdir()] == [own]
    assert not [*place.iterdir()]


def test_what_may_be_needed_stays(place: Path) -> None:
    """A folder stays if a process has locked it, has just made it, or if it is another program's."""
    (place / f"{PREFIX}young").mkdir()
    (place / "another").mkdir()
    _aged(place / "another")
    with scratch() as first:
        (first / "page.md").write_text("A page", encoding="utf-8")
        _aged(first)
        with scratch():
            assert (first / "page.md").is_file()
    assert {one.name for one in place.iterdir()} == {f"{PREFIX}young", "another"}


def test_nothing_is_removed_where_a_link_leads(place: Path, tmp_path: Path) -> None:
    """A link with the name of such a folder leads nowhere."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "page.md").write_text("A page", encoding="utf-8")
    link = place / f"{PREFIX}link"
    link.symlink_to(kept)
    os.utime(link, (0, 0), follow_symlinks=False)
    with scratch():
        pass
    assert (kept / "page.md").is_file()
