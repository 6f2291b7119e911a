"""MkDocs as a command: its command line and its environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.build import SETTINGS
from generator.load.history import last_change

OWN_SETTINGS = "mkdocs.yml"
"""A project's own settings of MkDocs, which inherit those of `SETTINGS`; most projects have none."""

_PROGRAM = Path(__file__).parents[2]
"""The folder in which a process of its own finds the program."""


def environment(root: Path) -> dict[str, str]:
    """The environment variables for MkDocs, with which the same commit gives the same bytes."""
    dated = {"SOURCE_DATE_EPOCH": str(last_change(root))}
    found = os.pathsep.join(filter(None, (str(_PROGRAM), os.environ.get("PYTHONPATH"))))
    return {**os.environ, **dated, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": found}


def mkdocs(root: Path, command: str, *options: str) -> list[str]:
    """The command line that runs MkDocs on the project."""
    return [*module("mkdocs_runner"), command, "-f", str(settings(root)), *options]


def rendering(root: Path, site: Path, last: Path, memory: Path) -> list[str]:
    """The command line that makes a folder `site` as MkDocs does, only sooner.

    Pages that did not change come from the folder `last`; the file `memory` says which these are.
    """
    return [*module("rendering"), *map(str, (settings(root), site, last, memory))]


def module(name: str) -> list[str]:
    """The command line of a module of this package, as a process of its own."""
    return [sys.executable, "-P", "-m", f"generator.publish.{name}"]


def settings(root: Path) -> Path:
    """The project's own settings of MkDocs, if it has any."""
    own = root / OWN_SETTINGS
    return own if own.is_file() else root / SETTINGS
