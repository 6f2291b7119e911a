"""States: whether files are as they were, as with git: by size, times and inode, not by their bytes."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

MADE = frozenset({"build", "dist", "site", "site.prev", "__pycache__"})
"""Folders of what commands make."""

_PROGRAM = Path(__file__).parents[2]


def state(file: Path) -> str:
    """What the file system says of a file or a folder. Raises OSError if it is not there."""
    seen = file.lstat()
    return (
        f"{file} {seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
    )


def files(folder: Path, without: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Every file below a folder, sorted by name, without hidden folders and the given ones."""
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in without and one[0] != ".")
        yield from (Path(path, name) for name in sorted(names))


def state_of_program() -> str:
    """A digest of the program's own files and of other packages' lists of files."""
    packages = sorted({Path(one) for one in sys.path if Path(one).is_dir()})
    listed = (file for folder in packages for file in folder.glob("*.dist-info/RECORD"))
    return digest((sys.version, *map(state, (*files(_PROGRAM, MADE), *listed))))


def digest(parts: Iterable[str]) -> str:
    """The SHA-256 of some texts, in hexadecimal."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
