"""Marks: what kind of date a fact has, and where it lies on an axis, in per cent of its length.

An axis is as long as the reader's screen is wide. Whatever is placed here is apart on the
narrowest of them, NARROWEST units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from generator.text.dates import Edtf, sort_key

Sign = Literal["on", "throughout", "between", "by", "later", "yearless"]
"""On a point (a day, a month, a year), throughout a span, some time within one that has both ends
or only the last or the first of them; and what has no year. A key explains them in this order."""

SIGNS: tuple[Sign, ...] = get_args(Sign)

NARROWEST = 280.0
"""The length of the shortest axis, in units."""

LEAST = 9.0
"""So long a mark is at least, in units: a day could not be seen otherwise."""

APART = 4.0
"""So far are marks in one lane apart at least, in units."""

TAIL = 14.0
"""The length of an arrow, which means nothing, in units."""

PADDING = 100 * (TAIL + 4) / NARROWEST
"""What is left free for arrows before and after the years, in per cent."""


def sign(when: Edtf) -> Sign:
    """Which of the kinds of dates this is."""
    if not when.known:
        return "yearless"
    if when.kind == "within":
        return "by" if when.first is None else "later" if when.last is None else "between"
    return when.kind


def unsure(when: Edtf) -> bool:
    """Whether a point of it is about, or uncertain."""
    return any(point.approximate or point.uncertain for point in when.points)


def year_of(when: Edtf) -> int | None:
    """The year in whose list it stands: that of its first day, or of its last if that is open."""
    day = (when.earliest or when.latest) if when.known else None
    return day.year if day else None


@dataclass(frozen=True, slots=True)
class Axis:
    """The years from the first of `first` to the end of `last`."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Where a day begins, in per cent of the axis."""
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal() + 1
        share = (day.toordinal() - start) / (end - start)
        return PADDING + share * (100 - 2 * PADDING)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The years that are written under it: round ones, six at most."""
        count = self.last - self.first + 1
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1500) if count <= 6 * step)
        return tuple(year for year in range(self.first, self.last + 1) if year % step == 0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A date on an axis: where it begins and ends in per cent, and how far down it stands.

    `before` and `after` say that it is open there, and an arrow is drawn; it counts to the length.
    """

    key: str
    sign: Sign
    unsure: bool
    start: float
    end: float
    before: bool
    after: bool
    lane: int


def axis_of(dates: Iterable[Edtf]) -> Axis | None:
    """The axis on which dates lie; None where none has a year."""
    known = [one for one in dates if one.known]
    days = [day for one in known for day in (one.earliest, one.latest) if day]
    return Axis(min(days).year, max(days).year) if days else None


def bars(dates: Mapping[str, Edtf], axis: Axis) -> tuple[Bar, ...]:
    """The dates that have a year, in order of time; those in one lane are apart."""
    ends: list[float] = []
    found = []
    for key, when in sorted(dates.items(), key=lambda item: (sort_key(item[1]), item[0])):
        if when.known:
            start, end = _extent(when, axis)
            lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
            longer = max(end, start + 100 * LEAST / NARROWEST)
            ends[lane : lane + 1] = [longer + 100 * APART / NARROWEST]
            open_ends = when.earliest is None, when.latest is None
            found.append(Bar(key, sign(when), unsure(when), start, end, *open_ends, lane))
    return tuple(found)


def _extent(when: Edtf, axis: Axis) -> tuple[float, float]:
    """From its first day to the end of its last, or as far as an arrow is long."""
    tail = 100 * TAIL / NARROWEST
    first, last = when.earliest, when.latest
    start = axis.at(first) if first else None
    end = axis.at(date.fromordinal(last.toordinal() + 1)) if last and last < date.max else None
    if start is None:
        end = end if end is not None else 100.0
        return max(end - tail, 0.0), end
    if end is None:
        return start, min(start + tail, 100.0)
    return start, end


def sides(signs: Iterable[Sign]) -> Iterator[Sign]:
    """The kinds that there are, each once, in the order in which they are explained."""
    found = set(signs)
    yield from (one for one in SIGNS if one in found)
