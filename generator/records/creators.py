"""Creators: who made a document, and what it appeared in."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.records.fields import REF, OwnLine, Record, must_match, spelt_out
from generator.records.passages import DocumentPlace

Role = Literal["author", "editor", "translator"]

ROLES: dict[str, Role] = {"authors": "author", "editors": "editor", "translators": "translator"}
"""The fields of a source that name its creators, and what each of them is there."""


class Creator(Record):
    """An author, an editor or a translator.

    `who` is a reference, or the full name of somebody without a page. A person's name may also be
    given in its parts, as bibliographies need them: `family` and `given`, each with its particles.
    """

    who: OwnLine | None = None
    family: OwnLine | None = None
    given: OwnLine | None = None

    @model_validator(mode="after")
    def _is_named_once(self) -> Self:
        if self.given and not self.family:
            raise ValueError("`given` is a part of a person's name; add `family`")
        if not self.who and not self.family:
            raise ValueError("nobody is named; write a name, a reference, or `family` and `given`")
        if self.who and self.family and not REF.fullmatch(self.who):
            raise ValueError(
                "`who` beside `family` must be a reference, such as people/ada-okoro; remove `who`"
            )
        return self

    @property
    def stated(self) -> str:
        """The reference, or else the name in its spoken order."""
        return self.who or " ".join(filter(None, (self.given, self.family)))


Creators = tuple[Annotated[Creator, spelt_out("who")], ...]

Count = Annotated[
    str, must_match(re.compile(r"[1-9]\d{0,5}"), "a whole number; write one such as 240")
]


class Container(Record):
    """What a document appeared in: a journal, a newspaper, a book. `pages` are the pages there."""

    title: OwnLine
    volume: Annotated[str, Field(min_length=1, max_length=30)] | None = None
    issue: Annotated[str, Field(min_length=1, max_length=30)] | None = None
    pages: DocumentPlace | None = None


ContainerOrTitle = Annotated[Container, spelt_out("title")]
