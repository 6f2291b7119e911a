"""Entities, questions and documents as the data has them."""

from __future__ import annotations

from typing import Literal

from generator.data.models.facts import EvidenceData
from generator.data.models.output import Output
from generator.findings.compare import Outcome, Reach
from generator.findings.saying import Says
from generator.records.references import EntityKind


class AliasData(Output):
    """Another spelling of a name, and the script that it is in."""

    name: str
    script: str


class EntityData(Output):
    """A person, an organised body or a topic; `formerly` are references that it had before."""

    ref: str
    name: str
    aliases: tuple[AliasData, ...]
    kind: EntityKind
    subkind: str | None
    formerly: tuple[str, ...]
    url: str


class PopulationData(Output):
    """People whom an answer may count; a group is made of other populations.

    `unnamed` says that nobody tells who they are, so that they may be any of the others.
    """

    label: str
    made_of: tuple[str, ...]
    unnamed: bool


class BasisData(Output):
    """A sense in which an answer may count, and its kind of time."""

    label: str
    time: Literal["moment", "event", "span", "so_far", "fixed"]


class QuestionFacetsData(Output):
    """What a question distinguishes, by key."""

    population: dict[str, PopulationData]
    basis: dict[str, BasisData]


class AnswerData(Output):
    """What one fact answers to a question.

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
    """Two answers compared: which answers, the outcome, and the reason in a sentence.

    An answer is named by its fact and its place there: `f-7k3q9xb2/figures/0`. `says` tells how
    what they say compares, `scope` whether they are about one thing, and `unless` what would
    resolve a contradiction. The pairs are in order of the answers: the first with each later one,
    then the second.
    """

    a: str
    b: str
    outcome: Outcome
    why: str
    says: Says
    scope: Reach
    unless: str | None


class SilenceData(Output):
    """A document that was read for a question, and holds no answer to it."""

    source: str
    note: str | None


class QuestionData(Output):
    """What is asked, and every answer; a narrower question has the facets of its broader one.

    `denials` has, by choice, the words of those who deny it. `see_also` are questions
    that readers of this one may look for. `formerly` are references that it had before.
    """

    ref: str
    title: str
    unit: str | None
    facets: QuestionFacetsData
    choices: dict[str, str]
    denials: dict[str, str]
    exclusive: bool
    contrary: tuple[tuple[str, str], ...]
    fitting: tuple[tuple[str, str], ...]
    answers: tuple[AnswerData, ...]
    pairs: tuple[PairData, ...]
    silent: tuple[SilenceData, ...]
    lead: str
    see_also: tuple[str, ...]
    formerly: tuple[str, ...]
    url: str


class SourceDateData(Output):
    """A date of a document, in EDTF, and how it is known.

    `in_calendar` is the date in another calendar that it is converted from.
    """

    of: Literal["written", "published"]
    date: str
    in_calendar: str | None
    as_stated: str | None
    known_from: str | None
    facts: tuple[str, ...]
    evidence: tuple[EvidenceData, ...]


class PageData(Output):
    """A page of a document; it begins at `start`, a code point of the decoded seed."""

    page: str
    start: int


class CreatorData(Output):
    """Who made a document, and in what role; `family` and `given` are null for a name without parts."""

    role: Literal["author", "editor", "translator"]
    ref: str | None
    name: str
    family: str | None
    given: str | None


class ContainerData(Output):
    """What a document appeared in, and on which pages there."""

    title: str
    volume: str | None
    issue: str | None
    pages: str | None


class CoverageData(Output):
    """How many letters and digits of a document are quoted, and how many are skipped."""

    characters: int
    covered: int
    skipped: int


class SourceData(Output):
    """One document; `formerly` are references that it had before."""

    ref: str
    title: str
    short: str
    publisher: str | None
    authors: tuple[str, ...]
    creators: tuple[CreatorData, ...]
    container: ContainerData | None
    number_of_pages: int | None
    address: str | None
    accessed: str | None
    language: str
    dates: tuple[SourceDateData, ...]
    licence: str | None
    seed: str
    sha256: str
    pages: tuple[PageData, ...]
    coverage: CoverageData
    formerly: tuple[str, ...]
    url: str
