"""The rule about the dates of one claim: what happened, who said it, and who wrote it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from generator.atlas.atlas import Atlas, Claim
from generator.problems import Problem
from generator.strict_yaml.nodes import Location
from generator.text.dates import Edtf
from generator.text.days import FIRST, LAST, Day

_HAPPENED, _SAID, _RELAYED = range(3)
WRITTEN, PUBLISHED = 1_000, 1_001
"""The order of what is in a chain; the first who passes a claim on comes before the second."""


@dataclass(frozen=True, slots=True)
class Step:
    """A time in the life of a claim: what it is, its date, and where the record gives that date.

    `stated` says that the document gives the date, and not evidence.
    """

    order: int
    what: str
    date: Edtf
    location: Location
    stated: bool

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day that it can be."""
        return days(self.date)


def days(date: Edtf) -> tuple[Day, Day]:
    """The first and the last day that a date can mean; the first or last of all if it is open."""
    return date.earliest or FIRST, date.latest or LAST


def dates_can_all_hold(atlas: Atlas) -> Iterator[Problem]:
    """A claim's dates are in order: what happened, who said it, who passed it on, the document.

    None of these dates is later than the next. Dates that evidence gives are checked as well. For
    what is announced or predicted, only the dates from the saying on are compared.
    """
    for claim in atlas.claims.values():
        for earlier, later in _nearest(_turned_round(list(chain(claim)))):
            if not _is_held_elsewhere(earlier, later):
                message = (
                    f"{earlier.what} ({earlier.days[0]} at the earliest) is later than "
                    f"{later.what} ({later.days[1]} at the latest); correct one of the two"
                )
                place = claim.entry.place(*(earlier.location or later.location))
                yield Problem(place, "date-chain", message)


def _turned_round(steps: list[Step]) -> list[tuple[Step, Step]]:
    """The pairs of steps in the wrong order: the first can't be as early as the second."""
    return [
        (earlier, later)
        for later, earlier in product(steps, repeat=2)
        if earlier.order < later.order and earlier.days[0] > later.days[1]
    ]


def _nearest(pairs: list[tuple[Step, Step]]) -> Iterator[tuple[Step, Step]]:
    """The pairs without another such pair between them, since the others may follow from one mistake."""
    orders = [(earlier.order, later.order) for earlier, later in pairs]
    for pair, (start, end) in zip(pairs, orders, strict=True):
        if not any(
            start <= first and last <= end and (first, last) != (start, end)
            for first, last in orders
        ):
            yield pair


def _is_held_elsewhere(earlier: Step, later: Step) -> bool:
    """Whether the rules about stated dates already compare these two."""
    if not (earlier.stated and later.stated):
        return False
    return later.order >= WRITTEN or (earlier.location, later.location) == (
        ("when",),
        ("said_on",),
    )


def chain(claim: Claim) -> Iterator[Step]:
    """Every time in the life of a claim, if it has a year, from what happened to the document."""
    fact, dated = claim.fact, claim.fact.dated
    if not fact.is_ahead:
        yield from _of_what_happened(claim)
    if fact.said_on and fact.said_on.known:
        yield Step(_SAID, "the date when it was said", fact.said_on, ("said_on",), True)
    elif dated and dated.said_on:
        yield Step(_SAID, "the date when it was said", dated.said_on, ("dated",), False)
    links = len(fact.via)
    for index, (relay, speaker) in enumerate(zip(fact.via, claim.via, strict=True)):
        what = f"the date when {speaker.words} passed it on"
        order = _RELAYED + links - index  # the record has the nearest to the document first
        if relay.said_on and relay.said_on.known:
            yield Step(order, what, relay.said_on, ("via", index, "said_on"), True)
        elif relay.dated and relay.dated.said_on:
            yield Step(order, what, relay.dated.said_on, ("via", index, "dated"), False)
    for date in claim.document.record.dates:
        if date.date.known:
            order = WRITTEN if date.of == "written" else PUBLISHED
            yield Step(order, "the date of the document", date.date, (), True)


def _of_what_happened(claim: Claim) -> Iterator[Step]:
    """When it happened or held: the fact, its figures, and its relations from beginning to end."""
    fact, dated = claim.fact, claim.fact.dated
    if fact.when and fact.when.known:
        yield Step(_HAPPENED, "the date of the event", fact.when, ("when",), True)
    elif dated and dated.when:
        yield Step(_HAPPENED, "the date of the event", dated.when, ("dated",), False)
    for index, figure in enumerate(fact.figures):
        if figure.as_of and figure.as_of.known:
            location = ("figures", index, "as_of")
            yield Step(_HAPPENED, "the date of the figure", figure.as_of, location, True)
    for index, tie in enumerate(fact.relations):
        for field, date in (("from", tie.from_), ("to", tie.to)):
            if date and date.known:
                location = ("relations", index, field)
                yield Step(_HAPPENED, "the date of the relation", date, location, True)
