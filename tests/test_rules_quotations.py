"""The rule about passages at its edges, and the nearest words that it shows."""

from __future__ import annotations

import re

import pytest

from generator.rules.nearest import Near, nearest
from generator.rules.quotations import (
    passages_are_verbatim,
    quotes_go_on_as_the_document,
    stated_times_are_in_evidence,
)
from generator.text.seed import Seed
from tests.made_up import MadeUp, complaints, made_up

REPORT = "In May 1903 the guards left.\nThe 21,000 carters came, and the carters stayed."
LETTER = "First.\nThe smiths stayed at home."
TEXTS = {"report": REPORT, "letter": LETTER, "sermon": "The smiths stayed at home."}


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ({"quote": "the guards left"}, []),
        ({"quote": "the carters"}, []),
        ({"quote": "carters"}, ["quote: quote-ambiguous"]),
        ({"quote": {"exact": "carters", "prefix": "and the"}}, []),
        ({"quote": {"exact": "carters", "prefix": "or the"}}, ["quote exact: quote-not-found"]),
        ({"quote": "guard"}, ["quote: quote-cut"]),
        ({"quote": "1,000 carters"}, ["quote: quote-cut"]),
        ({"quote": "left. The"}, ["quote: quote-broken"]),
        ({"quote": "the guards … left"}, ["quote: quote-broken"]),
        ({"quote": "the ... left"}, ["quote: quote-broken"]),
        ({"quote": "the guards leave"}, ["quote: quote-not-found"]),
        ({"quote": "The 22,000 carters came"}, ["quote: quote-number"]),
        ({"quote": "The 22,000 smiths came"}, ["quote: quote-not-found"]),
        ({"quote": "nothing of the kind whatsoever"}, ["quote: quote-not-found"]),
        ({"quote": "smiths stayed at home"}, ["quote: quote-elsewhere"]),
        # A fact in the wrong folder is told once.
        ({"quote": "smiths stayed at home", "context": ["First.", "Then."]}, ["quote: quote-elsewhere", "context 1: quote-not-found"]),
        # Each passage is asked about, at its place.
        ({"quote": ["the guards left", "guard"]}, ["quote 1: quote-cut"]),
        ({"quote": "In May", "context": ["1903", "carters"]}, ["context 1: quote-ambiguous"]),
        ({"quote": "In May", "attributed_to": "Ada", "attributed_as": "Ada said"}, ["attributed_as: quote-not-found"]),
        ({"quote": "In May", "attributed_to": "Ada", "attributed_as": {"suffix": "so", "exact": "Ada said"}}, ["attributed_as exact: quote-not-found"]),
    ],
)  # fmt: skip
def test_passages(fact: MadeUp, found: list[str]) -> None:
    """What is wrong with a passage has its own name."""
    facts = {"report/a": fact, "letter/b": {"quote": "First."}}
    names = complaints(passages_are_verbatim, made_up(facts, texts=TEXTS))
    assert names == [f"report/a {one}" for one in found]


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ({"quote": "In May 1903", "said_as_stated": "May 1903"}, []),
        ({"quote": "In May 1903", "said_as_stated": "June 1903"}, ["said_as_stated: date-words"]),
        ({"quote": "In May", "via": ["Edo", {"who": "Ada", "said_as_stated": "June"}]}, ["via 1 said_as_stated: date-words"]),
        ({"quote": "In May 1903", "when_as_stated": "May  1903"}, []),
        ({"quote": "In May 1903", "when_as_stated": "June 1903"}, ["when_as_stated: date-words"]),
        ({"quote": "In May 1903", "when_as_stated": "May 190"}, ["when_as_stated: date-words"]),
        ({"quote": "the guards left", "context": "In May 1903", "when_as_stated": "May"}, []),
    ],
)  # fmt: skip
def test_stated_times(fact: MadeUp, found: list[str]) -> None:
    """The words of a date are in a passage of the fact."""
    facts = {"report/a": fact, "letter/b": {"quote": "First."}}
    names = complaints(stated_times_are_in_evidence, made_up(facts, texts=TEXTS))
    assert names == [f"report/a {one}" for one in found]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        (REPORT, ["the guards left", "The 21,000 carters came"], []),
        (REPORT, ["The 21,000 carters came", "the guards left"], ["quote 1: quote-stitched"]),
        (REPORT, ["In May 1903", "the guards left", "May"], ["quote 2: quote-stitched"]),
        (REPORT, ["In May 1903 the guards", "the guards left"], ["quote 1: quote-stitched"]),
        (REPORT, ["In May", "1903"], []),
        (f"They left.{' .' * 299} They came.", ["They left.", "They came."], []),
        (f"They left.{' .' * 300} They came.", ["They left.", "They came."], ["quote 1: quote-stitched"]),
        (f"They left.{' .' * 300} They came.", "They left.", []),
    ],
)  # fmt: skip
def test_passages_of_one_quote(text: str, quote: str | list[str], found: list[str]) -> None:
    """They go on as the document does, and none is far from the one before."""
    atlas = made_up({"report/a": {"quote": quote}}, texts={"report": text})
    names = complaints(quotes_go_on_as_the_document, atlas)
    assert names == [f"report/a {one}" for one in found]


