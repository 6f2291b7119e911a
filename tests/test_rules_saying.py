"""The rules about saying, at their edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from generator.rules import Rule
from generator.rules.saying import (
    a_claim_is_what_is_said,
    a_credit_stands_in_its_own_sentence,
    statements_keep_to_no_day,
    times_of_saying_are_apart,
)
from tests.made_up import MadeUp, complaints, made_up

ADA = "[[people/ada|Ada]]"
ENTITIES = {"people/ada": {"name": "Ada"}, "units/guild": {"name": "Guild"}}


def said(statement: str, quote: str, by: str, **fields: Any) -> MadeUp:
    """A fact that is credited to Ada, in these words."""
    fact = {"attributed_to": "people/ada", "attributed_as": by, "type": "position"}
    return {"statement": statement, "quote": quote, **fact, **fields}


def heard(text: str, quote: str, by: str, **fields: Any) -> MadeUp:
    """A fact of a document with this text, which credits Ada in these words."""
    return {**said("It rang.", quote, by, **fields), "text": text}


# fmt: off
SPEAKERS = [
    (said("The bell is silent.", "the bell is silent", "Ada said that"), 0),
    (said(f"{ADA} said that the bell is silent.", "the bell is silent", "Ada said that"), 1),
    (said(f"{ADA} has often called it silent.", "silent", "Ada called it"), 1),
    (said(f"{ADA} and the [[units/guild|guild]] said so.", "silent", "Ada said"), 0),
    (said(f"{ADA} left at once and said so.", "silent", "Ada said"), 0),
    (said(f"{ADA} left [[units/guild|Guild]] and said so.", "silent", "Ada said"), 0),
    (said("The [[units/guild|guild]] said so.", "silent", "Guild said", attributed_to="units/guild"), 1),
    (said(f"{ADA} and the [[units/guild|guild]] said so.", "silent", "Ada and Guild said", attributed_to=["people/ada", "units/guild"]), 1),
    (said("[[Nobody]] said so.", "silent", "a guard said", attributed_to="a guard"), 0),
    # The crediting words may stand in the quotation.
    (said(f"{ADA} said so.", "it rang, Ada said", "Ada said"), 1),
    (said(f"{ADA} said so.", "said that it rang", "Ada said that"), 1),
    (said(f"{ADA} said so.", "she rang, and said so", "Ada said that"), 0),
    # What the document tells of somebody else's saying, or of its speaker's doing.
    (said(f"Reed told {ADA} of it.", "Reed told her of it", "Ada said that"), 0),
    (said(f"{ADA} rang the bell.", "she rang the bell", "Ada said that"), 0),
    # A speaker may tell of what they said; a denial may be told as one.
    (said(f"{ADA} told Reed of it.", "she had told Reed of it", "Ada said that"), 0),
    (said(f"{ADA} denied it.", "it was so", "Ada denied that", modality="denied"), 0),
    ({"statement": f"{ADA} said so.", "quote": "Ada said so.", "attributed_to": "self"}, 0),
]
"""Statements, and whether each tells that its own speaker spoke, and not what was said."""

CREDITS = [
    (heard("Ada said that it rang.", "it rang", "Ada said that"), 0),
    (heard("Ada said that it rang. It broke.", "It broke.", "Ada said that"), 1),
    (heard("Ada said that it rang. She added that it broke.", "it broke", "Ada said that"), 0),
    (heard("Ada said. “It rang, and then it broke.”", "It rang", "Ada said"), 0),
    (heard("It rang. It broke, Ada said.", "It rang.", "Ada said"), 1),
]
"""Quotations, and whether the sentence of each credits nobody, though the one before it does."""

TIMES = [
    (heard("Last week Ada said that it rang.", "it rang", "Ada said that", when_as_stated="Last week"), 1),
    (heard("Last week, Ada said that it rang.", "it rang", "Ada said that", when_as_stated="Last week"), 1),
    (heard("Ada said last week that it rang.", "it rang", "Ada said last week that", when_as_stated="last week"), 0),
    (heard("Ada had once said that it rang.", "it rang", "Ada had once said that", when_as_stated="once"), 1),
    (heard("It rained. But last week Ada said that it rang.", "it rang", "Ada said that", when_as_stated="last week"), 1),
    (heard("Last week Ada said that it rang, reportedly.", "it rang", "Ada said that", when_as_stated="Last week"), 1),
    (heard("Last week Ada said that it rang.", "it rang", "Last week Ada said that", when_as_stated="Last week"), 1),
    # When it happened.
    (heard("In Ada's view it rang last week, Edo said.", "it rang", "In Ada's view", when_as_stated="last week"), 0),
    (heard("Ada: last week it rang, and she said so.", "it rang", "Ada", when_as_stated="last week"), 0),
    (heard("Ada said that it rang last week.", "it rang", "Ada said that", when_as_stated="last week"), 0),
    (heard("Last week, according to Ada, it rang.", "it rang", "according to Ada", when_as_stated="Last week"), 0),
    (heard("Last week, Ada said, it rang.", "it rang", "Ada said", when_as_stated="Last week"), 0),
    (heard("Last week the bell, Ada said that it rang.", "it rang", "Ada said that", when_as_stated="Last week"), 0),
    (heard("By 1903, it was said that it rang.", "it rang", "it was said that", when_as_stated="By 1903"), 0),
]
"""Words for a time, and whether they tell when it was said, standing with the credit's verb."""

