"""The wording of what is taken along: the page that offers it, and the book's own pages."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Named
from generator.records.fields import Phrase, Record, Slots


class EditionKinds(Named):
    """A phrase for each edition."""

    archive: Phrase
    kiwix: Phrase
    book: Phrase


class EditionWords(Record):
    """The page that offers the editions."""

    title: Phrase
    way: Phrase
    lead: Phrase
    heading: Phrase
    kinds: EditionKinds
    none: Phrase
    size: Annotated[str, Slots("millions", "bytes")]
    digest: Annotated[str, Slots("digest")]
    how_to_open: Phrase
    opening: EditionKinds
    checking: Phrase
    how_to_check: tuple[Phrase, ...]
    same: Annotated[str, Slots("index", "field")]


class BookWords(Record):
    """The book: what it has that the site has not."""

    made_of: Annotated[str, Slots("documents", "facts", "questions")]
    version: Annotated[str, Slots("version")]
    contents: Phrase
    reading: Phrase
    how_to_read: tuple[Phrase, ...]
    claims: Phrase
    claims_lead: Phrase
    claims_part: Annotated[str, Slots("first", "last")]
    everything: Phrase
    ties: Phrase
    part: Annotated[str, Slots("title", "number", "all")]
