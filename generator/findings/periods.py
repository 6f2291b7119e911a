"""Periods: the times that several answers speak of, from the first to the last.

A loose time, which begins nowhere ("by 2016") or is our conclusion that something was within some
years, has no place on a line from a first to a last one: it is kept beside that line, so that none
is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.findings.placing import placed
from generator.findings.scope import kind_of_time
from generator.findings.timing import MOMENTS, Timing, answered, is_dated_by_saying
from generator.records import Question
from generator.text.dates import Edtf

A_YEAR = 366  # days


@dataclass(frozen=True, slots=True)
class AnswerPeriod:
    """The times of some answers.

    `first` and `last` are the ends of what has a beginning; they are one where one time covers all
    others. `loose` are the loose times, in order of their ends, one for each end. `said` tells that every date is that of saying so. `stated` is what a
    document gives of the only time, where that lacks the year.
    """

    first: Timing | None
    last: Timing | None
    loose: tuple[Timing, ...]
    said: bool
    stated: Edtf | None = None


def period(answers: Iterable[Answer]) -> AnswerPeriod:
    """The times that these answers speak of."""
    given = tuple(answers)
    known = [timing for timing in map(_timing, given) if timing]
    begun = sorted((one for one in known if not is_loose(one)), key=_start)
    loose = {_end(one): one for one in sorted(known, key=_end) if is_loose(one)}
    first, last = (begun[0], max(begun, key=_end)) if begun else (None, None)
    if first and last and (whole := _whole(begun, first, last)):
        first = last = whole
    return AnswerPeriod(
        first,
        last,
        tuple(loose.values()),
        said=bool(known) and all(is_said(one) for one in given if _timing(one)),
        stated=_stated(given) if first and first == last else None,
    )


def _timing(answer: Answer) -> Timing | None:
    """Of when an answer speaks; where nothing tells that, when it was said."""
    if timing := answered(answer):
        return timing
    place = placed(answer.claim)
    return place.timing if place else None


def is_dated(answer: Answer) -> bool:
    """Whether anything tells of when an answer is, or when it was given."""
    return _timing(answer) is not None


def _stated(answers: tuple[Answer, ...]) -> Edtf | None:
    """The first date without a year among those that the documents give."""
    facts = [(answer.claim.fact, is_said(answer)) for answer in answers]
    own = [fact.said_on if when_said else fact.when for fact, when_said in facts]
    return next((date for date in own if date and not date.known), None)


def is_loose(timing: Timing) -> bool:
    """Whether a time begins nowhere, or is only concluded to be within more than a year."""
    first, last = timing.date.earliest, timing.date.latest
    if first is None or last is None:
        return first is None
    return timing.concluded and timing.date.kind == "within" and (last - first).days > A_YEAR


def is_said(answer: Answer) -> bool:
    """Whether the date of an answer is when it was said: nothing tells another time."""
    if answered(answer) is not None:
        return is_dated_by_saying(answer)
    place = placed(answer.claim)
    return place is not None and place.said


def runs_in_time(answers: Sequence[Answer], question: Question) -> bool:
    """Whether the point of these answers is when: most speak of a moment or an event, with a date.

    Their dates are more than one; a loose time is none.
    """
    kinds = [kind_of_time(one, question) for one in answers]
    if 2 * sum(kind in MOMENTS for kind in kinds) <= len(kinds):
        return False
    dates = {one.date for one in map(answered, answers) if one and not is_loose(one)}
    return len(dates) > 1


def _whole(times: list[Timing], first: Timing, last: Timing) -> Timing | None:
    """The shortest of the times that covers all the others."""
    covering = [one for one in times if _start(one) <= _start(first) and _end(one) >= _end(last)]
    return min(covering, key=lambda one: (_end(one), one.concluded, one.date.text), default=None)


def _start(timing: Timing) -> dt.date:
    return timing.date.earliest or timing.date.latest or dt.date.max


def _end(timing: Timing) -> dt.date:
    """The last day of a time; one that is not said to end counts by its beginning."""
    return timing.date.latest or timing.date.earliest or dt.date.min
