"""Word forms: how a text may write the words that a language file lists.

English words are found as they are listed. Words of other languages may have something joined to
them, be written with other letters or with vowel signs, or be split within a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.text.matching import any_of, pattern_of

APART = "…"
"""In a phrase: any words of the same clause."""

GOES_ON = "*"
"""In a phrase: any further letters of the word."""

_WORD_BETWEEN = r" [^\s\"]*(?:[^\s\",.;:!?()|،؛؟]|[0-9]\.)"
_BETWEEN = rf"(?:{_WORD_BETWEEN}){{0,12}}?"
_WORD = r"[^\s.,;:!?\"،؛؟]+"
_STARTS = re.compile(r"\A|(?<=[ '-])")
_TATWEEL = "\u0640"  # makes a word of Arabic letters longer; it may have marks itself
_NO_MORE = r"\s*(?:[,.;:!?()\"|،؛؟-]|$)"


@dataclass(frozen=True, eq=False)
class WordForms:
    """How a language writes its words; compared by identity, so that it can be a key.

    - `joined` is what may be joined to the front of any word, such as "و" ("and").
    - Each of `alike` is a group of letters that texts write for one another, such as "أإآا".
    - `marks` are signs of letters that a text may have or not.
    - `joining` are words that begin another clause, such as "und".
    - If `loose`, a space in a phrase may be missing.
    """

    joined: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    marks: str = ""
    joining: tuple[str, ...] = ()
    loose: bool = False

    @cached_property
    def start(self) -> str:
        """A pattern of the beginning of a word, with what is joined to its front."""
        return self.start_but(())

    @cached_property
    def end(self) -> str:
        """A pattern of the end of a word."""
        return rf"(?![\w{self.marks}])"

    @property
    def _begin(self) -> str:
        """A pattern of the beginning of a word, or of a comma before one: ", assure le maire"."""
        return rf"(?:(?<![\w{self.marks}])|(?=[,،\"]))" if self.marks else r"(?:\b|(?=[,\"]))"

    @property
    def _joined(self) -> str:
        return f"(?:{'|'.join(map(self.letters, self.joined))})?" if self.joined else ""

    @cached_property
    def _marked(self) -> str:
        """A pattern of the marks that a letter may have.

        A class of at most two ranges is compiled five times as fast, and there are thousands.
        """
        marks = f"[{self.marks.replace(_TATWEEL, '')}]*" if self.marks else ""
        return f"{marks}(?:{_TATWEEL}{marks})*" if _TATWEEL in self.marks else marks

    @property
    def space(self) -> str:
        """A pattern of a space in a phrase."""
        return " ?" if self.loose else " "

    @property
    def few(self) -> str:
        """A pattern of a few words of the same clause, or of none."""
        more = (
            f"(?!(?:{'|'.join(map(self.letters, self.joining))}){self.end})" if self.joining else ""
        )
        return rf"(?: {more}{_WORD}){{0,5}}?"

    def either(self, phrases: Iterable[str]) -> str:
        """A pattern of any of the phrases, the longest first; without phrases, it matches nothing.

        A word may go on where it has `*`. "…" stands for any words of the same clause; if the last
        word then has a full stop, the clause must end with it: "lehnte … ab.".
        """
        longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        return any_of([*map(self.phrase, longest_first)])

    def whole(self, phrases: Iterable[str], but: Iterable[str] = (), also: str = "") -> str:
        """A pattern of any of the phrases as whole words, unless they are part of one of `but`.

        `also` is a pattern of further words.
        """
        words = "|".join(filter(None, (self.either(phrases), also)))
        return f"{self.start_but(but)}(?:{words}){self.end}"

    def start_but(self, but: Iterable[str]) -> str:
        """A pattern of the beginning of a word that is not part of one of these phrases."""
        return f"{self._begin}{self._unless(but)}{self._joined}"

    def after_that(self, words: Iterable[str]) -> str:
        """A pattern of a word such as "that", later in its clause or in the next."""
        return rf"(?: [^\s.;:!?\"]+){{0,6}}?,? {self.either(words)}{self.end}"

    def _unless(self, but: Iterable[str]) -> str:
        """A pattern of a place where none of these phrases begins; "" without phrases."""
        splits = [split for phrase in but for split in _splits(phrase)]
        if not splits:
            return ""
        inside = (
            (rf"(?<=\b{self.letters(before, marked=False)})" if before else "")
            + f"{self.start}{self.phrase(rest)}{self.end}"
            for before, rest in splits
        )
        return f"(?!{'|'.join(inside)})"

    def phrase(self, phrase: str) -> str:
        """A pattern of one phrase.

        Before a letter with `*`, the space can't be missing: "قد ي*" is not in "قديم".
        """
        words, pattern = phrase.split(), ""
        ends = APART in words and words[-1].endswith(".")
        for word in words:
            space = (" " if GOES_ON in word[:2] else self.space) if pattern else ""
            pattern += _BETWEEN if word == APART else space + self.letters(word)
        if not ends:
            return pattern
        more = "|".join(map(self.letters, self.joining))
        after = rf"|\s(?:{more}){self.end}" if more else ""
        return rf"{pattern[: -len(self.letters('.'))]}(?={_NO_MORE}{after})"

    def letters(self, text: str, *, marked: bool = True) -> str:
        """A pattern of a text with all the letters and marks that it may be written with."""
        return "".join(self._letter(letter, marked=marked) for letter in text)

    def _letter(self, letter: str, *, marked: bool) -> str:
        if letter == GOES_ON:
            return "[^ ]*?"
        same = next((group for group in self.alike if letter in group), letter)
        pattern = re.escape(letter) if same == letter else f"[{re.escape(same)}]"
        return f"{pattern}{self._marked}" if marked and letter.isalpha() else pattern


def _splits(phrase: str) -> Iterator[tuple[str, str]]:
    """The phrase split before each of its words, also between "l'" and "annonce"."""
    for start in _STARTS.finditer(phrase):
        before, rest = phrase[: start.start()], phrase[start.start() :]
        if APART in before or GOES_ON in before:
            return
        yield before, rest


class _AsListed(WordForms):
    """Words that are written as listed; any phrase with another sense begins with the word itself."""

    def phrase(self, phrase: str) -> str:
        return f"{_BETWEEN} ".join(map(pattern_of, phrase.split(APART)))

    def after_that(self, words: Iterable[str]) -> str:
        return rf" {self.either(words)}\b"

    def _unless(self, but: Iterable[str]) -> str:
        listed = tuple(but)
        return rf"(?!{self.either(listed)}{self.end})" if listed else ""


AS_LISTED = _AsListed()
