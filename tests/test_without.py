"""What rests on one document: what would be left if it were taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.atlas.atlas import Answer, Atlas
from generator.atlas.join import join
from generator.findings.alike import says_the_same
from generator.findings.compare import comparisons
from generator.findings.findings import find_out
from generator.findings.ties import ties
from generator.findings.without import Without, letters, losses, per_document
from generator.load.entries import Entries
from generator.records import Choice, Question
from generator.records.questions import leaves
from tests.made_up import MadeUp, answered_by, entries_of, fact_id, made_up
from tests.project import Project

QUESTIONS: Mapping[str, MadeUp] = {
    "came": {
        "title": "How many came?",
        "unit": "person",
        "population": {"guards": "Guards", "carters": "Carters"},
    },
    "guards-came": {
        "title": "How many guards came?",
        "broader": "questions/came",
        "within": {"population": ["guards"]},
    },
    "left": {"title": "How many left?", "unit": "person"},
    "went": {"title": "Did many go?", "choices": {"many": "Many", "few": "Few"}},
    "fared": {
        "title": "How did they fare?",
        "choices": {"well": "Well", "badly": "Badly"},
        "population": {"guards": "Guards", "carters": "Carters", "cooks": "Cooks"},
        "basis": {
            "paid": {"label": "Paid", "time": "event"},
            "unpaid": {"label": "Unpaid", "time": "event"},
        },
    },
    "stayed": {"title": "How many stayed?", "unit": "person"},
}
ENTITIES: Mapping[str, MadeUp] = {ref: {} for ref in ("people/ada", "people/edo", "units/guild")}


def count(number: int | None, question: str = "left", **fields: Any) -> MadeUp:
    """A figure that answers a question; another bound may stand instead of the number."""
    given = {"as_stated": "12", "unit": "person", "answers": f"questions/{question}"}
    return {**given, **({} if number is None else {"number": number}), **fields}


def says(*figures: MadeUp, **fields: Any) -> MadeUp:
    """A fact with these figures, all of one year."""
    return {"figures": [*figures], "when": "1903", **fields}


def lost(facts: Mapping[str, MadeUp]) -> dict[str, Without]:
    """What would be lost without each document, by its name."""
    atlas = made_up(facts, questions=QUESTIONS, entities=ENTITIES)
    found = losses(atlas, find_out(atlas))
    return {source.removeprefix("sources/"): one for source, one in found.items()}


def test_facts_that_are_left() -> None:
    """Of all, and of each entity that would lose some; of nobody else is anything said."""
    facts = {
        "letter/a": {"statement": "[[people/ada|Ada]] met [[people/edo|Edo]]."},
        "report/b": {"statement": "[[people/ada|Ada]] left."},
        "report/c": {"statement": "[[people/ada|Ada]] stayed, says [[people/nobody|Nobody]]."},
    }
    letter = lost(facts)["letter"]
    assert (letter.facts.left, letter.facts.all) == (2, 3)
    assert [(one.ref, one.left, one.all) for one in letter.entities] == [
        ("people/ada", 2, 3),
        ("people/edo", 0, 1),
    ]
    assert letter.emptied == ("people/edo",)
    report = lost(facts)["report"]
    assert (report.facts.left, report.facts.all) == (1, 3)
    assert [(one.ref, one.left, one.all) for one in report.entities] == [("people/ada", 1, 3)]
    assert report.emptied == ()


def test_a_document_from_which_nothing_is_drawn_takes_nothing() -> None:
    """It has no claims: all is left."""
    atlas = made_up({"letter/a": {}}, documents={"report": {}}, texts={"report": "Nothing."})
    found = losses(atlas, find_out(atlas))["sources/report"]
    assert (found.facts.left, found.facts.all) == (1, 1)
    assert (found.entities, found.questions, found.answers) == ((), (), ())


ASKED = [
    # Answers of two documents that can't both be so: without either they no longer disagree.
    ({"letter/a": says(count(1)), "report/b": says(count(2))}, {"letter": (1, 2, True, False), "report": (1, 2, True, False)}),
    # A third that agrees with one of them: only the other one is needed for the disagreement.
    (
        {"letter/a": says(count(1)), "report/b": says(count(2)), "notes/c": says(count(2))},
        {"letter": (2, 3, True, False), "report": (2, 3, True, True), "notes": (2, 3, True, True)},
    ),
    # A fact is not compared with itself: what is left of two amounts of one is no contradiction.
    (
        {"letter/a": says(count(1), count(2)), "report/b": says(count(1))},
        {"letter": (1, 3, True, False), "report": (2, 3, True, False)},
    ),
    # A document that contradicts itself in two facts does so without the others.
    (
        {"letter/a": says(count(1)), "letter/c": says(count(2)), "report/b": says(count(1))},
        {"letter": (1, 3, True, False), "report": (2, 3, True, True)},
    ),
    # Nobody disagrees.
    ({"letter/a": says(count(1)), "report/b": says(count(1))}, {"letter": (1, 2, False, False), "report": (1, 2, False, False)}),
    # Nobody else answers.
    ({"letter/a": says(count(1)), "report/b": says()}, {"letter": (0, 1, False, False)}),
]  # fmt: skip
"""Facts; and by document how many answers would be left, of how many, disputed, and still so."""


@pytest.mark.parametrize(("facts", "expected"), ASKED)
def test_questions_that_lose_answers(
    facts: Mapping[str, MadeUp], expected: dict[str, tuple[int, int, bool, bool]]
) -> None:
    """How many would be left, whether there is a disagreement, and whether it would remain."""
    found = lost(facts)
    asked = {
        name: (one.left, one.all, one.disputed, one.still)
        for name, without in found.items()
        for one in without.questions
    }
    assert asked == expected
    for name, (left, _, disputed, still) in expected.items():
        assert found[name].unanswered == (() if left else ("questions/left",))
        assert found[name].settled == (("questions/left",) if disputed and not still else ())


def test_a_fact_with_two_answers_takes_both() -> None:
    """What is counted are answers and not facts, each to its question."""
    found = lost({"letter/a": says(count(1), count(2, "stayed"), count(3)), "report/b": says(count(1))})  # fmt: skip
    asked = [(one.ref, one.left, one.all) for one in found["letter"].questions]
    assert asked == [("questions/left", 1, 3), ("questions/stayed", 0, 1)]


@pytest.mark.parametrize(
    ("facts", "own"),
    [
        # An answer that another document gives too is nobody's own; one that contradicts it is.
        (
            {
                "letter/a": says(count(1)),
                "report/b": says(count(1)),
                "notes/c": says(count(2)),
                "report/d": says(count(3)),
            },
            {"letter": [], "report": ["d"], "notes": ["c"]},
        ),
        # What two facts of one document say is still its own.
        (
            {"letter/a": says(count(1)), "letter/b": says(count(1)), "report/c": says()},
            {"letter": ["a", "b"], "report": []},
        ),
        # One voice is the same answer, whatever its number.
        (
            {
                "letter/a": says(count(1)),
                "report/b": says(
                    count(2), related_facts=[{"fact": fact_id("a"), "how": "repeats"}]
                ),
            },
            {"letter": [], "report": []},
        ),
        # What may be so as well is another answer.
        (
            {
                "letter/a": says(count(5)),
                "report/b": says(count(None, at_least=5)),
            },
            {"letter": ["a"], "report": ["b"]},
        ),
        # Two answers of one fact are told apart.
        (
            {"letter/a": says(count(1), count(2)), "report/b": says(count(2))},
            {"letter": ["a"], "report": []},
        ),
    ],
)
def test_answers_that_no_other_document_gives(
    facts: Mapping[str, MadeUp], own: dict[str, list[str]]
) -> None:
    """With them no answer of another document agrees."""
    found = lost(facts)
    assert {name: answered_by(one.answers) for name, one in found.items()} == own


def test_a_choice_that_another_document_gives_is_not_its_own() -> None:
    """Whatever else the two claims state, and whenever; a denial is another answer."""
    many = {"answers": "questions/went", "choice": "many"}
    facts = {
        "letter/a": {"choices": [many], "type": "event", "when": "1903"},
        "letter/b": {"choices": [{**many, "choice": "few"}], "type": "event", "when": "1903"},
        "letter/c": {"choices": [{**many, "denies": "true"}], "type": "event", "when": "1903"},
        "report/d": {"choices": [many], "type": "event", "when": "1905"},
    }
    found = lost(facts)
    assert answered_by(found["letter"].answers) == ["b", "c"]
    assert found["report"].answers == ()


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ({"population": ["guards"]}, {"population": ["guards"]}, True),
        ({"population": ["guards"]}, {"population": ["carters"]}, False),
        ({"population": ["guards", "carters"]}, {"population": ["carters", "cooks"]}, False),
        ({"basis": "paid"}, {"basis": "paid"}, True),
        ({"basis": "paid"}, {"basis": "unpaid"}, False),
    ],
)
def test_the_same_choice_is_one_answer_only_for_the_same_people_and_sense(
    one: MadeUp, other: MadeUp, *, shared: bool
) -> None:
    """Else each document has an answer of its own."""
    many = {"answers": "questions/fared", "choice": "well"}
    facts = {
        "letter/a": {"choices": [{**many, **one}], "type": "event", "when": "1903"},
        "report/b": {"choices": [{**many, **other}], "type": "event", "when": "1903"},
    }
    found = lost(facts)
    own = [answered_by(found[name].answers) for name in ("letter", "report")]
    assert own == ([[], []] if shared else [["a"], ["b"]])


def test_an_answer_to_a_narrower_question_is_named_once() -> None:
    """Under the broader one, which it answers."""
    found = lost({"letter/a": says(count(1, "came", population=["guards"]))})
    assert [one.question for one in found["letter"].answers] == ["questions/came"]
    assert [one.ref for one in found["letter"].questions] == [
        "questions/came",
        "questions/guards-came",
    ]


def test_a_figure_and_a_choice_of_one_fact_are_two_answers() -> None:
    """Though each is the first of its kind."""
    choice = {"answers": "questions/went", "choice": "many"}
    facts = {
        "letter/a": says(count(1, "went"), choices=[choice]),
        "report/b": says(count(1, "went")),
    }
    own = lost(facts)["letter"].answers
    assert [type(one.given).__name__ for one in own] == ["Choice"]


def test_ties_that_no_other_document_states() -> None:
    """Whoever else states one keeps it."""
    led = {"subject": "people/ada", "relation": "commanded", "object": "units/guild"}
    met = {"subject": "people/ada", "relation": "met", "object": "people/edo"}
    found = lost(
        {
            "letter/a": {"relations": [led, met]},
            "letter/b": {"relations": [met]},
            "report/c": {"relations": [led]},
        }
    )
    assert [one.relation for one in found["letter"].ties] == ["met"]
    assert found["report"].ties == ()


def test_speakers_whom_no_other_document_lets_speak() -> None:
    """Those with a page; whoever passes something on does not count, nor a document's own voice."""
    found = lost(
        {
            "letter/a": {"attributed_to": ["people/nobody", "people/ada"]},
            "letter/b": {"attributed_to": "people/ada"},
            "letter/c": {"attributed_to": "people/edo"},
            "letter/d": {"attributed_to": "a guard", "via": "units/guild"},
            "report/e": {"attributed_to": "people/edo"},
        }
    )
    assert [one.key for one in found["letter"].claimants] == ["people/ada"]
    assert found["report"].claimants == ()


