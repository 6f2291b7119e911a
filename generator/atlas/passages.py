"""Passages: where a document has the words that a record quotes.

This finds what rules 1 to 4 of the quote contract ask for: a passage is verbatim after folding,
begins and ends between words, stays inside one paragraph, and is in the document once.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.records.passages import Exact
from generator.text.folding import fold_line
from generator.text.matching import is_boundary, occurrences
from generator.text.seed import Seed


@dataclass(frozen=True, slots=True)
class SeedPlace:
    """A range of a seed.

    `folded` has its ends as indices into the folded text; `start` and `end` are code points of the
    text itself, half open. Lines count from 1.
    """

    folded: tuple[int, int]
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A passage and the places where it occurs in its document: exactly one, if all is well.

    `cut` lists places with the same characters that begin or end inside a word or a number.
    `locator` is where the document itself has it, by kind of place (`page`) and number.
    """

    passage: Exact
    places: tuple[SeedPlace, ...]
    cut: tuple[SeedPlace, ...] = ()
    locator: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> SeedPlace | None:
        """The place of the passage; None unless there is exactly one."""
        return self.places[0] if len(self.places) == 1 else None


def find(passage: Exact, seed: Seed, scales: str, ends: Collection[int] = ()) -> Sighting:
    """The sighting of a passage in its document.

    `scales` is a pattern of words that belong to the number before them ("billion"). `ends` are
    folded indices where a skipped passage begins or ends, which count as word boundaries.
    """
    exact = fold_line(passage.exact)
    whole: list[SeedPlace] = []
    cut: list[SeedPlace] = []
    for start in occurrences(exact, seed.folded.text):
        end = start + len(exact)
        if not _stands_between(passage, seed, start, end):
            continue
        clean = is_boundary(seed.flat, start, scales, ends) and is_boundary(
            seed.flat, end, scales, ends
        )
        (whole if clean else cut).append(_place(seed, start, end))
    return Sighting(passage, tuple(whole), tuple(cut))


def _place(seed: Seed, start: int, end: int) -> SeedPlace:
    """The place of a range of folded indices."""
    origin = seed.folded.span(start, end)
    return SeedPlace((start, end), *origin, seed.line_number(origin[0]))


def _stands_between(passage: Exact, seed: Seed, start: int, end: int) -> bool:
    """Whether the passage's prefix is right before a folded range, and its suffix right after.

    A space may be between. Only as much of the text is looked at as these are long.
    """
    prefix, suffix = fold_line(passage.prefix or ""), fold_line(passage.suffix or "")
    before = seed.flat[max(0, start - len(prefix) - 1) : start].rstrip()
    after = seed.flat[end : end + len(suffix) + 1].lstrip()
    return before.endswith(prefix) and after.startswith(suffix)
