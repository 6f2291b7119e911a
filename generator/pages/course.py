"""The course of a question: its sides beside each other, in order of time.

It is drawn if the answers are mainly about when: most of them are about a moment or an event, at
different times, and the sides are few enough for a phone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from generator.atlas.atlas import Answer
from generator.findings.periods import is_loose, periods, runs_in_time
from generator.findings.sides import AnswerSide
from generator.findings.timing import answered
from generator.markup.answers import value
from generator.markup.escaping import Html, joined, tag
from generator.markup.periods import time_at_latest
from generator.markup.speakers import speaker
from generator.markup.writer import Desk
from generator.records import Choice, Question
from generator.text.date_values import dated_first

PartKind = Literal["dated", "loose", "undated"]
PARTS: tuple[PartKind, ...] = get_args(PartKind)

SIDES_BESIDE = 4  # as many columns as a phone has room for


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A time, and for each side those whose answers are about it."""

    when: str
    cells: tuple[tuple[Html, ...], ...]


@dataclass(frozen=True, slots=True)
class CoursePart:
    """Rows of one kind: with a date, with a loose date, or without any."""

    title: str
    rows: tuple[CourseRow, ...]


@dataclass(frozen=True, slots=True)
class CourseView:
    """A table with the sides as columns and the times that their answers are about as rows."""

    sides: tuple[Html, ...]
    parts: tuple[CoursePart, ...]


def course(
    found: tuple[AnswerSide, ...], question: Question, desk: Desk, cited: Mapping[str, Html]
) -> CourseView | None:
    """The course of a question with choices; None if its answers are not mainly about when."""
    answers = [answer for side in found for answer in side.answers]
    choices = all(isinstance(one.given, Choice) for one in answers)
    if not choices or not 1 < len(found) <= SIDES_BESIDE or not runs_in_time(answers, question):
        return None
    kinds: defaultdict[PartKind, list[Answer]] = defaultdict(list)
    for answer in answers:
        kinds[_kind(answer)].append(answer)
    words = desk.wording.course
    return CourseView(
        tuple(value(side.answers[0], question, desk.atlas.config) for side in found),
        tuple(
            CoursePart(words.parts[kind], tuple(_rows(kinds[kind], found, desk, cited)))
            for kind in PARTS
            if kinds[kind]
        ),
    )


def _kind(answer: Answer) -> PartKind:
    timing = answered(answer)
    if timing is None or periods((answer,))[0].undated:
        return "undated"
    return "loose" if is_loose(timing) else "dated"


def _rows(
    answers: list[Answer],
    found: tuple[AnswerSide, ...],
    desk: Desk,
    cited: Mapping[str, Html],
) -> Iterable[CourseRow]:
    """A row for each time, in order."""

    def place(answer: Answer) -> tuple[object, ...]:
        timing = answered(answer)
        return dated_first(timing.date if timing else None)

    of_sides = [{one.key for one in side.answers} for side in found]
    by_time: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in sorted(answers, key=place):
        (period,) = periods((answer,))
        by_time[time_at_latest(period, desk)].append(answer)
    for when, some in by_time.items():
        cells = (
            tuple(_voice(one, desk, cited) for one in some if one.key in keys) for keys in of_sides
        )
        yield CourseRow(when, tuple(cells))


def _voice(answer: Answer, desk: Desk, cited: Mapping[str, Html]) -> Html:
    """Who says so, unless it is the document itself, and the citation."""
    citation = cited[answer.claim.id]
    if answer.claim.fact.own_voice:
        return citation
    return joined(" ", [tag("span", speaker(answer.claim, desk), class_="by"), citation])
