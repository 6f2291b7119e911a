"""Neighbours: with whom and what an entity has ties, or else is named together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.atlas import Atlas, Claim
from generator.bonds import Bond


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity beside another.

    `ties` has the relations between them, each with whether it is seen from its object, in the
    order of the vocabulary; it is empty where the two are only named in the same facts. `claims`
    are those that state a tie, or name both.
    """

    ref: str
    ties: tuple[tuple[str, bool], ...]
    claims: tuple[Claim, ...]

    @property
    def firm(self) -> bool:
        """Whether some claim asserts the tie, and not only announces, predicts or denies it."""
        return any(claim.fact.modality == "asserted" for claim in self.claims)


def tied(ref: str, own: tuple[Bond, ...], atlas: Atlas, most: int) -> tuple[Neighbour, ...]:
    """Those with whom an entity has ties, but for the least attested beyond `most`.

    By the order of the vocabulary, then by name.
    """
    rank = {relation: number for number, relation in enumerate(atlas.config.vocabulary.relations)}
    ties: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
    claims: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for bond in own:
        reverse = bond.subject != ref
        other = bond.subject if reverse else bond.object
        if other != ref:
            ties[other].add((bond.relation, reverse))
            claims[other].update((claim.id, claim) for claim, _ in bond.stated)
    found = [
        Neighbour(
            other,
            tuple(sorted(some, key=lambda tie: (rank[tie[0]], tie[1]))),
            tuple(claims[other].values()),
        )
        for other, some in ties.items()
    ]
    strongest = sorted(found, key=lambda one: (-len(one.claims), atlas.name(one.ref), one.ref))
    return tuple(
        sorted(
            strongest[:most],
            key=lambda one: (
                *(rank[one.ties[0][0]], one.ties[0][1]),
                *(atlas.name(one.ref), one.ref),
            ),
        )
    )


def named_together(ref: str, atlas: Atlas, most: int) -> tuple[Neighbour, ...]:
    """Those who are named in the most facts that name an entity too, the most often first."""
    shared: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in atlas.about.get(ref, ()):
        for other in claim.mentions:
            if other != ref and other in atlas.entities:
                shared[other].append(claim)
    ranked = sorted(shared, key=lambda other: (-len(shared[other]), atlas.name(other), other))
    return tuple(Neighbour(other, (), tuple(shared[other])) for other in ranked[:most])
