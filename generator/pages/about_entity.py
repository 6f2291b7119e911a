"""What the site says about an entity before its facts, on its page and in the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.inline import bdi, counted
from generator.markup.views import Note
from generator.markup.writer import Desk
from generator.records import Relation
from generator.records.references import entity_kind_of
from generator.text.folding import fold_line


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name, and the letters of the documents that use it."""

    name: Html
    letters: Html


@dataclass(frozen=True, slots=True)
class TieEnd:
    """The other end of a tie and its time, with the claims that state it."""

    said: Html
    citations: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class TieRow:
    """The ties with one label, as seen from the entity."""

    label: str
    ends: tuple[TieEnd, ...]


@dataclass(frozen=True, slots=True)
class AboutEntity:
    """An entity's kind, lead, spellings, possible identities, ties and questions."""

    kind: str
    lead: Html
    spellings: tuple[Spelling, ...]
    remarks: tuple[Html, ...]
    ties: tuple[TieRow, ...]
    questions: tuple[Html, ...]


def about_entity(
    desk: Desk, ref: str, claims: Sequence[Claim], notes: Iterable[Note]
) -> AboutEntity:
    """What the site says about an entity before its facts.

    `claims` are all that mention it, and `notes` those on this page; a claim without a note is
    cited by its own page.
    """
    record, words = desk.atlas.entities[ref].record, desk.wording.entity
    subkinds = desk.atlas.config.vocabulary.subkinds[entity_kind_of(ref)]
    numbers = {note.fact: note.number for note in notes}
    return AboutEntity(
        kind=subkinds.get(record.subkind or "", words.person),
        lead=_lead(desk, claims),
        spellings=tuple(_spellings(desk, ref)),
        remarks=tuple(_remarks(desk, ref)),
        ties=tuple(_ties(desk, ref, claims, numbers)),
        questions=tuple(_questions(desk, ref)),
    )


def _lead(desk: Desk, claims: Sequence[Claim]) -> Html:
    """The number of facts about the entity, and of the documents that state them."""
    counts, documents = desk.wording.counts, {claim.source for claim in claims}
    return filled(
        desk.wording.entity.lead,
        facts=counted(len(claims), counts.facts),
        documents=counted(len(documents), counts.documents),
    )


def _spellings(desk: Desk, ref: str) -> list[Spelling]:
    """Each spelling with the documents that use it.

    The list is empty if the entity has only one name and no document uses it, as for a theme.
    """
    found = []
    for alias in desk.atlas.entities[ref].record.spellings:
        users = desk.findings.written_in[fold_line(alias.name)]
        letters = [desk.letter(source) for source in users]
        found.append(Spelling(bdi(alias.name, alias.language), joined(" ", letters)))
    return found if len(found) > 1 or any(one.letters for one in found) else []


def _remarks(desk: Desk, ref: str) -> Iterator[Html]:
    """Who or what the entity may be, and who or what it is not, each with the reason."""
    record, words = desk.atlas.entities[ref].record, desk.wording.entity
    if probable := record.probably:
        yield filled(words.probably, other=desk.link(probable.ref), reason=probable.because)
    for other in record.unsettled:
        yield filled(words.unsettled, other=desk.link(other.ref), reason=other.because)
    for other in record.distinct_from:
        yield filled(words.distinct, other=desk.link(other.ref), reason=other.because)


def _ties(
    desk: Desk, ref: str, claims: Iterable[Claim], numbers: Mapping[str, int]
) -> Iterator[TieRow]:
    """Every tie of the entity with each claim that states it, in the order of the vocabulary."""
    relations = desk.atlas.config.vocabulary.relations
    rows: defaultdict[str, defaultdict[Html, dict[Html, None]]]
    rows = defaultdict(lambda: defaultdict(dict))
    for claim in claims:
        number = numbers.get(claim.id)
        cited = desk.citation(claim, number) if number else desk.permalink(claim)
        for tie in claim.fact.relations:
            ends = relations[tie.relation]
            if tie.subject == ref:
                rows[ends.label][_end(desk, tie.object, tie)][cited] = None
            if tie.object == ref:
                rows[ends.reverse][_end(desk, tie.subject, tie)][cited] = None
    for label in dict.fromkeys(
        end for one in relations.values() for end in (one.label, one.reverse)
    ):
        if label in rows:
            yield TieRow(label, tuple(TieEnd(said, tuple(by)) for said, by in rows[label].items()))


def _end(desk: Desk, other: str, tie: Relation) -> Html:
    span = desk.span(tie)
    return joined(" ", [desk.link(other), *([escape(span)] if span else [])])


def _questions(desk: Desk, ref: str) -> Iterator[Html]:
    """The questions that have the entity as a topic, and those that facts about it answer."""
    for question, answers in desk.atlas.asked_about.get(ref, {}).items():
        if ref in desk.atlas.questions[question].record.topics:
            yield desk.link(question)
        else:
            yield desk.counted_link(question, [answer.claim for answer in answers])
