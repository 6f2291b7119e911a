"""Printed lines become paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from generator.intake.breaks import Breaks, PlacedLine
from generator.intake.document import Paragraph, PrintedPage, Remark
from generator.intake.hyphens import Seam, words_of

_NOTE_SHARE = 0.93  # of the usual size of letters, for a note
_LEADERS = re.compile(r"(?:\.\s?){5,}")
_DRAWN = re.compile(r"[^\w]{3,}")
"""A line without words, which only separates what is above it from what is below."""

OVER_A_GAP = "paragraphs were joined across a gap on the page; check whether each is one"
CONTENTS = "rows of a table of contents were kept as lines"
ROWS = "rows of tables and lists were kept as lines; check whether each is complete"
OPEN_END = "paragraphs begin with a lower-case letter; check whether they continue the one before"


def reflow(pages: Sequence[PrintedPage]) -> tuple[tuple[Paragraph, ...], list[Remark]]:
    """The paragraphs of pages whose lines have been cleaned, and what was done to them.

    The notes at the foot of a page come after the paragraph that continues on the next page.
    """
    lines = [*_placed(pages)]
    seam = Seam(words_of(one.text for one in lines))
    paragraphs: list[Paragraph] = []
    remarks: list[Remark] = []
    page, open_end = -1, False
    layout = Breaks.of(lines)
    for chunk in _in_order(lines, layout):
        place = chunk[0].where
        remarks += (
            Remark(OVER_A_GAP, one.text, one.where, doubt=True)
            for one in chunk[1:]
            if layout.is_gap(one) and not one.first
        )
        if chunk[0].is_row:
            leads = _LEADERS.search(chunk[0].text) is not None
            what = CONTENTS if leads else ROWS
            remarks.append(Remark(what, chunk[0].text, place, doubt=not leads))
        elif chunk[0].begins_small and open_end and not chunk[0].is_item:
            remarks.append(Remark(OPEN_END, chunk[0].text, place, doubt=True))
        paragraph, page = _joined(chunk, pages, seam, page)
        paragraphs.append(paragraph)
        open_end = not (chunk[-1].ends_sentence or chunk[-1].is_row or paragraph.level)
    return tuple(paragraphs), [*seam.remarks, *remarks]


def _in_order(lines: Sequence[PlacedLine], layout: Breaks) -> Iterator[list[PlacedLine]]:
    """The lines of each paragraph, and of each note after what is on its page."""
    notes = _notes(lines)
    waiting = sorted(notes)
    for chunk in layout.chunks([one for one in lines if one not in notes.get(one.page, ())]):
        while waiting and waiting[0] < chunk[0].page:
            yield from layout.chunks(notes[waiting.pop(0)])
        yield chunk
    for page in waiting:
        yield from layout.chunks(notes[page])


def _notes(lines: Sequence[PlacedLine]) -> dict[int, list[PlacedLine]]:
    """The notes at the foot of each page: lines in lower-case letters below others."""
    notes: dict[int, list[PlacedLine]] = {}
    for page, own in groupby(lines, lambda one: one.page):
        placed = list(own)
        small = [*takewhile(lambda one: one.line.size < _NOTE_SHARE, reversed(placed))][::-1]
        if small and len(small) < len(placed):
            notes[page] = small
    return notes


def _placed(pages: Sequence[PrintedPage]) -> Iterator[PlacedLine]:
    """The lines that are not empty; the space above each includes the empty ones."""
    for index, page in enumerate(pages):
        column, empty = -1, 0
        for number, line in enumerate(page.lines, start=1):
            if not line.text.strip() or _DRAWN.fullmatch(line.text):
                empty += 1
                continue
            where = f"page {page.label}" if page.label else f"line {number}"
            placed = replace(line, above=line.above + empty)
            yield PlacedLine(placed, index, where, line.column != column)
            column, empty = line.column, 0


def _joined(
    chunk: Sequence[PlacedLine], pages: Sequence[PrintedPage], seam: Seam, page: int
) -> tuple[Paragraph, int]:
    """The lines of a paragraph as one, and the page on which it ends."""
    text, marks = "", []
    for one in chunk:
        text = seam.join(text, one.text, one.where) if text else one.text
        if one.page != page:
            page = one.page
            marks.append((len(text) - len(one.text), pages[page].label))
    level = 0 if chunk[0].is_row else chunk[0].line.level
    return Paragraph(text.removesuffix("\xad"), level, tuple(marks)), page
