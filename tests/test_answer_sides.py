"""Who answers a question how, before any pair: each row is a few made-up facts and their sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.compare import comparisons
from generator.findings.sides import AnswerSide, extremes, first_sides, is_yearly, listing, sides
from tests.asked import CAME
from tests.made_up import MadeUp, answered_by, made_up

WHY: MadeUp = {
    "title": "Why did they come?",
    "choices": {
        "bread": "for bread",
        "peace": "for peace",
        "war": "for war",
        "alms": "for alms",
        "pay": "for pay",
        "thirst": "for water",
    },
    "basis": {"then": {"label": "then", "time": "moment"}},
    "contrary": [["peace", "war"], ["bread", "alms"]],
}
ASKED: Mapping[str, MadeUp] = {"came": CAME, "why": WHY}


def count(number: int | None = 12, *who: str, basis: str = "present", **figure: Any) -> MadeUp:
    """A fact of May 1903 that says how many came."""
    value = {} if number is None else {"number": number}
    asked = {"answers": "questions/came", "population": [*(who or ("guards",))], "basis": basis}
    return {
        "figures": [{"as_stated": "12", "unit": "person", **asked, **value, **figure}],
        "when": "1903-05",
    }


def why(
    what: str = "bread", when: str | None = "1903-05", *, denies: bool = False, **fields: Any
) -> MadeUp:
    """A fact that says why they came."""
    chosen = {"answers": "questions/why", "choice": what, "basis": "then", "denies": denies}
    return {"choices": [chosen], **({"when": when} if when else {}), **fields}


def atlas_of(facts: Mapping[str, MadeUp], **documents: MadeUp) -> Atlas:
    """The atlas of these facts."""
    return made_up(facts, questions=ASKED, documents=documents)


def found(atlas: Atlas, question: str = "why") -> tuple[AnswerSide, ...]:
    """The sides of a question."""
    ref = f"questions/{question}"
    return sides(ref, comparisons(ref, atlas), atlas)


def told(atlas: Atlas, question: str = "why") -> list[str]:
    """Each side: its name but for the usual unit, the facts, and the sides it is opposed to."""
    return [
        f"{' '.join(part for part in side.name if part not in ('', 'person'))}: {' '.join(answered_by(side.answers))}"
        + "".join(f" !{other}" for other in side.opposed)
        for side in found(atlas, question)
    ]


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({}, []),
        ({"report/1": why()}, ["says bread: 1"]),
        ({"report/1": why(), "report/2": why()}, ["says bread: 1 2"]),
        # Said and denied are two sides, of which each is opposed to the other.
        (
            {"report/1": why(), "letter/2": why(denies=True)},
            ["says bread: 1 !1", "denies bread: 2 !0"],
        ),
        # Those opposed come first, the most firmly opposed before all.
        (
            {"letter/1": why("alms"), "letter/2": why("peace", "1903"), "report/3": why("war", "1903")},
            ["says peace: 2 !1", "says war: 3 !0", "says alms: 1"],
        ),
        (
            {
                "letter/1": why("bread", "1903"),
                "report/2": why("alms", "1903"),
                "letter/3": why("peace"),
                "report/4": why("war"),
            },
            ["says peace: 3 !1", "says war: 4 !0", "says bread: 1 !3", "says alms: 2 !2"],
        ),
        (
            {
                "letter/1": why("bread", "1903"),
                "report/2": why("alms", "1903"),
                "letter/3": why("peace", "1903"),
                "report/4": why("war", "1905"),
            },
            ["says bread: 1 !1", "says alms: 2 !0", "says peace: 3 !3", "says war: 4 !2"],
        ),
        # A side is as firmly opposed as its firmest pair, whichever pair comes first.
        (
            {
                "letter/1": why("bread"),
                "report/2": why("alms"),
                "letter/3": why("peace"),
                "notes/4": why("war", "1905"),
                "report/5": why("war"),
                "toll/6": why("war", "1906"),
            },
            ["says war: 4 5 6 !2", "says bread: 1 !3", "says peace: 3 !0", "says alms: 2 !1"],
        ),
        # Then by the documents, then by the answers, then by name.
        (
            {
                "letter/1": why("war"),
                "report/2": why("bread"),
                "letter/3": why("bread"),
                "letter/4": why("war"),
                "letter/5": why("war"),
            },
            ["says bread: 3 2", "says war: 1 4 5"],
        ),
        (
            {"letter/1": why("bread"), "letter/2": why("war"), "letter/3": why("war")},
            ["says war: 2 3", "says bread: 1"],
        ),
        ({"letter/1": why("war"), "letter/2": why("bread")}, ["says bread: 2", "says war: 1"]),
    ],
)  # fmt: skip
def test_the_sides_of_a_choice(facts: Mapping[str, MadeUp], named: list[str]) -> None:
    """One choice, said or denied, is a side."""
    assert told(atlas_of(facts)) == named


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"report/1": count(), "letter/2": count(13)}, ["present guards: 2 1 !0"]),
        ({"report/1": count(), "letter/2": count(12)}, ["present guards: 2 1"]),
        # Another sense, other people, or a rate make another side.
        (
            {"report/1": count(basis="arrived"), "report/2": count()},
            ["present guards: 2", "arrived guards: 1"],
        ),
        (
            {"report/1": count(), "report/2": count(12, "carters")},
            ["present carters: 2", "present guards: 1"],
        ),
        (
            {"report/1": count(), "report/2": count(per="year"), "report/3": count(1, per="month")},
            ["present year guards: 2 3", "present guards: 1"],
        ),
        (
            {"report/1": count(per="week"), "report/2": count(per="year")},
            ["present week guards: 1", "present year guards: 2"],
        ),
        # So do another unit and another currency.
        (
            {"report/1": count(unit="month"), "report/2": count(), "report/3": count()},
            ["present guards: 2 3", "present month guards: 1"],
        ),
        (
            {"report/1": count(currency="GBP"), "report/2": count(), "report/3": count()},
            ["present guards: 2 3", "present GBP guards: 1"],
        ),
        (
            {"report/1": count(currency="GBP"), "report/2": count(currency="GBP")},
            ["present GBP guards: 1 2"],
        ),
        # The widest people come before others that are as well attested.
        (
            {"report/1": count(12, "carters"), "report/2": count(12, "smiths", "guards")},
            ["present guards smiths: 2", "present carters: 1"],
        ),
        (
            {"report/1": count(12, "smiths", "guards"), "report/2": count(12, "guards", "smiths")},
            ["present guards smiths: 1 2"],
        ),
        ({"report/1": count(basis="")}, ["guards: 1"]),
        ({"report/1": count(), "report/2": count(basis="")}, ["guards: 2", "present guards: 1"]),
        ({"report/1": count(basis="arrived"), "report/2": count(basis="")}, ["guards: 2", "arrived guards: 1"]),
    ],
)  # fmt: skip
def test_the_sides_of_a_number(facts: Mapping[str, MadeUp], named: list[str]) -> None:
    """One sense and one population are a side, whatever the amount."""
    facts = {
        name: {
            **fact,
            "figures": [{k: v for k, v in one.items() if v != ""} for one in fact["figures"]],
        }
        for name, fact in facts.items()
    }
    assert told(atlas_of(facts), "came") == named


def test_which_documents_a_side_has() -> None:
    """The documents, sorted and each once."""
    facts = {
        "report/1": why(),
        "letter/2": why(),
        "letter/3": why(attributed_to="people/ada", attributed_as="she says"),
    }
    (side,) = found(atlas_of(facts))
    assert side.documents == ("sources/letter", "sources/report")


# fmt: off
FIRST = [
    # All of them, if they have room or if only one would be left.
    ({"report/1": why("bread"), "report/2": why("peace")}, 3, "1 2"),
    ({"report/1": why("bread"), "report/2": why("peace")}, 1, "1 2"),
    ({"report/1": why("bread"), "report/2": why("peace"), "report/3": why("thirst")}, 1, "1"),
    # A document that is not heard otherwise comes before all.
    ({"report/1": why("bread"), "report/2": why("peace"), "letter/3": why("thirst")}, 1, "1"),
    ({"report/1": why("bread"), "report/2": why("peace"), "report/3": why("pay"), "letter/4": why("thirst")}, 2, "1 4"),
    # Then a denial, a prediction, or what another contradicts; and no other.
    ({"report/1": why("bread"), "report/2": why("peace"), "report/3": why("pay"), "report/4": why("thirst", denies=True)}, 2, "1 4"),
    ({"report/1": why("bread"), "report/2": why("peace"), "report/3": why("pay"), "report/4": why("thirst", modality="predicted")}, 2, "1 4"),
    ({"report/1": why("peace"), "report/2": why("war"), "report/3": why("pay"), "report/4": why("thirst", denies=True)}, 2, "1 2"),
    ({"report/1": why("bread"), "report/2": why("peace"), "report/3": why("pay"), "report/4": why("thirst")}, 2, "1 2"),
    # What more documents give comes before these, unless it is what another contradicts.
    ({"report/1": why("bread"), "letter/2": why("bread"), "report/3": why("thirst"), "letter/4": why("thirst"), "report/5": why("pay", denies=True), "report/6": why("peace")}, 2, "2 1 4 3"),
]
# fmt: on
"""Facts, how many sides have room, and the facts of those that are shown."""


@pytest.mark.parametrize(("facts", "most", "shown"), FIRST)
def test_the_sides_that_have_room(facts: Mapping[str, MadeUp], most: int, shown: str) -> None:
    """Those that best stand for all, in their order."""
    kept = first_sides(found(atlas_of(facts)), most)
    assert " ".join(" ".join(answered_by(side.answers)) for side in kept) == shown


def test_the_first_sides_have_room_if_a_question_lists_them_in_order() -> None:
    """Its order says which of them answer it most directly."""
    facts = [why("bread"), why("peace"), why("pay"), why("thirst", denies=True)]
    sides = found(atlas_of({f"report/{n}": one for n, one in enumerate(facts, 1)}))
    for in_order, shown in ((False, "1 4"), (True, "1 2")):
        kept = first_sides(sides, 2, in_order=in_order)
        assert [" ".join(answered_by(side.answers)) for side in kept] == shown.split()


@pytest.mark.parametrize(
    ("figures", "low", "high"),
    [
        ([count(12)], "", ""),
        ([count(12), count(12)], "", ""),
        ([count(12), count(7), count(9)], "2", "1"),
        ([count(12), count(7), count(12), count(7)], "2 4", "1 3"),
        ([count(0), count(12)], "1", "2"),
        # One amount on one side alone is a range, if another is not so high or so low.
        ([count(None, between=[3, 15]), count(3)], "1 2", "1"),
        ([count(None, between=[3, 15]), count(5)], "", ""),
        ([count(None, between=[3, 15]), count(20)], "1", "2"),
        ([count(None, between=[3, 15]), count(2)], "2", "1"),
        # A bound stands for the other, where that is open.
        ([count(None, at_least=20), count(12), count(None, at_most=5)], "3", "1"),
        # What "about" allows does not count, nor do vague words.
        ([count(12, about=True), count(12)], "", ""),
        ([count(12), count(None, words="dozens")], "", ""),
        ([count(None, words="dozens"), count(7), count(12)], "2", "3"),
        # A month's rate counts as a year's beside one.
        ([count(12, per="year"), count(2, per="month")], "1", "2"),
        ([count(24, per="year"), count(2, per="month")], "", ""),
        ([count(3, per="month"), count(2, per="month")], "2", "1"),
    ],
)
def test_the_lowest_and_the_highest(figures: list[MadeUp], low: str, high: str) -> None:
    """The answers with each extreme of one side, and the figures of the first of them."""
    facts = {f"report/{index}": one for index, one in enumerate(figures, 1)}
    atlas = atlas_of(facts)
    (side,) = found(atlas, "came")
    ends = extremes(side, atlas)
    assert (" ".join(answered_by(ends.low)) if ends else "") == low
    assert (" ".join(answered_by(ends.high)) if ends else "") == high
    if ends:
        assert ends.least == ends.low[0].given
        assert ends.most == ends.high[0].given
        assert ends.yearly is is_yearly(side.answers)


@pytest.mark.parametrize(
    ("figures", "yearly"),
    [
        ([], False),
        ([count(1, per="year")], False),
        ([count(1, per="month")], False),
        ([count(1, per="month"), count(1)], False),
        ([count(1, per="month"), count(1, per="year")], True),
        ([count(1, per="month"), count(1, per="year"), count(1, per="week")], True),
    ],
)
def test_rates_of_two_periods(figures: list[MadeUp], yearly: bool) -> None:
    """Only beside a yearly rate is a month's made yearly."""
    facts = {f"report/{index}": one for index, one in enumerate(figures, 1)}
    atlas = atlas_of(facts)
    answers = atlas.answers.get("questions/came", ())
    assert is_yearly(answers) is yearly


