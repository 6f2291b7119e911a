"""How a question stands as a whole, and which of its answers another one contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import get_args

import pytest

from generator.atlas.atlas import Answer
from generator.findings.compare import Comparison, Outcome
from generator.findings.standing import LIVELIEST_FIRST, STANDINGS, contested, standing
from tests.made_up import fact_id, made_up

LEFT = {"title": "How many left?", "unit": "person"}


def some_answers() -> tuple[Answer, ...]:
    """Three answers, two of them of one fact."""
    figure = {"as_stated": "12", "number": 12, "unit": "person", "answers": "questions/left"}
    facts = {"report/a": {"figures": [figure, figure]}, "report/b": {"figures": [figure]}}
    return made_up(facts, questions={"left": LEFT}).answers["questions/left"]


def outcomes(found: Iterable[Outcome]) -> list[Comparison]:
    """Pairs of answers, of which no more is asked than how they came out."""
    one, other, _ = some_answers()
    return [Comparison(one, other, outcome, "same") for outcome in found]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "alone"),
        (["disagree", "unknown", "different", "agree", "compatible"], "disagree"),
        (["agree", "different", "unknown"], "unknown"),
        (["different", "unknown"], "unknown"),
        (["agree", "different"], "different"),
        (["agree"], "agree"),
        (["compatible"], "agree"),
        (["one-voice"], "agree"),
        (["part-of"], "agree"),
        (["part-of", "different"], "different"),
    ],
)
def test_the_liveliest_pair_tells(found: list[Outcome], expected: str) -> None:
    """A contradiction before what is open, this before what only seems to differ."""
    assert standing(outcomes(found)) == expected


def test_every_outcome_has_a_place_in_the_order() -> None:
    """Pairs are shown in an order that has each outcome once, those that disagree first."""
    assert sorted(LIVELIEST_FIRST) == sorted(get_args(Outcome))
    assert LIVELIEST_FIRST[0] == "disagree"
    assert LIVELIEST_FIRST[-1] == "different"


def test_every_standing_is_ordered_by_itself() -> None:
    """A question of one pair stands at most as far back as its outcome does."""
    pairs: list[list[Outcome]] = [["disagree"], ["unknown"], ["different"], ["agree"], []]
    assert [standing(outcomes(one)) for one in pairs] == [*STANDINGS]


def test_which_answers_are_contradicted() -> None:
    """Both sides of each pair that disagrees; two answers of one fact are told apart."""
    first, second, third = some_answers()
    assert [one.key for one in (first, second, third)] == [
        (fact_id("a"), "figure", 0),
        (fact_id("a"), "figure", 1),
        (fact_id("b"), "figure", 0),
    ]
    how: list[Outcome] = ["agree", "unknown", "disagree"]
    pairs = [
        Comparison(a, b, outcome, "same")
        for (a, b), outcome in zip(combinations((first, second, third), 2), how, strict=True)
    ]
    assert contested(pairs) == {second.key, third.key}
    assert contested(pairs[:2]) == frozenset()
