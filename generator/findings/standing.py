"""The standing of a question: the most telling outcome among its answers, and who contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from generator.atlas.atlas import AnswerKey
from generator.findings.compare import Comparison, Outcome

Standing = Literal["disagree", "unknown", "different", "agree", "alone"]
"""The standings of a question, the most telling first.

Some answers can't both be true; for some it can't be told; answers that seem to differ count
different things; all agree or can all be true; or there is nothing to compare. "Can't be told"
comes before "different": as long as one pair is open, nobody can say that the answers only seem to
differ.
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
"""The order of pairs on a page: those about the same thing first, and among them the contrary."""


def standing(pairs: Iterable[Comparison]) -> Standing:
    """The standing of a question with these comparisons."""
    found = {one.outcome for one in pairs}
    for outcome in STANDINGS[:3]:
        if outcome in found:
            return outcome
    return "agree" if found else "alone"


def contested(pairs: Iterable[Comparison]) -> frozenset[AnswerKey]:
    """The answers that another answer contradicts."""
    sides = [(one.a, one.b) for one in pairs if one.outcome == "disagree"]
    return frozenset(side.key for pair in sides for side in pair)
