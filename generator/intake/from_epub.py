"""EPUB: its chapters in order, and what its package says about it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from generator.intake.archive import Archive, broken, opened
from generator.intake.authors import Author, filed, filed_as
from generator.intake.document import Imprint, Paragraph, Reading, RefusedError, Remark
from generator.intake.encodings import decode
from generator.intake.web_imprint import as_date
from generator.intake.web_text import paragraphs_of_page

_WHAT = "EPUB"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CLOSED = re.compile(r"<(?!br\b|hr\b|img\b|input\b|meta\b|link\b|wbr\b|col\b)([a-z][\w:-]*)((?:\s[^<>]*)?)/>", re.IGNORECASE)  # fmt: skip
"""A self-closing element of XML, which HTML allows for few elements."""


def read_epub(data: bytes) -> Reading:
    """The paragraphs of a book, and what it says of itself. Raises RefusedError."""
    with opened(data, _WHAT) as archive:
        path, package = _package(archive)
        paragraphs: list[Paragraph] = []
        remarks: list[Remark] = []
        chapters = [*_chapters(package, path)]
        _refuse_locked(archive, chapters)
        for chapter in chapters:
            text, guessed = decode(archive.read(chapter))
            html = _CLOSED.sub(r"<\1\2></\1>", text)
            own, left_out = paragraphs_of_page(LexborHTMLParser(html), whole=True)
            paragraphs += own
            remarks += (*guessed, *left_out)
        return Reading(_imprint(package), paragraphs=tuple(paragraphs), remarks=tuple(remarks))


def _xml(data: bytes) -> etree._Element:
    """The root of an XML file; references to other files are not followed. Raises RefusedError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise broken(_WHAT)
    return root


def _package(archive: Archive) -> tuple[str, etree._Element]:
    """The file that says what the book consists of, and its path."""
    container = _xml(archive.read("META-INF/container.xml"))
    paths = [one.get("full-path") for one in container.iter("{*}rootfile")]
    if not paths or not paths[0]:
        raise broken(_WHAT)
    return paths[0], _xml(archive.read(paths[0]))


def _chapters(package: etree._Element, path: str) -> Iterator[str]:
    """The paths of the chapters, in the order in which the book is read."""
    files = {one.get("id"): one.get("href") or "" for one in package.iter(f"{_OPF}item")}
    for one in package.iter(f"{_OPF}itemref"):
        if href := files.get(one.get("idref")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href)))


def _refuse_locked(archive: Archive, chapters: list[str]) -> None:
    """Refuse a book whose chapters are encrypted; its fonts often are."""
    name = "META-INF/encryption.xml"
    if name not in archive.namelist():
        return
    locked = {
        unquote(one.get("URI") or "") for one in _xml(archive.read(name)).iter("{*}CipherReference")
    }
    if locked & set(chapters):
        raise RefusedError(
            "this EPUB is locked (DRM), so that only its shop's programs can read it; get it without that"
        )


def _imprint(package: etree._Element) -> Imprint:
    def said(name: str) -> list[str]:
        return [text for one in package.iter(f"{_DC}{name}") if (text := _line(one.text))]

    dates = [date for text in said("date") if (date := as_date(text))]
    return Imprint(
        place="the package of the EPUB",
        title=next(iter(said("title")), ""),
        authors=tuple(_authors(package)),
        publisher=next(iter(said("publisher")), ""),
        language=next(iter(said("language")), ""),
        published=dates[0] if dates else "",
        licence=next(iter(said("rights")), ""),
    )


def _authors(package: etree._Element) -> Iterator[Author]:
    """Who made a book, in parts if the package (of EPUB 2 or 3) says how to sort the name."""
    orders = {
        (one.get("refines") or "").removeprefix("#"): _line(one.text)
        for one in package.iter(f"{_OPF}meta")
        if one.get("property") == "file-as"
    }
    for one in package.iter(f"{_DC}creator"):
        if name := _line(one.text):
            order = one.get(f"{_OPF}file-as") or orders.get(one.get("id") or "")
            yield filed_as(name, order) if order else filed(name)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
