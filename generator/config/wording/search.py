"""The wording of search: `search`."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import OneOrMore
from generator.records.fields import Phrase, Record, Slots


class SearchWords(Record):
    """The search, its list under the field, and its page."""

    title: Phrase
    field: Phrase
    hint: Phrase
    still: Phrase
    every_name: Phrase
    names: OneOrMore
    facts: OneOrMore
    nothing: Annotated[str, Slots("query")]
    failed: Phrase
    searching: Phrase
    perhaps: Phrase
    also: Annotated[str, Slots("name")]
    everything: Annotated[str, Slots("query")]
    more: Phrase
    filters: Phrase
    kind: Phrase
    any_kind: Phrase
    all_names: Phrase
    all_facts: Phrase
    people: Phrase
    units: Phrase
    topics: Phrase
    questions: Phrase
    sources: Phrase
    source: Phrase
    any_source: Phrase
    claimant: Phrase
    any_claimant: Phrase
    after: Phrase
    before: Phrase
    clear: Phrase
    question: Phrase
    document: Annotated[str, Slots("letter")]
