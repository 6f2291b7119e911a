"""Which claims share a line: those whose records show that they say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.findings.alike import only_answer, says_the_same
from generator.findings.findings import find_out
from tests.dated import WRITTEN
from tests.made_up import MadeUp, claim, fact_id, made_up, name_of

CREW, BAND, ADA, TOWN = "units/crew", "units/band", "people/ada", "units/town"
QUESTIONS: Mapping[str, MadeUp] = {
    "came": {
        "title": "How many came?",
        "unit": "person",
        "population": {"guards": "Guards", "carters": "Carters"},
    },
    "why": {"title": "Why?", "choices": {"rain": "Rain", "snow": "Snow"}},
}


def tie(relation: str = "commanded", subject: str = ADA, object_: str = CREW, **dates: str) -> Any:
    """A tie; by itself that Ada commanded the crew."""
    return {"subject": subject, "relation": relation, "object": object_, **dates}


def role(words: str, *ties: Any, **fields: Any) -> MadeUp:
    """Somebody's role: the words between Ada and the crew, and ties, or the one that Ada led."""
    told = f"[[{ADA}|Ada]] {words} the [[{CREW}|crew]]."
    return {"type": "role", "statement": told, "relations": [*(ties or (tie(),))], **fields}


def count(number: int, **fields: Any) -> MadeUp:
    """A figure of how many guards came, in 1903."""
    given = {"as_stated": "12", "unit": "person", "answers": "questions/came"}
    facets = {"population": ["guards"], **fields}
    return {"figures": [{**given, "number": number, **facets}], "when": "1903"}


def choice(name: str, statement: str, **fields: Any) -> MadeUp:
    """An answer in words."""
    return {"statement": statement, "choices": [{"answers": "questions/why", "choice": name, **fields}]}  # fmt: skip


def both(*some: MadeUp) -> MadeUp:
    """A claim with the figures, answers and ties of several."""
    kinds = ("figures", "choices", "relations")
    return {kind: [each for one in some for each in one.get(kind, ())] for kind in kinds}


UNREAD = {"related_facts": [{"fact": fact_id("z"), "how": "repeats"}]}
REPEATS = {"related_facts": [{"fact": fact_id("a"), "how": "repeats"}]}
ORIGIN = {"related_facts": [{"fact": fact_id("a"), "how": "same_origin"}]}
DUE = "came at last to"
OFFICE = tie("held-office")
PLACED = tie("part-of", CREW, BAND)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # The same role, in whatever words, and whether or not it is told where the crew belongs.
        (role("led"), role("was the head of"), True),
        (role("led"), role("led", tie(), PLACED), True),
        (role("led"), role("led", tie(object_=BAND)), False),
        (role("led"), role("led", tie("belonged-to")), False),
        (role("led"), role("led", tie(), tie("opposed", object_=BAND)), False),
        (role("led"), role("led", tie(), tie("opposed", CREW, BAND)), False),
        (role("led"), role("led", tie(), tie("part-of", BAND, TOWN)), False),
        # Not what says more: a figure, an answer, another topic, another kind of claim.
        (role("led"), role("led twelve of", **count(12)), False),
        (role("led"), {**role("led for rain"), "choices": choice("rain", "")["choices"]}, False),
        (role("led"), role("was one of those who led", topics=["topics/rain"]), False),
        (role("led"), role("rowed with", type="event"), False),
        # Not what is said in another manner, or of another time.
        (role("led"), role("did not lead"), False),
        (role("led"), role("perhaps led"), False),
        (role("led"), role("was the head of", modality="denied"), False),
        (role("led"), role("led", modality="predicted"), False),
        (role("led", when="1903"), role("was the head of", when="1903"), True),
        (role("led", when="1903"), role("was the head of", when="1904"), False),
        (role("led", when="1903"), role("was the head of"), False),
        (role("led", when_as_stated="then"), role("led", when_as_stated="later"), False),
        (role("led", tie(**{"from": "1903"})), role("was the head of"), False),
        # Who says it does not matter: each speaker stands in the line.
        (role("led"), role("led", attributed_to="unnamed", attributed_as="they say"), True),
        # A relation that does not name the office does not tell that it is the same.
        (role("was the mayor of", OFFICE), role("was mayor in", OFFICE), True),
        (role("was the mayor of", OFFICE), role("was the clerk of", OFFICE), False),
        (
            role("was the mayor of", OFFICE),
            role("", OFFICE, statement=f"[[{ADA}|She]] was the mayor of the [[{CREW}|rowers]]."),
            True,
        ),
        # The same words, of the same time and people, in the same manner.
        ({"statement": f"They {DUE} rest."}, {"statement": f"They {DUE.upper()} rest."}, True),
        ({"statement": "They came."}, {"statement": "They came.", "modality": "announced"}, False),
        ({"statement": "They came.", "when": "1903"}, {"statement": "They came."}, False),
        # The same single answer; not an equal amount of others, or a looser one.
        (count(12), count(12), True),
        (count(12), count(13), False),
        (count(12), count(12, population=["carters"]), False),
        (count(12), count(12, about=True), False),
        (count(12), count(12, estimated=True), False),
        (count(12), {**count(12), "modality": "predicted"}, False),
        (count(12), {**count(12), "relations": [tie()]}, False),
        (count(12), {**count(12), **both(count(12), choice("rain", ""), role("led"))}, False),
        (count(12), {**count(12), "statement": "Perhaps 12 came."}, False),
        (choice("rain", "For rain."), choice("rain", "Rain made them."), False),
        (choice("rain", "For rain."), choice("rain", "For rain."), True),
        (choice("rain", "For rain."), choice("rain", "For rain.", denies=True), False),
        # What repeats another, unless it answers otherwise or in another manner.
        ({}, REPEATS, True),
        ({}, ORIGIN, False),
        ({}, UNREAD, False),
        ({}, {**REPEATS, "modality": "denied"}, False),
        (count(12), {**count(12), **REPEATS}, True),
        (count(12), {**count(13), **REPEATS}, False),
        (count(12), REPEATS, True),
        # One origin tells several things, but here it tells one amount.
        (count(12), {**count(12), **ORIGIN}, True),
        (count(12), {**count(13), **ORIGIN}, False),
        (choice("rain", "For rain."), {**choice("rain", "Rain.", denies=True), **REPEATS}, False),
    ],
)
def test_two_claims(one: MadeUp, other: MadeUp, same: bool) -> None:
    """They share a line if nothing sets them apart but who says it, and in what words."""
    refs = (CREW, BAND, ADA, TOWN, "topics/rain")
    atlas = made_up(
        {"report/a": one, "letter/b": other},
        questions=QUESTIONS,
        entities={ref: {} for ref in refs},
    )
    found = {name_of(fact): name_of(first) for fact, first in find_out(atlas).alike.items()}
    first = next(name_of(fact) for fact in atlas.claims)
    assert found == (dict.fromkeys("ab", first) if same else {})


