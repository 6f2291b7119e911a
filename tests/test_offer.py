"""The offer of editions in the built page: it is put in place of another, and of nothing else."""

from __future__ import annotations

import pytest

from generator.markup.escaping import Html, escape
from generator.pages.editions import OFFER_BEGIN, OFFER_END, Edition, offer
from generator.publish.offer import with_offer
from tests.project import reworded

WORDING = reworded(lambda words: words)
NONE = offer((), WORDING)
SOME = offer((Edition("archive", 1_234_567, "ab" * 32), Edition("book", 5, "cd" * 32)), WORDING)


def _page(shown: str) -> bytes:
    figures = "<figure><p>a</p></figure>"
    return f"{figures}<figure id='editions'>\n{shown.strip()}\n</figure>{figures}\n".encode()


def test_an_offer_takes_the_place_of_another() -> None:
    """The rest of the page stays to the byte, and the first offer can be put back."""
    assert with_offer(_page(NONE), SOME) == _page(SOME)
    assert with_offer(_page(SOME), NONE) == _page(NONE)
    assert "attested-offline.zip" in SOME
    assert "attested-offline.zip" not in NONE


def test_an_offer_may_hold_any_element() -> None:
    """Where it ends does not depend on what is in it."""
    wide = Html(f"{OFFER_BEGIN}<figure><figure>x</figure></figure>{OFFER_END}")
    assert with_offer(with_offer(_page(NONE), wide), NONE) == _page(NONE)


def test_no_text_of_a_page_is_taken_for_an_offer() -> None:
    """Whoever writes the marks in a text gets them escaped."""
    assert OFFER_BEGIN not in escape("<!-- the editions begin -->")
    assert OFFER_END not in escape("<!-- the editions end -->")


@pytest.mark.parametrize(
    "shown",
    ["", OFFER_BEGIN, OFFER_END, f"{OFFER_END}{OFFER_BEGIN}", f"{NONE}{NONE}", NONE + OFFER_END],
    ids=["none", "no end", "no beginning", "the wrong way round", "twice", "two ends"],
)
def test_a_page_without_one_place_is_refused(shown: str) -> None:
    """Nothing is guessed about a page that has no place for the offer, or two."""
    with pytest.raises(ValueError, match="one place for the editions"):
        with_offer(_page(shown), SOME)
