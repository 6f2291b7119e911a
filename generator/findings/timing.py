"""Timing: what time a claim is about, and how that is known.

A document often gives no date, or one without a year. What it gives stays as it is. What can be
concluded is shown beside it, in square brackets on a page, with its evidence:

- `stated`: the document gives the date;
- `dated`: other claims or outside evidence give it (`dated` in the record);
- `present`: the claim is about its own present, so the date is that of the telling;
- `by-document`: all that is known is that it was so by the time of the telling.

The telling is when the credited speaker said it. If that is not known, it is when the first in the
chain with a date passed it on; failing that, when the document was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.atlas.atlas import Answer, Claim
from generator.records import Choice, Figure, Relay
from generator.text import dates
from generator.text.dates import Edtf
from generator.text.days import FIRST, Day

Known = Literal["stated", "dated", "present", "by-document"]

MOMENTS = ("moment", "event")
"""The kinds of time that have a date; the others last, or have none."""


@dataclass(frozen=True, slots=True)
class Timing:
    """A date, and how it is known."""

    date: Edtf
    known: Known

    @property
    def concluded(self) -> bool:
        """Whether the date is a conclusion of ours, to be shown in square brackets."""
        return self.known != "stated"

    @property
    def by_its_document(self) -> bool:
        """Whether only the telling dates it: what the claim is about was then, or by then."""
        return self.known in ("present", "by-document")


@lru_cache(maxsize=2**16)
def happened(claim: Claim) -> Timing | None:
    """When what a claim says held or happened; None if nothing is known about that."""
    fact = claim.fact
    return _given(fact.when, fact.dated.when if fact.dated else None) or _as_told(claim)


def said(claim: Claim) -> Timing | None:
    """When the credited person said it; None if that is not known."""
    fact = claim.fact
    return _given(fact.said_on, fact.dated.said_on if fact.dated else None)


def _given(own: Edtf | None, found: Edtf | None) -> Timing | None:
    """The date that the document gives, if it has a year, or else the date that evidence gives."""
    if own is not None and own.known:
        return Timing(own, "stated")
    return Timing(found, "dated") if found else None


def told(claim: Claim) -> Edtf | None:
    """When a claim was told: by the first in its chain with a known date, else by its document."""
    if own := said(claim):
        return own.date
    passed_on = (_passed_on(relay) for relay in reversed(claim.fact.via))
    return next((date for date in passed_on if date and date.known), claim.document.written)


def dating_relay(answer: Answer) -> Relay | None:
    """Whoever passed an answer on, if nothing but the date of their doing so dates it."""
    timing, claim = answered(answer), answer.claim
    if timing is None or not _is_only_until(timing) or said(claim) is not None:
        return None
    for relay in reversed(claim.fact.via):
        if (date := _passed_on(relay)) and date.known:
            return relay if date.latest == timing.date.latest else None
    return None


def _passed_on(relay: Relay) -> Edtf | None:
    """When somebody passed a claim on, according to the document, or else to evidence."""
    return relay.dated.said_on if relay.dated else relay.said_on


def _as_told(claim: Claim) -> Timing | None:
    """The date that follows from when a claim was told."""
    date = told(claim)
    if date is None:
        return None
    if claim.fact.present:
        return Timing(date, "present")
    if date.latest is None or claim.fact.is_ahead:
        return None
    return Timing(dates.until(dates.coarse(date)), "by-document")


@lru_cache(maxsize=2**16)  # a page asks for the times of its answers again and again
def answered(answer: Answer) -> Timing | None:
    """The date that an answer is about: its figure's, its fact's, or when it was said.

    What a speaker says without a date is taken to hold when it was said. A fact's own date, or one
    that evidence gives, comes first.
    """
    if own := _own_date(answer):
        return own
    return said(answer.claim) if is_dated_by_saying(answer) else happened(answer.claim)


@lru_cache(maxsize=2**16)
def is_dated_by_saying(answer: Answer) -> bool:
    """Whether the date of an answer is when it was said, because the document gives no other.

    A date without a year ("in March") counts as another date.
    """
    figure = answer.given if isinstance(answer.given, Figure) else None
    undated = answer.claim.fact.when is None and (figure is None or figure.as_of is None)
    return undated and _own_date(answer) is None and said(answer.claim) is not None


def _own_date(answer: Answer) -> Timing | None:
    """The date of a figure or of its fact, from the document or from evidence; None without a year."""
    if isinstance(answer.given, Figure) and answer.given.as_of and answer.given.as_of.known:
        return Timing(answer.given.as_of, "stated")
    when = happened(answer.claim)
    return when if when and when.known in ("stated", "dated") else None


Span = tuple[Day, Day]
"""The first and the last day of a time."""


def span(answer: Answer, kind: str) -> Span | None:
    """The days that an answer is about; None if its year is not known.

    `kind` is the kind of time of the answer's sense. A moment or an event "by X" is X if the
    document says so. If we conclude it, it may be any day up to then, as may anything that somebody
    reports afterwards. What is counted so far has no start, unless the document says since when.
    The first of two amounts between which a number changed held before the change.
    """
    timing = answered(answer)
    if timing is None:
        return None
    date = timing.date
    if kind in MOMENTS and is_first_of_a_change(answer):
        return (FIRST, date.latest) if date.latest else None
    if _is_only_until(timing) or is_of_the_past(answer):
        return (FIRST, date.latest) if date.latest else None
    if kind == "so_far" and not (date.kind == "throughout" and date.earliest):
        return (FIRST, date.latest) if date.latest else None
    first, last = date.earliest, date.latest
    if kind in MOMENTS and first is None and date.last:
        first = date.last.earliest
    elif first is None and date.kind == "within":
        first = FIRST
    if first and last is None:
        own = answer.claim.document.written
        last = own.latest if own else None
    return (first, last) if first and last else None


def _is_only_until(timing: Timing) -> bool:
    """Whether we conclude no more of a time than that it ended by a day."""
    date = timing.date
    return timing.concluded and date.kind == "within" and date.first is None


def is_of_the_past(answer: Answer) -> bool:
    """Whether a choice was told afterwards, and only the day of the telling is known.

    An amount holds when it is told. So does whatever is announced, or told of the present.
    """
    fact, when = answer.claim.fact, happened(answer.claim)
    return (
        isinstance(answer.given, Choice)
        and not fact.is_ahead
        and when is not None
        and when.known == "by-document"
    )


def is_after(one: Claim, other: Claim) -> bool:
    """Whether evidence shows that what one claim is about came after what the other is about."""
    after = one.fact.dated.after if one.fact.dated else ()
    before = other.fact.dated.before if other.fact.dated else ()
    return other.id in after or one.id in before


def is_first_of_a_change(answer: Answer) -> bool:
    """Whether a fact gives another amount after this one: "reduced from 7,000 to 700".

    An amount with a date of its own ("7,000 in May") held then.
    """
    given, figures = answer.given, answer.claim.fact.figures
    if not isinstance(given, Figure) or (given.as_of and given.as_of.known):
        return False
    return any(_same_count(given, other) for other in figures[answer.index + 1 :])


def is_change(a: Answer, b: Answer) -> bool:
    """Whether two amounts of one fact are those before and after a change."""
    return (
        a.claim.id == b.claim.id
        and isinstance(a.given, Figure)
        and isinstance(b.given, Figure)
        and _same_count(a.given, b.given)
    )


def is_one_change(answers: tuple[Answer, ...]) -> bool:
    """Whether these are two amounts of one claim, the first of which held before the second."""
    return len(answers) == 2 and is_change(*answers) and any(map(is_first_of_a_change, answers))


def _same_count(one: Figure, other: Figure) -> bool:
    return _counted(one) == _counted(other)


def _counted(figure: Figure) -> tuple[object, ...]:
    """What a figure counts, and in what sense."""
    facets = figure.answers, figure.population, figure.basis
    return *facets, figure.unit, figure.currency, figure.per
