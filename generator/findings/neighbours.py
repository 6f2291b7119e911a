"""Neighbours: with whom and what an entity has ties, or else is named together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.findings.bonds import Bond


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity beside another.

    `bonds` are the ties between them, by the order of the vocabulary, each with whether it is
    seen from its object; there are none where the two are only named in the same facts. `claims`
    are those that state a tie, or name both.
    """

    ref: str
    bonds: tuple[tuple[Bond, bool], ...]
    claims: tuple[Claim, ...]

    @property
    def ties(self) -> tuple[tuple[str, bool], ...]:
        """The relations between them, each with whether it is seen from its object."""
        return tuple((bond.relation, turned) for bond, turned in self.bonds)

    def stating(self, relation: str, turned: bool) -> tuple[Claim, ...]:
        """The claims that state one tie."""
        return tuple(
            claim
            for bond, way in self.bonds
            if (bond.relation, way) == (relation, turned)
            for claim, _ in bond.stated
        )

    @property
    def firm(self) -> bool:
        """Whether there is a tie that some claim asserts."""
        return any(asserted(self.stating(*tie)) for tie in self.ties)


def asserted(claims: Iterable[Claim]) -> bool:
    """Whether some claim asserts what it says, and not only announces, predicts or denies it."""
    return any(claim.fact.modality == "asserted" for claim in claims)


def tied(ref: str, own: tuple[Bond, ...], atlas: Atlas, most: int) -> tuple[Neighbour, ...]:
    """Those with whom an entity has ties, but for the least attested beyond `most`.

    By the order of the vocabulary, then by name.
    """
    rank = {relation: number for number, relation in enumerate(atlas.config.vocabulary.relations)}
    found: defaultdict[str, list[tuple[Bond, bool]]] = defaultdict(list)
    for bond in sorted(own, key=lambda bond: (rank[bond.relation], bond.subject != ref)):
        turned = bond.subject != ref
        other = bond.subject if turned else bond.object
        if other != ref:
            found[other].append((bond, turned))
    neighbours = [
        Neighbour(
            other, tuple(some), tuple({c.id: c for b, _ in some for c, _ in b.stated}.values())
        )
        for other, some in found.items()
    ]

    def strength(one: Neighbour) -> tuple[int, str, str]:
        return -len(one.claims), atlas.name(one.ref), one.ref

    def place(one: Neighbour) -> tuple[int, bool, str, str]:
        relation, turned = one.ties[0]
        return rank[relation], turned, atlas.name(one.ref), one.ref

    return tuple(sorted(sorted(neighbours, key=strength)[:most], key=place))


def named_together(ref: str, atlas: Atlas, most: int) -> tuple[Neighbour, ...]:
    """Those who are named in the most facts that name an entity too, the most often first."""
    shared: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in atlas.about.get(ref, ()):
        for other in claim.mentions:
            if other != ref and other in atlas.entities:
                shared[other].append(claim)
    ranked = sorted(shared, key=lambda other: (-len(shared[other]), atlas.name(other), other))
    return tuple(Neighbour(other, (), tuple(shared[other])) for other in ranked[:most])
