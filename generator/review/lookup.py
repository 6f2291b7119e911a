"""Looking up: where documents say a text, and who or what has it as a name."""

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
    """A text that was found; `label` is the entity with it in a name, or "passage"."""

    place: Place
    label: str
    text: str


def hits(text: str, entries: Entries) -> Iterator[Hit]:
    """The entities with `text` in a name, then the places in the documents, in any case.

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
