"""Names for a new document: its folder, its files and its letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, product
from string import ascii_uppercase

from anyascii import anyascii

from generator.load.file_names import unfit
from generator.load.folder import RESERVED

_LONGEST = 60  # characters of a name that is made of a title or a file's name


def slug_of(*names: str) -> str:
    """The first of these names that can be a folder's name, in lower-case letters and hyphens, or ""."""
    for name in names:
        words = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
        slug = words[:_LONGEST].strip("-")
        if slug and slug not in RESERVED and not unfit(slug):
            return slug
    return ""


def next_number(seeds: Iterable[str]) -> int:
    """One more than the highest number that a seed's name begins with."""
    return (
        max((int(found[0]) for name in seeds if (found := re.match(r"\d+", name))), default=-1) + 1
    )


def free_letter(name: str, taken: Collection[str]) -> str:
    """The first letter in a name that no document has yet, or else any one or two free letters."""
    own = (char for char in name.upper() if char in ascii_uppercase)
    return next(letter for letter in chain(own, _letters()) if letter not in taken)


def _letters() -> Iterator[str]:
    for length in (1, 2, 3):
        yield from map("".join, product(ascii_uppercase, repeat=length))
