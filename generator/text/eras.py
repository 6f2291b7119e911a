"""Eras: years before Christ or of another calendar, and centuries, as a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.text.calendars import YEARS, CalendarName
from generator.text.folding import fold_line
from generator.text.matching import either, stands_in
from generator.text.numbers import NumberWords, Spoken, numbers

_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_NUMBER = re.compile(r"\b([IVX]+)(?:er|e|ème)?\b")
_ENDING = r"(?:\.|-?\w{1,3})?"  # of a number that is an ordinal: "20.", "20th", "20-й"
_DIGITS = re.compile(r"\d+")
_TO = "-"
OTHER_YEARS = range(1, 1600)
"""The years that another calendar may count; later ones are Gregorian."""


@dataclass(frozen=True, eq=False)
class EraWords:
    """How documents name years before Christ and centuries.

    `before_christ` comes after the year, `before_christ_first` before it, and `centuries` on either
    side of the century's number. `century_names` are full names by that number, for languages that
    don't number centuries. `after_christ` comes after a year of ours in languages with other calendars.
    """

    before_christ: tuple[str, ...] = ()
    after_christ: tuple[str, ...] = ()
    before_christ_first: tuple[str, ...] = ()
    centuries: tuple[str, ...] = ()
    century_names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class CalendarWords:
    """The names of another calendar's months, each in every form, and the marks of its years.

    Years of a `usual` calendar need no mark: in a Persian text, 1398 is one of them.
    """

    months: tuple[tuple[str, ...], ...] = ()
    marks: tuple[str, ...] = ()
    usual: bool = False


def is_before_christ(text: str, place: tuple[int, int], eras: EraWords, words: NumberWords) -> bool:
    """Whether a year, given by two indices of a folded text, is before Christ.

    So is the first of two years: "from 50 to 44 BC".
    """
    joints = (_TO, *words.ranges, words.joiner)
    start, end = place
    first = any(text[:start].rstrip().endswith(mark) for mark in eras.before_christ_first)
    return first or _before_christ(eras.before_christ, joints).match(text, end) is not None


@lru_cache(maxsize=16)
def _before_christ(marks: tuple[str, ...], joints: tuple[str, ...]) -> re.Pattern[str]:
    after = rf"(?:\s?{either(joints)}\s?\d+)?{_ENDING}\s?"
    return re.compile(rf"{after}{_marks(marks)}(?!\w)")


def _marks(marks: Iterable[str]) -> str:
    return either(map(fold_line, marks), gap=r"\s?")


def is_of_another_calendar(
    text: str,
    year: Spoken,
    calendars: Mapping[CalendarName, CalendarWords],
    ours: CalendarWords | None = None,
) -> bool:
    """Whether a folded text marks a year as one of these calendars' years, or has one of their months there.

    Only years that one of them can have are looked at: "13 Dey 1398", "1441 AH". A year of a usual
    calendar counts unless it has a mark or a month of `ours`.
    """
    number = int(year.value)  # what is compared with a year has no fraction
    if number not in OTHER_YEARS:
        return False
    known = [words for name, words in calendars.items() if number in YEARS[name]]
    if any(_is_beside(year, text, words) for words in known):
        return True
    usual = any(words.usual for words in known)
    return usual and not (ours and _is_beside(year, text, ours))


def _is_beside(year: Spoken, text: str, words: CalendarWords) -> bool:
    """Whether a month or a mark of a calendar is right before or after a year."""
    if not words.marks and not words.months:
        return False
    digits = _DIGITS.match(text, year.start)  # without a mark that looks like the end of an ordinal
    ends = (year.end, *([digits.end()] if digits else []))
    after = any(_after(words).match(text, end) for end in ends)
    return after or _before(words).search(text, 0, year.start) is not None


@lru_cache(maxsize=32)
def _after(words: CalendarWords) -> re.Pattern[str]:
    """What follows the year: a mark, or a month in "1398 Dey 13"."""
    return re.compile(rf"\s?(?:{_marks((*words.marks, *_months(words)))})(?!\w)")


@lru_cache(maxsize=32)
def _before(words: CalendarWords) -> re.Pattern[str]:
    """What comes before the year: a month, or a mark in "AH 1441"."""
    return re.compile(rf"(?<!\w){_marks((*words.marks, *_months(words)))},?\s(?:\w+\s)?$")


def _months(words: CalendarWords) -> Iterator[str]:
    return (name for names in words.months for name in names)


def centuries(text: str, eras: EraWords, words: NumberWords) -> frozenset[int]:
    """The numbers of the centuries that a folded text names, negative before Christ."""
    named = {
        number
        for number, names in eras.century_names.items()
        if any(stands_in(fold_line(name), text) for name in names)
    }
    return frozenset((*named, *_counted(text, eras, words)))


def _counted(text: str, eras: EraWords, words: NumberWords) -> Iterator[int]:
    """The centuries whose number is beside the word for a century."""
    if not eras.centuries:
        return
    century = either(map(fold_line, eras.centuries))
    after = re.compile(
        rf"{_ENDING}\s?{century}(?!\w)(?P<bc>\s?{_marks(eras.before_christ)})?", re.IGNORECASE
    )
    before = re.compile(rf"(?<!\w){century}\s(?:\w+\s)?$", re.IGNORECASE)
    for number, start, end in _numbers(text, words):
        if found := after.match(text, end):
            yield -number if found["bc"] else number
        elif before.search(text, 0, start):
            yield -number if is_before_christ(text, (start, end), eras, words) else number


def _numbers(text: str, words: NumberWords) -> list[tuple[int, int, int]]:
    """The whole numbers of a text, in Roman figures and as ordinals too, with their start and end.

    A part of another number does not count: "twenty-first" is 21, and not 1.
    """
    found = [*_each_number(text, words)]
    return [one for one in found if not any(_is_part(one, other) for other in found)]


def _each_number(text: str, words: NumberWords) -> Iterator[tuple[int, int, int]]:
    for one in numbers(text, words):
        if one.value == one.value.to_integral_value():
            yield int(one.value), one.start, one.end
    for found in re.compile(rf"\b{either(words.ordinal_ends)}\b", re.IGNORECASE).finditer(text):
        yield words.ordinal_ends[found.group().casefold()], found.start(), found.end()
    for found in _ROMAN_NUMBER.finditer(text):
        yield _roman(found[1]), found.start(), found.end(1)


def _is_part(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    (_, start, end), (_, first, last) = one, other
    return first <= start and end <= last and last - first > end - start


def _roman(figures: str) -> int:
    values = [_ROMAN[figure] for figure in figures]
    return sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )
