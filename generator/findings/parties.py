"""Parties: speakers with a stake in what they claim, as the documents' own words show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.records.references import is_entity
from generator.text.folding import fold_line
from generator.text.matching import stands_in

Shown = tuple[Claim, str]
"""A claim, and the words of its document that show the stake."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A speaker, and the entity in the claim to which it is a party.

    `shown` is the evidence; it is None if the speaker is that entity itself.
    """

    speaker: Claimant
    to: str
    shown: Shown | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """The key that equal stakes share."""
        claim, words = (self.shown[0].id, self.shown[1]) if self.shown else ("", "")
        return self.speaker.key, self.to, claim, words


def parties(atlas: Atlas) -> Mapping[str, tuple[Stake, ...]]:
    """The stakes of a claim's speakers, by the claim's id; claims without any are left out.

    A speaker is a party if a relation that the vocabulary marks `party` joins the two, or if the
    speaker's record says so under `party`. A document speaks for its authors and its publisher
    too, who may speak of themselves. Other speakers may name themselves without being a party
    ("Iran hailed …"), and words such as "Iranian officials" speak for themselves. If a document
    and its author have the same stake, shown by the same words, it is given once.
    """
    stakes = _stakes(atlas)
    found = {
        claim.id: {stake.key: stake for stake in _parties(claim, stakes, atlas)}
        for claim in atlas.claims.values()
    }
    return {fact: tuple(some.values()) for fact, some in found.items() if some}


def _stakes(atlas: Atlas) -> Mapping[str, Mapping[str, Shown]]:
    """What each speaker is a party to, with the evidence, by the speaker's reference."""
    stakes: defaultdict[str, dict[str, Shown]] = defaultdict(dict)
    own = {ref: entity.record.party for ref, entity in atlas.entities.items()}
    own |= {ref: document.record.party for ref, document in atlas.documents.items()}
    for ref, some in own.items():
        for party in some:
            if claim := atlas.claims.get(party.fact):
                stakes[ref][party.to] = claim, party.words or claim.quotes[0].passage.exact
    relations = atlas.config.vocabulary.relations
    for claim in atlas.claims.values():
        for tie in claim.fact.relations:
            if tie.relation in relations and relations[tie.relation].party:
                for ref, other in ((tie.subject, tie.object), (tie.object, tie.subject)):
                    stakes[ref].setdefault(other, (claim, _naming(ref, claim, atlas)))
    return stakes


def _naming(ref: str, claim: Claim, atlas: Atlas) -> str:
    """The first passage of a claim that names an entity, or else its quote."""
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
            own = stakes.get(ref, {})
            for to in sorted(claim.spoken_of & own.keys()):
                yield Stake(speaker, to, own[to])


def _voices(speaker: Claimant, claim: Claim, atlas: Atlas) -> Iterator[str]:
    """The references of everyone whom a speaker speaks for."""
    if speaker.kind == "entity" and speaker.ref:
        yield speaker.ref
    elif speaker.kind == "self":
        record = atlas.documents[claim.source].record
        yield claim.source
        yield from (one for one in (*record.authors, record.publisher or "") if is_entity(one))
