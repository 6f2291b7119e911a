"""The wording of the timeline, its filters and the lists of what has no date."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Named
from generator.records.fields import Phrase, Record, Slots


class Signs(Named):
    """What each mark beside a date means."""

    on: Phrase
    throughout: Phrase
    between: Phrase
    by: Phrase
    later: Phrase
    yearless: Phrase
    unsure: Phrase


class Choice(Record):
    """A list from which a reader chooses: what it is called, and its entry for no choice."""

    label: Phrase
    any: Phrase


class FilterWords(Record):
    """The filters; `some` and `left` are filled in by a script."""

    legend: Phrase
    people: Choice
    units: Choice
    topics: Choice
    sources: Choice
    option: Annotated[str, Slots("name", "count")]
    first: Phrase
    last: Phrase
    form: Phrase
    wrong: Phrase
    reset: Phrase
    every: Annotated[str, Slots("facts")]
    some: Annotated[str, Slots("count", "all")]
    left: Annotated[str, Slots("count")]


class TimelineWords(Record):
    """The timeline."""

    lead: Annotated[str, Slots("dated")]
    lead_undated: Annotated[str, Slots("undated")]
    picture: Annotated[str, Slots("facts", "first", "last", "most", "year")]
    about_picture: Phrase
    signs: Signs
    jump: Phrase
    filters: FilterWords
    evidence: Annotated[str, Slots("letter", "document")]
    yearless: Phrase
    about_yearless: Phrase
    undated: Phrase
    about_undated: Phrase
    undated_title: Annotated[str, Slots("document")]
    undated_lead: Annotated[str, Slots("facts", "document", "timeline")]
    in_words: Phrase
    no_words: Phrase
