"""The program on one screen: load, join and check; if nothing is wrong, write the pages."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from generator.atlas.keeping.kept import Kept
from generator.atlas.keeping.recalled import Recalled
from generator.atlas.keeping.states import digest, state_of_program
from generator.atlas.keeping.states import files as files_below
from generator.check import Checked, check
from generator.config.config import Config
from generator.load.theme import theme
from generator.pages.settings import settings
from generator.site import files
from generator.write import put, write, writing

DOCS, THEME, SETTINGS = "build/docs", "build/theme", "build/mkdocs.yml"
"""Where the pages are, and what else MkDocs needs to make a site of them."""

MEMORY = "build/docs.json"
"""What the pages were made from."""


def build(root: Path, recalled: Recalled | None = None) -> Checked:
    """Check the project; if there is no problem, write its pages and what MkDocs needs.

    A process that builds again and again gives what is `recalled` from one build for the next.

    Raises OSError if a file can't be read, and NotWrittenError if a page can't be written.
    """
    checked = check(root)
    if checked.atlas is not None and not checked.problems:
        with writing("The pages"):
            kept = Kept(root / DOCS, root / MEMORY, _frame(root, checked.atlas.config), recalled)
            written = write(files(checked.atlas, several=True, kept=kept), root / DOCS)
            kept.remember(written)
            write(theme(root).items(), root / THEME)
            put(settings(checked.atlas), root / SETTINGS)
        return replace(checked, written=written)
    return checked


def _frame(root: Path, config: Config) -> str:
    """A digest of what every page depends on, besides the records: the program and `site_config`.

    A language counts if a document is in it.
    """
    given = [
        f"{one} {sha256(one.read_bytes()).hexdigest()}" for one in files_below(root / "site_config")
    ]
    return digest((state_of_program(), *sorted(config.others), *given))
