"""Dates in words, exactly as precise as in EDTF."""

from __future__ import annotations

from dataclasses import replace

from generator.text.calendar_dates import Kind, StatedDate
from generator.text.calendars import CalendarDate
from generator.text.date_language import DateWords
from generator.text.date_values import CENTURY, DECADE, SPRING, Edtf, Point, century_of
from generator.text.days import Day, days_between


def words(edtf: Edtf, language: DateWords) -> str:
    """A date in words for readers: "by 2016", "between 30 September and 31 December 2015"."""
    if edtf.stated and edtf.stated.calendar in language.calendars:
        return _converted(edtf.stated, language)
    if edtf.kind == "on" and edtf.first is not None:
        return _whole(edtf.first, language)
    # If every end lacks the year, that is said once, at the end, as for a single date.
    yearless = all(point.year is None for point in edtf.points)
    said = _frame(edtf, language, yearless=yearless)
    return language.no_year.format(date=said) if yearless else said


def _converted(stated: StatedDate, language: DateWords) -> str:
    """A date of another calendar, followed by the Gregorian one: "13 Dey 1398 [3 January 2020]"."""
    first, last = (_day(day, language) if day else None for day in stated.days)
    if first and last:
        span = language.converted_span.format(first=first, last=last)
        same = first if first == last else span
    else:
        same = _open(stated.kind, first, last, language)
    if stated.doubtful:
        same = language.give_or_take.format(date=same)
    return language.converted.format(date=_stated(stated, language), gregorian=same)


def _stated(stated: StatedDate, language: DateWords) -> str:
    """A date of another calendar in that calendar's words, with any qualifier."""
    first, last = (
        _in_calendar(one, language) if one else None for one in (stated.first, stated.last)
    )
    if stated.kind != "on" and first and last:
        template = language.between if stated.kind == "within" else language.throughout
        return template.format(first=first, last=last)
    if first is None or last is None:
        return _open(stated.kind, first, last, language)
    said = language.about.format(date=first) if stated.mark in ("~", "%") else first
    return language.uncertain.format(date=said) if stated.mark in ("?", "%") else said


def _open(kind: Kind, first: str | None, last: str | None, language: DateWords) -> str:
    """A span that is open at one end, in words."""
    within = kind == "within"
    if last is None:
        return (language.or_later if within else language.from_on).format(first=first)
    return (language.by if within else language.until).format(last=last)


def _in_calendar(stated: CalendarDate, language: DateWords) -> str:
    words = language.calendars[stated.calendar]
    year = str(stated.year)
    month = words.months[stated.month - 1][0] if stated.month else None
    if month is None or month in language.months:  # nothing else tells of the calendar
        year = language.calendar_year.format(year=year, mark=words.marks[0])
    if month is None:
        return year
    if stated.day is None:
        return language.month.format(month=month, year=year)
    return language.day.format(day=stated.day, month=month, year=year)


def _day(day: Day, language: DateWords) -> str:
    month = language.months[day.month - 1]
    return language.day.format(day=day.day, month=month, year=year_words(day.year, language))


def with_year(own: Edtf, found: Edtf, language: DateWords) -> str | None:
    """A date without a year, with the year that evidence gives in brackets: "15 December [2015]".

    None if the two are not one day or one month, or if the year is uncertain.
    """
    stated, whole = own.first, found.first
    if own.kind != "on" or found.kind != "on" or stated is None or whole is None:
        return None
    if stated.year is not None or whole.year is None or whole.approximate or whole.uncertain:
        return None
    if (stated.month, stated.day) != (whole.month, whole.day):
        return None
    year = year_words(whole.year, language)
    return language.year_supplied.format(date=_plain(stated, language), year=year)


def year_words(year: int, language: DateWords) -> str:
    """A year in words, such as "2016"; 0 is "1 BC", and 44 is "AD 44", because 44 could be a day."""
    if year <= 0:
        return language.before_christ.format(year=1 - year)
    return language.after_christ.format(year=year) if year < CENTURY else str(year)


def _frame(edtf: Edtf, language: DateWords, *, yearless: bool) -> str:
    """A span in words; with `yearless`, the caller adds that no year is given."""
    start, end = edtf.first, edtf.last
    last = None if end is None else _end(end, language, yearless=yearless)
    first = None if start is None else _end(start, language, yearless=yearless)
    if start and end and first != last:
        first = _end(_short(start, end), language, yearless=True) if _alike(start, end) else first
    within = edtf.kind == "within"
    if first == last and first is not None:
        return first if within else language.throughout_one.format(first=first)
    if last is None or first is None:
        return _open(edtf.kind, first, last, language)
    if within and start and end and _in_a_row(start, end):
        return language.either.format(first=first, last=last)
    return (language.between if within else language.throughout).format(first=first, last=last)


def _alike(first: Point, last: Point) -> bool:
    """Whether two ends of a span are months or days of one year, without qualifiers."""
    plain = not any(
        end.approximate or end.uncertain or end.season or end.month is None for end in (first, last)
    )
    equally_exact = (first.day is None) == (last.day is None)
    return plain and equally_exact and first.year is not None and first.year == last.year


def _in_a_row(first: Point, last: Point) -> bool:
    """Whether one end of a span is the year, month or day right after the other."""
    one, other = first.latest, last.earliest
    return one is not None and other is not None and days_between(one, other) == 1


def _short(first: Point, last: Point) -> Point:
    """The first end of a span without what it shares with the last: "15 and 31 December 2015"."""
    one_month = first.month == last.month and None not in (first.day, last.day)
    return replace(first, year=None, month=None if one_month else first.month)


def _whole(point: Point, language: DateWords) -> str:
    """A point that is the whole date, followed by its qualifier."""
    said = _about(point, language)
    if point.uncertain:
        said = language.uncertain.format(date=said)
    return language.no_year.format(date=said) if point.year is None else said


def _end(point: Point, language: DateWords, *, yearless: bool) -> str:
    """A point that is one end of a span, with its qualifier kept apart from the other end."""
    said = _about(point, language)
    if point.uncertain:
        said = language.uncertain_end.format(date=said)
    return language.no_year_end.format(date=said) if point.year is None and not yearless else said


def _about(point: Point, language: DateWords) -> str:
    said = _plain(point, language)
    return language.about.format(date=said) if point.approximate else said


def _plain(point: Point, language: DateWords) -> str:
    """The point alone, without its qualifier."""
    if point.years == CENTURY:
        return century_words(point.year or 0, language)
    if point.years == DECADE:
        return language.decade.format(year=point.year)
    year = "" if point.year is None else year_words(point.year, language)
    if point.season is not None:
        season = language.seasons[point.season - SPRING]
        return language.season.format(season=season, year=year)
    if point.month is None:
        return str(point.day or year)
    month = language.months[point.month - 1]
    if point.day is None:
        return language.month.format(month=month, year=year) if year else month
    template = language.day if year else language.day_without_year
    return template.format(day=point.day, month=month, year=year)


def century_words(first: int, language: DateWords) -> str:
    """The century that begins with this year: "20th century", "1st century BC"."""
    number = century_of(first)
    ordinal = language.ordinals.get(abs(number), language.ordinal.format(number=abs(number)))
    said = language.century.format(ordinal=ordinal)
    return said if number > 0 else language.before_christ.format(year=said)
