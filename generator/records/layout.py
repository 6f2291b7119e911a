"""Layouts, from `layout.yaml`: where the pages and headings of a document begin in its seed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.fields import Line, Record

Offset = Annotated[int, Field(ge=0)]
"""The number of code points of the seed that are before something."""


class PageStart(Record):
    """A page begins: `page` is its number or other label, as the document has it."""

    page: Line
    at: Offset


class HeadingStart(Record):
    """A heading begins, of a level from 1; the line of the seed from there on is its words."""

    level: Annotated[int, Field(ge=1)]
    at: Offset


class Layout(Record):
    """Where each page and each heading of a document begins, in the order of its seed."""

    pages: tuple[PageStart, ...] = ()
    headings: tuple[HeadingStart, ...] = ()
