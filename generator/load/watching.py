"""Watching: what in a project has changed since it was last looked at."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from generator.load.defaults import DEFAULTS
from generator.load.gate import seen

WATCHED = ("content", "seeds", "site_config")
"""The folders that the pages are made from, besides the defaults of the program."""


def state(root: Path) -> dict[str, int]:
    """The time of the last change, in nanoseconds, of each file that the pages are made from.

    No link is followed, and no more is looked at than a project may have.
    """
    ours = Path(str(DEFAULTS))
    looked = ((root, WATCHED), (ours.parent, (ours.name,)))
    return {
        str(folder / path): state.st_mtime_ns
        for folder, names in looked
        for path, state in seen(folder, *names)
        if path not in names
    }


def versions(root: Path, pause: float) -> Iterator[None]:
    """Yields once immediately, and again after each change, without end; `pause` is in seconds.

    A file that changes while the last item is still in use gives the next.
    """
    last = None
    while True:
        now = state(root)
        if now == last:
            time.sleep(pause)
        else:
            last = now
            yield
