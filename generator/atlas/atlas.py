"""The atlas: everything that the records say, by reference and in both directions.

The atlas judges nothing. It keeps what could not be settled (a name that nobody has, a passage
that is not in its document), and `generator.rules` reports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.atlas.names import Names
from generator.atlas.passages import Sighting
from generator.atlas.prose import Link, Piece, links, plain_words
from generator.config.config import Config
from generator.load.entries import Entry, Gazetteer
from generator.records import Choice, Entity, Fact, Figure, Question, Skip, Source
from generator.records.ledger import Seen, seen
from generator.records.references import RecordKind, is_entity, kind_of
from generator.text.seed import Seed


@dataclass(frozen=True, slots=True)
class Claimant:
    """Somebody who is credited with a claim, or passes it on.

    `key` tells claimants apart. It is an entity's reference, a source's reference (for the
    document's own voice), or a source's reference and its words for somebody without a record.
    """

    key: str
    kind: Literal["self", "entity", "unnamed", "words"]
    ref: str | None
    prose: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The claimant in words, without links."""
        return plain_words(self.prose)


@dataclass(frozen=True, slots=True)
class Maker:
    """The author or publisher of a document; `ref` is None for somebody without a page."""

    ref: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its text.

    `skipped` lists the skipped ranges of the text, and `gaps` their ends, all as folded indices.
    `seed` is None if the text is missing.
    """

    ref: str
    entry: Entry[Source]
    seed: Seed | None
    skips: tuple[Entry[Skip], ...]
    skipped: tuple[tuple[int, int], ...]
    gaps: frozenset[int]

    @property
    def record(self) -> Source:
        """The bibliographic record."""
        return self.entry.record


@dataclass(frozen=True)
class Claim:
    """A fact together with everything it refers to: document, passages, links and speakers.

    What follows from these is worked out on first use, and kept.
    """

    fact: Fact
    entry: Entry[Fact]
    document: Document
    statement: tuple[Piece, ...]
    quotes: tuple[Sighting, ...]
    context: tuple[Sighting, ...]
    credit: Sighting | None
    claimants: tuple[Claimant, ...]
    via: tuple[Claimant, ...]

    @property
    def id(self) -> str:
        """The fact's permanent id."""
        return self.fact.id

    @property
    def source(self) -> str:
        """The reference of the document that makes the claim."""
        return self.document.ref

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """Every passage that the fact rests on, as it was found: quote, context, attributed_as."""
        return (*self.quotes, *self.context, *((self.credit,) if self.credit else ()))

    @cached_property
    def position(self) -> tuple[int, int]:
        """The start and end of the first quotation in the document, by which claims are sorted."""
        first = self.quotes[0].places[:1]
        return (first[0].start, first[0].end) if first else (0, 0)

    @cached_property
    def words(self) -> str:
        """The statement in words, without links."""
        return plain_words(self.statement)

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The entities in the claim: linked, related, resolved, or listed under topics."""
        fact = self.fact
        named = {link.ref for link in links(self.statement) if link.ref}
        tied = {end for relation in fact.relations for end in (relation.subject, relation.object)}
        resolved = {ref for ref in fact.resolves.values() if is_entity(ref)}
        return frozenset(named | tied | resolved | set(fact.topics))

    @cached_property
    def mentions(self) -> tuple[str, ...]:
        """The entities that the claim speaks of or credits, sorted."""
        credited = {link.ref for link in self.linked if link.ref}
        return tuple(sorted(self.spoken_of | credited))

    @cached_property
    def linked(self) -> tuple[Link, ...]:
        """Every link in the statement and in the words for its speakers."""
        speakers = (*self.claimants, *self.via)
        return (*links(self.statement), *(link for one in speakers for link in links(one.prose)))


AnswerKey = tuple[str, Literal["figure", "choice"], int]
"""A fact's id, and which of its figures or choices it is, from 0."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure or a choice of a fact that answers a question."""

    question: str
    claim: Claim
    given: Figure | Choice
    index: int

    @property
    def key(self) -> AnswerKey:
        """The key that tells this answer from all others to its question."""
        return self.claim.id, "figure" if isinstance(self.given, Figure) else "choice", self.index


@dataclass(frozen=True, slots=True)
class RelatedClaim:
    """A fact that another fact is related to, and how; `reverse` if its own record says so."""

    fact: str
    how: str
    note: str | None
    reverse: bool


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything by reference. All mappings and tuples are sorted, claims by document and place.

    By entity: `about` gives the claims that mention it, `said_by` those credited to it (by the
    claimant's key), and `asked_about` the questions that have it as a topic or are answered by
    claims that mention it, with these answers. By source, `drawn_from` gives its claims. By
    question, `answers` gives its answers. By fact, `answers_of` gives its answers by question, and
    `related` the facts related to it. `repeated_ids` lists facts whose id another fact has.
    """

    config: Config
    names: Names
    entities: Mapping[str, Entry[Entity]]
    questions: Mapping[str, Entry[Question]]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    about: Mapping[str, tuple[Claim, ...]]
    said_by: Mapping[str, tuple[Claim, ...]]
    drawn_from: Mapping[str, tuple[Claim, ...]]
    answers: Mapping[str, tuple[Answer, ...]]
    answers_of: Mapping[str, Mapping[str, tuple[Answer, ...]]]
    asked_about: Mapping[str, Mapping[str, tuple[Answer, ...]]]
    related: Mapping[str, tuple[RelatedClaim, ...]]
    repeated_ids: tuple[Entry[Fact], ...]
    pages: Mapping[str, str]
    ledger: Mapping[str, Seen]
    gazetteer: Gazetteer | None

    def name(self, ref: str) -> str:
        """The name of a reference: an entity's name, a question's title or a source's label.

        Raises KeyError for a reference without a record.
        """
        if ref in self.entities:
            return self.entities[ref].record.name
        if ref in self.questions:
            return self.questions[ref].record.title
        return self.documents[ref].record.short

    def maker(self, stated: str) -> Maker:
        """The author or publisher that a record gives as a reference or in plain words."""
        known = stated in self.entities
        return Maker(stated, self.name(stated)) if known else Maker(None, stated)

    def claimant(self, key: str) -> Claimant:
        """Somebody who says something, by the key of `said_by`."""
        return next(one for one in self.said_by[key][0].claimants if one.key == key)

    def seen(self, claim: Claim) -> Seen:
        """When a claim was first published, and when it last changed."""
        return seen(claim.source, claim.fact, self.ledger, self.config.site.released)

    def knows(self, ref: str) -> bool:
        """Whether a record with this reference exists."""
        return ref in self.entities or ref in self.questions or ref in self.documents

    def claims_of(self, ref: str) -> tuple[Claim, ...]:
        """The claims that mention an entity, answer a question or come from a document."""
        match kind_of(ref):
            case "questions":
                return tuple(
                    {one.claim.id: one.claim for one in self.answers.get(ref, ())}.values()
                )
            case "sources":
                return self.drawn_from.get(ref, ())
            case _:
                return self.about.get(ref, ())

    def of_kind(self, kind: RecordKind) -> tuple[str, ...]:
        """Every reference of a kind, sorted."""
        return tuple(ref for ref in self.refs if kind_of(ref) == kind)

    @property
    def refs(self) -> tuple[str, ...]:
        """Every reference, sorted."""
        return tuple(sorted((*self.entities, *self.questions, *self.documents)))


__all__ = [
    "Answer",
    "AnswerKey",
    "Atlas",
    "Claim",
    "Claimant",
    "Document",
    "Maker",
    "RelatedClaim",
]
