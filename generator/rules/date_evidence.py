"""The rule that dates are taken from the words of their document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.config.lexicon import Lexicon
from generator.config.site import LANGUAGE
from generator.problems import Problem, show
from generator.rules.chronology import dates_of
from generator.rules.evidence import evidence, names_in, stated_numbers, words_of
from generator.text.calendars import YEARS
from generator.text.date_words import century_words, year_words
from generator.text.dates import DatePart
from generator.text.eras import centuries, is_before_christ, is_of_another_calendar
from generator.text.number_words import plain_digits
from generator.text.numbers import numbers
from generator.text.numeric_dates import days_in_words, numeric_dates, short_years


def dates_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """Each year, month, day and season of a date is in the fact's passages.

    Otherwise `inferred` says how other words of the document show it. The time when somebody passed
    a claim on can't be inferred.
    """
    for claim in atlas.claims.values():
        text = evidence(claim)
        for location, date in dates_of(claim):
            field = location[0]
            if field in claim.fact.inferred and field != "via":
                continue
            missing = [
                part for part in date.parts() if not is_said(part, text, words_of(claim, atlas))
            ]
            if missing:
                named = " or ".join(_name(part, atlas) for part in missing)
                otherwise = (
                    "move the date into `dated`, below this speaker, with the evidence for it"
                    if field == "via"
                    else f"add the reason under `inferred`, as `{field}: the reason`"
                )
                message = (
                    f"{show(date.written)}: `quote`, `context` and `attributed_as` do not give {named}; "
                    f"{_other_year(missing, text, words_of(claim, atlas))}"
                    f"add the document's words for it to `context`, or {otherwise}"
                )
                yield Problem(claim.entry.place(*location), "date-not-in-quote", message)


def _other_year(missing: list[DatePart], text: str, words: Lexicon) -> str:
    """The advice if a text has the number of a missing year, but counts it by another calendar; else ""."""
    years = {part.value for part in missing if part.kind == "year" and part.calendar is None}
    for year in sorted(years & stated_numbers(plain_digits(text), words.numbers)):
        for name in words.calendars:
            if year in YEARS[name]:
                return (
                    f"if the document means a year of another calendar, write `{year} {name}`, or "
                )
    return ""


def _name(part: DatePart, atlas: Atlas) -> str:
    """A part of a date in words, such as "the month June" or "the year 2015"."""
    words, value = atlas.config.dates, part.value
    if part.kind == "year":
        return f"the year {year_words(value, words)}"
    if part.kind == "century":
        return f"the {century_words(value, words)}"
    if part.kind == "month":
        own = atlas.config.words_of(LANGUAGE).names_of("month", value, part.calendar)
        return f"the month {(own or (str(value),))[0]}"
    if part.kind == "season":
        return f"the season {words.names_of_season(value)[0]}"
    return f"the {part.kind} {value}"


def is_said(part: DatePart, text: str, words: Lexicon) -> bool:
    """Whether a text gives a part of a date: its number, or any name of its month or season.

    A year before Christ, or of another calendar, does not count as one after. Dates in numbers give
    their days and months.
    """
    (kind, value, calendar), text = part, plain_digits(text)
    if kind in ("season", "month") and names_in(text, words.names_of(kind, value, calendar)):
        return True
    if DatePart(kind, value) in numeric_dates(text):
        return True
    if kind == "day":
        months = [
            name for month in range(1, 13) for name in words.names_of("month", month, calendar)
        ]
        in_words = days_in_words(text, words.numbers, months)
        return value in stated_numbers(text, words.numbers) or value in in_words
    if calendar:
        return kind == "year" and value in stated_numbers(text, words.numbers)
    if kind == "century" and part.number in centuries(text, words.eras, words.numbers):
        return True
    return kind not in ("season", "month") and _is_said_year(value, text, words)


def _is_said_year(year: int, text: str, words: Lexicon) -> bool:
    """Whether a text gives a year, or the first of several, in full or as two digits after "’"."""
    wanted = 1 - year if year <= 0 else year
    spoken = [
        one
        for one in numbers(text, words.numbers)
        if one.value == wanted
        and not is_of_another_calendar(text, one, words.calendars, words.our_calendar)
    ]
    eras = {
        is_before_christ(text, (one.start, one.end), words.eras, words.numbers) for one in spoken
    }
    if year <= 0 or spoken:
        return (year <= 0) in eras
    return year % 100 in short_years(text)
