"""Watching: what in a project has changed since it was last looked at."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from generator.load.defaults import DEFAULTS

WATCHED = ("content", "seeds", "site_config")
"""The folders that the pages are made from, besides the defaults of the program."""


def state(root: Path) -> dict[str, int]:
    """The time of the last change, in nanoseconds, of each file that the pages are made from."""
    found = {}
    for folder in (*(root / name for name in WATCHED), Path(str(DEFAULTS))):
        for path in folder.rglob("*"):
            try:
                found[str(path)] = path.stat().st_mtime_ns
            except OSError:  # an editor has just replaced it
                continue
    return found


def versions(root: Path, pause: float) -> Iterator[None]:
    """Yields once immediately, and again after each change, without end; `pause` is in seconds.

    A file that changes while the last item is still in use gives the next.
    """
    seen = None
    while True:
        now = state(root)
        if now == seen:
            time.sleep(pause)
        else:
            seen = now
            yield
