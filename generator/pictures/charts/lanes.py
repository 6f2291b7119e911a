"""Lanes: the numeric answers to a question, sorted into a chart.

Each panel has its own axis; there is one for each unit, currency and period. A monthly rate among
yearly ones is drawn twelve times as long on their axis. A panel has a group for each basis, a group
has a lane for each population, and a lane has a row for each answer, in order of time. The row
states the date.

If most answers are about a moment or an event, at different times, the whole panel is in order of
time instead; a lane is then a run of rows that count the same people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.atlas.atlas import Answer
from generator.findings.periods import runs_in_time
from generator.findings.quantities import MONTHS_IN_A_YEAR
from generator.findings.sides import is_yearly
from generator.findings.timing import answered
from generator.pictures.charts.marks import Mark, mark
from generator.pictures.charts.scale import Scale, scale
from generator.records import Figure, Question
from generator.records.questions import leaves
from generator.text.date_values import dated_first
from generator.text.numbers import NumberWords


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One answer and its mark; `yearly` if the mark shows twelve times a monthly rate."""

    answer: Answer
    figure: Figure
    mark: Mark
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """The answers that count the same people; `population` is taken from the first of them.

    `basis` is their sense, if it is not that of their group.
    """

    population: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class BasisGroup:
    """The lanes of one basis, the widest population first; None if the question lists no basis."""

    basis: str | None
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """All answers on one axis; `figure` is one of them, for its unit, currency and period.

    `in_time` says that all its rows are in order of time.
    """

    figure: Figure
    scale: Scale
    groups: tuple[BasisGroup, ...]
    in_time: bool

    @property
    def rows(self) -> tuple[ChartRow, ...]:
        """Every row, from top to bottom."""
        return tuple(row for group in self.groups for lane in group.lanes for row in lane.rows)


def panels(
    answers: Iterable[Answer], question: Question, numbers: NumberWords
) -> tuple[ChartPanel, ...]:
    """The panels of a chart, totals before rates, otherwise in the order of the answers."""
    by_unit: defaultdict[tuple[str, str | None], list[Answer]] = defaultdict(list)
    for answer in answers:
        if isinstance(answer.given, Figure):
            by_unit[answer.given.unit, answer.given.currency].append(answer)
    axes: defaultdict[tuple[object, ...], list[ChartRow]] = defaultdict(list)
    for key, some in by_unit.items():
        yearly = is_yearly(some)
        for row in _rows(some, numbers, yearly=yearly):
            axes["year" if row.yearly else row.figure.per, *key].append(row)
    ordered = sorted(axes.values(), key=lambda some: bool(some[0].figure.per))
    return tuple(_panel(some, question) for some in ordered)


def _panel(rows: list[ChartRow], question: Question) -> ChartPanel:
    in_time = runs_in_time([row.answer for row in rows], question)
    figure = min(rows, key=lambda row: row.yearly).figure
    groups = _in_time(rows) if in_time else _groups(rows, question)
    return ChartPanel(figure, _scale(rows), groups, in_time)


def _rows(answers: Iterable[Answer], numbers: NumberWords, *, yearly: bool) -> Iterator[ChartRow]:
    """The rows of answers in one unit; with `yearly`, a monthly rate is drawn as a yearly one."""
    for answer in answers:
        if isinstance(figure := answer.given, Figure):
            made = yearly and figure.per == "month"
            times = MONTHS_IN_A_YEAR if made else 1
            yield ChartRow(answer, figure, mark(figure, numbers, times), made)


def _scale(rows: list[ChartRow]) -> Scale:
    """The scale for the stated numbers; vague words ("thousands") have no number that it could fit."""
    exact = [row for row in rows if row.mark.kind != "vague" and row.mark.amounts]
    return scale(amount for row in exact or rows for amount in row.mark.amounts)


def _in_time(rows: list[ChartRow]) -> tuple[BasisGroup, ...]:
    """All rows in order of time, in lanes of what counts the same."""
    runs = groupby(
        sorted(rows, key=_time), key=lambda row: (row.figure.basis, row.figure.population)
    )
    lanes = (Lane(people, tuple(run), basis) for (basis, people), run in runs)
    return (BasisGroup(None, tuple(lanes)),)


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
