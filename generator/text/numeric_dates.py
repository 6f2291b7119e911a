"""Dates that a text writes in numbers or in ordinal words: "2016-03-15", "25/03/2016", "’16"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.text.date_values import DatePart
from generator.text.matching import either
from generator.text.number_words import NumberWords, plain_digits

_YEAR_FIRST = re.compile(r"(?<![\d.,/-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
_YEAR_LAST = re.compile(r"(?<![\d.,/-])(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?![\d/-]|\.\d)")
_SHORT_YEAR = re.compile(r"(?<!\w)'(\d{2})(?![\w'])")


def numeric_dates(text: str) -> Iterator[DatePart]:
    """The year, month and day of each date in a folded text that is written in numbers.

    With points between the numbers, the day comes before the month. With other signs, a number that
    can't be a month is the day; if both could be months, only the year is given.
    """
    text = plain_digits(text)
    for year, _, month, day in _YEAR_FIRST.findall(text):
        yield from _parts(int(year), int(month), int(day))
    for first, sign, second, year in _YEAR_LAST.findall(text):
        one, other = int(first), int(second)
        if sign == "." or one > 12 or one == other:
            yield from _parts(int(year), other, one)
        elif other > 12:
            yield from _parts(int(year), one, other)
        else:
            yield DatePart("year", int(year))


def dates_apart(text: str, start: int, end: int) -> tuple[tuple[tuple[str, int, int], ...], str]:
    """The dates in numbers in a range of a folded text, as EDTF and each with its range, and the rest.

    The rest is the whole text, of the same length, with spaces in place of these dates.
    """
    found: list[tuple[str, int, int]] = []
    for pattern in (_YEAR_FIRST, _YEAR_LAST):
        for match in pattern.finditer(plain_digits(text), start, end):
            if parts := [*numeric_dates(match[0])]:
                date = "-".join(
                    f"{part.value:04}" if part.kind == "year" else f"{part.value:02}"
                    for part in parts
                )
                found.append((date, *match.span()))
                text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return tuple(sorted(found, key=lambda one: one[1])), text


def _parts(year: int, month: int, day: int) -> Iterator[DatePart]:
    """The parts of a date, if the month and the day are possible."""
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield DatePart("year", year)
        yield DatePart("month", month)
        yield DatePart("day", day)


def short_years(text: str) -> frozenset[int]:
    """The last two digits of each year that a folded text cuts short: 16 for "’16"."""
    return frozenset(map(int, _SHORT_YEAR.findall(plain_digits(text))))


def days_in_words(text: str, words: NumberWords, months: Iterable[str]) -> frozenset[int]:
    """The days that a folded text names by an ordinal beside a month: 3 for "the third of March"."""
    return frozenset(
        words.ordinal_ends[(found[1] or found[2]).casefold()]
        for found in _day_in_words(words, tuple(months)).finditer(words.plain(text))
    )


@lru_cache(maxsize=8)
def _day_in_words(words: NumberWords, months: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of an ordinal word before or after the name of a month."""
    word, month = either(words.ordinal_ends), either(map(words.plain, months))
    return re.compile(
        rf"\b({word})(?: day)?{words.day_of}{month}\b|\b{month}(?: the)? ({word})\b", re.IGNORECASE
    )
