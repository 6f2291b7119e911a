"""Neighbours: the entities that have ties to an entity, or else are named together with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.findings.ties import Tie


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity near another one.

    `ties` lists the ties between the two, in the order of the vocabulary, each with whether the
    other entity is its object. It is empty if the two are only named in the same facts. `claims`
    lists the claims that state a tie, or that name both.
    """

    ref: str
    ties: tuple[tuple[Tie, bool], ...]
    claims: tuple[Claim, ...]

    @property
    def relations(self) -> tuple[tuple[str, bool], ...]:
        """The relations between the two, each with whether the other entity is its object."""
        return tuple((tie.relation, turned) for tie, turned in self.ties)

    def stating(self, relation: str, turned: bool) -> tuple[Claim, ...]:
        """The claims that state one tie."""
        return tuple(
            claim
            for tie, way in self.ties
            if (tie.relation, way) == (relation, turned)
            for claim, _ in tie.stated
        )

    @property
    def firm(self) -> bool:
        """Whether a claim asserts one of the ties."""
        return any(asserted(self.stating(*one)) for one in self.relations)


def asserted(claims: Iterable[Claim]) -> bool:
    """Whether a claim asserts what it says, rather than announcing, predicting or denying it."""
    return any(claim.fact.modality == "asserted" for claim in claims)


def tied(ref: str, own: tuple[Tie, ...], atlas: Atlas, most: int) -> tuple[Neighbour, ...]:
    """The entities with ties to an entity, at most `most`, and those with the most claims.

    They are sorted by the vocabulary's order of their first tie, then by name.
    """
    rank = {relation: number for number, relation in enumerate(atlas.config.vocabulary.relations)}
    found: defaultdict[str, list[tuple[Tie, bool]]] = defaultdict(list)
    for tie in sorted(own, key=lambda tie: (rank[tie.relation], tie.subject != ref)):
        turned = tie.subject != ref
        other = tie.subject if turned else tie.object
        if other != ref:
            found[other].append((tie, turned))
    neighbours = [
        Neighbour(
            other, tuple(some), tuple({c.id: c for b, _ in some for c, _ in b.stated}.values())
        )
        for other, some in found.items()
    ]

    def strength(neighbour: Neighbour) -> tuple[int, str, str]:
        return -len(neighbour.claims), atlas.name(neighbour.ref), neighbour.ref

    def place(neighbour: Neighbour) -> tuple[int, bool, str, str]:
        relation, turned = neighbour.relations[0]
        return rank[relation], turned, atlas.name(neighbour.ref), neighbour.ref

    return tuple(sorted(sorted(neighbours, key=strength)[:most], key=place))


def named_together(ref: str, atlas: Atlas, most: int) -> tuple[Neighbour, ...]:
    """The entities most often named in the same facts as an entity, the most frequent first."""
    shared: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in atlas.about.get(ref, ()):
        for other in claim.mentions:
            if other != ref and other in atlas.entities:
                shared[other].append(claim)
    ranked = sorted(shared, key=lambda other: (-len(shared[other]), atlas.name(other), other))
    return tuple(Neighbour(other, (), tuple(shared[other])) for other in ranked[:most])
