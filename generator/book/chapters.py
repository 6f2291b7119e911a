"""The chapters of the book: people, units, topics, questions, documents, and all claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.book.desk import BookDesk, chapter, claims_chapter
from generator.dates import sort_key
from generator.escaping import Html, escape, filled, joined, tag
from generator.findings import Findings
from generator.folding import fold_line
from generator.names import stands_in
from generator.pages.fact import FactPage, fact_at
from generator.pages.parts import Line, Note, Row, bdi, counted, numbered
from generator.pages.question import QuestionPage, question_at
from generator.pages.source import SourcePage, source_at
from generator.paths import page_of


@dataclass(frozen=True, slots=True)
class EntityChapter:
    """What the documents say of one person, body or topic."""

    template: ClassVar[str] = "book-entity.xhtml.j2"
    path: str
    title: str
    kind: str
    lead: Html
    spellings: tuple[tuple[Html, Html], ...]
    remarks: tuple[Html, ...]
    ties: tuple[Row, ...]
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    questions: tuple[Html, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class QuestionChapter:
    """The answers to one question; pairs of them that compare alike, together."""

    template: ClassVar[str] = "book-question.xhtml.j2"
    path: str
    title: str
    site: QuestionPage
    pairs: tuple[tuple[Html, tuple[tuple[str, tuple[Html, ...]], ...]], ...]


@dataclass(frozen=True, slots=True)
class SourceChapter:
    """One document, and the claims drawn from it, without their quotations."""

    template: ClassVar[str] = "book-source.xhtml.j2"
    path: str
    title: str
    site: SourcePage


@dataclass(frozen=True, slots=True)
class ClaimsChapter:
    """Some claims by their number, each with all that is recorded of it."""

    template: ClassVar[str] = "book-claims.xhtml.j2"
    path: str
    title: str
    claims: tuple[tuple[str, FactPage], ...]


def entity_chapter(ref: str, atlas: Atlas, findings: Findings) -> EntityChapter:
    """The chapter of one entity."""
    desk = BookDesk(atlas, findings, chapter(page_of(ref))[0])
    record, words = atlas.entities[ref].record, desk.wording.entity
    claims = sorted(atlas.about.get(ref, ()), key=_by_time)
    kinds = atlas.config.vocabulary.types
    by_kind = {kind: [one for one in claims if one.fact.type == kind] for kind in kinds}
    lines, notes = numbered(desk, [one for some in by_kind.values() for one in some])
    documents = len({claim.source for claim in claims})
    counts = desk.wording.counts
    judged = [(words.distinct, other.ref, other.because) for other in record.distinct_from]
    if record.probably:
        judged.insert(0, (words.probably, record.probably.ref, record.probably.because))
    subkinds = atlas.config.vocabulary.subkinds[ref.split("/", maxsplit=1)[0]]  # type: ignore[index]
    questions = {
        question
        for question, answers in atlas.answers.items()
        if any(ref in answer.claim.mentions for answer in answers)
    } | {question for question, entry in atlas.questions.items() if ref in entry.record.topics}
    return EntityChapter(
        path=desk.page,
        title=record.name,
        kind=subkinds.get(record.subkind or "", words.person),
        lead=filled(
            words.lead[len(claims) != 1],
            facts=counted(len(claims), counts.facts),
            documents=counted(documents, counts.documents),
        ),
        spellings=tuple(_spellings(desk, ref)),
        remarks=tuple(filled(phrase, other=desk.link(to), reason=why) for phrase, to, why in judged),
        ties=tuple(_ties(desk, ref, claims, {note.fact: note.number for note in notes})),
        sections=tuple(
            (kinds[kind], tuple(lines[one.id] for one in some))
            for kind, some in by_kind.items()
            if some
        ),
        questions=tuple(desk.link(question) for question in sorted(questions)),
        notes=notes,
    )


def _by_time(claim: Claim) -> tuple[object, ...]:
    """Dated claims first, in order of time."""
    return (0, sort_key(claim.fact.when)) if claim.fact.when else (1, ())


def _spellings(desk: BookDesk, ref: str) -> Iterator[tuple[Html, Html]]:
    """Each spelling with the letters of the documents in which it stands."""
    for alias in desk.atlas.entities[ref].record.spellings:
        name = fold_line(alias.name)
        users = [
            desk.to(page_of(one.ref), tag("span", one.record.letter, class_="badge"))
            for one in desk.atlas.documents.values()
            if one.seed and stands_in(name, one.seed.flat)
        ]
        yield bdi(alias.name), joined(" ", users) or escape(desk.wording.entity.in_no_document)


def _ties(
    desk: BookDesk, ref: str, claims: list[Claim], numbers: dict[str, int]
) -> Iterator[Row]:
    """Every tie of the entity, from its own end, with each claim that states it."""
    rows: defaultdict[str, defaultdict[Html, dict[Html, None]]]
    rows = defaultdict(lambda: defaultdict(dict))
    for claim in claims:
        for tie in claim.fact.relations:
            words = desk.atlas.config.vocabulary.relations[tie.relation]
            span = " ".join(filter(None, (desk.date(tie.from_), desk.date(tie.to))))
            ends = (tie.subject, tie.object, words.label), (tie.object, tie.subject, words.reverse)
            for own, other, label in ends:
                if own == ref:
                    value = joined(" ", [desk.link(other), *([escape(span)] if span else [])])
                    rows[label][value][desk.citation(claim, numbers[claim.id])] = None
    for label, values in sorted(rows.items()):
        yield label, tuple(joined(" ", [value, *cited]) for value, cited in values.items())


def question_chapter(ref: str, atlas: Atlas, findings: Findings) -> QuestionChapter:
    """The chapter of one question."""
    view = question_at(BookDesk(atlas, findings, chapter(page_of(ref))[0]), ref)
    grouped: dict[Html, dict[str, list[Html]]] = {outcome: {} for outcome, _ in view.outcomes}
    for outcome, one, other, why in view.pairs:
        pair = filled(atlas.config.wording.book.pair, one=one, other=other)
        grouped[outcome].setdefault(why, []).append(pair)
    counts = dict(view.outcomes)
    return QuestionChapter(
        path=view.path,
        title=view.title,
        site=view,
        pairs=tuple(
            (
                filled(atlas.config.wording.book.compared, outcome=outcome, count=counts[outcome]),
                tuple((why, tuple(pairs)) for why, pairs in reasons.items()),
            )
            for outcome, reasons in grouped.items()
        ),
    )


def source_chapter(ref: str, atlas: Atlas, findings: Findings) -> SourceChapter:
    """The chapter of one document."""
    view = source_at(BookDesk(atlas, findings, chapter(page_of(ref))[0]), ref)
    return SourceChapter(path=view.path, title=view.title, site=view)


def claims_chapters(atlas: Atlas, findings: Findings) -> Iterator[ClaimsChapter]:
    """All claims by their number, in chapters of those whose numbers begin alike."""
    chapters: defaultdict[str, list[Claim]] = defaultdict(list)
    for fact in sorted(atlas.claims):
        chapters[claims_chapter(fact)].append(atlas.claims[fact])
    for path, claims in chapters.items():
        desk = BookDesk(atlas, findings, path)
        title = filled(atlas.config.wording.book.claims_part, first=claims[0].id, last=claims[-1].id)
        yield ClaimsChapter(
            path=path,
            title=title,
            claims=tuple((claim.id, fact_at(desk, claim)) for claim in claims),
        )
