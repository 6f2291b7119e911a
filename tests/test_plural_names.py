"""Verbs agree with names: "U.S. forces have a stake", and a sentence begins with a capital letter."""

from __future__ import annotations

import pytest

from generator.findings.findings import find_out
from generator.markup.claims import stakes
from generator.markup.escaping import Html, text_of
from generator.markup.inline import beginning
from generator.markup.ties import tie_said
from generator.markup.writer import Desk
from tests.made_up import MadeUp, claim, made_up
from tests.project import configured


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Guild", False),
        ("Wend forces", True),
        ("Forces", True),
        ("Ground Forces of the Guild", True),
        ("School for Militias", False),
        ("Forces office", False),
        ("United Towns", False),  # no name ends in a listed word by chance
        ("Taskforces", False),
    ],
)
def test_which_names_are_plural(name: str, plural: bool) -> None:
    """Those that end in a listed word, or do so before "of" or the like."""
    assert configured().language.is_plural(name) == plural


def _desk(name: str, facts: dict[str, MadeUp]) -> Desk:
    entities = {"units/band": {"name": name}, "units/town": {"name": "Town"}}
    atlas = made_up(facts, entities=entities)
    return Desk(atlas, find_out(atlas), "index.md")


PART = {"relations": [{"subject": "units/band", "relation": "part-of", "object": "units/town"}]}
TOLD = {
    "statement": "[[units/town|Town]] grew.",
    "attributed_to": ["units/band"],
    "attributed_as": "says the band",
}


@pytest.mark.parametrize(
    ("name", "verb", "has"),
    [("Band", "is or was", "has"), ("Wend forces", "are or were", "have")],
)
def test_verbs_agree_with_names(name: str, verb: str, has: str) -> None:
    """In the sentence of a tie, beside a claim, and in its note."""
    desk = _desk(name, {"report/a": PART, "report/b": TOLD})
    (tie,) = claim(desk.atlas, "a").fact.relations
    assert text_of(tie_said(desk, tie)) == f"{name} {verb} part of Town"
    told = claim(desk.atlas, "b")
    assert text_of(desk.party(told)) == f"{name} {has} a stake"
    ((_, words),) = stakes(desk, told)
    assert text_of(words).startswith(f"{name} {has} a stake in what is said about Town")


def test_a_title_is_singular() -> None:
    """Even if its last word is listed: it is one document."""
    facts: dict[str, MadeUp] = {"report/b": {"statement": "[[units/band|They]] grew."}}
    atlas = made_up(
        facts,
        entities={"units/band": {"name": "Band"}},
        documents={"report": {"short": "Wend forces", "publisher": "units/band"}},
    )
    desk = Desk(atlas, find_out(atlas), "index.md")
    ((_, words),) = stakes(desk, claim(atlas, "b"))
    assert text_of(words) == "Wend forces has a stake in this claim, which is about Band."


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        ("the band left.", "The band left."),
        ("<a href='x'><bdi>the band</bdi></a> left.", "<a href='x'><bdi>The band</bdi></a> left."),
        ("élan", "Élan"),
        ("“the band” left.", "“the band” left."),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital(words: str, begun: str) -> None:
    """Whatever fills its first slot; words in quotation marks stay as they are."""
    assert beginning(Html(words)) == begun
