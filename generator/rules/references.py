"""Rules about references: what a record names exists, once, and every record is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import Unlinked
from generator.problems import Place, Problem, did_you_mean, show
from generator.records import Withdrawn
from generator.records.fields import REF
from generator.records.references import (
    ENTITY_KINDS,
    RECORD_KINDS,
    RecordKind,
    is_entity,
    kind_of,
    refs_meant,
)
from generator.rules.misplaced import misplaced
from generator.rules.unknown import unknown

_QUESTIONS: tuple[RecordKind, ...] = ("questions",)
_FIRST = "fix any other problems first; if this one remains,"
_DELETE = "delete this file"


def references_are_known(atlas: Atlas) -> Iterator[Problem]:
    """Every reference in a fact or a question leads to a record, and no fact is tied to itself.

    It leads to a record of a kind that its field takes: `answers` names a question.
    """
    for claim in atlas.claims.values():
        for place, ref, wanted in _references(claim):
            yield from _astray(place, ref, wanted, atlas)
        for index, tie in enumerate(claim.fact.related_facts):
            place = claim.entry.place("related_facts", index, "fact")
            if tie.fact not in atlas.claims:
                yield from unknown(place, tie.fact, atlas.claims, atlas)
            elif tie.fact == claim.id:
                message = "this fact is related to itself; name another fact"
                yield Problem(place, "known-reference", message)
    for question in atlas.questions.values():
        for index, ref in enumerate(question.record.topics):
            yield from _astray(question.place("topics", index), ref, ENTITY_KINDS, atlas)
        if broader := question.record.broader:
            yield from _astray(question.place("broader"), broader, _QUESTIONS, atlas)
        for index, ref in enumerate(question.record.see_also):
            yield from _astray(question.place("see_also", index), ref, _QUESTIONS, atlas)


def facts_are_related_once(atlas: Atlas) -> Iterator[Problem]:
    """How two facts are related is recorded once, on one of them, because both show it."""
    recorded: dict[tuple[frozenset[str], str], str] = {}
    for claim in atlas.claims.values():
        for index, tie in enumerate(claim.fact.related_facts):
            pair = frozenset((claim.id, tie.fact)), tie.how
            if pair in recorded:
                message = (
                    f"{recorded[pair]} already has `how: {tie.how}` for these two facts, and the pages of both show "
                    "it; remove one of the two entries"
                )
                yield Problem(claim.entry.place("related_facts", index), "related-twice", message)
            recorded.setdefault(pair, claim.id)


def _references(claim: Claim) -> Iterator[tuple[Place, str, tuple[RecordKind, ...]]]:
    """Each reference in a fact, with its place and the kinds of record that it may name."""
    fact, place = claim.fact, claim.entry.place
    for field, speakers in (("attributed_to", claim.claimants), ("via", claim.via)):
        for index, speaker in enumerate(speakers):
            if speaker.ref and speaker.kind == "entity":
                yield place(field, index), speaker.ref, ENTITY_KINDS
    for index, ref in enumerate(fact.topics):
        yield place("topics", index), ref, ENTITY_KINDS
    for index, relation in enumerate(fact.relations):
        yield place("relations", index, "subject"), relation.subject, RECORD_KINDS
        yield place("relations", index, "object"), relation.object, RECORD_KINDS
    for index, figure in enumerate(fact.figures):
        if figure.answers:
            yield place("figures", index, "answers"), figure.answers, _QUESTIONS
    for index, choice in enumerate(fact.choices):
        yield place("choices", index, "answers"), choice.answers, _QUESTIONS
    for words, meaning in fact.resolves.items():
        for ref in refs_meant(meaning):
            yield place("resolves", words), ref, ENTITY_KINDS


def _astray(
    place: Place, ref: str, wanted: tuple[RecordKind, ...], atlas: Atlas
) -> Iterator[Problem]:
    """The problem of a reference that leads nowhere, or to a record of another kind than wanted."""
    if REF.fullmatch(ref) and kind_of(ref) not in wanted:
        what = "question" if wanted == _QUESTIONS else "person, unit or topic"
        folders = " or ".join(f"{kind}/" for kind in wanted)
        message = f"{ref} is not a {what}; write a reference that begins with {folders}"
        yield Problem(place, "known-reference", message)
    elif not atlas.knows(ref):
        alike = (one for one in atlas.refs if kind_of(one) in wanted)
        yield from unknown(place, ref, alike, atlas)


def links_are_settled(atlas: Atlas) -> Iterator[Problem]:
    """Every `[[…]]` names exactly one entity; a name that several share is listed with all of them.

    While an entity can't be read, nobody knows what names it has.
    """
    for claim in atlas.claims.values():
        speakers = [(one.prose, "attributed_to") for one in claim.claimants if not one.ref]
        speakers += [(one.prose, "via") for one in claim.via if not one.ref]
        for prose, field in [(claim.statement, "statement"), *speakers]:
            place = claim.entry.place(field)
            for piece in prose:
                if isinstance(piece, Unlinked):
                    if "[[" in piece.words or "]]" in piece.words:
                        message = (
                            "a link in this text lacks its [[ or ]]; write it as [[units/…|words]] "
                            "or [[words]]"
                        )
                        yield Problem(place, "link", message)
                elif piece.ref == "" or not piece.words.strip():
                    message = (
                        "a link in this text is empty; write it as [[units/…|words]] or [[words]]"
                    )
                    yield Problem(place, "link", message)
                elif piece.ref and piece.ref not in atlas.entities:
                    yield from _astray(place, piece.ref, ENTITY_KINDS, atlas)
                elif len(piece.candidates) > 1:
                    named = ", ".join(f"[[{ref}|{piece.words}]]" for ref in piece.candidates)
                    message = (
                        f"{show(piece.words)} is the name of several things; choose from {named}"
                    )
                    yield Problem(place, "ambiguous-name", message)
                elif piece.ref is None and not any(map(is_entity, atlas.unread)):
                    near = did_you_mean(piece.words, atlas.names.by_spelling)
                    advice = near or (
                        f"; write [[people/…|{piece.words}]] with its reference, or add "
                        f"{piece.words} to the aliases of the one that you mean"
                    )
                    message = f"no person, unit or topic has the name {show(piece.words)}{advice}"
                    yield Problem(place, "known-reference", message)


def ids_are_used_once(atlas: Atlas) -> Iterator[Problem]:
    """An id names one fact for ever, so a copied fact needs a new id."""
    for entry in atlas.repeated_ids:
        if old := atlas.withdrawn.get(entry.ref):
            twice = isinstance(entry.record, Withdrawn)
            message = (
                f"{entry.ref} is the id of a fact that was withdrawn on {old.record.withdrawn_on} "
                f"({old.path}:{old.place('id').line}), and its page stays; "
                + ("keep one of the two" if twice else "give this one a new id (run `new fact`)")
            )
            yield Problem(entry.place("id"), "unique-id", message)
            continue
        first = atlas.claims.get(entry.ref)
        where = f" in {first.entry.path}:{first.entry.place('id').line}" if first else ""
        message = (
            f"{entry.ref} is also the id of a fact{where}; give the newer one a new id (run "
            "`new fact`)"
        )
        yield Problem(entry.place("id"), "unique-id", message)


def nothing_is_orphaned(atlas: Atlas) -> Iterator[Problem]:
    """Every entity is mentioned, and every question answered, by some fact.

    Whoever made or published a source needs no fact. A source may wait for its first one.
    """
    records = [document.record for document in atlas.documents.values()]
    published = {name for one in records for name in one.makers}
    published |= {who.stated for one in records for who in (*one.editors, *one.translators)}
    elsewhere = misplaced(atlas)
    for ref, entity in atlas.entities.items():
        if ref not in atlas.about and ref not in published and ref not in elsewhere:
            message = (
                f"no fact that could be read mentions {ref}; {_FIRST} link {ref} in a statement, "
                f"or {_DELETE}"
            )
            yield Problem(entity.place(), "orphan", message)
    for ref, question in atlas.questions.items():
        broader = question.record.broader
        if not atlas.answers.get(ref) and broader not in atlas.unread:
            message = (
                f"no answer to {broader} that could be read fits `within`; {_FIRST} correct "
                f"`broader` or `within`, or {_DELETE}"
                if broader
                else f"no fact that could be read answers {ref}; {_FIRST} name {ref} under `answers` "
                f"in a figure or a choice, or {_DELETE}"
            )
            yield Problem(question.place(), "orphan", message)
