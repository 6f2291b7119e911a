"""How two answers compare: the published steps, in their order, each with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import combinations
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.atlas.atlas import Atlas
from generator.findings.compare import (
    Comparison,
    Reason,
    answer_time,
    compare,
    comparisons,
    population_extent,
    time_extent,
)
from tests.made_up import MadeUp, answered_by, fact_id, made_up

CAME: MadeUp = {
    "title": "How many came?",
    "unit": "person",
    "population": {
        "guards": "Guards",
        "carters": "Carters",
        "smiths": "Smiths",
        "all": {"label": "All", "made_of": ["guards", "carters", "smiths"]},
        "townsfolk": {"label": "Townsfolk", "made_of": ["carters", "smiths"]},
    },
    "basis": {
        "present": {"label": "there at one time", "time": "moment"},
        "arrived": {"label": "arrived", "time": "event"},
        "paid": {"label": "paid over a time", "time": "span"},
        "dead": {"label": "died", "time": "so_far"},
        "before": {"label": "there before", "time": "fixed"},
    },
}
WHY: MadeUp = {
    "title": "Why did they come?",
    "population": {
        "guards": "Guards",
        "carters": "Carters",
        "smiths": "Smiths",
        "both": {"label": "Both", "made_of": ["guards", "carters"]},
    },
    "basis": {
        "said": {"label": "said", "time": "event"},
        "felt": {"label": "felt", "time": "span"},
    },
    "choices": {"bread": "for bread", "peace": "for peace"},
}
WHO: MadeUp = {
    "title": "Who rang the bell?",
    "choices": {"miller": "the miller", "smith": "the smith"},
    "exclusive": True,
}
"""A question that has one true answer, and tells no people or times apart."""

QUESTIONS: Mapping[str, MadeUp] = {"came": CAME, "why": WHY, "who": WHO}


def count(
    number: int | None = 12,
    who: str | list[str] = "guards",
    basis: str = "present",
    *,
    when: str | None = "1903",
    said_on: str | None = None,
    **figure: Any,
) -> MadeUp:
    """A fact that says how many came; another bound may stand instead of the number."""
    population = [who] if isinstance(who, str) else who
    value = {} if number is None else {"number": number}
    given = {"as_stated": "12", "unit": "person", "population": population, "basis": basis}
    dates = {"when": when, "said_on": said_on}
    return {
        "figures": [{**given, **value, **figure, "answers": "questions/came"}],
        **{name: date for name, date in dates.items() if date},
    }


def choice(
    question: str = "why",
    what: str = "bread",
    who: list[str] | None = None,
    basis: str | None = None,
    *,
    when: str | None = "1903",
    denies: bool = False,
) -> MadeUp:
    """A fact that answers a question in words."""
    facets = {"population": who, "basis": basis, "denies": denies}
    given = {name: facet for name, facet in facets.items() if facet}
    chosen = {"answers": f"questions/{question}", "choice": what, **given}
    return {"choices": [chosen], **({"when": when} if when else {})}


def paid(when: str, **given: Any) -> MadeUp:
    """How many were paid over a time."""
    return count(basis="paid", when=when, **given)


def dead(when: str, number: int | None = 12, **given: Any) -> MadeUp:
    """How many had died by then."""
    return count(number, basis="dead", when=when, **given)


def why(what: str = "bread", basis: str = "said", **given: Any) -> MadeUp:
    """An answer to the question with people and times."""
    return choice("why", what, basis=basis, **given)


def felt(when: str, what: str = "bread") -> MadeUp:
    """An answer that speaks of a span of time."""
    return why(what, "felt", when=when)


def who(what: str = "miller", **given: Any) -> MadeUp:
    """An answer to the question with one true answer."""
    return choice("who", what, **given)


def compared(one: MadeUp, other: MadeUp) -> Comparison:
    """What comes of the answers of two facts of one document, in this order."""
    atlas = made_up({"report/1": one, "report/2": other}, questions=QUESTIONS)
    (found,) = (pair for ref in atlas.questions for pair in comparisons(ref, atlas))
    assert answered_by((found.a, found.b)) == ["1", "2"]
    return found


# fmt: off
STEPS = [
    # What is not asked of the same thing: another kind of answer, sense, unit, or rate.
    (count(), choice("came", "many"), "different", "kind"),
    (count(), count(basis="arrived"), "different", "basis"),
    (why(), why(basis="felt"), "different", "basis"),
    (count(), count(unit="year"), "different", "unit"),
    (count(currency="GBP"), count(currency="USD"), "different", "unit"),
    (count(per="year"), count(), "different", "rate"),
    # Other people.
    (count(), count(who="carters"), "different", "who-apart"),
    (count(who=["guards", "carters"]), count(who="townsfolk"), "different", "who-overlap"),
    (why(who=["guards"]), why(who=["carters"]), "different", "who-apart"),
    (why(who=["guards", "carters"]), why(who=["carters", "smiths"]), "different", "who-apart"),
    (count(), count(who="strangers"), "unknown", "who-unknown"),
    # Other times. The people come first.
    (count(), count(when="1904"), "different", "when-apart"),
    (count(), count(who="carters", when="1904"), "different", "who-apart"),
    (paid("1901/1903"), paid("1902/1904"), "different", "when-overlap"),
    (why(), why(when="1904"), "different", "when-apart"),
    (felt("1901/1903"), felt("1902/1904"), "different", "when-overlap"),
    (who(), who("smith", when="1904"), "different", "when-apart"),
    # A time that is not said: it can't be told. But other people are other people.
    (count(), count(when=None), "unknown", "when-unknown"),
    (count(when="XXXX-04"), count(when="XXXX-04"), "unknown", "when-unknown"),
    (count(), count(who="strangers", when=None), "unknown", "who-unknown"),
    (count(), count(who="carters", when=None), "different", "who-apart"),
    (count(), count(who="strangers", when="1904"), "different", "when-apart"),
    (why(), why(when=None), "unknown", "when-unknown"),
    # Fewer people over a longer time.
    (paid("1901/1905"), paid("1903", who="all"), "different", "crossed"),
    # The same people at the same time.
    (count(), count(), "agree", "same"),
    (count(when="[..1903]"), count(when="1903-06"), "agree", "same"),
    (count(basis="before", when=None), count(basis="before"), "agree", "same"),
    (count(1, per="month"), count(12, per="year"), "agree", "same-yearly"),
    (count(1, per="month"), count(1, per="month"), "agree", "same"),
    (count(None, at_least=12), count(), "compatible", "meet"),
    (count(about=True), count(13), "compatible", "meet"),
    (count(1, per="month"), count(None, at_most=12, per="year"), "compatible", "meet-yearly"),
    (count(), count(13), "disagree", "apart"),
    (count(None, more_than=12), count(), "disagree", "apart"),
    (count(1, per="month"), count(1, per="year"), "disagree", "apart-yearly"),
    # A part and a whole.
    (count(), count(30, who="all"), "part-of", "part-who"),
    (count(30), count(30, who="all"), "part-of", "part-who"),
    (count(31), count(30, who="all"), "disagree", "part-above-whole"),
    (dead("[..1903]"), dead("[..1905]", 30), "part-of", "part-when"),
    (dead("1902/1903"), dead("[..1905]", None, who="all", at_least=5), "part-of", "part-when"),
    (dead("[..1903]", 31), dead("[..1905]", None, at_most=30), "disagree", "part-above-whole"),
    # Choices.
    (why(), why(), "agree", "same-choice"),
    (why(denies=True), why(denies=True), "agree", "same-choice"),
    (why(), why(denies=True), "disagree", "denied"),
    (why(), why("peace"), "compatible", "other-choice"),
    (felt("1903"), felt("1903-06", "peace"), "compatible", "other-choice"),
    (why(who=["guards"]), why("peace", who=["both"]), "compatible", "other-choice"),
    (why(who=["guards"]), why("peace", who=["strangers"]), "compatible", "other-choice"),
    (who(), who("smith"), "disagree", "exclusive"),
    (who(), who("smith", when=None), "disagree", "exclusive"),
    (who(), who("smith", denies=True), "compatible", "other-choice"),
    (who(denies=True), who("smith", denies=True), "compatible", "other-choice"),
    (who(), who(when="1904"), "agree", "same-choice"),
    (who(), who(when=None, denies=True), "disagree", "denied"),
]
# fmt: on
"""Two answers, what comes of them, and why: the first step that applies."""


@pytest.mark.parametrize(("one", "other", "outcome", "reason"), STEPS)
def test_each_step(one: MadeUp, other: MadeUp, outcome: str, reason: str) -> None:
    """The first step that applies is the outcome, whichever of the two stands first."""
    there, back = compared(one, other), compared(other, one)
    assert (there.outcome, there.why) == (outcome, reason)
    assert (back.outcome, back.why) == (outcome, reason)


LINKS = [
    ("repeats", "one-voice", "repeats"),
    ("same_origin", "one-voice", "same-origin"),
    ("disputes", "disagree", "disputes"),
    ("part_of", "part-of", "part-of"),
    ("updates", "disagree", "apart"),
    ("inferred_from", "disagree", "apart"),
]
"""How a record ties a fact to another, and what comes of two answers that contradict each other."""


@pytest.mark.parametrize(("how", "outcome", "reason"), LINKS)
def test_what_the_records_say_comes_first(how: str, outcome: str, reason: str) -> None:
    """A tie that settles it does so whatever the numbers are; another tie does not."""
    tie = {"related_facts": [{"fact": fact_id("2"), "how": how}]}
    back = {"related_facts": [{"fact": fact_id("1"), "how": how}]}
    for found in (
        compared({**count(), **tie}, count(13)),
        compared(count(), {**count(13), **back}),
    ):
        assert (found.outcome, found.why) == (outcome, reason)


def test_a_tie_to_another_fact_settles_nothing() -> None:
    """What a record says of a third fact is not said of these two."""
    tie = {"related_facts": [{"fact": fact_id("3"), "how": "repeats"}]}
    assert compared({**count(), **tie}, count(13)).outcome == "disagree"


def test_every_reason_has_a_row() -> None:
    """The tables above show each reason that the method can give."""
    shown = {reason for *_, reason in STEPS} | {reason for *_, reason in LINKS}
    assert shown == {*get_args(Reason)}


def test_figures_of_one_fact_are_compared_by_the_same_steps() -> None:
    """Two figures of a fact are two answers: a tie of the fact to itself says nothing of them."""
    tie = {"related_facts": [{"fact": fact_id("1"), "how": "repeats"}]}
    figures = [*count()["figures"], *count(13)["figures"]]
    atlas = made_up({"report/1": {**count(), **tie, "figures": figures}}, questions=QUESTIONS)
    (found,) = comparisons("questions/came", atlas)
    assert [found.a.index, found.b.index, found.outcome] == [0, 1, "disagree"]


def test_each_pair_is_compared_once() -> None:
    """In the order of the answers; a question that nothing answers has no pairs."""
    facts = {f"report/{name}": count() for name in "123"}
    atlas = made_up(facts, questions=QUESTIONS)
    pairs = [answered_by((one.a, one.b)) for one in comparisons("questions/came", atlas)]
    assert pairs == [["1", "2"], ["1", "3"], ["2", "3"]]
    assert comparisons("questions/why", atlas) == ()


def _pair(one: MadeUp, other: MadeUp, question: str = "came") -> Atlas:
    atlas = made_up({"report/1": one, "report/2": other}, questions=QUESTIONS)
    assert len(atlas.answers[f"questions/{question}"]) == 2
    return atlas


@pytest.mark.parametrize(
    ("one", "other", "extent"),
    [
        (["guards"], ["guards"], "equal"),
        (["all"], ["guards", "townsfolk"], "equal"),
        (["guards"], ["all"], "within"),
        (["all"], ["guards"], "around"),
        (["guards", "carters"], ["townsfolk"], "overlap"),
        (["guards"], ["townsfolk"], "apart"),
        (["guards"], ["strangers"], "unknown"),
        ([], ["guards"], "unknown"),
        (["guards"], [], "unknown"),
        ([], [], "equal"),
    ],
)
def test_whom_the_answers_count(one: list[str], other: list[str], extent: str) -> None:
    """Groups are compared by what they are made of."""
    atlas = _pair(count(who=one), count(who=other))
    a, b = atlas.answers["questions/came"]
    question = atlas.questions["questions/came"].record
    assert population_extent(a.given, b.given, question) == extent


@pytest.mark.parametrize(
    ("basis", "one", "other", "extent"),
    [
        ("present", "1903", "1903-06", "equal"),
        ("present", "1903", "1904", "apart"),
        ("present", "1904", "1903", "apart"),
        ("present", "1903-06-01", "1903-06-01/1903-07", "equal"),
        ("present", "1903-05/1903-06-01", "1903-06-01", "equal"),
        ("present", "1903-05-31", "1903-06-01", "apart"),
        ("present", "1903-06-01/1903-07", "1903-06-01", "equal"),
        ("arrived", "[..1903]", "1903", "equal"),
        ("arrived", "1903", "1903-06", "equal"),
        ("arrived", "[..1903]", "1902", "apart"),
        ("arrived", "[1903..]", "1903", "unknown"),
        ("paid", "1903", "1903", "equal"),
        ("paid", "1903-06", "1903", "within"),
        ("paid", "1903-01", "1903", "within"),
        ("paid", "1903", "1903-12", "around"),
        ("paid", "1903", "1903-06", "around"),
        ("paid", "1901/1903", "1903/1904", "overlap"),
        ("paid", "1903/1904", "1901/1903", "overlap"),
        ("paid", "1901/1902", "1903/1904", "apart"),
        ("paid", "[..1903]", "1903", "unknown"),
        ("paid", "1903", "XXXX-04", "unknown"),
        ("paid", None, "1903", "unknown"),
        ("dead", "1903", "[..1903]", "equal"),
        ("dead", "[..1903]", "1905", "within"),
        ("dead", "1905", "[..1903]", "around"),
        ("dead", "1902/1903", "[..1905]", "within"),
        ("dead", "../1903", "1903", "equal"),
        ("dead", "[1903..]", "1903", "unknown"),
        ("before", None, "1903", "equal"),
        ("before", "1901", "1903", "equal"),
        ("anyhow", "1903", "1903-06", "around"),
    ],
)
def test_when_the_answers_speak_of(
    basis: str, one: str | None, other: str | None, extent: str
) -> None:
    """A moment "by X" is X, what is so far began before all; an unknown sense is like a span."""
    atlas = _pair(count(basis=basis, when=one), count(basis=basis, when=other))
    a, b = atlas.answers["questions/came"]
    assert time_extent(a, b, atlas.questions["questions/came"].record) == extent


@pytest.mark.parametrize(
    ("fields", "first", "last"),
    [
        ({"when": "1903", "said_on": "1905", "as_of": "1901-05"}, "1901-05-01", "1901-05-31"),
        ({"when": "1903", "said_on": "1905"}, "1903-01-01", "1903-12-31"),
        ({"when": None, "said_on": "1905"}, "1905-01-01", "1905-12-31"),
    ],
)
def test_the_date_of_an_answer(fields: dict[str, Any], first: str, last: str) -> None:
    """Its own date, else when it was so, else when it was said."""
    atlas = _pair(count(**fields), count())
    span = answer_time(atlas.answers["questions/came"][0], "span")
    assert span == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_what_is_counted_so_far_begins_with_the_first_day() -> None:
    """Unless the document says since when."""
    atlas = _pair(count(basis="dead"), count(basis="dead", when="1902/1903"))
    open_, since = (answer_time(one, "so_far") for one in atlas.answers["questions/came"])
    assert open_ == (dt.date.min, dt.date(1903, 12, 31))
    assert since == (dt.date(1902, 1, 1), dt.date(1903, 12, 31))


ROWS = [row for *pair, _, _ in STEPS for row in pair]


@given(st.sampled_from(ROWS), st.sampled_from(ROWS))
def test_comparing_is_even_handed(one: MadeUp, other: MadeUp) -> None:
    """Which of two answers to one question stands first changes neither the outcome nor the reason."""
    atlas = made_up({"report/1": one, "report/2": other}, questions=QUESTIONS)
    for answers in atlas.answers.values():
        for a, b in combinations(answers, 2):
            there, back = compare(a, b, atlas), compare(b, a, atlas)
            assert (there.outcome, there.why) == (back.outcome, back.why)
