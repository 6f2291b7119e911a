"""Neighbours: the facts most like the one being written, so that none is recorded twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.names import index
from generator.atlas.prose import pieces_of, plain_words

LEAST_LIKENESS = 70.0
"""The least likeness of two statements, from 0 to 100, that is worth a look."""

MOST_SHOWN = 4
"""How many are shown."""

_NO_NAMES = index(())


@dataclass(frozen=True, slots=True)
class NearFact:
    """A fact, and why it is shown: it has the same words, or says something like it."""

    claim: Claim
    why: str


def neighbours(
    statement: str, spans: list[tuple[int, int]], ref: str, own: str, atlas: Atlas
) -> list[NearFact]:
    """The nearest facts: first those with the same words of the document, then similar statements.

    `spans` are the ranges of the quotes in the document, and `own` is the fact itself.
    """
    found = {one.claim.id: one for one in _same_words(spans, ref, atlas) if one.claim.id != own}
    for near in _like(statement, atlas):
        if near.claim.id != own:
            found.setdefault(near.claim.id, near)
    return list(found.values())[:MOST_SHOWN]


def _same_words(spans: list[tuple[int, int]], ref: str, atlas: Atlas) -> Iterator[NearFact]:
    def shared(claim: Claim) -> int:
        places = [one.place for one in claim.quotes if one.place]
        return sum(
            max(0, min(end, place.end) - max(start, place.start))
            for place in places
            for start, end in spans
        )

    claims = [(shared(claim), claim) for claim in atlas.drawn_from.get(ref, ())]
    for amount, claim in sorted(claims, key=lambda one: (-one[0], one[1].id)):
        if amount:
            yield NearFact(claim, "quotes the same words")


def _like(statement: str, atlas: Atlas) -> Iterator[NearFact]:
    words = plain_words(pieces_of(statement, _NO_NAMES)).casefold() if statement else ""
    if len(words) < 10:
        return
    likeness = [
        (fuzz.token_sort_ratio(words, claim.words.casefold(), score_cutoff=LEAST_LIKENESS), claim)
        for claim in atlas.claims.values()
    ]
    for score, claim in sorted(likeness, key=lambda one: (-one[0], one[1].id)):
        if score:
            yield NearFact(claim, "says something like it")
