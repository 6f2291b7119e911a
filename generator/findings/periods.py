"""Periods: the times that several answers are about, from the first to the last.

A loose time has no start ("by 2016"), or is our conclusion that something was within some years. It
can't be the end of a period, so it is a separate period, with the document's words for it, which
may say more ("from the outset").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from generator.atlas.atlas import Answer, Claim
from generator.findings.placing import placed
from generator.findings.scope import kind_of_time
from generator.findings.timing import (
    MOMENTS,
    Timing,
    answered,
    dating_relay,
    is_dated_by_saying,
    told,
)
from generator.records import Figure, Question
from generator.text.dates import Edtf
from generator.text.days import FIRST, LAST, Day, days_between

DAYS_IN_A_YEAR = 366  # days


@dataclass(frozen=True, slots=True)
class AnswerPeriod:
    """The times of some answers that are shown together.

    `first` and `last` are the ends. They are the same if one time covers all others, and None if no
    time is known. `said` says that every date is when something was said. `stated` is what a
    document gives of the only time, if the year is missing. `words` are the document's own words
    for a time of which the dates here give nothing, or only the year. `saying` are its words for
    when it was said.
    """

    answers: tuple[Answer, ...]
    first: Timing | None
    last: Timing | None
    said: bool
    stated: Edtf | None = None
    words: str | None = None
    saying: str | None = None

    @property
    def is_pair(self) -> bool:
        """Whether the answers have just two times, each with two ends, and neither covers both."""
        known = {one.date for one in map(_timing, self.answers) if one}
        apart = self.first is not None and self.last is not None and self.first != self.last
        return apart and len(known) == 2 and all(one.earliest and one.latest for one in known)

    @property
    def undated(self) -> bool:
        """Whether the only known date is the document's: it was so, or was said, by then."""
        if self.first is None:
            return True
        return self.first.known == "by-document" and not any(map(_is_told_on, self.answers))

    @property
    def start(self) -> tuple[Day, bool]:
        """The key that sorts periods by first day, or by last if there is no first.

        Times of saying come after others, and those without their own date last.
        """
        return _start(self.first) if self.first and not self.undated else LAST, self.said


@lru_cache(maxsize=2**13)  # a page asks for the times of its answers again and again
def periods(answers: tuple[Answer, ...]) -> tuple[AnswerPeriod, ...]:
    """The times that these answers are about, in order.

    Four kinds are kept apart: when it was so, when it was said, no date, and each loose time. Put
    together, they would look like one thing that went on all that time. A loose time is left out if
    another with the same end has the document's words.
    """
    kinds: defaultdict[_Kind, list[Answer]] = defaultdict(list)
    for one in answers:
        kinds[_kind(one)].append(one)
    worded = {kind.loose for kind in kinds if any(kind.words)}
    shown = [
        given
        for kind, given in kinds.items()
        if any(kind.words) or kind.loose is None or kind.loose not in worded
    ]
    return tuple(sorted(map(_period, shown), key=lambda one: one.start))


def whole_period(answers: Iterable[Answer]) -> AnswerPeriod:
    """All times of some answers as one period, loose or not, for speakers who are only counted.

    Those without a date don't count, unless none has one.
    """
    every = list(answers)
    given = [one for one in every if not _period([one]).undated] or every
    return replace(_period(given), said=all(map(is_said, given)), words=None, saying=None)


class _Kind(NamedTuple):
    """What keeps times apart: `loose` holds the end of a loose one."""

    dated: bool
    said: bool
    loose: Day | None
    words: _Words


def _kind(answer: Answer) -> _Kind:
    timing = _timing(answer)
    loose = _end(timing) if timing and is_loose(timing) else None
    return _Kind(timing is not None, is_said(answer), loose, _words(answer, timing))


class _Words(NamedTuple):
    """A document's own words for a time, and for when it was said."""

    time: str | None = None
    saying: str | None = None


