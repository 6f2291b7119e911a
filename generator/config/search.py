"""Search: what the search knows about the words of each language, besides their spelling."""

from __future__ import annotations

from pydantic import Field

from generator.records.fields import LanguageCode, Line, Record


class Cut(Record):
    """One step in reducing a word to what its forms have in common.

    The first ending in `cut` that fits is replaced by the text beside it, if at least `keep`
    letters stay before it.
    """

    keep: int
    cut: dict[Line, str]


class LanguageWords(Record):
    """All that `defaults/search.yaml` says of one language; it explains each field."""

    small: tuple[Line, ...] = ()
    asking: tuple[Line, ...] = ()
    endings: tuple[Cut, ...] = ()
    forms: dict[Line, tuple[Line, ...]] = Field(default_factory=dict)
    near: tuple[tuple[Line, ...], ...] = ()


SearchWords = dict[LanguageCode, LanguageWords]
"""All of `defaults/search.yaml`."""
