"""Lanes: the answers to a question that is a number, sorted into a chart.

What can't stand on one axis (another unit or currency, a rate beside a total) is a panel of its
own. Within a panel each sense in which answers count is a group, each group has a lane for each
population, and each answer is a row of its lane, in order of time. The date is said in the row:
most documents give none, and on an axis of time those answers would have no place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.findings.compare import answer_date
from generator.pictures.charts.marks import Mark, mark
from generator.pictures.charts.scale import Scale, scale
from generator.records import Figure, Question
from generator.records.questions import leaves
from generator.text.date_values import dated_first
from generator.text.numbers import NumberWords


@dataclass(frozen=True, slots=True)
class Row:
    """One answer and its mark."""

    answer: Answer
    figure: Figure
    mark: Mark


@dataclass(frozen=True, slots=True)
class Lane:
    """The answers that count the same people; `population` is as the first of them names it."""

    population: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The lanes of one basis, None where the question tells none apart: the widest first."""

    basis: str | None
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands on one axis; `figure` is any one of it, for its unit, currency and period."""

    figure: Figure
    scale: Scale
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, from top to bottom."""
        return tuple(row for group in self.groups for lane in group.lanes for row in lane.rows)

    @property
    def ends(self) -> tuple[Row, ...]:
        """The rows of the least and of the greatest amount, the first of equals.

        Words ("thousands") are left out where two answers give numbers: how far they go is ours.
        One row where there is no other amount, none where no answer has one.
        """
        placed = [row for row in self.rows if row.mark.amounts]
        exact = [row for row in placed if row.mark.kind != "vague"]
        placed = exact if len(exact) > 1 else placed
        if not placed:
            return ()
        least = min(placed, key=lambda row: min(row.mark.amounts))
        greatest = max(placed, key=lambda row: max(row.mark.amounts))
        return (least,) if least is greatest else (least, greatest)


def panels(
    answers: Iterable[Answer], question: Question, numbers: NumberWords
) -> tuple[Panel, ...]:
    """The panels of a chart: totals before rates, else in the order of the answers."""
    rows = [
        Row(answer, answer.given, mark(answer.given, numbers))
        for answer in answers
        if isinstance(answer.given, Figure)
    ]
    axes: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        figure = row.figure
        axes[figure.per or "", figure.unit, figure.currency or ""].append(row)
    ordered = sorted(axes.values(), key=lambda some: bool(some[0].figure.per))
    return tuple(
        Panel(
            some[0].figure,
            scale(amount for row in some for amount in row.mark.amounts),
            _groups(some, question),
        )
        for some in ordered
    )


def _groups(rows: list[Row], question: Question) -> tuple[Group, ...]:
    """The rows by the sense in which they count, in the question's order."""
    by_basis: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_basis[row.figure.basis].append(row)
    order = _ranks(question.basis)
    ranked = sorted(by_basis.items(), key=lambda item: order.get(item[0] or "", -1))
    return tuple(Group(basis, _lanes(some, question)) for basis, some in ranked)


def _lanes(rows: list[Row], question: Question) -> tuple[Lane, ...]:
    """The rows by whom they count: the more populations one takes in, the higher it stands."""
    by_people: defaultdict[frozenset[str], list[Row]] = defaultdict(list)
    for row in rows:
        by_people[leaves(row.figure.population, question)].append(row)
    order = _ranks(question.population)
    lanes = sorted(
        by_people.items(),
        key=lambda item: (-len(item[0]), sorted(order[name] for name in item[0])),
    )
    return tuple(
        Lane(some[0].figure.population, tuple(sorted(some, key=_time))) for _, some in lanes
    )


def _time(row: Row) -> tuple[object, ...]:
    """Rows of a lane stand in order of time; those without a date follow, as their documents do."""
    return dated_first(answer_date(row.answer))


def _ranks(names: Mapping[str, object]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(names)}