def _words(answer: Answer, timing: Timing | None) -> _Words:
    """The document's words for a time of which the date gives nothing, or only one end."""
    fact, loose = answer.claim.fact, timing is None or is_loose(timing)
    if isinstance(answer.given, Figure) and answer.given.as_of:
        return _Words()
    stated = fact.when_as_stated
    shown = loose or is_said(answer) or (timing and stated and is_named_in(timing, stated))
    time = stated if shown else None
    return _Words(time, fact.said_as_stated if loose else None)


def _period(given: list[Answer]) -> AnswerPeriod:
    """Answers of one kind of time, from the first to the last."""
    known = sorted((one for one in map(_timing, given) if one), key=_start)
    first, last = (known[0], max(known, key=_end)) if known else (None, None)
    if first and last and (whole := _whole(known, first, last)):
        first = last = whole
    words = _words(given[0], _timing(given[0]))
    return AnswerPeriod(
        tuple(given),
        first,
        last,
        said=bool(known) and is_said(given[0]),
        stated=_stated(given) if first and first == last else None,
        words=words.time or _part_of_a_year(given),
        saying=words.saying,
    )


def _part_of_a_year(answers: Sequence[Answer]) -> str | None:
    """The document's words for a year, if they say more, as in "late 2015", and all answers share them."""
    if any(isinstance(one.given, Figure) and one.given.as_of for one in answers):
        return None
    times = {(one.claim.fact.when, one.claim.fact.when_as_stated) for one in answers}
    when, words = next(iter(times))
    if len(times) > 1 or not words or when is None or when.kind != "on" or when.first is None:
        return None
    return words if when.first.month is None and when.text in words else None


def _is_told_on(answer: Answer) -> bool:
    """Whether a claim was told at another time than that of its document."""
    return told(answer.claim) != answer.claim.document.written


def _timing(answer: Answer) -> Timing | None:
    """What time an answer is about, or else when it was said; not when somebody passed it on."""
    if dating_relay(answer):
        return None
    if timing := answered(answer):
        return timing
    place = placed(answer.claim)
    return place.timing if place else None


def _stated(answers: Iterable[Answer]) -> Edtf | None:
    """The first date without a year among those that the documents give."""
    facts = [(answer.claim.fact, is_said(answer)) for answer in answers]
    own = [fact.said_on if when_said else fact.when for fact, when_said in facts]
    return next((date for date in own if date and not date.known), None)


def is_loose(timing: Timing) -> bool:
    """Whether a time has no start, or is only concluded to be within more than a year."""
    first, last = timing.date.earliest, timing.date.latest
    if first is None or last is None:
        return first is None
    concluded = timing.concluded and timing.date.kind == "within"
    return concluded and days_between(first, last) > DAYS_IN_A_YEAR


def has_begun(timing: Timing, claim: Claim) -> bool:
    """Whether nothing but the date of a claim's document ends a loose time: it was then, or later."""
    written, date = claim.document.written, timing.date
    if written is None or date.earliest is None:
        return False
    return is_loose(timing) and date.latest == written.latest


def is_named_in(timing: Timing, words: str) -> bool:
    """Whether a document's words name the time within which something was, with its first year.

    They say more than the years: "at the height of the war of 1903–05", "after the flood of 1903".
    """
    date = timing.date
    within = date.kind == "within" and not timing.concluded
    return within and date.earliest is not None and str(date.earliest.year) in words


def is_said(answer: Answer) -> bool:
    """Whether the date of an answer is when it was said: no other time is known."""
    if answered(answer) is not None:
        return is_dated_by_saying(answer)
    place = placed(answer.claim)
    return place is not None and place.said


def runs_in_time(answers: Sequence[Answer], question: Question) -> bool:
    """Whether these answers are mainly about when: most are about a moment or an event.

    They have more than one date; a loose time does not count as one.
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


def _start(timing: Timing) -> Day:
    return timing.date.earliest or timing.date.latest or LAST


def _end(timing: Timing) -> Day:
    """The last day of a time; a time without an end counts by its beginning."""
    return timing.date.latest or timing.date.earliest or FIRST
