"""Claims, with everything they refer to looked up: documents, speakers, answers, other claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.atlas.headings import Headings
from generator.atlas.pages import Pages
from generator.atlas.passages import Sighting
from generator.atlas.prose import Link, Piece, links, plain_words
from generator.load.entries import Entry
from generator.records import Choice, Fact, Figure, Layout, Skip, Source
from generator.records.ledger import digest
from generator.records.references import refs_meant
from generator.text.dates import Edtf
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


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A source with its text; like a claim, it is compared by identity, so it can be a dictionary key.

    `skipped` lists the skipped ranges of the text, and `skip_ends` their ends, all as folded
    indices. `seed` is None if the text is missing. `pages` and `headings` say where these begin, if
    there is a `layout`.
    """

    ref: str
    entry: Entry[Source]
    seed: Seed | None
    skips: tuple[Entry[Skip], ...]
    skipped: tuple[tuple[int, int], ...]
    skip_ends: frozenset[int]
    layout: Entry[Layout] | None
    pages: Pages
    headings: Headings

    @property
    def record(self) -> Source:
        """The bibliographic record."""
        return self.entry.record

    @property
    def written(self) -> Edtf | None:
        """When it was written, or else published, if the year of that is known."""
        known = {date.of: date.date for date in self.record.dates if date.date.known}
        return known.get("written") or known.get("published")


@dataclass(frozen=True, eq=False)
class Claim:
    """A fact together with everything it refers to: document, passages, links and speakers.

    `seed` is the text of its document; a fact whose document has no text is not a claim. Its other
    properties are worked out on first use, and kept. A claim is compared by identity, so it can be
    a dictionary key and functions can cache what they work out from it.
    """

    fact: Fact
    entry: Entry[Fact]
    document: Document
    seed: Seed
    statement: tuple[Piece, ...]
    quotes: tuple[Sighting, ...]
    context: tuple[Sighting, ...]
    credit: Sighting | None
    claimants: tuple[Claimant, ...]
    via: tuple[Claimant, ...]

    @cached_property
    def id(self) -> str:
        """The fact's permanent id."""
        return self.fact.id

    @cached_property
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
        resolved = {ref for meaning in fact.resolves.values() for ref in refs_meant(meaning)}
        return frozenset(named | tied | resolved | set(fact.topics))

    @cached_property
    def mentions(self) -> tuple[str, ...]:
        """The entities that the claim speaks of or credits, sorted."""
        credited = {link.ref for link in self.linked if link.ref}
        return tuple(sorted(self.spoken_of | credited))

    @cached_property
    def digest(self) -> str:
        """A digest that changes when the fact or its document changes, and at no other time."""
        return digest(self.source, self.fact)

    @cached_property
    def linked(self) -> tuple[Link, ...]:
        """Every link in the statement and in the words for its speakers."""
        speakers = (*self.claimants, *self.via)
        return (*links(self.statement), *(link for one in speakers for link in links(one.prose)))


AnswerKey = tuple[str, Literal["figure", "choice"], int]
"""A fact's id, and which of its figures or choices it is, from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A figure or a choice of a fact that answers a question; like a claim, compared by identity."""

    question: str
    claim: Claim
    given: Figure | Choice
    index: int

    @property
    def key(self) -> AnswerKey:
        """The key that distinguishes this answer from all others to its question."""
        return self.claim.id, "figure" if isinstance(self.given, Figure) else "choice", self.index

    @property
    def reading(self) -> str | None:
        """Why the quote is read as this answer, if it does not state it."""
        field = "figures" if isinstance(self.given, Figure) else "choices"
        reasons = self.claim.fact.inferred
        return reasons.get(self.given.answers or "") or reasons.get(field)


@dataclass(frozen=True, slots=True)
class RelatedClaim:
    """A fact that another one is related to, and how; `reverse` if it is `fact` that says so."""

    fact: str
    how: str
    note: str | None
    reverse: bool
