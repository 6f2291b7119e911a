"""Sides: who gives which answer to a question, so that a reader sees this before any pair.

A side of a question with choices is one choice, said or denied. A side of a question with a number
is one sense and one population; its extremes are named only within it.

Every question has the same order. First come the sides that are opposed to another, the most
clearly opposed first; then amounts in order of time if they are mainly about when, else in the
sense that the question lists first; then what most documents give; then what most answers give;
then the order of the question's own list. A question may list its choices in the order in which
they should be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.findings.compare import Comparison
from generator.findings.periods import runs_in_time
from generator.findings.quantities import MONTHS_IN_A_YEAR, interval, period_compared
from generator.findings.standing import OPPOSED
from generator.findings.timing import answered
from generator.records import Choice, Figure, Question
from generator.records.questions import leaves
from generator.text.date_values import dated_first

Name = tuple[str, ...]
"""What a side says: a choice and whether it is denied, or a basis and the populations."""


@dataclass(frozen=True, slots=True, eq=False)
class AnswerSide:
    """The answers that say one thing, or that count one thing.

    `opposed` has the indexes, in the question's list of sides, of all sides that an answer of this
    one is opposed to. `parts` has the indexes of all sides whose amounts are parts of this one's.
    """

    name: Name
    answers: tuple[Answer, ...]
    documents: tuple[str, ...]
    opposed: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ends:
    """The answers with the lowest and those with the highest amount of a side, as stated.

    `least` and `most` are the figures of the first of them. `yearly` says that there are monthly
    rates among yearly ones, which count twelve times.
    """

    low: tuple[Answer, ...]
    high: tuple[Answer, ...]
    least: Figure
    most: Figure
    yearly: bool


def listing(ref: str, atlas: Atlas) -> Question:
    """The question that lists the facets and choices of this one: itself, or the broader one."""
    question = atlas.questions[ref].record
    return atlas.questions[question.broader].record if question.broader else question


def sides(ref: str, pairs: Iterable[Comparison], atlas: Atlas) -> tuple[AnswerSide, ...]:
    """The sides of a question in their order."""
    grouped: defaultdict[Name, list[Answer]] = defaultdict(list)
    for answer in atlas.answers.get(ref, ()):
        grouped[_name(answer)].append(answer)
    against, question = _opposed(pairs), listing(ref, atlas)
    in_time = runs_in_time(atlas.answers.get(ref, ()), question) and not question.choices

    def rank(name: Name) -> tuple[object, ...]:
        time = _time(grouped[name]) if in_time else ()
        firmest, *others = _rank(name, grouped[name], against, question)
        return firmest, time, *others

    order = sorted(grouped, key=rank)
    found = tuple(_side(name, grouped[name], order, against) for name in order)
    return tuple(replace(side, parts=tuple(_parts(side, found, atlas))) for side in found)


def _parts(whole: AnswerSide, found: tuple[AnswerSide, ...], atlas: Atlas) -> Iterator[int]:
    """The sides whose every amount is a part of one of the whole's, as its record says.

    A side that is opposed to another is shown separately.
    """
    facts = {one.claim.id for one in whole.answers}
    for place, side in enumerate(found):
        apart = side is whole or bool(side.opposed)
        if not apart and all(_is_part(one.claim, facts, atlas) for one in side.answers):
            yield place


def _is_part(claim: Claim, facts: Container[str], atlas: Atlas) -> bool:
    """Whether the record of a claim says that it is a part of one of these facts."""
    return any(
        one.how == "part_of" and not one.reverse and one.fact in facts
        for one in atlas.related.get(claim.id, ())
    )


def first_sides(
    found: tuple[AnswerSide, ...], most: int, *, exactly: bool = False, in_order: bool = False
) -> tuple[AnswerSide, ...]:
    """At most `most` sides, in their order, that best represent all.

    First come those with a document that no side before them has; then those that oppose another;
    then those that most documents give; then those that deny or predict something or that a person
    gives; then the others. If the question lists its choices `in_order`, that order counts instead
    of the last three. A side that is a part of another is shown with that one. If only one would be
    left out, it is included, because "1 more" would take a line as well; but not if there must be
    `exactly` so many.
    """
    needs, heard = [], set[str]()
    parts = {place for side in found for place in side.parts}
    for place, side in enumerate(found):
        if place in parts:
            continue
        new = not heard.issuperset(side.documents)
        heard.update(side.documents)
        rank = () if in_order else (-len(side.documents), not _is_marked(side))
        needs.append((not new, not side.opposed, *rank, place))
    room = most + 1 if len(needs) == most + 1 and not exactly else most
    kept = {place for *_, place in sorted(needs)[:room]}
    return tuple(side for place, side in enumerate(found) if place in kept)


def _is_marked(side: AnswerSide) -> bool:
    """Whether a side denies something, is about what is still to come, or is given by a person."""
    people = {one.ref for answer in side.answers for one in answer.claim.claimants if one.ref}
    ahead = any(one.claim.fact.is_ahead for one in side.answers)
    return side.name[0] == "denies" or ahead or any(one.startswith("people/") for one in people)


def extremes(side: AnswerSide, atlas: Atlas) -> Ends | None:
    """The lowest and the highest amounts of a side; None if they are one amount.

    Vague words ("billions") don't count, nor does what "about" allows.
    """
    yearly = is_yearly(side.answers)
    placed = [one for one in (_placed(a, atlas, yearly) for a in side.answers) if one]
    if not placed:
        return None
    least = min(placed, key=lambda one: one.low)
    most = max(placed, key=lambda one: one.high)
    low = tuple(one.answer for one in placed if one.low == least.low)
    high = tuple(one.answer for one in placed if one.high == most.high)
    return Ends(low, high, least.figure, most.figure, yearly) if low != high else None


def lowest(answers: Iterable[Answer], atlas: Atlas, *, yearly: bool) -> tuple[bool, Decimal]:
    """The key that sorts answers by amount: the lowest of them counts, and vague words come last."""
    placed = [one.low for answer in answers if (one := _placed(answer, atlas, yearly))]
    return not placed, min(placed, default=Decimal())


def is_yearly(answers: Iterable[Answer]) -> bool:
    """Whether these amounts mix monthly and yearly rates, so that the monthly ones are converted."""
    periods = {one.given.per for one in answers if isinstance(one.given, Figure)}
    return {"month", "year"} <= periods


class _Placed(NamedTuple):
    """An answer and the amounts it lies between, which are the same if it gives one bound."""

    answer: Answer
    figure: Figure
    low: Decimal
    high: Decimal


def _placed(answer: Answer, atlas: Atlas, yearly: bool) -> _Placed | None:
    given = answer.given
    if not isinstance(given, Figure) or given.operator == "words":
        return None
    found = interval(given, atlas.config.numbers)
    if yearly and given.per == "month":
        found = found.times(MONTHS_IN_A_YEAR)
    least = found.low if found.low is not None else found.high
    most = found.high if found.high is not None else found.low
    return _Placed(answer, given, least, most) if least is not None and most is not None else None


def _name(answer: Answer) -> Name:
    given = answer.given
    if isinstance(given, Choice):
        return ("denies" if given.denies else "says", given.choice)
    counted = given.unit, given.currency or "", period_compared(given) or ""
    return (given.basis or "", *counted, *sorted(given.population))


def _opposed(pairs: Iterable[Comparison]) -> dict[Name, dict[Name, int]]:
    """Which sides are opposed to which, and how clearly: 0 is the clearest."""
    found: defaultdict[Name, dict[Name, int]] = defaultdict(dict)
    for pair in pairs:
        if pair.outcome in OPPOSED:
            rank = OPPOSED.index(pair.outcome)
            one, two = _name(pair.a), _name(pair.b)
            for side, other in ((one, two), (two, one)):
                found[side][other] = min(rank, found[side].get(other, rank))
    return found


def _rank(
    name: Name, answers: list[Answer], against: dict[Name, dict[Name, int]], question: Question
) -> tuple[object, ...]:
    firmest = min(against.get(name, {}).values(), default=len(OPPOSED))
    documents = {answer.claim.source for answer in answers}
    listed = _listed(answers[0], question)
    if question.in_order:
        return firmest, *listed, name
    sense = 0 if isinstance(answers[0].given, Choice) else listed[0]
    return firmest, sense, -len(documents), -len(answers), *listed, name


def _time(answers: list[Answer]) -> tuple[object, ...]:
    """The key that sorts answers by time: the first of them counts."""
    times = [answered(one) for one in answers]
    return min(dated_first(one.date if one else None) for one in times)


def _listed(answer: Answer, question: Question) -> tuple[int, ...]:
    """The key that sorts answers as the question lists them: by choice; by sense, then population."""
    given = answer.given
    if isinstance(given, Choice):
        return (list(question.choices).index(given.choice), int(given.denies))
    basis = [*question.basis].index(given.basis) if given.basis in question.basis else -1
    people = leaves(given.population, question)
    return basis, -len(people)


def _side(
    name: Name,
    answers: list[Answer],
    order: list[Name],
    against: dict[Name, dict[Name, int]],
) -> AnswerSide:
    return AnswerSide(
        name=name,
        answers=tuple(answers),
        documents=tuple(sorted({answer.claim.source for answer in answers})),
        opposed=tuple(order.index(other) for other in sorted(against.get(name, {}))),
    )
