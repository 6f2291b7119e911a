"""Joins the end of a line to the beginning of the next: words, hyphens, dashes and scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.intake.document import Remark

JOINED = "words broken at the end of a line were joined"
UNSURE = "the document has this word nowhere else; check whether the hyphen belongs to it"
UNSURE_KEPT = "a hyphen at the end of a line was kept; check whether it belongs to the word"
KEPT = "hyphens at the end of a line were kept, because the document has them elsewhere"
ADDRESS = "addresses broken at the end of a line were joined"

_BROKEN = re.compile(r"(?P<head>[^\W_]+(?:['’-][^\W_]+)*)(?P<hyphen>[-\u2010\xad])$")
_NEXT = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_WORDS = re.compile(r"[^\W_]+(?:[-'’\u2010][^\W_]+)*")
_SUSPENDED = frozenset(
    [
        "and",
        "or",
        "to",
        "und",
        "oder",
        "bzw",
        "bis",
        "et",
        "ou",
        "y",
        "e",
        "o",
        "u",
        "и",
        "или",
        "e",
        "ed",
        "en",
        "of",
    ]
)
"""Words that follow a hyphen that stays: German "Vor- und Nachteile"."""

_UNSPACED = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff]"
)
"""Letters and marks of scripts without spaces between words: Chinese, Japanese, Thai and the like."""

_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
_ONES = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
    ]
)
_FIRST_PARTS = frozenset(["well", "ill", "self", "half", "ever", "newly"])
"""What few English words begin with, except compounds that keep their hyphen: "well-built"."""

_ENDINGS = re.compile(r"(?:ness|ish|less|hood|ington|being)|.{1,3}$")
"""What follows one of these in other words: "ill-ness", "well-ington"."""

_END_LETTERS = 200  # letters of a paragraph, in which its last word is looked for
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/._?=&]$")
_LABEL = re.compile(r"[^\W\d_][\w-]*:(?:\s|$)")  # "Source: …" begins a line of a list


@dataclass(slots=True)
class Seam:
    """Where lines are joined, with what was done there; `words` are the words of the document.

    The hyphen stays if the document has the broken word elsewhere with a hyphen, or has both parts but
    never the whole word. It stays in numbers, and in what is usually a compound, such as "well-built".
    """

    words: Counter[str]
    remarks: list[Remark] = field(default_factory=list)

    def join(self, before: str, after: str, where: str) -> str:
        """Two parts of a paragraph as one text, which ends with all of `after`."""
        if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after[:1]):
            return before + after
        end = before[-_END_LETTERS:]
        if _ADDRESS.search(end):
            if _begins_anew(end, after):
                return f"{before} {after}"
            whole = end.rsplit(maxsplit=1)[-1] + after.split(maxsplit=1)[0]
            self._remark(ADDRESS, whole, where, doubt=True)
            return before + after
        broken, following = _BROKEN.search(end), _NEXT.match(after)
        if broken and following:
            return self._word(before, after, broken, following[0], where)
        if before.endswith(("—", "/")) and not before[-2:-1].isspace():
            return before + after
        return f"{before} {after}"

    def _word(
        self, before: str, after: str, broken: re.Match[str], following: str, where: str
    ) -> str:
        head, hyphen = broken["head"], broken["hyphen"]
        stem, whole, compound = before[:-1], f"{head}{following}", f"{head}-{following}"
        if hyphen == "\xad":
            self._remark(JOINED, whole, where)
            return stem + after
        if following in _SUSPENDED:
            return f"{before} {after}"
        if not head[-1].isalpha() or not following[0].isalpha() or following[0].isupper():
            return before + after
        if self._knows(compound) and not self._knows(whole):
            self._remark(KEPT, compound, where)
            return before + after
        if self._knows(whole):
            self._remark(JOINED, f"{compound} → {whole}", where)
            return stem + after
        if head.casefold() in _TENS and following in _ONES:
            return before + after
        compounded = head.casefold() in _FIRST_PARTS and not _ENDINGS.match(following)
        if compounded or (self._knows(head) and self._knows(following)):
            self._remark(UNSURE_KEPT, compound, where, doubt=True)
            return before + after
        self._remark(UNSURE, f"{compound} → {whole}", where, doubt=True)
        return stem + after

    def _knows(self, word: str) -> bool:
        return self.words[word.casefold()] > 0

    def _remark(self, what: str, shown: str, where: str, *, doubt: bool = False) -> None:
        self.remarks.append(Remark(what, shown, where, doubt))


def _begins_anew(end: str, after: str) -> bool:
    """Whether what follows an address is no more of it: another sentence, or a label."""
    return (end[-1] in ".?" and after[:1].isupper()) or _LABEL.match(after) is not None


def words_of(lines: Iterable[str]) -> Counter[str]:
    """How often each word occurs unbroken in the lines."""
    words: Counter[str] = Counter()
    broken = False
    for line in lines:
        whole = _NEXT.sub("", line, count=1) if broken and _NEXT.match(line) else line
        found = _BROKEN.search(line[-_END_LETTERS:])
        broken = found is not None
        if found:
            whole = whole[: len(whole) - len(found[0])]
        words.update(word.casefold() for word in _WORDS.findall(whole))
    return words
