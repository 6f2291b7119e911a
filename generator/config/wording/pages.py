"""The wording of the pages of entities, facts, questions and sources, and of the end of each."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Counted
from generator.records.fields import OneAndSeveral, Phrase, Record, Slots

Lead = Annotated[str, Slots("facts", "documents")]
Remark = Annotated[str, Slots("other", "reason")]


class EntityWords(Record):
    """The page of a person, a unit or a topic."""

    person: Phrase
    lead: Annotated[tuple[Lead, Lead], OneAndSeveral]
    spellings: Phrase
    glance: Phrase
    jump: Phrase
    in_no_document: Phrase
    probably: Remark
    distinct: Remark
    more: Counted
    more_ties: Counted
    disputed: Phrase
    in_full: Annotated[str, Slots("section", "facts")]
    part: Annotated[str, Slots("name", "section")]
    questions: Phrase
    claimants: Phrase
    sources: Phrase


class FactWords(Record):
    """The page of one claim."""

    evidence: Phrase
    record: Phrase
    when: Phrase
    said_on: Phrase
    kind: Phrase
    modality: Phrase
    document: Phrase
    credited_as: Phrase
    speaks_of: Phrase
    ties: Phrase
    inferred: Annotated[str, Slots("field")]
    answers: Phrase
    as_stated: Phrase
    value: Phrase
    as_of: Phrase
    answer: Phrase
    denies: Annotated[str, Slots("answer")]
    question: Phrase
    population: Phrase
    basis: Phrase
    related: Phrase
    compared: Phrase


class QuestionWords(Record):
    """The page of a question."""

    lead: Annotated[str, Slots("answers", "some", "documents", "originators")]
    broader: Annotated[str, Slots("question")]
    narrower: Annotated[str, Slots("question")]
    silent: Annotated[str, Slots("documents")]
    answers: Phrase
    answer: Phrase
    denies: Annotated[str, Slots("answer")]
    counted: Phrase
    when: Phrase
    as_of: Annotated[str, Slots("date")]
    said_on: Annotated[str, Slots("date")]
    says: Phrase
    said: Phrase
    pairs: Phrase
    method: Phrase
    beside: Annotated[str, Slots("one", "others")]
    topics: Phrase


class SourceWords(Record):
    """The page of a document."""

    label: Phrase
    kind: Phrase
    language: Phrase
    author: Phrase
    publisher: Phrase
    written: Phrase
    published: Phrase
    licence: Phrase
    no_licence: Phrase
    text: Phrase
    whole: Phrase
    extract: Phrase
    file: Phrase
    digest: Annotated[str, Slots("file", "digest")]
    coverage: Phrase
    share: Annotated[str, Slots("quoted", "all", "skipped")]
    known_from: Annotated[str, Slots("field")]
    note: Phrase
    itself: Phrase
    party: Annotated[str, Slots("matter", "words", "citation")]
    alone: Phrase
    only_questions: Phrase
    without: Phrase
    only_answers: Phrase
    only_ties: Phrase
    only_claimants: Phrase
    only_people: Phrase
    only_units: Phrase
    only_topics: Phrase
    facts: Phrase
    line: Annotated[str, Slots("line")]


class FootWords(Record):
    """The end of each page: how to cite it, where its data is, how to correct it."""

    cite: Phrase
    data: Phrase
    as_data: Annotated[str, Slots("file", "key")]
    to_correct: Annotated[str, Slots("record")]
    history: Annotated[str, Slots("command")]
