"""The atlas: everything that the records say, by reference and in both directions.

The atlas judges nothing. It keeps what could not be settled (a name that nobody has, a passage
that is not in its document), and `generator.rules` reports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.atlas.claims import (
    Answer,
    AnswerKey,
    Claim,
    Claimant,
    Document,
    Maker,
    RelatedClaim,
)
from generator.atlas.coverage import Coverage
from generator.atlas.names import Names
from generator.config.config import Config
from generator.load.entries import Entry, Gazetteer
from generator.records import Entity, Fact, Question, Withdrawn
from generator.records.ledger import Seen, seen
from generator.records.references import RecordKind, kind_of


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Everything by reference. All mappings and tuples are sorted, claims by document and place.

    `marks` has, for each document that shares its title with others, what sets it apart from them.
    By entity: `about` gives the claims that mention it, `said_by` those credited to it (by the
    claimant's key), and `asked_about` the questions that have it as a topic or are answered by
    claims that mention it, with these answers. By source, `drawn_from` gives its claims, and
    `coverage` how much of it they account for. By question, `answers` gives its answers, and `narrower` the
    narrower questions. By fact,
    `answers_of` gives its answers by question, and `related` the facts related to it. `former`
    leads from each former reference of a record to its present one. `withdrawn` has the facts that
    are no longer claimed, by id. `lines` has the line of each fact, withdrawn or not, in its file. `repeated_ids` lists facts whose id another fact has, or had
    before it was withdrawn; `unread` names records that are there but could not be read. An atlas
    is compared by identity, so it can be a dictionary key.
    """

    config: Config
    names: Names
    entities: Mapping[str, Entry[Entity]]
    questions: Mapping[str, Entry[Question]]
    documents: Mapping[str, Document]
    marks: Mapping[str, str]
    claims: Mapping[str, Claim]
    about: Mapping[str, tuple[Claim, ...]]
    said_by: Mapping[str, tuple[Claim, ...]]
    drawn_from: Mapping[str, tuple[Claim, ...]]
    coverage: Mapping[str, Coverage]
    answers: Mapping[str, tuple[Answer, ...]]
    answers_of: Mapping[str, Mapping[str, tuple[Answer, ...]]]
    narrower: Mapping[str, tuple[str, ...]]
    asked_about: Mapping[str, Mapping[str, tuple[Answer, ...]]]
    related: Mapping[str, tuple[RelatedClaim, ...]]
    former: Mapping[str, str]
    withdrawn: Mapping[str, Entry[Withdrawn]]
    lines: Mapping[str, int]
    repeated_ids: tuple[Entry[Fact] | Entry[Withdrawn], ...]
    pages: Mapping[str, str]
    ledger: Mapping[str, Seen]
    ledger_lines: Mapping[str, int]
    gazetteer: Gazetteer | None
    unread: frozenset[str]

    def is_plural(self, ref: str) -> bool:
        """Whether the verb after an entity's name is plural: "U.S. forces were"; titles are singular."""
        return ref in self.entities and self.config.language.is_plural(self.name(ref))

    def name(self, ref: str) -> str:
        """The name of a reference: an entity's name, a question's title or a source's label.

        Raises KeyError for a reference without a record.
        """
        if ref in self.entities:
            return self.entities[ref].record.name
        if ref in self.questions:
            return self.questions[ref].record.title
        return self.documents[ref].record.short

    def title(self, ref: str) -> str:
        """The title of a document, with what sets it apart from others of the same title."""
        title, mark = self.documents[ref].record.title, self.marks.get(ref)
        return f"{title} ({mark})" if mark else title

    def maker(self, stated: str) -> Maker:
        """The author or publisher that a record gives as a reference or in plain words."""
        known = stated in self.entities
        return Maker(stated, self.name(stated)) if known else Maker(None, stated)

    def claimant(self, key: str) -> Claimant:
        """The claimant with this key in `said_by`."""
        return next(one for one in self.said_by[key][0].claimants if one.key == key)

    def seen(self, claim: Claim) -> Seen:
        """When a claim was first published, and when it last changed."""
        return seen(self.ledger.get(claim.id), claim.digest, self.config.site.released)

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
