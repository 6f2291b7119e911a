"""How two answers compare: what they say, whether they are about one thing, and the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.atlas.atlas import Atlas
from generator.findings.compare import (
    NO_FINDING,
    OUTCOMES,
    Comparison,
    Reason,
    compare,
    comparisons,
)
from generator.findings.scope import people_extent, scope
from tests.asked import CAME
from tests.made_up import MadeUp, answered_by, fact_id, made_up

WHY: MadeUp = {
    "title": "Why did they come?",
    "population": {
        "guards": "Guards",
        "carters": "Carters",
        "smiths": "Smiths",
        "both": {"label": "Both", "made_of": ["guards", "carters"]},
        "some": {"label": "Some men", "unnamed": "true"},
    },
    "basis": {
        "said": {"label": "said", "time": "event"},
        "felt": {"label": "felt", "time": "span"},
    },
    "choices": {"bread": "for bread", "peace": "for peace", "war": "for war"},
    "contrary": [["peace", "war"]],
    "fitting": [["bread", "war"]],
}
WHO: MadeUp = {
    "title": "Who rang the bell?",
    "choices": {"miller": "the miller", "smith": "the smith"},
    "contrary": [["miller", "smith"]],
}
"""A question whose two answers exclude each other, and that tells no people or times apart."""

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


def may(number: int | None = 12, who: str | list[str] = "guards", **given: Any) -> MadeUp:
    """How many were there in May 1903: a time short enough to be one."""
    return count(number, who, **{"when": "1903-05", **given})


def paid(when: str, **given: Any) -> MadeUp:
    """How many were paid over a time."""
    return count(basis="paid", when=when, **given)


def dead(when: str, number: int | None = 12, **given: Any) -> MadeUp:
    """How many had died by then."""
    return count(number, basis="dead", when=when, **given)


def why(what: str = "bread", basis: str = "said", **given: Any) -> MadeUp:
    """An answer to the question with people and times."""
    return choice("why", what, basis=basis, **given)


GUARDS = ["guards"]


def felt(when: str, what: str = "bread", who: list[str] | None = None) -> MadeUp:
    """An answer that speaks of a span of time."""
    return why(what, "felt", when=when, **({"who": who} if who else {}))


def who(what: str = "miller", **given: Any) -> MadeUp:
    """An answer to the question with one true answer."""
    return choice("who", what, **given)


def tied(how: str) -> MadeUp:
    """How many were there in May 1903, tied to the fact that it is compared with."""
    return {**may(), "related_facts": [{"fact": fact_id("2"), "how": how}]}


def compared(one: MadeUp, other: MadeUp) -> Comparison:
    """What comes of the answers of two facts of two documents, in this order."""
    atlas = made_up({"letter/1": one, "report/2": other}, questions=QUESTIONS)
    (found,) = (pair for ref in atlas.questions for pair in comparisons(ref, atlas))
    assert answered_by((found.a, found.b)) == ["1", "2"]
    return found


# fmt: off
STEPS = [
    # Another kind of answer, sense, unit or rate: they count different things.
    (count(), choice("came", "many"), "count-different", "kind"),
    (count(), count(basis="arrived"), "count-different", "basis"),
    (why(), why(basis="felt"), "count-different", "basis"),
    (count(), count(unit="year"), "count-different", "unit"),
    (count(currency="GBP"), count(currency="USD"), "count-different", "unit"),
    (count(per="year"), count(), "count-different", "rate"),
    (count(per="year"), count(per="week"), "count-different", "period"),
    # Other people, or other times for what lasts: the same.
    (count(), count(who="carters"), "count-different", "people-apart"),
    (count(), count(who="carters", when=None), "count-different", "people-apart"),
    (count(), count(who="carters", when="1904"), "count-different", "people-apart"),
    (count(who=["guards", "carters"]), count(who="townsfolk"), "count-different", "people-overlap"),
    (why(who=["guards"]), why("peace", who=["carters"]), "count-different", "people-apart"),
    (paid("1901/1903"), paid("1902/1904"), "count-different", "time-overlap"),
    (paid("1901/1905"), paid("1903", who="all"), "count-different", "crossed"),
    # The same amount of one thing.
    (count(when="1903-06"), count(when="1903-06"), "agree", "same-amount"),
    (count(when="1903-06-20"), count(when="1903-07-10"), "agree", "same-amount"),
    (count(basis="before", when=None), count(basis="before"), "agree", "same-amount"),
    (may(1, per="month"), may(12, per="year"), "agree", "same-amount"),
    # The same, or fitting, at a time or of people that are not known: fit, whatever it is.
    (count(), count(), "fit", "same-amount"),
    (count(), count(when=None), "fit", "same-amount"),
    (count(when="XXXX-04"), count(when="XXXX-04"), "fit", "same-amount"),
    (may(), may(who="strangers"), "fit", "same-amount"),
    # Amounts that fit.
    (may(None, at_least=12), may(), "fit", "meet"),
    (may(about=True), may(13), "fit", "meet"),
    (may(estimated=True), may(13), "fit", "meet"),
    (may(1, per="month"), may(None, at_most=12, per="year"), "fit", "meet"),
    (may(None, words="dozens"), may(5000), "fit", "meet"),
    (may(None, words="hundreds"), may(None, words="thousands"), "fit", "meet"),
    # Amounts that can't both be so.
    (may(), may(13), "contradict", "apart"),
    (may(None, more_than=12), may(), "contradict", "apart"),
    (may(1, per="month"), may(1, per="year"), "contradict", "apart"),
    (may(None, words="hundreds"), may(99), "contradict", "apart"),
    (count(), count(13), "contradict-unless", "apart"),
    (count(), count(13, when=None), "contradict-unless", "apart"),
    (may(), may(13, who="strangers"), "contradict-unless", "apart"),
    (may(), count(13, when="1904-06"), "opposite-times", "apart"),
    (may(), count(13, who="strangers", when="1904-06"), "opposite-times", "apart"),
    (may(), count(12, when="1904-06"), "different-times", "same-amount"),
    (may(), count(None, at_most=30, when="1904-06"), "different-times", "meet"),
    # A part and its whole.
    (may(), may(30, who="all"), "fit", "part-fits"),
    (may(30), may(30, who="all"), "fit", "part-fits"),
    (may(31), may(30, who="all"), "contradict", "part-above-whole"),
    (count(31), count(30, who="all"), "contradict-unless", "part-above-whole"),
    (may(31), count(30, who="all", when="1904-06"), "opposite-times", "part-above-whole"),
    (dead("[..1903]"), dead("[..1905]", 30), "fit", "part-fits"),
    (dead("1902/1903"), dead("[..1905]", None, who="all", at_least=5), "fit", "part-fits"),
    (dead("[..1903]", 31), dead("[..1905]", None, at_most=30), "contradict", "part-above-whole"),
    # Choices of one thing, or of the time of what is told of.
    (why(), why(), "both-name", "same-choice"),
    (why(denies=True), why(denies=True), "both-name", "same-choice"),
    (who(), who(when="1904"), "both-name", "same-choice"),
    (why(who=["guards"], when="1903-06"), why(who=["guards"], when="1903-06", denies=True), "contradict", "denied"),
    (why(), why(denies=True), "contradict-unless", "denied"),
    (why(), why(when="1905", denies=True), "opposite-times", "denied"),
    (why(), why(when="1904", denies=True), "contradict-unless", "denied"),
    (who(), who(when=None, denies=True), "contradict", "denied"),
    (who(), who("smith"), "contradict", "contrary"),
    (who(), who("smith", when=None), "contradict", "contrary"),
    (why("peace", who=["guards"], when="1903-06"), why("war", who=["guards"], when="1903-06"), "contradict", "contrary"),
    (why("peace"), why("war", when=None), "contradict-unless", "contrary"),
    (why("peace"), why("war", when="1905"), "opposite-times", "contrary"),
    (why("peace", who=["guards"]), why("war", who=["strangers"]), "contradict-unless", "contrary"),
    # Nobody knows who the unnamed are, not even that they are the same.
    (why("peace", who=["some"], when="1903-06"), why("war", who=["guards"], when="1903-06"), "contradict-unless", "contrary"),
    (why("peace", who=["some"], when="1903-06"), why("war", who=["some"], when="1903-06"), "contradict-unless", "contrary"),
    # What lasted for some part of a time need not have lasted at another.
    (felt("1903", "peace", GUARDS), felt("1903", "war", GUARDS), "contradict", "contrary"),
    (felt("1903-06", "peace", GUARDS), felt("1903", "war", GUARDS), "contradict", "contrary"),
    (felt("[1901..1905]", "peace", GUARDS), felt("1903", "war", GUARDS), "contradict-unless", "contrary"),
    (felt("[1903..]", "peace", GUARDS), felt("1901/1904", "war", GUARDS), "contradict-unless", "contrary"),
    (felt("[1903-06-01..1903-06-20]", "peace", GUARDS), felt("1903", "war", GUARDS), "contradict", "contrary"),
    (felt("[..1901]", "peace", GUARDS), felt("1903", "war", GUARDS), "opposite-times", "contrary"),
    # Two choices that a question declares to fit.
    (why("bread", who=["guards"], when="1903-06"), why("war", who=["guards"], when="1903-06"), "fit", "fitting"),
    (why("bread", who=["guards"], when="1903-06"), why("war", who=["guards"], when="1905-06"), "different-times", "fitting"),
    # Of two other choices nothing is declared.
    (why(), why("peace"), "answer-differently", "not-judged"),
    (why(), why("peace", when=None), "answer-differently", "not-judged"),
    (why(), why("peace", when="1904"), "answer-differently", "not-judged"),
    (who(), who("smith", denies=True), "answer-differently", "not-judged"),
    (who(denies=True), who("smith", denies=True), "answer-differently", "not-judged"),
    (felt("1903"), felt("1903-06", "peace"), "answer-differently", "not-judged"),
    (felt("1901/1903"), felt("1902/1904"), "count-different", "time-overlap"),
]
# fmt: on
"""Two answers of two documents, the verdict, and the reason."""


@pytest.mark.parametrize(("one", "other", "outcome", "reason"), STEPS)
def test_each_row_of_the_method(one: MadeUp, other: MadeUp, outcome: str, reason: str) -> None:
    """The verdict follows from both, whichever of the two answers comes first."""
    there, back = compared(one, other), compared(other, one)
    assert (there.outcome, there.why) == (outcome, reason)
    assert (back.outcome, back.why) == (outcome, reason)


@pytest.mark.parametrize(
    ("one", "other", "doubts"),
    [
        (count(), count(13), ("time",)),
        (may(), may(13, who="strangers"), ("people",)),
        (count(), count(13, who="strangers"), ("time", "people")),
        (may(), may(13), ()),
        (count(), count(12, when=None), ()),
    ],
)
def test_what_would_part_two_answers(one: MadeUp, other: MadeUp, doubts: tuple[str, ...]) -> None:
    """A contradiction with a doubt says what the doubt is; nothing else has one."""
    assert compared(one, other).doubts == doubts


@pytest.mark.parametrize(
    ("one", "other", "says", "reach"),
    [
        (count(), choice("came", "many"), "not-judged", "other"),
        (may(), may(13, basis="arrived"), "opposed", "other"),
        (may(), may(), "same", "one"),
        (count(), count(13), "opposed", "unknown"),
        (may(), may(13, when="1904-05"), "opposed", "times-apart"),
        (who(), who("smith"), "opposed", "one"),
        (tied("repeats"), may(13), "same", "one"),
        (tied("same_origin"), may(), "same", "one"),
        (tied("same_origin"), may(13), "opposed", "one"),
        (tied("same_origin"), choice("came", "many"), "not-judged", "other"),
        (tied("disputes"), may(), "opposed", "one"),
        (tied("part_of"), may(13), "fits", "one"),
    ],
)
def test_what_two_answers_say_and_of_what(
    one: MadeUp, other: MadeUp, says: str, reach: str
) -> None:
    """Both are given beside the verdict; without arithmetic, conclusion or time between them."""
    found = compared(one, other)
    assert (found.says, found.reach) == (says, reach)
    assert (found.yearly, found.concluded) == (False, False)
    assert found.days == (336 if reach == "times-apart" else 0)


def test_how_long_lies_between() -> None:
    """The days from the end of the earlier time to the beginning of the later."""
    found = compared(count(7, when="1903-12-15"), count(10, when="1904-04-10"))
    assert (found.outcome, found.days) == ("opposite-times", 117)
    assert compared(may(), may(13)).days == 0


def test_a_monthly_rate_is_mentioned() -> None:
    """A multiplication is mentioned, and only where there was one."""
    assert compared(may(1, per="month"), may(12, per="year")).yearly
    assert not compared(may(1, per="month"), may(1, per="month")).yearly


LINKS = [
    ("repeats", "one-voice", "repeats"),
    ("same_origin", "one-voice", "same-origin"),
    ("disputes", "contradict", "disputes"),
    ("part_of", "part-of", "part-of"),
    ("updates", "contradict", "apart"),
    ("inferred_from", "contradict", "apart"),
]
"""How a record ties a fact to another, and what comes of two answers that contradict each other."""


@pytest.mark.parametrize(("how", "outcome", "reason"), LINKS)
def test_what_the_records_say_comes_first(how: str, outcome: str, reason: str) -> None:
    """A tie that settles it does so whatever the numbers are; another tie does not."""
    tie = {"related_facts": [{"fact": fact_id("2"), "how": how}]}
    back = {"related_facts": [{"fact": fact_id("1"), "how": how}]}
    for found in (
        compared({**may(), **tie}, may(13)),
        compared(may(), {**may(13), **back}),
    ):
        assert (found.outcome, found.why) == (outcome, reason)


# fmt: off
SEVERAL = [
    ("repeats", [may(), may(30, "carters")], [may(), may(30, "carters")], {"one-voice": 2, "count-different": 2}),
    ("repeats", [may(), may(30, "carters")], [may(about=True)], {"one-voice": 1, "count-different": 1}),
    ("repeats", [who(), who("smith")], [who("smith")], {"one-voice": 1, "contradict": 1}),
    ("same_origin", [why(), why("peace")], [why()], {"one-voice": 1, "answer-differently": 1}),
    ("disputes", [may(), may(30, "carters")], [may(13)], {"contradict": 1, "count-different": 1}),
    ("disputes", [who(), who("smith")], [who(denies=True)], {"contradict": 1, "answer-differently": 1}),
    ("disputes", [why(), why("peace")], [why(denies=True)], {"contradict": 1, "answer-differently": 1}),
    ("part_of", [may(), may(30, "carters")], [may(40, "all")], {"part-of": 2}),
    ("part_of", [may(), may(50, "carters")], [may(40, "all")], {"part-of": 1, "contradict": 1}),
]
# fmt: on
"""A tie, answers of the fact that has it and of the other, and how many pairs come out how."""


@pytest.mark.parametrize(("how", "one", "other", "outcomes"), SEVERAL)
def test_a_tie_is_of_the_answers_that_meet(
    how: str, one: list[MadeUp], other: list[MadeUp], outcomes: Mapping[str, int]
) -> None:
    """Who repeats two figures does not repeat the one by the other."""
    facts = [
        {key: [answer for fact in facts for answer in fact[key]], "when": "1903-05"}
        for facts in (one, other)
        for key in ("figures", "choices")
        if key in facts[0]
    ]
    tie = {"related_facts": [{"fact": fact_id("2"), "how": how}]}
    atlas = made_up({"letter/1": {**facts[0], **tie}, "report/2": facts[1]}, questions=QUESTIONS)
    pairs = [pair for ref in atlas.questions for pair in comparisons(ref, atlas)]
    found = [pair.outcome for pair in pairs if pair.a.claim.id != pair.b.claim.id]
    assert Counter(found) == outcomes


@pytest.mark.parametrize(
    ("one", "other", "outcome", "reason"),
    [
        (may(), may(), "one-voice", "same-origin"),
        (who(), who(), "one-voice", "same-origin"),
        (may(), may(13), "contradict", "apart"),
        (may(), may(None, at_least=12), "fit", "meet"),
        (may(), may(when="1904-05"), "different-times", "same-amount"),
    ],
)
def test_two_who_have_it_from_a_third_are_one_voice(
    one: MadeUp, other: MadeUp, outcome: str, reason: str
) -> None:
    """If they say the same; and whether or not the third answers the question itself."""
    tie = {"related_facts": [{"fact": fact_id("3"), "how": "repeats"}]}
    facts = {"letter/1": {**one, **tie}, "report/2": {**other, **tie}, "notes/3": {}}
    atlas = made_up(facts, questions=QUESTIONS)
    (found,) = (pair for ref in atlas.questions for pair in comparisons(ref, atlas))
    assert (found.outcome, found.why) == (outcome, reason)


def test_a_tie_to_another_fact_settles_nothing() -> None:
    """What a record says of a third fact is not said of these two."""
    tie = {"related_facts": [{"fact": fact_id("3"), "how": "repeats"}]}
    assert compared({**may(), **tie}, may(13)).outcome == "contradict"


ONE_SPEAKER = [
    (may(), may(), "one-voice", "same-speaker"),
    (why(), why(), "one-voice", "same-speaker"),
    (may(), may(13), "contradict", "apart"),
    (may(None, at_least=12), may(), "fit", "meet"),
    (may(), may(when="1904-05"), "different-times", "same-amount"),
    (why(), why("peace"), "answer-differently", "not-judged"),
    ({**may(), "attributed_to": "the miller"}, may(), "agree", "same-amount"),
    (
        {**may(), "attributed_to": "unnamed"},
        {**may(), "attributed_to": "unnamed"},
        "agree",
        "same-amount",
    ),
]
"""Two answers of one document, mostly by one speaker."""


@pytest.mark.parametrize(("one", "other", "outcome", "reason"), ONE_SPEAKER)
def test_a_speaker_who_says_it_twice(one: MadeUp, other: MadeUp, outcome: str, reason: str) -> None:
    """One who agrees with itself is one voice; one who contradicts itself is shown to."""
    atlas = made_up({"report/1": one, "report/2": other}, questions=QUESTIONS)
    (found,) = (pair for ref in atlas.questions for pair in comparisons(ref, atlas))
    assert (found.outcome, found.why) == (outcome, reason)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ({"statement": "The miller rang it."}, {"statement": "The miller rang it."}, "agree"),
        ({"statement": "The miller rang it."}, {"statement": "It was the miller."}, "both-name"),
        ({"relations": [("a", "led", "b")]}, {"relations": [("a", "led", "b")]}, "agree"),
        ({"relations": [("a", "led", "b")]}, {"relations": [("a", "led", "c")]}, "both-name"),
        (
            {"relations": [("a", "led", "b"), ("a", "led", "c")]},
            {"relations": [("a", "led", "b"), ("a", "led", "c")]},
            "both-name",
        ),
    ],
)
def test_two_agree_only_in_one_statement(one: MadeUp, other: MadeUp, outcome: str) -> None:
    """In the same words, or by one and the same tie; else both only name the same answer."""
    found = compared({**who(), **_tied(one)}, {**who(), **_tied(other)})
    assert found.outcome == outcome


def _tied(fields: MadeUp) -> MadeUp:
    ties = [
        {"subject": f"people/{a}", "relation": how, "object": f"units/{b}"}
        for a, how, b in fields.get("relations", ())
    ]
    return {**fields, "relations": ties}


def test_every_verdict_and_reason_has_a_row() -> None:
    """The tables above show each verdict and each reason that the method can give."""
    rows = [*STEPS, *LINKS, *ONE_SPEAKER]
    assert {reason for *_, reason in rows} == {*get_args(Reason)} - {"change"}
    assert {outcome for *_, outcome, _ in rows} == {*OUTCOMES} - {"change"}


def test_what_is_not_a_finding_is_an_outcome() -> None:
    """Pages leave it out by this name."""
    assert NO_FINDING in OUTCOMES


def test_a_fact_is_not_compared_with_itself() -> None:
    """Two figures of a fact in one sense are the ends of a change; any others are no pair."""
    figures = [*count(7000)["figures"], *count(700)["figures"], *count(5, who="carters")["figures"]]
    atlas = made_up({"report/1": {**count(), "figures": figures}}, questions=QUESTIONS)
    (found,) = comparisons("questions/came", atlas)
    assert [found.a.index, found.b.index, found.outcome] == [0, 1, "change"]
    assert [found.says, found.reach, found.why] == ["not-judged", "times-apart", "change"]


def test_what_was_before_a_change_has_no_separate_date() -> None:
    """The first of two amounts held at some time before the change."""
    figures = [*count(7000)["figures"], *count(700)["figures"]]
    change = {**count(when="1903-12-15"), "figures": figures}
    atlas = made_up({"letter/1": change, "report/2": may()}, questions=QUESTIONS)
    pairs = {
        (one.a.index, one.b.claim.id): one.outcome for one in comparisons("questions/came", atlas)
    }
    assert pairs[0, fact_id("2")] == "contradict-unless"
    assert pairs[1, fact_id("2")] == "opposite-times"


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
        ([], [], "unknown"),
    ],
)
def test_whom_the_answers_count(one: list[str], other: list[str], extent: str) -> None:
    """Groups are compared by what they are made of."""
    atlas = _pair(count(who=one), count(who=other))
    a, b = atlas.answers["questions/came"]
    question = atlas.questions["questions/came"].record
    assert people_extent(a.given, b.given, question) == extent


@pytest.mark.parametrize(
    ("basis", "one", "other", "extent"),
    [
        ("present", "1903", "1903-06", "unknown"),
        ("present", "1903-06", "1903-06/1903-08", "unknown"),
        ("present", "1903-06", "1903-09", "apart"),
        ("present", "1903", "1904", "unknown"),
        ("present", "1903", "1905", "apart"),
        ("present", "1905", "1903", "apart"),
        ("present", "1903-06-01", "1903-06-01/1903-07-02", "equal"),
        ("present", "1903-06-01", "1903-06-01/1903-07-03", "unknown"),
        ("present", "1903-05/1903-06-01", "1903-06-01", "equal"),
        ("present", "1903-05-31", "1903-06-01", "equal"),
        ("present", "1903-06-01/1903-07-02", "1903-06-01", "equal"),
        ("arrived", "[..1903-05]", "1903-05", "equal"),
        ("arrived", "[..1903]", "1901", "apart"),
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
    assert scope(a, b, atlas.questions["questions/came"].record).time == extent


ROWS = [row for *pair, _, _ in STEPS for row in pair]


@given(st.sampled_from(ROWS), st.sampled_from(ROWS))
def test_comparing_is_even_handed(one: MadeUp, other: MadeUp) -> None:
    """The order of two answers to one question changes neither the outcome nor the reason."""
    atlas = made_up({"report/1": one, "report/2": other}, questions=QUESTIONS)
    for answers in atlas.answers.values():
        for a, b in combinations(answers, 2):
            there, back = compare(a, b, atlas), compare(b, a, atlas)
            assert (there.outcome, there.why) == (back.outcome, back.why)
