"""Rule 6 of the quote contract: a denial is neither cut off nor lost, a hedge not lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import Sighting
from generator.problems import Problem, show
from generator.rules.attribution import APPOSED
from generator.rules.evidence import texts, unexplained
from generator.text.seed import Seed

_CLAUSE_END = re.compile(r"[,;:.!?()\"](?=\s|$)|\s-+\s|\"")


def no_denial_is_cut_off(atlas: Atlas) -> Iterator[Problem]:
    """No negation stands in the clause that a quotation's edge cuts, just outside the quotation.

    "denied that the positions … belonged to the IRGC" is not quoted from "the positions" on.
    A negation that another passage of the fact holds is not lost.
    """
    negation = atlas.config.language.negation
    for claim in atlas.claims.values():
        seed = claim.document.seed
        if seed is None:
            continue
        for index, sighting in enumerate(claim.quotes):
            if sighting.place is None or claim.fact.type in APPOSED:
                continue
            for start, end in _cut_off(sighting, seed):
                if _is_held(start, end, claim):
                    continue
                if found := negation.search(seed.folded.text[start:end]):
                    message = (
                        f"cuts off {show(found.group())} from its clause "
                        f"({show(seed.folded.text[start:end].strip())}); quote it too"
                    )
                    place = claim.entry.place("quote", index, "exact")
                    yield Problem(place, "denial-cut-off", message)


def _cut_off(sighting: Sighting, seed: Seed) -> Iterator[tuple[int, int]]:
    """The rests of the clauses that a quotation begins and ends in."""
    assert sighting.place is not None  # noqa: S101  asked before
    start, end = sighting.place.folded
    first = seed.folded_sentence(start)[0]
    last = seed.folded_sentence(end - 1)[1]
    text = seed.folded.text
    before = [match.end() for match in _CLAUSE_END.finditer(text, first, start)]
    yield (before[-1] if before else first), start
    after = _CLAUSE_END.search(text, end, last)
    inside = text[end - 1 : end]
    if not _CLAUSE_END.fullmatch(inside):
        yield end, (after.start() if after else last)


def _is_held(start: int, end: int, claim: Claim) -> bool:
    """Whether another passage of the fact holds the stretch, but for its edges."""
    return any(
        sighting.place
        and sighting.place.folded[0] <= start + 1
        and end - 1 <= sighting.place.folded[1]
        for sighting in claim.sightings
    )


def negations_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """Where the quote says no, the statement does, and the reverse.

    Else a note says why, and quotes the word: 'The quote's "not" belongs to the supposition'.
    """
    for claim in atlas.claims.values():
        if message := _lost(atlas.config.language.negation, claim):
            yield Problem(claim.entry.place("statement"), "negation", message)


def hedges_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """Where the quote says "may" or "likely", the statement has such a word, and the reverse.

    Else a note says why, and quotes the word. The words are those of `site_config/language.yaml`.
    """
    for claim in atlas.claims.values():
        if message := _lost(atlas.config.language.hedge, claim):
            yield Problem(claim.entry.place("statement"), "hedge", message)


def _lost(kind: re.Pattern[str], claim: Claim) -> str:
    """Which word of a kind either quote or statement has, and the other none; empty if none has."""
    theirs, ours = texts(claim.quotes, claim), claim.words
    in_quote = bool(kind.search(theirs))
    if in_quote == bool(kind.search(ours)):
        return ""
    who, other = ("quote", "statement") if in_quote else ("statement", "quote")
    word = unexplained(kind, theirs if in_quote else ours, claim)
    return word and (
        f"the {who} says {show(word)}, the {other} has no such word; keep it, or say in a note, "
        f"quoting “{word}”, why the meaning is the same"
    )
