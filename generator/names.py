"""Names: which entities bear a name, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from generator.folding import fold_line


@dataclass(frozen=True, slots=True)
class Names:
    """Every spelling, folded, with the references of all that bear it, sorted."""

    by_spelling: Mapping[str, tuple[str, ...]]

    def bearers(self, name: str) -> tuple[str, ...]:
        """The references of the entities with this name or alias; several if it is ambiguous."""
        return self.by_spelling.get(fold_line(name), ())


def index(spellings: Iterable[tuple[str, str]]) -> Names:
    """The index of (spelling, reference) pairs."""
    found: dict[str, set[str]] = {}
    for spelling, ref in spellings:
        found.setdefault(fold_line(spelling), set()).add(ref)
    return Names({spelling: tuple(sorted(refs)) for spelling, refs in found.items()})


def stands_in(name: str, text: str) -> bool:
    """Whether a folded name stands in a folded text as whole words."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        inside_left = start > 0 and text[start - 1].isalnum() and name[0].isalnum()
        inside_right = end < len(text) and text[end].isalnum() and name[-1].isalnum()
        if not inside_left and not inside_right:
            return True
        start = text.find(name, start + 1)
    return False


_VOWELS = str.maketrans("", "", "aeiouy")


@lru_cache(maxsize=65536)
def likeness_key(name: str) -> str:
    """What is left of a name when script, marks, doubled letters and vowels are set aside.

    Two names with one key look alike to a reader. Never proof that they are one.
    """
    letters = re.sub(r"[^a-z0-9 ]", "", anyascii(name).lower())
    for spelling, sound in (("gh", "k"), ("kh", "k"), ("ou", "u"), ("q", "k"), ("g", "k")):
        letters = letters.replace(spelling, sound)
    bare = letters.translate(_VOWELS)
    return re.sub(r"(.)\1+", r"\1", bare) if len(bare.replace(" ", "")) > 1 else letters
