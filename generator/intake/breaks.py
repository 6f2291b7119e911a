"""Where a paragraph ends, among the lines of a document."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.intake.document import PrintedLine

WIDEST = 140  # letters of a wrapped line; where lines are longer, each is a paragraph

_FULL_SHARE = 0.8  # the share of a paragraph's lines that are full, if it has its own margins
_NARROWEST_SHARE = 0.6  # of the usual width, for a paragraph with its own margins
_FEWEST_LINES = 4  # lines; fewer don't show how a text is spaced
_MARGIN_SHARE = 0.2  # of the lines, that must begin at a margin
_INDENT_LETTERS = 1.0  # letters by which a line must be indented to count
_GAP_LINES = 0.3  # lines of empty space, beyond the usual, that separate paragraphs
_SIZE_SHARE = 0.08  # share of their size by which letters must differ

_ENDED = re.compile(r"[.!?…。！？؟۔:;؛：；]['\"’”»›)\]」』\d⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_BULLET = re.compile(r"[•◦▪‣∙●○■□–—*+-]\s+\S")
_NUMBERED = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,5})[.)]|\[\d{1,3}\]|§\s*\d+|o)\s+\S"
)
_SECTION = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.\s+\S")
_LISTED = re.compile(f"{_BULLET.pattern}|{_NUMBERED.pattern}")
_ROW = re.compile(
    r"\S\s{3,}\S.*\S\s{3,}\S|\S\s{6,}\S|^\s*[|+].*[|+]\s*$|[│║]|[─┌└├═]{2}|(?:\.\s?){5,}|_{4,}"
)
_RUNS = re.compile(r" {2,}")
_END_LETTERS = 80  # letters of a text, in which the end of its last sentence is looked for
_FIRST_WORD = re.compile(r"\S+")
_OPENING = re.compile(r"[\"'“‘«(\[]?([^\W\d_])")


@dataclass(frozen=True)
class PlacedLine:
    """A line of a document, with the index of its page; `first` if it is the first on that page.

    `where` says in words where it is.
    """

    line: PrintedLine
    page: int
    where: str
    first: bool

    @cached_property
    def text(self) -> str:
        """Its words, with single spaces between them; a row keeps the spaces between its cells."""
        text = self.line.text.strip()
        return text if self.is_row else _RUNS.sub(" ", text)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends here."""
        return ends_sentence(self.text)

    @property
    def begins_small(self) -> bool:
        """Whether it begins with a lower-case letter, which only some scripts have."""
        found = _OPENING.match(self.text)
        return found is not None and found[1].islower()

    @property
    def is_item(self) -> bool:
        """Whether it is a heading, or begins an item of a list."""
        return self.line.level > 0 or _LISTED.match(self.text) is not None

    @cached_property
    def is_row(self) -> bool:
        """Whether it is a row of a table, of contents or of a form, which stays as it is."""
        return is_row(self.line.text.strip())


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a sentence."""
    return _ENDED.search(text[-_END_LETTERS:].rstrip()) is not None


def is_row(text: str) -> bool:
    """Whether a line is a row: not one with wide spaces throughout, which is only justified text."""
    if not _ROW.search(text):
        return False
    spaces = [len(found) for found in _RUNS.findall(text)]
    return sum(one == 2 for one in spaces) <= sum(one > 2 for one in spaces)


def width(text: str) -> int:
    """How wide a text is, in letters; Chinese, Japanese and Korean ones count as two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@dataclass(frozen=True, slots=True)
