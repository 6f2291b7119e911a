"""Whether two answers are about one thing: in the same sense, about the same people, at the same time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.atlas.atlas import Answer, Atlas
from generator.findings.scope import Scope, kind_of_time, people_extent, scope
from generator.records import Figure, Question
from tests.asked import CAME
from tests.dated import dated
from tests.made_up import MadeUp, made_up

WHY: MadeUp = {
    "title": "Why did they come?",
    "choices": {"bread": "for bread", "peace": "for peace"},
    "basis": {"then": {"label": "then", "time": "moment"}},
}
ASKED: Mapping[str, MadeUp] = {"came": CAME, "why": WHY}


def count(who: str = "guards", basis: str = "present", **figure: Any) -> MadeUp:
    """A fact of May 1903 that says how many came."""
    asked = {"answers": "questions/came", "population": [who], "basis": basis}
    value = {"as_stated": "12", "number": 12, "unit": "person"}
    return {"figures": [{**value, **asked, **figure}], "when": "1903-05"}


def choice(basis: str | None = None, **fields: Any) -> MadeUp:
    """A fact of May 1903 that says why they came."""
    sense = {"basis": basis} if basis else {}
    chosen = {"answers": "questions/why", "choice": "bread", **sense}
    return {"choices": [chosen], "when": "1903-05", **fields}


def yearless(when: str, **order: list[str]) -> MadeUp:
    """A date that only evidence gives, in the place of the document's."""
    return {"when": "XXXX-05", **dated(when=when, **order)}


def pair(one: MadeUp, other: MadeUp) -> tuple[Answer, Answer, Atlas]:
    """The answers of two facts of two documents."""
    atlas = made_up({"letter/1": one, "report/2": other}, questions=ASKED)
    ref = next(ref for ref, answers in atlas.answers.items() if len(answers) == 2)
    a, b = atlas.answers[ref]
    return a, b, atlas


