"""Periods in words: the times that several answers are about, short enough for a lead."""

from __future__ import annotations

from collections.abc import Iterable

from generator.atlas.atlas import Answer
from generator.findings.periods import AnswerPeriod, is_named_in, is_said, periods, whole_period
from generator.findings.timing import Timing
from generator.markup.escaping import Html, escape, filled, text_of
from generator.markup.inline import listed
from generator.markup.when import as_said, in_both
from generator.markup.writer import Desk
from generator.text.date_words import with_year
from generator.text.dates import Edtf, Point, coarse, month_of, parse
from generator.text.days import Day
from generator.text.matching import REFERENCE_MARK


def times(answers: Iterable[Answer], desk: Desk) -> str:
    """The times of some answers; those outside the first period are shown as other claims' times.

    A missing date is mentioned only if no answer has one.
    """
    found = [(one, time(one, desk)) for one in periods(answers)]
    (first, told), *others = [
        (one, said) for one, said in found if said != desk.wording.claim.no_date
    ] or found
    claims = _claims(first)
    for one, last in others:
        more, words = _claims(one) - claims, desk.wording.question
        phrase = words.times_and_others if len(more) > 1 else words.times_and
        both = filled(phrase, first=told, last=last) if more else _and(told, last, desk)
        told, claims = text_of(both), claims | more
    return told


def whole_time(answers: Iterable[Answer], desk: Desk) -> str:
    """From the first time of some answers to the last, and whether these are the times of saying so."""
    given, words = tuple(answers), desk.wording.question
    period = whole_period(given)
    if period.said or not any(map(is_said, given)):
        return time(period, desk)
    return text_of(filled(words.said_in_part, date=time(period, desk)))


def _and(first: str, last: str, desk: Desk) -> Html:
    return listed([escape(first), escape(last)], desk.wording)


def _claims(period: AnswerPeriod) -> set[str]:
    return {one.claim.id for one in period.answers}


def time(period: AnswerPeriod, desk: Desk) -> str:
    """One period, from its first to its last time, with the document's own words for it.

    The date of a document is not shown as the date of what it tells.
    """
    stated, said_as = _without_marks(period), desk.wording.question.said_as
    saying = text_of(filled(said_as, words=period.saying)) if period.saying else ""
    told = ", ".join(filter(None, (f"“{stated}”" if stated else "", saying)))
    if period.undated or period.first is None or period.last is None:
        if stated and not saying:
            return text_of(filled(desk.wording.question.time_in_words, words=stated))
        return told or text_of(escape(desk.wording.claim.no_date))
    if stated and is_named_in(period.first, stated):
        return told
    date = _date(period, period.first, period.last, desk)
    if period.said:
        exact = _exact(period.first, period.last, desk)
        date = as_said(in_both(date, period.saying), exact, desk.atlas.config)
        return f"“{stated}”, {date}" if stated else date
    if period.first == period.last and period.first.known == "present":
        date = text_of(filled(desk.wording.question.as_of, date=date))
    return in_both(date, stated)


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
