"""Folding: one form for texts that the quote contract treats as the same.

Runs of white space become one space (a line end stays a line end), dashes become `-`, curly and
prime marks become straight quotation marks, soft hyphens disappear, and letters are composed (NFC).
Case, digits, `%`, `$`, separators and brackets stay. This is rule 1 of the quote contract.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("‘’‚′", "'")
    | dict.fromkeys("“”„″", '"')
)
_UNEVEN = re.compile(r"[\s\xad]{2,}|[^\S \n]|\xad")
_COMPOSABLE = re.compile(
    r"(?P<letters>[^\s\xad]?(?:\xad*[^\x00-\x7f\s\xad])+)|[\s\xad]{2,}|[^\S \n]|\xad"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where each of its characters came from.

    `starts` and `origins` have the same length and ascend: from folded index `starts[i]` on, the
    characters follow the original text from index `origins[i]` on, one by one.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def original(self, index: int) -> int:
        """The code point of the original text that a folded character came from."""
        at = bisect_right(self.starts, index) - 1
        limit = self.origins[at + 1] - 1 if at + 1 < len(self.origins) else None
        origin = self.origins[at] + index - self.starts[at]
        return origin if limit is None else min(origin, limit)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of code points, half open, that a folded range came from."""
        return self.original(start), self.original(end - 1) + 1


def fold(text: str) -> str:
    """The folded text; a line end stays a line end."""
    return "".join([piece for piece, _ in _pieces(_same(text))])


@lru_cache(maxsize=2**16)  # each rule asks for the same statements, passages and names
def fold_line(text: str) -> str:
    """The folded text on one line, without space at its ends."""
    return fold(text).replace("\n", " ").strip()


def fold_with_origins(text: str) -> Folded:
    """The folded text, with the way back to the original."""
    parts, starts, origins, length = [], [], [], 0
    for piece, origin in _pieces(_same(text)):
        if piece:
            parts.append(piece)
            starts.append(length)
            origins.append(origin)
            length += len(piece)
    return Folded("".join(parts), tuple(starts) or (0,), tuple(origins) or (0,))


def _same(text: str) -> str:
    return text if text.isascii() else text.translate(_SAME)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The folded text in pieces, each with the original index where it began.

    The characters of a piece are those of the original from there on, one by one.
    """
    composed = unicodedata.is_normalized("NFC", text.replace("\xad", ""))
    position = 0
    for match in (_UNEVEN if composed else _COMPOSABLE).finditer(text):
        yield text[position : match.start()], position
        if match.lastgroup:
            yield from _letters(match.group(), match.start())
        else:
            yield _even(match.group()), match.start()
        position = match.end()
    yield text[position:], position


def _even(run: str) -> str:
    bare = run.replace("\xad", "")
    return "\n" if "\n" in bare else " " if bare else ""


def _letters(run: str, origin: int) -> Iterator[tuple[str, int]]:
    """Letters with their marks, composed; a soft hyphen between a letter and its mark is lost."""
    whole, begun = "", origin
    for index, char in enumerate(run, origin):
        if char == "\xad":
            continue
        joined = unicodedata.normalize("NFC", whole + char)
        if whole and not unicodedata.combining(char) and joined == whole + char:
            yield whole, begun
            whole, begun = char, index
        else:
            whole, begun = joined, begun if whole else index
    yield whole, begun
