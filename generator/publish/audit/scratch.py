"""Scratch folders, each locked for as long as the process that made it needs it.

A killed process leaves its folder behind, but not the lock. So a later one can tell that nobody
needs the folder any more, and removes it.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

if sys.platform != "win32":
    import fcntl

PREFIX = "attested-audit-"
"""What the names of these folders begin with, in the system's folder for temporary files."""

_YOUNG = 60  # seconds; a younger folder may not be locked yet


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder that is gone afterwards. Raises OSError."""
    _remove_abandoned()
    with TemporaryDirectory(prefix=PREFIX) as folder, _locked(folder):
        yield Path(folder)


@contextmanager
def _locked(folder: str) -> Iterator[None]:
    """Lock a folder. Raises BlockingIOError if another has locked it, and OSError if it is a link."""
    if sys.platform == "win32":  # which has no such lock
        yield
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(opened)


def _remove_abandoned() -> None:
    """Remove the folders of this user that no process has locked."""
    if sys.platform == "win32":
        return
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            found = folder.lstat()
            if found.st_uid == os.getuid() and time.time() - found.st_mtime > _YOUNG:
                with _locked(str(folder)):
                    shutil.rmtree(folder)
