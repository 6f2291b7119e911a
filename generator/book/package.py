"""The book as files: its chapters in order, its table of contents, its package document.

The format is EPUB 3 (www.w3.org/TR/epub-33), with a second table of contents for EPUB 2 readers.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import wrap

from generator.atlas.atlas import Atlas
from generator.book import lists
from generator.book.chapters import (
    claims_chapters,
    entity_chapters,
    question_chapter,
    source_chapter,
)
from generator.book.desk import chapter
from generator.config.site import LANGUAGE
from generator.findings.findings import Findings
from generator.findings.without import Without, losses
from generator.markup.escaping import filled
from generator.markup.templates import View, fill
from generator.records.references import ENTITY_KINDS

FOLDER = "EPUB"
MIMETYPE = "mimetype"

TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".ncx": "application/x-dtbncx+xml",
}

ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityHazard", "none"),
)
"""What the book requires of its readers (www.w3.org/TR/epub-a11y-11)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents; `number` is its position in the order of reading."""

    number: int
    title: str
    file: str
    under: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package."""

    id: str
    file: str
    type: str
    properties: str | None
    in_spine: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The whole book, as shown by its package document, tables of contents and cover."""

    identifier: str
    modified: str
    language: str
    creator: str
    description: str | None
    rights: str
    access: tuple[tuple[str, str], ...]
    headings: tuple[Heading, ...]
    items: tuple[Item, ...]
    start: str
    cover: tuple[tuple[int, str], ...]
    letters: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file that shows the whole book."""

    template: str
    path: str
    title: str
    book: Package


SHEETS = {
    "book.css": "book.css",
    "contents.ncx": "book-contents.ncx.j2",
    "contents.xhtml": "book-contents.xhtml.j2",
    "cover.svg": "book-cover.svg.j2",
}
"""The files of the package that are not chapters, each with its template."""

DOCUMENT = "package.opf"


@dataclass(frozen=True, slots=True)
class _Part:
    """A first page, and the chapters under it."""

    first: View
    chapters: tuple[View, ...] = ()


def book(atlas: Atlas, findings: Findings, digest: str, modified: int) -> dict[str, str]:
    """Every file of the EPUB, in the order in which they are packed; the first is not compressed.

    `digest` is the digest of the records, and `modified` is when they last changed, in Unix time.
    Raises NotABookError.
    """
    wording, title = atlas.config.wording, atlas.config.site.title
    parts = tuple(_parts(atlas, findings))
    package = _package(atlas, parts, digest, modified)
    made = {
        view.path: fill(view, wording) for part in parts for view in (part.first, *part.chapters)
    }
    for path, template in {**SHEETS, DOCUMENT: "book-package.opf.j2"}.items():
        made[path] = fill(BookFile(template, path, title, package), wording)
    document = f"{FOLDER}/{DOCUMENT}"
    container = fill(BookFile("book-container.xml.j2", document, title, package), wording)
    return {
        MIMETYPE: "application/epub+zip",
        "META-INF/container.xml": container,
        **{f"{FOLDER}/{path}": text for path, text in sorted(made.items())},
    }


def _parts(atlas: Atlas, findings: Findings) -> Iterator[_Part]:
    """The book in its order; the table of contents comes after the title page."""
    refs: dict[str, list[str]] = {"questions": list(atlas.questions)}
    for kind in ENTITY_KINDS:
        refs[kind] = sorted(atlas.of_kind(kind), key=lambda ref: (atlas.name(ref).casefold(), ref))
    refs["sources"] = list(atlas.documents)
    claims = tuple(claims_chapters(atlas, findings))
    yield _Part(lists.title_page(atlas))
    yield _Part(lists.reading(atlas))
    files = {f"{name}/index.xhtml" for name in (*refs, "claimants", "names", "claims")}
    files |= {chapter(path)[0] for path in atlas.pages}
    for page in lists.written(atlas, files):
        yield _Part(page)
    lost = losses(atlas, findings)
    for name, some in refs.items():
        first = lists.part(atlas, findings, name, some)
        chapters = (view for ref in some for view in _chapters(ref, atlas, findings, lost))
        yield _Part(first, tuple(chapters))
    yield _Part(lists.claimants(atlas, findings))
    yield _Part(lists.names(atlas, findings))
    titles = [(one.path, one.title) for one in claims]
    yield _Part(lists.claims_list(atlas, titles), claims)


def _chapters(
    ref: str, atlas: Atlas, findings: Findings, lost: Mapping[str, Without]
) -> Iterator[View]:
    if ref in atlas.questions:
        yield question_chapter(ref, atlas, findings)
    elif ref in atlas.documents:
        yield source_chapter(ref, atlas, findings, lost[ref])
    else:
        yield from entity_chapters(ref, atlas, findings)


def _package(atlas: Atlas, parts: tuple[_Part, ...], digest: str, modified: int) -> Package:
    site, words = atlas.config.site, atlas.config.wording
    pages = [view.path for part in parts for view in (part.first, *part.chapters)]
    spine = [pages[0], "contents.xhtml", *pages[1:]]
    letters = [one.record.letter for one in atlas.documents.values()]
    return Package(
        identifier=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}",
        modified=datetime.fromtimestamp(modified, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        language=LANGUAGE,
        creator=site.creator,
        description=site.description,
        rights=filled(words.lists.everything, licence=site.licence),
        access=ACCESS,
        headings=tuple(_headings(parts)),
        items=tuple(_items(spine)),
        start=pages[1],
        cover=tuple(enumerate(wrap(site.title, 14))),
        letters=tuple(enumerate(letters[:8])),
    )


def _headings(parts: tuple[_Part, ...]) -> Iterator[Heading]:
    number = 0
    for part in parts:
        number += 1
        under = tuple(
            Heading(number + n, one.title, one.path) for n, one in enumerate(part.chapters, start=1)
        )
        yield Heading(number, part.first.title, part.first.path, under)
        number += len(under)


def _items(spine: list[str]) -> Iterator[Item]:
    """Every file of the package except the package document, with the chapters in reading order."""
    properties = {"contents.xhtml": "nav", "cover.svg": "cover-image"}
    others = sorted({*SHEETS} - {*spine})
    for number, file in enumerate((*spine, *others), start=1):
        kind = TYPES[f".{file.rpartition('.')[2]}"]
        key = "toc" if file.endswith(".ncx") else f"i{number}"
        yield Item(key, file, kind, properties.get(file), file in spine)
