"""Origins: each row is a few made-up facts, which of them have one origin, and how many speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.findings.origins import have_one_origin, originators, origins
from tests.made_up import MadeUp, fact_id, made_up, name_of

WHY: MadeUp = {
    "title": "Why did they come?",
    "choices": {"bread": "for bread", "peace": "for peace"},
}


def says(**fields: Any) -> MadeUp:
    """A fact that answers the question, in its document's own voice."""
    return {"choices": [{"answers": "questions/why", "choice": "bread"}], **fields}


def said_by(*speakers: str, **fields: Any) -> MadeUp:
    """An answer of these speakers."""
    return says(attributed_to=list(speakers), attributed_as="they say", **fields)


def tied(other: str, how: str) -> MadeUp:
    """The field by which a record is tied to another."""
    return {"related_facts": [{"fact": fact_id(other), "how": how}]}


@pytest.mark.parametrize(
    ("facts", "groups"),
    [
        ({"a": {}, "b": {}}, {"a": "a", "b": "b"}),
        ({"a": {}, "b": tied("a", "repeats")}, {"a": "a", "b": "a"}),
        ({"a": tied("b", "same_origin"), "b": {}}, {"a": "a", "b": "a"}),
        ({"a": tied("c", "repeats"), "b": tied("c", "same_origin"), "c": {}}, dict.fromkeys("abc", "a")),
        ({"a": {}, "b": tied("a", "disputes"), "c": tied("a", "updates")}, {"a": "a", "b": "b", "c": "c"}),
        ({"a": {}, "b": tied("a", "part_of"), "c": tied("a", "inferred_from")}, {"a": "a", "b": "b", "c": "c"}),
        # A fact that is not there joins nobody.
        ({"a": tied("x", "repeats"), "b": tied("x", "repeats")}, {"a": "a", "b": "b"}),
    ],
)  # fmt: skip
def test_which_facts_have_one_origin(
    facts: Mapping[str, MadeUp], groups: Mapping[str, str]
) -> None:
    """Those that repeat each other, or go back to one source, by however many steps."""
    atlas = made_up({f"report/{name}": fields for name, fields in facts.items()})
    found = {name_of(fact): name_of(first) for fact, first in origins(atlas).items()}
    assert found == groups
    one, *_, other = atlas.claims.values()
    assert have_one_origin(one, other, atlas) is (
        found[name_of(one.id)] == found[name_of(other.id)]
    )


@pytest.mark.parametrize(
    ("facts", "number"),
    [
        ({}, 0),
        ({"report/a": says()}, 1),
        # A document's own voice is one, however often it speaks; another's is another.
        ({"report/a": says(), "report/b": says()}, 1),
        ({"report/a": says(), "letter/b": says()}, 2),
        # Whoever is credited is the originator, and not the document.
        ({"report/a": said_by("people/ada"), "letter/b": said_by("people/ada")}, 1),
        ({"report/a": said_by("people/ada"), "letter/b": said_by("people/edo")}, 2),
        ({"report/a": said_by("people/ada", "people/edo")}, 2),
        ({"report/a": says(), "report/b": said_by("people/ada")}, 2),
        # Those without a name are told apart by document and by the words for them.
        ({"report/a": said_by("a guard"), "report/b": said_by("a guard")}, 1),
        ({"report/a": said_by("a guard"), "report/b": said_by("a carter")}, 2),
        ({"report/a": said_by("a guard"), "letter/b": said_by("a guard")}, 2),
        ({"report/a": said_by("unnamed"), "letter/b": said_by("unnamed")}, 2),
        ({"report/a": said_by("unnamed"), "report/b": said_by("unnamed")}, 2),
        # Facts of one origin have one originator.
        ({"report/a": says(), "letter/b": says(**tied("a", "repeats"))}, 1),
        ({"report/a": says(**tied("b", "same_origin")), "letter/b": says()}, 1),
        ({"report/a": says(), "letter/b": says(**tied("a", "updates"))}, 2),
        ({"report/a": says(), "letter/b": says(**tied("a", "disputes"))}, 2),
        (
            {
                "report/a": says(),
                "letter/b": says(**tied("a", "repeats")),
                "memoir/c": says(**tied("b", "same_origin")),
                "notes/d": says(),
            },
            2,
        ),
        # Of several speakers the first is who has it from there.
        (
            {
                "report/a": said_by("people/ada", "people/edo"),
                "letter/b": said_by("people/kuri", "people/ney", **tied("a", "repeats")),
            },
            3,
        ),
        # Two who repeat a third have one origin, whether or not the third answers.
        (
            {
                "report/a": says(**tied("x", "repeats")),
                "letter/b": says(**tied("x", "repeats")),
                "memoir/x": {},
            },
            1,
        ),
        (
            {
                "report/a": said_by("unnamed"),
                "report/b": said_by("unnamed", **tied("a", "repeats")),
            },
            1,
        ),
    ],
)
def test_how_many_originators_at_most(facts: Mapping[str, MadeUp], number: int) -> None:
    """Distinct speakers; those whose facts have one origin count once."""
    atlas = made_up(facts, questions={"why": WHY})
    assert originators(atlas.answers.get("questions/why", ()), atlas) == number


def test_one_fact_with_two_answers_has_one_originator() -> None:
    """What counts is who speaks, and not how much."""
    both = {"choices": [{"answers": "questions/why", "choice": one} for one in WHY["choices"]]}
    atlas = made_up({"report/a": both}, questions={"why": WHY})
    assert originators(atlas.answers["questions/why"], atlas) == 1
