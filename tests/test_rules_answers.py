"""The rules about questions and the facets of their answers, at their edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.atlas.join import join
from generator.rules.answers import (
    answers_carry_a_topic,
    choices_are_known,
    facets_are_those_of_the_question,
    narrower_questions_are_parts,
    pairs_are_of_choices,
    populations_are_made_of_others,
    silence_is_still_so,
)
from tests.made_up import MadeUp, complaints, entries_of, made_up

COUNTED: MadeUp = {"title": "How many?", "unit": "person"}


def figure(**fields: Any) -> MadeUp:
    """A figure of 12 people."""
    return {"as_stated": "12", "number": 12, "unit": "person", **fields}


HOW: MadeUp = {
    "title": "How many?",
    "unit": "person",
    "population": {"guards": "Guards", "all": {"label": "All", "made_of": ["guards"]}},
    "basis": {"present": {"label": "there", "time": "moment"}},
}
WHY: MadeUp = {
    "title": "Why?",
    "population": HOW["population"],
    "basis": HOW["basis"],
    "choices": {"bread": "for bread"},
}
FACETS = {"population": ["guards"], "basis": "present"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (figure(answers="questions/how", **FACETS), []),
        (figure(answers="questions/how", population=["guards", "all"], basis="present"), []),
        (figure(answers="questions/how", population=["guards", "cats"], basis="present"), ["population"]),
        (figure(answers="questions/how", population=["guards"], basis="absent"), ["basis"]),
        (figure(answers="questions/how", population=["guards"]), [""]),
        (figure(answers="questions/how", basis="present"), [""]),
        (figure(answers="questions/plain"), []),
        (figure(answers="questions/plain", **FACETS), ["population", "basis"]),
        (figure(answers="questions/plain", unit="cow"), ["unit"]),
        (figure(answers="questions/why", **FACETS), ["unit"]),
        (figure(answers="questions/part", **FACETS), ["answers"]),
        (figure(answers="questions/part", unit="cow", population=["cats"]), ["answers"]),
        (figure(answers="questions/no", population=["cats"]), []),
        (figure(population=["cats"]), []),
    ],
)  # fmt: skip
def test_facets_of_a_figure(given: MadeUp, found: list[str]) -> None:
    """Each that the question lists, with a value listed there, and no other; and its unit."""
    narrower = {"title": "?", "broader": "questions/how", "within": {"basis": ["present"]}}
    questions = {"how": HOW, "plain": COUNTED, "why": WHY, "part": narrower}
    fact = {"figures": [figure(), given]}
    names = complaints(
        facets_are_those_of_the_question, made_up({"report/a": fact}, questions=questions)
    )
    assert names == [f"report/a figures 1{field and f' {field}'}: facet" for field in found]


def test_an_answer_to_a_view_hides_no_other() -> None:
    """The next one is asked about as well."""
    narrower = {"title": "?", "broader": "questions/how", "within": {"basis": ["present"]}}
    given = [figure(answers="questions/part"), figure(answers="questions/how")]
    atlas = made_up({"report/a": {"figures": given}}, questions={"how": HOW, "part": narrower})
    assert complaints(facets_are_those_of_the_question, atlas) == [
        "report/a figures 0 answers: facet",
        "report/a figures 1: facet",
        "report/a figures 1: facet",
    ]


@pytest.mark.parametrize(
    ("asked", "given", "found"),
    [
        ("person", ["cow", "cow"], ["questions/plain unit"]),
        ("person", ["cow", "person"], ["report/a figures 0 unit"]),
        # A single figure may as well be wrong itself.
        ("person", ["cow"], ["report/a figures 0 unit"]),
        ("person", ["cow", "house"], ["report/a figures 0 unit", "report/a figures 1 unit"]),
        # Another rule says that the vocabulary lacks the unit.
        ("ghost", ["cow", "cow"], []),
        ("ghost", ["cow", "house"], []),
    ],
)
def test_the_unit_that_all_figures_have(asked: str, given: list[str], found: list[str]) -> None:
    """If it is not that of the question, the question is wrong, and not the figures."""
    figures = [figure(answers="questions/plain", unit=unit) for unit in given]
    atlas = made_up(
        {"report/a": {"figures": figures}}, questions={"plain": {**COUNTED, "unit": asked}}
    )
    told = complaints(facets_are_those_of_the_question, atlas)
    assert told == [f"{one}: facet" for one in found]


def test_the_right_unit_of_a_question_is_named() -> None:
    """It is that of the figures."""
    figures = [figure(answers="questions/plain", unit="cow")] * 2
    atlas = made_up({"report/a": {"figures": figures}}, questions={"plain": COUNTED})
    (problem,) = facets_are_those_of_the_question(atlas)
    assert problem.message.endswith("write `unit: cow`")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"choice": "bread", **FACETS}, []),
        ({"choice": "bread", "basis": "present"}, []),
        ({"choice": "bread"}, [""]),
        ({"choice": "bread", "basis": "present", "population": ["cats"]}, ["population"]),
        ({"choice": "bread", "basis": "absent"}, ["basis"]),
    ],
)
def test_facets_of_a_choice(given: MadeUp, found: list[str]) -> None:
    """They are those of the question; the people may be left out."""
    first = {"answers": "questions/why", "choice": "bread", **FACETS}
    fact = {"choices": [first, {"answers": "questions/why", **given}]}
    names = complaints(
        facets_are_those_of_the_question, made_up({"report/a": fact}, questions={"why": WHY})
    )
    assert names == [f"report/a choices 1{field and f' {field}'}: facet" for field in found]


def test_choices() -> None:
    """One that the question does not list is told; so is one of a question that lists none."""
    choices = [
        {"answers": "questions/why", "choice": "bread"},
        {"answers": "questions/why", "choice": "peace"},
        {"answers": "questions/plain", "choice": "bread"},
        {"answers": "questions/no", "choice": "bread"},
    ]
    fact = {"figures": [figure(answers="questions/why")], "choices": choices}
    atlas = made_up({"report/a": fact}, questions={"why": WHY, "plain": COUNTED})
    assert complaints(choices_are_known, atlas) == [
        "report/a choices 1 choice: facet",
        "report/a choices 2 choice: facet",
    ]


@pytest.mark.parametrize(
    ("questions", "found"),
    [
        ({"how": HOW}, []),
        (
            {"how": {**HOW, "population": {"all": {"label": "All", "made_of": ["cats", "guards"]}, "guards": "Guards"}}},
            ["how population all made_of 0"],
        ),
        (
            {"how": {**HOW, "population": {"one": {"label": "A", "made_of": ["two", "three"]}, "two": {"label": "B", "made_of": ["one"]}, "three": "C"}}},
            ["how population one", "how population two"],
        ),
        (
            {"how": {**HOW, "population": {"one": {"label": "A", "made_of": ["other"]}, "other": {"label": "B", "made_of": ["one"]}}}},
            ["how population one", "how population other"],
        ),
        ({"how": HOW, "part": {"title": "?", "broader": "questions/how", "within": {"population": ["guards"], "basis": ["present"]}}}, []),
        (
            {"how": HOW, "part": {"title": "?", "broader": "questions/how", "within": {"population": ["guards", "cats"], "basis": ["absent"]}}},
            ["part within population 1", "part within basis 0"],
        ),
        ({"part": {"title": "?", "broader": "questions/no", "within": {"population": ["cats"]}}}, []),
        (
            {
                "how": HOW,
                "part": {"title": "?", "broader": "questions/how", "within": {"basis": ["present"]}},
                "sub": {"title": "?", "broader": "questions/part", "within": {"basis": ["present"]}},
            },
            ["sub broader", "sub within basis 0"],
        ),
    ],
)  # fmt: skip
def test_questions(questions: Mapping[str, MadeUp], found: list[str]) -> None:
    """Populations are made of known ones, and in the end of some that nothing is a part of."""
    atlas = made_up({"report/a": {}}, questions=questions)
    names = [
        *complaints(populations_are_made_of_others, atlas),
        *complaints(narrower_questions_are_parts, atlas),
    ]
    assert names == [f"questions/{one}: facet" for one in found]


@pytest.mark.parametrize(
    ("contrary", "found"),
    [
        ([], []),
        ([["bread", "peace"]], []),
        ([["bread", "peace"], ["peace", "rest"]], []),
        ([["bread", "war"]], [0]),
        ([["war", "bread"], ["bread", "peace"]], [0]),
        ([["war", "strife"]], [0, 0]),
        ([["bread", "bread"]], [0]),
        ([["war", "war"]], [0, 0, 0]),
        ([["bread", "peace"], ["bread", "peace"]], [1]),
        ([["bread", "peace"], ["rest", "peace"], ["peace", "bread"]], [2]),
    ],
)
@pytest.mark.parametrize("field", ["contrary", "fitting"])
def test_contraries(field: str, contrary: list[list[str]], found: list[int]) -> None:
    """Two choices of the question, in either order named once."""
    choices = {"bread": "for bread", "peace": "for peace", "rest": "for rest"}
    question = {"title": "Why?", "choices": choices, field: contrary}
    atlas = made_up({"report/a": {}}, questions={"how": COUNTED, "why": question})
    assert complaints(pairs_are_of_choices, atlas) == [
        f"questions/why {field} {index}: facet" for index in found
    ]


def test_a_pair_is_not_both_contrary_and_fitting() -> None:
    """It is listed once among both."""
    pairs = {"contrary": [["bread", "peace"]], "fitting": [["peace", "bread"]]}
    question = {"title": "Why?", "choices": {"bread": "for bread", "peace": "for peace"}, **pairs}
    atlas = made_up({"report/a": {}}, questions={"why": question})
    assert complaints(pairs_are_of_choices, atlas) == ["questions/why fitting 0: facet"]


@pytest.mark.parametrize(
    ("silent", "found"),
    [
        (["sources/letter"], []),
        (["sources/nowhere"], [0]),
        (["people/ada"], [0]),
        (["sources/report"], [0]),
        (["sources/letter", "sources/report", "sources/nowhere"], [1, 2]),
    ],
)
def test_silence(silent: list[str], found: list[int]) -> None:
    """A document that there is, without an answer to this question; to another it may have some."""
    answer = {"figures": [figure(answers="questions/how")]}
    atlas = made_up(
        {"report/a": answer, "letter/b": {"figures": [figure(answers="questions/plain")]}},
        entities={"people/ada": {}},
        questions={
            "how": {**COUNTED, "silent": [{"source": one} for one in silent]},
            "plain": COUNTED,
            "unanswered": {**COUNTED, "silent": [{"source": "sources/report"}]},
        },
    )
    assert complaints(silence_is_still_so, atlas) == [
        f"questions/how silent {index}: silence" for index in found
    ]


def test_a_silent_document_that_could_not_be_read() -> None:
    """It has a problem of its own; of those after it, what is wrong is told all the same."""
    silent = [{"source": f"sources/{one}"} for one in ("letter", "nowhere")]
    entries = entries_of({"report/a": {}}, questions={"how": {**COUNTED, "silent": silent}})
    atlas = join(replace(entries, unread=frozenset(["sources/letter"])))
    assert complaints(silence_is_still_so, atlas) == ["questions/how silent 1: silence"]


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ({}, True),
        ({"topics": ["topics/bell"]}, False),
        ({"topics": ["topics/mill"]}, True),
        ({"topics": ["topics/mill", "topics/bell"]}, False),
        ({"statement": "[[topics/bell|It]] rang."}, False),
        ({"resolves": {"it": "topics/bell"}}, False),
        # The words for whoever says it are not what it speaks of.
        ({"attributed_to": "ringers of the [[Bell]]"}, True),
        # Another rule tells of a reference that leads nowhere.
        ({"topics": ["topics/no"]}, False),
    ],
)
@pytest.mark.parametrize("kind", ["figures", "choices"])
def test_a_topic_of_the_question(kind: str, fact: MadeUp, told: bool) -> None:
    """Every answer is filed under one of its topics, or mentions one."""
    choice = {"answers": "questions/why", "choice": "bread"}
    given = {"figures": [figure(), figure(answers="questions/how")], "choices": [choice]}[kind]
    topics = ["topics/bell", "people/ada"]
    atlas = made_up(
        {"report/1": {"topics": ["topics/no"], kind: given}, "report/a": {kind: given, **fact}},
        entities={"topics/bell": {}, "topics/mill": {}, "people/ada": {}},
        questions={"how": {**COUNTED, "topics": topics}, "why": {**WHY, "topics": topics}},
    )
    place = "figures 1" if kind == "figures" else "choices 0"
    assert complaints(answers_carry_a_topic, atlas) == (
        [f"report/a {place}: topic"] if told else []
    )


def test_a_topic_is_asked_of_sound_answers_only() -> None:
    """Not where the question has none, asks for something else, or has one that is unknown."""
    figures = [figure(answers=f"questions/{one}") for one in ("plain", "why", "lost", "how")]
    questions = {
        "plain": COUNTED,
        "why": {**WHY, "topics": ["people/ada"]},
        "lost": {**COUNTED, "topics": ["people/no"]},
        "how": {**COUNTED, "topics": ["people/ada"]},
    }
    choices = [{"answers": "questions/how", "choice": "bread"}]
    atlas = made_up(
        {"report/a": {"figures": figures, "choices": choices}},
        entities={"people/ada": {}},
        questions=questions,
    )
    assert complaints(answers_carry_a_topic, atlas) == ["report/a figures 3: topic"]
