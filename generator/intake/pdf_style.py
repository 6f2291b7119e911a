"""The usual letters of a PDF; by these, the indents, the spacing and the headings of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from generator.intake.cleaning import cleaned
from generator.intake.columns import FEWEST, TextColumn
from generator.intake.document import PrintedLine
from generator.intake.pdf_lines import RawPiece
from generator.text.folding import fold_line

_LARGER_SHARE = 1.1  # of the usual size, for a heading
_BOLDER = 150  # by which the weight of a heading's letters is more than usual
_LONGEST = 100  # letters of a heading's line
_MARGIN_SHARE = 0.2  # of a column's lines, that must begin at its margin
_DEEPEST_LEVEL = 6  # levels of headings
_ALIKE_LETTERS = 8  # letters of a line that are enough to know a title by its beginning or end


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a PDF: the width of a letter, of a line (in letters), the size and the weight.

    `sizes` are the sizes of headings, the largest first. `leftwards` says that lines run from right
    to left.
    """

    letter: float
    width: float
    size: float
    weight: int
    sizes: tuple[float, ...]
    leftwards: bool

    @classmethod
    def of(cls, pieces: Sequence[RawPiece], *, leftwards: bool) -> Style:
        """What is usual among all pieces of a document."""
        letters: Counter[float] = Counter()
        weights: Counter[int] = Counter()
        for one in pieces:
            letters[one.size] += len(one.text)
            weights[one.weight] += len(one.text)
        size, weight = letters.most_common(1)[0][0], weights.most_common(1)[0][0]
        usual = [one for one in pieces if one.size == size]
        letter = median((one.x1 - one.x0) / len(one.text) for one in usual) or 1
        widths = sorted((one.x1 - one.x0) / letter for one in usual)
        larger = {one.size for one in pieces if one.size >= _LARGER_SHARE * size}
        sizes = tuple(sorted(larger, reverse=True))
        return cls(letter, widths[len(widths) * 19 // 20], size, weight, sizes, leftwards)

    def level(self, piece: RawPiece) -> int:
        """The level of a heading, by the size or weight of its letters; 0 if it is not a heading."""
        if len(piece.text) > _LONGEST or not any(char.isalpha() for char in piece.text):
            return 0
        if piece.size in self.sizes:
            return min(self.sizes.index(piece.size) + 1, _DEEPEST_LEVEL)
        bold = piece.weight >= self.weight + _BOLDER and piece.size == self.size
        if bold and not piece.text.endswith((".", ":", ",")):
            return min(len(self.sizes) + 1, _DEEPEST_LEVEL)
        return 0


def printed_lines(
    page: Iterable[TextColumn], style: Style, titles: Mapping[str, int]
) -> Iterator[PrintedLine]:
    """The lines of a page; headings that the document's outline names have its levels."""
    for number, column in enumerate(page):
        start = _margin([_begin(one, style) for one in column.lines], style)
        stop = -_margin([-_begin(one, style) - (one.x1 - one.x0) for one in column.lines], style)
        wide = (stop - start) / style.letter
        beside = column.beside and len(column.lines) >= FEWEST and wide < style.width
        base = None
        for piece in column.lines:
            left = (_begin(piece, style) - start) / style.letter
            right = left + (piece.x1 - piece.x0) / style.letter
            above = (base - piece.base) / piece.size - 1 if base is not None else 0
            base = piece.base
            yield PrintedLine(
                cleaned(piece.text),
                left,
                right + (style.width - wide if beside else 0),
                above,
                piece.base,
                piece.size / style.size,
                _titled(piece.text, titles) if titles else style.level(piece),
                column=number,
            )


def _begin(piece: RawPiece, style: Style) -> float:
    """How far a piece begins from the side where lines begin."""
    return -piece.x1 if style.leftwards else piece.x0


def _margin(begins: Sequence[float], style: Style) -> float:
    """Where the lines of a column begin, ignoring a few that jut out."""
    often = Counter(round(begin / style.letter) for begin in begins)
    enough = min(_MARGIN_SHARE * len(begins), max(often.values()))
    return min(begin for begin in begins if often[round(begin / style.letter)] >= enough)


def _titled(text: str, titles: Mapping[str, int]) -> int:
    """The level of the title that a line is, begins or ends; 0 if there is none."""
    line = fold_line(cleaned(text)).casefold()
    if line in titles:
        return titles[line]
    if len(line) < _ALIKE_LETTERS:
        return 0
    return next((level for title, level in titles.items() if title.startswith(line) or line.endswith(title)), 0)  # fmt: skip
