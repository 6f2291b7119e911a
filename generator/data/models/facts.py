"""A fact as the data has it, and its parts."""

from __future__ import annotations

from pydantic import Field

from generator.data.models.output import Output


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
