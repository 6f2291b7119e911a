"""Rules about who is who: probable identities, look-alikes and parties."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.load.entries import Entry
from generator.problems import Problem, show
from generator.records import Entity, Source
from generator.rules.evidence import UNSAID
from generator.rules.unknown import unknown
from generator.text.folding import fold_line
from generator.text.matching import stands_in

SET_APART = ("unsettled", "distinct_from")
"""The fields of an entity that name others easily confused with it."""


def identities_are_known(atlas: Atlas) -> Iterator[Problem]:
    """`probably`, `unsettled` and `distinct_from` name another entity, and the fact they name exists."""
    for ref, entity in atlas.entities.items():
        others: list[tuple[tuple[str | int, ...], str]] = [
            ((field, index, "ref"), one.ref)
            for field in SET_APART
            for index, one in enumerate(getattr(entity.record, field))
        ]
        if entity.record.probably:
            others.append((("probably", "ref"), entity.record.probably.ref))
        for location, other in others:
            if other not in atlas.entities:
                yield from unknown(entity.place(*location), other, atlas.entities, atlas)
            elif other == ref:
                message = "this entry names its own file; name another person, unit or topic"
                yield Problem(entity.place(*location), "identity", message)
        for field in SET_APART:
            for index, one in enumerate(getattr(entity.record, field)):
                if one.fact and one.fact not in atlas.claims:
                    yield from unknown(
                        entity.place(field, index, "fact"), one.fact, atlas.claims, atlas
                    )


def only_what_documents_tell_apart_is_distinct(atlas: Atlas) -> Iterator[Problem]:
    """A reason under `distinct_from` says how the two differ.

    If the documents leave it open whether they are the same, the entry belongs under `unsettled`.
    """
    leaving_open = atlas.config.language.leave_open
    for entity in atlas.entities.values():
        for index, one in enumerate(entity.record.distinct_from):
            if found := leaving_open.search(fold_line(one.because)):
                message = (
                    f"{show(found.group())} leaves open whether the two are the same; "
                    "move this entry to `unsettled`"
                )
                yield Problem(entity.place("distinct_from", index, "because"), "identity", message)


def parties_are_shown(atlas: Atlas) -> Iterator[Problem]:
    """A fact shows what an entity or a document is a party to, in the words of its passages.

    The fact mentions what it is a party to, and also the party; if the party is a document, the
    fact comes from it.
    """
    entries: list[Entry[Entity] | Entry[Source]] = [
        *atlas.entities.values(),
        *(document.entry for document in atlas.documents.values()),
    ]
    for entry in entries:
        for index, party in enumerate(entry.record.party):
            place = entry.place("party", index, "fact")
            if party.to not in atlas.entities:
                yield from unknown(
                    entry.place("party", index, "to"), party.to, atlas.entities, atlas
                )
                continue
            claim = atlas.claims.get(party.fact)
            if claim is None:
                yield from unknown(place, party.fact, atlas.claims, atlas)
            elif not {party.to, entry.ref} <= {*claim.mentions, claim.source}:
                message = (
                    f"{claim.id} does not mention both {entry.ref} and {party.to}; "
                    "name a fact that does"
                )
                yield Problem(place, "party", message)
            elif party.words and not any(
                stands_in(fold_line(party.words), fold_line(one.passage.exact))
                for one in claim.sightings
            ):
                message = (
                    f"{show(party.words)} {UNSAID} of {claim.id}; copy words from one of these"
                )
                yield Problem(entry.place("party", index, "words"), "party", message)
