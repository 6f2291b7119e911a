"""The rules about saying, at their edges."""

from __future__ import annotations

import pytest

from generator.rules import saying
from tests.made_up import MadeUp, complaints, made_up

ADA = "[[people/ada|Ada]]"
ENTITIES = {"people/ada": {"name": "Ada"}, "units/guild": {"name": "Guild"}}


def said(statement: str, quote: str, by: str, **fields: object) -> MadeUp:
    """A fact that is credited to Ada, in these words."""
    fact = {"attributed_to": "people/ada", "attributed_as": by, "type": "position"}
    return {"statement": statement, "quote": quote, **fact, **fields}


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
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
    ],
)  # fmt: skip
def test_a_claim_is_what_is_said(fact: MadeUp, wrong: int) -> None:
    """A statement that its own speaker says something is told by the document."""
    atlas = made_up({"report/a": fact}, entities=ENTITIES)
    found = complaints(saying.a_claim_is_what_is_said, atlas)
    assert found == ["report/a statement: own-speaker"] * wrong


@pytest.mark.parametrize(
    ("text", "quote", "by", "wrong"),
    [
        ("Ada said that it rang.", "it rang", "Ada said that", 0),
        ("Ada said that it rang. It broke.", "It broke.", "Ada said that", 1),
        ("Ada said that it rang. She added that it broke.", "it broke", "Ada said that", 0),
        ("Ada said. “It rang, and then it broke.”", "It rang", "Ada said", 0),
        ("It rang. It broke, Ada said.", "It rang.", "Ada said", 1),
    ],
)
def test_a_credit_stands_in_its_own_sentence(text: str, quote: str, by: str, wrong: int) -> None:
    """The sentence after a credited one is the document's own, unless it reports or is quoted."""
    atlas = made_up({"report/a": said("It.", quote, by)}, entities=ENTITIES, texts={"report": text})
    found = complaints(saying.a_credit_stands_in_its_own_sentence, atlas)
    assert found == ["report/a quote: attribution"] * wrong


def test_each_quotation_stands_in_the_sentence_of_its_credit() -> None:
    """The complaint is about the words of the one that does not."""
    away = {"prefix": "rang.", "exact": "It broke."}
    fact = {**said("It.", "", "Ada said that"), "quote": ["it rang", away]}
    atlas = made_up(
        {"report/a": fact},
        entities=ENTITIES,
        texts={"report": "Ada said that it rang. It broke."},
    )
    found = complaints(saying.a_credit_stands_in_its_own_sentence, atlas)
    assert found == ["report/a quote 1 exact: attribution"]


@pytest.mark.parametrize(
    ("text", "by", "stated", "wrong"),
    [
        ("Last week Ada said that it rang.", "Ada said that", "Last week", 1),
        ("Last week, Ada said that it rang.", "Ada said that", "Last week", 1),
        ("Ada said last week that it rang.", "Ada said last week that", "last week", 0),
        ("Ada had once said that it rang.", "Ada had once said that", "once", 1),
        ("It rained. But last week Ada said that it rang.", "Ada said that", "last week", 1),
        ("Last week Ada said that it rang, reportedly.", "Ada said that", "Last week", 1),
        ("Last week Ada said that it rang.", "Last week Ada said that", "Last week", 1),
        # When it happened.
        ("In Ada's view it rang last week, Edo said.", "In Ada's view", "last week", 0),
        ("Ada said that it rang last week.", "Ada said that", "last week", 0),
        ("Last week, according to Ada, it rang.", "according to Ada", "Last week", 0),
        ("Last week, Ada said, it rang.", "Ada said", "Last week", 0),
        ("Last week the bell, Ada said that it rang.", "Ada said that", "Last week", 0),
        ("By 1903, it was said that it rang.", "it was said that", "By 1903", 0),
    ],
)
def test_times_of_saying_are_apart(text: str, by: str, stated: str, wrong: int) -> None:
    """A time that stands with the crediting words, before their verb, is when it was said."""
    fact = said("It rang.", "it rang", by, when_as_stated=stated)
    atlas = made_up({"report/a": fact}, entities=ENTITIES, texts={"report": text})
    found = complaints(saying.times_of_saying_are_apart, atlas)
    assert found == ["report/a when_as_stated: date-of-saying"] * wrong


@pytest.mark.parametrize(
    ("statement", "fields", "wrong"),
    [
        ("It rang.", {}, 0),
        ("It rang recently.", {}, 1),
        ("It has been silent so far.", {}, 1),
        ('It is "now" silent.', {}, 0),
        ('It is "so"now silent.', {}, 1),
        ("It rang in the last year of the war.", {}, 0),
        ("It is known.", {}, 0),
        ("It rang not long ago.", {"note": "The report's “ago” counts from 1903."}, 0),
    ],
)
def test_statements_keep_to_no_day(statement: str, fields: MadeUp, wrong: int) -> None:
    """A statement is as true tomorrow as on the day of its document."""
    atlas = made_up({"report/a": {"statement": statement, **fields}})
    found = complaints(saying.statements_keep_to_no_day, atlas)
    assert found == ["report/a statement: relative-time"] * wrong
