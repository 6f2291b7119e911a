"""Passages: where a document has the words that a record quotes.

This implements rules 1 to 4 of the quote contract: a passage is verbatim after folding, begins and
ends between words, stays inside one paragraph, and is in the document once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product

from generator.records.passages import Exact
from generator.text.folding import fold_line
from generator.text.matching import is_boundary
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
    """A passage and the places where it occurs in its document; there should be exactly one.

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
    whole: list[SeedPlace] = []
    cut: list[SeedPlace] = []
    for start, end in _occurrences(passage, seed):
        clean = is_boundary(seed.flat, start, scales, ends) and is_boundary(
            seed.flat, end, scales, ends
        )
        (whole if clean else cut).append(_place(seed, start, end))
    return Sighting(passage, tuple(whole), tuple(cut))


def _occurrences(passage: Exact, seed: Seed) -> Iterator[tuple[int, int]]:
    """The folded ranges of a passage, inside one paragraph, between its prefix and its suffix.

    There may be a space between them. All three are searched for as one text, since a passage that
    needs a prefix occurs often.
    """
    exact = fold_line(passage.exact)
    prefix, suffix = fold_line(passage.prefix or ""), fold_line(passage.suffix or "")
    befores = {prefix, f"{prefix} "} if prefix else {""}
    afters = {suffix, f" {suffix}"} if suffix else {""}
    starts = {
        start + len(before)
        for before, after in product(befores, afters)
        for start in seed.occurrences(f"{before}{exact}{after}")
    }
    for start in sorted(starts):
        if seed.folded.text.startswith(exact, start):
            yield start, start + len(exact)


def _place(seed: Seed, start: int, end: int) -> SeedPlace:
    """The place of a range of folded indices."""
    origin = seed.folded.span(start, end)
    return SeedPlace((start, end), *origin, seed.line_number(origin[0]))
