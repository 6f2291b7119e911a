"""Periods in words: the times that several answers are about, short enough for a lead.

In a lead a time follows an answer as part of its sentence: "They left in 1903".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.atlas.atlas import Answer
from generator.atlas.keeping.noting import remembered
from generator.findings.periods import (
    AnswerPeriod,
    has_begun,
    is_loose,
    is_named_in,
    is_said,
    periods,
    whole_period,
)
from generator.findings.timing import Timing
from generator.markup.escaping import Html, escape, filled, text_of
from generator.markup.inline import listed
from generator.markup.when import as_said, in_both
from generator.markup.writer import Desk
from generator.text.date_words import with_year
from generator.text.date_words import words as in_words
from generator.text.dates import Edtf, Point, coarse, month_of, parse
from generator.text.days import Day
from generator.text.matching import REFERENCE_MARK

YEAR = re.compile(r"\d{4}")


def times(answers: Iterable[Answer], desk: Desk, *, led: bool = False) -> str:
    """The times of some answers; those outside the first period are shown as other claims' times.

    A missing date is mentioned only if no answer has one. `led` says that the times are for a lead.
    """
    return _times(tuple(answers), desk.beside(), led=led)


@remembered(2**13)  # a lead is told more and more briefly until it is short
def _times(answers: tuple[Answer, ...], desk: Desk, *, led: bool) -> str:
    found = [(one, time(one, desk, led=led)) for one in periods(answers)]
    (first, told), *others = [
        (one, said) for one, said in found if said != desk.wording.claim.no_date
    ] or found
    claims = _claims(first)
    for one, last in others:
        more, words = _claims(one) - claims, desk.wording.question
        both = filled(words.times_and, first=told, last=last) if more else _and(told, last, desk)
        told, claims = text_of(both), claims | more
    return told


def whole_time(answers: Iterable[Answer], desk: Desk) -> str:
    """The time from the first to the last of some answers, for a lead; and whether it was said then."""
    given, words = tuple(answers), desk.wording.question
    period = whole_period(given)
    if period.said or not any(map(is_said, given)):
        return time(period, desk, led=True)
    return text_of(filled(words.said_in_part, date=time(period, desk, led=True)))


def _and(first: str, last: str, desk: Desk) -> Html:
    return listed([escape(first), escape(last)], desk.wording)


def _claims(period: AnswerPeriod) -> set[str]:
    return {one.claim.id for one in period.answers}


def time(period: AnswerPeriod, desk: Desk, *, led: bool = False) -> str:
    """One period, from its first to its last time, with the document's own words for it.

    The date of a document is not shown as the date of what it tells. The document's words are enough
    if they give a year and say more than the year.
    """
    stated, said_as = _without_marks(period), desk.wording.question.said_as
    saying = text_of(filled(said_as, words=period.saying)) if period.saying else ""
    told = ", ".join(filter(None, (f"“{stated}”" if stated else "", saying)))
    if period.undated or period.first is None or period.last is None:
        return told or text_of(escape(desk.wording.claim.no_date))
    if stated and is_named_in(period.first, stated):
        return told
    present = period.first == period.last and period.first.known == "present" and not period.said
    date = _date(period, period.first, period.last, desk)
    if stated and _is_year_in(period, stated) and stated.casefold() != date.casefold():
        return told
    if led and not present:
        date = _led(date, period, period.first, period.last, desk)
    if period.said:
        exact = _exact(period.first, period.last, desk)
        date = in_both(date, period.saying)
        words = desk.wording.question.said
        date = text_of(filled(words, date=date)) if led else as_said(date, exact, desk.atlas.config)
        return f"“{stated}”, {date}" if stated else date
    if present:
        date = text_of(filled(desk.wording.question.as_of, date=date))
    return in_both(date, stated)


def time_at_latest(period: AnswerPeriod, desk: Desk) -> str:
    """One period; if only its document dates it, also the latest time that this leaves: "[by 1903]"."""
    told, first = time(period, desk), period.first
    if not period.undated or first is None:
        return told
    date, none = desk.timing(first), desk.wording.claim.no_date
    if told != none:
        return f"{told} {date}"
    return as_said(date, coarse(first.date), desk.atlas.config) if period.said else date


def _is_year_in(period: AnswerPeriod, words: str) -> bool:
    """Whether the only date is a year, which the document's words for it have."""
    date = period.first.date if period.first and period.first == period.last else None
    if date is None or period.said or (period.first and period.first.concluded):
        return False
    years = [str(one.year) for one in date.points if one.month is None and one.year is not None]
    told = set(YEAR.findall(words))
    return 0 < len(years) == len(date.points) and set(years) <= told


