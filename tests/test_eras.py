"""Eras: which years are before Christ or of another calendar, and which centuries a text names."""

from __future__ import annotations

import re

import pytest

from generator.text.calendars import CalendarName
from generator.text.eras import (
    CalendarWords,
    EraWords,
    centuries,
    is_before_christ,
    is_of_another_calendar,
)
from generator.text.folding import fold_line
from generator.text.numbers import numbers
from tests.project import configured
from tests.test_languages import words_of

NUMBERS = configured().words_of("en").numbers
ERAS = EraWords(
    before_christ=("BC", "v. Chr."),
    before_christ_first=("ante",),
    centuries=("century", "siècle"),
    century_names={19: ("Ottocento",), 20: ("Novecento", "secolo breve")},
)
CALENDARS: dict[CalendarName, CalendarWords] = {
    "solar-hijri": CalendarWords((("Dey", "Jadi"), ("Bahman",)), ("SH",)),
    "lunar-hijri": CalendarWords((("Rajab",),), ("AH", "of the Hijra")),
}


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("in 44 BC", True),
        ("in 44BC", True),
        ("in 44", False),
        ("in 44 BCL", False),
        ("44 men in 50 BC", False),
        # The words of a mark may have a space between them, or none.
        ("in 44 v. Chr.", True),
        ("in 44 v.Chr.", True),
        # A mark before the year, with a space or without one.
        ("ante 44", True),
        ("ante44", True),
        ("  ante 44", True),
        ("ante men 44", False),
        # The first of two years.
        ("from 50 to 44 BC", True),
        ("50-44 BC", True),
        ("1050-1044 BC", True),
        ("50 and 44 BC", True),
        ("50 men, 44 BC", False),
        ("44th BC", True),
    ],
)
def test_a_year_before_christ(text: str, before: bool) -> None:
    """The first number of the text, by a mark on either side of it."""
    first = re.search(r"\d+", text)
    assert first
    assert is_before_christ(text, first.span(), ERAS, NUMBERS) is before


@pytest.mark.parametrize(
    ("text", "other"),
    [
        # A mark or a month, right before or after the year, or with a day between.
        ("1398 SH", True),
        ("SH 1398", True),
        ("1398 Dey 13", True),
        ("Dey 1398", True),
        ("Jadi, 1398", True),
        ("Dey 13th 1398", True),
        ("1398 of the Hijra", True),
        ("1398", False),
        ("1398 SHH", False),
        ("XSH 1398", False),
        ("1398 men in Dey", False),
        ("Dey was cold. 1398 men", False),
        # The month of one year is not that of the next.
        ("1398, Dey 1399", False),
        # Each calendar has years of its own; later ones are Gregorian, whatever is beside them.
        ("1277 SH", True),
        ("1276 SH", False),
        ("1276 AH", True),
        ("1 AH", True),
        ("1599 AH", True),
        ("1600 AH", False),
        ("Rajab 2016", False),
    ],
)
def test_a_year_of_another_calendar(text: str, other: bool) -> None:
    """The year of the text, or the first of two."""
    year = next(one for one in numbers(text, NUMBERS) if one.value != 13)
    assert is_of_another_calendar(text, year, CALENDARS) is other


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the 20th century", {20}),
        ("the 20 century", {20}),
        ("the twentieth century", {20}),
        ("the first century", {1}),
        ("the Second Century", {2}),
        ("the Twenty-First century", {21}),
        ("the XX century", {20}),
        ("the XIX century", {19}),
        ("the XIV century", {14}),
        ("the VI century", {6}),
        ("le XVIe siècle", {16}),
        ("le Ier siècle", {1}),
        ("the 2.5 century", set()),
        ("the century", set()),
        ("20 left in this century", set()),
        ("the 20th centuryman", set()),
        ("the 19th and the 20th century", {20}),
        # The word before its number, right away or with one word between.
        ("century 20", {20}),
        ("Siècle XX", {20}),
        ("siècle numéro XX", {20}),
        ("this siècle, and 20 men", set()),
        ("this midcentury 20", set()),
        # Before Christ.
        ("the 1st century BC", {-1}),
        ("the 1st centuryBC", set()),
        ("the I century v.Chr.", {-1}),
        ("siècle I BC", {-1}),
        # Whole names.
        ("nell'Ottocento", {19}),
        ("il secolo breve", {20}),
        ("nel Novecentouno", set()),
        ("Ottocento, and the 20th century", {19, 20}),
    ],
)
def test_centuries_of_a_text(text: str, named: set[int]) -> None:
    """By number, below 0 before Christ."""
    assert centuries(text, ERAS, NUMBERS) == named


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("ar", "القرن التاسع عشر", 19),
        ("de", "des einundzwanzigsten Jahrhunderts", 21),
        ("ru", "двадцать первого века", 21),
        ("ru", "века двадцать первого", 21),
    ],
)
def test_a_number_that_is_part_of_another(language: str, text: str, named: int) -> None:
    """It names no century of its own, wherever in the other it is."""
    words = words_of(language)
    assert centuries(fold_line(text), words.eras, words.numbers) == {named}


def test_a_language_without_words_for_a_century() -> None:
    """A number alone names none."""
    assert centuries("In 20 years, in the XX", EraWords(), NUMBERS) == set()
