"""A day of the Gregorian calendar in any year, even before Christ, where `datetime.date` stops.

Years are astronomical, as in EDTF: 0 is 1 BC, and -43 is 44 BC. The calendar is extended back
beyond its introduction, as EDTF requires.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097  # after which the calendar repeats itself


class Day(NamedTuple):
    """A day; days compare in order of time."""

    year: int
    month: int
    day: int

    @property
    def number(self) -> int:
        """The days up to and including this one; 1 January of the year 1 has the number 1.

        If `datetime.date` has the day, this is its `toordinal`.
        """
        cycles, year = divmod(self.year - 1, _CYCLE_YEARS)
        return cycles * _CYCLE_DAYS + date(year + 1, self.month, self.day).toordinal()

    @classmethod
    def numbered(cls, number: int) -> Day:
        """The day with a number."""
        cycles, rest = divmod(number - 1, _CYCLE_DAYS)
        day = date.fromordinal(rest + 1)
        return cls(day.year + cycles * _CYCLE_YEARS, day.month, day.day)

    def __str__(self) -> str:
        """The day in ISO 8601: `2016-03-15`, `-0043-03-15`; a long year has more digits."""
        return f"{year_text(self.year)}-{self.month:02}-{self.day:02}"


FIRST, LAST = Day(-(10**9), 1, 1), Day(10**9, 12, 31)
"""Before and after every day that a date can name: the ends of what is open."""


def year_text(year: int) -> str:
    """A year in ISO 8601, with a sign before Christ and at least four digits."""
    return f"{'-' * (year < 0)}{abs(year):04}"


def days_between(first: Day, last: Day) -> int:
    """The number of days from one day to another, negative if the other is earlier."""
    return last.number - first.number


@lru_cache(maxsize=2**12)  # the end of each month is asked for again and again
def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1]
