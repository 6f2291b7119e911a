"""Periods: the times that several answers speak of, from the first to the last.

A time that begins nowhere ("by 2016") has no place on a line from a first to a last one, and an
answer without any date has none at all. Both are kept beside that line, so that none is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.findings.timing import Timing, answered, said


@dataclass(frozen=True, slots=True)
class AnswerPeriod:
    """The times of some answers.

    `first` and `last` are the ends of what has a beginning; they are one where one time covers all
    others. `by` are the times without a beginning, in order, each once. `undated` counts the
    answers without a date. `said` tells that every date is that of saying so.
    """

    first: Timing | None
    last: Timing | None
    by: tuple[Timing, ...]
    undated: int
    said: bool


def period(answers: Iterable[Answer]) -> AnswerPeriod:
    """The times that these answers speak of."""
    given = tuple(answers)
    known = [timing for timing in map(answered, given) if timing]
    begun = sorted((one for one in known if one.date.earliest), key=_start)
    by = {one.date.latest: one for one in sorted(known, key=_end) if not one.date.earliest}
    first, last = (begun[0], max(begun, key=_end)) if begun else (None, None)
    if first and last and (whole := _whole(begun, first, last)):
        first = last = whole
    return AnswerPeriod(
        first,
        last,
        tuple(by.values()),
        undated=len(given) - len(known),
        said=bool(known) and all(is_said(one) for one in given if answered(one)),
    )


def is_said(answer: Answer) -> bool:
    """Whether the date of an answer is when it was said: the document tells no other time."""
    fact, timing = answer.claim.fact, answered(answer)
    told = fact.when or fact.when_as_stated
    return timing is not None and timing == said(answer.claim) and not told


def _whole(times: list[Timing], first: Timing, last: Timing) -> Timing | None:
    """The shortest of the times that covers all the others."""
    covering = [one for one in times if _start(one) <= _start(first) and _end(one) >= _end(last)]
    return min(covering, key=lambda one: (_end(one), one.concluded, one.date.text), default=None)


def _start(timing: Timing) -> dt.date:
    return timing.date.earliest or timing.date.latest or dt.date.max


def _end(timing: Timing) -> dt.date:
    """The last day of a time; one that is not said to end counts by its beginning."""
    return timing.date.latest or timing.date.earliest or dt.date.min
