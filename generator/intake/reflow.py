"""Printed lines become paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.intake.breaks import Breaks, PlacedLine
from generator.intake.document import Paragraph, PrintedPage, Remark
from generator.intake.hyphens import Seam, words_of

_DRAWN = re.compile(r"[^\w]{3,}")
"""A line without words, which only parts what is above it from what is below."""

ROWS = "rows of tables and lists were kept as lines; check whether each is complete"
OPEN_END = "paragraphs begin with a small letter; check whether they continue the one before"


def reflow(pages: Sequence[PrintedPage]) -> tuple[tuple[Paragraph, ...], list[Remark]]:
    """The paragraphs of pages whose lines have been cleaned, and what was done to them."""
    lines = [*_placed(pages)]
    seam = Seam(words_of(one.text for one in lines))
    paragraphs: list[Paragraph] = []
    remarks: list[Remark] = []
    page, open_end = -1, False
    for chunk in Breaks.of(lines).chunks(lines):
        place = chunk[0].where
        if chunk[0].is_row:
            remarks.append(Remark(ROWS, chunk[0].text, place, doubt=True))
        elif chunk[0].begins_small and open_end and not chunk[0].line.level:
            remarks.append(Remark(OPEN_END, chunk[0].text, place, doubt=True))
        paragraph, page = _joined(chunk, pages, seam, page)
        paragraphs.append(paragraph)
        open_end = not (chunk[-1].ends_sentence or chunk[-1].is_row or paragraph.level)
    return tuple(paragraphs), [*seam.remarks, *remarks]


def _placed(pages: Sequence[PrintedPage]) -> Iterator[PlacedLine]:
    """The lines that are not empty; the space over each counts the empty ones."""
    for index, page in enumerate(pages):
        first, empty = True, 0
        for number, line in enumerate(page.lines, start=1):
            if not line.text.strip() or _DRAWN.fullmatch(line.text):
                empty += 1
                continue
            where = f"page {page.label}" if page.label else f"line {number}"
            yield PlacedLine(replace(line, above=line.above + empty), index, where, first)
            first, empty = False, 0


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
    return Paragraph(text.removesuffix("\xad"), chunk[0].line.level, tuple(marks)), page
