"""Looking up: where words stand in the documents, and who or what is called by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.entries import Entries
from generator.problems import Place, Problem
from generator.text.folding import fold_line, fold_with_origins

AROUND = 80
"""So many characters on each side of a passage are shown."""


def matches(text: str, entries: Entries) -> Iterator[Problem]:
    """Entities with a spelling that holds `text`, then the passages; case does not matter.

    Typography is folded as for quotations. Each is told as a problem is: its place and words.
    """
    sought = re.compile(re.escape(fold_line(text)), re.IGNORECASE)
    for entity in entries.entities:
        names = [one.name for one in entity.record.spellings if sought.search(fold_line(one.name))]
        if names:
            yield Problem(Place(entity.path), entity.ref, "; ".join(names))
    for name, seed in sorted(entries.seeds.items()):
        for number, line in enumerate(seed.text.split("\n"), start=1):
            folded = fold_with_origins(line)
            for match in sought.finditer(folded.text):
                start, end = folded.span(*match.span())
                passage = line[max(start - AROUND, 0) : end + AROUND].strip()
                yield Problem(Place(f"seeds/{name}", number, start + 1), "passage", passage)
