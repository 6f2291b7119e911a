"""The desk of the book: the desk of the site, with the links and notes that a book needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html
from generator.markup.paths import href, pairs_anchor
from generator.markup.writer import Desk

CLAIMS = "facts/"
"""The folder in which the site has a page for each claim; the book has chapters of many."""


class Sheet:
    """A file of the book that people read."""

    __slots__ = ()
    path: str

    @property
    def style(self) -> str:
        """The path of the book's style sheet from this file."""
        return href(self.path, "book.css")


def chapter(page: str) -> tuple[str, str]:
    """The book's file and anchor for a page of the site."""
    name = page.removesuffix(".md")
    if name.startswith(CLAIMS):
        fact = name.removeprefix(CLAIMS)
        return claims_chapter(fact), fact
    return f"{name}.xhtml", ""


def claims_chapter(fact: str) -> str:
    """The chapter of a claim: the one with all claims whose ids begin like its own.

    In the order of documents and places, the claims would reproduce the documents' texts, which
    belong to others.
    """
    return f"claims/{fact[2]}.xhtml"


@dataclass(frozen=True, slots=True)
class BookDesk(Desk):
    """The desk of a chapter; `page` is the chapter's file.

    A reading program can open a note at its marker, if the marker says what it is.
    """

    CITATION: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"epub:type": "noteref", "role": "doc-noteref"}
    )

    def address(self, page: str, anchor: str = "") -> str:
        """The address, in the book, of something that is on a page of the site."""
        file, own = chapter(page)
        if anchor.startswith(pairs_anchor("")):
            anchor = ""  # a chapter lists no pairs
        return href(self.page, file, own or anchor)

    def counted_link(self, ref: str, claims: Iterable[Claim]) -> Html:  # noqa: ARG002
        """A link without a count, since a book hides no document."""
        return self.link(ref)
