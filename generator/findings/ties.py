"""Ties between entities, each once, with every claim that states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.records import Relation

Stated = tuple[Claim, Relation]
"""A claim, and the relation that it states, with its dates."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two entities; `stated` lists the claims that state it, in document order."""

    subject: str
    relation: str
    object: str
    stated: tuple[Stated, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The documents that state the tie."""
        return frozenset(claim.source for claim, _ in self.stated)


def ties(atlas: Atlas) -> tuple[Tie, ...]:
    """Every tie in the claims, sorted by subject; relations outside the vocabulary are left out."""
    return _ties(atlas.claims.values(), atlas)


def ties_of(ref: str, atlas: Atlas) -> tuple[Tie, ...]:
    """The ties in which an entity is subject or object."""
    found = _ties(atlas.about.get(ref, ()), atlas)
    return tuple(tie for tie in found if ref in (tie.subject, tie.object))


def _ties(claims: Iterable[Claim], atlas: Atlas) -> tuple[Tie, ...]:
    found: defaultdict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for claim in claims:
        for relation in claim.fact.relations:
            if relation.relation in atlas.config.vocabulary.relations:
                found[relation.subject, relation.relation, relation.object].append(
                    (claim, relation)
                )
    return tuple(Tie(*ends, tuple(stated)) for ends, stated in sorted(found.items()))
