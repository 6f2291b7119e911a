"""Configuration: what an editor may change without Python, as typed values."""

from __future__ import annotations

from pydantic import Field

from generator.config.language import Language
from generator.config.search import SearchWords
from generator.config.site import Site
from generator.config.spelling import SpellingRules
from generator.config.vocabulary import Vocabulary
from generator.config.wording import Wording
from generator.records.fields import Record
from generator.text.dates import DateWords
from generator.text.numbers import NumberWords


class Config(Record):
    """All of `site_config/` that is read as data.

    It equals itself alone, and is a key, so that functions can keep what they make with it.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    site: Site
    vocabulary: Vocabulary
    language: Language
    dates: DateWords
    numbers: NumberWords
    spelling: SpellingRules
    search: SearchWords = Field(default_factory=dict)
    wording: Wording
