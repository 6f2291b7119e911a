"""Sentences: where each of a line begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import sentencex

_TITLES = (
    *("Adm", "Amb", "Asst", "Ayat", "Brig", "Capt", "Cdr", "Cdre", "Cmdr", "Cmdt", "Col", "Cpl"),
    *("Dr", "Eng", "Engr", "Fr", "Gen", "Gov", "Hajj", "Hoj", "Hojj", "Hon", "Insp", "Jr", "Lt"),
    *("Lieut", "Maj", "Messrs", "Mgr", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Pres"),
    *("Prof", "Pvt", "Rep", "Rev", "Sen", "Sgt", "Sr", "St", "Supt"),
)
"""Words before a name that end in a full stop inside a sentence."""

_SHORT = ("approx", "eds", "incl", "vol", "vols")
"""Other words cut short that the library takes for the end of a sentence."""

ENGLISH = "en"


def sentence_starts(
    line: str, language: str = ENGLISH, abbreviations: tuple[str, ...] = ()
) -> Iterator[int]:
    """The index of the first character of each sentence.

    A sentence does not end after a title such as "Maj.-Gen.", which the library takes for its end,
    or after an abbreviation of its language. Outside English, no sentence begins with a small
    letter.
    """
    at, before = 0, ""
    cut_short = _cut_short(abbreviations)
    for sentence in sentencex.segment(language, line) if line else ():
        start = line.index(sentence, at)
        at = start + len(sentence)
        goes_on = language != ENGLISH and before and sentence[:1].islower()
        if not goes_on and not cut_short.search(before):
            yield start
        before = sentence


@lru_cache(maxsize=16)
def _cut_short(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of a text's end after an abbreviation."""
    words = "|".join(map(re.escape, (*_TITLES, *_SHORT, *abbreviations)))
    return re.compile(rf"(?:^|[\s(\"'\-.])(?:{words})\.\s*$")
