"""Lanes: the numeric answers to a question, sorted into a chart.

Each panel has an axis of its own: one for each unit, currency and period. A panel has a group for
each basis, a group has a lane for each population, and a lane has a row for each answer, in order
of time. The row states the date. A time axis would have no place for most answers, since most
documents give no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.findings.timing import answered
from generator.pictures.charts.marks import Mark, mark
from generator.pictures.charts.scale import Scale, scale
from generator.records import Figure, Question
from generator.records.questions import leaves
from generator.text.date_values import dated_first
from generator.text.numbers import NumberWords


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One answer and its mark."""

    answer: Answer
    figure: Figure
    mark: Mark


@dataclass(frozen=True, slots=True)
class Lane:
    """The answers that count the same people; `population` is what the first of them says."""

    population: tuple[str, ...]
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class BasisGroup:
    """The lanes of one basis, the widest population first; None if the question lists no basis."""

    basis: str | None
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """All answers on one axis; `figure` is one of them, for its unit, currency and period."""

    figure: Figure
    scale: Scale
    groups: tuple[BasisGroup, ...]

    @property
    def rows(self) -> tuple[ChartRow, ...]:
        """Every row, from top to bottom."""
        return tuple(row for group in self.groups for lane in group.lanes for row in lane.rows)

    @property
    def ends(self) -> tuple[ChartRow, ...]:
        """The rows with the least and the greatest amount; the first row wins a tie.

        If two answers give numbers, vague words ("thousands") do not count, because their extent
        is our own reading. There is one row if there is only one amount, and none if there is none.
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
) -> tuple[ChartPanel, ...]:
    """The panels of a chart, totals before rates, otherwise in the order of the answers."""
    rows = [
        ChartRow(answer, answer.given, mark(answer.given, numbers))
        for answer in answers
        if isinstance(answer.given, Figure)
    ]
    axes: defaultdict[tuple[str, ...], list[ChartRow]] = defaultdict(list)
    for row in rows:
        figure = row.figure
        axes[figure.per or "", figure.unit, figure.currency or ""].append(row)
    ordered = sorted(axes.values(), key=lambda some: bool(some[0].figure.per))
    return tuple(
        ChartPanel(
            some[0].figure,
            scale(amount for row in some for amount in row.mark.amounts),
            _groups(some, question),
        )
        for some in ordered
    )


def _groups(rows: list[ChartRow], question: Question) -> tuple[BasisGroup, ...]:
    """The rows grouped by basis, in the question's order."""
    by_basis: defaultdict[str | None, list[ChartRow]] = defaultdict(list)
    for row in rows:
        by_basis[row.figure.basis].append(row)
    order = _ranks(question.basis)
    ranked = sorted(by_basis.items(), key=lambda item: order.get(item[0] or "", -1))
    return tuple(BasisGroup(basis, _lanes(some, question)) for basis, some in ranked)


def _lanes(rows: list[ChartRow], question: Question) -> tuple[Lane, ...]:
    """The rows grouped by the people they count; the lane with the most populations comes first."""
    by_people: defaultdict[frozenset[str], list[ChartRow]] = defaultdict(list)
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


def _time(row: ChartRow) -> tuple[object, ...]:
    """The key that sorts a lane by time; rows without a date come last, in document order."""
    timing = answered(row.answer)
    return dated_first(timing.date if timing else None)


def _ranks(names: Mapping[str, object]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(names)}