DAYS = [
    ({"statement": "It rang."}, 0),
    ({"statement": "It rang recently."}, 1),
    ({"statement": "It has been silent so far."}, 1),
    ({"statement": 'It is "now" silent.'}, 0),
    ({"statement": 'It is "so"now silent.'}, 1),
    ({"statement": "It rang in the last year of the war."}, 0),
    ({"statement": "It is known."}, 0),
    ({"statement": "It rang not long ago.", "note": "The report's “ago” counts from 1903."}, 0),
]
"""Statements, and whether each is true on the day of its document alone."""
# fmt: on

FOUND: Mapping[Rule, tuple[str, Sequence[tuple[MadeUp, int]]]] = {
    a_claim_is_what_is_said: ("statement: own-speaker", SPEAKERS),
    a_credit_stands_in_its_own_sentence: ("quote: attribution", CREDITS),
    times_of_saying_are_apart: ("when_as_stated: date-of-saying", TIMES),
    statements_keep_to_no_day: ("statement: relative-time", DAYS),
}


@pytest.mark.parametrize(
    ("rule", "complaint", "fact", "wrong"),
    [(rule, told, *row) for rule, (told, rows) in FOUND.items() for row in rows],
)
def test_what_is_said_and_by_whom(rule: Rule, complaint: str, fact: MadeUp, wrong: int) -> None:
    """Each rule finds what its table calls wrong, and nothing else."""
    fields = {name: value for name, value in fact.items() if name != "text"}
    texts = {"report": fact["text"]} if "text" in fact else None
    atlas = made_up({"report/a": fields}, entities=ENTITIES, texts=texts)
    assert complaints(rule, atlas) == [f"report/a {complaint}"] * wrong


def test_each_quotation_is_in_the_sentence_of_its_credit() -> None:
    """The complaint is about the words of the one that does not."""
    away = {"prefix": "rang.", "exact": "It broke."}
    fact = {**said("It.", "", "Ada said that"), "quote": ["it rang", away]}
    atlas = made_up(
        {"report/a": fact},
        entities=ENTITIES,
        texts={"report": "Ada said that it rang. It broke."},
    )
    found = complaints(a_credit_stands_in_its_own_sentence, atlas)
    assert found == ["report/a quote 1 exact: attribution"]


def test_questions_keep_to_no_day() -> None:
    """Their titles and choices are ours."""
    questions: Mapping[str, MadeUp] = {
        "how": {"title": "How many are there now?", "unit": "person"},
        "why": {"title": "Why?", "choices": {"a": "for bread", "b": "they came recently"}},
    }
    assert complaints(
        statements_keep_to_no_day, made_up({"report/a": {}}, questions=questions)
    ) == [
        "questions/how title: relative-time",
        "questions/why choices b: relative-time",
    ]
