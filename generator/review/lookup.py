"""Looking up: where words stand in the documents, and who or what is called by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.load.entries import Entries
from generator.problems import Place
from generator.text.folding import fold_line, fold_with_origins

SHOWN_AROUND = 80
"""Characters of a document shown on each side of what was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text was found: `label` is the entity that is called so, or "passage"."""

    place: Place
    label: str
    text: str


def hits(text: str, entries: Entries) -> Iterator[Hit]:
    """Entities with a spelling that holds `text`, then the passages; case does not matter.

    Typography is folded as for quotations.
    """
    sought = re.compile(re.escape(fold_line(text)), re.IGNORECASE)
    for entity in entries.entities:
        names = [
            alias.name for alias in entity.record.spellings if sought.search(fold_line(alias.name))
        ]
        if names:
            yield Hit(Place(entity.path), entity.ref, "; ".join(names))
    for name, seed in sorted(entries.seeds.items()):
        for number, line in enumerate(seed.text.split("\n"), start=1):
            folded = fold_with_origins(line)
            for match in sought.finditer(folded.text):
                start, end = folded.span(*match.span())
                passage = line[max(start - SHOWN_AROUND, 0) : end + SHOWN_AROUND].strip()
                yield Hit(Place(f"seeds/{name}", number, start + 1), "passage", passage)
