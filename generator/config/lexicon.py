"""The words of one language as the rules need them: those of the site, or of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from pydantic import Field

from generator.config.language import Language
from generator.records.fields import Flag, Line, Record
from generator.text.calendars import CalendarName
from generator.text.date_values import SPRING
from generator.text.dates import DateWords
from generator.text.eras import CalendarWords, EraWords
from generator.text.numbers import NumberWords

_NOT_IN_A_TEXT = "\0"
NO_ERAS = EraWords()


class SomeNumbers(Record):
    """The fields of `NumberWords`; a field that a language file leaves out has no words."""

    small: dict[Line, int] = Field(default_factory=dict)
    tens: dict[Line, int] = Field(default_factory=dict)
    scales: dict[Line, int] = Field(default_factory=dict)
    short: dict[Line, int] = Field(default_factory=dict)
    short_money: dict[Line, int] = Field(default_factory=dict)
    ordinals: dict[Line, int] = Field(default_factory=dict)
    ordinal_ends: dict[Line, int] = Field(default_factory=dict)
    ordinal_suffixes: tuple[Line, ...] = ()
    parts: tuple[Line, ...] = ()
    unit_words: tuple[Line, ...] = ()
    joiner: str = _NOT_IN_A_TEXT
    half: str = _NOT_IN_A_TEXT
    currency_signs: dict[Line, Line] = Field(default_factory=dict)
    currency_words: dict[Line, Line] = Field(default_factory=dict)
    percent: tuple[Line, ...] = ("%",)
    ranges: tuple[Line, ...] = ()
    between: str = _NOT_IN_A_TEXT
    vague: dict[Line, tuple[Decimal, ...]] = Field(default_factory=dict)
    vague_leads: tuple[Line, ...] = ()
    vague_after_lead: dict[Line, Line] = Field(default_factory=dict)
    decimal_comma: Flag = False

    def as_words(self) -> NumberWords:
        """These words for the reader of numbers. Raises ValueError if two of them disagree."""
        return NumberWords(**{name: getattr(self, name) for name in type(self).model_fields})


class SomeLanguage(Language):
    """What a language file says about words; what it leaves out is not checked."""

    operators: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    about: tuple[Line, ...] = ()
    fillers: tuple[Line, ...] = ()
    per: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    negations: tuple[Line, ...] = ()
    hedges: tuple[Line, ...] = ()
    reporting: tuple[Line, ...] = ()
    reporting_either_way: tuple[Line, ...] = ()
    passive: tuple[Line, ...] = ()
    loaded: tuple[Line, ...] = ()
    estimates: tuple[Line, ...] = ()
    leaving_open: tuple[Line, ...] = ()


class LanguageFile(Record):
    """A file of `generator/config/languages/`, or of a project's `site_config/languages/`.

    `months` has the names of each month, January first, and `seasons` those of each season, spring
    first, in every form in which a document may have them. `eras` and `calendars` have those of
    `dates.yaml`, and `numbers` those of `numbers.yaml`.
    """

    language: SomeLanguage = Field(default_factory=SomeLanguage)
    numbers: SomeNumbers = Field(default_factory=SomeNumbers)
    months: tuple[tuple[Line, ...], ...] = ()
    seasons: tuple[tuple[Line, ...], ...] = ()
    eras: EraWords = Field(default_factory=EraWords)
    calendars: dict[CalendarName, CalendarWords] = Field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the words of a language mean; `known` is false if it has none but of numbers and dates."""

    language: Language
    numbers: NumberWords
    months: tuple[tuple[str, ...], ...] = ()
    seasons: tuple[tuple[str, ...], ...] = ()
    eras: EraWords = NO_ERAS
    calendars: Mapping[CalendarName, CalendarWords] = field(default_factory=dict)
    known: bool = True

    def names_of(
        self, kind: str, value: int, calendar: CalendarName | None = None
    ) -> tuple[str, ...]:
        """The names of a month, 1 to 12, of a calendar, or of a season, 21 (spring) to 24."""
        if calendar:
            months = self.calendars[calendar].months if calendar in self.calendars else ()
            return months[value - 1] if months else ()
        table, first = (self.months, 1) if kind == "month" else (self.seasons, SPRING)
        return table[value - first] if table else ()


def own_words(language: Language, numbers: NumberWords, dates: DateWords) -> Lexicon:
    """The words of the site's own language."""
    return Lexicon(
        language,
        numbers,
        tuple(dates.names_of_month(month) for month in range(1, 13)),
        tuple(dates.names_of_season(season) for season in range(SPRING, SPRING + 4)),
        dates.eras,
        dates.calendars,
    )


def words_in(file: LanguageFile) -> Lexicon:
    """The words of another language. Raises ValueError if two of its words for numbers disagree.

    A file without `language` has only numbers and dates.
    """
    return Lexicon(
        file.language,
        file.numbers.as_words(),
        file.months,
        file.seasons,
        file.eras,
        file.calendars,
        known="language" in file.model_fields_set,
    )


@lru_cache(maxsize=1)
def unknown_words() -> Lexicon:
    """The words of a language without a file: only digits mean anything."""
    return Lexicon(SomeLanguage(), SomeNumbers().as_words(), known=False)
