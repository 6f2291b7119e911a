"""The shapes of the files in `site/data/`: what others build on.

Fields may be added, never changed. An absent scalar is null, an absent list is empty, and each
address is relative to the site's root.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from generator.findings.compare import Outcome
from generator.records.references import EntityKind


class Output(BaseModel):
    """What every part of the data has in common: never changed, and no field left out."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True, validate_by_name=True)


class QuoteData(Output):
    """Verbatim words; `start` and `end` are code points of the decoded seed, half open."""

    exact: str
    start: int
    end: int


class SpeakerData(Output):
    """Who says something; `ref` is null for somebody who has no page."""

    ref: str | None
    words: str


class FacetsData(Output):
    """Whom an answer counts, and in what sense: keys of its question's facets."""

    population: tuple[str, ...]
    basis: str | None


class FigureData(Output):
    """How much a passage says there was.

    The bounds are those of the words as they stand, before "about" widens them; null is no
    bound, and an open bound is itself left out.
    """

    as_stated: str
    low: int | float | None
    high: int | float | None
    low_open: bool
    high_open: bool
    about: bool
    words: str | None
    unit: str
    currency: str | None
    per: str | None
    as_of: str | None
    question: str | None
    facets: FacetsData


class ChoiceData(Output):
    """An answer that is not a number; `denies` says that it is not so."""

    question: str
    choice: str
    denies: bool
    facets: FacetsData


class RelationData(Output):
    """A typed tie between two entities; its dates are EDTF."""

    subject: str
    relation: str
    object: str
    from_: str | None = Field(alias="from")
    to: str | None


class RelatedFactData(Output):
    """A tie from this fact to another."""

    fact: str
    how: str
    note: str | None


class FactData(Output):
    """One proposition that one document makes; its dates are EDTF."""

    id: str
    statement: str
    source: str
    seed: str
    quotes: tuple[QuoteData, ...]
    context: tuple[QuoteData, ...]
    attributed_to: tuple[SpeakerData, ...]
    attributed_as: QuoteData | None
    via: tuple[SpeakerData, ...]
    modality: str
    type: str
    when: str | None
    when_as_stated: str | None
    said_on: str | None
    mentions: tuple[str, ...]
    topics: tuple[str, ...]
    figures: tuple[FigureData, ...]
    choices: tuple[ChoiceData, ...]
    relations: tuple[RelationData, ...]
    related_facts: tuple[RelatedFactData, ...]
    resolves: dict[str, str]
    inferred: dict[str, str]
    note: str | None
    url: str


class AliasData(Output):
    """Another spelling of a name, and the script that it is in."""

    name: str
    script: str


class EntityData(Output):
    """A person, an organised body or a topic."""

    ref: str
    name: str
    aliases: tuple[AliasData, ...]
    kind: EntityKind
    subkind: str | None
    url: str


class PopulationData(Output):
    """Whom an answer may count; a group is made of others."""

    label: str
    made_of: tuple[str, ...]


class BasisData(Output):
    """In what sense an answer may count, and the kind of time that this has."""

    label: str
    time: Literal["moment", "event", "span", "so_far", "fixed"]


class QuestionFacetsData(Output):
    """What a question tells apart, by key."""

    population: dict[str, PopulationData]
    basis: dict[str, BasisData]


class AnswerData(Output):
    """What one fact says to a question.

    `figure` is the index among the fact's figures, `choice` a key of the question's choices;
    one of the two is null.
    """

    fact: str
    figure: int | None
    choice: str | None
    denies: bool
    population: tuple[str, ...]
    basis: str | None


class PairData(Output):
    """Two answers compared: the ids of their facts, the outcome and its reason.

    The pairs stand in order of the answers: the first with each later one, then the second.
    """

    a: str
    b: str
    outcome: Outcome
    why: str


class QuestionData(Output):
    """What is asked, and every answer; a narrower question has the facets of its broader one."""

    ref: str
    title: str
    unit: str | None
    facets: QuestionFacetsData
    choices: dict[str, str]
    exclusive: bool
    answers: tuple[AnswerData, ...]
    pairs: tuple[PairData, ...]
    url: str


class SourceDateData(Output):
    """A date of a document, in EDTF, and how it is known."""

    of: Literal["written", "published"]
    date: str
    as_stated: str | None
    known_from: str | None


class CoverageData(Output):
    """How many letters and digits of a document are quoted, and how many skipped."""

    characters: int
    covered: int
    skipped: int


class SourceData(Output):
    """One document."""

    ref: str
    title: str
    publisher: str | None
    authors: tuple[str, ...]
    language: str
    dates: tuple[SourceDateData, ...]
    licence: str | None
    seed: str
    sha256: str
    coverage: CoverageData
    url: str


class CountsData(Output):
    """How many there are of each."""

    facts: int
    people: int
    units: int
    topics: int
    questions: int
    sources: int


class IndexData(Output):
    """What the data is; `generated_from` is a digest of the records and the documents."""

    title: str
    version: str
    generated_from: str
    licence: str
    counts: CountsData
    files: tuple[str, ...]


class EntityPageData(EntityData):
    """What the page of an entity shows: the entity, and every fact that speaks of it."""

    facts: tuple[FactData, ...]


class QuestionPageData(QuestionData):
    """What the page of a question shows: the question, and every fact that answers it."""

    facts: tuple[FactData, ...]


class SourcePageData(SourceData):
    """What the page of a document shows: the document, and every fact drawn from it."""

    facts: tuple[FactData, ...]


class FactsFile(RootModel[tuple[FactData, ...]]):
    """All facts, by document and place."""


class EntitiesFile(RootModel[tuple[EntityData, ...]]):
    """All people, units and topics, by reference."""


class QuestionsFile(RootModel[tuple[QuestionData, ...]]):
    """All questions, by reference."""


class SourcesFile(RootModel[tuple[SourceData, ...]]):
    """All documents, by reference."""
