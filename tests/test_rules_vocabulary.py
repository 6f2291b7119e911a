"""The rules about the vocabulary at their edges; the words of their complaints are in `tests/cases`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from generator.config.vocabulary import Defining, Vocabulary
from generator.rules.vocabulary import (
    relations_tie_the_right_kinds,
    words_are_in_the_vocabulary,
)
from tests.made_up import MadeUp, complaints, made_up


def figure(**fields: Any) -> MadeUp:
    """A figure of 12 people."""
    return {"as_stated": "12", "number": 12, "unit": "person", **fields}


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ({"type": "event"}, []),
        ({"type": "happening"}, ["type"]),
        ({"figures": [figure(), figure(unit="cow")]}, ["figures 1 unit"]),
        ({"figures": [figure(per="year")]}, []),
        ({"figures": [figure(), figure(per="day")]}, ["figures 1 per"]),
    ],
)
def test_words_of_a_fact(fact: MadeUp, found: list[str]) -> None:
    """Its type, units and periods are in the vocabulary."""
    names = complaints(words_are_in_the_vocabulary, made_up({"report/a": fact}))
    assert names == [f"report/a {field}: vocabulary" for field in found]


def test_words_of_other_records() -> None:
    """Subkinds where the kind has some, kinds of documents, units of questions."""
    entities: Mapping[str, MadeUp] = {
        "people/ada": {},
        "people/edo": {"subkind": "person"},
        "units/guild": {"subkind": "movement"},
        "units/press": {"subkind": "theme"},
        "topics/bell": {},
    }
    questions: Mapping[str, MadeUp] = {
        "how": {"title": "How many?", "unit": "person"},
        "long": {"title": "How long?", "unit": "hourglass"},
        "why": {"title": "Why?", "choices": {"so": "so"}},
    }
    documents = {"report": {"kind": "article"}, "letter": {"kind": "epistle"}}
    atlas = made_up({"report/a": {}}, entities=entities, questions=questions, documents=documents)
    assert complaints(words_are_in_the_vocabulary, atlas) == [
        "people/edo subkind: vocabulary",
        "topics/bell: vocabulary",
        "units/press subkind: vocabulary",
        "sources/letter kind: vocabulary",
        "questions/long unit: vocabulary",
    ]
    (told,) = (one.message for one in words_are_in_the_vocabulary(atlas) if "hour" in one.message)
    assert "is not a unit here" in told


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        (("people/ada", "commanded", "units/guild"), []),
        (("units/guild", "commanded", "units/guild"), ["subject", "relation"]),
        (("people/ada", "commanded", "topics/bell"), ["object"]),
        (("units/guild", "commanded", "people/ada"), ["relation"]),
        (("people/ada", "unheard-of", "people/ada"), ["relation"]),
        (("people/ada", "met", "people/ada"), ["relation"]),
        (("units/guild", "led", "topics/bell"), []),
    ],
)
def test_ends_of_a_relation(ends: tuple[str, str, str], found: list[str]) -> None:
    """They are of the kinds that the vocabulary gives, and two."""
    subject, relation, other = ends
    met = {"subject": "people/ada", "relation": "met", "object": "people/edo"}
    fact = {"relations": [met, {"subject": subject, "relation": relation, "object": other}]}
    names = complaints(relations_tie_the_right_kinds, made_up({"report/a": fact}))
    assert names == [f"report/a relations 1 {field}: relation" for field in found]


@pytest.mark.parametrize(
    ("subject", "other", "advice"),
    [
        ("units/guild", "people/ada", "swap subject and object"),
        ("topics/bell", "people/ada", "correct them, or choose another relation"),
        ("units/guild", "topics/bell", "correct them, or choose another relation"),
    ],
)
def test_what_to_do_about_two_wrong_ends(subject: str, other: str, advice: str) -> None:
    """They are swapped only if both would then be right."""
    relation = {"subject": subject, "relation": "commanded", "object": other}
    (problem,) = relations_tie_the_right_kinds(made_up({"report/a": {"relations": [relation]}}))
    assert problem.message.endswith(advice)


@pytest.mark.parametrize(
    ("subject", "relation", "other"),
    [("people/ada", "unheard-of", "people/edo"), ("units/guild", "commanded", "people/ada")],
)
def test_a_wrong_relation_hides_no_other(subject: str, relation: str, other: str) -> None:
    """Each relation of a fact is looked at."""
    wrong = {"subject": subject, "relation": relation, "object": other}
    found = complaints(
        relations_tie_the_right_kinds, made_up({"report/a": {"relations": [wrong] * 2}})
    )
    assert found == [f"report/a relations {index} relation: relation" for index in (0, 1)]


def test_what_defines_an_entity_is_a_type() -> None:
    """A type that no claim can have would silently define nothing."""
    read = made_up({}).config.vocabulary
    words = {**dict(read), "units": {name: [*pair] for name, pair in read.units.items()}}
    known = {"types": read.types, "defining": Defining(who=("role",), deeds={"event": "event"})}
    assert Vocabulary.model_validate({**words, **known}).defining.types == ("role", "event")
    for wrong in (
        Defining(who=("rolle",)),
        Defining(what=("rolle",)),
        Defining(deeds={"a": "rolle"}),
    ):
        with pytest.raises(ValidationError, match="defining has rolle, which is not under `types`"):
            Vocabulary.model_validate({**words, "defining": wrong})
