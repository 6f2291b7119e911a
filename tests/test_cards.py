"""Cards: a question in a few lines, with the sides and the verdict of its own page."""

from __future__ import annotations

from typing import Any

import pytest

from generator.findings.findings import find_out
from generator.markup.escaping import text_of
from generator.markup.writer import Desk
from generator.pages.cards import by_standing, liveliest, verdict
from tests.made_up import MadeUp, made_up

QUESTIONS: dict[str, MadeUp] = {
    "stay": {
        "title": "Did they stay?",
        "population": {"guards": "guards", "carters": "carters"},
        "basis": {"then": {"label": "at that time", "time": "moment"}},
        "choices": {"stayed": "They stayed", "left": "They left", "hid": "They hid"},
        "contrary": [["stayed", "left"]],
    },
    "who": {"title": "Who rang?", "choices": {"smith": "The smith", "miller": "The miller"}},
}


def says(choice: str, ref: str = "stay", when: str | None = None, *people: str) -> MadeUp:
    """A fact that gives one choice."""
    answer: dict[str, Any] = {"answers": f"questions/{ref}", "choice": choice}
    if ref == "stay":
        answer |= {"basis": "then", **({"population": [*people]} if people else {})}
    return {"choices": [answer], "type": "event", **({"when": when} if when else {})}


def desk_of(facts: dict[str, MadeUp]) -> Desk:
    """A desk for these facts."""
    atlas = made_up(facts, questions=QUESTIONS)
    return Desk(atlas, find_out(atlas), "index.md")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("1903-05", "guards"), ("1903-05", "guards"), "The two answers contradict each other."),
        (
            (None, "guards"),
            ("1903-05", "guards"),
            "The two answers contradict each other, unless they are about different times.",
        ),
        (("1903-05",), ("1903-05", "guards"), "unless they are about different people or groups."),
        ((None,), ("1903-05", "guards"), "unless they are about different times or people."),
        (
            ("1903", "guards"),
            ("1905", "guards"),
            "The two answers would contradict each other, but are about different times.",
        ),
    ],
)
def test_the_verdict_names_what_would_part_the_answers(
    one: tuple[str | None, ...], other: tuple[str | None, ...], told: str
) -> None:
    """The time, the people, or either."""
    first, second = (
        says(choice, "stay", given[0], *(name for name in given[1:] if name))
        for choice, given in (("stayed", one), ("left", other))
    )
    desk = desk_of({"a/1": first, "b/2": second})
    assert text_of(verdict("questions/stay", desk)).endswith(told)


def test_that_answers_differ_is_not_a_verdict() -> None:
    """Nothing is declared about the smith and the miller, so nothing is said about them."""
    desk = desk_of({"a/1": says("smith", "who"), "b/2": says("miller", "who")})
    assert verdict("questions/who", desk) == ""


def test_contradictions_come_first_and_lead_with_their_sides() -> None:
    """Then what most documents answer; where nothing is opposed, a line is enough."""
    facts = {f"{name}/{n}": says("smith", "who") for n, name in enumerate("abc")}
    facts |= {"a/7": says("miller", "who"), "a/8": says("hid", "stay", "1903-05", "guards")}
    facts |= {"b/9": says("stayed", "stay", "1903-05", "guards")}
    calm = [text_of(card.question) for card in liveliest(desk_of(facts), 2)]
    assert calm == ["Who rang?", "Did they stay?"]
    facts["b/10"] = says("left", "stay", "1903-05", "guards")
    desk = desk_of(facts)
    first, second = liveliest(desk, 2)
    assert text_of(first.question) == "Did they stay?"
    assert first.lead is not None
    assert [text_of(line.says) for line in first.lead.lines] == [
        "They stayed (guards)",
        "They left (guards)",
        "They hid (guards)",
    ]
    assert second.lead is None
    assert first.answered == "3 answers in 3 claims from 2 documents"
    assert second.answered == "2 answers in 4 claims from 3 documents"
    assert [group.key for group in by_standing(desk)] == ["contradict", "differ"]


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (1, "The two answers contradict each other. At least one of them is our reading."),
        (2, "Some answers contradict each other."),
    ],
)
def test_the_verdict_says_that_it_rests_on_our_reading(left: int, told: str) -> None:
    """If there is no contradiction between answers that are stated."""
    read = {**says("left", "stay", "1903-05", "guards"), "inferred": {"choices": "it says gone"}}
    stated = says("left", "stay", "1903-05", "guards")
    others = {f"b/{number}": one for number, one in enumerate([read, stated][:left], start=2)}
    desk = desk_of({"a/1": says("stayed", "stay", "1903-05", "guards"), **others})
    assert text_of(verdict("questions/stay", desk)) == told