def _led(date: str, period: AnswerPeriod, first: Timing, last: Timing, desk: Desk) -> str:
    """A date that follows an answer: "in 1903", "on 7 May 1903", "in [May–June 1903]".

    What we infer to be within more than a year, up to its own document, was then "or later".
    """
    words, exact = desk.wording.question, _exact(first, last, desk)
    ended = exact.first is not None and exact.last is not None
    inside = ended and first == last and first.concluded and exact.kind == "within"
    if inside:
        date = _in_short(period, first, desk) or date
        if is_loose(first):
            return date
    pair = period.is_pair and all(one.date.kind == "on" for one in (first, last))
    ends = [one for one in exact.points if pair or inside or exact.kind == "on"]
    if not ends or any(one.approximate for one in ends):
        return date
    dayless = [one.day is None or inside for one in ends]
    if all(dayless):
        return text_of(filled(words.was_in, date=date))
    return text_of(filled(words.was_on, date=date)) if not any(dayless) else date


def _in_short(period: AnswerPeriod, timing: Timing, desk: Desk) -> str:
    """What is inferred to be between two dates, in fewer words; "" if these would say too little."""
    config, shown = desk.atlas.config, _shown(timing)
    start = _at(timing, shown.first, shown.earliest).date.text
    end = _at(timing, shown.last, shown.latest).date.text
    if start == end:
        return ""
    if not is_loose(timing):
        dates = replace(config.dates, between="{first}\n{last}")
        said, *other = in_words(parse(f"[{start}..{end}]"), dates).split("\n")
        words = desk.wording.question.in_short
        return f"[{text_of(filled(words, first=said, last=other[0])) if other else said}]"
    if all(has_begun(timing, one.claim) for one in period.answers):
        return f"[{in_words(parse(f'[{start}..]'), config.dates)}]"
    return ""


def _without_marks(period: AnswerPeriod) -> str | None:
    """The document's words for the time, without its reference marks ("2011[43]")."""
    marked = period.answers[0].claim.document.record.reference_marks
    return REFERENCE_MARK.sub("", period.words) if marked and period.words else period.words


def _date(period: AnswerPeriod, first: Timing, last: Timing, desk: Desk) -> str:
    if first == last:
        words = desk.atlas.config.dates
        supplied = with_year(period.stated, first.date, words) if period.stated else None
        return supplied or _alone(first, desk)
    if period.is_pair:
        return _and(_alone(first, desk), _alone(last, desk), desk)
    start, end = desk.timing(_start_of(first)), desk.timing(_end_of(last))
    if start == end:
        return start
    return text_of(filled(desk.wording.claim.span, first=start, last=end))


def _exact(first: Timing, last: Timing, desk: Desk) -> Edtf:
    """The date to show, from the first time to the last: one point if both look the same."""
    start, end = _start_of(first), _end_of(last)
    if first == last or desk.timing(start) == desk.timing(end):
        return start.date if desk.timing(start) == desk.timing(end) else first.date
    return Edtf("", "throughout", start.date.first, end.date.last)


def _alone(timing: Timing, desk: Desk) -> str:
    """One time; a span as its two ends, in months if it is a conclusion."""
    date = _shown(timing)
    if date.kind == "on" or date.stated or not date.earliest or not date.latest:
        return desk.timing(timing)
    start = _at(timing, date.first, date.earliest)
    end = _at(timing, date.last, date.latest)
    first, last = desk.date(start.date), desk.date(end.date)
    if first == last:
        return desk.timing(start)
    if date.kind == "within":
        return desk.timing(Timing(parse(f"[{start.date.text}..{end.date.text}]"), timing.known))
    said = text_of(filled(desk.wording.claim.span, first=first, last=last))
    return f"[{said}]" if timing.concluded else said


def _start_of(timing: Timing) -> Timing:
    """The beginning of a time; the whole time if it has no beginning."""
    date = _shown(timing)
    return _at(timing, date.first, date.earliest)


def _end_of(timing: Timing) -> Timing:
    """The end of a time; the whole time if it has no end."""
    date = _shown(timing)
    return _at(timing, date.last, date.latest)


def _shown(timing: Timing) -> Edtf:
    """The date as shown: for a document's own present, the month or the year is enough."""
    return coarse(timing.date) if timing.known == "present" else timing.date


def _at(timing: Timing, end: Point | None, day: Day | None) -> Timing:
    """One end of a time. For a span that evidence gives, the month is enough."""
    if end is None or day is None:
        return timing
    if timing.concluded and timing.date.kind == "within" and end.day is not None:
        return Timing(month_of(day), timing.known)
    return Timing(Edtf(end.text, "on", end, end), timing.known)
