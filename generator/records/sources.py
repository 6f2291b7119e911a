"""Sources, from `source.yaml` and `skipped.yaml` in `content/sources/<source>/`."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.records.creators import ContainerOrTitle, Count, Creators
from generator.records.entities import Party
from generator.records.evidence import Address, Evidence
from generator.records.fields import (
    CopiedLine,
    Date,
    FactId,
    Flag,
    LanguageCode,
    Line,
    OwnLine,
    Pattern,
    Record,
    Ref,
    ShortLine,
    Slug,
    must_match,
)
from generator.text.dates import Edtf


class SourceDate(Record):
    """A date of the document, with the document's words for it, or how else the date is known.

    `facts` are claims, also from other documents, about what this document reports; `evidence` is
    from outside the corpus.
    """

    of: Literal["written", "published"]
    date: Date
    as_stated: CopiedLine | None = None
    known_from: Line | None = None
    facts: tuple[FactId, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class TextState(Record):
    """The state in which the text was obtained, and what is visibly missing."""

    state: Literal["whole", "extract"]
    note: OwnLine | None = None


SeedName = Annotated[
    str,
    must_match(
        re.compile(r"[0-9a-z_]+\.txt"),
        "a valid name for a seed; use lower-case letters, digits and underscores, and end it with .txt, such "
        "as 003_diary.txt",
    ),
]


class Source(Record):
    """The bibliographic record of one document.

    `article` is the article of its short name in a sentence: the "the" of "the Parish letter".
    `formerly` are references that it had before; their pages lead here.
    """

    title: OwnLine
    short: ShortLine
    article: OwnLine | None = None
    letter: Annotated[
        str,
        must_match(
            re.compile("[A-Z]{1,3}"), "one to three capital letters; write a letter such as D"
        ),
    ]
    kind: Slug
    language: LanguageCode
    authors: Creators = ()
    editors: Creators = ()
    translators: Creators = ()
    publisher: OwnLine | None = None
    container: ContainerOrTitle | None = None
    number_of_pages: Count | None = None
    address: Address | None = None
    accessed: Date | None = None
    seed: SeedName
    text: TextState
    reference_marks: Flag = False
    licence: OwnLine | None = None
    dates: tuple[SourceDate, ...] = ()
    known_from: dict[Slug, Line] = Field(default_factory=dict)
    party: tuple[Party, ...] = ()
    complete: Flag = False
    note: OwnLine | None = None
    formerly: tuple[Ref, ...] = ()

    @property
    def makers(self) -> frozenset[str]:
        """Those whose words the document has, by reference or name: its authors and its publisher."""
        return frozenset(filter(None, (*(one.stated for one in self.authors), self.publisher)))

    @model_validator(mode="after")
    def _is_seen_somewhere(self) -> Self:
        if self.accessed is not None and self.address is None:
            raise ValueError("`accessed` is the day when the `address` was seen; add `address`")
        if self.accessed is not None and not _is_day(self.accessed):
            raise ValueError("`accessed` must be a single day; write it as 2026-01-02")
        return self


def _is_day(date: Edtf) -> bool:
    first = date.first
    return date.kind == "on" and first is not None and bool(first.day and first.year)


class Skip(Record):
    """A passage of a document without any claim, and why it has none."""

    exact: Line | None = None
    pattern: Pattern | None = None
    reason: OwnLine

    @model_validator(mode="after")
    def _names_one_passage(self) -> Self:
        if (self.exact is None) == (self.pattern is None):
            raise ValueError("an entry needs either `exact` or `pattern`; write one of the two")
        return self
