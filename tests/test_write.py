"""A written folder contains exactly what it was given, and is replaced in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.write import add, write


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_exactly_the_given_files(tmp_path: Path) -> None:
    """Text becomes UTF-8, bytes stay bytes, and nothing is left beside but the lock."""
    folder = tmp_path / "build/docs"
    write([("a.md", "é\n"), ("b/c.bin", b"\0\r\n")], folder)
    assert _files(folder) == {"a.md": "é\n".encode(), "b/c.bin": b"\0\r\n"}
    assert sorted(path.name for path in folder.parent.iterdir()) == ["docs", "docs.lock"]


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    """What did not change keeps its inode and its time."""
    folder = tmp_path / "docs"
    write({"same.md": "same", "other.md": "old"}.items(), folder)
    same, other = (folder / "same.md").stat(), (folder / "other.md").stat()
    write({"same.md": "same", "other.md": "new"}.items(), folder)
    after = (folder / "same.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (same.st_ino, same.st_mtime_ns)
    assert (folder / "other.md").stat().st_ino != other.st_ino
    assert (folder / "other.md").read_text() == "new"


def test_stale_files_and_folders_are_removed(tmp_path: Path) -> None:
    """What is not given is not there."""
    folder = tmp_path / "docs"
    write({"a.md": "a", "gone/b.md": "b"}.items(), folder)
    (folder / "stray").mkdir()
    write({"a.md": "a"}.items(), folder)
    assert [path.name for path in folder.iterdir()] == ["a.md"]


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    """A path may change what it is."""
    folder = tmp_path / "docs"
    for files in ({"a": b"1"}, {"a/b": b"2"}, {"a": b"3"}):
        write(files.items(), folder)
        assert _files(folder) == files


def test_an_interrupted_swap_is_put_right(tmp_path: Path) -> None:
    """What a killed process left is used or removed."""
    folder = tmp_path / "docs"
    write({"a.md": "a"}.items(), folder)
    inode = (folder / "a.md").stat().st_ino
    folder.rename(tmp_path / "docs.prev")
    (tmp_path / "docs.next").mkdir()
    (tmp_path / "docs.next/half.md").write_text("half")
    write({"a.md": "a", "b.md": "b"}.items(), folder)
    assert _files(folder) == {"a.md": b"a", "b.md": b"b"}
    assert (folder / "a.md").stat().st_ino == inode
    assert not (tmp_path / "docs.prev").exists()


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "a/../../out.md"])
def test_nothing_is_written_elsewhere(tmp_path: Path, path: str) -> None:
    """A path out of the folder is refused before anything changes."""
    folder = tmp_path / "docs"
    write({"a.md": "a"}.items(), folder)
    with pytest.raises(OSError, match="leads out of"):
        write({"a.md": "b", path: "x"}.items(), folder)
    assert _files(folder) == {"a.md": b"a"}


def test_files_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    """A folder keeps its other files; only what is to be replaced is."""
    put = {"kept.txt": b"kept", "list": b"1\n"}
    for name, data in put.items():
        (tmp_path / name).write_bytes(data)
    add({"new/deep/a.bin": b"\0", "list": b"1\n2\n"}, tmp_path, replacing=["list"])
    assert _files(tmp_path) == {"kept.txt": b"kept", "list": b"1\n2\n", "new/deep/a.bin": b"\0"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"new/a": b"a", "kept.txt": b"b"}, "kept.txt already exists"),
        ({"new/a": b"a", "list/b": b"b"}, "File exists|Not a directory|cannot find"),
        ({"new/a": b"a", "../b": b"b"}, "leads out of"),
    ],
)
def test_files_are_added_all_or_none(tmp_path: Path, files: dict[str, bytes], told: str) -> None:
    """A file that is there, one in the place of a folder, one outside: the folder stays as it was."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("kept.txt", "list"):
        (folder / name).write_bytes(b"kept")
    with pytest.raises(OSError, match=told):
        add({"list": b"other", **files}, folder, replacing=["list"])
    assert _files(tmp_path) == {"project/kept.txt": b"kept", "project/list": b"kept"}
    assert sorted(path.name for path in folder.iterdir()) == ["kept.txt", "list"]


def test_adding_is_undone_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was put in its place is taken back, and what was replaced returns."""
    (tmp_path / "list").write_bytes(b"old")
    replace = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target.name == "last":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        add({"new/a": b"a", "list": b"new", "last": b""}, tmp_path, replacing=["list"])
    assert _files(tmp_path) == {"list": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["list"]


def test_files_are_removed_with_their_folder(tmp_path: Path) -> None:
    """After the others are written; a folder that keeps a file stays."""
    put = {"a/b.txt": b"1", "a/c.txt": b"2", "d/e.txt": b"3"}
    add(put, tmp_path)
    add({"f/e.txt": b"4"}, tmp_path, removing=["d/e.txt", "a/b.txt"])
    left = sorted(one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*"))
    assert left == ["a", "a/c.txt", "f", "f/e.txt"]


def test_removing_is_undone(tmp_path: Path) -> None:
    """If one can't be removed, everything is as it was."""
    add({"a.txt": b"1"}, tmp_path)
    with pytest.raises(FileNotFoundError):
        add({"b.txt": b"2"}, tmp_path, removing=["a.txt", "c.txt"])
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"1"
