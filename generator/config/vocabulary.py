"""Vocabulary: the closed words of the records, each with what a reader is shown."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.fields import Flag, Line, OneAndSeveral, Record, Slug
from generator.records.references import EntityKind


class RelationWords(Record):
    """A relation, named from both ends, and the kinds of things that it ties.

    With `party` each end is a party to what is said of the other. `hierarchy` makes it a tie of
    the hierarchy: the subject is one of the object's `parts`, or of its `people`.
    """

    subject: tuple[EntityKind, ...]
    object: tuple[EntityKind, ...]
    label: Line
    reverse: Line
    party: Flag = False
    hierarchy: Literal["parts", "people"] | None = None


class BothEnds(Record):
    """A tie, named from both ends."""

    label: Line
    reverse: Line


class Form(Record):
    """What kind of thing other programs take a document for: types of BibTeX, RIS, CSL, schema.org."""

    bibtex: Slug = "misc"
    ris: Line = "GEN"
    csl: Slug = "document"
    schema_org: Line = "CreativeWork"


class Elsewhere(Record):
    """What the words of our vocabulary are called elsewhere; what is not named is of no known kind."""

    subkinds: dict[Slug, Line] = Field(default_factory=dict)
    source_kinds: dict[Slug, Form] = Field(default_factory=dict)


class Vocabulary(Record):
    """The closed words of the records, each with what a reader is shown."""

    types: dict[Slug, Line]
    modalities: dict[Slug, str]
    subkinds: dict[EntityKind, dict[Slug, Line]]
    source_kinds: dict[Slug, Line]
    relations: dict[Slug, RelationWords]
    units: dict[Slug, Annotated[tuple[Line, Line], OneAndSeveral]]
    periods: dict[Slug, Line]
    related: dict[str, BothEnds]
    elsewhere: Elsewhere = Elsewhere()
    open_licences: tuple[Line, ...] = ()

    def form_of(self, kind: str) -> Form:
        """What other programs take a document of a kind for."""
        return self.elsewhere.source_kinds.get(kind, Form())
