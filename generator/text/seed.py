"""Seeds: the source documents, as texts in which passages can be found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.text.characters import without_refused
from generator.text.folding import Folded, fold_with_origins
from generator.text.matching import occurrences
from generator.text.sentences import ENGLISH, sentence_starts

WIDEST = 100  # characters of a line that a program has wrapped

_LINE_ENDS = re.compile(r"\S[^\S\n]*\n(?=[^\S\n]*\S)")
_INSIDE_SENTENCES = re.compile(r"[^\s.!?:;…\"'”’»)][^\S\n]*\n(?=[^\S\n]*[^\W_])")

_WORD = re.compile(r"\w+")
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True)
class Seed:
    """The text of one document, never edited.

    `text` is the decoded file, and `sha256` the digest of its bytes in hexadecimal. Each line of
    the file is a paragraph or, if its lines are wrapped, each part between empty lines is one.
    Positions are Unicode code points of `text`. `abbreviations` are words of its language that can
    end in a full stop inside a sentence.
    """

    name: str
    text: str
    sha256: str
    language: str = ENGLISH
    abbreviations: tuple[str, ...] = ()

    @cached_property
    def folded(self) -> Folded:
        """The text in the form in which passages are compared."""
        return fold_with_origins(self.text, wrapped=self.wrapped)

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines are broken at a certain width, and empty lines separate the paragraphs.

        Programs write plain text like that: short lines, most of which end inside a sentence.
        """
        if max(map(len, self.text.split("\n"))) > WIDEST or not _EMPTY_LINES.search(self.text):
            return False
        ends = len(_LINE_ENDS.findall(self.text))
        inside = len(_INSIDE_SENTENCES.findall(self.text))
        return 2 * inside > ends

    @cached_property
    def flat(self) -> str:
        """The folded text on one line; each character has the same index as in `folded`."""
        return self.folded.text.replace("\n", " ")

    def occurrences(self, wanted: str) -> Iterator[int]:
        """Every index where `flat` contains some words, in order.

        Only the places of the rarest word are checked, which helps most in long documents.
        """
        inner = (
            word for word in _WORD.finditer(wanted) if word.start() and word.end() < len(wanted)
        )
        rare = min(inner, key=lambda word: len(self._words.get(word.group(), ())), default=None)
        if rare is None:
            yield from occurrences(wanted, self.flat)
            return
        for place in self._words.get(rare.group(), ()):
            start = place - rare.start()
            if start >= 0 and self.flat.startswith(wanted, start):
                yield start

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """The indices in `flat` where each word begins; a word between two others is whole."""
        found: dict[str, list[int]] = {}
        for word in _WORD.finditer(self.flat):
            found.setdefault(word.group(), []).append(word.start())
        return found

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def line_number(self, position: int) -> int:
        """The number, from 1, of the line that contains a code point."""
        return bisect_right(self._line_starts, position, hi=len(self._line_starts) - 1)

    def place(self, position: int) -> tuple[int, int]:
        """The line and the column, both from 1, of a code point."""
        line = self.line_number(position)
        return line, position - self._line_starts[line - 1] + 1

    def position(self, line: int, column: int) -> int:
        """The code point at a line and a column, both from 1."""
        return self._line_starts[line - 1] + column - 1

    def paragraph(self, position: int) -> tuple[int, int]:
        """The range, half open, of the paragraph that contains a code point."""
        if not self.wrapped:
            number = self.line_number(position)
            return self._line_starts[number - 1], self._line_starts[number] - 1
        ends, starts = self._paragraph_edges
        return starts[bisect_right(starts, position) - 1], ends[bisect_left(ends, position)]

    @cached_property
    def _paragraph_edges(self) -> tuple[list[int], list[int]]:
        """Where the paragraphs of a wrapped text end, and where they begin."""
        gaps = [gap.span() for gap in _EMPTY_LINES.finditer(self.text)]
        return [*(end for end, _ in gaps), len(self.text)], [0, *(start for _, start in gaps)]

    def around(self, start: int, end: int, length: int) -> tuple[str, str]:
        """The whole words before and after a range, at most `length` code points on each side.

        They are from the same paragraph; "…" marks where it goes on. Characters that reverse or
        hide what is around them are left out.
        """
        first, last = self.paragraph(start)
        before, after = self.text[first:start].strip(), self.text[end:last].strip()
        if len(before) > length:
            before = "…" + before[-length - 1 :].partition(" ")[2]
        if len(after) > length:
            after = after[: length + 1].rpartition(" ")[0] + "…"
        return without_refused(before), without_refused(after)

    def folded_paragraph(self, index: int) -> tuple[int, int]:
        """The range, half open, of the folded line that contains a folded index."""
        text = self.folded.text
        start = text.rfind("\n", 0, index) + 1
        end = text.find("\n", index)
        return start, len(text) if end < 0 else end

    @cached_property
    def _sentence_starts(self) -> list[int]:
        starts: list[int] = []
        position = 0
        for line in self.folded.text.split("\n"):
            found = sentence_starts(line, self.language, self.abbreviations)
            starts += (position + start for start in found)
            position += len(line) + 1
        return starts or [0]

    def folded_sentence(self, index: int) -> tuple[int, int]:
        """The range, half open, of the sentence around a folded index, inside its line."""
        starts = self._sentence_starts
        at = bisect_right(starts, index)
        line_start, line_end = self.folded_paragraph(index)
        start = max(starts[at - 1], line_start) if at else line_start
        return start, min(starts[at], line_end) if at < len(starts) else line_end
