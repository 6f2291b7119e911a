"""What comparing brings: pairs by question and by fact, facts that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.compare import Comparison
from generator.findings.findings import find_out
from tests.made_up import MadeUp, answered_by, fact_id, made_up, name_of

QUESTIONS: Mapping[str, MadeUp] = {
    "came": {
        "title": "How many came?",
        "unit": "person",
        "population": {
            "guards": "Guards",
            "carters": "Carters",
            "all": {"label": "All", "made_of": ["guards", "carters"]},
        },
    },
    "guards-came": {
        "title": "How many guards came?",
        "broader": "questions/came",
        "within": {"population": ["guards"]},
    },
    "left": {"title": "How many left?", "unit": "person"},
}


def count(number: int, who: str = "guards", question: str = "came") -> MadeUp:
    """A figure that says how many came, or left."""
    people = {"population": [who]} if question == "came" else {}
    given = {"as_stated": "12", "unit": "person", "answers": f"questions/{question}"}
    return {**given, **people, "number": number}


def says(*figures: MadeUp, **fields: Any) -> MadeUp:
    """A fact with these figures, all of one year."""
    return {"figures": [*figures], "when": "1903", **fields}


def tied(other: str, how: str) -> MadeUp:
    """The field by which a record is tied to another."""
    return {"related_facts": [{"fact": fact_id(other), "how": how}]}


def pairs(some: tuple[Comparison, ...]) -> list[str]:
    """Each pair by the names of its facts, and its outcome."""
    return [f"{'-'.join(answered_by((one.a, one.b)))} {one.outcome}" for one in some]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Guards as three documents count them, and all, with a narrower question."""
    return made_up(
        {
            "letter/a": says(count(12)),
            "letter/b": says(count(12, "all"), count(9, question="left")),
            "report/c": says(count(13)),
            "report/d": says(count(14), count(12), count(8, question="left")),
            "report/e": says(count(12, "carters")),
        },
        questions=QUESTIONS,
    )


def test_pairs_by_question(atlas: Atlas) -> None:
    """Each question has the pairs of its answers; a narrower one those that lie within it."""
    found = find_out(atlas).by_question
    assert sorted(found) == ["questions/came", "questions/guards-came", "questions/left"]
    assert pairs(found["questions/left"]) == ["b-d contradict"]
    assert pairs(found["questions/guards-came"]) == [
        "a-c contradict",
        "a-d contradict",
        "a-d agree",
        "c-d contradict",
        "c-d contradict",
    ]
    assert len(found["questions/came"]) == 14


def test_pairs_by_fact(atlas: Atlas) -> None:
    """Each pair is listed once under each of its facts: a narrower question adds none."""
    found = find_out(atlas).by_fact
    assert pairs(found[fact_id("a")]) == [
        "a-b fit",
        "a-c contradict",
        "a-d contradict",
        "a-d agree",
        "a-e count-different",
    ]
    assert pairs(found[fact_id("b")]) == [
        "a-b fit",
        "b-c contradict",
        "b-d contradict",
        "b-d fit",
        "b-e fit",
        "b-d contradict",
    ]


def test_pairs_of_one_outcome(atlas: Atlas) -> None:
    """The pairs of a fact with one outcome; a fact that answers nothing has none."""
    found = find_out(atlas)
    assert pairs(found.of(fact_id("a"), "contradict")) == ["a-c contradict", "a-d contradict"]
    assert pairs(found.of(fact_id("a"), "contradict-unless")) == []
    assert found.of(fact_id("z"), "contradict") == ()


def test_what_contradicts_a_fact(atlas: Atlas) -> None:
    """By question, the other side of each pair, whichever side the fact is."""
    found = find_out(atlas)
    against = {
        name: {ref: answered_by(answers) for ref, answers in found.against(fact_id(name)).items()}
        for name in "abcde"
    }
    assert against == {
        "a": {"questions/came": ["c", "d"]},
        "b": {"questions/came": ["c", "d"], "questions/left": ["d"]},
        "c": {"questions/came": ["a", "b", "d", "d"]},
        "d": {"questions/came": ["a", "b", "c"], "questions/left": ["b"]},
        "e": {},
    }


def test_an_answer_that_contradicts_two_of_a_fact_is_named_once() -> None:
    """Two figures of one fact are both contradicted by one answer of another."""
    atlas = made_up({"report/a": says(count(1), count(2)), "report/b": says(count(3))}, questions=QUESTIONS)  # fmt: skip
    against = find_out(atlas).against(fact_id("a"))["questions/came"]
    assert [(name_of(one.claim.id), one.index) for one in against] == [("b", 0)]


def alike(facts: MadeUp) -> dict[str, str]:
    """For each fact that says the same as others, the first of them, by their names."""
    found = find_out(made_up(facts, questions=QUESTIONS)).alike
    return {name_of(fact): name_of(first) for fact, first in found.items()}


@pytest.mark.parametrize(
    ("facts", "groups"),
    [
        # The first in the documents stands for all, by whatever way they hang together.
        (
            {"a": says(count(1)), "b": says(count(2)), "c": says(count(2)), "d": says(count(1))},
            {"a": "a", "d": "a", "b": "b", "c": "b"},
        ),
        ({"b": says(count(1)), "a": says(count(1))}, {"b": "b", "a": "b"}),
        (
            {"a": {}, "b": tied("c", "repeats"), "c": tied("a", "repeats")},
            dict.fromkeys("abc", "a"),
        ),
        # A claim with two answers says more than one with either of them.
        ({"a": says(count(1)), "b": says(count(1), count(2)), "c": says(count(2))}, {}),
        ({"a": says(count(1), count(1)), "b": {}}, {}),
        # To update, dispute or be a part of another is not to say the same.
        ({"a": {}, "b": tied("a", "updates")}, {}),
        ({"a": {}, "b": tied("a", "disputes"), "c": tied("b", "part_of")}, {}),
    ],
)
def test_facts_that_say_the_same(facts: Mapping[str, MadeUp], groups: dict[str, str]) -> None:
    """They are known by the first of them in the documents; `test_alike` has the pairs."""
    assert alike({f"report/{name}": fields for name, fields in facts.items()}) == groups
