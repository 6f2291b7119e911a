"""The story on one screen: load, join, check; then pages, and only if nothing is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import rules
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.project import load
from generator.problems import Problem
from generator.site import files
from generator.write import write

DOCS = "build/docs"


class NotWrittenError(Exception):
    """The pages could not be written; what was there before stays."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project as it was found; without a usable configuration there is no atlas."""

    atlas: Atlas | None
    problems: tuple[Problem, ...]


def check(root: Path) -> Checked:
    """Everything that is wrong in the project folder. Raises OSError where it can't be read."""
    entries, problems = load(root)
    if entries is None:
        return Checked(None, tuple(problems))
    atlas = join(entries)
    return Checked(atlas, tuple(sorted({*problems, *rules.check(atlas)})))


def build(root: Path) -> Checked:
    """As `check`; where there is no problem, the pages are written. Raises NotWrittenError."""
    checked = check(root)
    if checked.atlas is not None and not checked.problems:
        pages = files(checked.atlas)
        try:
            write(pages, root / DOCS)
        except OSError as error:
            raise NotWrittenError(str(error)) from error
    return checked
