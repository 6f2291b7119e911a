"""The words of one language, the site's or a document's, as the rules need them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from generator.config.language import Language
from generator.records.fields import Flag, Line, Record
from generator.text.calendars import CalendarName
from generator.text.date_values import SPRING
from generator.text.dates import DateWords
from generator.text.eras import CalendarWords, EraWords
from generator.text.matching import either
from generator.text.numbers import NumberWords
from generator.text.word_forms import WordForms

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
    decimal_signs: str = ""
    decimal_words: tuple[Line, ...] = ()
    multiples: dict[Line, int] = Field(default_factory=dict)
    halves: dict[Line, Decimal] = Field(default_factory=dict)
    half_joiner: str = ""
    teens: tuple[Line, ...] = ()
    scores: tuple[Line, ...] = ()
    joins_tens: Flag = False
    ones_first: Flag = False
    joined: Flag = False
    fronts: tuple[Line, ...] = ()
    day_of: tuple[Line, ...] = ()
    singular_after: tuple[Line, ...] = ()

    def as_words(self, alike: tuple[str, ...] = (), marks: str = "") -> NumberWords:
        """These words for the reader of numbers.

        Of letters that are alike, the first stands for all; a mark is read as a space. Raises
        ValueError if two of the words disagree.
        """
        same = str.maketrans({letter: group[0] for group in alike for letter in group[1:]})
        fields = {name: _in_letters(getattr(self, name), same) for name in type(self).model_fields}
        half_joiner = fields.pop("half_joiner") or fields["joiner"]
        day_of = rf"(?: {either(fields.pop('day_of'))})? "
        marked = same | dict.fromkeys(map(ord, marks), " ")
        return NumberWords(**fields, half_joiner=half_joiner, same=marked, day_of=day_of)


def _in_letters(value: Any, letters: dict[int, str]) -> Any:
    """A field of `SomeNumbers`, with the letters in its words replaced."""
    if isinstance(value, str):
        return value.translate(letters)
    if isinstance(value, tuple):
        return tuple(_in_letters(one, letters) for one in value)
    if isinstance(value, dict):
        return {_in_letters(key, letters): _in_letters(one, letters) for key, one in value.items()}
    return value


def _first_in_a_sentence_too(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words, *(f"{word[0].upper()}{word[1:]}" for word in words))))


_Cased = Annotated[tuple[Line, ...], AfterValidator(_first_in_a_sentence_too)]


class SomeLanguage(Language):
    """What a language file says about words; where it says nothing, nothing is checked.

    `alike`, `joined`, `joining`, `loose` and `marks` are those of `WordForms`.
    """

    alike: tuple[Line, ...] = ()
    joined: tuple[Line, ...] = ()
    joining: tuple[Line, ...] = ()
    loose: Flag = False
    marks: str = ""

    operators: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    about: tuple[Line, ...] = ()
    fillers: tuple[Line, ...] = ()
    per: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    negations: tuple[Line, ...] = ()
    hedges: _Cased = ()
    hedges_or_not: _Cased = ()
    reporting: tuple[Line, ...] = ()
    reporting_either_way: tuple[Line, ...] = ()
    passive: tuple[Line, ...] = ()
    loaded: tuple[Line, ...] = ()
    estimates: tuple[Line, ...] = ()
    leaving_open: tuple[Line, ...] = ()
    that: tuple[Line, ...] = ()

    @cached_property
    def forms(self) -> WordForms:
        """The ways in which texts may write these words."""
        return WordForms(self.joined, self.alike, self.marks, self.joining, self.loose)


class LanguageFile(Record):
    """A file of `generator/config/languages/`, or of a project's `site_config/languages/`.

    `months` has the names of each month, January first, and `seasons` those of each season, spring
    first, in every form in which a document may have them. `eras` and `calendars` have those of
    `dates.yaml`, and `numbers` those of `numbers.yaml`.
    """

    most: ClassVar[int] = 100_000

    language: SomeLanguage = Field(default_factory=SomeLanguage)
    numbers: SomeNumbers = Field(default_factory=SomeNumbers)
    months: tuple[tuple[Line, ...], ...] = ()
    seasons: tuple[tuple[Line, ...], ...] = ()
    eras: EraWords = Field(default_factory=EraWords)
    calendars: dict[CalendarName, CalendarWords] = Field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the words of a language mean; `known` is false if there are only those for numbers and dates."""

    language: Language
    numbers: NumberWords
    months: tuple[tuple[str, ...], ...] = ()
    seasons: tuple[tuple[str, ...], ...] = ()
    eras: EraWords = NO_ERAS
    calendars: Mapping[CalendarName, CalendarWords] = field(default_factory=dict)
    known: bool = True

    @cached_property
    def our_calendar(self) -> CalendarWords:
        """The months of our own calendar, and the marks of its years after Christ."""
        return CalendarWords(self.months, self.eras.after_christ)

    def names_of(
        self, kind: str, value: int, calendar: CalendarName | None = None
    ) -> tuple[str, ...]:
        """The names of a month, 1 to 12, of a calendar, or of a season, 21 (spring) to 24."""
        if calendar:
            months = self.calendars[calendar].months if calendar in self.calendars else ()
            return months[value - 1] if months else ()
        table, first = (self.months, 1) if kind == "month" else (self.seasons, SPRING)
        names = table[value - first] if table else ()
        return (*names, *(f"{front}{name}" for front in self.numbers.fronts for name in names))


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
    language = file.language
    return Lexicon(
        language,
        file.numbers.as_words(language.alike, language.marks),
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
