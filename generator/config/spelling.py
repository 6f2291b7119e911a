"""Spelling: how a search finds a name in any script and transliteration.

`words` gives the letters and digits of a text in small Latin letters without marks. `sound` gives
what the spellings of one name have in common. Both only find candidates. The site's script follows
the same rules (`defaults/theme/assets/search/spelling.js`), and `tests/spelling.json` checks both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator

from generator.records.fields import Line, Record
from generator.text.writing_systems import UNSPACED

KeyT = TypeVar("KeyT")


def _pair(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(value) != 2:
        raise ValueError("is not a pair; write [spelling, sound]")
    return value


STEM_LENGTH = 3  # letters that a word keeps, at least, when a prefix is taken off

_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_DECIMAL = re.compile(r"(?<![0-9.])([0-9]+)\.([0-9]+)(?!\.?[0-9])")
_INITIAL = re.compile(r"(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))")
_DOUBLED = re.compile(r"(.)\1+")
_DIGIT = re.compile(r"[0-9]")
_UNSPACED = re.compile(f"([{UNSPACED}]+)")


class Lookup(dict[KeyT, str]):
    """A table that works out an entry when it is first asked for."""

    def __init__(self, becomes: Callable[[KeyT], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, key: KeyT) -> str:
        becomes = self[key] = self._becomes(key)
        return becomes


def _pieces(run: str) -> Iterator[str]:
    """A run of letters of a script without spaces as its pairs of letters; everything beside it as it is."""
    for piece in _UNSPACED.split(run):
        if _UNSPACED.fullmatch(piece) and len(piece) > 2:
            yield from map("".join, pairwise(piece))
        elif piece:
            yield piece


def _unmarked(code: int) -> str:
    character = chr(code)
    category = unicodedata.category(character)
    return "" if category[0] == "M" or category == "Cf" else character


_MARKS = Lookup(_unmarked)


class SpellingRules(Record):
    """All of `defaults/spelling.yaml`, which explains each field."""

    letters: dict[Line, str]
    prefixes: tuple[Line, ...]
    endings: tuple[Line, ...]
    sounds: tuple[Annotated[tuple[str, ...], AfterValidator(_pair)], ...]
    vowels: Line
    glides: Line

    @cached_property
    def _table(self) -> dict[int, str]:
        return str.maketrans(self.letters)

    @cached_property
    def _spaces(self) -> Lookup[int]:
        return Lookup(self._or_space)

    @cached_property
    def _words(self) -> Lookup[str]:
        return Lookup(self._word)

    def table(self) -> dict[str, Any]:
        """All that a script needs to read spellings the same way."""
        return {**self.model_dump(), "unspaced": UNSPACED}

    def words(self, text: str) -> list[str]:
        """The words of a text, in order: "Qāsem’s 70,000" gives `qasem` and `70000`.

        Where nothing shows the words, each pair of letters is one: 革命衛隊 gives 革命, 命衛 and 衛隊.
        """
        bare = unicodedata.normalize("NFKD", text).translate(_MARKS).lower()
        if "," in bare:
            bare = _THOUSANDS.sub("", bare)
        if "." in bare:
            bare = _INITIAL.sub(r"\1", _DECIMAL.sub(r"\1p\2", bare))
        runs = bare.translate(self._spaces).split()
        if not bare.isascii() and _UNSPACED.search(bare):
            runs = [piece for run in runs for piece in _pieces(run)]
        found = map(self._words.__getitem__, runs)
        return [word for word in found if word]

    def _or_space(self, code: int) -> str:
        character = chr(code)
        kept = unicodedata.category(character)[0] in "LN" or character in self.letters
        return character if kept else " "

    def _word(self, run: str) -> str:
        for ending in self.endings:
            run = run.removesuffix(ending)
        for prefix in self.prefixes:
            if run.startswith(prefix) and len(run) >= len(prefix) + STEM_LENGTH:
                run = run.removeprefix(prefix)
        return run.translate(self._table)

    def sound(self, word: str) -> str:
        """What a word of `words` has in common with its other spellings: `qasem` gives `ksm`."""
        if _DIGIT.search(word):
            return word
        for spelt, heard in self.sounds:
            word = word.replace(spelt, heard)
        word = _DOUBLED.sub(r"\1", word)
        first = self.vowels[0] if word[:1] in self.vowels else word[:1]
        rest = "".join(one for one in word[1:] if one not in self.vowels + self.glides)
        return first + rest
