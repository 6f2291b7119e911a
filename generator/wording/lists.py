"""The wording of the lists that lead into the site: `home`, `titles`, `lists` and `counts`."""

from __future__ import annotations

from typing import Annotated

from generator.fields import OneAndSeveral, Phrase, Record, Slots

Counted = Annotated[str, Slots("count")]
OneOrMore = Annotated[tuple[Counted, Counted], OneAndSeveral]
"""A phrase for one thing, and a phrase for several."""


class Named(Record):
    """Phrases for what the program itself names; a hyphen of a name is here an underscore."""

    def __getitem__(self, name: str) -> str:
        phrase: str = getattr(self, name.replace("-", "_"))
        return phrase


class Ways(Named):
    """What the first page says of each way into the site, by its place."""

    people: Phrase
    units: Phrase
    topics: Phrase
    claimants: Phrase
    names: Phrase
    timeline: Phrase
    data: Phrase
    about: Phrase


class HomeWords(Record):
    """The first page."""

    lead: Annotated[str, Slots("documents", "facts", "questions")]
    documents: Phrase
    reading: Phrase
    how_to_read: tuple[Phrase, ...]
    disagreements: Phrase
    ways_in: Phrase
    ways: Ways


class Titles(Named):
    """The titles of the lists that lead into the site, by their place."""

    people: Phrase
    units: Phrase
    topics: Phrase
    questions: Phrase
    sources: Phrase
    claimants: Phrase
    names: Phrase
    timeline: Phrase
    disagreements: Phrase
    data: Phrase
    about: Phrase


class ListWords(Record):
    """What stands on these lists, under their titles."""

    by_name: Phrase
    by_facts: Phrase
    answered: Annotated[str, Slots("answers", "documents")]
    claimants: Phrase
    every_spelling: Phrase
    spellings: Phrase
    as_exact: Phrase
    with_year: Phrase
    without_year: Phrase
    without_date: Phrase
    disputed: Phrase


class Counts(Record):
    """Numbers of things."""

    answers: OneOrMore
    documents: OneOrMore
    facts: OneOrMore
    originators: OneOrMore
    questions: OneOrMore
