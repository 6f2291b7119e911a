"""Scope: whether two answers to one question are about one thing.

Three things are compared separately: the sense in which they answer (with the unit and the rate),
the people, and the time. Each is equal in both, within or around the other's, overlapping, apart,
or not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.atlas.atlas import Answer
from generator.findings.quantities import period_compared
from generator.findings.timing import MOMENTS, Span, answered, is_after, is_of_the_past, span
from generator.records import Choice, Figure, Question
from generator.records.questions import leaves
from generator.text.days import days_between

Extent = Literal["equal", "within", "around", "overlap", "apart", "unknown"]
Sense = Literal["equal", "kind", "basis", "unit", "rate", "period"]

A_MONTH = 31
"""Moments that are certainly no further apart than this are one time; if certainly further, they are two."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How the subjects of two answers relate.

    `days` is the time between them if they are apart, 0 if only their order is known.
    `concluded` says whether a date that was compared is a conclusion from evidence.
    """

    sense: Sense
    people: Extent
    time: Extent
    days: int = 0
    concluded: bool = False

    @property
    def other(self) -> bool:
        """Whether they count different things: in different senses, or different people."""
        mixed = self.people == "overlap" or (self.time == "overlap")
        crossed = {self.people, self.time} == {"within", "around"}
        return self.sense != "equal" or self.people == "apart" or mixed or crossed


def scope(a: Answer, b: Answer, question: Question) -> Scope:
    """How the subjects of two answers to a question relate."""
    sense = _sense(a, b)
    people = people_extent(a.given, b.given, question)
    if sense != "equal":
        return Scope(sense, people, "unknown")
    kind = kind_of_time(a, question)
    if kind == "fixed":
        return Scope(sense, people, "equal")
    one, two = span(a, kind), span(b, kind)
    time, days = _moments(one, two) if kind in MOMENTS else _spans(one, two)
    if kind in MOMENTS and (is_after(a.claim, b.claim) or is_after(b.claim, a.claim)):
        time = "apart"
    if kind == "span" and time != "apart" and (is_within(a) or is_within(b)):
        time = "unknown"
    return Scope(sense, people, time, days, concluded=_concluded(a) or _concluded(b))


def _sense(a: Answer, b: Answer) -> Sense:
    first, second = a.given, b.given
    if isinstance(first, Figure) != isinstance(second, Figure):
        return "kind"
    if first.basis != second.basis:
        return "basis"
    if isinstance(first, Choice) or isinstance(second, Choice):
        return "equal"
    if (first.unit, first.currency) != (second.unit, second.currency):
        return "unit"
    one, two = period_compared(first), period_compared(second)
    if one == two:
        return "equal"
    return "period" if one and two else "rate"


def kind_of_time(answer: Answer, question: Question) -> str:
    """The kind of time of an answer's sense; a choice in no declared sense has no time."""
    basis = question.basis.get(answer.given.basis or "")
    if basis is not None:
        return basis.time
    return "fixed" if isinstance(answer.given, Choice) else "span"


def people_extent(first: Figure | Choice, second: Figure | Choice, question: Question) -> Extent:
    """How the people counted by one answer relate to those counted by another."""
    if not question.population:
        return "equal"
    one, two = leaves(first.population, question), leaves(second.population, question)
    if not one or not two:
        return "unknown"
    if unnamed := {name for name in one | two if question.population[name].unnamed}:
        return _with_unnamed(one, two, unnamed)
    if one == two:
        return "equal"
    if one < two:
        return "within"
    if two < one:
        return "around"
    return "overlap" if one & two else "apart"


def _with_unnamed(one: frozenset[str], two: frozenset[str], unnamed: set[str]) -> Extent:
    """How people relate if there may be any others among some of them.

    Those who certainly include all of the others have these within them. If they certainly include
    some who are not among the others, the two can't be the same people.
    """
    if one & unnamed and two & unnamed:
        return "unknown"
    named, others = (one - unnamed, two) if one & unnamed else (two - unnamed, one)
    if others < named:
        return "around" if one & unnamed else "within"
    return "unknown" if named <= others else "overlap"


def _moments(one: Span | None, two: Span | None) -> tuple[Extent, int]:
    """How two moments relate, each within a range of days; and the days between them."""
    if one is None or two is None:
        return "unknown", 0
    if days_between(min(one[0], two[0]), max(one[1], two[1])) <= A_MONTH:
        return "equal", 0
    between = _between(one, two)
    return ("apart", between) if between > A_MONTH else ("unknown", 0)


def _spans(one: Span | None, two: Span | None) -> tuple[Extent, int]:
    """How two spans of time relate, and how many days are between them."""
    if one is None or two is None:
        return "unknown", 0
    between = _between(one, two)
    if between > 0:
        return "apart", between
    if one == two:
        return "equal", 0
    if two[0] <= one[0] and one[1] <= two[1]:
        return "within", 0
    if one[0] <= two[0] and two[1] <= one[1]:
        return "around", 0
    return "overlap", 0


def is_within(answer: Answer) -> bool:
    """Whether what lasted, lasted for an unknown part of the time that is given for it.

    Of such a time no more is known than that it can't be outside.
    """
    timing = answered(answer)
    if timing is None or timing.date.kind != "within":
        return is_of_the_past(answer)
    first, last = timing.date.earliest, timing.date.latest
    return first is None or last is None or days_between(first, last) > A_MONTH


def _between(one: Span, two: Span) -> int:
    """The days from the end of the earlier time to the start of the later; 0 if they meet."""
    return max(days_between(one[1], two[0]), days_between(two[1], one[0]), 0)


def _concluded(answer: Answer) -> bool:
    timing = answered(answer)
    return timing is not None and timing.concluded
