"""Spellings: which documents use which name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.atlas.atlas import Atlas
from generator.text.matching import is_inside_word, occurrences

_LETTERS = re.compile(r"[^\W_]+")


def written_in(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """The documents that contain a name, by its folded spelling.

    A name that only stands inside longer names is not contained: "Iraq" in "Islamic State of Iraq"
    is no mention of Iraq. A document can only contain a name if it has each of its words, so only
    the documents with its rarest word are searched.
    """
    texts = {ref: one.seed.flat for ref, one in atlas.documents.items() if one.seed}
    having: defaultdict[str, list[str]] = defaultdict(list)
    for ref, text in texts.items():
        for word in set(_LETTERS.findall(text)):
            having[word].append(ref)
    searched: defaultdict[str, list[str]] = defaultdict(list)
    for name in atlas.names.by_spelling:
        words = _LETTERS.findall(name)
        for ref in min((having.get(word, []) for word in words), key=len, default=[*texts]):
            searched[ref].append(name)
    found = {name: dict[str, None]() for name in atlas.names.by_spelling}
    for ref, text in texts.items():
        for name in _named(searched[ref], text):
            found[name][ref] = None
    return {name: tuple(documents) for name, documents in found.items()}


def _named(names: Iterable[str], text: str) -> Iterator[str]:
    """The names that stand in a text, once for each place outside all longer ones."""
    places = sorted(
        (start, -(start + len(name)), name) for name in names for start in _places(name, text)
    )
    reached = 0
    for _, end, name in places:
        if -end > reached:
            reached = -end
            yield name


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text as whole words."""
    for start in occurrences(name, text):
        if not is_inside_word(text, start) and not is_inside_word(text, start + len(name)):
            yield start