class Breaks:
    """What is usual in a document: where full lines end, and the space between lines.

    It is `wrapped` if its lines are not whole paragraphs. It is `indented` if its paragraphs begin
    with an indented line instead of after an empty space.
    """

    full: float
    above: float
    wrapped: bool
    indented: bool

    @classmethod
    def of(cls, lines: Sequence[PlacedLine]) -> Breaks:
        """What is usual among these lines."""
        rights = sorted(one.line.right for one in lines if not one.is_row)
        full = rights[len(rights) * 19 // 20] if rights else 0
        pairs = [(a, b) for a, b in pairwise(lines) if not b.first]
        going_on = sum(not a.ends_sentence for a, _ in pairs)
        wrapped = full <= WIDEST
        usual = Counter(round(b.line.above, 1) for _, b in pairs).most_common(1)
        above = (
            usual[0][0]
            if usual and (usual[0][0] < 1 or 2 * going_on > max(len(pairs), _FEWEST_LINES))
            else 0
        )
        lefts = Counter(round(one.line.left) for one in lines)
        usual_lefts = (left for left, often in lefts.items() if often >= _MARGIN_SHARE * len(lines))
        margin = min(usual_lefts, default=0)
        closed = [b.line for a, b in pairs if a.ends_sentence]
        gaps = sum(line.above - above > _GAP_LINES for line in closed)
        steps = sum(
            line.left - margin > _INDENT_LETTERS
            for line in closed
            if line.above - above <= _GAP_LINES
        )
        return cls(full, above, wrapped, steps > gaps)

    def chunks(self, lines: Sequence[PlacedLine]) -> Iterator[list[PlacedLine]]:
        """The lines of each paragraph."""
        for block in self._blocks(lines):
            full, margin = self._full_of(block), min(one.line.left for one in block)
            chunk = block[:1]
            for line in block[1:]:
                if self._parted(chunk, line, full, margin):
                    yield chunk
                    chunk = []
                chunk.append(line)
            yield chunk

    def _blocks(self, lines: Sequence[PlacedLine]) -> Iterator[list[PlacedLine]]:
        """The lines between empty spaces, changes of size, or tables."""
        block: list[PlacedLine] = []
        for line in lines:
            if block and self._apart(block[-1], line):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _apart(self, a: PlacedLine, b: PlacedLine) -> bool:
        """Whether two lines are in different blocks; a sentence that clearly goes on keeps them together."""
        if a.is_row or b.is_row or a.line.level != b.line.level:
            return True
        if abs(a.line.size - b.line.size) > _SIZE_SHARE * a.line.size:
            return True
        if b.first or not self.is_gap(b):
            return False
        goes_on = b.begins_small and not a.ends_sentence and _is_full(a, b, self.full)
        return not (goes_on and abs(a.line.left - b.line.left) <= _INDENT_LETTERS)

    def is_gap(self, b: PlacedLine) -> bool:
        """Whether there is more than the usual space above a line."""
        return b.line.above - self.above > _GAP_LINES

    def _full_of(self, block: Sequence[PlacedLine]) -> float:
        """Where the full lines of a block end: nearer than usual if the block has its own margins."""
        own = max(one.line.right for one in block)
        if own < _NARROWEST_SHARE * self.full:
            return self.full
        fitting = [_is_full(a, b, own) for a, b in pairwise(block)]
        has_margins = len(fitting) > 1 and sum(fitting) >= _FULL_SHARE * len(fitting)
        return min(own, self.full) if has_margins else self.full

    def _parted(
        self, chunk: Sequence[PlacedLine], b: PlacedLine, full: float, margin: float
    ) -> bool:
        """Whether a new paragraph begins with line `b`, in a block that runs from `margin` to `full`."""
        a = chunk[-1]
        if not self.wrapped:
            return True
        if a.line.level and not _SECTION.match(b.text):
            return False
        if _BULLET.match(b.text) or _SECTION.match(b.text):
            return True
        filled = _is_full(a, b, full)
        if _NUMBERED.match(b.text) and (a.ends_sentence or not filled):
            return True
        set_in = b.line.left - margin > _INDENT_LETTERS
        if a.ends_sentence and self.indented and (set_in or not filled):
            return not _LISTED.match(chunk[0].text) or not filled
        if b.first and a.ends_sentence:
            return not self.indented
        return not filled and (a.ends_sentence or not b.begins_small)


def _is_full(a: PlacedLine, b: PlacedLine, full: float) -> bool:
    """Whether there was no room in this line for the first word of the next."""
    first = _FIRST_WORD.match(b.text)
    word = first[0] if first else ""
    if any(unicodedata.east_asian_width(char) in "WF" for char in word[:1]):
        return (
            a.line.right + 2 * 2 > full
        )  # a mark must not begin a line, and takes its letter along
    return a.line.right + 1 + width(word) > full
