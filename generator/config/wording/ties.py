"""The wording of what ties show: the hierarchy and the pictures of connections."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Counted
from generator.records.fields import Phrase, Record, Slots


class NetworkWords(Record):
    """The picture of an entity and of those beside it."""

    title: Phrase
    picture: Annotated[str, Slots("name")]
    tie: Annotated[str, Slots("tie", "documents")]
    not_asserted: Annotated[str, Slots("tie")]
    named: Counted
    link: Annotated[str, Slots("tie", "name")]
    list: Phrase
    rest: Annotated[str, Slots("shown", "all")]
    no_ties: Phrase


class HierarchyWords(Record):
    """The page of what is a part of what, and who led it or belonged to it."""

    lead: Annotated[str, Slots("ties", "documents")]
    differ: Phrase
    span: Annotated[str, Slots("first", "last")]
    above: Annotated[str, Slots("others")]
    elsewhere: Annotated[str, Slots("body")]
    apart: Phrase
    apart_lead: Phrase
    people: Annotated[str, Slots("count", "people")]


class WithoutWords(Record):
    """What would be left without a document: its page, and the switch on the pages of entities."""

    index: Phrase
    index_lead: Phrase
    title: Annotated[str, Slots("document")]
    lead: Annotated[str, Slots("left", "facts", "pages", "questions", "disagreements")]
    source: Phrase
    document: Phrase
    questions: Phrase
    question: Phrase
    answers_left: Phrase
    disagreement: Phrase
    still: Phrase
    settled: Phrase
    undisputed: Phrase
    unanswered: Phrase
    emptied: Phrase
    pages: Phrase
    page: Phrase
    facts_left: Phrase
    of: Annotated[str, Slots("left", "all")]
    facts_of: Phrase
    pages_emptied: Phrase
    questions_unanswered: Phrase
    disagreements_settled: Phrase
    rests: Annotated[str, Slots("documents")]
    rests_on_one: Annotated[str, Slots("document")]
    switch: Phrase
    choice: Annotated[str, Slots("document", "facts")]
    hidden: Annotated[str, Slots("documents", "hidden", "all")]
    nothing: Phrase
