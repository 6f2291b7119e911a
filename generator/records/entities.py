"""Entities, from `content/people/`, `content/units/` and `content/topics/`."""

from __future__ import annotations

from typing import Annotated

from generator.records.fields import (
    FactId,
    LanguageCode,
    Line,
    OwnLine,
    Record,
    Ref,
    Slug,
    spelt_out,
)


class Alias(Record):
    """A spelling; `language` is given if its letters don't show it (Arabic, Urdu, most Persian)."""

    name: OwnLine
    language: LanguageCode | None = None


class ProbableIdentity(Record):
    """Another entity that this one probably is, and why; the two are never silently merged."""

    ref: Ref
    because: OwnLine


class Distinction(Record):
    """An entity that is easily confused with this one, and what the documents say about that.

    Under `distinct_from`, they tell the two apart. Under `unsettled`, they don't say whether the
    two are the same.
    """

    ref: Ref
    because: OwnLine
    fact: FactId | None = None


class Party(Record):
    """What an entity or a document is a party to, and the fact that shows it.

    `words` are the words of one of the fact's passages that show it; without them, its quote does.
    """

    to: Ref
    fact: FactId
    words: Line | None = None


class Entity(Record):
    """A person, a unit or a topic: its name and spellings, and nothing that needs proof.

    `asked_as` are words, other than its name, by which readers look for it, such as an office.
    Only the search knows them. `formerly` are references that it had before; their pages lead here.
    """

    name: OwnLine
    aliases: tuple[Annotated[Alias, spelt_out("name")], ...] = ()
    subkind: Slug | None = None
    probably: ProbableIdentity | None = None
    unsettled: tuple[Distinction, ...] = ()
    distinct_from: tuple[Distinction, ...] = ()
    asked_as: tuple[OwnLine, ...] = ()
    party: tuple[Party, ...] = ()
    formerly: tuple[Ref, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name first, then those of the aliases."""
        return (self.name, *(alias.name for alias in self.aliases))

    @property
    def spellings(self) -> tuple[Alias, ...]:
        """The name first, then the aliases."""
        return (Alias(name=self.name), *self.aliases)
