"""Layouts, from `layout.yaml`: where the pages and headings of a document begin in its seed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from generator.records.fields import Line, Record

Offset = Annotated[int, Field(ge=0)]
"""The number of code points of the seed that are before something."""


class PageStart(Record):
    """A page begins: `page` is its number or other label, as the document has it.

    It begins `at` an offset, as the program writes it, or where the text `begins` with some words,
    as a person writes it.
    """

    page: Annotated[Line, Field(max_length=40)]
    at: Offset | None = None
    begins: Line | None = None

    @model_validator(mode="after")
    def _begins_somewhere(self) -> Self:
        if (self.at is None) == (self.begins is None):
            raise ValueError("a page needs either `begins` (its first words) or `at`; write one")
        return self


class HeadingStart(Record):
    """A heading begins, of a level from 1; the line of the seed from there on is its words."""

    level: Annotated[int, Field(ge=1)]
    at: Offset


class Layout(Record):
    """Where each page and each heading of a document begins, in the order of its seed."""

    most: ClassVar[int] = 20_000

    pages: tuple[PageStart, ...] = ()
    headings: tuple[HeadingStart, ...] = ()
