"""The page of a source: its bibliographic record, and what it says, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas
from generator.coverage import cover
from generator.escaping import Html, escape
from generator.findings import Findings
from generator.pages.parts import Desk
from generator.paths import page_of


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One document: what is known of it, and the facts drawn from it."""

    template: ClassVar[str] = "source.md.j2"
    path: str
    title: str
    record: tuple[tuple[str, Html], ...]
    facts: tuple[tuple[str, Html, Html, int, Html], ...]


def source_page(ref: str, atlas: Atlas, findings: Findings) -> SourcePage:
    """The view of one document."""
    desk, document = Desk(atlas, findings, page_of(ref)), atlas.documents[ref]
    facts = tuple(
        (
            f"at-{c.id}",
            desk.prose(c.statement),
            desk.says(c),
            c.quotes[0].places[0].line,
            desk.permalink(c),
        )
        for c in atlas.drawn_from.get(ref, ())
    )
    return SourcePage(page_of(ref), document.record.title, tuple(_record(desk, ref)), facts)


def _record(desk: Desk, ref: str) -> list[tuple[str, Html]]:
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
    return [*rows, *([("Note", escape(record.note))] if record.note else [])]
