"""Parties: speakers with a stake in what they claim, as the documents' own words show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.findings.membership import Path, Shown, belonging, naming
from generator.records.references import is_entity


@dataclass(frozen=True, slots=True)
class Stake:
    """A speaker, and the entity in the claim to which it is a party.

    `shown` is the evidence, a claim and its words for each step from the one to the other; it is
    empty if the speaker is that entity itself.
    """

    speaker: Claimant
    to: str
    shown: Path

    @property
    def key(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """The key that equal stakes share."""
        return self.speaker.key, self.to, tuple((claim.id, words) for claim, words in self.shown)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the records say: direct stakes, what each entity belongs to, and where it holds an office."""

    stakes: Mapping[str, Mapping[str, Shown]]
    above: Mapping[str, Mapping[str, Path]]
    offices: Mapping[str, Mapping[str, Path]]

    def paths(self, ref: str, spoken_of: frozenset[str]) -> Iterator[tuple[str, Path]]:
        """What a speaker is a party to, among everything that a claim speaks of, with what shows it.

        The nearest ways are tried first; if one leads to something, the others would add nothing.
        """
        others = sorted(spoken_of - {ref})
        for way in (self._own, self._within_one_body, self._by_office):
            if found := [(to, path) for to in others if (path := way(ref, to))]:
                yield from ((to, _each_once(path)) for to, path in found)
                return

    def _own(self, ref: str, to: str) -> Path:
        """Through a tie between the two, or because one of them belongs to the other."""
        if shown := self.stakes.get(ref, {}).get(to):
            return (shown,)
        return self.above.get(ref, {}).get(to) or self.above.get(to, {}).get(ref, ())

    def _within_one_body(self, ref: str, to: str) -> Path:
        """Because both belong to one body or state; the nearest one counts."""
        own, theirs = self.above.get(ref, {}), self.above.get(to, {})
        shared = next((body for body in own if body in theirs), None)
        return (*own[shared], *theirs[shared]) if shared else ()

    def _by_office(self, ref: str, to: str) -> Path:
        """Through a tie of a body or state that the speaker speaks for."""
        for body, path in self.offices.get(ref, {}).items():
            if shown := self.stakes.get(body, {}).get(to):
                return (*path, shown)
        return ()


def _each_once(path: Path) -> Path:
    """The evidence for some steps, without repeating the same words."""
    return tuple({(claim.id, words): (claim, words) for claim, words in path}.values())


def parties(atlas: Atlas) -> Mapping[str, tuple[Stake, ...]]:
    """The stakes of a claim's speakers, by the claim's id; claims without any are left out.

    A speaker is a party if a relation that the vocabulary marks `party` joins the two, or if the
    speaker's record says so under `party`. Whoever belongs to a body is a party to it and to its
    state; a body and a state are parties to those who belong to them; and these are parties to each
    other. Whoever holds an office has the stakes of its body and of its state. A document speaks
    for its authors and its publisher too, and is a party to what it says about them. Other speakers
    may name themselves without being a party ("Iran hailed …"), and words such as "Iranian
    officials" do not count as Iran. If a document and its author have the same stake, shown by the
    same words, it is listed once.
    """
    known = _Known(_stakes(atlas), belonging(atlas), belonging(atlas, by_office=True))
    found = {
        claim.id: {stake.key: stake for stake in _parties(claim, known, atlas)}
        for claim in atlas.claims.values()
    }
    return {fact: tuple(some.values()) for fact, some in found.items() if some}


def _stakes(atlas: Atlas) -> Mapping[str, Mapping[str, Shown]]:
    """What each speaker is a party to, with the evidence, by the speaker's reference.

    A tie that is denied makes nobody a party; one that is announced does.
    """
    stakes: defaultdict[str, dict[str, Shown]] = defaultdict(dict)
    own = {ref: entity.record.party for ref, entity in atlas.entities.items()}
    own |= {ref: document.record.party for ref, document in atlas.documents.items()}
    for ref, some in own.items():
        for party in some:
            if claim := atlas.claims.get(party.fact):
                stakes[ref][party.to] = claim, party.words or claim.quotes[0].passage.exact
    relations = atlas.config.vocabulary.relations
    for claim in atlas.claims.values():
        for tie in claim.fact.relations if claim.fact.modality != "denied" else ():
            if tie.relation in relations and relations[tie.relation].party:
                for ref, other in ((tie.subject, tie.object), (tie.object, tie.subject)):
                    stakes[ref].setdefault(other, (claim, naming(ref, claim, atlas)))
    return stakes


def _parties(claim: Claim, known: _Known, atlas: Atlas) -> Iterator[Stake]:
    for speaker in dict.fromkeys((*claim.claimants, *claim.via)):
        for ref in _voices(speaker, claim, atlas):
            if speaker.kind == "self" and ref in claim.spoken_of:
                yield Stake(speaker, ref, ())
            for to, path in known.paths(ref, claim.spoken_of):
                yield Stake(speaker, to, path)


def _voices(speaker: Claimant, claim: Claim, atlas: Atlas) -> Iterator[str]:
    """The references of everyone whom a speaker speaks for."""
    if speaker.kind == "entity" and speaker.ref:
        yield speaker.ref
    elif speaker.kind == "self":
        record = atlas.documents[claim.source].record
        yield claim.source
        yield from filter(is_entity, sorted(record.makers))
