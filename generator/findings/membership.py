"""Membership: what an entity belongs to, from office to body to state, as the documents say.

The relations that the vocabulary puts into the hierarchy lead up: whoever commands, leads or
belongs to a body belongs to everything that the body is part of, too. Only what is asserted counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from generator.atlas.atlas import Atlas, Claim
from generator.records.references import kind_of
from generator.text.folding import fold_line
from generator.text.matching import stands_in

Shown = tuple[Claim, str]
"""A claim, and the words of its document that show something."""

Path = tuple[Shown, ...]
"""What shows each step from an entity up to another."""


def belonging(atlas: Atlas, *, by_office: bool = False) -> Mapping[str, Mapping[str, Path]]:
    """By entity, everything that it belongs to, the nearest first, with what shows it.

    With `by_office`, only an office makes a person belong: a mere member of a board does not speak
    for it.
    """
    people, parts = _steps(atlas, "people", by_office), _steps(atlas, "parts", False)
    return {
        ref: _upward({**parts.get(ref, {}), **people.get(ref, {})}, ref, parts)
        for ref in sorted({*people, *parts})
    }


def _steps(
    atlas: Atlas, role: Literal["people", "parts"], by_office: bool
) -> Mapping[str, Mapping[str, Shown]]:
    """What puts a person, or a body, directly under another body, in the fewest words."""
    relations = {
        name
        for name, words in atlas.config.vocabulary.relations.items()
        if words.hierarchy == role and (words.office or not by_office)
    }
    under = "people" if role == "people" else "units"
    found: defaultdict[tuple[str, str], list[Shown]] = defaultdict(list)
    for claim in atlas.claims.values():
        for tie in claim.fact.relations if claim.fact.modality == "asserted" else ():
            ends = kind_of(tie.subject), kind_of(tie.object)
            if tie.relation in relations and ends == (under, "units"):
                shown = claim, naming(tie.subject, claim, atlas)
                found[tie.subject, tie.object].append(shown)
    steps: defaultdict[str, dict[str, Shown]] = defaultdict(dict)
    for (below, above), some in found.items():
        steps[below][above] = min(some, key=lambda one: len(one[1]))
    return steps


def _upward(
    first: Mapping[str, Shown], ref: str, parts: Mapping[str, Mapping[str, Shown]]
) -> Mapping[str, Path]:
    """Everything above an entity, by the shortest way; a circle leads back to nothing new."""
    found: dict[str, Path] = {}
    level: dict[str, Path] = {upper: (shown,) for upper, shown in first.items()}
    while level:
        found |= level
        level = {
            upper: (*path, shown)
            for body, path in level.items()
            for upper, shown in parts.get(body, {}).items()
            if upper not in found and upper != ref
        }
    return found


def naming(ref: str, claim: Claim, atlas: Atlas) -> str:
    """The first passage of a claim that names an entity, or else its quote."""
    entity = atlas.entities.get(ref)
    names = [fold_line(one.name) for one in entity.record.spellings] if entity else []
    passages = [sighting.passage.exact for sighting in claim.sightings]
    named = (one for one in passages if any(stands_in(name, fold_line(one)) for name in names))
    return next(named, passages[0])
