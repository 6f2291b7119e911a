"""Headings: in which chapter and section of its document a passage is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.records.layout import HeadingStart
from generator.text.folding import fold_line
from generator.text.matching import either
from generator.text.seed import Seed

CHAPTER, SECTION = "chapter", "section"
_NUMBER = r"(?P<{name}>\d{{1,3}}|(?-i:[IVXLC]+))"

Part = tuple[str, str]
"""A kind of place, and its number or its words."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings of a document begin, in order.

    `starts` are code points of the text, and `parts` say where a passage below each heading is: its
    chapter if that has a number, and the nearest heading. `misplaced` are the indexes in the layout
    of the headings that are not at the start of a line, or not after the one before.
    """

    starts: tuple[int, ...] = ()
    parts: tuple[tuple[Part, ...], ...] = ()
    misplaced: tuple[int, ...] = ()

    def above(self, start: int) -> tuple[Part, ...]:
        """The chapter and section that a code point is in; nothing before the first heading."""
        last = bisect_right(self.starts, start) - 1
        return self.parts[last] if last >= 0 else ()


def headings_of(
    given: Sequence[HeadingStart], seed: Seed, title: str, chapters: Iterable[str]
) -> Headings:
    """The headings of a document; `chapters` are the words for a chapter in its language.

    The title of the document does not count as a place in it. The title is a heading with the same
    words, or the first heading, if no other has its level.
    """
    sound: list[tuple[HeadingStart, str]] = []
    misplaced: list[int] = []
    for index, one in enumerate(given):
        after = sound[-1][0].at if sound else -1
        words = _line_at(seed.text, one.at)
        if words and one.at > after:
            sound.append((one, words))
        else:
            misplaced.append(index)
    alone = [one.level for one, _ in sound].count(sound[0][0].level) == 1 if sound else False
    pattern = _chapter_pattern(chapters)
    kept = [
        (one, _part(words, pattern))
        for index, (one, words) in enumerate(sound)
        if not (alone and index == 0) and words.casefold() != fold_line(title).casefold()
    ]
    return Headings(tuple(one.at for one, _ in kept), tuple(_parts_of_each(kept)), tuple(misplaced))


def _line_at(text: str, at: int) -> str:
    """The words of the line that begins at an offset; "" if none does."""
    if at >= len(text) or (at and text[at - 1] != "\n"):
        return ""
    return fold_line(text[at:].partition("\n")[0]).strip()


def _parts_of_each(headings: Iterable[tuple[HeadingStart, Part]]) -> Iterator[tuple[Part, ...]]:
    """Where a passage below each heading is: in the chapter that it belongs to, and in itself."""
    open_: list[tuple[int, Part]] = []
    for one, part in headings:
        open_ = [(level, above) for level, above in open_ if level < one.level]
        chapter = [above for _, above in open_ if above[0] == CHAPTER]
        open_.append((one.level, part))
        yield (*chapter[-1:], part) if part[0] != CHAPTER else (part,)


def _part(words: str, chapter: re.Pattern[str]) -> Part:
    found = chapter.match(words)
    return (CHAPTER, found["after"] or found["before"]) if found else (SECTION, words)


def _chapter_pattern(chapters: Iterable[str]) -> re.Pattern[str]:
    """The pattern of the beginning of a heading such as "Chapter 3" or "3. Kapitel"."""
    words = tuple(chapters)
    if not words:
        return re.compile(r"(?!)")
    named, after, before = (
        either(words),
        _NUMBER.format(name="after"),
        _NUMBER.format(name="before"),
    )
    return re.compile(rf"(?:{named} {after}|{before}\.? {named})(?!\w)", re.IGNORECASE)
