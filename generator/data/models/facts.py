"""A fact as the data has it, and its parts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.data.models.output import Output


class TranslationData(Output):
    """A translation of quoted words, and who made it: `us`, `machine`, `document` or a name."""

    text: str
    by: str
    language: str


class QuoteData(Output):
    """Verbatim words; `start` and `end` count code points of the decoded seed, `end` not included.

    `locator` is where the document itself has them, by kind of place: `{"page": "12"}`.
    """

    exact: str
    start: int
    end: int
    locator: dict[str, str]
    translation: TranslationData | None


class SpeakerData(Output):
    """Who says something; `ref` is null for somebody who has no page."""

    ref: str | None
    words: str


class FacetsData(Output):
    """Whom an answer counts, and in what sense: keys of its question's facets."""

    population: tuple[str, ...]
    basis: str | None


class FigureData(Output):
    """An amount that a passage gives.

    The bounds are those that the document's words give, before "about" widens them. Null means that
    there is no bound. The amount can't be equal to an open bound. `as_of` is converted from
    `as_of_in_calendar` where the document uses another calendar.
    """

    as_stated: str
    low: int | float | None
    high: int | float | None
    low_open: bool
    high_open: bool
    about: bool
    estimated: bool
    words: str | None
    unit: str
    currency: str | None
    per: str | None
    as_of: str | None
    as_of_in_calendar: str | None
    question: str | None
    facets: FacetsData


class ChoiceData(Output):
    """An answer that is not a number; `denies` means that the speaker says it is not so."""

    question: str
    choice: str
    denies: bool
    facets: FacetsData


class RelationData(Output):
    """A relation between two entities, of a type in the vocabulary; its dates are EDTF.

    The dates are converted from `from_in_calendar` and `to_in_calendar` where the document uses
    another calendar.
    """

    subject: str
    relation: str
    object: str
    from_: str | None = Field(alias="from")
    from_in_calendar: str | None
    to: str | None
    to_in_calendar: str | None


class RelatedFactData(Output):
    """How this fact is related to another."""

    fact: str
    how: str
    note: str | None


class EvidenceData(Output):
    """A text outside the corpus that helps to date something; `seen` says when and how."""

    title: str
    publisher: str | None
    address: str
    seen: str
    says: str


class DatedData(Output):
    """Dates that a document does not give, in EDTF, and what shows them.

    `facts` are claims about the same time. The dated thing came `after` some claims and `before`
    others.
    """

    when: str | None
    said_on: str | None
    because: str
    facts: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    evidence: tuple[EvidenceData, ...]


class ConcludedData(Output):
    """A date that the document does not give, in EDTF, and how it is known.

    `dated`: from other claims or outside texts, which are in the fact's `dated`; `present`: the
    claim is about its own present, so its date is when it was told; `by-document`: no later than
    that.
    """

    date: str
    known: Literal["dated", "present", "by-document"]


class RelayData(SpeakerData):
    """Somebody through whom a claim came, and when they passed it on, in EDTF.

    `dated` has this date, and what shows it, if the document does not give it.
    """

    said_on: str | None
    said_on_in_calendar: str | None
    said_as_stated: str | None
    dated: DatedData | None


class FactData(Output):
    """One proposition that one document makes; its dates are EDTF.

    `when` and `said_on` are as the document states them; `when_concluded` and `said_on_concluded`
    are what can be concluded if it does not state them. Where the document uses another calendar,
    `when` is converted from `when_in_calendar`, and `said_on` likewise.
    """

    id: str
    statement: str
    source: str
    seed: str
    quotes: tuple[QuoteData, ...]
    context: tuple[QuoteData, ...]
    attributed_to: tuple[SpeakerData, ...]
    attributed_as: QuoteData | None
    via: tuple[RelayData, ...]
    modality: str
    type: str
    when: str | None
    when_in_calendar: str | None
    when_as_stated: str | None
    said_on: str | None
    said_on_in_calendar: str | None
    said_as_stated: str | None
    present: bool
    dated: DatedData | None
    when_concluded: ConcludedData | None
    said_on_concluded: ConcludedData | None
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
