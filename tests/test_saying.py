"""What two answers say, whatever they are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.findings.quantities import Interval
from generator.findings.saying import (
    is_one_speaker,
    is_one_statement,
    of_choices,
    of_figures,
    yearly,
)
from generator.findings.scope import Extent, Scope
from generator.records import Choice, Figure, Question
from tests.made_up import MadeUp, claim, made_up, real_config


def amount(number: int | None = 12, **given: Any) -> Figure:
    """A figure, of twelve people unless more is said."""
    value = {} if number is None else {"number": str(number)}
    return Figure.model_validate({"as_stated": "12", "unit": "person", **value, **given})


def rate(number: int) -> Figure:
    """So many in a year."""
    return amount(number, per="year")


def share(number: int) -> Figure:
    """So many of a hundred."""
    return amount(number, unit="percent")


def where(people: Extent = "equal", time: Extent = "equal") -> Scope:
    """How two answers lie to each other."""
    return Scope("equal", people, time)


WORDS = real_config().numbers


@pytest.mark.parametrize(
    ("one", "other", "lie", "found"),
    [
        (amount(), amount(), where(), ("same", "same-amount")),
        (amount(), amount(13), where(), ("opposed", "apart")),
        (amount(), amount(None, at_least="12"), where(), ("fits", "meet")),
        (amount(), amount(None, more_than="12"), where(), ("opposed", "apart")),
        (amount(None, at_least="12"), amount(None, at_least="12"), where(), ("same", "same-amount")),
        # Words without an amount say nothing that could be the same.
        (amount(None, words="some"), amount(None, words="some"), where(), ("fits", "meet")),
        # A month's rate is made a year's.
        (amount(per="month", number=1), amount(per="year"), where(), ("same", "same-amount")),
        # A part fits within its whole, by the people or by the time.
        (amount(), amount(30), where("within"), ("fits", "part-fits")),
        (amount(), amount(30), where(time="within"), ("fits", "part-fits")),
        (amount(30), amount(), where("around"), ("fits", "part-fits")),
        (amount(30), amount(), where(time="around"), ("fits", "part-fits")),
        (amount(), amount(30), where("within", "within"), ("fits", "part-fits")),
        (amount(30), amount(), where("within"), ("opposed", "part-above-whole")),
        (amount(), amount(30), where("around"), ("opposed", "part-above-whole")),
        (amount(), amount(30), where(time="around"), ("opposed", "part-above-whole")),
        (amount(), amount(), where("within"), ("fits", "part-fits")),
        # The rate of a year may be above that of many, and a share of some above that of all.
        (rate(30), rate(12), where(time="within"), ("not-judged", "not-judged")),
        (rate(12), rate(30), where(time="around"), ("not-judged", "not-judged")),
        (rate(12), rate(30), where(time="within"), ("not-judged", "not-judged")),
        (rate(12), rate(12), where(time="within"), ("fits", "meet")),
        (rate(30), rate(12), where("within"), ("opposed", "part-above-whole")),
        (rate(12), rate(30), where("within"), ("fits", "part-fits")),
        (rate(30), rate(12), where("within", "within"), ("not-judged", "not-judged")),
        (share(30), share(12), where("within"), ("not-judged", "not-judged")),
        (share(12), share(12), where("around"), ("fits", "meet")),
        (share(30), share(12), where(), ("opposed", "apart")),
        # Whatever else is known of people and time changes nothing.
        (amount(), amount(13), where("unknown", "apart"), ("opposed", "apart")),
        (amount(), amount(), where("overlap", "unknown"), ("same", "same-amount")),
    ],
)  # fmt: skip
def test_what_two_amounts_say(
    one: Figure, other: Figure, lie: Scope, found: tuple[str, str]
) -> None:
    """The same, or things that can both be true, or things that can't."""
    assert of_figures(one, other, lie, WORDS) == found


def picked(name: str, *, denies: bool = False) -> Choice:
    """An answer in words."""
    return Choice.model_validate(
        {"answers": "questions/why", "choice": name, "denies": str(denies).lower()}
    )


