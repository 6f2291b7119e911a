"""What a chapter is written at: the site's desk, with the links and notes of a book."""

from __future__ import annotations

from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.paths import href, page_of
from generator.markup.writer import Desk, bdi

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
    """As the site's, in a book; `page` is the chapter's file."""

    def link(self, ref: str, words: str = "", anchor: str = "") -> Html:
        """A link to the chapter of a reference."""
        return self.to(page_of(ref), bdi(words or self.atlas.name(ref)), anchor)

    def to(self, page: str, words: object, anchor: str = "", class_: str | None = None) -> Html:
        """A link to where the book has what the site has on a page."""
        file, own = chapter(page)
        return tag("a", words, href=href(self.page, file, anchor or own), class_=class_)

    def citation(self, claim: Claim, number: int) -> Html:
        """The marker of a note in the same chapter, which a reader of books may show at once."""
        record = claim.document.record
        label = filled(self.wording.claim.citation, number=number, document=record.short)
        content = joined("", [tag("span", record.letter, class_="badge"), escape(number)])
        kind = {"epub:type": "noteref", "role": "doc-noteref"}
        return tag("a", content, class_="cite", href=f"#n-{claim.id}", aria_label=label, **kind)

    def party(self, claim: Claim, page: str = "") -> Html:
        """A marker where a speaker has a part in what is said: it leads to the words that show it."""
        if claim.id not in self.findings.parties:
            return Html("")
        words = self.wording.claim.party
        if page:
            return self.to(page, words, class_="party")
        return tag("a", words, class_="party", href=f"#n-{claim.id}")
