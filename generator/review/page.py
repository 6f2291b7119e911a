"""The review page: a document's text, line by line, beside the facts recorded from it.

The page is for people who work on the records. The site does not include it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

from generator.atlas.atlas import Atlas, Claim, Claimant, Document
from generator.atlas.coverage import Coverage
from generator.atlas.passages import Sighting

FOLDER = "build/review"
TO_ROOT = "../../"
"""From `FOLDER` to the project folder."""

State = Literal["quoted", "skipped", "gap", "plain"]
Positions = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line in one state; `facts` lists the facts that quote it."""

    text: str
    state: State
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact beside the text: its statement, its speaker, and the place of its record.

    `missing` lists its passages that are not in the document exactly once.
    """

    id: str
    statement: str
    says: str
    where: str
    href: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the document, with the facts whose first quotation begins in it.

    `pages` are the numbers of the document's pages that begin in it, and `heading` says that it is
    one.
    """

    number: int
    pages: tuple[str, ...]
    heading: bool
    stretches: tuple[Stretch, ...]
    facts: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One document; `unplaced` lists facts whose first quotation is not in it exactly once."""

    template: ClassVar[str] = "review.html.j2"
    path: str
    title: str
    ref: str
    seed: str
    share: str
    coverage: Coverage
    unplaced: tuple[Recorded, ...]
    lines: tuple[TextLine, ...]


def review_page(ref: str, atlas: Atlas) -> ReviewPage:
    """The view of one document."""
    document = atlas.documents[ref]
    claims = atlas.drawn_from.get(ref, ())
    coverage = atlas.coverage[ref]
    held = coverage.covered + coverage.skipped
    share = f"{100 * held / (coverage.characters or 1):.1f}%"
    return ReviewPage(
        f"{FOLDER}/{ref.removeprefix('sources/')}.html",
        document.record.title,
        ref,
        document.record.seed,
        share,
        coverage,
        tuple(_recorded(claim) for claim in claims if claim.quotes[0].place is None),
        tuple(_lines(document, claims, coverage)),
    )


def _lines(document: Document, claims: tuple[Claim, ...], coverage: Coverage) -> Iterator[TextLine]:
    seed = document.seed
    if seed is None:
        return
    quoted = [(span, claim.id) for claim in claims for span in _spans(claim.sightings)]
    skipped = [seed.folded.span(*stretch) for stretch in document.skipped]
    pages = [*zip(document.pages.starts, document.pages.labels, strict=True)]
    layout = document.layout.record.headings if document.layout else ()
    headings = {one.at for one in layout}
    start = 0
    for number, text in enumerate(seed.text.split("\n"), start=1):
        end = start + len(text)
        columns = [(one.column - 1, len(one.text)) for one in coverage.gaps if one.line == number]
        gaps = [(start + column, start + column + length) for column, length in columns]
        begun = (claim for claim in claims if _begins_in(claim, start, end))
        stretches = tuple(
            Stretch(seed.text[a:b], *_held((a, b), quoted, skipped, gaps))
            for a, b in _cut((start, end), [*(span for span, _ in quoted), *skipped, *gaps])
        )
        yield TextLine(
            number,
            tuple(label for at, label in pages if start <= at <= end),
            start in headings,
            stretches,
            tuple(_recorded(claim) for claim in begun),
        )
        start = end + 1


def _spans(sightings: Iterable[Sighting]) -> Iterator[Positions]:
    for sighting in sightings:
        if sighting.place:
            yield sighting.place.start, sighting.place.end


def _begins_in(claim: Claim, start: int, end: int) -> bool:
    place = claim.quotes[0].place
    return place is not None and start <= place.start < end


def _cut(line: Positions, spans: Iterable[Positions]) -> Iterator[Positions]:
    """The line in pieces, cut wherever one of the spans begins or ends."""
    start, end = line
    edges = {edge for span in spans for edge in span if start < edge < end}
    if start < end:
        at = sorted({start, end, *edges})
        yield from pairwise(at)


def _held(
    piece: Positions,
    quoted: list[tuple[Positions, str]],
    skipped: list[Positions],
    gaps: list[Positions],
) -> tuple[State, tuple[str, ...]]:
    """The state of a piece, and the facts that quote it; quoted wins over skipped."""

    def within(span: Positions) -> bool:
        return span[0] <= piece[0] and piece[1] <= span[1]

    facts = tuple(dict.fromkeys(fact for span, fact in quoted if within(span)))
    if facts:
        return "quoted", facts
    if any(within(span) for span in skipped):
        return "skipped", ()
    return ("gap" if any(within(span) for span in gaps) else "plain"), ()


def _recorded(claim: Claim) -> Recorded:
    place = claim.entry.place()
    missing = tuple(one.passage.exact for one in claim.sightings if one.place is None)
    where = f"{place.path}:{place.line}"
    return Recorded(claim.id, claim.words, _says(claim), where, TO_ROOT + place.path, missing)


def _says(claim: Claim) -> str:
    """The speaker, and those through whom the claim came, the furthest from the document first."""
    who = " and ".join(_name(one) for one in claim.claimants)
    chain = [_name(one) for one in reversed(claim.via)]
    credit = f" (“{claim.credit.passage.exact}”)" if claim.credit else ""
    return " → ".join((who, *chain)) + credit


def _name(claimant: Claimant) -> str:
    return "the document itself" if claimant.kind == "self" else claimant.words