def test_choices_have_no_extremes() -> None:
    """There is no lowest reason."""
    atlas = atlas_of({"report/1": why(), "report/2": why()})
    (side,) = found(atlas)
    assert extremes(side, atlas) is None
    assert not is_yearly(side.answers)


def test_a_narrower_question_is_listed_by_its_broader_one() -> None:
    """Its sides are in the order of the question that lists what can be answered."""
    narrower = {
        "title": "How many guards came?",
        "broader": "questions/came",
        "within": {"population": ["guards"]},
    }
    questions = {**ASKED, "guards": narrower}
    facts = {"report/1": count(basis="arrived"), "report/2": count()}
    atlas = made_up(facts, questions=questions)
    assert listing("questions/guards", atlas).title == "How many came?"
    assert listing("questions/came", atlas).title == "How many came?"
    assert told(atlas, "guards") == ["present guards: 2", "arrived guards: 1"]


def test_a_question_may_list_its_choices_in_order() -> None:
    """Then neither documents nor answers count, only which sides are opposed."""
    facts = {"report/1": why("pay"), "letter/2": why("pay"), "report/3": why("bread")}
    listed = {**WHY, "in_order": "true"}
    named = [
        [side.name[1] for side in found(made_up(facts, questions={"why": asked}))]
        for asked in (WHY, listed)
    ]
    assert named == [["pay", "bread"], ["bread", "pay"]]


def test_amounts_at_several_times_are_in_their_order() -> None:
    """As the chart has them, whatever sense the question lists first."""
    facts = {
        "report/1": {**count(12, basis="present"), "when": "1905"},
        "report/2": {**count(30, basis="arrived"), "when": "1903"},
        "report/3": {"figures": count(9, basis="sent")["figures"]},
    }
    atlas = made_up(facts, questions={"came": CAME})
    assert [side.name[0] for side in found(atlas, "came")] == ["arrived", "present", "sent"]