def told(quote: str) -> str:
    """What is said of a quotation."""
    facts = {"report/a": {"quote": quote}, "letter/b": {"quote": "First."}}
    (problem,) = passages_are_verbatim(made_up(facts, texts=TEXTS))
    return problem.message


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("guard", "cuts 'guards' on line 1 of"),
        ("uards left", "cuts 'guards' on line 1 of"),
        ("uard", "cuts 'guards' on line 1 of"),
        ("n May 1903 the guard", "cuts 'In' and 'guards' on line 1 of"),
        ("the guards lef", "cuts 'left' on line 1 of"),
        ("1,000 carters came", "cuts '21,000' on line 2 of"),
        ("carters", "occurs 2 times in report.txt (lines 2, 2)"),
        ("smiths stayed", "is in letter.txt (line 2), not in report.txt;"),
        ("the guard left", "line 1 is nearest: 'the [-guard-]{+guards+} left'"),
        ("In May 1904", "with another number, on line 1: 'In May [-1904-]{+1903+}'"),
    ],
)
def test_what_the_message_says(quote: str, message: str) -> None:
    """Where the words are, and which of them are cut or wrong."""
    assert message in told(quote)


@pytest.mark.parametrize(
    ("wanted", "text", "near"),
    [
        ("the guard left", "Then the guards left.", Near(1, 0, "the [-guard-]{+guards+} left", (("guard", "guards"),))),
        ("the guards left", "One.\nThen the guard left.", Near(2, 0, "the [-guards-]{+guard+} left", (("guards", "guard"),))),
        # Whole words.
        ("guard lef", "The guards left.", Near(1, 0, "[-guard-]{+guards+} [-lef-]{+left+}", (("guard", "guards"), ("lef", "left")))),
        ("uards left", "guards left", Near(1, 0, "[-uards-]{+guards+} left", (("uards", "guards"),))),
        ("警備隊が去る", "警備隊は去る", Near(1, 0, "警備隊[-が-]{+は+}去る", (("が", "は"),))),
        # Nothing like it.
        ("guards left", "Nothing here.", None),
        ("guards left the town", "guards left", None),
        ("guards left", "", None),
        ("(...", "........", None),
        ("((.", "(((((", None),
    ],
)  # fmt: skip
def test_the_nearest_words(wanted: str, text: str, near: Near | None) -> None:
    """With each difference marked, and as pairs."""
    found = nearest(wanted, Seed("report.txt", text, ""))
    if near is None or found is None:
        assert found is near
    else:
        assert (found.line, found.marked, found.changed) == (near.line, near.marked, near.changed)
        assert 60 <= found.likeness <= 100


@pytest.mark.parametrize(
    ("wanted", "text", "theirs"),
    [
        ("guard left", "The guards left.", "guards left"),
        ("- the", "- (so) the", "the"),
        ("so, Ada", "- Ada the", "Ada"),
        ("Ada Ada", "Ada - -", "Ada"),
        ("so, -", 'so, "no" -', "so"),
        ("(so) the", "so, (so) Ada", "(so) Ada"),
        ("left so,", "- so, the", "so,"),
        ('guards "no"', 'came "no" -', 'came "no"'),
    ],
)
def test_the_nearest_words_have_no_marks_around_them(wanted: str, text: str, theirs: str) -> None:
    """Unless the passage begins or ends with such a mark."""
    near = nearest(wanted, Seed("report.txt", text, ""))
    assert near is not None
    assert re.sub(r"\[-.*?-\]|\{\+(.*?)\+\}", r"\1", near.marked) == theirs


def test_what_is_hardly_alike_is_not_shown() -> None:
    """Its likeness is three fifths at least."""
    seed = Seed("report.txt", "abcdefghij and more", "")
    assert nearest("abczzww", seed) is not None
    assert nearest("abcdvwxyzu", seed) is None
