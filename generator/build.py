"""The program on one screen: load, join and check; if nothing is wrong, write the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.check import Checked, check
from generator.load.theme import theme
from generator.pages.settings import settings
from generator.site import files
from generator.write import put, write, writing

DOCS, THEME, SETTINGS = "build/docs", "build/theme", "build/mkdocs.yml"
"""Where the pages are, and what else MkDocs needs to make a site of them."""


def build(root: Path) -> Checked:
    """Check the project; if there is no problem, write its pages and what MkDocs needs.

    Raises OSError if a file can't be read, and NotWrittenError if a page can't be written.
    """
    checked = check(root)
    if checked.atlas is not None and not checked.problems:
        with writing("The pages"):
            written = write(files(checked.atlas, several=True), root / DOCS)
            write(theme(root).items(), root / THEME)
            put(settings(checked.atlas), root / SETTINGS)
        return replace(checked, written=written)
    return checked
