"""What a chapter is written at: the site's desk, with the links and notes of a book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html
from generator.markup.paths import href
from generator.markup.writer import Desk

CLAIMS = "facts/"
"""Where the site has a page for each claim; the book has a chapter for many."""


class Sheet:
    """A file of the book that is read."""

    __slots__ = ()
    path: str

    @property
    def style(self) -> str:
        """The book's style sheet, from this file."""
        return href(self.path, "book.css")


def chapter(page: str) -> tuple[str, str]:
    """The book's file and anchor for a page of the site."""
    name = page.removesuffix(".md")
    if name.startswith(CLAIMS):
        fact = name.removeprefix(CLAIMS)
        return claims_chapter(fact), fact
    return f"{name}.xhtml", ""


def claims_chapter(fact: str) -> str:
    """The chapter of a claim: those whose number begins alike are together, in no one's order.

    By document and place they would be the document's text, which is its owner's.
    """
    return f"claims/{fact[2]}.xhtml"


@dataclass(frozen=True, slots=True)
class BookDesk(Desk):
    """As the site's, in a book; `page` is the chapter's file.

    A reader of books may show a note at once where its marker says what it is.
    """

    CITATION: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"epub:type": "noteref", "role": "doc-noteref"}
    )

    def address(self, page: str, anchor: str = "") -> str:
        """The address of what the site has on a page, in the book."""
        file, own = chapter(page)
        return href(self.page, file, own or anchor)

    def counted_link(self, ref: str, claims: Iterable[Claim]) -> Html:  # noqa: ARG002
        """A link; nothing is ever left out of a book."""
        return self.link(ref)
