"""Calendars beside the Gregorian: solar Hijri (Iran, Afghanistan), lunar Hijri and Buddhist (Thailand).

They are calculated by rule, in whole numbers. Libraries for this bring far more than the few lines
that it takes (`convertdate`: an astronomical package of 5 MB), stop at the table of one country
(`hijridate`), or have another licence. The tests compare the days with what those libraries give.

The solar year begins at the spring equinox. A rule of 33 years gives the official days of the years
that can be read here. A lunar month begins when somebody sees the new moon, so the days of the
tabular calendar, with its cycle of 30 years, may be one day off; they differ from the printed
calendar of Saudi Arabia by two days in one month of forty. Since 1941, the Thai calendar has been
the Gregorian with 543 added to the year; before, its years began in April.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from generator.text import days as gregorian
from generator.text.date_hints import DateError
from generator.text.days import Day

CalendarName = Literal["solar-hijri", "lunar-hijri", "buddhist"]
CALENDARS: tuple[CalendarName, ...] = get_args(CalendarName)
YEARS: dict[CalendarName, range] = {
    "solar-hijri": range(1277, 1503),
    "lunar-hijri": range(1, 10_000),
    "buddhist": range(2484, 10_000),
}
"""The years whose days are known."""
MOON_SEEN = 1  # day by which the moon can be seen sooner or later than the table has it

_BUDDHIST_YEARS = 543  # more than after Christ
_SOLAR_EPOCH = 226_894  # the day before the first of Farvardin of the year 1, by the rule
_LUNAR_EPOCH = 227_014  # the day before the first of Muharram of the year 1
_WRITTEN = re.compile(
    rf"(\d{{1,4}})(?:-(\d{{2}})(?:-(\d{{2}}))?)? ({'|'.join(CALENDARS)})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A year, a month or a day of another calendar; `text` is as records write it."""

    text: str
    calendar: CalendarName
    year: int
    month: int | None
    day: int | None

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day that it is, by the rule of its calendar."""
        month = self.month or 12
        last = self.day or days_in_month(self.calendar, self.year, month)
        return (
            Day.numbered(_number(self.calendar, self.year, self.month or 1, self.day or 1)),
            Day.numbered(_number(self.calendar, self.year, month, last)),
        )

    @property
    def possible_days(self) -> tuple[Day, Day]:
        """The first and the last day that it can be."""
        doubt = MOON_SEEN if self.calendar == "lunar-hijri" else 0
        first, last = self.days
        return Day.numbered(first.number - doubt), Day.numbered(last.number + doubt)


def in_calendar(text: str) -> CalendarDate | None:
    """The date that a text such as `1398-10-13 solar-hijri` means; None for a text in another form.

    Raises DateError for a year, a month or a day that the calendar does not have.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    calendar = next(one for one in CALENDARS if one == found[4])
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    known = YEARS[calendar]
    if year is None or year not in known:
        raise DateError(
            f"has a year that the program can't convert; write one from {known.start} to {known.stop - 1}"
        )
    if month is not None and not 1 <= month <= 12:
        raise DateError(
            f"has the month {month:02}, which does not exist; write a month, 01 to 12, and for a season "
            f'its months, such as `"[{year}-01..{year}-03] {calendar}"`'
        )
    if month and day is not None and not 1 <= day <= (most := days_in_month(calendar, year, month)):
        raise DateError(
            f"has the day {day:02} in a month of {most} days; write a day, 01 to {most}"
        )
    return CalendarDate(text, calendar, year, month, day)


def days_in_month(calendar: CalendarName, year: int, month: int) -> int:
    """How many days a month, 1 to 12, has in a year."""
    if calendar == "buddhist":
        return gregorian.days_in_month(year - _BUDDHIST_YEARS, month)
    if calendar == "lunar-hijri":
        return 29 + month % 2 + (month == 12 and (11 * year + 14) % 30 < 11)
    if month < 12:
        return 31 if month <= 6 else 30
    return 29 + ((8 * year + 29) % 33 < 8)


def _number(calendar: CalendarName, year: int, month: int, day: int) -> int:
    """The number of a day, given 8 leap days in 33 solar years, and 11 in 30 lunar ones."""
    if calendar == "buddhist":
        return Day(year - _BUDDHIST_YEARS, month, day).number
    if calendar == "lunar-hijri":
        before = 29 * (month - 1) + month // 2
        return _LUNAR_EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + before + day
    before = 31 * (month - 1) - max(month - 7, 0)
    return _SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + before + day
