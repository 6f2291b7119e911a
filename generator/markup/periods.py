"""Periods in words: the times that several answers speak of, short enough for a lead."""

from __future__ import annotations

import datetime as dt

from generator.findings.periods import AnswerPeriod
from generator.findings.timing import Timing
from generator.markup.escaping import escape, filled, text_of
from generator.markup.writer import Desk
from generator.text.date_words import with_year
from generator.text.dates import Edtf, Point, coarse, parse


def times(period: AnswerPeriod, desk: Desk) -> str:
    """The times of some answers, from the first to the last, and what has no place between them."""
    words = desk.wording.question
    parts = [*_line(period, desk), *_loose(period, desk)]
    if period.first and period.loose and _is_before(period.loose[-1], period.first):
        parts.reverse()
    if not parts:
        return text_of(escape(desk.wording.claim.no_date))
    told = filled(words.times_and, first=parts[0], last=parts[1]) if parts[1:] else escape(parts[0])
    if period.said:
        told = filled(words.said_on, date=told)
    return text_of(told)


def _line(period: AnswerPeriod, desk: Desk) -> list[str]:
    """From the first to the last; nothing where no time has a beginning."""
    first, last = period.first, period.last
    if first is None or last is None:
        return []
    if first == last:
        stated = period.stated
        words = desk.atlas.config.dates
        return [(with_year(stated, first.date, words) if stated else None) or _alone(first, desk)]
    start, end = desk.timing(_start_of(first)), desk.timing(_end_of(last))
    if start == end:
        return [start]
    return [text_of(filled(desk.wording.question.side_times, first=start, last=end))]


def _loose(period: AnswerPeriod, desk: Desk) -> list[str]:
    """The loose times: the last, or with nothing beside them the first as well."""
    if not period.loose:
        return []
    shown = (
        [period.loose[-1]]
        if period.first or not period.loose[1:]
        else [period.loose[0], period.loose[-1]]
    )
    return [_alone(one, desk) for one in shown]


def _alone(timing: Timing, desk: Desk) -> str:
    """One time; of a span its two ends, in months where it is a conclusion."""
    date = _shown(timing)
    if date.kind == "on" or not date.earliest or not date.latest:
        return desk.timing(timing)
    start = _at(timing, date.first, date.earliest)
    end = _at(timing, date.last, date.latest)
    first, last = desk.date(start.date), desk.date(end.date)
    if first == last:
        return desk.timing(start)
    if date.kind == "within":
        return desk.timing(Timing(parse(f"[{start.date.text}..{end.date.text}]"), timing.known))
    said = text_of(filled(desk.wording.question.side_times, first=first, last=last))
    return f"[{said}]" if timing.concluded else said


def _start_of(timing: Timing) -> Timing:
    """The beginning of a time; the whole of one that has no beginning."""
    date = _shown(timing)
    return _at(timing, date.first, date.earliest)


def _end_of(timing: Timing) -> Timing:
    """The end of a time; the whole of one that has no end."""
    date = _shown(timing)
    return _at(timing, date.last, date.latest)


def _shown(timing: Timing) -> Edtf:
    """The date as shown: of a document's own present the month or the year is enough."""
    return coarse(timing.date) if timing.known == "present" else timing.date


def _is_before(loose: Timing, timing: Timing) -> bool:
    """Whether a loose time ends before another begins."""
    last, first = loose.date.latest, timing.date.earliest
    return last is not None and first is not None and last < first


def _at(timing: Timing, end: Point | None, day: dt.date | None) -> Timing:
    """One end of a time. Of a span that evidence gives, the month is enough."""
    if end is None or day is None:
        return timing
    if timing.concluded and timing.date.kind == "within" and end.day is not None:
        return Timing(parse(day.isoformat()[:7]), timing.known)
    return Timing(Edtf(end.text, "on", end, end), timing.known)
