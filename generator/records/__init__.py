"""The records: what a file in `content/` may say, a module for each kind.

A record is parsed once, at the edge, and is never changed. Past this package no string is
"really" a date or a number. What a record *refers to* is settled later, by `join`.

- `references`: what a reference names
- `fields`: the kinds of values that records are made of
- `facts`: a fact, its figures, choices and relations
- `entities`: people, units and topics
- `questions`: questions, and the facets of their answers
- `sources`: documents, and the passages of them that hold no claim
- `ledger`: since when each fact has been published
"""

from generator.records.entities import Alias, Distinction, Entity, Party, ProbableIdentity
from generator.records.facts import VALUES, Choice, Facets, Fact, Figure, RelatedFact, Relation
from generator.records.questions import Basis, Population, Question, Within
from generator.records.sources import Skip, Source, SourceDate, TextState

__all__ = [
    "VALUES",
    "Alias",
    "Basis",
    "Choice",
    "Distinction",
    "Entity",
    "Facets",
    "Fact",
    "Figure",
    "Party",
    "Population",
    "ProbableIdentity",
    "Question",
    "RelatedFact",
    "Relation",
    "Skip",
    "Source",
    "SourceDate",
    "TextState",
    "Within",
]
