"""The program on one screen: load, join and check; then, if nothing is wrong, write the pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import rules
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.project import load
from generator.problems import Problem
from generator.site import files
from generator.write import write, writing

DOCS = "build/docs"


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


def build(root: Path) -> Checked:
    """Check the project, and write its pages to `DOCS` if there is no problem.

    Raises OSError if a file can't be read, and NotWrittenError if a page can't be written.
    """
    checked = check(root)
    if checked.atlas is not None and not checked.problems:
        pages = files(checked.atlas)
        with writing("The pages"):
            write(pages, root / DOCS)
    return checked
