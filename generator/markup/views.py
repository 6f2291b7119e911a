"""Views that several pages share: rows, claims as lines and notes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.markup.escaping import Html

Labelled = tuple[str, tuple[Html, ...]]
"""A label and the values under it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Verbatim words and the place where they stand, as a link.

    `before` and `after` are neighbouring words, where the document's licence lets us show them.
    """

    exact: str
    place: Html
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a citation leads to: the exact words, their document, their place, the permalink."""

    number: int
    fact: str
    letter: str
    says: Html
    parties: tuple[Html, ...]
    quotations: tuple[Quotation, ...]
    context: tuple[Quotation, ...]
    resolves: tuple[tuple[str, Html], ...]
    remark: str | None
    permalink: Html


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A fact on a page: when, what, who says so, its citation, and who says otherwise.

    `party` is there where who says so has a part in what is said.
    """

    fact: str
    when: str
    dated: bool
    statement: Html
    says: Html
    citation: Html
    party: Html
    disputed: tuple[Html, ...]
    letter: str
    quotations: tuple[Quotation, ...]
