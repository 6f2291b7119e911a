"""Dates of a draft: those in a quotation, as far as a program can read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.config.lexicon import Lexicon
from generator.text.calendars import YEARS, CalendarName, in_calendar
from generator.text.date_hints import DateError
from generator.text.eras import CalendarWords, is_before_christ
from generator.text.folding import fold_line
from generator.text.matching import any_of, either
from generator.text.number_words import plain_digits
from generator.text.numeric_dates import dates_apart

FoundDate = tuple[str, int, int]
"""A date as records write it, and the range of its words in the text."""

_SHORT_YEAR = re.compile(r"-(\d\d)\b(?!-)")
_MONTH_ALONE = re.compile(r"XXXX-(\d\d)")
_SPAN_LEAD = re.compile(r"\b(?:between|from) $", re.IGNORECASE)

_YEAR = r"1\d{3}|20\d{2}"
_ANY_YEAR = r"[1-9]\d{0,3}"


def dates_in(text: str, start: int, end: int, words: Lexicon) -> Iterator[FoundDate]:
    """The dates in a range of a folded text: of another calendar, before Christ, and then all others."""
    text = plain_digits(text)
    for found in (
        *_of_other_calendars(text, start, end, words),
        *_before_christ(text, start, end, words),
    ):
        yield found
        text = f"{text[: found[1]]}{' ' * (found[2] - found[1])}{text[found[2] :]}"
    in_numbers, text = dates_apart(text, start, end)
    yield from in_numbers
    yield from _joined([*_ours(text, start, end, words)], text)


def _joined(dates: list[FoundDate], text: str) -> Iterator[FoundDate]:
    """The dates, with the two ends of a span as some time within it: "2015-18", "between May and June 1903".

    A month takes the year of the other end.
    """
    while dates:
        date, first, last = dates.pop(0)
        if short := _SHORT_YEAR.match(text, last) if len(date) == 4 else None:
            end = f"{date[:2]}{short[1]}"
            yield (f"[{date}..{end}]", first, short.end()) if end > date else (date, first, last)
            continue
        other = dates[0] if dates else None
        if other and _is_span(text[:first], text[last : other[1]]):
            month = _MONTH_ALONE.fullmatch(date)
            start = f"{other[0][:4]}-{month[1]}" if month else date
            if len(start) == len(other[0]) and start < other[0] and start[:4].isdigit():
                yield f"[{start}..{other[0]}]", first, other[2]
                dates.pop(0)
                continue
        yield date, first, last


def _is_span(before: str, between: str) -> bool:
    """Whether two dates are the ends of a span, by the words before the first and between the two."""
    return between == "-" or (between in (" and ", " to ") and bool(_SPAN_LEAD.search(before)))


def _of_other_calendars(text: str, start: int, end: int, words: Lexicon) -> Iterator[FoundDate]:
    """Dates with a month or a mark of another calendar: "5 Mordad 1403", "1441 AH"."""
    taken: list[tuple[int, int]] = []
    for calendar, names in words.calendars.items():
        numbers = {
            fold_line(name).casefold(): number
            for number, forms in enumerate(names.months, start=1)
            for name in forms
        }
        for match in _calendar_dates(names).finditer(text, start, end):
            year = int(match["year"] or match["marked"] or match["first"])
            month = numbers.get(match["month"].casefold()) if match["month"] else None
            day = match["before"] or match["after"]
            date = _written(calendar, year, month, int(day) if day else None)
            free = all(last <= match.start() or match.end() <= first for first, last in taken)
            if date and free:
                taken.append(match.span())
                yield date, *match.span()


def _written(calendar: CalendarName, year: int, month: int | None, day: int | None) -> str:
    """A date of another calendar as records write it, or "" if the calendar has none such."""
    parts = [f"{year}", *(f"{part:02}" for part in (month, day) if part)]
    try:
        found = in_calendar(f"{'-'.join(parts)} {calendar}") if year in YEARS[calendar] else None
    except DateError:
        return ""
    return found.text if found else ""


@lru_cache(maxsize=32)
def _calendar_dates(names: CalendarWords) -> re.Pattern[str]:
    """The pattern of a date of another calendar."""
    forms = [fold_line(name) for several in names.months for name in several]
    month = any_of([re.escape(name) for name in sorted(forms, key=len, reverse=True)])
    mark = either(map(fold_line, names.marks), gap=r"\s?")
    dated = (
        rf"(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.)? )?(?P<month>{month})"
        rf"(?: (?P<after>\d{{1,2}})(?!\d))?,? (?P<year>{_ANY_YEAR})\b(?:\s?{mark}(?!\w))?"
    )
    patterns = [dated] if forms else [r"(?P<before>)(?P<month>)(?P<after>)(?P<year>)(?!)"]
    if names.marks:
        patterns.append(
            rf"(?P<marked>{_ANY_YEAR})\s?{mark}(?!\w)|{mark}\s?(?P<first>{_ANY_YEAR})\b"
        )
    else:
        patterns.append(r"(?P<marked>)(?P<first>)(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})", re.IGNORECASE)


def _before_christ(text: str, start: int, end: int, words: Lexicon) -> Iterator[FoundDate]:
    """Years before Christ: "44 B.C." is `-0043`."""
    for match in re.compile(rf"\b{_ANY_YEAR}\b").finditer(text, start, end):
        if is_before_christ(text, match.span(), words.eras, words.numbers):
            last = _mark_after(words.eras.before_christ).match(text, match.end(), end)
            yield f"-{int(match[0]) - 1:04}", match.start(), last.end() if last else match.end()


@lru_cache(maxsize=16)
def _mark_after(marks: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a mark right after a year."""
    return re.compile(
        rf"\s?{either(map(fold_line, marks), gap=chr(92) + 's?')}" if marks else "(?!)"
    )


def _ours(text: str, start: int, end: int, words: Lexicon) -> Iterator[FoundDate]:
    """Dates of our own calendar: "3 March 1903", "March 1903", "1903"."""
    capital = any(name[:1].isupper() for names in words.months for name in names)
    months = {
        name.casefold(): number
        for number, names in enumerate(words.months, start=1)
        for name in names
    }
    month = any_of([re.escape(name) for name in sorted(months, key=len, reverse=True)])
    pattern = re.compile(
        rf"\b(?:(?P<before>\d{{1,2}}) )?(?P<month>{month})(?: (?P<after>\d{{1,2}})(?!\d))?"
        rf"(?:,? (?P<year>{_YEAR}))?\b|\b(?P<only>{_YEAR})\b",
        re.IGNORECASE,
    )
    usual = next((name for name, one in words.calendars.items() if one.usual), None)
    for match in pattern.finditer(text, start, end):
        if capital and match[0] == match["month"] and match[0].islower():
            continue  # a word such as "may", not a month
        if usual and match["only"] and int(match["only"]) in YEARS[usual]:
            yield f"{match['only']} {usual}", *match.span()
            continue
        parts = [match["year"] or match["only"] or "XXXX"]
        if match["month"]:
            parts.append(f"{months[match['month'].casefold()]:02}")
            if day := match["before"] or match["after"]:
                parts.append(f"{int(day):02}")
        yield "-".join(parts), *match.span()
