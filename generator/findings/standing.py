"""How a question stands: the liveliest thing that comparing its answers brought, and who differs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from generator.atlas.atlas import AnswerKey
from generator.findings.compare import Comparison, Outcome

Standing = Literal["disagree", "unknown", "different", "agree", "alone"]
"""In the order of how much there is to be seen.

Some can't both be so; of some it can't be told; those that seem to differ count different things;
all agree or may be so; there is nothing to compare. "Can't be told" goes before "different":
where one pair is open, nobody may say that the answers only seem to differ.
"""

STANDINGS: tuple[Standing, ...] = get_args(Standing)

LIVELIEST_FIRST: tuple[Outcome, ...] = (
    "disagree",
    "compatible",
    "agree",
    "one-voice",
    "part-of",
    "unknown",
    "different",
)
"""Pairs that speak of the same thing come first, and of these those that disagree."""


def standing(pairs: Iterable[Comparison]) -> Standing:
    """How a question stands whose answers compare so."""
    found = {one.outcome for one in pairs}
    for outcome in STANDINGS[:3]:
        if outcome in found:
            return outcome
    return "agree" if found else "alone"


def contested(pairs: Iterable[Comparison]) -> frozenset[AnswerKey]:
    """The answers that another one contradicts."""
    sides = [(one.a, one.b) for one in pairs if one.outcome == "disagree"]
    return frozenset(side.key for pair in sides for side in pair)
