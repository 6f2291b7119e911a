"""PDF: its pages of lines, its headings, and what it says of itself."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from itertools import islice

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from generator.intake.authors import NOBODY, Author
from generator.intake.cleaning import UNREADABLE, cleaned
from generator.intake.columns import columns
from generator.intake.document import Imprint, PrintedPage, Reading, RefusedError, Remark
from generator.intake.pdf_lines import RawLine, raw_lines
from generator.intake.pdf_style import Style, printed_lines
from generator.intake.right_to_left import mostly_right_to_left
from generator.text.folding import fold_line

BY_PLACE = "letters were put in order by their place on the page; check whether words are whole"

_PAGES_TRIED = 8  # to tell which way a document runs
_GARBLED_SHARE = 0.2  # of the letters, that have no meaning
_NO_TITLE = re.compile(r"^untitled|\.(?:docx?|dvi|tex|indd|qxd|html?|pdf)$", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def read_pdf(data: bytes) -> Reading:
    """The pages of a PDF, with their lines in reading order. Raises RefusedError."""
    try:
        with PdfDocument(data) as pdf:
            return _reading(pdf)
    except PdfiumError as error:
        raise RefusedError(_why_closed(error)) from None


def _why_closed(error: PdfiumError) -> str:
    if "password" in str(error).lower():
        return (
            "this PDF has a password; open it, save or print it as a PDF without one, and add that"
        )
    return "this PDF is broken; get it again from where it came, or open it and save it again"


def _reading(pdf: PdfDocument) -> Reading:
    leftwards = mostly_right_to_left("".join(_texts(pdf)))
    pages: list[list[RawLine]] = []
    remarks: list[Remark] = []
    for index, page in enumerate(pdf):
        with closing(page), closing(page.get_textpage()) as text:
            lines, turned = raw_lines(text, right_to_left=leftwards)
            pages.append(lines)
            where = f"page {pdf.get_page_label(index) or index + 1}"
            remarks += (
                Remark("rotated texts were left out", one, where, doubt=True) for one in turned
            )
            if not lines and _has_picture(page):
                what = "pages are pictures without text; have it recognised (OCR) if it matters"
                remarks.append(Remark(what, where, doubt=True))
    pieces = [piece for lines in pages for line in lines for piece in line.pieces]
    _refuse_unreadable("".join(piece.text for piece in pieces))
    if leftwards:
        remarks.append(Remark(BY_PLACE, doubt=True))
    style = Style.of(pieces, leftwards=leftwards)
    titles = _titles(pdf)
    printed = tuple(
        PrintedPage(
            pdf.get_page_label(index) or str(index + 1),
            tuple(
                printed_lines(
                    columns(lines, style.letter, leftwards=leftwards), style, titles[index]
                )
            ),
        )
        for index, lines in enumerate(pages)
    )
    return Reading(_imprint(pdf), printed, remarks=tuple(remarks))


def _texts(pdf: PdfDocument) -> Iterator[str]:
    """The text of some pages, in no certain order, to tell which way the document runs."""
    for page in islice(pdf, _PAGES_TRIED):
        with closing(page), closing(page.get_textpage()) as text:
            yield text.get_text_range()


def _has_picture(page: PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _refuse_unreadable(text: str) -> None:
    if not text.strip():
        raise RefusedError(
            "the pages of this PDF are pictures without text; have it recognised (OCR), for example with "
            "`ocrmypdf IN.pdf OUT.pdf`, and add the result"
        )
    if cleaned(text).count(UNREADABLE) > _GARBLED_SHARE * len(text):
        raise RefusedError(
            "the letters of this PDF have no meaning outside its fonts; have its text recognised (OCR), for "
            "example with `ocrmypdf --force-ocr IN.pdf OUT.pdf`, and add the result"
        )


def _titles(pdf: PdfDocument) -> dict[int, dict[str, int]]:
    """The headings that the outline of a PDF names: for each page, the level of each title."""
    titles: dict[int, dict[str, int]] = defaultdict(dict)
    for mark in pdf.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target else None
        if page is not None and (title := fold_line(cleaned(mark.get_title())).casefold()):
            titles[page][title] = mark.level + 1
    return titles


def _imprint(pdf: PdfDocument) -> Imprint:
    """What the metadata of a PDF says; names that programs put in place of a title don't count."""
    said = pdf.get_metadata_dict(skip_empty=True)
    title = re.sub(r"^Microsoft Word - ", "", said.get("Title", ""))
    made = _DATE.match(said.get("CreationDate", ""))
    return Imprint(
        place="the metadata of the PDF",
        title="" if _NO_TITLE.search(title) else title,
        authors=tuple(
            Author(name)
            for one in said.get("Author", "").split(";")
            if (name := one.strip()) and name.strip("()[]").lower() not in NOBODY
        ),
        language=_language(pdf),
        made="-".join(part for part in made.groups() if part) if made else "",
    )


def _language(pdf: PdfDocument) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(pdf, None, 0)
    if not length:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFCatalog_GetLanguage(pdf, buffer, length)
    return bytes(buffer)[:length].decode("utf-16-le", "ignore").rstrip("\0")
