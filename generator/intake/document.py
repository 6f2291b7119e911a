"""What the formats have in common: lines on pages, or paragraphs, and what a document says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.intake.authors import Author


class RefusedError(Exception):
    """A file can't be taken in; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is on its page.

    `left` and `right` are where it begins and ends, and `above` is the empty space above it, in
    units of about one letter's width and one line's height. `height` is the distance of its
    baseline from the bottom of the page. `size` is the size of its letters, relative to the
    document's usual one. `level` is the level of a heading, and `column` the number of its column
    on the page.
    """

    text: str
    left: float = 0
    right: float = 0
    above: float = 0
    height: float = 0
    size: float = 1
    level: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page, in the order in which they are read; `label` is its number, if it has one."""

    label: str
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph on one line, or a heading (`level` from 1).

    `pages` are the pages that begin in it: the index of the first character, and the label.
    """

    text: str
    level: int = 0
    pages: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was done to a text or, if `doubt`, that a person should look at.

    `what` names the kind of thing in words, `shown` shows this case, and `where` is its place in
    the original.
    """

    what: str
    shown: str = ""
    where: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself outside its text, and the `place` where it says so.

    `published` is a date as records write it; `made` is the day when the file was made or last saved.
    """

    place: str = ""
    title: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    language: str = ""
    published: str = ""
    made: str = ""
    address: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its format has it: either pages of lines, or paragraphs."""

    imprint: Imprint = Imprint()
    pages: tuple[PrintedPage, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
