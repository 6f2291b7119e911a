"""Views that several pages share: labelled rows, quotations, and claims as lines and notes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.markup.escaping import Html

Labelled = tuple[str, tuple[Html, ...]]
"""A label and the values under it."""


@dataclass(frozen=True, slots=True)
class Translated:
    """Words in a language other than the document's, with that language and who translated them."""

    text: str
    language: str
    direction: str
    by: Html


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document, word for word, and their place as a link.

    `language` is the language of the words, if it is not the site's, and `direction` how they run.

    `before` and `after` are the words around them, if the document's licence lets us show those.
    """

    exact: str
    place: Html
    before: str
    after: str
    language: str | None
    direction: str
    translation: Translated | None


@dataclass(frozen=True, slots=True)
class Note:
    """What a citation leads to: the exact words, their document and place, the permanent page."""

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
class Together:
    """Claims that say the same thing, as one line: what they say, and who says it.

    If the words are those of one document, `words_of` has its letter, and `others` those who say
    it in other words. `each` leads to the claims.
    """

    statement: Html
    words_of: str
    says: Html
    others: Html
    each: Html


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim on a page: its date, statement, speakers, citation, and who contradicts it.

    `dated` is whether the date says more than when the document was written. `party` is a marker if
    a speaker has a stake in the claim.
    """

    fact: str
    when: Html
    dated: bool
    statement: Html
    says: Html
    citation: Html
    party: Html
    disputed: tuple[Html, ...]
    letter: str
    quotations: tuple[Quotation, ...]
