"""What an entity is and what is disputed about it: from which claims, in what order, how cited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.findings import find_out
from generator.markup.claims import numbered
from generator.markup.escaping import text_of
from generator.markup.writer import Desk
from generator.pages.about_entity import AboutEntity, about_entity
from tests.made_up import MadeUp, made_up

ADA, CREW = "people/ada", "units/crew"
COMMANDED = {"subject": ADA, "relation": "commanded", "object": CREW}
QUESTIONS: Mapping[str, MadeUp] = {
    "why": {
        "title": "Why did they come?",
        "choices": {"rain": "For the rain", "snow": "For the snow"},
        "contrary": [["rain", "snow"]],
    }
}


def told(words: str, **fields: Any) -> MadeUp:
    """A claim that begins with Ada's name."""
    return {"statement": f"[[{ADA}|Ada]] {words}", **fields}


def others(number: int = 3) -> dict[str, MadeUp]:
    """So many claims that mention Ada, so that she has enough to be introduced."""
    return {
        f"letter/x{one}": {"statement": f"It is {one}, [[{ADA}|Ada]]."} for one in range(number)
    }


def about(facts: Mapping[str, MadeUp], ref: str = ADA) -> AboutEntity:
    """What is said of an entity before its facts, on a page without notes."""
    atlas: Atlas = made_up(facts, questions=QUESTIONS, entities={ADA: {}, CREW: {}})
    return about_entity(
        Desk(atlas, find_out(atlas), f"{ref}.md"), ref, atlas.about.get(ref, ()), ()
    )


def said(facts: Mapping[str, MadeUp], ref: str = ADA) -> list[str]:
    """The sentences, each with those who say it."""
    return [f"{text_of(one.statement)} {text_of(one.says)}" for one in about(facts, ref).said]


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        # Of a role that one document tells, in its words; of one that several tell, what they share.
        (
            {"report/a": told("was the head.", type="role")},
            ["Ada was the head. Said by Report R"],
        ),
        (
            {
                "report/a": told("was the head.", type="role", relations=[COMMANDED]),
                "memoir/b": told("led.", type="event", relations=[COMMANDED]),
            },
            ["Ada commanded Crew. Said by Memoir M Report R"],
        ),
        # Not what is denied, foretold or doubted, and not what is told of something of hers.
        ({"report/a": told("was the head.", type="role", modality="predicted")}, []),
        ({"report/a": told("was no head.", type="role", modality="denied")}, []),
        (
            {
                "report/a": told("perhaps led.", type="event", relations=[COMMANDED]),
                "memoir/b": told("led.", type="event", relations=[COMMANDED]),
            },
            [],
        ),
        ({"report/a": told("'s boat was the first.", type="role")}, []),
        ({"report/a": {"statement": f"In [[{ADA}|Ada]] was hope.", "type": "role"}}, []),
        # Other types tell what she is, where no role does; of an event they need not.
        ({"report/a": told("is a carter.", type="background")}, ["Ada is a carter. Said by Report R"]),
        ({"report/a": told("was late.", type="background")}, []),
        # Only the first of what one document says of her role; three at most.
        (
            {f"report/{name}": told(f"was {name}.", type="role") for name in "abc"},
            ["Ada was a. Said by Report R"],
        ),
        (
            {f"{name}/{name[0]}": told(f"was {name}.", type="role") for name in ("b1", "c2", "d3", "e4")},
            ["Ada was b1. Said by B1 B", "Ada was c2. Said by C2 C", "Ada was d3. Said by D3 D"],
        ),
    ],
)  # fmt: skip
def test_who_she_is(facts: dict[str, MadeUp], sentences: list[str]) -> None:
    """In the documents' words, those that most documents state first, each with its speakers."""
    assert said({**facts, **others()}) == sentences


def test_one_connection_of_each_kind_introduces_her() -> None:
    """The one that most documents state, since three bodies that she led say little more than one."""
    facts = {
        f"{document}/{name}{other}": told(
            "led.", relations=[{"subject": ADA, "relation": "commanded", "object": f"units/{body}"}]
        )
        for other, (body, documents) in enumerate(
            [("band", ["report", "memoir"]), ("crew", ["report", "memoir", "letter"])]
        )
        for name, document in enumerate(documents)
    }
    atlas = made_up(facts, entities={ADA: {}, CREW: {}, "units/band": {}})
    desk = Desk(atlas, find_out(atlas), f"{ADA}.md")
    found = about_entity(desk, ADA, atlas.about[ADA], ()).said
    assert [text_of(one.statement) for one in found] == ["Ada commanded Crew."]


