"""Rules about references: what a record names exists, once, and every record is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.ids import is_published
from generator.load.entries import Entry
from generator.problems import Place, Problem, RepeatedId, show
from generator.records import Fact, Withdrawn
from generator.records.ids import id_from
from generator.records.references import (
    ENTITY_KINDS,
    RECORD_KINDS,
    RecordKind,
    kind_of,
    refs_meant,
)
from generator.rules.misplaced import misplaced
from generator.rules.unknown import QUESTIONS, astray, unknown

_UNLESS = "unless another problem explains this,"
_DELETE = "delete this file"
_ANSWERED = "a question goes under `answers` in a figure or a choice"
_SEE_ALSO = "another question goes under `see_also`"


def references_are_known(atlas: Atlas) -> Iterator[Problem]:
    """Every reference in a fact or a question leads to a record, and no fact is tied to itself.

    It leads to a record of a kind that its field takes: `answers` names a question.
    """
    for claim in atlas.claims.values():
        for place, ref, wanted in _references(claim):
            yield from astray(place, ref, wanted, atlas, _ANSWERED)
        for index, tie in enumerate(claim.fact.related_facts):
            place = claim.entry.place("related_facts", index, "fact")
            if tie.fact not in atlas.claims:
                yield from unknown(place, tie.fact, atlas.claims, atlas)
            elif tie.fact == claim.id:
                message = "this fact is related to itself; name another fact"
                yield Problem(place, "known-reference", message)
        for words, meaning in claim.fact.resolves.items():
            if ref := _meant(meaning, atlas):
                message = f"{show(meaning)} has a record here; write {ref}"
                yield Problem(claim.entry.place("resolves", words), "known-reference", message)
    for question in atlas.questions.values():
        for index, ref in enumerate(question.record.topics):
            place = question.place("topics", index)
            yield from astray(place, ref, ENTITY_KINDS, atlas, _SEE_ALSO)
        if broader := question.record.broader:
            yield from astray(question.place("broader"), broader, QUESTIONS, atlas)
        for index, ref in enumerate(question.record.see_also):
            yield from astray(question.place("see_also", index), ref, QUESTIONS, atlas)


def _meant(words: str, atlas: Atlas) -> str:
    """The one entity whose file these words name, or the one person or unit; else "".

    The name of a topic does not count, because it may be everyday words.
    """
    named = (f"{kind}/{words}" for kind in ENTITY_KINDS) if "-" in words else ()
    refs = [ref for ref in named if ref in atlas.entities]
    refs = refs or [ref for ref in atlas.names.bearers(words) if kind_of(ref) != "topics"]
    return refs[0] if len(refs) == 1 else ""


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
            yield place("figures", index, "answers"), figure.answers, QUESTIONS
    for index, choice in enumerate(fact.choices):
        yield place("choices", index, "answers"), choice.answers, QUESTIONS
    for words, meaning in fact.resolves.items():
        for ref in refs_meant(meaning):
            yield place("resolves", words), ref, ENTITY_KINDS


def ids_are_used_once(atlas: Atlas) -> Iterator[Problem]:
    """An id names one fact for ever, so a copied fact needs a new id."""
    for entry in atlas.repeated_ids:
        if old := atlas.withdrawn.get(entry.ref):
            twice = isinstance(entry.record, Withdrawn)
            message = (
                f"{entry.ref} is the id of a fact that was withdrawn on {old.record.withdrawn_on} "
                f"({old.path}:{old.place('id').line}), and its page stays; "
                + (
                    "keep one of the two"
                    if twice
                    else f"give this one another id, such as {_free(entry, atlas)}"
                )
            )
            yield Problem(entry.place("id"), "unique-id", message)
            continue
        if first := atlas.claims.get(entry.ref):
            about = RepeatedId(entry.ref, first.entry.place("id"), _free(entry, atlas))
            newer = is_published(first.entry, atlas.ledger)
            yield Problem(entry.place("id"), "unique-id", about.told(newer=newer), about)
            continue
        message = (
            f"{entry.ref} is the id of another fact too; give another id, such as "
            f"{_free(entry, atlas)}, to the one that you added or changed last"
        )
        yield Problem(entry.place("id"), "unique-id", message)


def _free(entry: Entry[Fact] | Entry[Withdrawn], atlas: Atlas) -> str:
    """An id that no fact has, for one that has another fact's."""
    taken = {*atlas.claims, *atlas.withdrawn}
    return id_from(f"{entry.path}:{entry.node.line} {entry.ref}", taken)


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
            message = f"no fact mentions {ref}; {_UNLESS} link {ref} in a statement, or {_DELETE}"
            yield Problem(entity.place(), "orphan", message)
    for ref, question in atlas.questions.items():
        broader = question.record.broader
        known = not broader or broader in atlas.questions
        if not atlas.answers.get(ref) and known:
            message = (
                f"no answer to {broader} fits `within`; {_UNLESS} correct "
                f"`broader` or `within`, or {_DELETE}"
                if broader
                else f"no fact answers {ref}; {_UNLESS} name {ref} under `answers` "
                f"in a figure or a choice, or {_DELETE}"
            )
            yield Problem(question.place(), "orphan", message)
