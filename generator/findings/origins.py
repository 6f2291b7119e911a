"""Origins: which facts go back to one source, and how many originators answers have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.atlas.keeping.noting import NotedMapping, reading
from generator.findings.groups import Groups

_ONE_ORIGIN = ("same_origin", "repeats")
"""How two facts with one origin are related."""


@lru_cache(maxsize=8)
def origins(atlas: Atlas) -> Mapping[str, str]:
    """By fact, the first of all facts that share its origin; for most facts, that is the fact itself.

    Two facts that repeat a third, or share its origin, also have one origin. Whoever asks for the
    origin of a fact has read that, and not the whole atlas.
    """
    with reading():
        groups = Groups(atlas.claims)
        for fact, others in atlas.related.items():
            for other in others:
                if other.how in _ONE_ORIGIN and fact in atlas.claims and other.fact in atlas.claims:
                    groups.unite(fact, other.fact)
        return NotedMapping("origins", {fact: groups.first(fact) for fact in atlas.claims})


def have_one_origin(a: Claim, b: Claim, atlas: Atlas) -> bool:
    """Whether the records say that two claims go back to one source."""
    of = origins(atlas)
    return of[a.id] == of[b.id]


def originators(answers: Iterable[Answer], atlas: Atlas) -> int:
    """The number of originators that the answers have, as far as the records show.

    It counts distinct claimants; a document's own voice is one. Claimants whose facts have one
    origin count once.
    """
    speakers = {one.claim.id: _speakers(one.claim) for one in answers}
    groups = Groups(key for keys in speakers.values() for key in keys)
    first_of: dict[str, str] = {}
    for fact, (key, *_) in speakers.items():
        groups.unite(first_of.setdefault(origins(atlas)[fact], key), key)
    return len({groups.first(key) for keys in speakers.values() for key in keys})


def _speakers(claim: Claim) -> tuple[str, ...]:
    """The keys of a claim's claimants; we can't know that two unnamed ones are the same."""
    return tuple(
        f"{claim.id} unnamed" if one.kind == "unnamed" else one.key for one in claim.claimants
    )
