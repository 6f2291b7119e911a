"""Rules about dates by evidence: what they rest on exists, and all of them can hold together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim, Document
from generator.problems import Place, Problem
from generator.rules.references import unknown
from generator.text.dates import Edtf

_AHEAD = ("announced", "predicted")
_OWN_EVIDENCE = (
    "a fact can't be evidence of its own date; name another fact, or remove this reference"
)


def evidence_of_dates_is_known(atlas: Atlas) -> Iterator[Problem]:
    """The claims that date a fact or a document exist, and something dates it.

    A fact whose `dated` names neither claims nor evidence rests on the date of its document, which
    then has some with a year.
    """
    for document in atlas.documents.values():
        for index, date in enumerate(document.record.dates):
            for number, fact in enumerate(date.facts):
                if fact not in atlas.claims:
                    place = document.entry.place("dates", index, "facts", number)
                    yield unknown(place, fact, atlas.claims)
    for claim in atlas.claims.values():
        dated = claim.fact.dated
        if dated is None:
            continue
        for field in ("facts", "after", "before"):
            for number, fact in enumerate(getattr(dated, field)):
                place = claim.entry.place("dated", field, number)
                if fact not in atlas.claims:
                    yield unknown(place, fact, atlas.claims)
                elif fact == claim.id:
                    yield Problem(place, "dating", _OWN_EVIDENCE)
        if not dated.rests_on and not dated.evidence and _written(claim.document) is None:
            message = (
                "nothing shows this date; name facts under `facts`, `after` or `before`, or texts "
                f"under `evidence`, or give {claim.source} a date in its source.yaml"
            )
            yield Problem(claim.entry.place("dated"), "dating", message)


def a_stated_date_is_not_concluded_again(atlas: Atlas) -> Iterator[Problem]:
    """`dated` gives no date that the fact itself has with a year, and keeps the days it has."""
    for claim in atlas.claims.values():
        dated = claim.fact.dated
        if dated is None:
            continue
        for field in ("when", "said_on"):
            own, concluded = getattr(claim.fact, field), getattr(dated, field)
            if own is None or concluded is None:
                continue
            place = claim.entry.place("dated", field)
            if own.known:
                message = (
                    f"this fact already has {field}: {own.text}; remove {field} from `dated`, "
                    "which is for dates that the document does not give"
                )
                yield Problem(place, "dating", message)
            elif not _agrees(own, concluded):
                message = (
                    f"{concluded.text} does not fit {own.text}, the fact's own {field}; "
                    "correct one of the two"
                )
                yield Problem(place, "dating", message)


def _agrees(own: Edtf, concluded: Edtf) -> bool:
    """Whether a date without a year can be the one that was concluded."""
    return all(
        point.month is None
        or any(
            end.month in (None, point.month) and (point.day is None or end.day in (None, point.day))
            for end in concluded.points
        )
        for point in own.points
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A time in the life of a claim: what it is, its first and last possible day."""

    what: str
    earliest: dt.date
    latest: dt.date


def dates_can_all_hold(atlas: Atlas) -> Iterator[Problem]:
    """What happened, was said, was passed on and was written down followed in this order.

    For each claim: it happened no later than somebody said it, that no later than each who passed
    it on, and all that no later than its document was written. Dates that evidence gives are held
    to this as well. What is announced or predicted need only be said before it was written.
    """
    for claim in atlas.claims.values():
        if claim.fact.dated is None and not any(relay.said_on for relay in claim.fact.via):
            continue  # the rules of stated dates hold these
        chain = list(_chain(claim))
        for number, step in enumerate(chain):
            for earlier in chain[:number]:
                if earlier.earliest > step.latest:
                    message = (
                        f"{earlier.what} ({earlier.earliest} at the earliest) can't be later than "
                        f"{step.what} ({step.latest} at the latest); correct one of the two"
                    )
                    yield Problem(_place(claim), "date-chain", message)
    for claim in atlas.claims.values():
        yield from _against_its_evidence(claim, atlas)


def _against_its_evidence(claim: Claim, atlas: Atlas) -> Iterator[Problem]:
    """A date meets the time of the claims that it rests on, or comes after or before them."""
    dated = claim.fact.dated
    if dated is None:
        return
    date = dated.when or dated.said_on
    if date is None:
        return
    start, end = _bounds(date)
    for field in ("facts", "after", "before"):
        for number, fact in enumerate(getattr(dated, field)):
            known = fact in atlas.claims and fact != claim.id
            other = _time_of(atlas.claims[fact]) if known else None
            if other is None:
                continue
            first, last = _bounds(other)
            too_late = field in ("facts", "before") and start > last
            too_early = field in ("facts", "after") and end < first
            if too_late or too_early:
                message = (
                    f"{date.text} is {'after' if too_late else 'before'} {other.text}, the time of "
                    f"{fact}, which is listed under `{field}`; correct one of the dates, or list "
                    f"{fact} elsewhere"
                )
                yield Problem(claim.entry.place("dated", field, number), "date-chain", message)


def _time_of(claim: Claim) -> Edtf | None:
    """When a claim happened, else when it was said."""
    said, dated = claim.fact.said_on, claim.fact.dated
    if happened := _happened(claim):
        return happened
    return said if said and said.known else dated.said_on if dated else None


def _chain(claim: Claim) -> Iterator[_Step]:
    fact, dated = claim.fact, claim.fact.dated
    when = _happened(claim)
    if when and fact.modality not in _AHEAD:
        yield _Step("the date of the event", *_bounds(when))
    said = fact.said_on if fact.said_on and fact.said_on.known else dated and dated.said_on
    if said:
        yield _Step("the date when it was said", *_bounds(said))
    for relay, speaker in reversed(tuple(zip(fact.via, claim.via, strict=True))):
        if relay.said_on and relay.said_on.known:
            yield _Step(f"the date when {speaker.words} said it", *_bounds(relay.said_on))
    if own := _written(claim.document):
        yield _Step("the date of the document", *_bounds(own))


def _happened(claim: Claim) -> Edtf | None:
    when, dated = claim.fact.when, claim.fact.dated
    return when if when and when.known else dated.when if dated else None


def _written(document: Document) -> Edtf | None:
    """When a document was written, where that is known with a year."""
    given = {date.of: date.date for date in document.record.dates if date.date.known}
    return given.get("written") or given.get("published")


def _bounds(date: Edtf) -> tuple[dt.date, dt.date]:
    return date.earliest or dt.date.min, date.latest or dt.date.max


def _place(claim: Claim) -> Place:
    field = "dated" if claim.fact.dated else "said_on" if claim.fact.said_on else "when"
    return claim.entry.place(field)
