"""The grid of questions by documents: which document answers what, or was read and is silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, Literal

from generator.atlas.atlas import Atlas
from generator.findings.findings import Findings
from generator.markup.escaping import Html, filled
from generator.markup.paths import page_of
from generator.markup.writer import Desk

GRID = "grid/index.md"

COLUMNS = 8  # as many as a phone has room for beside the question


@dataclass(frozen=True, slots=True)
class GridCell:
    """How many claims of a document answer a question, or a sign that it is silent or was not read."""

    document: str
    state: Literal["answered", "silent", "open"]
    words: Html


@dataclass(frozen=True, slots=True)
class GridRow:
    """A question, with a cell for each document."""

    question: Html
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class GridPage:
    """Every question by every document.

    `stacked` says that there are too many documents for a phone, so that each row becomes a list.
    """

    template: ClassVar[str] = "grid.md.j2"
    path: str
    title: str
    lead: str
    documents: tuple[tuple[str, Html], ...]
    stacked: bool
    rows: tuple[GridRow, ...]


def grid_page(atlas: Atlas, findings: Findings) -> GridPage:
    """The view of all questions by all documents; a narrower question is on its broader one's row."""
    desk = Desk(atlas, findings, GRID)
    asked = [ref for ref, entry in atlas.questions.items() if not entry.record.broader]
    return GridPage(
        desk.page,
        desk.wording.grid.title,
        desk.wording.grid.lead,
        tuple((one.record.letter, desk.link(ref)) for ref, one in atlas.documents.items()),
        len(atlas.documents) > COLUMNS,
        tuple(_row(ref, desk) for ref in sorted(asked, key=atlas.name)),
    )


def _row(ref: str, desk: Desk) -> GridRow:
    atlas, words = desk.atlas, desk.wording.grid
    answers = Counter(answer.claim.source for answer in atlas.answers.get(ref, ()))
    silent = {one.source for one in atlas.questions[ref].record.silent}

    def cell(source: str) -> GridCell:
        short = atlas.documents[source].record.short
        if count := answers[source]:
            return GridCell(short, "answered", desk.to(page_of(ref), count, "answers"))
        if source in silent:
            return GridCell(short, "silent", Html(filled(words.silent)))
        return GridCell(short, "open", Html(filled(words.open)))

    return GridRow(desk.link(ref), tuple(map(cell, atlas.documents)))
