"""Bonds: the ties between entities, each once, with every claim that states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.records import Relation

Stated = tuple[Claim, Relation]
"""A claim, and the relation that it states, with its dates."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two entities; `stated` lists the claims that state it, in document order."""

    subject: str
    relation: str
    object: str
    stated: tuple[Stated, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The documents that state the tie."""
        return frozenset(claim.source for claim, _ in self.stated)


def bonds(atlas: Atlas) -> tuple[Bond, ...]:
    """Every tie in the claims, sorted by subject; relations outside the vocabulary are left out."""
    return _bonds(atlas.claims.values(), atlas)


def bonds_of(ref: str, atlas: Atlas) -> tuple[Bond, ...]:
    """The ties in which an entity is subject or object."""
    found = _bonds(atlas.about.get(ref, ()), atlas)
    return tuple(bond for bond in found if ref in (bond.subject, bond.object))


def _bonds(claims: Iterable[Claim], atlas: Atlas) -> tuple[Bond, ...]:
    found: defaultdict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for claim in claims:
        for tie in claim.fact.relations:
            if tie.relation in atlas.config.vocabulary.relations:
                found[tie.subject, tie.relation, tie.object].append((claim, tie))
    return tuple(Bond(*ends, tuple(stated)) for ends, stated in sorted(found.items()))
