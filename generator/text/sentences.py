"""Sentences: where each of a line begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_CUT_SHORT = re.compile(rf"(?:^|[\s(\"'\-.])(?:{'|'.join((*_TITLES, *_SHORT))})\.\s*$")


def sentence_starts(line: str) -> Iterator[int]:
    """The index of the first character of each sentence.

    A sentence does not end after a title such as "Maj.-Gen.", which the library takes for its end.
    """
    at, before = 0, ""
    for sentence in sentencex.segment("en", line) if line else ():
        start = line.index(sentence, at)
        at = start + len(sentence)
        if not _CUT_SHORT.search(before):
            yield start
        before = sentence