ASKED = Question.model_validate(
    {
        "title": "Why?",
        "choices": {"bread": "for bread", "peace": "for peace", "war": "for war"},
        "contrary": [["peace", "war"]],
        "fitting": [["peace", "bread"]],
    }
)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (picked("peace"), picked("peace"), ("same", "same-choice")),
        (picked("peace", denies=True), picked("peace", denies=True), ("same", "same-choice")),
        (picked("peace"), picked("peace", denies=True), ("opposed", "denied")),
        (picked("peace", denies=True), picked("peace"), ("opposed", "denied")),
        (picked("peace"), picked("war"), ("opposed", "contrary")),
        (picked("war"), picked("peace"), ("opposed", "contrary")),
        (picked("peace", denies=True), picked("war"), ("not-judged", "not-judged")),
        (picked("peace"), picked("war", denies=True), ("not-judged", "not-judged")),
        (picked("peace", denies=True), picked("war", denies=True), ("not-judged", "not-judged")),
        (picked("peace"), picked("bread"), ("fits", "fitting")),
        (picked("bread"), picked("peace"), ("fits", "fitting")),
        (picked("peace", denies=True), picked("bread"), ("not-judged", "not-judged")),
        (picked("war"), picked("bread"), ("not-judged", "not-judged")),
    ],
)
def test_what_two_choices_say(one: Choice, other: Choice, found: tuple[str, str]) -> None:
    """The same, a thing and its denial, two that are declared contrary or fitting; else nothing is said."""
    assert of_choices(one, other, ASKED) == found


@pytest.mark.parametrize(
    ("given", "low"),
    [({}, 2), ({"per": "year"}, 2), ({"per": "month"}, 24), ({"per": "week"}, 2)],
)
def test_only_a_month_s_rate_is_converted(given: MadeUp, low: int) -> None:
    """Twelve months make a year."""
    found = yearly(amount(None, at_least="2", **given), WORDS)
    assert found == Interval(found.low, None)
    assert found.low == low


def tied(*ties: tuple[str, str, str]) -> MadeUp:
    """A fact with these relations."""
    relations = [{"subject": one, "relation": how, "object": other} for one, how, other in ties]
    return {"relations": relations}


LED = ("people/ada", "led", "units/guild")
MET = ("people/ada", "met", "people/edo")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"statement": "It rang."}, {"statement": "It rang."}, True),
        ({"statement": "It rang."}, {"statement": "it  rang."}, True),
        ({"statement": "It rang."}, {"statement": "It rang twice."}, False),
        ({"statement": "The [[units/guild|guild]] met."}, {"statement": "The guild met."}, True),
        (tied(LED), tied(LED), True),
        (tied(LED, LED), tied(LED), True),
        (tied(LED), tied(MET), False),
        (tied(LED, MET), tied(LED, MET), False),
        (tied(LED, MET), tied(LED), False),
        (tied(LED), tied(LED, MET), False),
        ({}, {}, False),
    ],
)
def test_what_is_one_statement(one: MadeUp, other: MadeUp, same: bool) -> None:
    """The same words, or one and the same single tie."""
    atlas = made_up({"letter/1": one, "report/2": other})
    assert is_one_statement(claim(atlas, "1"), claim(atlas, "2")) is same


def by(*speakers: str) -> MadeUp:
    """An answer of these speakers."""
    chosen = {"choices": [{"answers": "questions/why", "choice": "bread"}]}
    return (
        {**chosen, "attributed_to": [*speakers], "attributed_as": "they say"}
        if speakers
        else chosen
    )


QUESTIONS: Mapping[str, MadeUp] = {"why": {"title": "Why?", "choices": {"bread": "for bread"}}}


@pytest.mark.parametrize(
    ("facts", "one"),
    [
        ({"report/1": by(), "report/2": by()}, True),
        ({"letter/1": by(), "report/2": by()}, False),
        ({"report/1": by("people/ada"), "report/2": by("people/ada")}, True),
        ({"letter/1": by("people/ada"), "report/2": by("people/ada")}, False),
        ({"report/1": by("people/ada"), "report/2": by("people/edo")}, False),
        ({"report/1": by("people/ada"), "report/2": by()}, False),
        ({"report/1": by("people/ada", "people/edo"), "report/2": by("people/edo", "people/ada")}, True),
        ({"report/1": by("people/ada", "people/edo"), "report/2": by("people/ada")}, False),
        # Nothing tells whether two without a name are one.
        ({"report/1": by("a guard"), "report/2": by("a guard")}, True),
        ({"report/1": by("unnamed"), "report/2": by("unnamed")}, False),
        ({"report/1": by("people/ada", "unnamed"), "report/2": by("people/ada", "unnamed")}, False),
    ],
)  # fmt: skip
def test_who_is_one_speaker(facts: Mapping[str, MadeUp], one: bool) -> None:
    """The same speakers, in the same document."""
    a, b = made_up(facts, questions=QUESTIONS).answers["questions/why"]
    assert is_one_speaker(a, b) is one
