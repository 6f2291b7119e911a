"""The chapters of the book: people, units, topics, questions, documents, and all claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.book.desk import BookDesk, Sheet, chapter, claims_chapter
from generator.findings.findings import Findings
from generator.findings.without import Without
from generator.markup.claims import numbered
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import bdi, counted
from generator.markup.paths import page_of
from generator.markup.views import Line, Note, Row
from generator.pages.fact import FactPage, fact_at
from generator.pages.question import QuestionPage, question_at
from generator.pages.source import SourcePage, source_at
from generator.records.references import entity_kind_of
from generator.text.dates import sort_key
from generator.text.folding import fold_line
from generator.text.matching import stands_in

MOST = 60
"""So many claims a chapter has at most, but for those that say the same: old readers are slow."""

Alike = tuple[Line, ...]
"""Claims that say the same, or one that no other is like."""

Section = tuple[str, tuple[Alike, ...]]
"""A heading and the claims under it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first chapter of an entity begins with."""

    kind: str
    lead: Html
    spellings: tuple[tuple[Html, Html], ...]
    remarks: tuple[Html, ...]
    ties: tuple[Row, ...]
    questions: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class EntityChapter(Sheet):
    """What the documents say of one person, body or topic, or a part of it; the first has a head."""

    template: ClassVar[str] = "book-entity.xhtml.j2"
    path: str
    title: str
    head: Head | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class QuestionChapter(Sheet):
    """The answers to one question, and how they compare."""

    template: ClassVar[str] = "book-question.xhtml.j2"
    path: str
    title: str
    site: QuestionPage


@dataclass(frozen=True, slots=True)
class SourceChapter(Sheet):
    """One document, and the claims drawn from it, without their quotations."""

    template: ClassVar[str] = "book-source.xhtml.j2"
    path: str
    title: str
    site: SourcePage


@dataclass(frozen=True, slots=True)
class ClaimsChapter(Sheet):
    """Some claims by their number, each with all that is recorded of it."""

    template: ClassVar[str] = "book-claims.xhtml.j2"
    path: str
    title: str
    claims: tuple[tuple[str, FactPage], ...]


def entity_chapters(ref: str, atlas: Atlas, findings: Findings) -> Iterator[EntityChapter]:
    """The chapters of one entity: one, or more where there is much to say."""
    desk = BookDesk(atlas, findings, chapter(page_of(ref))[0])
    claims = sorted(atlas.about.get(ref, ()), key=_by_time)
    groups = [
        group for kind in atlas.config.vocabulary.types for group in _alike(desk, claims, kind)
    ]
    lines, notes = numbered(desk, [claim for group in groups for claim in group])
    numbers = {note.fact: note.number for note in notes}
    parts = list(_parts(groups))
    head = _head(desk, ref, claims, numbers if len(parts) == 1 else {})
    title, words = atlas.name(ref), atlas.config.wording.book
    for number, part in enumerate(parts, start=1):
        first, facts = number == 1, {claim.id for group in part for claim in group}
        numbered_title = filled(words.part, title=title, number=number, all=len(parts))
        yield EntityChapter(
            path=desk.page if first else f"{ref}.{number}.xhtml",
            title=title if first else numbered_title,
            head=head if first else None,
            sections=tuple(_sections(part, lines, atlas)),
            notes=tuple(note for note in notes if note.fact in facts),
        )


def _alike(desk: BookDesk, claims: list[Claim], kind: str) -> Iterator[tuple[Claim, ...]]:
    """Claims of a kind, those that say the same beside the first of them."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.fact.type == kind:
            groups.setdefault(desk.findings.alike.get(claim.id, claim.id), []).append(claim)
    return map(tuple, groups.values())


def _parts(groups: list[tuple[Claim, ...]]) -> Iterator[list[tuple[Claim, ...]]]:
    """The groups in their order, in parts of no more than `MOST` claims."""
    part: list[tuple[Claim, ...]] = []
    for group in groups:
        if part and sum(map(len, part)) + len(group) > MOST:
            yield part
            part = []
        part.append(group)
    yield part


def _sections(
    groups: list[tuple[Claim, ...]], lines: Mapping[str, Line], atlas: Atlas
) -> Iterator[Section]:
    for kind, title in atlas.config.vocabulary.types.items():
        some = [group for group in groups if group[0].fact.type == kind]
        if some:
            yield title, tuple(tuple(lines[one.id] for one in group) for group in some)


def _head(desk: BookDesk, ref: str, claims: list[Claim], numbers: Mapping[str, int]) -> Head:
    atlas, record = desk.atlas, desk.atlas.entities[ref].record
    words, counts = desk.wording.entity, desk.wording.counts
    documents = len({claim.source for claim in claims})
    judged = [(words.distinct, other.ref, other.because) for other in record.distinct_from]
    if record.probably:
        judged.insert(0, (words.probably, record.probably.ref, record.probably.because))
    subkinds = atlas.config.vocabulary.subkinds[entity_kind_of(ref)]
    return Head(
        kind=subkinds.get(record.subkind or "", words.person),
        lead=filled(
            words.lead[len(claims) != 1],
            facts=counted(len(claims), counts.facts),
            documents=counted(documents, counts.documents),
        ),
        spellings=tuple(_spellings(desk, ref)),
        remarks=tuple(
            filled(phrase, other=desk.link(to), reason=why) for phrase, to, why in judged
        ),
        ties=tuple(_ties(desk, ref, claims, numbers)),
        questions=tuple(map(desk.link, atlas.asked_about.get(ref, {}))),
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
    desk: BookDesk, ref: str, claims: list[Claim], numbers: Mapping[str, int]
) -> Iterator[Row]:
    """Every tie of the entity, from its own end, with each claim that states it.

    `numbers` are those of the notes in the same chapter; for another one, the claim itself is cited.
    """
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
                    noted = claim.id in numbers
                    cited = desk.citation(claim, numbers[claim.id]) if noted else None
                    rows[label][value][cited or desk.permalink(claim)] = None
    for label, values in sorted(rows.items()):
        yield label, tuple(joined(" ", [value, *cited]) for value, cited in values.items())


def question_chapter(ref: str, atlas: Atlas, findings: Findings) -> QuestionChapter:
    """The chapter of one question."""
    view = question_at(BookDesk(atlas, findings, chapter(page_of(ref))[0]), ref)
    return QuestionChapter(path=view.path, title=view.title, site=view)


def source_chapter(ref: str, atlas: Atlas, findings: Findings, lost: Without) -> SourceChapter:
    """The chapter of one document, without which so much would be lost."""
    view = source_at(BookDesk(atlas, findings, chapter(page_of(ref))[0]), ref, lost)
    return SourceChapter(path=view.path, title=view.title, site=view)


def claims_chapters(atlas: Atlas, findings: Findings) -> Iterator[ClaimsChapter]:
    """All claims by their number, in chapters of those whose numbers begin alike."""
    chapters: defaultdict[str, list[Claim]] = defaultdict(list)
    for fact in sorted(atlas.claims):
        chapters[claims_chapter(fact)].append(atlas.claims[fact])
    for path, claims in chapters.items():
        desk = BookDesk(atlas, findings, path)
        title = filled(
            atlas.config.wording.book.claims_part, first=claims[0].id, last=claims[-1].id
        )
        yield ClaimsChapter(
            path=path,
            title=title,
            claims=tuple((claim.id, fact_at(desk, claim)) for claim in claims),
        )
