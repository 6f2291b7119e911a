"""The standing of a whole question, and which of its answers another one contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from generator.atlas.atlas import Answer
from generator.findings.compare import OUTCOMES, Comparison, Outcome
from generator.findings.standing import DISPUTED, OPPOSED, STANDINGS, contested, standing
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
    return [Comparison(one, other, outcome, "same", "one", "same-amount") for outcome in found]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "alone"),
        (["contradict", "contradict-unless", "opposite-times", "agree"], "contradict"),
        (["agree", "opposite-times", "contradict-unless"], "contradict-unless"),
        (["opposite-times", "answer-differently"], "opposite-times"),
        (["agree", "answer-differently"], "differ"),
        (["agree", "count-different"], "differ"),
        (["fit", "different-times"], "differ"),
        (["change"], "differ"),
        (["agree"], "agree"),
        (["both-name"], "agree"),
        (["fit"], "agree"),
        (["one-voice"], "agree"),
        (["part-of"], "agree"),
    ],
)
def test_the_liveliest_pair_tells(found: list[Outcome], expected: str) -> None:
    """A contradiction before one with a doubt, this before opposites of different times."""
    assert standing(outcomes(found)) == expected


def test_contradictions_come_first() -> None:
    """Pairs are shown in the order of the verdicts: those that are opposed before all others."""
    assert OUTCOMES[:3] == ("contradict", "contradict-unless", "opposite-times")
    assert OUTCOMES[:3] == OPPOSED


def test_every_standing_is_met() -> None:
    """Some pair makes a question stand in each way."""
    pairs: list[list[Outcome]] = [
        ["contradict"],
        ["contradict-unless"],
        ["opposite-times"],
        ["answer-differently"],
        ["agree"],
        [],
    ]
    assert [standing(outcomes(one)) for one in pairs] == [*STANDINGS]


def test_which_answers_are_contradicted() -> None:
    """Both sides of each pair that contradicts; two answers of one fact are told apart."""
    first, second, third = some_answers()
    assert [one.key for one in (first, second, third)] == [
        (fact_id("a"), "figure", 0),
        (fact_id("a"), "figure", 1),
        (fact_id("b"), "figure", 0),
    ]
    how: list[Outcome] = ["agree", "contradict-unless", "contradict"]
    pairs = [
        Comparison(a, b, outcome, "same", "one", "same-amount")
        for (a, b), outcome in zip(combinations((first, second, third), 2), how, strict=True)
    ]
    assert contested(pairs) == {second.key, third.key}
    assert contested(pairs[:2]) == frozenset()


def test_only_what_may_be_about_one_time_makes_a_dispute() -> None:
    """Opposite answers about different times are opposed, but don't make a question disputed."""
    assert [one for one in OPPOSED if one not in DISPUTED] == ["opposite-times"]
