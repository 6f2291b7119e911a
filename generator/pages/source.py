"""The page of a source: its bibliographic record, and what it says, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.coverage import cover
from generator.escaping import Html, escape, joined, tag
from generator.findings import Findings
from generator.pages.parts import Desk, Foot, Row
from generator.paths import fact_page, page_of


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in the order of its document."""

    anchor: str
    line: int
    statement: Html
    says: Html
    party: Html
    permalink: Html


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One document: what is known of it, and the facts drawn from it."""

    template: ClassVar[str] = "source.md.j2"
    path: str
    title: str
    record: tuple[Row, ...]
    of_itself: tuple[Html, ...]
    alone: tuple[Row, ...]
    facts: tuple[FactRow, ...]
    foot: Foot


def source_page(ref: str, atlas: Atlas, findings: Findings) -> SourcePage:
    """The view of one document."""
    desk, document = Desk(atlas, findings, page_of(ref)), atlas.documents[ref]
    claims = atlas.drawn_from.get(ref, ())
    return SourcePage(
        path=page_of(ref),
        title=document.record.title,
        record=tuple(_record(desk, ref)),
        of_itself=tuple(_of_itself(desk, ref)),
        alone=tuple(_alone(desk, ref)),
        facts=tuple(_fact(desk, claim) for claim in claims),
        foot=desk.foot(document.record.title, "sources", ref, document.entry.path),
    )


def _fact(desk: Desk, claim: Claim) -> FactRow:
    return FactRow(
        anchor=f"at-{claim.id}",
        line=claim.quotes[0].places[0].line,
        statement=desk.prose(claim.statement),
        says=desk.says(claim),
        party=desk.party(claim, fact_page(claim.id)),
        permalink=desk.permalink(claim),
    )


def _of_itself(desk: Desk, ref: str) -> Iterator[Html]:
    """What the document says of its author and publisher, and what it is a party to."""
    record = desk.atlas.documents[ref].record
    makers = {name for name in (*record.authors, record.publisher) if name in desk.atlas.entities}
    for claim in desk.atlas.drawn_from.get(ref, ()):
        if claim.fact.own_voice and makers & claim.spoken_of:
            yield desk.brief(claim)
    for party in record.party:
        claim = desk.atlas.claims[party.fact]
        words = tag("bdi", f"“{party.words or claim.quotes[0].passage.exact}”")
        yield Html(f"On {desk.link(party.to)}: {words} {desk.permalink(claim)}")


def _alone(desk: Desk, ref: str) -> Iterator[Row]:
    """The questions that only this document answers, and whom and what only it names."""
    atlas = desk.atlas
    questions = [
        question
        for question, answers in atlas.answers.items()
        if {answer.claim.source for answer in answers} == {ref}
    ]
    if questions:
        yield "Questions that only it answers", tuple(map(desk.link, questions))
    for kind, label in (("people", "People"), ("units", "Units"), ("topics", "Topics")):
        alone = [
            desk.link(entity)
            for entity, claims in sorted(atlas.about.items())
            if entity.startswith(f"{kind}/") and {claim.source for claim in claims} == {ref}
        ]
        if alone:
            yield f"{label} that only it speaks of", (joined(", ", alone),)


def _record(desk: Desk, ref: str) -> list[Row]:
    document = desk.atlas.documents[ref]
    record, share = document.record, cover(document, desk.atlas)

    def named(words: str) -> Html:
        return desk.link(words) if words in desk.atlas.entities else escape(words)

    kinds = desk.atlas.config.vocabulary.source_kinds
    rows = [
        ("Label", escape(f"{record.letter}, {record.short}")),
        ("Kind", escape(kinds[record.kind])),
        ("Language", escape(record.language)),
        *(("Author", named(author)) for author in record.authors),
        *([("Publisher", named(record.publisher))] if record.publisher else []),
        *(
            (
                one.of.capitalize(),
                escape(f"{desk.date(one.date)} ({one.known_from or one.as_stated})"),
            )
            for one in record.dates
        ),
        ("Licence", escape(record.licence or "not known")),
        ("Text", escape(f"{record.text.state}. {record.text.note or ''}")),
        (
            "File",
            escape(f"seeds/{record.seed}, sha256 {document.seed.sha256 if document.seed else ''}"),
        ),
        (
            "Accounted for",
            escape(
                f"{share.covered} of {share.characters} letters quoted, {share.skipped} set aside"
            ),
        ),
        *((f"How {key} is known", escape(why)) for key, why in sorted(record.known_from.items())),
    ]
    rows += [("Note", escape(record.note))] if record.note else []
    return [(label, (value,)) for label, value in rows]
