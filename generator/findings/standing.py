"""How a question stands: the strongest outcome among its answers, and which of them differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from generator.atlas.atlas import AnswerKey
from generator.findings.compare import Comparison, Outcome

Standing = Literal["contradict", "contradict-unless", "opposite-times", "differ", "agree", "alone"]
"""Ordered by how much there is to see.

In turn: some answers contradict each other; some do, unless they are about different times or
people; some would, but are about different times; there are several answers, and no record says how
they relate; all fit together; there is nothing to compare.
"""

STANDINGS: tuple[Standing, ...] = get_args(Standing)

_SHOWS: dict[Outcome, Standing] = {
    "contradict": "contradict",
    "contradict-unless": "contradict-unless",
    "opposite-times": "opposite-times",
    "answer-differently": "differ",
    "count-different": "differ",
    "different-times": "differ",
    "change": "differ",
}
"""The standing of a question with such a pair; a question without any of these agrees."""

OPPOSED: tuple[Outcome, ...] = ("contradict", "contradict-unless", "opposite-times")
"""The verdicts on two opposed answers, the clearest first."""

DISPUTED = OPPOSED[:2]
"""The verdicts that make a question disputed: the two may be about one time."""


def standing(pairs: Iterable[Comparison]) -> Standing:
    """How a question with these comparisons stands."""
    found = {_SHOWS.get(pair.outcome, "agree") for pair in pairs}
    return next((one for one in STANDINGS if one in found), "alone")


def contested(pairs: Iterable[Comparison]) -> frozenset[AnswerKey]:
    """The answers that another one contradicts."""
    sides = [(one.a, one.b) for one in pairs if one.outcome == "contradict"]
    return frozenset(side.key for pair in sides for side in pair)