def test_claims_are_counted_by_document() -> None:
    """By the letter of each, in order, as the script reads it that leaves documents out."""
    atlas = made_up({"report/a": {}, "letter/b": {}, "report/c": {}})
    assert letters(atlas.claims.values()) == {"R": 2, "L": 1}
    assert per_document(atlas.claims.values()) == "L1 R2"
    assert per_document(()) == ""


Taken = tuple[Without, Atlas, Atlas]
"""What is computed of a document, the atlas with it, and the atlas without its facts."""


@pytest.fixture(scope="module")
def few() -> Entries:
    """Records of which the counts are known."""
    return entries_of(ASKED[1][0], questions=QUESTIONS)


@pytest.fixture(scope="module", params=["few", "world", "real"])
def taken(request: pytest.FixtureRequest) -> list[Taken]:
    """Each document, with the facts that it has, and as if it had none."""
    given = request.getfixturevalue(request.param)
    entries: Entries = given.entries if isinstance(given, Project) else given
    atlas = join(entries)
    lost = losses(atlas, find_out(atlas))
    assert [*lost] == [*atlas.documents]
    found = []
    for source in atlas.documents:
        others = tuple(one for one in entries.facts if atlas.claims[one.ref].source != source)
        rest = join(replace(entries, facts=others))
        found.append((lost[source], atlas, rest))
    return found


