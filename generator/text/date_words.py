"""Dates in words, exactly as precise as their EDTF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from string import Formatter

from generator.text.date_values import CENTURY, DECADE, SPRING, Edtf, Point, century_of
from generator.text.days import days_between
from generator.text.eras import EraWords

_PLACES = {  # the names that each template must have in braces, and no others
    "day": {"day", "month", "year"},
    "month": {"month", "year"},
    "season": {"season", "year"},
    "decade": {"year"},
    "century": {"ordinal"},
    "ordinal": {"number"},
    "before_christ": {"year"},
    "after_christ": {"year"},
    "day_without_year": {"day", "month"},
    "about": {"date"},
    "uncertain": {"date"},
    "uncertain_end": {"date"},
    "no_year": {"date"},
    "no_year_end": {"date"},
    "year_supplied": {"date", "year"},
    "throughout": {"first", "last"},
    "throughout_one": {"first"},
    "from_on": {"first"},
    "until": {"last"},
    "between": {"first", "last"},
    "either": {"first", "last"},
    "or_later": {"first"},
    "by": {"last"},
}


@dataclass(frozen=True, eq=False)
class DateWords:
    """The words for dates in one language, as templates with places to fill in braces.

    `uncertain_end` and `no_year_end` are about one end of a span, the others about a whole date.
    `year_supplied` is a date that a document gives without a year, with the year from elsewhere.
    `before_christ` is about a year or a century, and `after_christ` about a year below 100. `ordinal`
    is for the numbers that `ordinals` lacks. `eras` has the words of documents. `also` lists other
    spellings of a month or season in documents: {"September": ("Sep", "Sept")}.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    also: Mapping[str, tuple[str, ...]]
    day: str
    month: str
    season: str
    decade: str
    century: str
    ordinal: str
    before_christ: str
    after_christ: str
    day_without_year: str
    about: str
    uncertain: str
    uncertain_end: str
    no_year: str
    no_year_end: str
    year_supplied: str
    throughout: str
    throughout_one: str
    from_on: str
    until: str
    between: str
    either: str
    or_later: str
    by: str
    ordinals: Mapping[int, str] = field(default_factory=dict)
    eras: EraWords = field(default_factory=EraWords)

    def __post_init__(self) -> None:
        """Refuse templates that would misstate a date, by a ValueError that names the field."""
        for name, length in (("months", 12), ("seasons", 4)):
            given = len(getattr(self, name))
            if given != length:
                names = "1 name" if given == 1 else f"{given} names"
                raise ValueError(f"{name} has {names}; write {length}")
        for name, places in _PLACES.items():
            taken = {place for _, place, _, _ in Formatter().parse(getattr(self, name))} - {None}
            if taken != places:
                wanted = ", ".join(f"{{{place}}}" for place in sorted(places))
                raise ValueError(
                    f"the field `{name}` does not have the right words in braces; write it with exactly "
                    f"these: {wanted}"
                )
        if astray := self.also.keys() - {*self.months, *self.seasons}:
            raise ValueError(
                "the field `also` lists names that are not under `months` or `seasons`: "
                f"{', '.join(sorted(astray))}; correct them"
            )

    def names_of_month(self, month: int) -> tuple[str, ...]:
        """The names of a month, 1 to 12, in documents."""
        return self._spellings(self.months[month - 1])

    def names_of_season(self, season: int) -> tuple[str, ...]:
        """The names of a season, 21 (spring) to 24 (winter), in documents, also with a capital."""
        names = self._spellings(self.seasons[season - SPRING])
        return (*names, *(name.capitalize() for name in names))

    def _spellings(self, name: str) -> tuple[str, ...]:
        return name, *self.also.get(name, ())


def words(edtf: Edtf, language: DateWords) -> str:
    """A date in words for readers: "by 2016", "between 30 September and 31 December 2015"."""
    if edtf.kind == "on" and edtf.first is not None:
        return _whole(edtf.first, language)
    # If every end lacks the year, that is said once, at the end, as for a single date.
    yearless = all(point.year is None for point in edtf.points)
    said = _frame(edtf, language, yearless=yearless)
    return language.no_year.format(date=said) if yearless else said


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
    """A span in words; with `yearless`, the caller says that no year is given."""
    start, end = edtf.first, edtf.last
    last = None if end is None else _end(end, language, yearless=yearless)
    first = None if start is None else _end(start, language, yearless=yearless)
    if start and end and first != last:
        first = _end(_short(start, end), language, yearless=True) if _alike(start, end) else first
    within = edtf.kind == "within"
    if first == last and first is not None:
        return first if within else language.throughout_one.format(first=first)
    if last is None:
        return (language.or_later if within else language.from_on).format(first=first)
    if first is None:
        return (language.by if within else language.until).format(last=last)
    if within and start and end and _in_a_row(start, end):
        return language.either.format(first=first, last=last)
    return (language.between if within else language.throughout).format(first=first, last=last)


def _alike(first: Point, last: Point) -> bool:
    """Whether two ends of a span are months or days of one year, with nothing to qualify them."""
    plain = not any(
        end.approximate or end.uncertain or end.season or end.month is None for end in (first, last)
    )
    equally_exact = (first.day is None) == (last.day is None)
    return plain and equally_exact and first.year is not None and first.year == last.year


def _in_a_row(first: Point, last: Point) -> bool:
    """Whether one end of a span is the year, the month or the day after the other."""
    one, other = first.latest, last.earliest
    return one is not None and other is not None and days_between(one, other) == 1


def _short(first: Point, last: Point) -> Point:
    """The first end of a span without what it shares with the last: "15 and 31 December 2015"."""
    one_month = first.month == last.month and None not in (first.day, last.day)
    return replace(first, year=None, month=None if one_month else first.month)


def _whole(point: Point, language: DateWords) -> str:
    """A point that is the whole date, followed by what qualifies it."""
    said = _about(point, language)
    if point.uncertain:
        said = language.uncertain.format(date=said)
    return language.no_year.format(date=said) if point.year is None else said


def _end(point: Point, language: DateWords, *, yearless: bool) -> str:
    """A point that is one end of a span, with what qualifies it kept apart from the other end."""
    said = _about(point, language)
    if point.uncertain:
        said = language.uncertain_end.format(date=said)
    return language.no_year_end.format(date=said) if point.year is None and not yearless else said


def _about(point: Point, language: DateWords) -> str:
    said = _plain(point, language)
    return language.about.format(date=said) if point.approximate else said


def _plain(point: Point, language: DateWords) -> str:
    """The point alone, without what qualifies it."""
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
    """The century that begins with a year: "20th century", "1st century BC"."""
    number = century_of(first)
    ordinal = language.ordinals.get(abs(number), language.ordinal.format(number=abs(number)))
    said = language.century.format(ordinal=ordinal)
    return said if number > 0 else language.before_christ.format(year=said)
