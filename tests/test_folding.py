"""Folding: texts that mean the same to a quotation become one, and nothing else changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.folding import fold, fold_line, fold_with_origins, in_small_letters
from generator.text.matching import is_inside_word

GRAPHEMES = st.builds(
    lambda base, marks: base + "".join(marks),
    st.sampled_from(["e", "o", "x", "é", "и", "ن", "कि", "한", "ก"]),
    st.lists(st.sampled_from(["\u0301", "\u0323", "\u0308", "\u064e", "\u0e34"]), max_size=3),
)

TEXTS = st.text("aé e\u0301\u00ad\u00a0\t\n–“’", max_size=12)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("the guard left", "the guard left"),
        # White space: one space; a line end stays one, and swallows what is beside it.
        ("a  b", "a b"),
        ("a\tb", "a b"),
        ("a\u00a0b", "a b"),
        ("a \u00a0\t b", "a b"),
        ("a\nb", "a\nb"),
        ("a \n\n b", "a\nb"),
        ("é\u2003è\tê", "é è ê"),
        (" a ", " a "),
        # A soft hyphen is nothing, and neither begins nor ends a word.
        ("gu\u00adard", "guard"),
        ("a\u00ad\u00adb", "ab"),
        # Before a space or a line end it shows that a word was broken there, as other marks do.
        ("a\u00ad b", "ab"),
        ("a\u00ad\nb", "ab"),
        ("a\u0002\nb", "ab"),
        ("a\ufffeb", "ab"),
        ("a\u00ad\n1", "a\n1"),
        ("1\u00ad\nb", "1\nb"),
        # So does a hyphen, if a lower-case letter follows; other dashes do not.
        ("tow-\ner", "tower"),
        ("tow- \n er", "tower"),
        ("tow\u2010\ner", "tower"),
        ("tow-\nEr", "tow-\nEr"),
        ("3-\ner", "3-\ner"),
        ("tow–\ner", "tow-\ner"),
        ("re-cast", "re-cast"),
        ("pre- and post", "pre- and post"),
        # What can't be seen is nothing: joiners, marks of direction, marks of a file's beginning.
        ("\ufeffa\u200bb\u2060c\ufeff", "abc"),
        ("(\u200fصنف\u200f) \u2067صنف\u2069", "(صنف) صنف"),
        ("می\u200cخواهد", "میخواهد"),
        # A ligature is its letters.
        ("ﬁfty oﬀ waﬃq ﬂag ﬄ ﬅ ﬆ", "fifty off waffiq flag ffl st st"),
        # Each kind of dash and of quotation mark.
        ("‐‑‒–—―−", "-------"),
        ("‘a’ ‚b′", "'a' 'b'"),
        ("“a” „b″", '"a" "b"'),
        ("«a» ‹b› 「c」 『d』", '"a" "b" "c" "d"'),
        ("»a« ›b‹", '"a" "b"'),
        ("(« a »), « b »", '("a"), "b"'),
        ("says: »a« and", 'says: "a" and'),
        ("X ‐ x", "X - x"),
        # Letters are composed, after others of the text too.
        ("e\u0301", "é"),
        ("cafe\u0301s", "cafés"),
        ("e\u0301 e\u0301", "é é"),
        ("e\u0301\u00a0\u00a0a", "é a"),
        ("e\u0301\ta\u00adb", "é ab"),
        # What tells one number or name from another stays.
        ("Ada 1,000.5 % $ (a) [b] / &", "Ada 1,000.5 % $ (a) [b] / &"),
    ],
)
def test_what_is_one_to_a_quotation(text: str, folded: str) -> None:
    """Spaces, dashes, quotation marks, soft hyphens and composed letters; case and digits stay."""
    assert fold(text) == folded
    assert fold_with_origins(text).text == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [("", ""), ("a\nb", "a b"), (" \n a\u00a0 \n b \n", "a b"), ("“a”\n– b", '"a" - b')],
)
def test_a_line_is_folded_to_one(text: str, folded: str) -> None:
    """Line ends are spaces there, and none is at its ends."""
    assert fold_line(text) == folded


@pytest.mark.parametrize(
    ("text", "start", "end", "span"),
    [
        ("the guard", 4, 9, (4, 9)),
        ("the  guard", 4, 9, (5, 10)),
        ("the  guard  left", 3, 10, (3, 11)),
        ("the guard  left", 4, 10, (4, 10)),
        ("a \u00a0 b", 1, 2, (1, 2)),
        ("gu\u00adard left", 0, 5, (0, 6)),
        ("gu\u00adard left", 1, 3, (1, 4)),
        ("the gu\u00adard left", 10, 14, (11, 15)),
        ("e\u0301a b", 0, 1, (0, 2)),
        ("e\u0301a b", 1, 2, (2, 3)),
        ("ae\u0301  b", 3, 4, (5, 6)),
        # Letters of any writing system keep their places after one that was composed.
        ("\u0438\u0306\u0442\u0430 b", 2, 3, (3, 4)),
        ("\u0438\u00ad\u0306\u0442\u0430 b", 1, 2, (3, 4)),
        ("\u0438\u00ad\u0306\u0442\u0430 b", 2, 3, (4, 5)),
        ("\u1100\u1161\u11a8\u0442 b", 1, 2, (3, 4)),
        # The last character has all its marks, and nothing unseen after them.
        ("cafe\u0301 b", 0, 4, (0, 5)),
        ("\u0438\u00ad\u0306\u0442\u0430 b", 0, 1, (0, 3)),
        ("\u0438\u0306\u00ad\u0442 b", 0, 1, (0, 2)),
        ("\u1100\u1161\u11a8 b", 0, 1, (0, 3)),
        ("x\u0323\u0307 b", 0, 2, (0, 3)),
        ("«\u00a0a\u00a0» b", 0, 3, (0, 5)),
        # A letter that becomes two is where it was, and so is all after it.
        ("\u0958a b", 0, 1, (0, 1)),
        ("\u0958a b", 1, 2, (0, 1)),
        ("\u0958a b", 2, 3, (1, 2)),
        ("a\u0958 b", 2, 3, (1, 2)),
        ("a\u0958 b", 4, 5, (3, 4)),
        ("\u0958 \u00ad", 1, 2, (0, 1)),
    ],
)
def test_a_folded_range_leads_back(text: str, start: int, end: int, span: tuple[int, int]) -> None:
    """To the code points of the original, with the soft hyphens inside and no space too many."""
    assert fold_with_origins(text).span(start, end) == span


def test_an_empty_text_leads_back_to_its_beginning() -> None:
    """Also one that folds to nothing."""
    for text in ("", "\u00ad"):
        assert fold_with_origins(text).original(0) == 0


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    """Both ways of folding agree, and the folded text is composed, without uneven space."""
    folded = fold(text)
    assert folded == fold_with_origins(text).text
    assert unicodedata.is_normalized("NFC", folded)
    assert fold_line(fold_line(text)) == fold_line(text)


@given(st.lists(GRAPHEMES, min_size=1, max_size=6), st.data())
def test_a_range_has_whole_letters(letters: list[str], data: st.DataObject) -> None:
    """However a letter is spelt, a range that ends with it has all of its marks."""
    text = f"a {' '.join(letters)} b"
    found = fold_with_origins(text)
    edges = [index for index in range(1, len(found.text)) if not is_inside_word(found.text, index)]
    start, end = sorted(data.draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2)))
    if start < end:
        first, last = found.span(start, end)
        assert fold(text[first:last]).strip() == found.text[start:end].strip()
        assert not unicodedata.category(text[last]).startswith("M")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("the bell\nof Wend", "the bell of Wend"),
        ("the bell \n of Wend", "the bell of Wend"),
        ("the bell\n\nof Wend", "the bell\nof Wend"),
        ("the bell\n \nof Wend\nwas", "the bell\nof Wend was"),
        ("the tow-\ner", "the tower"),
    ],
)
def test_a_wrapped_text(text: str, folded: str) -> None:
    """A line end is a space there, and an empty line ends a paragraph."""
    assert fold_with_origins(text, wrapped=True).text == folded


@given(TEXTS)
def test_origins_ascend(text: str) -> None:
    """Each character comes from one in the original, not before that of the one before it."""
    found = fold_with_origins(text)
    origins = [found.original(index) for index in range(len(found.text))]
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)


@given(TEXTS)
@example("STRASSE, Straße, İ")
def test_small_letters_are_as_many(text: str) -> None:
    """So that an index in them is one in the text, whatever the case; it changes nothing twice."""
    small = in_small_letters(text)
    assert len(small) == len(text)
    assert in_small_letters(small) == small
