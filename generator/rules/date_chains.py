"""Rules about dates that follow each other: what happened, who said it, and who wrote it down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim, Document
from generator.problems import Problem
from generator.records import Dated
from generator.rules.dating import every_dated, time_of
from generator.text.dates import Edtf

_HAPPENED, _SAID, _RELAYED = range(3)
_WRITTEN = 1_000
"""The order of what is in a chain; the first who passes a claim on comes before the second."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A time in the life of a claim: what it is, its first and last day, and who gives it."""

    order: int
    what: str
    date: Edtf
    location: tuple[str | int, ...]
    stated: bool

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        return _days(self.date)


def dates_can_all_hold(atlas: Atlas) -> Iterator[Problem]:
    """What happened, was said, was passed on and was written down followed in this order.

    For each claim: it happened no later than somebody said it, that no later than each who passed
    it on, and all that no later than its document was written. Dates that evidence gives are held
    to this as well. What is announced or predicted need only be said before it was written.
    """
    for claim in atlas.claims.values():
        chain = list(_chain(claim))
        for later in chain:
            for earlier in chain:
                if earlier.order >= later.order or _is_held_elsewhere(earlier, later):
                    continue
                start, end = earlier.days[0], later.days[1]
                if start > end:
                    message = (
                        f"{earlier.what} ({start} at the earliest) can't be later than "
                        f"{later.what} ({end} at the latest); correct one of the two"
                    )
                    place = claim.entry.place(*(earlier.location or later.location))
                    yield Problem(place, "date-chain", message)


def _is_held_elsewhere(earlier: _Step, later: _Step) -> bool:
    """Whether the rules of stated dates hold these two to each other."""
    if not (earlier.stated and later.stated):
        return False
    return later.order == _WRITTEN or (earlier.location, later.location) == (
        ("when",),
        ("said_on",),
    )


def _chain(claim: Claim) -> Iterator[_Step]:
    fact, dated = claim.fact, claim.fact.dated
    if not fact.is_ahead:
        yield from _of_what_happened(claim)
    if fact.said_on and fact.said_on.known:
        yield _Step(_SAID, "the date when it was said", fact.said_on, ("said_on",), True)
    elif dated and dated.said_on:
        yield _Step(_SAID, "the date when it was said", dated.said_on, ("dated",), False)
    links = len(fact.via)
    for index, (relay, speaker) in enumerate(zip(fact.via, claim.via, strict=True)):
        what = f"the date when {speaker.words} said it"
        order = _RELAYED + links - index  # the record has the nearest to the document first
        if relay.said_on and relay.said_on.known:
            yield _Step(order, what, relay.said_on, ("via", index, "said_on"), True)
        elif relay.dated and relay.dated.said_on:
            yield _Step(order, what, relay.dated.said_on, ("via", index, "dated"), False)
    for date in claim.document.record.dates:
        if date.date.known:
            yield _Step(_WRITTEN, "the date of the document", date.date, (), True)


def _of_what_happened(claim: Claim) -> Iterator[_Step]:
    """When it happened or held: the fact, its figures, and its relations from beginning to end."""
    fact, dated = claim.fact, claim.fact.dated
    if fact.when and fact.when.known:
        yield _Step(_HAPPENED, "the date of the event", fact.when, ("when",), True)
    elif dated and dated.when:
        yield _Step(_HAPPENED, "the date of the event", dated.when, ("dated",), False)
    for index, figure in enumerate(fact.figures):
        if figure.as_of and figure.as_of.known:
            location = ("figures", index, "as_of")
            yield _Step(_HAPPENED, "the date of the figure", figure.as_of, location, True)
    for index, tie in enumerate(fact.relations):
        for field, date in (("from", tie.from_), ("to", tie.to)):
            if date and date.known:
                location = ("relations", index, field)
                yield _Step(_HAPPENED, "the date of the relation", date, location, True)


