"""Moments: facts as lines of the timeline, and the filters that select them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.atlas.atlas import Claim
from generator.findings.periods import has_begun
from generator.findings.placing import placed
from generator.markup.claims import claim_line
from generator.markup.escaping import Html, escape, filled
from generator.markup.inline import counted
from generator.markup.paths import fact_page
from generator.markup.views import ClaimLine
from generator.markup.writer import Desk
from generator.pictures.times.marks import sign, unsure
from generator.records.references import ENTITY_KINDS, slug_of
from generator.text.dates import Edtf

HOW_DATED = "dates"
"""The filter by how a date is known: as the document states it, or as we conclude it."""

FILTERED_KINDS: tuple[str, ...] = (*ENTITY_KINDS, "sources", HOW_DATED)
"""What facts are selected by, in the order of the filters."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A fact on the timeline.

    `signs` are the classes of its mark. `first` and `last` are the first and last day that its date
    can mean, in ISO 8601, and None if that is open or has no year. `of` has the indexes of the
    options that select it, separated by spaces.
    """

    line: ClaimLine
    signs: str
    first: str | None
    last: str | None
    of: str


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a filter: its name in the address, and its words for readers."""

    value: str
    words: Html


@dataclass(frozen=True, slots=True)
class Select:
    """A list with one option to choose; `anything` is its entry for no choice."""

    key: str
    label: str
    anything: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class PeriodEnd:
    """A date for readers to type, from which or until which facts are shown."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a page; options are numbered through all lists, from 0.

    `period` has both ends, and is empty on a page without dates.
    """

    selects: tuple[Select, ...]
    period: tuple[PeriodEnd, ...]
    every: Html


def filters(
    desk: Desk, claims: Sequence[Claim], *, kinds: Sequence[str] = FILTERED_KINDS, period: bool
) -> tuple[Filters, dict[str, int]]:
    """The filters for a page of facts, and the index of each reference that can be chosen."""
    words = desk.wording.timeline.filters
    counts = Counter(ref for claim in claims for ref in _found_by(claim))
    names = {ref: _name(desk, ref) for ref in counts}
    selects, indexes = [], dict[str, int]()
    for kind, choice in words.choose.items():
        if kind not in kinds:
            continue
        refs = [ref for ref in counts if ref.partition("/")[0] == kind]
        refs.sort(key=lambda ref: (names[ref], ref))
        indexes |= {ref: len(indexes) + index for index, ref in enumerate(refs)}
        options = tuple(
            Option(slug_of(ref), filled(words.option, name=names[ref], count=counts[ref]))
            for ref in refs
        )
        if options:
            selects.append(Select(kind, choice.label, choice.any, options))
    every = filled(words.every, facts=counted(len(claims), desk.wording.counts.facts))
    ends = (PeriodEnd("from", words.first), PeriodEnd("to", words.last)) if period else ()
    return Filters(tuple(selects), ends, every), indexes


def moments(desk: Desk, claims: Iterable[Claim], indexes: dict[str, int]) -> tuple[Moment, ...]:
    """Facts as lines of the timeline, in the order given."""
    return tuple(_moment(desk, claim, indexes) for claim in claims)


def _name(desk: Desk, ref: str) -> str:
    kind, _, slug = ref.partition("/")
    return desk.wording.timeline.filters.known[slug] if kind == HOW_DATED else desk.atlas.name(ref)


def _found_by(claim: Claim) -> tuple[str, ...]:
    """The references that select a claim: everything it mentions, its document, and how it is dated."""
    place = placed(claim)
    known = "concluded" if place and place.timing.concluded else "stated"
    return (*claim.mentions, claim.source, f"{HOW_DATED}/{known}")


def _moment(desk: Desk, claim: Claim, indexes: dict[str, int]) -> Moment:
    page = fact_page(claim.id)
    line = claim_line(desk, claim, 0)
    line = replace(
        line,
        citation=desk.elsewhere(claim),  # it leads to the place of the words, too
        party=desk.party(claim, page),
        quotations=tuple(replace(one, place=Html("")) for one in line.quotations),
    )
    found = sorted(indexes[ref] for ref in _found_by(claim) if ref in indexes)
    of = " ".join(str(index) for index in found)
    date = date_of(claim)
    if date is None:
        return Moment(replace(line, when=_without_date(desk, claim)), "", None, None, of)
    first, last = (str(day) if day and date.known else None for day in (date.earliest, date.latest))
    return Moment(line, " ".join(signs_of(claim)), first, last, of)


def date_of(claim: Claim) -> Edtf | None:
    """The date under which the timeline lists a claim; None if only its document dates it."""
    place = placed(claim)
    if place is None:
        return claim.fact.when
    return None if place.timing.by_its_document else place.timing.date


def is_drawn_open(claim: Claim) -> bool:
    """Whether the mark of a claim has no end, because only the date of its document would give one.

    Many marks as long as all those years would hide the others.
    """
    place = placed(claim)
    return place is not None and has_begun(place.timing, claim)


def signs_of(claim: Claim) -> tuple[str, ...]:
    """What the mark of a date shows: its kind, and whether it is unsure or concluded."""
    date = date_of(claim)
    if date is None:
        return ()
    place = placed(claim)
    qualities = {"unsure": unsure(date), "concluded": bool(place and place.timing.concluded)}
    return (sign(date), *(name for name, is_so in qualities.items() if is_so))


def _without_date(desk: Desk, claim: Claim) -> Html:
    """What is shown instead of a date: the document's words for it, or the line of the quote."""
    stated = claim.fact.when_as_stated
    if stated:
        return escape(f"“{stated}”")
    return filled(desk.wording.source.line, line=claim.quotes[0].places[0].line)
