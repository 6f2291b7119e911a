"""What the site says about an entity before its facts, on its page and in the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.keeping.noting import remembered
from generator.findings.standing import STANDINGS
from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.inline import bdi, counted
from generator.markup.paths import fact_page
from generator.markup.speakers import tie_told
from generator.markup.together import Cite
from generator.markup.views import Note, Together
from generator.markup.writer import Desk
from generator.pages.disputes import DISPUTES, Dispute, asked, disputed, disputes
from generator.pages.introduction import introduction
from generator.records import Relation
from generator.records.creators import ROLES
from generator.records.references import entity_kind_of
from generator.text.folding import fold_line


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name, and the letters of the documents that use it; some names are in no document."""

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
    """What an entity is, in documents' words, with its spellings, possible identities, ties and questions.

    `counts` says how many claims there are, and `more_disputes` how many disputed questions are not
    shown here with their sides. `asked` are questions about it, if there is nothing else to begin
    with.
    """

    kind: str
    counts: Html
    said: tuple[Together, ...]
    disputes: tuple[Dispute, ...]
    asked: tuple[Dispute, ...]
    more_disputes: Html
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

    def cite(claim: Claim) -> Html:
        number = numbers.get(claim.id)
        return desk.citation(claim, number) if number else desk.elsewhere(claim)

    def cite_with_party(claim: Claim) -> Html:
        party = desk.party(claim, "" if claim.id in numbers else fact_page(claim.id))
        return joined(" ", [cite(claim), party] if party else [cite(claim)])

    open_questions = disputed(desk, ref, claims)
    more = len(open_questions) - DISPUTES
    said = introduction(desk, ref, claims, cite_with_party)
    beginning = () if said or open_questions else asked(desk, ref)[:DISPUTES]
    return AboutEntity(
        kind=subkinds.get(record.subkind or "", words.person),
        counts=_counts(desk, claims),
        said=said,
        disputes=tuple(disputes(desk, open_questions[:DISPUTES], claims, cite)),
        asked=tuple(disputes(desk, beginning, claims, cite)),
        more_disputes=filled(words.more_disputes, count=more) if more > 0 else Html(""),
        spellings=tuple(_spellings(desk, ref)),
        remarks=tuple(_remarks(desk, ref)),
        ties=tuple(_ties(desk, ref, claims, cite)),
        questions=tuple(_questions(desk, ref)),
    )


def _counts(desk: Desk, claims: Sequence[Claim]) -> Html:
    """The number of facts about the entity, and of the documents that state them."""
    if not claims:
        return escape(desk.wording.entity.no_claims)
    counts, documents = desk.wording.counts, {claim.source for claim in claims}
    return filled(
        desk.wording.entity.lead,
        facts=counted(len(claims), counts.facts),
        documents=counted(len(documents), counts.documents),
    )


def _spellings(desk: Desk, ref: str) -> list[Spelling]:
    """Each spelling with the documents that use it.

    The list is empty if the entity has only one name, which no document uses, as with a theme.
    """
    found = []
    for alias in desk.atlas.entities[ref].record.spellings:
        users = desk.findings.written_in[fold_line(alias.name)]
        letters = [desk.letter(source) for source in users]
        found.append(Spelling(bdi(alias.name, alias.language), joined(" ", letters)))
    return found if len(found) > 1 or any(one.letters for one in found) else []


def _remarks(desk: Desk, ref: str) -> Iterator[Html]:
    """What the entity wrote or published, and who or what it may or may not be, with the reason."""
    record, words = desk.atlas.entities[ref].record, desk.wording.entity
    for source, role in _made(desk.atlas).get(ref, ()):
        yield filled(words.made[role], document=desk.link(source))
    if probable := record.probably:
        yield filled(words.probably, other=desk.link(probable.ref), reason=probable.because)
    for other in record.unsettled:
        yield filled(words.unsettled, other=desk.link(other.ref), reason=other.because)
    for other in record.distinct_from:
        yield filled(words.distinct, other=desk.link(other.ref), reason=other.because)


@remembered(8)
def _made(atlas: Atlas) -> Mapping[str, list[tuple[str, str]]]:
    """By entity, the documents that it made or published, each with what it is there."""
    made: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for source, document in atlas.documents.items():
        for field, role in ROLES.items():
            for who in dict.fromkeys(one.stated for one in getattr(document.record, field)):
                made[who].append((source, role))
        if document.record.publisher:
            made[document.record.publisher].append((source, "publisher"))
    return made


def _ties(desk: Desk, ref: str, claims: Iterable[Claim], cite: Cite) -> Iterator[TieRow]:
    """Every tie of the entity with each claim that states it, in the order of the vocabulary."""
    relations = desk.atlas.config.vocabulary.relations
    rows: defaultdict[str, defaultdict[Html, dict[Html, Claim]]]
    rows = defaultdict(lambda: defaultdict(dict))
    for claim in claims:
        cited = cite(claim)
        for tie in claim.fact.relations:
            ends = relations[tie.relation]
            if tie.subject == ref:
                rows[ends.label][_end(desk, tie.object, tie)][cited] = claim
            if tie.object == ref:
                rows[ends.reverse][_end(desk, tie.subject, tie)][cited] = claim
    for label in dict.fromkeys(
        end for one in relations.values() for end in (one.label, one.reverse)
    ):
        if label in rows:
            told = rows[label].items()
            yield TieRow(
                label,
                tuple(TieEnd(tie_told(end, by.values(), desk), tuple(by)) for end, by in told),
            )


def _end(desk: Desk, other: str, tie: Relation) -> Html:
    span = desk.span(tie)
    return joined(" ", [desk.link(other), *([escape(span)] if span else [])])


def _questions(desk: Desk, ref: str) -> Iterator[Html]:
    """The questions that have the entity as a topic, and those that facts about it answer.

    Those that are most disputed come first.
    """
    asked = desk.atlas.asked_about.get(ref, {})
    stands = {one: STANDINGS.index(desk.findings.standings[one]) for one in asked}
    for question, answers in sorted(asked.items(), key=lambda one: (stands[one[0]], one[0])):
        if ref in desk.atlas.questions[question].record.topics:
            yield desk.link(question)
        else:
            yield desk.counted_link(question, [answer.claim for answer in answers])
