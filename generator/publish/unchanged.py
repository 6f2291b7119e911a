"""Whether anything has changed since the site was made, so that it need not be made again.

As with git, the size, the times and the inode of each file count, not its bytes. From the project,
every file counts that no command makes; from the program, its own files and other packages' lists
of files. If in doubt, the site is made again.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.load.history import last_change
from generator.write import put

STAMP = "build/site.stamp"
"""What the site was made from, and what it was then."""

MADE = frozenset({"build", "dist", "site", "site.prev", "__pycache__"})
"""Folders of what commands make."""

_OUTPUT = ("site", "build/docs", "build/theme")
_PROGRAM = Path(__file__).parents[1]


def state_of_input(root: Path) -> str:
    """A digest of everything that the site is made from. Raises OSError."""
    packages = sorted({Path(one) for one in sys.path if Path(one).is_dir()})
    listed = (file for folder in packages for file in folder.glob("*.dist-info/RECORD"))
    parts = (sys.version, str(last_change(root)), *_settings_of_the_process())
    files = (*_files(root, MADE), *_files(_PROGRAM, MADE), *listed)
    return _digest((*parts, *map(_state, files)))


def is_unchanged(root: Path, given: str) -> bool:
    """Whether the site was made from this, and has not changed since."""
    try:
        return (root / STAMP).read_text("utf-8") == f"{given} {_state_of_output(root)}"
    except (OSError, ValueError):  # another process may be replacing it
        return False


def note(root: Path, given: str) -> None:
    """Record what the site, as it is now, was made from. Raises OSError."""
    put(f"{given} {_state_of_output(root)}", root / STAMP)


def _state_of_output(root: Path) -> str:
    return _digest(_state(file) for name in _OUTPUT for file in _files(root / name, frozenset()))


def _settings_of_the_process() -> Iterator[str]:
    """The environment variables that are settings of Python or of MkDocs."""
    for name in sorted(os.environ):
        if name.startswith(("PYTHON", "SOURCE_DATE", "MKDOCS")):
            yield f"{name}={os.environ[name]}"


def _files(folder: Path, without: frozenset[str]) -> Iterator[Path]:
    """Every file below a folder, sorted by name, without hidden folders and the given ones."""
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in without and one[0] != ".")
        yield from (Path(path, name) for name in sorted(names))


def _state(file: Path) -> str:
    seen = file.lstat()
    return (
        f"{file} {seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
