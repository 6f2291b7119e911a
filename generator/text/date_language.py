"""The words for dates in one language: templates, and the names that documents use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from generator.text.calendars import CalendarName
from generator.text.date_values import SPRING
from generator.text.eras import CalendarWords, EraWords

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
    "converted": {"date", "gregorian"},
    "converted_span": {"first", "last"},
    "calendar_year": {"year", "mark"},
    "give_or_take": {"date"},
}


@dataclass(frozen=True, eq=False)
class DateWords:
    """The words for dates in one language, as templates with slots in braces.

    `uncertain_end` and `no_year_end` are for one end of a span, the others for a whole date.
    `year_supplied` is for a date that a document gives without a year, with the year from
    elsewhere. `before_christ` is for a year or a century, and `after_christ` for a year below 100.
    `ordinal` is for numbers that `ordinals` lacks. `eras` and `calendars` have the words that
    documents use. `also` lists other spellings of a month or season in documents: {"September":
    ("Sep", "Sept")}.
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
    converted: str
    converted_span: str
    calendar_year: str
    give_or_take: str
    ordinals: Mapping[int, str] = field(default_factory=dict)
    eras: EraWords = field(default_factory=EraWords)
    calendars: Mapping[CalendarName, CalendarWords] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse templates that would misstate a date. Raises ValueError, which names the field."""
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
        for calendar, words in self.calendars.items():
            if len(words.months) != 12 or not words.marks or not all(words.months):
                raise ValueError(
                    f"the field `calendars` has {calendar} without 12 months and a mark for its years; "
                    "write both"
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