def between(one: MadeUp, other: MadeUp) -> Scope:
    """How the answers of two facts lie to each other."""
    a, b, atlas = pair(one, other)
    return scope(a, b, atlas.questions[a.question].record)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (count(), count(), Scope("equal", "equal", "equal", days=0, concluded=False)),
        # In another sense, nothing is said of the time.
        (count(), count(basis="arrived"), Scope("basis", "equal", "unknown", 0, concluded=False)),
        (count(), count(unit="year"), Scope("unit", "equal", "unknown", 0, concluded=False)),
        (count(), count(currency="GBP"), Scope("unit", "equal", "unknown", 0, concluded=False)),
        (count(), count(per="year"), Scope("rate", "equal", "unknown", 0, concluded=False)),
        # Only a month's rate can be made that of another period.
        (count(per="week"), count(per="year"), Scope("period", "equal", "unknown", 0, concluded=False)),
        (count(per="year"), count(per="month"), Scope("equal", "equal", "equal", 0, concluded=False)),
        (choice("then"), choice(), Scope("basis", "equal", "unknown", 0, concluded=False)),
        (choice("then"), choice("then"), Scope("equal", "equal", "equal", 0, concluded=False)),
        (choice(), choice(when="1905"), Scope("equal", "equal", "equal", 0, concluded=False)),
        (
            count("guards", "arrived"),
            count("carters"),
            Scope("basis", "apart", "unknown", 0, concluded=False),
        ),
        # A fixed time is the question's own.
        (
            count(basis="before"),
            {**count("all", "before"), "when": "1905"},
            Scope("equal", "within", "equal", 0, concluded=False),
        ),
        (
            {**count(basis="before"), **yearless("1903")},
            {**count(basis="before"), **yearless("1905")},
            Scope("equal", "equal", "equal", 0, concluded=False),
        ),
        # The days between are counted; and whether one of the dates was concluded.
        (count(), {**count(), "when": "1903-07"}, Scope("equal", "equal", "unknown", 0, concluded=False)),
        (count(), {**count(), "when": "1903-07-01"}, Scope("equal", "equal", "unknown", 0, concluded=False)),
        (count(), {**count(), "when": "1903-07-02"}, Scope("equal", "equal", "apart", 32, concluded=False)),
        ({**count(), "when": "1903-07-02"}, count(), Scope("equal", "equal", "apart", 32, concluded=False)),
        (count(), {**count(), **yearless("1903-08-01")}, Scope("equal", "equal", "apart", 62, concluded=True)),
        ({**count(), **yearless("1903-05")}, count(), Scope("equal", "equal", "equal", 0, concluded=True)),
        (
            {**count(), **yearless("1903-05")},
            {**count(), **yearless("1903-05")},
            Scope("equal", "equal", "equal", 0, concluded=True),
        ),
        # A month's days make one time, and no more.
        (
            {**count(), "when": "1903-05-01"},
            {**count(), "when": "1903-06-01"},
            Scope("equal", "equal", "equal", 0, concluded=False),
        ),
        (
            {**count(), "when": "1903-05-01"},
            {**count(), "when": "1903-06-02"},
            Scope("equal", "equal", "apart", 32, concluded=False),
        ),
        (
            {**count(), "when": "[1903-05-01..1903-05-03]"},
            {**count(), "when": "1903-06-02"},
            Scope("equal", "equal", "unknown", 0, concluded=False),
        ),
        (
            {**count(), "when": "1903-06-02"},
            {**count(), "when": "[1903-05-01..1903-05-03]"},
            Scope("equal", "equal", "unknown", 0, concluded=False),
        ),
        # What evidence puts after the other is of another time, however long between.
        (
            {**count(), **yearless("1903-05", after=["2"])},
            count(),
            Scope("equal", "equal", "apart", 0, concluded=True),
        ),
        (
            {**count(), **yearless("1903-05", before=["2"])},
            count(),
            Scope("equal", "equal", "apart", 0, concluded=True),
        ),
        (
            count(),
            {**count(), **yearless("1903-05", after=["1"])},
            Scope("equal", "equal", "apart", 0, concluded=True),
        ),
        (
            {**count(basis="arrived"), **yearless("1903-09", after=["2"])},
            count(basis="arrived"),
            Scope("equal", "equal", "apart", 93, concluded=True),
        ),
        (
            {**count(basis="dead"), **yearless("1903-05", after=["2"])},
            count(basis="dead"),
            Scope("equal", "equal", "equal", 0, concluded=True),
        ),
        (
            {**count(basis="paid"), **yearless("1903-05", after=["2"])},
            count(basis="paid"),
            Scope("equal", "equal", "equal", 0, concluded=True),
        ),
        # What lasts is within another, or around it, or overlaps it.
        (
            count(basis="paid"),
            {**count(basis="paid"), "when": "1903"},
            Scope("equal", "equal", "within", 0, concluded=False),
        ),
        (
            {**count(basis="paid"), "when": "1903-12"},
            {**count(basis="paid"), "when": "1903"},
            Scope("equal", "equal", "within", 0, concluded=False),
        ),
        (
            {**count(basis="paid"), "when": "1903"},
            {**count(basis="paid"), "when": "1903-12"},
            Scope("equal", "equal", "around", 0, concluded=False),
        ),
        (
            {**count(basis="paid"), "when": "1903/1904"},
            {**count(basis="paid"), "when": "1904/1905"},
            Scope("equal", "equal", "overlap", 0, concluded=False),
        ),
        (
            {**count(basis="paid"), "when": "1904-02/1904-03"},
            {**count(basis="paid"), "when": "1904-03-31/1905"},
            Scope("equal", "equal", "overlap", 0, concluded=False),
        ),
        (
            {**count(basis="paid"), "when": "1904-02/1904-03"},
            {**count(basis="paid"), "when": "1904-04-01/1905"},
            Scope("equal", "equal", "apart", 1, concluded=False),
        ),
        (
            {**count(basis="paid"), "when": "1904-04-01/1905"},
            {**count(basis="paid"), "when": "1904-02/1904-03"},
            Scope("equal", "equal", "apart", 1, concluded=False),
        ),
        (
            count(basis="paid"),
            {**count(basis="paid"), "when": "XXXX-05"},
            Scope("equal", "equal", "unknown", 0, concluded=False),
        ),
        (
            {**count(), "when": "XXXX-05"},
            count(),
            Scope("equal", "equal", "unknown", 0, concluded=False),
        ),
    ],
)  # fmt: skip
def test_how_two_answers_lie(one: MadeUp, other: MadeUp, found: Scope) -> None:
    """Sense, people and time, each by itself."""
    assert between(one, other) == found


