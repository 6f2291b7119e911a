"""Dates as records write them: a subset of EDTF.

EDTF is ISO 8601-2:2019 as the Library of Congress publishes it (loc.gov/standards/datetime).
The subset contains nothing that the reference parser `edtf` 5 refuses:

- a point: `2016`, `2016-08`, `2016-08-15`, a season `2016-21`…`2016-24`, a decade `198X`, a century
  `19XX`, or a month or day without a year, `XXXX-03-07`; with `?` uncertain, `~` approximate, `%` both;
- years before Christ, counted as astronomers do: `0000` is 1 BC and `-0043` is 44 BC; a year of more
  than four digits, alone, as `Y-17000`;
- throughout a span: `2013-01/2017-03`, `2012/..`, `../2013`;
- some time within a span: `[2015..2018]`, `[..2016]`, `[2016-08..]`.

There are also dates of other calendars, each followed by the calendar's name: `1441 lunar-hijri`
(`calendar_dates` has the forms). Their values are the Gregorian dates that they are converted to.

It is narrower than `edtf` 5 on purpose: a day must exist, a decade is after Christ, and a span may
not end before it starts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.text.calendar_dates import Kind, StatedDate, stated_in
from generator.text.date_guesses import guess
from generator.text.date_hints import HOW_TO_SPAN, DateError, day_hint, hint_for, turned
from generator.text.date_language import DateWords
from generator.text.date_values import DECADE, SPRING, WINTER, DatePart, Edtf, Point, sort_key
from generator.text.date_words import words
from generator.text.days import Day, days_in_month, year_text

__all__ = ["DateError", "DatePart", "DateWords", "Edtf", "Point", "parse", "sort_key", "words"]

_LEAP_YEAR = 2000  # stands for a year that is not given, so that 29 February exists
_POINT = re.compile(
    r"(?:(?P<begun>-?(?:[0-9]{3}X|[0-9]{2}XX))"
    r"|(?P<year>-?[0-9]{4}|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?)"
    r"(?P<mark>[?~%]?)"
    r"|Y(?P<long>-?[1-9][0-9]{4,8})"
)


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """The date that a text means. Raises DateError for a text outside the subset."""
    if other := stated_in(text):
        return _converted(other)
    if text.startswith("[") and text.endswith("]") and ".." in text:
        start, end = text[1:-1].split("..", 1)
        return _span(text, "within", start or None, end or None)
    if text.count("/") == 1:
        start, end = text.split("/")
        return _span(text, "throughout", _unless_open(start), _unless_open(end))
    if "/" in text:
        raise DateError(f"has more than one `/`; {day_hint(text)}")
    point = _point(text, text)
    if point.season and _is_marked(point):
        raise DateError(
            f"has `{text[-1]}` after a season, which is not allowed; write `{text[:-1]}`"
        )
    return Edtf(text, "on", point, point)


def _converted(stated: StatedDate) -> Edtf:
    """A date of another calendar as a Gregorian date: a day, or some time within several."""
    return replace(parse(stated.gregorian()), stated=stated)


def _unless_open(end: str) -> str | None:
    return None if end == ".." else end


def _span(text: str, kind: Kind, start: str | None, end: str | None) -> Edtf:
    """A span whose ends EDTF allows beside each other, the earlier one first."""
    if start is None and end is None:
        raise DateError("is open at both ends and says nothing; leave the date out")
    span = Edtf(text, kind, _end(start, text), _end(end, text))
    wrong = _wrong_within(span) if kind == "within" else _wrong_throughout(span)
    if wrong:
        raise DateError(wrong)
    if span.earliest and span.latest and span.earliest > span.latest:
        raise DateError(f"ends before it starts; write the earlier date first: `{turned(text)}`")
    return span


def _end(end: str | None, text: str) -> Point | None:
    if end is not None and end.startswith("Y"):
        raise DateError(
            f"has `{end}` as an end of a span, which is not allowed; write it alone, and the document's "
            "words in `when_as_stated`"
        )
    return None if end is None else _point(end, text)


def _wrong_within(span: Edtf) -> str | None:
    """What EDTF forbids in brackets: anything but years, months or days of equal precision."""
    if any(
        _is_marked(end) or end.years > 1 or end.season or end.year is None for end in span.points
    ):
        return (
            "has an end in brackets that is not a plain year, month or day; write it as in "
            '`"[2013-06..2013-08]"`, and the document\'s words in `when_as_stated`'
        )
    if len({(end.month is None, end.day is None) for end in span.points}) > 1:
        return 'has ends of different precision; write both with the same precision, as in `"[2012-01..2013-03]"`'
    return None


def _wrong_throughout(span: Edtf) -> str | None:
    """What EDTF forbids with a slash: a decade, a century or no year beside an open or marked end."""
    if not (unspecified := [end for end in span.points if end.years > 1 or end.year is None]):
        return None
    if early := [end.text for end in unspecified if end.text.startswith("-")]:
        return (
            f"has `{early[0]}` as an end of a span, which is not allowed; write its years, such as "
            "`-0099/-0043`"
        )
    if len(span.points) < 2:
        return (
            f"is open at one end and has `{unspecified[0].text}` at the other, which is not allowed; "
            f"write `{unspecified[0].text}` alone, and the document's words in `when_as_stated`"
        )
    if any(_is_marked(end) for end in span.points):
        return (
            f"has a `?`, `~` or `%` in a span with `{unspecified[0].text}`, which is not "
            "allowed; leave it off"
        )
    return None


def _point(text: str, whole: str) -> Point:
    """A point in time, on a day that exists; `whole` is the date that it is part of."""
    found = _POINT.fullmatch(text)
    if found is None:
        text = whole if guess(whole) else text
        hint = hint_for(text)
        where = "is not" if text == whole else f"has `{text}`, which is not"
        raise DateError(f"{where} a valid date; {hint}")
    mark = found["mark"]
    year, years = _years(found)
    month, day = (int(found[part]) if found[part] else None for part in ("month", "day"))
    wrong = _wrong_year(text, year, years, month, mark) or _wrong_day(year, month, day)
    if wrong:
        raise DateError(wrong)
    season = month if month and month >= SPRING else None
    return Point(
        year=year,
        month=None if season else month,
        day=day,
        season=season,
        years=years,
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
        text=text,
    )


def _years(found: re.Match[str]) -> tuple[int | None, int]:
    """The first year of a point, None if it is not given, and how many years the point lasts."""
    digits = found["begun"]
    if digits is None:
        written = found["long"] or found["year"]
        return None if written == "XXXX" else int(written), 1
    years = 10 ** digits.count("X")
    first = int(digits.replace("X", "0"))
    return first - (years - 1) * digits.startswith("-"), years


def _wrong_year(
    text: str, year: int | None, years: int, month: int | None, mark: str
) -> str | None:
    """What is wrong with a year, or with its absence."""
    if text.startswith("-0000"):
        return "has the year -0000, which does not exist; 1 BC is `0000`, and 2 BC is `-0001`"
    if years == DECADE and year is not None and year <= 0:
        return (
            "has a decade that is not wholly after Christ; write the years, such as "
            '`"[-0048..-0039]"` for the 40s BC'
        )
    if year is None and month is None:
        return "says nothing; leave the date out"
    if year is None and mark:
        return f"has a `{mark}` but no year, which is not allowed; leave the `{mark}` off"
    return None


def _wrong_day(year: int | None, month: int | None, day: int | None) -> str | None:
    """What is wrong with a month, season or day that the calendar does not have."""
    if month is None:
        return None
    if year is not None and SPRING <= month <= WINTER:
        if day is None:
            return None
        return "has a day in a season; write the day's month, 01 to 12"
    if not 1 <= month <= 12:
        seasons = (
            "" if year is None else f", or a season, 21 (spring) to 24 (winter); {HOW_TO_SPAN}"
        )
        return f"has the month {month:02}, which does not exist; write a month, 01 to 12{seasons}"
    days = days_in_month(_LEAP_YEAR if year is None else year, month)
    if day is not None and not 1 <= day <= days:
        return (
            f"has the day {day:02} in a month of {days} days; write a day, 01 to {days}, "
            "or leave the day out"
        )
    return None


def _is_marked(point: Point) -> bool:
    return point.uncertain or point.approximate


def until(edtf: Edtf) -> Edtf:
    """Some time up to the end of a date: `[..2015-12]` for `2015-12`.

    The end keeps its precision; marks such as "about" are left off, as EDTF asks. Raises
    `DateError` if the date has no end.
    """
    last, day = edtf.last, edtf.latest
    if last is None or day is None:
        raise DateError(f"`{edtf.text}` has no end")
    if last.day is not None:
        return parse(f"[..{day}]")
    if last.month is not None or last.season is not None:
        return parse(f"[..{_month(day)}]")
    return parse(f"[..{year_text(day.year)}]")


def coarse(edtf: Edtf) -> Edtf:
    """The month or the year that a span lies in: `2015-12` for `[2015-12-15..2015-12-31]`.

    A date that is not such a span stays as it is.
    """
    first, last = edtf.earliest, edtf.latest
    if edtf.kind == "on" or first is None or last is None or first.year != last.year:
        return edtf
    if first.month == last.month:
        return parse(_month(first))
    return parse(year_text(first.year))


def month_of(day: Day) -> Edtf:
    """The month that a day lies in."""
    return parse(_month(day))


def _month(day: Day) -> str:
    return str(day).rpartition("-")[0]
