"""What is made on disk once for all the processes of a test run."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

PATIENCE = 600
"""For so many seconds a process waits for what another one makes."""


def shared(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of the run. A process among several has its own folder inside it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, filled by the first process that asks; any other waits until it is whole.

    If making it fails, whoever asked for it fails, and the next to ask tries again.
    """
    with closing(sqlite3.connect(f"{folder}.lock", PATIENCE, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")  # until it is closed: a lock that every system has
        whole = Path(f"{folder}.whole")
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what an attempt left that failed
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder
