"""Layouts, from `layout.yaml`: where the pages and headings of a document begin in its seed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from generator.records.fields import Line, Record

Offset = Annotated[int, Field(ge=0)]
"""The number of code points of the seed that are before something."""


class PageStart(Record):
    """Where a page begins; `page` is its number or other label, as in the document.

    The program writes `at`, an offset; a person writes the words with which the page `begins`.
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
    """Where a heading begins, and its level, from 1; its words are the rest of that line of the seed."""

    level: Annotated[int, Field(ge=1)]
    at: Offset


class Layout(Record):
    """Where each page and each heading of a document begins, in the order of its seed."""

    most: ClassVar[int] = 20_000

    pages: tuple[PageStart, ...] = ()
    headings: tuple[HeadingStart, ...] = ()
