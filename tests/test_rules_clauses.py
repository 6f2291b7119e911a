"""The rule about a clause that depends on words which the quotation leaves out."""

from __future__ import annotations

import pytest

from generator.rules.clauses import no_clause_is_cut_off
from tests.made_up import MadeUp, complaints, made_up


@pytest.mark.parametrize(
    ("text", "fact", "cut"),
    [
        ("It is a surprise that they left.", {"quote": "they left."}, True),
        ("Ada ponders whether they left.", {"quote": "they left."}, True),
        ("It is clear, that they left.", {"quote": "they left."}, True),
        ("It is a surprise that “they left”.", {"quote": "they left"}, True),
        ("It is a surprise that they left.", {"quote": "a surprise that they left."}, False),
        ("It is a surprise that they left.", {"quote": "that they left."}, False),
        ("It is a surprise that, in 1903, they left.", {"quote": "they left."}, False),
        ("That they left.", {"quote": "they left."}, False),
        ("It is so. That they left.", {"quote": "they left."}, False),
        # After some words it is told as so.
        ("They wept, given that they left.", {"quote": "they left."}, False),
        ("They forgive that they left.", {"quote": "they left."}, True),
        # A passage has the words, or a note does.
        ("It is a surprise that they left.", {"quote": "they left.", "context": "surprise that"}, False),
        ("It is a surprise that they left.", {"quote": "they left.", "context": "is a surprise"}, True),
        ("It is a surprise that they left.", {"quote": "they left.", "note": "“surprise that”"}, False),
        ("It is a surprise that they left.", {"quote": "they left.", "note": "It is so."}, True),
        (
            "It is a surprise that they left.",
            {"quote": ["they left.", "It is a surprise that"]},
            False,
        ),
        # Of somebody's claim, the reporting word may be missing.
        ("Ada said that they left.", {"quote": "they left.", "attributed_to": "Ada", "attributed_as": "Ada"}, False),
        ("Ada knew that they left.", {"quote": "they left.", "attributed_to": "Ada", "attributed_as": "Ada"}, True),
        # Of words that credit, deny or hedge, other rules tell.
        ("It is said that they left.", {"quote": "they left."}, False),
        ("It is a lie that they left.", {"quote": "they left."}, False),
        ("It is possible that they left.", {"quote": "they left."}, False),
        # "That" may be missing after a verb or a noun of saying, thinking or doubting.
        ("Ada thinks they left.", {"quote": "they left."}, True),
        ("It is a mistake to think they left.", {"quote": "they left."}, True),
        ("The claim they left is old.", {"quote": "they left"}, True),
        ("Ada doubts they left.", {"quote": "they left."}, True),
        ("In fear they left.", {"quote": "they left."}, False),
        ("After the claims they left.", {"quote": "they left."}, False),
        ("Ada thinks, so they left.", {"quote": "they left."}, False),
        ("Ada thinks they left.", {"quote": "they left.", "attributed_to": "Ada", "attributed_as": "Ada thinks"}, False),
        # What is so under a condition is not so by itself, wherever the condition stands.
        ("If they left, Ada wept.", {"quote": "they left"}, True),
        ("Unless they left, Ada wept.", {"quote": "they left"}, True),
        ("They left if Ada is right.", {"quote": "They left"}, True),
        ("They left, if Ada is right.", {"quote": "They left"}, True),
        ("They left, if Ada is right.", {"quote": "They left", "context": "if Ada is right"}, False),
        ("They left, if Ada is right.", {"quote": "They left", "note": "“if” is a figure of speech"}, False),
        ("They left with 200 men, if not more.", {"quote": "They left with 200 men"}, False),
        ("They left, if Ada is right.", {"quote": "They left", "type": "role"}, False),
        ("They left when Ada came.", {"quote": "They left"}, False),
        ("If Ada is right, they left.", {"quote": "they left."}, True),
        ("Had Ada come, they left.", {"quote": "they left."}, True),
        ("If Ada is right, they left.", {"quote": "they left.", "context": "If Ada is right"}, False),
        ("If Ada is right, they left.", {"quote": "they left.", "context": "Ada is right"}, True),
        ("If Ada is right, they left.", {"quote": "they left.", "note": "“If Ada is right,” is a jest"}, False),
        ("If Ada is right, they left.", {"quote": "they left.", "note": "“If” is a jest"}, True),
        # A time or a place is only stressed so.
        ("It was in March that they left.", {"quote": "they left."}, False),
        ("It was a surprise that they left.", {"quote": "they left."}, True),
        # What is said of a part is not said of the whole.
        ("Half of the 200 men left.", {"quote": "the 200 men left."}, True),
        ("Half of the 200 men left.", {"quote": "200 men left."}, True),
        ("Most of them left.", {"quote": "them left."}, True),
        ("Few men left.", {"quote": "men left."}, True),
        ("All but 200 men left.", {"quote": "200 men left."}, True),
        ("All men left, except Ada.", {"quote": "All men left"}, True),
        ("They left, most of them by boat.", {"quote": "They left"}, False),
        ("Half of the 200 men left.", {"quote": "Half of the 200 men left."}, False),
        ("Most senior men left.", {"quote": "senior men left."}, False),
        # A role may stand in any clause.
        ("Ada knew that they left.", {"quote": "they left.", "type": "role"}, False),
        ("Ada knew that they left.", {"quote": "they stayed."}, False),
    ],
)  # fmt: skip
def test_a_clause_that_depends_on_what_is_left_out(text: str, fact: MadeUp, cut: bool) -> None:
    """It begins right after "that" or "whether", and nothing of the fact has the words before it."""
    atlas = made_up({"report/a": fact}, texts={"report": text})
    place = "quote 0" if isinstance(fact["quote"], list) else "quote"
    assert complaints(no_clause_is_cut_off, atlas) == (
        [f"report/a {place}: clause-cut-off"] if cut else []
    )


def test_the_place_of_a_clause() -> None:
    """It is told at the words of its own passage."""
    fact = {"quote": ["It rained.", {"exact": "they left."}]}
    atlas = made_up({"report/a": fact}, texts={"report": "It rained. Ada knew that they left."})
    assert complaints(no_clause_is_cut_off, atlas) == ["report/a quote 1 exact: clause-cut-off"]


def test_the_words_are_shown() -> None:
    """A contributor sees what to quote, in the quotation or in the note."""
    text = "It was a surprise that they left."
    atlas = made_up({"report/a": {"quote": "they left."}}, texts={"report": text})
    (told,) = (one.message for one in no_clause_is_cut_off(atlas))
    assert told.startswith("the quote begins after 'surprise that', on which it depends;")
    assert "a note that quotes “surprise that”" in told
