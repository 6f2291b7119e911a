"""What several processes need is made by one of them, and complete before any other sees it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.once import once


def test_whoever_comes_late_waits_and_makes_nothing(tmp_path: Path) -> None:
    """All ask at the same time, one makes it, and each then finds it complete."""
    makers = []

    def make(folder: Path) -> None:
        makers.append(folder)
        (folder / "begun").touch()
        time.sleep(0.05)
        (folder / "done").touch()

    def ask(_: int) -> bool:
        return (once(tmp_path / "thing", make) / "done").exists()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [True] * 8
    assert makers == [tmp_path / "thing"]


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    """The next process to ask begins with an empty folder, and gets its own error."""

    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise RuntimeError("no tools")

    for _ in range(2):
        with pytest.raises(RuntimeError, match="no tools"):
            once(tmp_path / "thing", fail)
    assert list(once(tmp_path / "thing", lambda _: None).iterdir()) == []
