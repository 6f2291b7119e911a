"""Faults lose nothing: a killed run, an orphan, a full disk, and things in the way."""

from __future__ import annotations

import errno
import random
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator import write as writing
from generator.load.file_names import is_left_behind
from generator.publish.bundle import bundle
from generator.write import add, cleared, locked, restore, swap, write
from tests.faults import STATES, Fault, failing_page, full, ground, kills, read_only, table
from tests.project import ROOT, contents


def laid(folder: Path, text: str) -> Path:
    """A folder with one file."""
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return folder


HOLDER = """
import sys
from pathlib import Path
from generator.publish.mkdocs import run
from generator.write import locked

root = Path(sys.argv[1])
child = "import pathlib, time; pathlib.Path('begun').touch(); time.sleep(1); pathlib.Path('done').touch()"
with locked(root / "site") as lock:
    run([sys.executable, "-c", child], root, lock)
"""
"""A program that runs another while it holds the lock of a site."""


@pytest.mark.site
def test_faults_leave_everything_whole(tmp_path: Path) -> None:
    """A few of them, at any moment and by any signal; `python -m tests.faults` tries many."""
    here, chance = ground(tmp_path / "project"), random.Random(7)
    found = [*kills(here, 1, chance), *failing_page(here, 1), *full(here, 2, (120_000,))]
    found += read_only(here, 3, ("site",))
    for corrupt in STATES.values():  # all at once
        corrupt(here.project)
    assert here.is_mended(3)
    assert [str(one) for one in found if not one.is_sound] == []


def test_faults_are_counted_by_kind() -> None:
    """Also if one did harm, whatever the order in which they happened."""
    happened = [
        Fault("b", whole=True, mended=False),
        Fault("a", whole=True, mended=True),
        Fault("b", whole=False, mended=True, in_words=False),
    ]
    rows = [line.split() for line in table(happened).splitlines()]
    assert rows[1:] == [
        ["a", "1", "1", "1", "1"],
        ["b", "2", "1", "1", "1"],
        ["all", "3", "2", "2", "2"],
    ]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    """In one step where the system has one, in two elsewhere; nothing else is left."""
    if not can_exchange:
        monkeypatch.setattr(writing, "_exchange", lambda *_: False)
    old, new = laid(tmp_path / "site", "old"), laid(tmp_path / "next", "new")
    swap(new, old)
    assert contents(tmp_path) == {"site/a.txt": b"new"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this call")
def test_linux_exchanges_in_one_step(tmp_path: Path) -> None:
    """There is no moment without the folder: neither of the two names is free in between."""
    one, other = laid(tmp_path / "one", "1"), laid(tmp_path / "other", "2")
    assert writing._exchange(one, other)
    assert contents(tmp_path) == {"one/a.txt": b"2", "other/a.txt": b"1"}
    assert not writing._exchange(one, tmp_path / "nowhere")


def test_an_interrupted_swap_is_undone(tmp_path: Path) -> None:
    """What was put away is there again; what was put away for good is removed."""
    laid(tmp_path / "site.prev", "old")
    restore(tmp_path / "site")
    assert contents(tmp_path) == {"site/a.txt": b"old"}
    laid(tmp_path / "site.prev", "older")
    restore(tmp_path / "site")
    assert contents(tmp_path) == {"site/a.txt": b"old"}


@pytest.mark.parametrize("name", ["docs.next", "docs.prev"])
def test_what_is_in_the_way_beside_a_folder_is_removed(tmp_path: Path, name: str) -> None:
    """A file, or a link whose folder stays as it is."""
    elsewhere = laid(tmp_path / "elsewhere", "kept")
    docs = tmp_path / "build/docs"
    write({"a.md": "a"}.items(), docs)
    (docs.parent / name).symlink_to(elsewhere)
    write({"a.md": "b"}.items(), docs)
    (docs.parent / name).write_text("in the way", encoding="utf-8")
    write({"a.md": "c"}.items(), docs)
    assert contents(docs) == {"a.md": b"c"}
    assert contents(elsewhere) == {"a.txt": b"kept"}


def test_a_file_where_a_folder_must_be_is_named(tmp_path: Path) -> None:
    """With what to do; it is not ours, so it stays."""
    (tmp_path / "docs").write_text("mine", encoding="utf-8")
    with pytest.raises(NotADirectoryError, match="remove it") as caught:
        write({"a.md": "a"}.items(), tmp_path / "docs")
    assert caught.value.errno == errno.ENOTDIR
    assert (tmp_path / "docs").read_text("utf-8") == "mine"


def test_nothing_is_written_where_a_link_leads(tmp_path: Path) -> None:
    """`build` may be a link that a stranger added; what it leads to stays as it was."""
    elsewhere = laid(tmp_path / "elsewhere", "x")
    kept = sorted(elsewhere.rglob("*"))
    (tmp_path / "build").symlink_to(elsewhere)
    with pytest.raises(NotADirectoryError, match="remove it"):
        write({"a.md": "a"}.items(), tmp_path / "build/docs")
    assert sorted(elsewhere.rglob("*")) == kept


def test_no_edition_is_written_where_a_link_leads(tmp_path: Path) -> None:
    """`dist` may be a link too, and so may what an interrupted command left."""
    elsewhere = laid(tmp_path / "elsewhere", "x")
    (tmp_path / "dist").symlink_to(elsewhere)
    with pytest.raises(NotADirectoryError, match="remove it"):
        bundle({"a": b"a"}.items(), tmp_path / "dist/a.zip", frozenset())
    (tmp_path / "dist").unlink()
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/a.next").symlink_to(elsewhere / "a.txt")
    bundle({"a": b"a"}.items(), tmp_path / "dist/a.zip", frozenset())
    assert contents(elsewhere) == {"a.txt": b"x"}
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == ["a.zip"]


def test_what_a_killed_command_left_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that it had begun has a name that `check` takes for no record, and the next run replaces it."""
    monkeypatch.setattr(ExitStack, "__exit__", lambda *_: None)  # as if there were no time to undo
    monkeypatch.setattr(Path, "replace", _killed)
    with pytest.raises(KeyboardInterrupt):
        add({"facts.yaml": b"new"}, tmp_path)
    monkeypatch.undo()
    (left,) = tmp_path.iterdir()
    assert is_left_behind(left.name)
    add({"facts.yaml": b"newer"}, tmp_path)
    assert contents(tmp_path) == {"facts.yaml": b"newer"}


def _killed(*_: Path) -> None:
    raise KeyboardInterrupt


def test_nothing_is_left_at_a_cleared_place(tmp_path: Path) -> None:
    """Hidden files neither: MkDocs would publish them."""
    place = laid(tmp_path / "site.next", "x")
    (place / ".evil.html").write_text("x", encoding="utf-8")
    assert not cleared(place).exists()
    assert not cleared(place).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")
def test_an_orphan_holds_the_lock(tmp_path: Path) -> None:
    """Whoever comes next waits until the children of a killed run have ended."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT) as holder:
        while not (tmp_path / "begun").exists():
            assert holder.poll() is None
            time.sleep(0.02)
        holder.kill()
    with locked(tmp_path / "site"):
        assert (tmp_path / "done").exists()
