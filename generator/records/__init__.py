"""The records: what a file in `content/` may say, a module for each kind.

A record is parsed once, when it is loaded, and never changed. After that, no date or number is a
string. `join` later finds what a record refers to.

- `references`: what a reference names
- `seeing`: what readers see of a text, and what they may take it for
- `plain_numbers`: how a record writes an amount
- `fields`: the kinds of values that records consist of
- `ids`: an id for a fact that needs another
- `passages`: words of a document, and where it has them
- `evidence`: what shows a date that a document does not give
- `facts`: a fact with its figures, choices and relations
- `creators`: who made a document, and what it appeared in
- `entities`: people, units and topics
- `questions`: questions, and the facets of their answers
- `sources`: documents, and their passages without a claim
- `layout`: where the pages and headings of a document begin
- `withdrawn`: facts that are no longer claimed
- `ledger`: when each fact was first published
"""

from generator.records.entities import Alias, Distinction, Entity, Party, ProbableIdentity
from generator.records.evidence import Dated, Evidence
from generator.records.facts import (
    PERCENT,
    VALUES,
    Choice,
    Facets,
    Fact,
    Figure,
    RelatedFact,
    Relation,
    Relay,
)
from generator.records.layout import HeadingStart, Layout, PageStart
from generator.records.questions import Basis, Population, Question, Silence, Within
from generator.records.sources import Skip, Source, SourceDate, TextState
from generator.records.withdrawn import Withdrawn

__all__ = [
    "PERCENT",
    "VALUES",
    "Alias",
    "Basis",
    "Choice",
    "Dated",
    "Distinction",
    "Entity",
    "Evidence",
    "Facets",
    "Fact",
    "Figure",
    "HeadingStart",
    "Layout",
    "PageStart",
    "Party",
    "Population",
    "ProbableIdentity",
    "Question",
    "RelatedFact",
    "Relation",
    "Relay",
    "Silence",
    "Skip",
    "Source",
    "SourceDate",
    "TextState",
    "Withdrawn",
    "Within",
]
