"""The value of a date: a point in time, all of a span, or some time within one.

A value keeps exactly what its text says. Its bounds are days of the Gregorian calendar, or None
where the text gives none. `dates.parse` makes these values.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from generator.text.calendar_dates import Kind, StatedDate
from generator.text.calendars import CalendarDate, CalendarName
from generator.text.days import FIRST, LAST, Day, days_in_month

SPRING, WINTER = 21, 24
LEAP_DAY = (2, 29)
DECADE, CENTURY = 10, 100  # years

DatePartKind = Literal["year", "decade", "century", "month", "day", "season"]


class DatePart(NamedTuple):
    """One part of a date, to be looked for in a quote: the year 2012, the month 7.

    `calendar` is set if it is not the Gregorian.
    """

    kind: DatePartKind
    value: int
    calendar: CalendarName | None = None

    @property
    def number(self) -> int:
        """The number by which people name it: 44 for the year -43, -1 for the first century BC."""
        if self.kind == "century":
            return century_of(self.value)
        return 1 - self.value if self.kind == "year" and self.value <= 0 else self.value


_SPANS: dict[int, DatePartKind] = {1: "year", DECADE: "decade", CENTURY: "century"}
"""The part of a date that lasts so many years."""


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season, year, decade or century; `year` is None if it is not given.

    Years are astronomical: 0 is 1 BC. A point that lasts several `years`, 10 or 100, has the first
    of them as `year`.
    """

    year: int | None
    month: int | None
    day: int | None
    season: int | None
    years: int
    uncertain: bool
    approximate: bool
    text: str

    @property
    def earliest(self) -> Day | None:
        """The first day that the point can mean; None if the year is not given."""
        if self.year is None:
            return None
        if self.season == WINTER:
            return Day(self.year - 1, 12, 1)
        return Day(self.year, self._months[0], self.day or 1)

    @property
    def latest(self) -> Day | None:
        """The last day that the point can mean; None if the year is not given."""
        if self.year is None:
            return None
        year, month = self.year + self.years - 1, self._months[1]
        if self.season == WINTER:
            year, month = year + 1, 2
        return Day(year, month, self.day or days_in_month(year, month))

    @property
    def _months(self) -> tuple[int, int]:
        """The first and last month that the point can mean.

        EDTF gives seasons no months. Spring to autumn are the meteorological seasons of the north,
        March to November, as in `edtf` 5. The winter of a year may be at its beginning or at its
        end, so the bounds contain both: from December of the year before to February of the next.
        """
        if self.season is not None:
            first = 3 + 3 * (self.season - SPRING)
            return first, first + 2
        return self.month or 1, self.month or 12

    def parts(self) -> Iterator[DatePart]:
        """The parts of the point, the largest first."""
        if self.year is not None:
            yield DatePart(_SPANS[self.years], self.year)
        if self.season is not None:
            yield DatePart("season", self.season)
        if self.month is not None:
            yield DatePart("month", self.month)
        if self.day is not None:
            yield DatePart("day", self.day)


@dataclass(frozen=True, slots=True)
class Edtf:
    """When something was so: at a point, throughout a span, or at some time within one.

    `first` and `last` are the ends of the span, and None if it is open. At a point both are the
    same. `stated` is the date in another calendar, if it was converted from that.
    """

    text: str
    kind: Kind
    first: Point | None
    last: Point | None
    stated: StatedDate | None = None

    @property
    def written(self) -> str:
        """The date as the record writes it, in the calendar that the record uses."""
        return self.stated.text if self.stated else self.text

    @property
    def earliest(self) -> Day | None:
        """The first day that the date can mean; None if that is open or has no year."""
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> Day | None:
        """The last day that the date can mean; None if that is open or has no year."""
        return self.last.latest if self.last else None

    @property
    def points(self) -> tuple[Point, ...]:
        """The points in the date: one, or the ends of the span that are not open."""
        ends = (self.first,) if self.kind == "on" else (self.first, self.last)
        return tuple(end for end in ends if end is not None)

    @property
    def known(self) -> bool:
        """Whether every point has a year; a date without a year is never compared."""
        return all(point.year is not None for point in self.points)

    def parts(self) -> tuple[DatePart, ...]:
        """The years, decades, centuries, seasons, months and days in the date, each once, as written."""
        if self.stated:
            of_each = (part for point in self.stated.points for part in _calendar_parts(point))
            return tuple(dict.fromkeys(of_each))
        return tuple(dict.fromkeys(part for point in self.points for part in point.parts()))


def _calendar_parts(stated: CalendarDate) -> Iterator[DatePart]:
    """The parts of a date in another calendar."""
    given: dict[DatePartKind, int | None] = {
        "year": stated.year,
        "month": stated.month,
        "day": stated.day,
    }
    for kind, value in given.items():
        if value is not None:
            yield DatePart(kind, value, stated.calendar)


def century_of(first: int) -> int:
    """The number of the century that begins with this year, as people count: 20 for 1900, -1 for -99."""
    return first // CENTURY + 1 if first >= 0 else (first - 1) // CENTURY


def can_be(own: Edtf, found: Edtf) -> bool:
    """Whether a date (in some year, if it has none) fits the time that was found for it.

    `XXXX-04` can be some time within `[1903-03..1903-05]`. The ends of a span are ends of both.
    """
    if own.kind == "on":
        return all(_meets(point, found.earliest, found.latest) for point in own.points)
    ends = ((own.first, found.first), (own.last, found.last))
    return all(one is None or _meets(one, *_days(other)) for one, other in ends)


def _days(point: Point | None) -> tuple[Day | None, Day | None]:
    return (point.earliest, point.latest) if point else (None, None)


def _meets(point: Point, first: Day | None, last: Day | None) -> bool:
    """Whether a point (in any year, if it has none) includes a day from the first to the last."""
    start, end = first or FIRST, last or LAST
    years = _years(first, last) if point.year is None else (point.year,)
    in_years = (
        replace(point, year=year)
        for year in years
        if isleap(year) or (point.month, point.day) != LEAP_DAY
    )
    return any(
        earliest <= end and start <= latest
        for earliest, latest in map(_days, in_years)
        if earliest and latest
    )


def _years(first: Day | None, last: Day | None) -> range:
    """The years from one day to another; for an open time, enough years to include a leap day."""
    known = first or last or Day(0, 1, 1)
    return range(
        (first or known).year - 8 * (first is None), (last or known).year + 1 + 8 * (last is None)
    )


def sort_key(edtf: Edtf) -> tuple[int, int, int, str]:
    """The key that sorts dates by first day, then by last; an open start counts as its last day.

    Dates without a year come last, by month and day, since nothing says where they belong.
    """
    if not edtf.known:
        yearless = next(point for point in edtf.points if point.year is None)
        return 1, yearless.month or 0, yearless.day or 0, edtf.text
    latest = edtf.latest or LAST
    return 0, (edtf.earliest or latest).number, latest.number, edtf.text


def dated_first(edtf: Edtf | None) -> tuple[object, ...]:
    """The key that sorts dates in order of time, with what has no date at the end."""
    return (0, sort_key(edtf)) if edtf else (1,)