def dates_meet_their_evidence(atlas: Atlas) -> Iterator[Problem]:
    """A date meets the time of the claims that it rests on, or comes after or before them.

    A document is no older than what it tells of.
    """
    for claim in atlas.claims.values():
        for location, dated in every_dated(claim):
            yield from _against_its_evidence(claim, location, dated, atlas)
    for document in atlas.documents.values():
        for index, date in enumerate(document.record.dates):
            for number, fact in enumerate(date.facts):
                told = time_of(atlas.claims[fact]) if fact in atlas.claims else None
                if told and _days(told)[0] > _days(date.date)[1]:
                    message = (
                        f"{date.date.text} is before {told.text}, the time of {fact}, of which this "
                        f"document tells; correct one of the dates, or remove {fact}"
                    )
                    place = document.entry.place("dates", index, "facts", number)
                    yield Problem(place, "date-chain", message)


_LISTED = {
    "facts": "of the same time",
    "after": "that this came after",
    "before": "that this came before",
}
"""What each list of facts under `dated` has."""


def _against_its_evidence(
    claim: Claim, location: tuple[str | int, ...], dated: Dated, atlas: Atlas
) -> Iterator[Problem]:
    date = dated.when or dated.said_on
    if date is None:
        return
    start, end = _days(date)
    for field in ("facts", "after", "before"):
        for number, fact in enumerate(getattr(dated, field)):
            known = fact in atlas.claims and fact != claim.id
            other = time_of(atlas.claims[fact]) if known else None
            if other is None:
                continue
            first, last = _days(other)
            too_late = field in ("facts", "before") and start > last
            too_early = field in ("facts", "after") and end < first
            if too_late or too_early:
                message = (
                    f"{date.text} is {'after' if too_late else 'before'} {other.text}, the time of "
                    f"{fact}; but `{field}` lists facts {_LISTED[field]}; correct one of the dates, or "
                    f"move {fact}"
                )
                yield Problem(claim.entry.place(*location, field, number), "date-chain", message)


def documents_are_written_before_they_are_published(atlas: Atlas) -> Iterator[Problem]:
    """The first day on which a document may be written is no later than its publication.

    And if its date is concluded, it begins no earlier than the latest of what the document tells:
    it can't be of a day before that.
    """
    for document in atlas.documents.values():
        given = {date.of: date.date for date in document.record.dates if date.date.known}
        written, published = given.get("written"), given.get("published")
        if written and published and _days(written)[0] > _days(published)[1]:
            message = (
                f"`written` ({written.text}) is later than `published` ({published.text}); "
                "correct one of the two"
            )
            yield Problem(document.entry.place("dates"), "date-order", message)
        yield from _begins_too_early(document, atlas)


def _begins_too_early(document: Document, atlas: Atlas) -> Iterator[Problem]:
    told = [
        (step.days[0], claim.id)
        for claim in atlas.drawn_from.get(document.ref, ())
        for step in _chain(claim)
        if step.order < _WRITTEN and (step.stated or _rests_on_more(claim, step))
    ]
    if not told:
        return
    day, fact = max(told)
    for index, date in enumerate(document.record.dates):
        first = date.date.earliest
        if date.of != "written" or date.as_stated or first is None or first >= day:
            continue
        if day > _days(date.date)[1]:
            continue  # the two can't hold together, and another rule says so
        message = (
            f"the document tells in {fact} of something from {day} or later, so it was not written "
            f"before {day}, but {date.date.text} allows that; begin its date with {day}, or correct "
            f"the date in {fact}"
        )
        yield Problem(document.entry.place("dates", index, "date"), "date-chain", message)


def _rests_on_more(claim: Claim, step: _Step) -> bool:
    """Whether a concluded date rests on other claims or on evidence, not on the document's date."""
    return any(
        location == step.location and (dated.rests_on or dated.evidence)
        for location, dated in every_dated(claim)
    )


def _days(date: Edtf) -> tuple[dt.date, dt.date]:
    return date.earliest or dt.date.min, date.latest or dt.date.max
