"""Sides: who answers a question how, so that a reader sees it before any pair.

A side of a question with choices is one choice, said or denied. A side of a question with a number
is one sense and one population; its extremes are named only within it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Answer, Atlas
from generator.findings.compare import Comparison
from generator.findings.findings import originators
from generator.findings.saying import yearly
from generator.findings.standing import OPPOSED
from generator.findings.timing import Timing, answered
from generator.records import Choice, Figure

Name = tuple[str, ...]
"""What a side says: a choice and whether it is denied, or a basis and the populations."""


@dataclass(frozen=True, slots=True)
class AnswerSide:
    """The answers that say one thing, or that count one thing.

    `opposed` is the place, in the question's list of sides, of each side that an answer of this
    one is opposed to. `first` and `last` are the earliest and latest times that are spoken of,
    None where none is known.
    """

    name: Name
    answers: tuple[Answer, ...]
    documents: tuple[str, ...]
    voices: int
    first: Timing | None
    last: Timing | None
    opposed: tuple[int, ...] = ()


def sides(ref: str, pairs: Iterable[Comparison], atlas: Atlas) -> tuple[AnswerSide, ...]:
    """The sides of a question: those that are opposed first, then the best attested."""
    grouped: defaultdict[Name, list[Answer]] = defaultdict(list)
    for answer in atlas.answers.get(ref, ()):
        grouped[_name(answer)].append(answer)
    against = _opposed(pairs)
    order = sorted(grouped, key=lambda name: _rank(name, grouped[name], against))
    return tuple(_side(name, grouped[name], order, against, atlas) for name in order)


def extremes(side: AnswerSide, atlas: Atlas) -> tuple[Answer, Answer] | None:
    """The lowest and the highest amount of a side; None where fewer than two give a number.

    A month's rate counts as a year's. Vague words ("billions") do not count.
    """
    words = atlas.config.numbers
    placed = []
    for answer in side.answers:
        if isinstance(answer.given, Figure):
            if answer.given.operator == "words":
                continue
            found = yearly(answer.given, words)
            least = found.low if found.low is not None else found.high
            most = found.high if found.high is not None else found.low
            if least is not None and most is not None:
                placed.append((least, most, answer))
    if len(placed) < 2:
        return None
    lowest = min(placed, key=lambda one: one[0])[2]
    highest = max(placed, key=lambda one: one[1])[2]
    return None if lowest.key == highest.key else (lowest, highest)


def _name(answer: Answer) -> Name:
    given = answer.given
    if isinstance(given, Choice):
        return ("denies" if given.denies else "says", given.choice)
    return (given.basis or "", "rate" if given.per else "", *sorted(given.population))


def _opposed(pairs: Iterable[Comparison]) -> dict[Name, dict[Name, int]]:
    """Which sides are opposed to which, and how firmly: 0 is the firmest."""
    found: defaultdict[Name, dict[Name, int]] = defaultdict(dict)
    for pair in pairs:
        if pair.outcome in OPPOSED:
            rank = OPPOSED.index(pair.outcome)
            one, two = _name(pair.a), _name(pair.b)
            for side, other in ((one, two), (two, one)):
                found[side][other] = min(rank, found[side].get(other, rank))
    return found


def _rank(
    name: Name, answers: list[Answer], against: dict[Name, dict[Name, int]]
) -> tuple[int, int, int, int, Name]:
    firmest = min(against.get(name, {}).values(), default=len(OPPOSED))
    documents = {answer.claim.source for answer in answers}
    widest = len(answers[0].given.population)
    return firmest, -len(documents), -len(answers), -widest, name


def _side(
    name: Name,
    answers: list[Answer],
    order: list[Name],
    against: dict[Name, dict[Name, int]],
    atlas: Atlas,
) -> AnswerSide:
    known = [timing for timing in map(answered, answers) if timing]
    firm = [timing for timing in known if timing.known != "by-document"]
    times = sorted(firm or known, key=_by_start)
    return AnswerSide(
        name=name,
        answers=tuple(answers),
        documents=tuple(sorted({answer.claim.source for answer in answers})),
        voices=originators(tuple(answers), atlas),
        first=times[0] if times else None,
        last=max(times, key=_by_end) if times else None,
        opposed=tuple(order.index(other) for other in sorted(against.get(name, {}))),
    )


def _by_start(timing: Timing) -> tuple[dt.date, str]:
    date = timing.date
    return date.earliest or date.latest or dt.date.max, date.text


def _by_end(timing: Timing) -> tuple[dt.date, str]:
    date = timing.date
    return date.latest or date.earliest or dt.date.min, date.text
