"""The pages of the book that are not chapters: its first pages, its lists and its parts."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import markdown

from generator.atlas.atlas import Atlas
from generator.book.desk import BookDesk, Sheet, chapter
from generator.findings.findings import Findings
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import counted
from generator.markup.sides import extent
from generator.pages.indexes import IndexRow, by_facts, spellings
from generator.pages.written import written_pages


class NotABookError(Exception):
    """A page written by hand is not valid XML, which a book needs; the message says which page, and where."""


@dataclass(frozen=True, slots=True)
class ListChapter(Sheet):
    """A page of the book that is a list with a few words before it."""

    template: ClassVar[str] = "book-list.xhtml.j2"
    path: str
    title: str
    lead: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class TitlePage(Sheet):
    """The title page."""

    template: ClassVar[str] = "book-title.xhtml.j2"
    path: str
    title: str
    lines: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class WrittenChapter(Sheet):
    """A page written by hand."""

    template: ClassVar[str] = "book-written.xhtml.j2"
    path: str
    title: str
    body: Html


def title_page(atlas: Atlas) -> TitlePage:
    """The title page: what the book contains, its version and its licence."""
    words, counts, site = atlas.config.wording, atlas.config.wording.counts, atlas.config.site
    return TitlePage(
        path="title.xhtml",
        title=site.title,
        lines=(
            filled(
                words.book.made_of,
                documents=counted(len(atlas.documents), counts.documents),
                facts=counted(len(atlas.claims), counts.facts),
                questions=counted(len(atlas.questions), counts.questions),
            ),
            filled(words.lists.everything, licence=site.licence),
            filled(words.book.version, version=site.version),
        ),
    )


def reading(atlas: Atlas) -> ListChapter:
    """How to read a claim, and how to read one in a book."""
    words = atlas.config.wording
    steps = (*words.home.how_to_read, *words.book.how_to_read)
    rows = tuple(IndexRow(escape(step), Html("")) for step in steps)
    return ListChapter("reading.xhtml", words.book.reading, "", rows)


def part(atlas: Atlas, findings: Findings, name: str, refs: Iterable[str]) -> ListChapter:
    """A part of the book, as the list of its chapters, each with its number of claims."""
    desk = BookDesk(atlas, findings, f"{name}/index.xhtml")
    rows = []
    for ref in refs:
        count = counted(len(atlas.claims_of(ref)), desk.wording.counts.facts)
        if ref in atlas.questions:
            count = extent(ref, desk)
        rows.append(IndexRow(desk.link(ref), count))
    return ListChapter(desk.page, desk.wording.titles[name], "", tuple(rows))


def claimants(atlas: Atlas, findings: Findings) -> ListChapter:
    """Every claimant with its claims, those with the most first.

    What a document says in its own voice is in the document's chapter.
    """
    desk = BookDesk(atlas, findings, "claimants/index.xhtml")
    rows = []
    for who, claims in by_facts(atlas):
        said = () if who.kind == "self" else claims
        rows.append(
            IndexRow(
                desk.claimant(who),
                escape(len(claims)),
                tuple(joined(" ", [desk.statement(one), desk.permalink(one)]) for one in said),
            )
        )
    words = desk.wording
    return ListChapter(desk.page, words.titles.claimants, words.lists.by_facts, tuple(rows))


def names(atlas: Atlas, findings: Findings) -> ListChapter:
    """Every spelling, with the entities that it may mean."""
    desk, words = BookDesk(atlas, findings, "names/index.xhtml"), atlas.config.wording
    rows = tuple(row for _, row in spellings(desk))
    return ListChapter(desk.page, words.titles.names, words.lists.every_spelling, rows)


def claims_list(atlas: Atlas, chapters: Iterable[tuple[str, str]]) -> ListChapter:
    """The chapters of claims, by file and title."""
    words = atlas.config.wording.book
    rows = [
        IndexRow(tag("a", title, href=posixpath.relpath(file, "claims")), Html(""))
        for file, title in chapters
    ]
    return ListChapter("claims/index.xhtml", words.claims, words.claims_lead, tuple(rows))


def written(atlas: Atlas, files: Collection[str]) -> Iterator[WrittenChapter]:
    """The pages written by hand; a link to anything outside the book becomes plain words.

    Raises NotABookError if the markup of a page is not XML.
    """
    for path, text in written_pages(atlas).items():
        file = chapter(path)[0]
        _, _, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
        html = markdown.markdown(body, extensions=["attr_list"], output_format="xhtml")
        try:
            root = ET.fromstring(f"<div>{html}</div>")  # noqa: S314  the editors' own
        except ET.ParseError as error:
            raise NotABookError(f"site_config/pages/{path}: {error}") from error
        heading = root.find("h1")
        title = "".join(heading.itertext()) if heading is not None else path
        if heading is not None:
            root.remove(heading)
        for link in root.iter("a"):
            _lead(link, file, files)
        yield WrittenChapter(file, title, Html(ET.tostring(root, encoding="unicode")))


def _lead(link: ET.Element, file: str, files: Collection[str]) -> None:
    """A link on a page written by hand: it leads to a chapter, to another site, or nowhere."""
    url = urlsplit(link.get("href", ""))
    if url.scheme or not url.path:
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), url.path))
    there = chapter(target.removesuffix(".html").removesuffix(".md") + ".md")[0]
    if there in files:
        fragment = f"#{url.fragment}" if url.fragment and there == file else ""
        link.set("href", posixpath.relpath(there, posixpath.dirname(file)) + fragment)
    else:
        link.tag = "span"
        link.attrib.clear()
