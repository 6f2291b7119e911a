"""The tokens of a text that can be part of a number: digits, and words for numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.text.number_words import GAP, NumberWords

_GAP = re.compile(GAP)
_LONGEST = 80  # letters of a word for a number


class Token(NamedTuple):
    """A number in digits, or a word of the vocabulary in lower case.

    `joint` is what is before it, or None if more than a space or a dash separates it from the last
    token.
    """

    start: int
    end: int
    joint: str | None
    word: str
    digits: str
    fraction: str
    sign: str
    tail: str


def tokens(text: str, words: NumberWords) -> Iterator[Token]:
    """Every number in digits in a text, and every word of the vocabulary.

    A word that is made of others, such as "einundzwanzig", gives each of these.
    """
    before = 0
    for match in words.token.finditer(text):
        word = "" if match.lastgroup else match[0].lower()  # only digits are in groups
        if word and word not in words.vocabulary:
            for token in _parts(text, before, match.start(), word, words) if words.joined else ():
                yield token
                before = token.end
            continue
        tail = (match["tail"] or "").casefold()
        if tail in words.short_money and not match["sign"]:
            continue
        start = match.start("sign" if match["sign"] else "digits" if match["digits"] else 0)
        token = Token(
            start,
            match.end(),
            _joint(text, before, start),
            word,
            match["digits"] or "",
            match["fraction"] or "",
            match["sign"] or "",
            tail,
        )
        yield token
        before = token.end


def _joint(text: str, before: int, start: int) -> str | None:
    joint = _GAP.fullmatch(text, before, start)
    return joint and joint.group()


def _parts(text: str, before: int, start: int, word: str, words: NumberWords) -> Iterator[Token]:
    """The words that a word consists of from `start` on; none if they don't make up all of it."""
    parts = cut_up(word, words)
    at = start + len(word) - sum(map(len, parts))
    for index, part in enumerate(parts):
        joint = "" if index else _joint(text, before, at)
        yield Token(at, at + len(part), joint, part, "", "", "", "")
        at += len(part)


@lru_cache(maxsize=2**14)
def cut_up(word: str, words: NumberWords) -> tuple[str, ...]:
    """The words of the vocabulary that a word consists of, after anything joined to its front.

    If the language puts a word between tens and ones, it must be there: "سینه" is a chest, not 39.
    """
    if len(word) > _LONGEST:
        return ()
    known: list[tuple[str, ...] | None] = [None] * len(word) + [()]
    for start in range(len(word) - 1, -1, -1):
        for end in range(len(word), start, -1):
            rest = known[end]
            if rest is not None and word[start:end] in words.vocabulary:
                known[start] = (word[start:end], *rest)
                break
    starts = (0, *(len(front) for front in words.fronts if word.startswith(front)))
    parts = next((found for start in starts if start < len(word) and (found := known[start])), ())
    unjoined = words.joins_tens and any(
        one in words.tens and other in words.small for one, other in pairwise(parts)
    )
    return () if unjoined else parts
