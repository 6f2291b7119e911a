"""Configuration: what an editor may change without Python, as typed values."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from generator.dates import DateWords
from generator.fields import Flag, Line, OneAndSeveral, Record, Slots, Slug
from generator.numbers import NumberWords
from generator.spelling import Spelling
from generator.wording import Wording

Kind = Literal["people", "units", "topics"]


class RelationWords(Record):
    """A relation, named from both ends, and the kinds of things that it ties.

    With `party` each end is a party to what is said of the other.
    """

    subject: tuple[Kind, ...]
    object: tuple[Kind, ...]
    label: Line
    reverse: Line
    party: Flag = False


class BothEnds(Record):
    """A tie, named from both ends."""

    label: Line
    reverse: Line


class Vocabulary(Record):
    """The closed words of the records, each with what a reader is shown."""

    types: dict[Slug, Line]
    modalities: dict[Slug, str]
    subkinds: dict[Kind, dict[Slug, Line]]
    source_kinds: dict[Slug, Line]
    relations: dict[Slug, RelationWords]
    units: dict[Slug, Annotated[tuple[Line, Line], OneAndSeveral]]
    periods: dict[Slug, Line]
    related: dict[str, BothEnds]
    open_licences: tuple[Line, ...] = ()


class Language(Record):
    """What words of English mean to the rules that hold a record against its quotation."""

    operators: dict[str, tuple[Line, ...]]
    about: tuple[Line, ...]
    fillers: tuple[Line, ...]
    per: dict[Slug, tuple[Line, ...]]
    negations: tuple[Line, ...]
    hedges: tuple[Line, ...]
    reporting: tuple[Line, ...]
    reporting_either_way: tuple[Line, ...]
    passive: tuple[Line, ...]
    loaded: tuple[Line, ...]

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """A word that says no, short forms such as "didn't" among them."""
        return re.compile(rf"\b(?:{_either(self.negations)}|\w+n't)\b", re.IGNORECASE)

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """A word that says how sure something is, in its own case: "May" is a month."""
        return re.compile(rf"\b(?:{_either(self.hedges)})\b")

    @cached_property
    def report(self) -> re.Pattern[str]:
        """A word by which a text credits somebody."""
        words = (*self.reporting, *self.reporting_either_way)
        return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)

    @cached_property
    def report_of_what_went_before(self) -> re.Pattern[str]:
        """A word that credits somebody with the words before it: one that no "that" follows."""
        return re.compile(
            rf"\b(?:{_either(self.reporting_either_way)})\b(?! that\b)", re.IGNORECASE
        )

    @cached_property
    def report_by_nobody(self) -> re.Pattern[str]:
        """A word of reporting in the passive: it names whom a report is of, and not whose it is."""
        return re.compile(
            rf"\b(?:{_either(self.passive)}) (?:{self.report.pattern})", re.IGNORECASE
        )

    @cached_property
    def load(self) -> re.Pattern[str]:
        """A word that takes a side."""
        return re.compile(rf"\b(?:{_either(self.loaded)})\b", re.IGNORECASE)


class Site(Record):
    """What the site is called, which version it is, and under which licence.

    `about` says in a sentence or two what its documents are; the first page begins with it.
    `edit` is the address at which a file can be changed, with `{path}` in it.
    """

    title: Line
    about: Line | None = None
    version: Line
    licence: Line
    edit: Annotated[str, Slots("path")] | None = None


class Config(Record):
    """All of `site_config/` that is read as data."""

    site: Site
    vocabulary: Vocabulary
    language: Language
    dates: DateWords
    numbers: NumberWords
    spelling: Spelling
    wording: Wording


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
