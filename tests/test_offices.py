"""What a document says a person is: each row is a made-up fact, with the office it gives."""

from __future__ import annotations

import pytest

from generator.findings.findings import find_out
from generator.findings.offices import around_name, offices
from generator.markup.leads import lead_text
from generator.markup.writer import Desk
from tests.made_up import MadeUp, made_up

ADA, GUILD = "people/ada", "units/guild"
ENTITIES: dict[str, MadeUp] = {ADA: {}, GUILD: {}}


def held(statement: str, relation: str = "held-office", **fields: object) -> MadeUp:
    """A fact that Ada is something in the guild."""
    tie = {"subject": ADA, "relation": relation, "object": GUILD}
    return {"statement": statement, "type": "role", "relations": [tie], **fields}


@pytest.mark.parametrize(
    ("fact", "office"),
    [
        (held(f"[[{ADA}|Ada]] was clerk of the [[{GUILD}|guild]]."), "clerk of the guild"),
        (held(f"[[{ADA}|Ada]] is the clerk."), "clerk"),
        (held(f"[[{ADA}|Ada]] is the deputy clerk."), "deputy clerk"),
        (held(f"[[{ADA}|Ada]] was an envoy."), "envoy"),
        (held(f"The old [[{ADA}|Ada]] was then clerk."), "then clerk"),
        (held(f"[[{ADA}|Ada]] was a member.", "belonged-to"), "member"),
        (held(f"[[{ADA}|Ada]] left as clerk."), None),
        (held(f"[[{ADA}|Ada]]'s clerk was there."), None),
        (held(f"The clerk was [[{ADA}|Ada]]."), None),
        (held(f"[[{ADA}|Ada]] was in touch with it.", "in-contact-with"), None),
        (held(f"[[{ADA}|Ada]] was clerk.", attributed_to="Edo", attributed_as="said Edo"), None),
        (held(f"[[{ADA}|Ada]] was clerk.", modality="predicted"), None),
    ],
)
def test_an_office_is_what_a_document_says(fact: MadeUp, office: str | None) -> None:
    """In its own voice, of a person with whom the statement begins."""
    found = offices(made_up({"report/1": fact}, entities=ENTITIES))
    assert found.get(("sources/report", ADA)) == office


def test_the_words_around_a_name() -> None:
    """Those of the first link; a statement without one is all before it."""
    facts = {
        "report/1": held(f"The old [[{ADA}|Ada]] was there."),
        "report/2": {"statement": "It rang."},
    }
    found = [
        around_name(one.statement) for one in made_up(facts, entities=ENTITIES).claims.values()
    ]
    assert sorted(found) == [("It rang.", None, ""), ("The old ", ADA, " was there.")]


def test_a_lead_names_the_office_that_its_document_gives() -> None:
    """Another document may give another, or none."""
    question = {"title": "Did it burn?", "choices": {"yes": "It burnt"}}
    said = {
        "choices": [{"answers": "questions/fire", "choice": "yes"}],
        "type": "event",
        "when": "1903",
        "attributed_to": ADA,
        "attributed_as": "said Ada",
    }
    facts = {"report/1": held(f"[[{ADA}|Ada]] was clerk."), "report/2": said, "letter/3": said}
    atlas = made_up(facts, questions={"fire": question}, entities=ENTITIES)
    desk = Desk(atlas, find_out(atlas), "index.md")
    told = lead_text(desk, "questions/fire")
    assert told == "It burnt, in 1903: Ada (in Letter) and Ada, clerk (in Report)."
    long = {"letter/4": {**said, "attributed_to": f"the {'very ' * 80}old miller"}}
    facts |= long
    facts["report/1"] = held(f"[[{ADA}|Ada]] was clerk of the mill and of the roads in Wend.")
    atlas = made_up(facts, questions={"fire": question}, entities=ENTITIES)
    assert "clerk" not in lead_text(Desk(atlas, find_out(atlas), "index.md"), "questions/fire")
