"""The text of a DOCX's XML as paragraphs, without what was deleted, hidden, or added by Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.intake.cleaning import raised
from generator.intake.document import Paragraph, Remark
from generator.intake.flow import Flow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_UNREAD = frozenset(
    (*("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "tcPr", "sectPr"),)
)
_DIGITS = re.compile(r"\s*[-+(]?\d+\)?\s*")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DELETED = "texts that were deleted, but are still in the file, were left out"
_COMMENTS = "comments were left out"
_NUMBERS = "list numbers and bullets are added by Word, and are not in the seed"


class WordText:
    """The text of a DOCX, while it is being read.

    `levels` are the levels of headings, by style, and `notes` the notes, by kind and id.
    """

    def __init__(
        self, levels: Mapping[str, int], notes: Mapping[tuple[str, str], etree._Element]
    ) -> None:
        self._levels = levels
        self._notes = notes
        self._flow = Flow()
        self._cited: list[etree._Element] = []
        self._boxes: list[etree._Element] = []
        self._counts = {_DELETED: 0, _COMMENTS: 0, _NUMBERS: 0}

    def read(self, body: etree._Element) -> None:
        """Read all blocks of a document, then the notes that they refer to."""
        self._blocks(body)
        for number, note in enumerate(self._cited, start=1):
            self._flow.add(f"{number} ")
            self._blocks(note)

    def paragraphs(self) -> list[Paragraph]:
        """What has been read."""
        return self._flow.paragraphs

    def remarks(self) -> Iterator[Remark]:
        """What was left out."""
        for what, count in self._counts.items():
            if count:
                yield Remark(what, f"{count:,}", doubt=what != _NUMBERS)

    def _blocks(self, parent: etree._Element) -> None:
        for block in parent:
            if block.tag == f"{W}p":
                self._paragraph(block)
            elif block.tag == f"{W}tbl":
                self._table(block)
            elif isinstance(block.tag, str) and _name(block) not in _UNREAD:
                self._blocks(block)  # a content control, or what was inserted

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._flow.level = self._level(paragraph)
        self._counts[_NUMBERS] += paragraph.find(f"{W}pPr/{W}numPr") is not None
        self._inline(paragraph)
        self._flow.end()
        self._flow.level = 0
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box)

    def _level(self, paragraph: etree._Element) -> int:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._levels.get(style.get(f"{W}val") or "", 0) if style is not None else 0

    def _table(self, table: etree._Element) -> None:
        for row in table.iter(f"{W}tr"):
            cells = [*row.iter(f"{W}tc")]
            blocks = [[one for one in cell.iter(f"{W}p") if _said(one)] for cell in cells]
            if all(len(one) <= 1 for one in blocks):
                for own in blocks:
                    self._flow.next_cell()
                    for paragraph in own:
                        self._inline(paragraph)
                self._flow.end()
            else:
                for paragraph in (one for own in blocks for one in own):
                    self._paragraph(paragraph)

    def _inline(self, parent: etree._Element) -> None:
        """Read the runs in a paragraph, and whatever else is in it."""
        for one in parent:
            name = _name(one)
            if one.tag == f"{W}r":
                self._run(one)
            elif name in ("del", "moveFrom"):
                self._counts[_DELETED] += 1
            elif one.tag == _MATH:
                self._flow.add(one.text or "")
            elif isinstance(one.tag, str) and one.tag != _FALLBACK and name not in _UNREAD:
                self._inline(one)

    def _run(self, run: etree._Element) -> None:
        if run.find(f"{W}rPr/{W}vanish") is not None:
            return
        align = run.find(f"{W}rPr/{W}vertAlign")
        high = align is not None and align.get(f"{W}val") == "superscript"
        for one in run:
            self._piece(one, high=high)

    def _piece(self, piece: etree._Element, *, high: bool) -> None:
        match _name(piece):
            case "t":
                text = piece.text or ""
                self._flow.add(raised(text) if high and _DIGITS.fullmatch(text) else text)
            case "tab":
                self._flow.add(" ")
            case "br" | "cr":
                self._flow.break_line()
            case "noBreakHyphen":
                self._flow.add("-")
            case "sym":
                self._flow.add(chr(int(piece.get(f"{W}char") or "FFFD", 16)))
            case "footnoteReference" | "endnoteReference" as kind:
                self._cite(kind.removesuffix("Reference"), piece.get(f"{W}id") or "")
            case "commentReference":
                self._counts[_COMMENTS] += 1
            case "drawing" | "pict" | "AlternateContent" | "Choice":
                boxes = (box for box in piece.iter(f"{W}txbxContent") if not _in_fallback(box))
                self._boxes += boxes

    def _cite(self, kind: str, note: str) -> None:
        if (kind, note) in self._notes:
            self._cited.append(self._notes[kind, note])
            self._flow.add(raised(str(len(self._cited))))


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _said(paragraph: etree._Element) -> bool:
    return any((one.text or "").strip() for one in paragraph.iter(f"{W}t"))


def _in_fallback(box: etree._Element) -> bool:
    """Whether a text box is only the older form of another one beside it."""
    return any(one.tag == _FALLBACK for one in box.iterancestors())