def test_few_claims_need_no_introduction() -> None:
    """A reader can see them all at a glance."""
    facts = {"report/a": told("was the head.", type="role")}
    assert said({**facts, **others(2)}) == []
    assert len(said({**facts, **others(3)})) == 1


def answer(choice: str, words: str, **fields: Any) -> MadeUp:
    """An answer to why they came."""
    return {
        "statement": words,
        "choices": [{"answers": "questions/why", "choice": choice}],
        "when": "1903",
        **fields,
    }


@pytest.mark.parametrize(
    ("one", "other", "topics", "disputed"),
    [
        (f"[[{ADA}|Ada]] came for rain.", f"[[{ADA}|Ada]] came for snow.", [], True),
        (f"[[{ADA}|Ada]] came for rain.", "They came for snow.", [], False),
        (f"[[{ADA}|Ada]] came for rain.", "They came for snow.", [ADA], True),
    ],
)
def test_what_is_disputed_about_her(
    one: str, other: str, topics: list[str], disputed: bool
) -> None:
    """Questions about her, or to which claims that mention her give contrary answers: both sides."""
    facts = {"report/a": answer("rain", one), "memoir/b": answer("snow", other)}
    atlas = made_up(
        facts,
        questions={"why": {**QUESTIONS["why"], "topics": topics}},
        entities={ADA: {}, CREW: {}},
    )
    desk = Desk(atlas, find_out(atlas), f"{ADA}.md")
    found = about_entity(desk, ADA, atlas.about[ADA], ()).disputes
    shown = [
        (text_of(dispute.question), [(text_of(side.says), side.per) for side in dispute.sides])
        for dispute in found
    ]
    sides = [("For the rain, in 1903: Report. R", "R1"), ("For the snow, in 1903: Memoir. M", "M1")]
    if disputed:
        ((question, both),) = shown
        assert question == "Why did they come?"
        assert sorted(both) == sorted(sides)
    else:
        assert shown == []


def test_a_theme_begins_with_its_questions() -> None:
    """Where nothing says what it is and nothing is disputed: two of the answers to each."""
    facts = {"report/a": answer("rain", "For rain."), "memoir/b": answer("rain", "For rain!")}
    why = {**QUESTIONS["why"], "topics": [CREW]}
    atlas = made_up(facts, questions={"why": why}, entities={CREW: {}})
    found = about_entity(Desk(atlas, find_out(atlas), f"{CREW}.md"), CREW, (), ())
    ((question, sides),) = [(text_of(one.question), one.sides) for one in found.asked]
    assert question == "Why did they come?"
    assert [text_of(one.says) for one in sides] == ["For the rain, in 1903: Memoir and Report. M R"]
    assert about({"report/a": answer("rain", f"[[{ADA}|Ada]] came.")}).asked == ()


def test_who_is_mentioned_nowhere() -> None:
    """The page says so, and what she wrote."""
    atlas = made_up({}, entities={ADA: {}}, documents={"report": {"authors": [ADA]}})
    found = about_entity(Desk(atlas, find_out(atlas), f"{ADA}.md"), ADA, (), ())
    assert text_of(found.counts) == "Not mentioned in any claim."
    assert [text_of(one) for one in found.remarks] == ["Author of the document Report"]


def test_a_party_is_marked_where_its_words_are() -> None:
    """In the note of a claim, or where the page has none, on the claim's own page."""
    facts = {
        "report/a": told(
            "was the head.",
            type="role",
            attributed_to=CREW,
            attributed_as="says the crew",
            when="1903",
        ),
        "letter/p": {"statement": f"[[{ADA}|Ada]] led.", "relations": [COMMANDED]},
        **others(),
    }
    atlas = made_up(facts, entities={ADA: {}, CREW: {}})
    desk = Desk(atlas, find_out(atlas), f"{ADA}.md")
    claims = atlas.about[ADA]
    (apart,) = about_entity(desk, ADA, claims, ()).said
    assert "facts/f-0000000a.html&#35;evidence" in apart.says
    assert "n-f-0000000a" not in apart.says
    _, notes = numbered(desk, claims)
    (here,) = about_entity(desk, ADA, claims, notes).said
    assert here.says.count("n-f-0000000a") == 2
