"""How a question stands: the verdict on its page, and between whom it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.findings.findings import find_out
from generator.markup.escaping import Html, text_of
from generator.markup.writer import Desk
from generator.pages.disputes import disputes
from generator.pages.stands import stands
from tests.made_up import MadeUp, made_up
from tests.test_sides import CAME, QUESTIONS, counts, desk_of, says

DAY = "1903-05-02"
CONTRADICT = "Some answers contradict each other."
TWO_CONTRADICT = "The two answers contradict each other."
APART = (
    "No amounts here contradict each other: some are about different things and some fit together."
)


def stood(facts: Mapping[str, MadeUp], ref: str = "questions/stay") -> str:
    """How a question stands, as plain text."""
    return text_of(stands(ref, desk_of(facts)))


def test_a_verdict_names_those_whom_it_is_between_if_others_are_on_their_sides() -> None:
    """Where all of two sides clash, the sides show it."""
    facts = {"a/1": says("stayed", when=DAY), "b/2": says("left", when=DAY)}
    assert stood(facts) == TWO_CONTRADICT
    facts["c/3"] = says("stayed", "the miller", said_on="1904")
    assert (
        stood(facts)
        == f"{CONTRADICT} In detail: “They left” (B, 2 May 1903) contradicts “They stayed” (A, 2 May 1903)."
    )


def test_a_clash_without_a_date_has_none() -> None:
    """It has the name alone."""
    facts = {
        "a/1": says("stayed", when=DAY),
        "b/2": says("left", when=DAY),
        "c/3": says("stayed"),
    }
    assert stood(facts).endswith(
        " In detail: “They left” (B, 2 May 1903) contradicts “They stayed” (A, 2 May 1903)."
    )
    assert "unless" in stood({"b/2": facts["b/2"], "c/3": facts["c/3"]})


def test_an_answer_of_several_is_named_once() -> None:
    """With all who give it; a document's own words for a time are left to the list of pairs."""
    ada: MadeUp = {"attributed_to": "Ada", "attributed_as": "so Ada"}
    facts = {
        "a/1": {**says("stayed", said_on="[..1903-05-02]", said_as_stated="at once"), **ada},
        "a/2": says("stayed", when="[1902..1904]"),
        "a/3": says("stayed", when="1905"),
        "b/4": says("left", when=DAY),
    }
    who = "Ada, in A, said by 2 May 1903; A, between 1902 and 1904"
    told = f"“They left” (B, 2 May 1903) may contradict “They stayed” ({who})."
    assert stood(facts).endswith(f" In detail: {told}")


LATER: MadeUp = {"said_on": "1905"}
NO_TIME: MadeUp = {"choices": [{"answers": "questions/stay", "choice": "stayed"}]}


@pytest.mark.parametrize(
    ("first", "third", "clash"),
    [
        ({"when": DAY}, LATER, "“They left” (B, 2 May 1903) contradicts “They stayed” (A, 2 May 1903)"),
        (
            {"when": DAY, "attributed_to": "Ada", "attributed_as": "so Ada"},
            LATER,
            "“They left” (B, 2 May 1903) contradicts “They stayed” (Ada, in A, 2 May 1903)",
        ),
        (
            {"when": DAY, "attributed_to": "Ada", "attributed_as": "so Ada", "via": ["a guard"]},
            LATER,
            "“They left” (B, 2 May 1903) contradicts “They stayed” (Ada, in A, 2 May 1903)",
        ),
        (
            {"when_as_stated": "at first"},
            NO_TIME,
            "“They left” (B, 2 May 1903) may contradict “They stayed” (A)",
        ),
        (
            {"when": "1902"},
            NO_TIME,
            "“They left” (B, 2 May 1903) would contradict “They stayed” (A, 1902)",
        ),
    ],
)  # fmt: skip
def test_a_clash_names_the_answers(first: MadeUp, third: MadeUp, clash: str) -> None:
    """Their speakers alone don't say what is disputed; the verb says how sure it is."""
    facts = {
        "a/1": says("stayed", **first),
        "b/2": says("left", when=DAY),
        "c/3": {**says("stayed"), **third},
    }
    assert stood(facts).endswith(f" In detail: {clash}.")


