"""Parts that every page is made of: links, claim lines and the notes that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator import date_words
from generator.atlas import Atlas, Claim, Claimant, is_entity
from generator.config import Config
from generator.escaping import Html, escape, joined, tag
from generator.passages import Sighting
from generator.paths import fact_page, href, page_of
from generator.prose import Link, Piece, plain_words
from generator.scripts import direction, language_of


@dataclass(frozen=True, slots=True)
class Quotation:
    """Verbatim words, and where they stand: the line of the document, from 1."""

    exact: str
    line: int
    href: Html


@dataclass(frozen=True, slots=True)
class Note:
    """What a citation leads to: the exact words, their document, their place, the permalink."""

    number: int
    fact: str
    letter: str
    document: Html
    says: Html
    quotations: tuple[Quotation, ...]
    context: tuple[Quotation, ...]
    credit: Quotation | None
    resolves: tuple[tuple[str, Html], ...]
    inferred: tuple[tuple[str, str], ...]
    remark: str | None
    permalink: Html


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as it stands on a page: when, what, who says so, and its citation's number."""

    fact: str
    when: str
    statement: Html
    says: Html
    modality: str
    number: int
    letter: str
    contested: tuple[Html, ...]
    alike: tuple[Html, ...]


@dataclass(slots=True)
class Citations:
    """The numbered notes of one page, in the order in which its claims are first cited."""

    view: View
    claims: dict[str, Claim] = field(default_factory=dict)

    def number(self, claim: Claim) -> int:
        """The number of a claim's note, the same wherever the page cites it."""
        self.claims.setdefault(claim.id, claim)
        return list(self.claims).index(claim.id) + 1

    def notes(self) -> tuple[Note, ...]:
        """Every note of the page, in order of number."""
        return tuple(self.view.note(claim, n) for n, claim in enumerate(self.claims.values(), 1))
