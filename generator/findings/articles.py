"""Which names take an article in a sentence, as the statements have them: "the Quds Force", "Iran"."""

from __future__ import annotations

from collections import Counter

from generator.atlas.atlas import Atlas
from generator.atlas.prose import Link

POSSESSIVE = ("'s ", "’s ", "s' ", "s’ ")
"""What takes the article's place: "Iran's Quds Force"."""


def articled(atlas: Atlas) -> frozenset[str]:
    """The entities whose own name mostly follows the article, wherever a statement links it."""
    articles = tuple(f" {article} " for article in atlas.config.language.articles)
    found: Counter[tuple[str, bool]] = Counter()
    for claim in atlas.claims.values():
        before = ""
        for piece in claim.statement:
            if isinstance(piece, Link):
                entity = atlas.entities.get(piece.ref or "")
                if entity and piece.words == entity.record.name and not before.endswith(POSSESSIVE):
                    found[entity.ref, f" {before}".endswith(articles)] += 1
            before = piece.words.casefold()
    return frozenset(
        ref for ref, with_it in found if with_it and found[ref, True] > found[ref, False]
    )
