"""Vocabulary: the words that records may use, each with the label that readers see."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.records.fields import Flag, LanguageCode, Line, OneAndSeveral, Record, Slots, Slug
from generator.records.references import EntityKind


class RelationWords(Record):
    """A relation, named from both ends, and the kinds of things that it joins.

    With `party`, each end is a party to claims about the other. With `office`, the subject speaks
    for the object and shares its stakes. `hierarchy` puts the relation into the hierarchy: the
    subject is one of the object's `parts`, or one of its `people`. `says` is the tie as a sentence;
    if there is none, the tie alone does not show what a claim says. `says_of_several` is the same
    for a subject with a plural name.
    """

    subject: tuple[EntityKind, ...]
    object: tuple[EntityKind, ...]
    label: Line
    reverse: Line
    party: Flag = False
    office: Flag = False
    hierarchy: Literal["parts", "people"] | None = None
    says: Annotated[str, Slots("subject", "object")] | None = None
    says_of_several: Annotated[str, Slots("subject", "object")] | None = None


class BothEnds(Record):
    """How two facts are related, named from both ends."""

    label: Line
    reverse: Line


class Form(Record):
    """The type of a document in other programs: in BibTeX, RIS, CSL and schema.org."""

    bibtex: Slug = "misc"
    ris: Line = "GEN"
    csl: Slug = "document"
    schema_org: Line = "CreativeWork"


class Elsewhere(Record):
    """What other programs call the words of our vocabulary; a word that is not listed gets a general type."""

    subkinds: dict[Slug, Line] = Field(default_factory=dict)
    source_kinds: dict[Slug, Form] = Field(default_factory=dict)


class Defining(Record):
    """The types of claims that say what an entity is: `who` before `what`, the best type first.

    `deeds` gives, for entities of a subkind, the type of claims that say what it did.
    """

    who: tuple[Slug, ...] = ()
    what: tuple[Slug, ...] = ()
    deeds: dict[Slug, Slug] = Field(default_factory=dict)

    @property
    def types(self) -> tuple[Slug, ...]:
        """Every type."""
        return (*self.who, *self.what, *self.deeds.values())


class Vocabulary(Record):
    """All of `defaults/vocabulary.yaml`, which explains each field."""

    types: dict[Slug, Line]
    modalities: dict[Slug, str]
    subkinds: dict[EntityKind, dict[Slug, Line]]
    source_kinds: dict[Slug, Line]
    relations: dict[Slug, RelationWords]
    units: dict[Slug, Annotated[tuple[Line, Line], OneAndSeveral]]
    periods: dict[Slug, Line]
    related: dict[str, BothEnds]
    defining: Defining = Defining()
    elsewhere: Elsewhere = Elsewhere()
    open_licences: tuple[Line, ...] = ()
    languages: dict[LanguageCode, Line] = Field(default_factory=dict)
    subkinds_in_plural: dict[EntityKind, dict[Slug, Line]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _defines_by_its_types(self) -> Self:
        for one in self.defining.types:
            if one not in self.types:
                raise ValueError(f"defining has {one}, which is not under `types`; add it there")
        return self

    def heading(self, kind: EntityKind, subkind: str, count: int) -> str:
        """The heading over `count` entities of a subkind, in the singular or the plural."""
        one = self.subkinds[kind][subkind]
        return self.subkinds_in_plural.get(kind, {}).get(subkind, one) if count > 1 else one

    def form_of(self, kind: str) -> Form:
        """The types of a kind of source in other programs."""
        return self.elsewhere.source_kinds.get(kind, Form())
