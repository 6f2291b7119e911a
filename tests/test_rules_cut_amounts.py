"""What belongs to a number is not cut off from it."""

from __future__ import annotations

import pytest

from generator.rules.cut_amounts import no_bound_is_cut_off
from tests.made_up import MadeUp, complaints, made_up


@pytest.mark.parametrize(
    ("text", "fact", "cut"),
    [
        ("More than 200 men came.", {"quote": "200 men came."}, True),
        ("More than 200 men came.", {"quote": "More than 200 men"}, False),
        ("About 200 men came.", {"quote": "200 men came."}, True),
        ("Not more than 200 men came.", {"quote": "more than 200 men came."}, True),
        ("Men came, 200 or more of them.", {"quote": "Men came, 200"}, True),
        ("Men came, 200 or more of them.", {"quote": "200 or more of them"}, False),
        ("Then ~200 men came.", {"quote": "200 men came."}, True),
        # Another passage may have the rest.
        ("More than 200 men came.", {"quote": "200 men came.", "context": "More than 200"}, False),
        ("More than 200 men came.", {"quote": ["200 men", "men came."]}, True),
        # A word that goes with no number, or with another one.
        ("More than men, 200 women came.", {"quote": "200 women came."}, False),
        ("More than 30 men and 200 women came.", {"quote": "200 women came."}, False),
        ("They came over. 200 men left.", {"quote": "200 men left."}, False),
        ("A year later 200 men came.", {"quote": "200 men came."}, False),
        # The other end of a range.
        ("There came 10 to 20 men.", {"quote": "20 men."}, True),
        ("There came 10 to 20 men.", {"quote": "There came 10"}, True),
        ("There came 10 to 20 men.", {"quote": "10 to 20 men"}, False),
        ("Between 10 and 20 men came.", {"quote": "20 men came."}, True),
        ("There were 10 and 20 men came.", {"quote": "20 men came."}, False),
        ("There came 5 women, 10 to 20 men.", {"quote": "There came 5 women"}, False),
        ("There came 10 to 20 men, 5 women.", {"quote": "5 women."}, False),
        ("He gave 1 – 2 million.", {"quote": "2 million."}, True),
        ("He gave 10 or 20.", {"quote": "He gave 10"}, True),
        ("They came in 1903, to 20 men.", {"quote": "20 men."}, False),
        ("Between 10 men and 20 women came.", {"quote": "20 women came."}, True),
        ("Between 10 old and grey men and 20 women came.", {"quote": "20 women came."}, False),
        ("There came 10 men and 20 women.", {"quote": "20 women."}, False),
        ("There came 10, perhaps 20 men.", {"quote": "20 men."}, True),
        ("There came 10 or even 20 men.", {"quote": "20 men."}, True),
        ("There came 10, 20 of them men.", {"quote": "20 of them men."}, False),
        # Another part of the number itself.
        ("Two hundred and fifty men came.", {"quote": "fifty men came."}, True),
        ("Two hundred and fifty men came.", {"quote": "Two hundred"}, True),
        ("Two hundred and fifty men came.", {"quote": "Two hundred and fifty"}, False),
        ("Twenty-five men came.", {"quote": "five men came."}, True),
        ("He gave 2 percent.", {"quote": "He gave 2"}, True),
        ("There came hundreds of thousands.", {"quote": "thousands."}, True),
        ("There came hundreds of thousands.", {"quote": "There came hundreds"}, True),
        ("There came hundreds of thousands.", {"quote": "hundreds of thousands."}, False),
        # That it is an estimate.
        ("There came an estimated 200 men.", {"quote": "200 men."}, True),
        ("Estimated 200 men came.", {"quote": "200 men came."}, True),
        (
            "There came an estimated 200 men.",
            {"quote": "200 men.", "context": "came an estimated"},
            True,
        ),
        ("There came, by an estimate of 1903, 200 men.", {"quote": "200 men."}, False),
        ("There came an estimated total 200 men.", {"quote": "200 men."}, True),
        ("There came an estimated 20 men and 200 women.", {"quote": "200 women."}, False),
        ("There came an estimated 200 men.", {"quote": "an estimated 200 men."}, False),
        # What is not in its document is another rule's.
        ("More than 200 men came.", {"quote": "200 women came."}, False),
    ],
)
def test_what_is_cut_off(text: str, fact: MadeUp, cut: bool) -> None:
    """Its bound, its "about" and the other end of its range are in a passage of the fact."""
    atlas = made_up({"report/a": fact}, texts={"report": text})
    place = "quote 0" if isinstance(fact["quote"], list) else "quote"
    assert complaints(no_bound_is_cut_off, atlas) == (
        [f"report/a {place}: amount-cut-off"] if cut else []
    )


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("They sat. Not more than 200 men came.", "200 men came.", "Not more than 200"),
        ("They sat. Men came, 2,000 or more of them.", "Men came, 2,000", "2,000 or more"),
        ("They sat. There came 10 to 20 men.", "20 men.", "10 to 20"),
        ("They sat. There came 10 to 20 men.", "There came 10", "10 to 20"),
        # Just what belongs together is enough.
        ("They sat. More than 200 men came.", "More than 200", ""),
        ("They sat. Men came, 2,000 or more.", "2,000 or more", ""),
        ("They sat. There came 10 to 20 men.", "10 to 20", ""),
    ],
)
def test_the_words_are_shown(text: str, quote: str, words: str) -> None:
    """A contributor sees what to quote."""
    atlas = made_up({"report/a": {"quote": quote}}, texts={"report": text})
    told = [one.message for one in no_bound_is_cut_off(atlas)]
    expected = f"the quote cuts {words!r} short; include all of it"
    assert told == ([expected] if words else [])


def test_each_quotation_is_asked_once() -> None:
    """Whatever it cuts off; one that is in no document is another rule's."""
    text = "More than 200 men or more came. About 300 women left."
    quotes = ["nobody", "200 men", "300 women left."]
    atlas = made_up({"report/a": {"quote": quotes}}, texts={"report": text})
    assert complaints(no_bound_is_cut_off, atlas) == [
        "report/a quote 1: amount-cut-off",
        "report/a quote 2: amount-cut-off",
    ]


def test_the_words_of_the_quotation_are_complained_of() -> None:
    """Not what it has before them."""
    quote = {"prefix": "than", "exact": "200 men came."}
    atlas = made_up({"report/a": {"quote": quote}}, texts={"report": "More than 200 men came."})
    assert complaints(no_bound_is_cut_off, atlas) == ["report/a quote exact: amount-cut-off"]


@pytest.mark.parametrize(("quote", "cut"), [("来了", False), ("人。", False), ("300人。", False)])
def test_an_amount_without_spaces_around_it(quote: str, cut: bool) -> None:
    """A quotation may end where it begins, and begin where it ends."""
    atlas = made_up(
        {"report/a": {"quote": quote}},
        documents={"report": {"language": "zh"}},
        texts={"report": "来了300人。"},
    )
    assert bool(complaints(no_bound_is_cut_off, atlas)) is cut
