"""Configuration: what an editor may change without Python, as typed values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from generator.dates import DateWords
from generator.fields import Line, Record, Slug
from generator.numbers import NumberWords

Kind = Literal["people", "units", "topics"]


class RelationWords(Record):
    """A relation, named from both ends, and the kinds of things that it ties."""

    subject: tuple[Kind, ...]
    object: tuple[Kind, ...]
    label: Line
    reverse: Line


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
    units: dict[Slug, tuple[Line, Line]]
    periods: dict[Slug, Line]
    related: dict[str, BothEnds]


class Language(Record):
    """What words of English mean to the rules that hold a record against its quotation."""

    operators: dict[str, tuple[Line, ...]]
    about: tuple[Line, ...]
    fillers: tuple[Line, ...]
    per: dict[Slug, tuple[Line, ...]]
    negations: tuple[Line, ...]
    reporting: tuple[Line, ...]
    loaded: tuple[Line, ...]

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """A word that says no, short forms such as "didn't" among them."""
        return re.compile(rf"\b(?:{_either(self.negations)}|\w+n't)\b", re.IGNORECASE)

    @cached_property
    def report(self) -> re.Pattern[str]:
        """A word by which a text credits somebody."""
        return re.compile(rf"\b(?:{_either(self.reporting)})\b", re.IGNORECASE)

    @cached_property
    def load(self) -> re.Pattern[str]:
        """A word that takes a side."""
        return re.compile(rf"\b(?:{_either(self.loaded)})\b", re.IGNORECASE)


class Site(Record):
    """What the site is called, which version it is, and under which licence."""

    title: Line
    version: Line
    licence: Line


class Config(Record):
    """All of `site_config/` that is read as data."""

    site: Site
    vocabulary: Vocabulary
    language: Language
    dates: DateWords
    numbers: NumberWords
    wording: Mapping[str, str] = Field(default_factory=dict)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
