"""Checking: load, join, and ask every rule."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import rules
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.project import load
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """A project and its problems; the atlas is None if the configuration can't be read."""

    atlas: Atlas | None
    problems: tuple[Problem, ...]


def check(root: Path) -> Checked:
    """Read the project folder and find every problem. Raises OSError if a file can't be read."""
    entries, problems = load(root)
    if entries is None:
        return Checked(None, tuple(problems))
    atlas = join(entries)
    return Checked(atlas, tuple(sorted({*problems, *rules.check(atlas)})))
