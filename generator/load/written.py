"""The pages written by hand: a project's own, section by section over those of the program."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.load.defaults import DEFAULTS, files_below


class UnreadableError(Exception):
    """A page is not text: its path among the pages, and what is wrong."""


_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_ID = re.compile(r"## .*\{#([\w-]+)\}[ \t]*")


def hand_written(root: Path) -> dict[str, str]:
    """The text of each page written by hand, by its path in the site. Raises OSError, UnreadableError."""
    below, own = (_texts(folder / "pages") for folder in (DEFAULTS, root / "site_config"))
    texts = {path: laid_over(own.get(path, ""), below.get(path, "")) for path in {**below, **own}}
    return dict(sorted(texts.items()))


def laid_over(own: str, below: str) -> str:
    """A page with the sections of the project, and those of the program that it does not have.

    A section is named by the id of its heading; what comes before the first heading is a section
    too. New sections come last, and one with only a heading is left out. A page that only one of
    them has stays as it is.
    """
    if not (own and below):
        return own or below
    together = {**_sections(below), **_sections(own)}
    kept = [text.strip() for text in together.values() if len(text.strip().splitlines()) > 1]
    return "\n\n".join(kept) + "\n"


def _sections(text: str) -> dict[str, str]:
    """The sections of a page by name; one whose heading has no id is named by the whole heading."""
    found = {}
    for section in filter(str.strip, _SECTION.split(text)):
        heading, _, _ = section.partition("\n")
        named = _ID.fullmatch(heading)
        found[named[1] if named else heading if heading.startswith("## ") else ""] = section
    return found


def _texts(folder: Traversable | Path) -> dict[str, str]:
    return {
        path: _text(path, data)
        for path, data in files_below(folder).items()
        if path.endswith(".md")
    }


def _text(path: str, data: bytes) -> str:
    """The text of a page."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1:,} is not UTF-8; save the page as UTF-8"
        raise UnreadableError(path, message) from None
