"""Laying a hostile case into a copy of the project."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.hostile.cases import PROJECT, Case
from tests.project import put, sign_seeds


def laid(case: Case, folder: Path) -> Path:
    """A copy of the project with the case in it. Raises OSError where the system can't hold it."""
    shutil.copytree(PROJECT, folder, copy_function=shutil.copyfile)
    for path in case.remove:
        place = folder / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    for path, changes in case.change.items():
        text = (folder / path).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
            text = text.replace(old, new)
        put(folder, {path: text})
    for path, data in case.files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for path, target in case.links.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target)
    for path in case.pipes:
        os.mkfifo(folder / path)
    if case.sign:
        sign_seeds(folder)
    return folder
