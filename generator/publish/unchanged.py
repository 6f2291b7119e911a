"""Whether anything has changed since the site was made, so that it need not be made again.

As with git, the size, the times and the inode of each file count, not its bytes. From the project,
every file counts that no command makes; from the program, its own files and other packages' lists
of files. If in doubt, the site is made again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.atlas.keeping.states import MADE, digest, files, state, state_of_program
from generator.load.history import last_change
from generator.write import put

STAMP = "build/site.stamp"
"""What the site was made from, and what it was then."""

_OUTPUT = ("site", "build/docs", "build/theme")


def state_of_input(root: Path) -> str:
    """A digest of everything that the site is made from. Raises OSError."""
    parts = (state_of_program(), str(last_change(root)), *_settings_of_the_process())
    return digest((*parts, *map(state, files(root, MADE))))


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
    return digest(state(file) for name in _OUTPUT for file in files(root / name))


def _settings_of_the_process() -> Iterator[str]:
    """The environment variables that are settings of Python or of MkDocs."""
    for name in sorted(os.environ):
        if name.startswith(("PYTHON", "SOURCE_DATE", "MKDOCS")):
            yield f"{name}={os.environ[name]}"
