"""Pages: on which page of its document a passage is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.atlas.passages import SeedPlace
from generator.records.passages import PAGE
from generator.records.sources import PageBeginning
from generator.text.folding import fold_line
from generator.text.matching import occurrences
from generator.text.seed import Seed


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages of a document begin, in order.

    `starts` are code points of the text, and `labels` the numbers of the pages. `unsettled` has the pages in
    the record whose first words the text does not have exactly once after the page before: their
    index, whether the text has the words at all, and the page before ("" for none).
    """

    starts: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    unsettled: tuple[tuple[int, bool, str], ...] = ()

    def holding(self, start: int, end: int) -> str:
        """The page that contains a range of code points, or the first and last of its pages.

        It is empty before the first page.
        """
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        if first < 0:
            return ""
        return "–".join(dict.fromkeys((self.labels[first], self.labels[last])))


def pages_of(given: Sequence[PageBeginning], seed: Seed) -> Pages:
    """The pages of a document, as far as their first words are found."""
    starts: list[int] = []
    labels: list[str] = []
    unsettled = []
    after = 0
    for index, one in enumerate(given):
        found = list(islice(occurrences(fold_line(one.begins), seed.flat, after), 2))
        if len(found) == 1:
            starts.append(seed.folded.original(found[0]))
            labels.append(one.page)
            after = found[0] + 1
        else:
            unsettled.append((index, bool(found), labels[-1] if labels else ""))
    return Pages(tuple(starts), tuple(labels), tuple(unsettled))


def locator(
    given: Mapping[str, str] | None, pages: Pages, place: SeedPlace | None
) -> tuple[tuple[str, str], ...]:
    """Where a passage is in its document, by kind of place: as recorded, and the page if found."""
    known = dict(given or {})
    page = pages.holding(place.start, place.end) if place else ""
    if page:
        known.setdefault(PAGE, page)
    return tuple(known.items())
