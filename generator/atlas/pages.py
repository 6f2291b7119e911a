"""Pages: on which page of its document a passage is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from generator.atlas.headings import Headings
from generator.atlas.passages import SeedPlace
from generator.records.layout import PageStart
from generator.records.passages import PAGE
from generator.text.folding import fold_line
from generator.text.matching import occurrences
from generator.text.seed import Seed

Why = Literal["missing", "repeated", "out"]
"""Why the beginning of a page can't be found."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A page of a layout whose beginning can't be found: its index, why, and the page before ("" if none).

    Its first words are `missing` after the page before, or `repeated` there, or its offset is
    `out`: out of order, or outside the text.
    """

    index: int
    why: Why
    before: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages of a document begin, in order.

    `starts` are code points of the text, and `labels` the numbers of the pages.
    """

    starts: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()

    def holding(self, start: int, end: int) -> str:
        """The page that contains a range of code points, or the first and last of its pages.

        It is empty before the first page.
        """
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        if first < 0:
            return ""
        return "–".join(dict.fromkeys((self.labels[first], self.labels[last])))


def pages_of(given: Sequence[PageStart], seed: Seed) -> Pages:
    """The pages of a document, as far as it is certain where they begin."""
    starts: list[int] = []
    labels: list[str] = []
    unsettled: list[Unsettled] = []
    for index, one in enumerate(given):
        last = starts[-1] if starts else -1
        found = _starts(one, seed, last)
        if len(found) == 1 and last < found[0] < len(seed.text):
            starts += found
            labels.append(one.page)
        else:
            unsettled.append(Unsettled(index, _why(found), labels[-1] if labels else ""))
    return Pages(tuple(starts), tuple(labels), tuple(unsettled))


def _why(found: Sequence[int]) -> Why:
    if not found:
        return "missing"
    return "repeated" if found[1:] else "out"


def _starts(page: PageStart, seed: Seed, last: int) -> list[int]:
    """Where a page may begin, given that the page before begins at `last`: two places at most."""
    if page.begins is None:
        return [] if page.at is None else [page.at]
    folded = occurrences(fold_line(page.begins), seed.flat)
    return [*islice((at for at in map(seed.folded.original, folded) if at > last), 2)]


def locator(
    given: Mapping[str, str] | None, pages: Pages, headings: Headings, place: SeedPlace | None
) -> tuple[tuple[str, str], ...]:
    """Where a passage is in its document, by kind of place: as recorded, and the page if found.

    Without either, it is the chapter and section.
    """
    known = dict(given or {})
    page = pages.holding(place.start, place.end) if place else ""
    if page:
        known.setdefault(PAGE, page)
    if place and not known:
        return headings.above(place.start)
    return tuple(known.items())
