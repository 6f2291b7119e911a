"""Parties: who speaks of what they have a part in, as the documents' own words show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.records.references import is_entity
from generator.text.folding import fold_line
from generator.text.matching import stands_in

Shown = tuple[Claim, str]
"""A claim and those of its document's words that show something."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A speaker's part in what a claim speaks of; without `shown` it is itself `to`."""

    speaker: Claimant
    to: str
    shown: Shown | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is the same of stakes that are told alike."""
        claim, words = (self.shown[0].id, self.shown[1]) if self.shown else ("", "")
        return self.speaker.key, self.to, claim, words


def parties(atlas: Atlas) -> Mapping[str, tuple[Stake, ...]]:
    """The claims, by id, in which somebody speaks of what it is a party to.

    That it is a party is told by a relation that the vocabulary marks so, from either end, or
    by the `party` of its record. A document's own voice is also that of its authors and its
    publisher, who may speak of themselves. (A statement that names its speaker need not: "Iran
    hailed …".) Of "Iranian officials" the words themselves tell. A document and its author often
    have the same part, shown by the same words: that is told once.
    """
    stakes = _stakes(atlas)
    found = {
        claim.id: {stake.key: stake for stake in _parties(claim, stakes, atlas)}
        for claim in atlas.claims.values()
    }
    return {fact: tuple(some.values()) for fact, some in found.items() if some}


def _stakes(atlas: Atlas) -> Mapping[str, Mapping[str, Shown]]:
    """By speaker, what it is a party to, and what shows it."""
    stakes: defaultdict[str, dict[str, Shown]] = defaultdict(dict)
    own = {ref: entity.record.party for ref, entity in atlas.entities.items()}
    own |= {ref: document.record.party for ref, document in atlas.documents.items()}
    for ref, some in own.items():
        for one in some:
            if claim := atlas.claims.get(one.fact):
                stakes[ref][one.to] = claim, one.words or claim.quotes[0].passage.exact
    relations = atlas.config.vocabulary.relations
    for claim in atlas.claims.values():
        for tie in claim.fact.relations:
            if tie.relation in relations and relations[tie.relation].party:
                for ref, other in ((tie.subject, tie.object), (tie.object, tie.subject)):
                    stakes[ref].setdefault(other, (claim, _naming(ref, claim, atlas)))
    return stakes


def _naming(ref: str, claim: Claim, atlas: Atlas) -> str:
    """The first passage that names an entity, or else the quotation."""
    entity = atlas.entities.get(ref)
    names = [fold_line(one.name) for one in entity.record.spellings] if entity else []
    passages = [sighting.passage.exact for sighting in claim.sightings]
    naming = (one for one in passages if any(stands_in(name, fold_line(one)) for name in names))
    return next(naming, passages[0])


def _parties(
    claim: Claim, stakes: Mapping[str, Mapping[str, Shown]], atlas: Atlas
) -> Iterator[Stake]:
    for speaker in dict.fromkeys((*claim.claimants, *claim.via)):
        for ref in _voices(speaker, claim, atlas):
            if speaker.kind == "self" and ref in claim.spoken_of:
                yield Stake(speaker, ref, None)
            for to, shown in sorted(stakes.get(ref, {}).items(), key=lambda item: item[0]):
                if to in claim.spoken_of:
                    yield Stake(speaker, to, shown)


def _voices(speaker: Claimant, claim: Claim, atlas: Atlas) -> Iterator[str]:
    """The references by which a speaker is known."""
    if speaker.kind == "entity" and speaker.ref:
        yield speaker.ref
    elif speaker.kind == "self":
        record = atlas.documents[claim.source].record
        yield claim.source
        yield from (one for one in (*record.authors, record.publisher or "") if is_entity(one))