def test_amounts_that_clash_are_named_with_whom_they_count() -> None:
    """Each once, with all that it clashes with."""
    facts = {
        "a/1": counts(number=700, when=DAY),
        "b/2": counts(number=800, when=DAY),
        "c/3": counts(number=900, when=DAY),
        "d/4": counts(number=700, when="1905"),
    }
    assert stood(facts, "questions/came") == (
        f"{CONTRADICT} In detail: 800 people (guards) against 700 people (guards); "
        "900 people (guards) against 700 people (guards) and 800 people (guards)."
    )


def test_many_clashes_are_not_named() -> None:
    """The list of pairs has them."""
    facts = {f"a/{n}": counts(f"carter {n}", number=n * 100, when=DAY) for n in range(1, 6)}
    facts["b/6"] = counts(number=9000, when="1905")
    assert stood(facts, "questions/came") == CONTRADICT


@pytest.mark.parametrize(
    ("least", "more", "told"),
    [
        ({"at_least": 500}, 700, f"{APART} {{}}, such as at least 500 people."),
        ({"more_than": 500}, 700, f"{APART} {{}}, such as more than 500 people."),
        ({"at_most": 900}, 700, APART),
        ({"at_least": 700}, 700, APART),
    ],
)
def test_a_minimum_is_called_one_beside_a_larger_amount(
    least: MadeUp, more: int, told: str
) -> None:
    """A reader may take it for the whole number."""
    facts = {
        "a/1": counts(**least, when=DAY),
        "b/2": counts(number=more, when=DAY),
        "c/3": counts(number=9, basis="sent", when=DAY),
    }
    words = "A larger number does not contradict a minimum"
    assert stood(facts, "questions/came") == told.format(words)


@pytest.mark.parametrize(
    ("second", "whom", "reasons"),
    [
        ({"when": "1905", "at_least": 600}, "guards", "they are about different times"),
        ({"when": DAY, "number": 9, "basis": "sent"}, "guards", "they are about different things"),
        ({"when": DAY, "number": 9}, "carters", "they are about different people"),
    ],
)
def test_the_reason_why_no_amount_contradicts_another_is_named(
    second: MadeUp, whom: str, reasons: str
) -> None:
    """And no other reason is."""
    other = counts(**second)
    other["figures"][0]["population"] = [whom]
    facts = {"a/1": counts(number=700, when=DAY), "b/2": other}
    told = f"No amounts here contradict each other: {reasons}."
    assert stood(facts, "questions/came") == told


def test_amounts_whose_times_overlap_are_about_different_times() -> None:
    """They are not about different things."""
    span = {**CAME, "basis": {"there": {"label": "there", "time": "span"}}}
    times = {"a/1": (700, "1903-01/1903-06"), "b/2": (900, "1903-04/1903-09")}
    facts = {one: counts(number=number, when=when) for one, (number, when) in times.items()}
    atlas = made_up(facts, questions={**QUESTIONS, "came": span})
    told = text_of(stands("questions/came", Desk(atlas, find_out(atlas), "index.md")))
    assert told == "No amounts here contradict each other: they are about different times."


def test_a_dispute_beside_an_entity_explains_readings() -> None:
    """There too a reader sees which answers are our reading."""
    read: MadeUp = {"inferred": {"choices": "it says only that they sat down"}}
    facts = {"a/1": says("stayed", when=DAY, **read), "b/2": says("left", when=DAY)}

    def explained(some: Mapping[str, MadeUp]) -> list[str]:
        found = disputes(desk_of(some), ["questions/stay"], [], lambda _: Html(""))
        return [text_of(one.readings) for one in found]

    assert explained(facts) == ["“Our reading”: the document's words don't say this outright."]
    assert explained({"b/2": facts["b/2"]}) == [""]
