"""Configuration: what an editor may change without Python, as typed values."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from pydantic import ConfigDict, Field

from generator.config.language import Language
from generator.config.lexicon import Lexicon, own_words, unknown_words
from generator.config.search import SearchWords
from generator.config.site import LANGUAGE, Site
from generator.config.spelling import SpellingRules
from generator.config.vocabulary import Vocabulary
from generator.config.wording import Wording
from generator.records.fields import Record
from generator.text.dates import DateWords
from generator.text.numbers import NumberWords


class Config(Record):
    """All of `site_config/` that is read as data, over the defaults.

    It is compared by identity, so it can be a dictionary key and functions can cache what they make
    with it.
    """

    most: ClassVar[int] = 100_000

    model_config = ConfigDict(arbitrary_types_allowed=True)

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
    others: dict[str, Lexicon] = Field(default_factory=dict, exclude=True)

    def words_of(self, language: str) -> Lexicon:
        """The words of a language by its code: the site's own language, or one that has a file."""
        if language == LANGUAGE:
            return _own_words(self)
        return self.others.get(language) or unknown_words()


@lru_cache(maxsize=16)
def _own_words(config: Config) -> Lexicon:
    return own_words(config.language, config.numbers, config.dates)
