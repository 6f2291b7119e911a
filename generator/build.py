"""The program on one screen: load, join and check; then, if nothing is wrong, write the pages."""

from __future__ import annotations

from pathlib import Path

from generator.check import Checked, check
from generator.site import files
from generator.write import write, writing

DOCS = "build/docs"


def build(root: Path) -> Checked:
    """Check the project, and write its pages to `DOCS` if there is no problem.

    Raises OSError if a file can't be read, and NotWrittenError if a page can't be written.
    """
    checked = check(root)
    if checked.atlas is not None and not checked.problems:
        with writing("The pages"):
            write(files(checked.atlas), root / DOCS)
    return checked
