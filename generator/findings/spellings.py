"""Spellings: which documents use which name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from generator.atlas.atlas import Atlas
from generator.text.matching import stands_in

_LETTERS = re.compile(r"[^\W_]+")


def written_in(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """The documents that contain a name, by its folded spelling.

    A document can only contain a name if it has each of its words, so only the documents with its
    rarest word are searched.
    """
    texts = {ref: one.seed.flat for ref, one in atlas.documents.items() if one.seed}
    having: defaultdict[str, list[str]] = defaultdict(list)
    for ref, text in texts.items():
        for word in set(_LETTERS.findall(text)):
            having[word].append(ref)
    found = {}
    for name in atlas.names.by_spelling:
        words = _LETTERS.findall(name)
        searched = min((having.get(word, []) for word in words), key=len, default=[*texts])
        found[name] = tuple(ref for ref in searched if stands_in(name, texts[ref]))
    return found
