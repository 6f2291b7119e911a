"""Days: the calendar of `datetime`, and the same calendar before and after it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.dates import parse
from generator.text.days import FIRST, LAST, Day, days_between, days_in_month, year_text

DATES = st.dates()
NUMBERS = st.integers(-(10**11), 10**11)


@given(DATES)
def test_a_day_that_datetime_has_is_numbered_and_written_as_there(day: date) -> None:
    """And has the same parts."""
    ours = Day(day.year, day.month, day.day)
    assert ours.number == day.toordinal()
    assert Day.numbered(day.toordinal()) == ours
    assert str(ours) == day.isoformat()


@given(NUMBERS)
def test_every_number_is_one_day(number: int) -> None:
    """There and back again, in any year; the next number is the next day."""
    day = Day.numbered(number)
    assert day.number == number
    assert 1 <= day.day <= days_in_month(day.year, day.month)
    after = Day.numbered(number + 1)
    assert after > day
    assert after.day == day.day + 1 or after.day == 1


@given(NUMBERS, NUMBERS)
def test_days_are_in_the_order_of_their_numbers(one: int, other: int) -> None:
    """And as many days apart."""
    first, second = Day.numbered(one), Day.numbered(other)
    assert (first < second) == (one < other)
    assert days_between(first, second) == other - one


@pytest.mark.parametrize(
    ("day", "text", "number"),
    [
        (Day(1, 1, 1), "0001-01-01", 1),
        (Day(0, 12, 31), "0000-12-31", 0),
        (Day(0, 2, 29), "0000-02-29", -306),
        (Day(-43, 3, 15), "-0043-03-15", -15_997),
        (Day(10_000, 2, 29), "10000-02-29", 3_652_119),
    ],
)
def test_days_outside_datetime(day: Day, text: str, number: int) -> None:
    """The Ides of March of 44 BC are the Julian day 1,705,428 of the Gregorian calendar."""
    assert str(day) == text
    assert day.number == number
    assert Day.numbered(number) == day


def test_years_are_written_with_four_digits_at_least() -> None:
    """And with a sign before Christ."""
    assert [year_text(year) for year in (-17_000, -43, 0, 44, 2016)] == [
        "-17000",
        "-0043",
        "0000",
        "0044",
        "2016",
    ]


@given(NUMBERS)
def test_every_day_is_between_the_first_and_the_last(number: int) -> None:
    """They are the ends of what is open."""
    assert FIRST < Day.numbered(number) < LAST


def test_no_year_that_a_record_can_have_is_outside() -> None:
    """The longest has nine digits; the whole year of either end is beyond it."""
    assert Day(-1_000_000_000, 1, 1) == FIRST
    assert Day(1_000_000_000, 12, 31) == LAST
    first, last = parse("Y-999999999").earliest, parse("Y999999999").latest
    assert first is not None
    assert last is not None
    assert FIRST < first < last < LAST
