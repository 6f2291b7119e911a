"""Moments: facts as lines of the timeline, and the filters that select them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.atlas.atlas import Claim
from generator.markup.claims import claim_line
from generator.markup.escaping import Html, filled, tag
from generator.markup.inline import badge, counted
from generator.markup.paths import fact_page
from generator.markup.views import ClaimLine
from generator.markup.writer import Desk
from generator.pictures.times.marks import sign, unsure
from generator.records.references import ENTITY_KINDS, RecordKind, kind_of, slug_of

FILTERED_KINDS: tuple[RecordKind, ...] = (*ENTITY_KINDS, "sources")
"""The kinds of things by which facts are selected, in the order of the filters."""


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
    """The filters of a page; options are counted from the first of the first list to the last.

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
    selects, indexes = [], dict[str, int]()
    for kind, choice in words.choose.items():
        if kind not in kinds:
            continue
        refs = [ref for ref in counts if kind_of(ref) == kind]
        refs.sort(key=lambda ref: (desk.atlas.name(ref), ref))
        indexes |= {ref: len(indexes) + index for index, ref in enumerate(refs)}
        options = tuple(
            Option(
                slug_of(ref),
                filled(words.option, name=desk.atlas.name(ref), count=counts[ref]),
            )
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


def _found_by(claim: Claim) -> tuple[str, ...]:
    return (*claim.mentions, claim.source)


def _moment(desk: Desk, claim: Claim, indexes: dict[str, int]) -> Moment:
    page, when = fact_page(claim.id), claim.fact.when
    line = replace(
        claim_line(desk, claim, 0), citation=_evidence(desk, claim), party=desk.party(claim, page)
    )
    found = sorted(indexes[ref] for ref in _found_by(claim) if ref in indexes)
    of = " ".join(str(index) for index in found)
    if when is None:
        stated = desk.wording.source.line
        if not claim.fact.when_as_stated:
            line = replace(line, when=filled(stated, line=claim.quotes[0].places[0].line))
        return Moment(line, "", None, None, of)
    signs = " ".join((sign(when), "unsure")) if unsure(when) else sign(when)
    first, last = (
        day.isoformat() if day and when.known else None for day in (when.earliest, when.latest)
    )
    return Moment(line, signs, first, last, of)


def _evidence(desk: Desk, claim: Claim) -> Html:
    """The marker of the document, which leads to the fact's own page and its exact words."""
    record = claim.document.record
    label = filled(desk.wording.timeline.evidence, letter=record.letter, document=record.short)
    address = desk.address(fact_page(claim.id))
    return tag("a", badge(record.letter), class_="cite", href=address, aria_label=label)