@pytest.mark.parametrize("dated", [{}, {"when": "1903"}])
def test_documents_of_different_years(dated: MadeUp) -> None:
    """When its document was written is not the time that a claim itself tells."""
    documents = {
        name: {"dates": [{**WRITTEN, "date": f"{year}-05"}]}
        for name, year in (("report", 1903), ("letter", 1904))
    }
    facts = {"report/a": role("led", **dated), "letter/b": role("was the head of", **dated)}
    entities: Mapping[str, MadeUp] = {ref: {} for ref in (CREW, ADA)}
    atlas = made_up(facts, entities=entities, documents=documents)
    assert len(find_out(atlas).alike) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (count(12), count(12), True),
        (count(12), count(13), False),
        (count(12), {**count(13), **REPEATS}, True),
        (count(12), {**count(13), **ORIGIN}, False),
        (count(12), {**count(12), **ORIGIN}, True),
        (choice("rain", "For rain."), {**choice("rain", "For rain."), **ORIGIN}, True),
        (choice("rain", "For rain."), {**choice("rain", "Rain made them."), **ORIGIN}, False),
        (choice("rain", "For rain."), choice("snow", "For snow."), False),
    ],
)
def test_two_answers(one: MadeUp, other: MadeUp, same: bool) -> None:
    """They are one statement if they agree, or if one repeats the other."""
    atlas = made_up({"report/a": one, "letter/b": other}, questions=QUESTIONS)
    (pair,) = [one for pairs in find_out(atlas).by_question.values() for one in pairs]
    assert says_the_same(pair) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (count(12), count(12), True),
        (choice("rain", "For rain."), choice("rain", "For rain."), True),
        (choice("rain", "For rain."), choice("rain", "They said that rain made them."), False),
    ],
)
def test_one_speaker_says_it_twice(one: MadeUp, other: MadeUp, same: bool) -> None:
    """One voice gives one amount; but two answers in words may be two statements."""
    atlas = made_up({"report/a": one, "report/b": other}, questions=QUESTIONS)
    (pair,) = [one for pairs in find_out(atlas).by_question.values() for one in pairs]
    assert (pair.why, says_the_same(pair)) == ("same-speaker", same)


@pytest.mark.parametrize(
    ("fact", "question"),
    [
        (count(12), "questions/came"),
        (choice("rain", "For rain."), "questions/why"),
        ({}, None),
        (role("led"), None),
        (both(count(12), role("led")), None),
        (both(count(12), choice("rain", "")), None),
        (both(choice("rain", ""), choice("snow", "")), None),
        (both(count(12), choice("rain", ""), role("led")), None),
    ],
)
def test_the_only_answer(fact: MadeUp, question: str | None) -> None:
    """All that a claim says is one answer if it has no other, no figure and no tie."""
    atlas = made_up({"report/a": fact}, questions=QUESTIONS)
    found = only_answer(claim(atlas, "a"), atlas)
    assert (found.question if found else None) == question


def test_the_only_answer_to_a_part_of_a_question() -> None:
    """It answers the whole question too, once."""
    wide = {**QUESTIONS["came"], "title": "How many came, and went?"}
    part = {
        "title": "How many guards came?",
        "broader": "questions/came",
        "within": {"population": ["guards"]},
    }
    atlas = made_up({"report/a": count(12)}, questions={"came": wide, "guards": part})
    answers = atlas.answers_of[fact_id("a")]
    found = only_answer(claim(atlas, "a"), atlas)
    assert sorted(answers) == ["questions/came", "questions/guards"]
    assert found is not None
    assert found.question == "questions/came"
