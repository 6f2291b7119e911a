"""Dates in numbers: each row is a text, and the parts of dates that it gives."""

from __future__ import annotations

import pytest

from generator.text.date_values import DatePart
from generator.text.numeric_dates import (
    dates_apart,
    days_in_words,
    numeric_dates,
    short_years,
)
from tests.project import configured

DAYS = configured().numbers


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 2016-03-15.", ["2016 3 15"]),
        ("on 2016/3/5, 2016.03.05", ["2016 3 5", "2016 3 5"]),
        ("on 15.03.2016", ["2016 3 15"]),
        ("on 3.4.2016 and ۳.۴.۲۰۱۶", ["2016 4 3", "2016 4 3"]),
        # Between other signs, the number that can be no month is the day.
        ("on 25/03/2016", ["2016 3 25"]),
        ("on 03/25/2016", ["2016 3 25"]),
        ("on 25-03-2016", ["2016 3 25"]),
        ("on 04/04/2016", ["2016 4 4"]),
        ("on 03/04/2016", ["2016"]),
        ("on 12/12/2016", ["2016 12 12"]),
        ("on 13/12/2016", ["2016 12 13"]),
        ("on 12/10/2016", ["2016"]),
        ("on 10/12/2016", ["2016"]),
        ("on 03/13/2016", ["2016 3 13"]),
        # The first and the last of the year and of a month.
        ("on 2016-01-01", ["2016 1 1"]),
        ("on 2016-12-31", ["2016 12 31"]),
        # No such month or day, or more or fewer numbers than a date has.
        ("on 2016-13-15", []),
        ("on 2016-00-15", []),
        ("on 2016-12-32", []),
        ("on 2016-12-00", []),
        ("on 25/13/2016", []),
        ("12.5.1 and 1.2.3.2016", []),
        ("2016-03-15-4", []),
        ("at 2016-03/15", []),
    ],
)
def test_dates_in_numbers(text: str, dates: list[str]) -> None:
    """Year, month and day, where it is clear which is which."""
    kinds = ("year", "month", "day")
    expected = [
        DatePart(kind, int(number))  # type: ignore[arg-type]
        for date in dates
        for kind, number in zip(kinds, date.split(), strict=False)
    ]
    assert [*numeric_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in spring '16", {16}),
        ("in '16 and '17.", {16, 17}),
        ("the '60s, 5'16, '160, '1", set()),
    ],
)
def test_years_cut_short(text: str, years: set[int]) -> None:
    """Two digits after the mark, and nothing beside them."""
    assert short_years(text) == years


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on the third of March", {3}),
        ("on the third day of March", {3}),
        ("on March the Ninth", {9}),
        ("on March third and March ninth", {3, 9}),
        ("the third man, in March", set()),
        ("the third of Marching men", set()),
    ],
)
def test_days_in_words(text: str, days: set[int]) -> None:
    """An ordinal is a day only beside a month."""
    assert days_in_words(text, DAYS, ["March", "May"]) == days


def test_dates_apart_from_the_rest_of_a_text() -> None:
    """As EDTF, in their order, and only those within the range; the rest keeps its length."""
    text = "1 on 15.03.2016, 2016-03-01 or 3/4/2016, not on 2016-13-40 or 2017-01-02"
    dates, rest = dates_apart(text, 1, 60)
    assert [(date, text[start:end]) for date, start, end in dates] == [
        ("2016-03-15", "15.03.2016"),
        ("2016-03-01", "2016-03-01"),
        ("2016", "3/4/2016"),
    ]
    assert rest == f"1 on {' ' * 10}, {' ' * 10} or {' ' * 8}, not on 2016-13-40 or 2017-01-02"
