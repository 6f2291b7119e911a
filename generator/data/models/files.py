"""The content of each JSON file, in `data/` and beside the pages."""

from __future__ import annotations

from pydantic import RootModel

from generator.data.models.facts import FactData
from generator.data.models.output import Output
from generator.data.models.records import EntityData, QuestionData, SourceData
from generator.data.models.withdrawn import WithdrawnData


class CountsData(Output):
    """The number of records of each kind."""

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
    """What the page of an entity shows: the entity, and every fact that mentions it."""

    facts: tuple[FactData, ...]


class QuestionPageData(QuestionData):
    """What the page of a question shows: the question, and every fact that answers it."""

    facts: tuple[FactData, ...]


class SourcePageData(SourceData):
    """What the page of a document shows: the document, and every fact from it."""

    facts: tuple[FactData, ...]


class FactsFile(RootModel[tuple[FactData, ...]]):
    """All facts, by document and place."""


class EntitiesFile(RootModel[tuple[EntityData, ...]]):
    """All people, units and topics, by reference."""


class QuestionsFile(RootModel[tuple[QuestionData, ...]]):
    """All questions, by reference."""


class SourcesFile(RootModel[tuple[SourceData, ...]]):
    """All documents, by reference."""


class WithdrawnFile(RootModel[tuple[WithdrawnData, ...]]):
    """All withdrawn facts, by id."""
