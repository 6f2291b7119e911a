"""Folding: one form for texts that the quote contract treats as the same.

Runs of white space become one space (a line end stays a line end), dashes become `-`, all kinds of
quotation marks become straight ones, ligatures become their letters, and letters are composed
(NFC). Invisible characters disappear: soft hyphens, joiners, direction marks. A word that is broken
at the end of a line is joined. Case, digits, `%`, `$`, separators and brackets stay. This is rule 1
of the quote contract.
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
    | dict.fromkeys("“”„‟″‹›「」『』", '"')
)

_LIGATURES = "\ufb00-\ufb06"

_JOINTS = "\xad\x02\ufffe"
"""Hyphens that only a broken line shows; U+0002 and U+FFFE are what some programs make of them."""

_UNSEEN = rf"{_JOINTS}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""What is left out."""

_LETTER = r"[^\W\d_]"

_CHANGED = (
    # A word broken at the end of a line: the break goes with its hyphen.
    rf"(?P<broken>(?<={_LETTER})(?:[{_JOINTS}][{_UNSEEN}]*\s+(?={_LETTER})"
    rf"|[-\u2010][^\S\n]*\n\s*(?=[a-zß-öø-ÿ])))"
    # French marks, with the space inside them.
    r"|(?P<mark>(?<![^\s(\[])«[^\S\n]+|[^\S\n]+»(?!\w)|[«»])"
    rf"|(?P<ligature>[{_LIGATURES}])"
    rf"|[\s{_UNSEEN}]{{2,}}|[^\S ]|[{_UNSEEN}]"
)
_UNEVEN = re.compile(_CHANGED)
_COMPOSABLE = re.compile(
    rf"(?P<composed>[^\s{_UNSEEN}]?(?:[{_UNSEEN}]*[^\x00-\x7f\s«»{_LIGATURES}{_UNSEEN}])+)"
    rf"|{_CHANGED}"
)
_LEFT_OUT = re.compile(f"[{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where each of its characters came from.

    `starts`, `origins` and `ends` have the same length and ascend: from folded index `starts[i]`
    on, the characters follow the original text from index `origins[i]` on, one by one, and the last
    of them ends before index `ends[i]`.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, index: int) -> int:
        """The code point of the original text that a folded character came from."""
        at = bisect_right(self.starts, index) - 1
        limit = self.origins[at + 1] - 1 if at + 1 < len(self.origins) else None
        origin = self.origins[at] + index - self.starts[at]
        return origin if limit is None else min(origin, limit)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of code points, half open, that a folded range came from.

        It includes all of the last character, with the marks that were composed with it.
        """
        return self.original(start), self._end(end - 1)

    def _end(self, index: int) -> int:
        """The index in the original text right after a folded character."""
        at = bisect_right(self.starts, index) - 1
        after = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        return self.ends[at] if index + 1 >= after else self.original(index) + 1


def fold(text: str) -> str:
    """The folded text; a line end stays a line end."""
    return "".join([piece for piece, _, _ in _pieces(text)])


def in_small_letters(text: str) -> str:
    """The text in lower-case letters, with its length unchanged: "ß" stays one letter."""
    return text.replace("\u0130", "i").lower()


@lru_cache(maxsize=2**16)  # each rule asks for the same statements, passages and names
def fold_line(text: str) -> str:
    """The folded text on one line, without space at its ends."""
    return fold(text).replace("\n", " ").strip()


def fold_with_origins(text: str, *, wrapped: bool = False) -> Folded:
    """The folded text, with the way back to the original.

    In a `wrapped` text, a line end becomes a space, and empty lines become a line end.
    """
    parts, starts, origins, ends, length = [], [], [], [], 0
    for piece, origin, end in _pieces(text, wrapped=wrapped):
        if piece:
            parts.append(piece)
            starts.append(length)
            origins.append(origin)
            ends.append(end)
            length += len(piece)
    return Folded(
        "".join(parts), tuple(starts) or (0,), tuple(origins) or (0,), tuple(ends) or (1,)
    )


def _pieces(text: str, *, wrapped: bool = False) -> Iterator[tuple[str, int, int]]:
    """The folded text in pieces, each with the original indices where it began and ended.

    The characters of a piece come one by one from the original, from where the piece began.
    """
    plain = text.isascii()
    composed = plain or unicodedata.is_normalized("NFC", _LEFT_OUT.sub("", text))
    same = text if plain else text.translate(_SAME)
    position = 0
    for match in (_UNEVEN if composed else _COMPOSABLE).finditer(text):
        yield same[position : match.start()], position, match.start()
        start, position = match.span()
        if match.lastgroup == "composed":
            yield from _composed(same[start:position], start)
        else:
            # The space inside a French mark is part of it; of other runs, the first stands for all.
            end = position if match.lastgroup == "mark" else start + 1
            yield _changed(match, wrapped=wrapped), start, end
    yield same[position:], position, len(text)


def _changed(match: re.Match[str], *, wrapped: bool) -> str:
    """What a match of `_CHANGED` is replaced by."""
    found = match.group()
    if match.lastgroup == "broken":
        return ""
    if match.lastgroup == "mark":
        return '"'
    if match.lastgroup == "ligature":
        return unicodedata.normalize("NFKC", found)
    space = _LEFT_OUT.sub("", found)
    if space.count("\n") > wrapped:
        return "\n"
    return " " if space else ""


def _composed(run: str, origin: int) -> Iterator[tuple[str, int, int]]:
    """Letters composed with their marks, without any invisible characters in between."""
    whole, begun, end = "", origin, origin
    for index, char in enumerate(run, origin):
        if _LEFT_OUT.match(char):
            continue
        joined = unicodedata.normalize("NFC", whole + char)
        if whole and not unicodedata.combining(char) and joined == whole + char:
            yield whole, begun, end
            whole, begun = char, index
        else:
            whole, begun = joined, begun if whole else index
        end = index + 1
    yield whole, begun, end
