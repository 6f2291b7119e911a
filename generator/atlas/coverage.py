"""Coverage: how much of a document the records account for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.claims import Claim, Document
from generator.records import Skip
from generator.text.folding import fold_line
from generator.text.matching import REFERENCE_MARK
from generator.text.seed import Seed


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that no fact quotes and no skip lists; line and column (in code points) count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a document's letters and digits are quoted (`covered`), skipped, or in a gap.

    A character that is both quoted and skipped counts as quoted only.
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
    text = seed.text
    held = bytearray(len(text))
    for start, end in document.skipped:
        origin, limit = seed.folded.span(start, end)
        held[origin:limit] = b"s" * (limit - origin)
    for claim in claims:
        for sighting in claim.sightings:
            if sighting.place:
                place = sighting.place
                held[place.start : place.end] = b"q" * (place.end - place.start)
    marks = bytearray(len(text))
    if document.record.reference_marks:
        for match in REFERENCE_MARK.finditer(text):
            marks[match.start() : match.end()] = b"m" * len(match.group())
    counted = [i for i, character in enumerate(text) if character.isalnum() and not marks[i]]
    quoted = sum(held[i] == ord("q") for i in counted)
    skipped = sum(held[i] == ord("s") for i in counted)
    open_ = [i for i in counted if not held[i]]
    return Coverage(len(counted), quoted, skipped, _gaps(open_, seed))


def _gaps(open_: list[int], seed: Seed) -> tuple[Gap, ...]:
    """The gaps that open characters form."""
    stretches: list[list[int]] = []
    for index in open_:
        if stretches and not _divides(seed.text[stretches[-1][1] + 1 : index]):
            stretches[-1][1] = index
        else:
            stretches.append([index, index])
    gaps = []
    for start, end in stretches:
        line = seed.line_number(start)
        column = start - seed.text.rfind("\n", 0, start)
        gaps.append(Gap(seed.text[start : end + 1], line, column))
    return tuple(gaps)


def _divides(between: str) -> bool:
    """Whether the text between two open characters ends a gap: it has a letter or the end of a line."""
    return any(character.isalnum() or character == "\n" for character in between)


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
