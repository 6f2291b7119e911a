"""Passages: where the words that a record quotes stand in a document.

Rules 1 to 4 of the quote contract: a passage is verbatim after folding, begins and ends at
word boundaries, is unbroken within one paragraph, and stands in one place only.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.records.fields import Exact
from generator.text.folding import fold_line
from generator.text.matching import is_boundary, occurrences
from generator.text.seed import Seed


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a seed: folded indices, code points of the text, and line number from 1."""

    folded: tuple[int, int]
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """What looking for one passage brought.

    `places` are the right ones: one, if all is well. `cut` are stretches with the same
    characters that begin or end inside a word or a number.
    """

    passage: Exact
    places: tuple[Place, ...]
    cut: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        """The one place of the passage, if there is exactly one."""
        return self.places[0] if len(self.places) == 1 else None


def find(passage: Exact, seed: Seed, scales: str, gaps: Collection[int] = ()) -> Sighting:
    """Where the passage stands in the document.

    `scales` is a pattern of the words that belong to the number before them ("billion").
    `gaps` are folded indices at which a skipped passage begins or ends: word boundaries too.
    """
    exact = fold_line(passage.exact)
    whole: list[Place] = []
    cut: list[Place] = []
    for start in occurrences(exact, seed.folded.text):
        end = start + len(exact)
        if not _stands_between(passage, seed, start, end):
            continue
        clean = is_boundary(seed.flat, start, scales, gaps) and is_boundary(
            seed.flat, end, scales, gaps
        )
        (whole if clean else cut).append(place(seed, start, end))
    return Sighting(passage, tuple(whole), tuple(cut))


def place(seed: Seed, start: int, end: int) -> Place:
    """The place of a folded range."""
    origin = seed.folded.span(start, end)
    return Place((start, end), *origin, seed.line_number(origin[0]))


def _stands_between(passage: Exact, seed: Seed, start: int, end: int) -> bool:
    """Whether the passage's prefix and suffix are right before and right after."""
    if passage.prefix and not seed.flat[:start].rstrip().endswith(fold_line(passage.prefix)):
        return False
    return not passage.suffix or seed.flat[end:].lstrip().startswith(fold_line(passage.suffix))
