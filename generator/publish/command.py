"""MkDocs as a command: its command line and its environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.build import SETTINGS
from generator.load.history import last_change

OWN_SETTINGS = "mkdocs.yml"
"""A project's own settings of MkDocs, which inherit those of `SETTINGS`; most projects have none."""

RUNNER = Path(__file__).with_name("mkdocs_runner.py")
"""The program that runs MkDocs, and ends with the process that started it."""


def environment(root: Path) -> dict[str, str]:
    """The environment variables for MkDocs, with which the same commit gives the same bytes."""
    dated = {"SOURCE_DATE_EPOCH": str(last_change(root))}
    return {**os.environ, **dated, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(root: Path, command: str, *options: str) -> list[str]:
    """The command line that runs MkDocs on the project, with its own settings if it has any."""
    own = root / OWN_SETTINGS
    chosen = own if own.is_file() else root / SETTINGS
    return [sys.executable, "-P", str(RUNNER), command, "-f", str(chosen), *options]
