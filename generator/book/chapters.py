"""The chapters of the book: people, units, topics, questions, documents and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.book.desk import BookDesk, Sheet, chapter, claims_chapter
from generator.findings.findings import Findings
from generator.findings.without import Without
from generator.markup.claims import numbered
from generator.markup.escaping import Html, filled
from generator.markup.paths import page_of
from generator.markup.views import ClaimLine, Note
from generator.pages.about_entity import AboutEntity, about_entity
from generator.pages.fact import AboutFact, about_fact
from generator.pages.question import AboutQuestion, about_question
from generator.pages.sections import (
    Alike,
    Section,
    by_type,
    count,
    flat,
    in_time,
    laid_out,
    portions,
)
from generator.pages.source import AboutSource, about_source

FACTS_PER_CHAPTER = 60  # more only if they say the same thing; old readers are slow


@dataclass(frozen=True, slots=True)
class EntityChapter(Sheet):
    """What the documents say about one entity, or part of it; only the first chapter has `about`."""

    template: ClassVar[str] = "book-entity.xhtml.j2"
    path: str
    title: str
    about: AboutEntity | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class QuestionChapter(Sheet):
    """The answers to one question, and how they compare."""

    template: ClassVar[str] = "book-question.xhtml.j2"
    path: str
    title: str
    about: AboutQuestion


@dataclass(frozen=True, slots=True)
class SourceChapter(Sheet):
    """One document and its claims, without their quotations."""

    template: ClassVar[str] = "book-source.xhtml.j2"
    path: str
    title: str
    about: AboutSource


@dataclass(frozen=True, slots=True)
class ClaimsChapter(Sheet):
    """Some claims in order of their ids, each with everything recorded about it."""

    template: ClassVar[str] = "book-claims.xhtml.j2"
    path: str
    title: str
    claims: tuple[tuple[str, AboutFact], ...]


def entity_chapters(ref: str, atlas: Atlas, findings: Findings) -> Iterator[EntityChapter]:
    """The chapters of one entity: one, or several if there are many claims."""
    desk = BookDesk(atlas, findings, chapter(page_of(ref))[0])
    claims = in_time(atlas.about.get(ref, ()))
    groups = [group for some in by_type(claims, desk).values() for group in some]
    lines, notes = numbered(desk, flat(groups))
    parts = portions(groups, FACTS_PER_CHAPTER)
    title, words = atlas.name(ref), atlas.config.wording.book
    for number, part in enumerate(parts, start=1):
        first, facts = number == 1, {claim.id for claim in flat(part)}
        own = tuple(note for note in notes if note.fact in facts)
        numbered_title = filled(words.part, title=title, number=number, all=len(parts))
        yield EntityChapter(
            path=desk.page if first else f"{ref}.{number}.xhtml",
            title=title if first else numbered_title,
            about=about_entity(desk, ref, claims, own) if first else None,
            sections=tuple(_sections(desk, part, lines)),
            notes=own,
        )


def _sections(
    desk: BookDesk, groups: Iterable[Alike], lines: Mapping[str, ClaimLine]
) -> Iterator[Section]:
    """The groups under the headings of their types."""
    headings = desk.atlas.config.vocabulary.types
    for kind, same_type in groupby(groups, key=lambda group: group[0].fact.type):
        some = list(same_type)
        yield Section(kind, headings[kind], count(some), laid_out(desk, some, lines), Html(""))


def question_chapter(ref: str, atlas: Atlas, findings: Findings) -> QuestionChapter:
    """The chapter of one question."""
    desk = BookDesk(atlas, findings, chapter(page_of(ref))[0])
    return QuestionChapter(desk.page, atlas.name(ref), about_question(desk, ref))


def source_chapter(ref: str, atlas: Atlas, findings: Findings, lost: Without) -> SourceChapter:
    """The chapter of one document."""
    desk, title = (
        BookDesk(atlas, findings, chapter(page_of(ref))[0]),
        atlas.title(ref),
    )
    return SourceChapter(desk.page, title, about_source(desk, ref, lost))


def claims_chapters(atlas: Atlas, findings: Findings) -> Iterator[ClaimsChapter]:
    """All claims in order of their ids; the ids in one chapter begin with the same letters."""
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
            claims=tuple((claim.id, about_fact(desk, claim)) for claim in claims),
        )
