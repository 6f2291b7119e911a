"""The page of a person, a unit or a topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.dates import sort_key
from generator.escaping import Html, escape, joined, tag
from generator.findings import Findings
from generator.folding import fold_line
from generator.names import stands_in
from generator.pages.parts import Desk, Line, Note, bdi, numbered
from generator.paths import href, page_of


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one type, in order of time."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the documents say of one person, body or topic."""

    template: ClassVar[str] = "entity.md.j2"
    path: str
    title: str
    kind: str
    file: str
    spellings: tuple[tuple[Html, Html], ...]
    lead: str
    remarks: tuple[Html, ...]
    infobox: tuple[tuple[str, Html], ...]
    sections: tuple[Section, ...]
    questions: tuple[Html, ...]
    claimants: tuple[tuple[Html, int], ...]
    sources: tuple[tuple[Html, int], ...]
    notes: tuple[Note, ...]
    cite: str


def entity_page(ref: str, atlas: Atlas, findings: Findings) -> EntityPage:
    """The view of one entity."""
    desk = Desk(atlas, findings, page_of(ref))
    entity, claims = atlas.entities[ref], _in_time(atlas.about.get(ref, ()))
    kinds = atlas.config.vocabulary.types
    ordered = [claim for kind in kinds for claim in claims if claim.fact.type == kind]
    lines, notes = numbered(desk, ordered)
    numbers = {note.fact: note.number for note in notes}
    sections = tuple(
        Section(kind, title, tuple(lines[one.id] for one in ordered if one.fact.type == kind))
        for kind, title in kinds.items()
    )
    questions = {
        question
        for question, answers in atlas.answers.items()
        if any(ref in answer.claim.mentions for answer in answers)
    } | {q for q, entry in atlas.questions.items() if ref in entry.record.topics}
    sources = sorted({claim.source for claim in claims})
    subkinds = atlas.config.vocabulary.subkinds
    return EntityPage(
        path=page_of(ref),
        title=entity.record.name,
        kind=subkinds[ref.split("/", maxsplit=1)[0]].get(entity.record.subkind or "", "Person"),  # type: ignore[index]
        file=entity.path,
        spellings=tuple(_spellings(desk, ref)),
        lead=_lead(len(ordered), len(sources)),
        remarks=tuple(_remarks(desk, ref)),
        infobox=tuple(_relations(desk, ref, claims, numbers)),
        sections=tuple(section for section in sections if section.lines),
        questions=tuple(desk.link(question) for question in sorted(questions)),
        claimants=_counted(desk, claims),
        sources=tuple((desk.link(s), sum(c.source == s for c in claims)) for s in sources),
        notes=notes,
        cite=desk.cite(entity.record.name),
    )


def _in_time(claims: tuple[Claim, ...]) -> list[Claim]:
    """Dated facts first, in order of time; the others after them, as their documents have them."""
    return sorted(
        claims, key=lambda one: (0, sort_key(one.fact.when)) if one.fact.when else (1, ())
    )


def _lead(facts: int, sources: int) -> str:
    def counted(count: int, noun: str) -> str:
        return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

    return f"{counted(facts, 'fact')} from {counted(sources, 'document')} speak of it."


def _spellings(desk: Desk, ref: str) -> list[tuple[Html, Html]]:
    """Each spelling with the letters of the documents in which it stands."""
    found = []
    for alias in desk.atlas.entities[ref].record.spellings:
        name = fold_line(alias.name)
        users = [
            tag(
                "a",
                one.record.letter,
                class_="badge",
                href=href(desk.page, page_of(one.ref)),
                title=one.record.short,
            )
            for one in desk.atlas.documents.values()
            if one.seed and stands_in(name, one.seed.flat)
        ]
        used = joined(" ", users) if users else tag("span", "in no document", class_="hint")
        found.append((bdi(alias.name), used))
    return found


def _remarks(desk: Desk, ref: str) -> list[Html]:
    record = desk.atlas.entities[ref].record
    remarks = []
    if record.probably:
        link = desk.link(record.probably.ref)
        remarks.append(Html(f"Probably {link}: {escape(record.probably.because)}"))
    for other in record.distinct_from:
        remarks.append(Html(f"Not {desk.link(other.ref)}: {escape(other.because)}"))
    return remarks


def _relations(
    desk: Desk, ref: str, claims: list[Claim], numbers: dict[str, int]
) -> list[tuple[str, Html]]:
    """Every tie of the entity, from its own end, each cited."""
    rows = []
    for claim in claims:
        for tie in claim.fact.relations:
            words = desk.atlas.config.vocabulary.relations[tie.relation]
            ends = (
                (tie.subject, tie.object, words.label),
                (tie.object, tie.subject, words.reverse),
            )
            for own, other, label in ends:
                if own == ref:
                    cited = desk.citation(claim, numbers[claim.id])
                    span = " ".join(filter(None, (desk.date(tie.from_), desk.date(tie.to))))
                    rows.append((label, Html(f"{desk.link(other)} {escape(span)} {cited}")))
    return sorted(rows)


def _counted(desk: Desk, claims: list[Claim]) -> tuple[tuple[Html, int], ...]:
    counts: dict[str, int] = {}
    for claim in claims:
        for one in claim.claimants:
            words = desk.claimant(one)
            counts[words] = counts.get(words, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((Html(words), count) for words, count in ranked)
