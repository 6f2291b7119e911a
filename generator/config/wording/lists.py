"""The wording of the lists that lead into the site: `home`, `titles`, `lists` and `counts`."""

from __future__ import annotations

from typing import Annotated

from generator.records.fields import OneAndSeveral, Phrase, Record, Slots

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
    questions: Phrase
    sources: Phrase
    claimants: Phrase
    names: Phrase
    timeline: Phrase
    map: Phrase
    hierarchy: Phrase
    data: Phrase
    about: Phrase


class HomeWords(Record):
    """The first page."""

    lead: Phrase
    counts: Annotated[str, Slots("documents", "facts", "questions")]
    documents: Phrase
    not_a_sample: Phrase
    reading: Phrase
    step_when: Phrase
    step_statement: Phrase
    step_words: Phrase
    how_to_read: tuple[Phrase, ...]
    disagreements: Phrase
    all_questions: Phrase
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
    map: Phrase
    hierarchy: Phrase
    disagreements: Phrase
    data: Phrase
    about: Phrase


class ListWords(Record):
    """What stands on these lists, under their titles."""

    by_name: Phrase
    by_facts: Phrase
    answered: Annotated[str, Slots("answers", "documents")]
    answered_by: Annotated[str, Slots("answers", "documents", "originators")]
    claimants: Phrase
    every_spelling: Phrase
    spellings: Phrase
    everything: Annotated[str, Slots("licence")]


class Counts(Record):
    """Numbers of things."""

    answers: OneOrMore
    disagreements: OneOrMore
    documents: OneOrMore
    facts: OneOrMore
    originators: OneOrMore
    pages: OneOrMore
    pairs: OneOrMore
    places: OneOrMore
    questions: OneOrMore
    ties: OneOrMore
