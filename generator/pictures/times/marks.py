"""Marks: the kind of a fact's date, and its position on an axis in per cent of its length.

An axis is as long as the reader's screen is wide. Marks placed here stay apart even on the
narrowest screen, where the axis has NARROWEST_AXIS units.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.text.dates import Edtf, sort_key
from generator.text.days import Day

Sign = Literal["on", "throughout", "between", "by", "later", "yearless"]
"""The kinds of dates.

On a day, month or year; throughout a span; some time between two dates, by a date, or later than
one; and any date without a year.
"""


NARROWEST_AXIS = 280.0  # units

SHORTEST_MARK = 9.0  # units, as in timeline.css; a day could not be seen otherwise

BETWEEN_MARKS = 4.0  # units between two marks in one lane, at least

MOST_DIGITS = 10  # at most, in a year on an axis

TAIL = 14.0
"""The length of an arrow, in units; it means nothing."""

PADDING = 100 * (TAIL + 4) / NARROWEST_AXIS
"""The room for arrows before and after the years, in per cent."""


def sign(when: Edtf) -> Sign:
    """The kind of a date."""
    if not when.known:
        return "yearless"
    if when.kind == "within":
        return "by" if when.first is None else "later" if when.last is None else "between"
    return when.kind


def unsure(when: Edtf) -> bool:
    """Whether a date has an approximate or uncertain point."""
    return any(point.approximate or point.uncertain for point in when.points)


def year_of(when: Edtf) -> int | None:
    """The year under which the timeline lists a date; None if it has no year.

    It is the year of the first day, or of the last day if the date has no beginning.
    """
    day = (when.earliest or when.latest) if when.known else None
    return day.year if day else None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from the first day of the year `first` to the last day of the year `last`."""

    first: int
    last: int

    def at(self, day: Day) -> float:
        """The position where a day begins, in per cent of the axis."""
        start, end = Day(self.first, 1, 1).number, Day(self.last + 1, 1, 1).number
        share = (day.number - start) / (end - start)
        return PADDING + share * (100 - 2 * PADDING)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The years written under the axis: round ones, before Christ too, and at most six."""
        count = self.last - self.first + 1
        sizes = (size * 10**power for power in range(MOST_DIGITS) for size in (1, 2, 5))
        step = next(step for step in sizes if count <= 6 * step)
        after = range(_up(max(self.first, 1), step), self.last + 1, step)
        before = range(_up(max(1 - self.last, 1), step), 1 - self.first + 1, step)
        return (*(1 - year for year in reversed(before)), *after)


def _up(year: int, step: int) -> int:
    """The first year that is a multiple of a step and not before this one."""
    return -(-year // step) * step


@dataclass(frozen=True, slots=True)
class Bar:
    """A date on an axis: its beginning and end in per cent, and its lane, from the bottom up.

    `concluded` is whether evidence gives the date, not the document. `before` and `after` say that
    it is open on that side; the bar then includes an arrow.
    """

    key: str
    sign: Sign
    unsure: bool
    concluded: bool
    start: float
    end: float
    before: bool
    after: bool
    lane: int


def axis_of(dates: Iterable[Edtf]) -> Axis | None:
    """The axis that fits the dates; None if no date has a year."""
    known = [one for one in dates if one.known]
    days = [day for one in known for day in (one.earliest, one.latest) if day]
    return Axis(min(days).year, max(days).year) if days else None


def bars(
    dates: Mapping[str, Edtf],
    axis: Axis,
    concluded: Collection[str] = (),
    begun: Collection[str] = (),
) -> tuple[Bar, ...]:
    """A bar for each date with a year, in order of time; bars of one lane never touch.

    Those of `begun` are drawn without their end.
    """
    ends: list[float] = []
    found = []
    for key, date in sorted(dates.items(), key=lambda item: (sort_key(item[1]), item[0])):
        if date.known:
            when = replace(date, last=None) if key in begun else date
            start, end = _extent(when, axis)
            lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
            longer = max(end, start + 100 * SHORTEST_MARK / NARROWEST_AXIS)
            ends[lane : lane + 1] = [longer + 100 * BETWEEN_MARKS / NARROWEST_AXIS]
            open_ends = when.earliest is None, when.latest is None
            marks = sign(when), unsure(when), key in concluded
            found.append(Bar(key, *marks, start, end, *open_ends, lane))
    return tuple(found)


def _extent(when: Edtf, axis: Axis) -> tuple[float, float]:
    """The beginning and end of a date on an axis, in per cent; an arrow's length if it is open."""
    tail = 100 * TAIL / NARROWEST_AXIS
    first, last = when.earliest, when.latest
    start = axis.at(first) if first else None
    end = axis.at(Day.numbered(last.number + 1)) if last else None
    if start is None:
        end = end if end is not None else 100.0
        return max(end - tail, 0.0), end
    if end is None:
        return start, min(start + tail, 100.0)
    return start, end
