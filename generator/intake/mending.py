"""Mending a seed: where its pages and headings begin after a person has corrected its text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_ENTRY = re.compile(r"^(?P<before>\s*-?[^#]*?\bat: *)(?P<at>\d+)(?P<after>\b.*)$")
_SECTION = re.compile(r"^(pages|headings):")


@dataclass(frozen=True, slots=True)
class Moves:
    """How the places of a text before it was corrected lead to those of the text after.

    `old` and `new` are where words begin, `to` is the new word for each old one, and `kept` says
    which of these words are the same.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    to: tuple[int, ...]
    kept: frozenset[int]

    @classmethod
    def between(cls, before: str, after: str) -> Moves:
        """Those between two texts, paragraph by paragraph and then word by word."""
        a, b = [*_WORD.finditer(before)], [*_WORD.finditer(after)]
        to = [len(b)] * len(a)
        kept: set[int] = set()
        for first, last, other, end in _changed(before, after, a, b, kept, to):
            words = SequenceMatcher(
                None,
                [one[0] for one in a[first:last]],
                [one[0] for one in b[other:end]],
                autojunk=False,
            )
            for tag, i1, i2, j1, j2 in words.get_opcodes():
                for i in range(i1, i2):
                    to[first + i] = other + min(j1 + i - i1, max(j2 - 1, j1) if j2 > j1 else j2)
                if tag == "equal":
                    kept.update(range(first + i1, first + i2))
        starts = (*(one.start() for one in b), len(after))
        return cls(tuple(one.start() for one in a), starts, tuple(to), frozenset(kept))

    def moved(self, at: int) -> int:
        """The new place of an old one, in code points."""
        word = bisect_right(self.old, at) - 1
        if word < 0:
            return at
        inside = at - self.old[word] if word in self.kept else 0
        return self.new[self.to[word]] + inside


def _changed(
    before: str,
    after: str,
    a: Sequence[re.Match[str]],
    b: Sequence[re.Match[str]],
    kept: set[int],
    to: list[int],
) -> Iterator[tuple[int, int, int, int]]:
    """The runs of words, in both texts, of lines that are not the same; the others are noted in `to`."""
    lines = [before.splitlines(keepends=True), after.splitlines(keepends=True)]
    ends = [[0, *(len(line) for line in own)] for own in lines]
    for own in ends:
        for index in range(1, len(own)):
            own[index] += own[index - 1]
    starts = [[one.start() for one in words] for words in (a, b)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(
        None, lines[0], lines[1], autojunk=False
    ).get_opcodes():
        first, last = (bisect_right(starts[0], ends[0][i] - 1) for i in (i1, i2))
        other, end = (bisect_right(starts[1], ends[1][j] - 1) for j in (j1, j2))
        if tag == "equal":
            to[first:last] = range(other, end)
            kept.update(range(first, last))
        else:
            yield first, last, other, end


def layout_moved(layout: str, moves: Moves, after: str) -> tuple[str, list[str]]:
    """A layout.yaml with its places moved to a corrected text, and what could not be kept, in words.

    A heading stays only if it still begins a line.
    """
    section, lines, lost = "", [], []
    for line in layout.splitlines(keepends=True):
        if found := _SECTION.match(line):
            section = found[1]
        entry = _ENTRY.match(line.rstrip("\r\n"))
        if not entry:
            lines.append(line)
            continue
        at = moves.moved(int(entry["at"]))
        if section == "headings" and at and after[at - 1 : at] != "\n":
            lost.append(f"a heading now begins inside a line, at: {at}; remove it from layout.yaml")
        end = line[len(line.rstrip("\r\n")) :]
        lines.append(f"{entry['before']}{at}{entry['after']}{end}")
    return "".join(lines), lost


def with_digest(listing: bytes, name: str, data: bytes) -> bytes:
    """The list of seeds with the digest of one file that is already there."""
    fresh = hashlib.sha256(data).hexdigest().encode()
    entry = re.compile(
        rb"^(\\?)[0-9A-Fa-f]{64}(?=[ \t]+\*?(?:\.[/\\])?" + re.escape(name).encode() + rb"\s*$)",
        re.MULTILINE,
    )
    return entry.sub(rb"\g<1>" + fresh, listing)
