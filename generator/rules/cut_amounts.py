"""Rule 2 of the quote contract, for amounts: a quote cuts off no bound and no end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import SeedPlace
from generator.problems import Problem, show
from generator.rules.bounds import ABOUT, BOUNDS, NEAR, qualifiers_of
from generator.rules.evidence import sentences_of, words_of
from generator.text.number_words import DASHES, NumberWords
from generator.text.numbers import Spoken, Vague, joint_of, numbers, vague

_SPACED_DASH = re.compile(rf"\s[{DASHES}]\s")
_AT_MOST_A_WORD = re.compile(r"\s*(?:\w+\s+)?")


def no_bound_is_cut_off(atlas: Atlas) -> Iterator[Problem]:
    """A quotation does not cut "more than", "about" or the other end of a range off a number.

    "More than 70,000 came" may not be quoted from "70,000" on, "10 to 20 men" from "20" on, or
    "two hundred men" from "hundred" on, unless another passage of the fact contains the rest.
    """
    for claim in atlas.claims.values():
        for index, sighting in enumerate(claim.quotes):
            if sighting.place is None:
                continue
            for start, end in _whole_amounts(sighting.place, claim, atlas):
                if not _is_quoted(start, end, claim):
                    words = claim.seed.folded.text[start:end]
                    message = f"the quote cuts {show(words)} short; include all of it"
                    place = claim.entry.place("quote", index, "exact")
                    yield Problem(place, "amount-cut-off", message)
                    break


def _is_quoted(start: int, end: int, claim: Claim) -> bool:
    """Whether a passage of the fact contains the folded range."""
    places = (one.place.folded for one in claim.sightings if one.place)
    return any(first <= start and end <= last for first, last in places)


def _whole_amounts(place: SeedPlace, claim: Claim, atlas: Atlas) -> Iterator[tuple[int, int]]:
    """The folded ranges of amounts that reach over an end of a quote, and of the qualifiers of others."""
    start, end = place.folded
    first, last = sentences_of(place, claim.seed)
    text = claim.seed.folded.text[first:last]
    words = words_of(claim, atlas)
    amounts = numbers(text, words.numbers)
    said: tuple[Spoken | Vague, ...] = (*amounts, *vague(text, words.numbers))
    for low, high in ((first + one.start, first + one.end) for one in said):
        if low < start < high or low < end < high:
            yield low, high
    for index, amount in enumerate(amounts):
        if first + amount.start < start or end < first + amount.end:
            continue
        for told in qualifiers_of(text, amount, words.language):
            if told.name in (*BOUNDS, ABOUT):
                yield first + told.start, first + told.end
        for estimate in words.language.estimate.finditer(
            text, max(0, amount.start - NEAR), amount.start
        ):
            if _AT_MOST_A_WORD.fullmatch(text, estimate.end(), amount.start):
                yield first + estimate.start(), first + amount.end
        for one, other in pairwise(amounts[max(0, index - 1) : index + 2]):
            if _is_range(text, one, other, words.numbers):
                yield first + one.start, first + other.end


def _is_range(text: str, low: Spoken, high: Spoken, words: NumberWords) -> bool:
    """Whether two numbers that follow each other are the ends of one range."""
    between = low.end, high.start
    if _SPACED_DASH.fullmatch(text, *between) or joint_of(text, low, high, words):
        return True
    opened = words.range_before.search(text, max(0, low.start - NEAR), low.start)
    return bool(opened and words.range_joiner.fullmatch(text, *between))