def disputed(ref: str, atlas: Atlas) -> bool:
    """Whether two answers to a question can't both be so."""
    return any(one.outcome == "contradict" for one in comparisons(ref, atlas))


def test_what_is_left_is_what_the_others_say(taken: list[Taken]) -> None:
    """Facts of each entity, answers to each question and their disagreement: as without it."""
    for lost, atlas, rest in taken:
        assert (lost.facts.left, lost.facts.all) == (len(rest.claims), len(atlas.claims))
        left = {one.ref: one.left for one in lost.entities}
        for ref, claims in atlas.about.items():
            if ref in atlas.entities:
                assert left.get(ref, len(claims)) == len(rest.about.get(ref, ())), ref
        asked = {one.ref: one for one in lost.questions}
        for ref, answers in atlas.answers.items():
            kept = len(rest.answers.get(ref, ()))
            if ref in asked:
                assert (asked[ref].left, asked[ref].all) == (kept, len(answers))
                assert (asked[ref].disputed, asked[ref].still) == (
                    disputed(ref, atlas),
                    disputed(ref, rest),
                )
            else:
                assert kept == len(answers)


def chosen_by_both(a: Answer, b: Answer, question: Question) -> bool:
    """Whether two answers are one choice in one sense, of people of whom one has, or may have, the other's."""
    one, two = a.given, b.given
    if not isinstance(one, Choice) or not isinstance(two, Choice):
        return False
    some, others = leaves(one.population, question), leaves(two.population, question)
    alike = (one.choice, one.denies, one.basis) == (two.choice, two.denies, two.basis)
    unnamed = any(question.population[name].unnamed for name in some | others)
    return alike and (unnamed or some <= others or others <= some)


def test_what_rests_on_it_is_nowhere_else(taken: list[Taken]) -> None:
    """Ties, claimants and answers that are told as its own are in no other document."""
    for lost, atlas, rest in taken:
        elsewhere = {(one.subject, one.relation, one.object) for one in ties(rest)}
        own = {(one.subject, one.relation, one.object) for one in lost.ties}
        everywhere = {(one.subject, one.relation, one.object) for one in ties(atlas)}
        assert own == everywhere - elsewhere
        assert {one.key for one in lost.claimants} == {
            key for key in atlas.said_by if key in atlas.entities and key not in rest.said_by
        }
        assert set(lost.emptied) == {ref for ref in atlas.entities if ref in atlas.about} - {
            *rest.about
        }
        assert {(one.claim.id, one.index) for one in lost.answers} == {
            (answer.claim.id, answer.index)
            for ref, entry in atlas.questions.items()
            for answer in atlas.answers.get(ref, ())
            if not entry.record.broader
            and answer.claim.source == lost.source
            and not any(
                (says_the_same(one) or chosen_by_both(one.a, one.b, entry.record))
                and answer in (one.a, one.b)
                and one.a.claim.source != one.b.claim.source
                for one in comparisons(ref, atlas)
            )
        }
