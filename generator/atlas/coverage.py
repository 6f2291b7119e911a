"""Coverage: how much of a document the records account for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.atlas.claims import Claim, Document
from generator.records import Skip
from generator.text.folding import fold_line
from generator.text.matching import REFERENCE_MARK
from generator.text.seed import Seed

MOST_GAPS = 100_000
"""Of one document; a hostile text of single letters would have millions."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that no fact quotes and no skip lists; line and column (in code points) count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a document's letters and digits are quoted (`covered`), skipped, or in a gap.

    A character that is both quoted and skipped counts as quoted only. `gaps` are the first ones, in
    order, at most `MOST_GAPS`.
    """

    characters: int
    covered: int
    skipped: int
    gaps: tuple[Gap, ...]


def cover(document: Document, claims: Iterable[Claim]) -> Coverage:
    """The coverage of a document, given the claims that come from it.

    Reference marks such as `[43]` do not count if the source says that it has them.
    """
    seed = document.seed
    if seed is None:
        return Coverage(0, 0, 0, ())
    told = bytearray(map(str.isalnum, seed.text))  # 1 is a letter or digit that is open
    for match in re.finditer("\n", seed.text):
        told[match.start()] = _END_OF_LINE
    if document.record.reference_marks:
        for match in REFERENCE_MARK.finditer(seed.text):
            _tell(told, match.span(), _AS_MARKED)
    characters = told.count(_OPEN)
    for start, end in document.skipped:
        _tell(told, seed.folded.span(start, end), _AS_SKIPPED)
    for claim in claims:
        for place in (sighting.place for sighting in claim.sightings):
            if place:
                _tell(told, (place.start, place.end), _AS_QUOTED)
    gaps = tuple(islice(_gaps(told, seed), MOST_GAPS))
    return Coverage(characters, told.count(_QUOTED), told.count(_SKIPPED), gaps)


_OPEN, _SKIPPED, _QUOTED, _MARKED, _END_OF_LINE = 1, 2, 3, 4, 5
"""What is told of a character, by a byte: a letter, a digit or the end of a line; 0 of any other."""

_AS_SKIPPED = bytes.maketrans(bytes([_OPEN]), bytes([_SKIPPED]))
_AS_QUOTED = bytes.maketrans(bytes([_OPEN, _SKIPPED]), bytes([_QUOTED, _QUOTED]))
_AS_MARKED = bytes.maketrans(bytes([_OPEN]), bytes([_MARKED]))

_GAP = re.compile(rb"\x01[\x00\x01]*")
"""Open letters and digits, and what is neither between them and after them."""


def _tell(told: bytearray, span: tuple[int, int], change: bytes) -> None:
    start, end = span
    told[start:end] = told[start:end].translate(change)


def _gaps(told: bytearray, seed: Seed) -> Iterator[Gap]:
    """The gaps that open characters form; any other letter or digit, or the end of a line, ends one."""
    for match in _GAP.finditer(told):
        start, end = match.start(), match.start() + len(match.group().rstrip(b"\0"))
        line, column = seed.place(start)
        yield Gap(seed.text[start:end], line, column)


def skipped_by(skip: Skip, seed: Seed | None) -> list[tuple[int, int]]:
    """The ranges of a document that an entry of `skipped.yaml` lists, as folded indices."""
    if seed is None:
        return []
    if skip.pattern is not None:
        found = re.finditer(skip.pattern, seed.folded.text)
        return [match.span() for match in found if match.group()]
    exact = fold_line(skip.exact or "")
    text, length = seed.folded.text, len(exact)
    starts = seed.occurrences(exact)
    return [(start, start + length) for start in starts if text.startswith(exact, start)]
