"""Passages: words of a document as a record quotes them, and where the document has them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from generator.problems import did_you_mean
from generator.records.fields import (
    CopiedLine,
    LanguageCode,
    Line,
    OwnLine,
    Record,
    must_match,
    one_or_more,
    spelt_out,
)

LOCATORS = (
    *("act", "appendix", "article-locator", "book", "canon", "chapter", "column", "figure"),
    *("folio", "issue", "line", "note", "page", "paragraph", "part", "rule", "scene", "section"),
    *("sub-verbo", "table", "timestamp", "verse", "volume"),
)
"""The kinds of places in a document, by their names in CSL 1.0.2."""

PAGE = "page"
"""The kind of place that the program finds itself if a source lists its `pages`."""

_PLACE = re.compile(r"[^\W_][\w.:/–-]{0,30}(?:, [^\W_][\w.:/–-]{0,30})*")
_LABELLED = re.compile(r"(?:pp?|chs?|vv?|vol|no|sec|par|art|fol|l)\.", re.IGNORECASE)


def _known(kind: str) -> str:
    if kind not in LOCATORS:
        known = did_you_mean(kind, LOCATORS) or f"; choose one of: {', '.join(LOCATORS)}"
        raise ValueError(f"is not a kind of place{known}")
    return kind


def _unlabelled(place: str) -> str:
    if _LABELLED.match(place):
        raise ValueError("has a label; write the number alone, such as 12 or 12-14")
    return place


DocumentPlace = Annotated[
    str,
    AfterValidator(_unlabelled),
    must_match(_PLACE, "a place; write a number or a letter, such as 12, xii, 12-14 or 3, 5"),
]
"""A page, a chapter or the like, or several, as the document numbers them."""

Locator = Annotated[
    dict[Annotated[str, AfterValidator(_known)], DocumentPlace], Field(min_length=1, max_length=5)
]
"""Where a passage is, by one or more kinds of place, the largest first."""


BY_US, BY_MACHINE, BY_DOCUMENT = "us", "machine", "document"
"""Who may have made a translation, besides somebody who is named."""


class Translation(Record):
    """A passage in another language, shown beside the original and never in its place.

    `by` is who made it: `us`, `machine`, `document` (it is in the document itself), or a name.
    Without `language`, it is in the language of the site.
    """

    text: OwnLine
    by: OwnLine
    language: LanguageCode | None = None


class Exact(Record):
    """Words of a document, word for word (W3C TextQuoteSelector).

    `prefix` and `suffix` are the words right before and after, if the document has `exact` more
    than once. `locator` is the document's own place for them, such as a page, and `translation`
    what they say in another language.
    """

    exact: CopiedLine
    prefix: Line | None = None
    suffix: Line | None = None
    locator: Locator | None = None
    translation: Translation | None = None


Passage = Annotated[Exact, spelt_out("exact")]
Passages = Annotated[tuple[Passage, ...], BeforeValidator(one_or_more)]