def test_a_number_and_a_choice_are_of_two_kinds() -> None:
    """They are compared in no other way."""
    chosen = {"choices": [{"answers": "questions/came", "choice": "many"}], "when": "1903-05"}
    assert between(count(), chosen).sense == "kind"
    assert between(chosen, count()).sense == "kind"


@pytest.mark.parametrize(
    ("scope", "other"),
    [
        (Scope("equal", "equal", "equal"), False),
        (Scope("equal", "within", "within"), False),
        (Scope("equal", "unknown", "unknown"), False),
        (Scope("equal", "around", "equal"), False),
        (Scope("equal", "equal", "apart", 40), False),
        (Scope("basis", "equal", "unknown"), True),
        (Scope("kind", "equal", "equal"), True),
        (Scope("equal", "apart", "equal"), True),
        (Scope("equal", "overlap", "equal"), True),
        (Scope("equal", "equal", "overlap"), True),
        (Scope("equal", "within", "around"), True),
        (Scope("equal", "around", "within"), True),
        (Scope("equal", "around", "around"), False),
    ],
)
def test_when_they_count_different_things(scope: Scope, other: bool) -> None:
    """In another sense, of other people, or where neither counts a part of the other."""
    assert scope.other is other


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (count(), "moment"),
        (count(basis="arrived"), "event"),
        (count(basis="paid"), "span"),
        (count(basis="dead"), "so_far"),
        (count(basis="before"), "fixed"),
        (count(basis="unheard-of"), "span"),
        (choice("then"), "moment"),
        (choice(), "fixed"),
        (choice("unheard-of"), "fixed"),
    ],
)
def test_the_kind_of_time(fact: MadeUp, kind: str) -> None:
    """That of the sense; a choice in no declared sense has none, and a number lasts."""
    a, _, atlas = pair(fact, fact)
    assert kind_of_time(a, atlas.questions[a.question].record) == kind


PEOPLE = Question.model_validate(
    {
        "title": "How many came?",
        "unit": "person",
        "population": {
            "guards": "guards",
            "carters": "carters",
            "smiths": "smiths",
            "both": {"label": "guards and carters", "made_of": ["guards", "carters"]},
            "any": {"label": "some men", "unnamed": "true"},
            "at-least-both": {"label": "guards, carters and others", "made_of": ["both", "any"]},
        },
    }
)


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ([], [], "unknown"),
        (["guards"], [], "unknown"),
        (["guards"], ["guards"], "equal"),
        (["guards"], ["carters"], "apart"),
        (["guards"], ["both"], "within"),
        (["guards", "smiths"], ["both"], "overlap"),
        # Whom nobody names may be any of the others, and need not be those of another claim.
        (["any"], ["any"], "unknown"),
        (["any"], ["guards"], "unknown"),
        (["at-least-both"], ["both"], "unknown"),
        (["at-least-both"], ["at-least-both"], "unknown"),
        (["at-least-both"], ["both", "smiths"], "unknown"),
        (["at-least-both"], ["guards"], "around"),
        (["at-least-both"], ["smiths"], "overlap"),
        (["at-least-both"], ["guards", "smiths"], "overlap"),
    ],
)
def test_people(one: list[str], two: list[str], found: str) -> None:
    """How two groups relate, whichever comes first."""
    back = {"within": "around", "around": "within"}

    def of(names: list[str]) -> Figure:
        given = {"as_stated": "12", "number": "12", "unit": "person", "population": names}
        return Figure.model_validate(given | {"answers": "questions/came"})

    assert people_extent(of(one), of(two), PEOPLE) == found
    assert people_extent(of(two), of(one), PEOPLE) == back.get(found, found)
