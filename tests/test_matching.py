"""Matching: words are found whole, and a passage may not begin or end inside one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.matching import (
    IN_QUOTATION_MARKS,
    REFERENCE_MARK,
    any_of,
    either,
    is_boundary,
    is_inside_word,
    occurrences,
    stands_in,
)

SCALES = "million|thousand|万"
PIECES = st.text("ab_1 .,$%-é", max_size=8)


@pytest.mark.parametrize(
    ("words", "text", "stand"),
    [
        ("ada", "ada okoro", True),
        ("ada", "of ada, and", True),
        ("ada", "adamant", False),
        ("ada", "nevada", False),
        ("ada", "nevada and ada", True),
        ("ada", "ada_okoro", False),
        ("ada", "ada-okoro", True),
        ("(ada)", "x(ada)x", True),
        ("آدا", "وآدا", False),
        ("ada", "ada³ okoro", True),
        ("ada", "adaX okoro", False),
        ("قال", "قال\u064e", False),
        ("قال\u064e", "قال\u064e لي", True),
        ("", "ada", False),
    ],
)
def test_words_are_whole(words: str, text: str, stand: bool) -> None:
    """Words are whole where no letter, digit or underscore continues them."""
    assert stands_in(words, text) is stand


@given(PIECES)
def test_a_word_has_no_seam(text: str) -> None:
    """The places that are inside no word are those at which a regular expression sees an edge."""
    for index in range(len(text) + 1):
        inside = bool(re.compile(r"(?<=\w)(?=\w)").match(text, index))
        assert is_inside_word(text, index) is inside


@given(PIECES, PIECES)
def test_every_occurrence_is_found(wanted: str, text: str) -> None:
    """Also those that overlap; an empty text occurs nowhere."""
    found = [index for index in range(len(text)) if wanted and text.startswith(wanted, index)]
    assert list(occurrences(wanted, text)) == found


def test_occurrences_may_overlap() -> None:
    """The next one may begin at the second letter of one; the first comes first."""
    assert list(occurrences("aa", "xaaaxaa")) == [1, 2, 5]
    assert list(occurrences("b", "abab")) == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        *("ab|c", "1|2", "a|1", "a_|b", "$|5", "$ |5", "5|%", "5| %", "1|,000", "1,|000"),
        *("1.|5", "5| million", "5|-million", "2015-|18", "12:|30"),
        *("x|\u0323", "x\u0323|y", "قال|\u064e", "ก|\u0e34ก", "☂|\ufe0f"),
        *("12 |300", "12| 300", "1 234 |567", "1 |234 567", "12'|300", "61·|4", "۷۰٬|۰۰۰", "۶۱|٫۴"),
        *("１，|２３４", "１|．５", "12|½", "12| ½", "12| 1/2", "300|万人"),
    ],
)
def test_a_passage_may_not_be_cut_here(text: str) -> None:
    """A word, a number and an amount stay whole."""
    before, _, after = text.partition("|")
    assert not is_boundary(before + after, len(before), SCALES)
    assert is_boundary(before + after, len(before), SCALES, ends={len(before)})


@pytest.mark.parametrize(
    "text",
    [
        *("|ab", "ab|", "ab| c", "ab|, c", "5| men", "5|, men", "a |5", "5| millionaires", "$|a"),
        *("ab| %", "ab|%", "ab| million", "ab|-million", "ab|.5"),
        *(
            "2015 |300",
            "12 |3000",
            "12 |30",
            "12| 30",
            "ab|²",
            "5|²",
            "5²| men",
            "ab³| c",
            "ab| ½",
            "12| x/2",
            "ab|中",
            "中|ab",
            "中|国",
            "300|人",
        ),
    ],
)
def test_a_passage_may_begin_or_end_here(text: str) -> None:
    """Between words, and at the ends of a text."""
    before, _, after = text.partition("|")
    assert is_boundary(before + after, len(before), SCALES)


def test_the_longest_word_is_tried_first() -> None:
    """A pattern of several words takes the longest; what is special in patterns is text here."""
    assert re.fullmatch(either(["at", "at least", "a.b"]), "at least")
    assert re.match(either(["at", "at least"]), "at least")[0] == "at least"  # type: ignore[index]
    assert not re.fullmatch(either(["a.b"]), "axb")
    assert re.fullmatch(either(["at least"], "[ -]"), "at-least")


@given(
    st.lists(st.text("aAb .'", min_size=1, max_size=4), max_size=6), st.text("aAb .'", max_size=9)
)
def test_branches_find_what_a_plain_list_finds(words: list[str], text: str) -> None:
    """At the same places and of the same length, whether case counts or not."""
    plain = "|".join(re.escape(word) for word in words) or "(?!)"
    branches = any_of([re.escape(word) for word in words])
    for flags in (0, re.IGNORECASE):
        found, wanted = (re.finditer(one, text, flags) for one in (branches, plain))
        assert [one.span() for one in found] == [one.span() for one in wanted]


def test_patterns_of_one_letter_are_one_branch() -> None:
    """Unless the patterns have it in both cases."""
    assert any_of(["more", "most", "few"]) == "(?:m(?:ore|ost)|f(?:ew))"
    assert any_of(["May", "may", "few"]) == "(?:May|may|f(?:ew))"


def test_a_word_that_may_go_on() -> None:
    """Where it has `*`, up to the next space."""
    going = either(["a*t all"])
    assert re.fullmatch(going, "at all")
    assert re.fullmatch(going, "absent all")
    assert not re.fullmatch(going, "a tent all")
    assert not re.fullmatch(going, "a*t alls")


def test_marks() -> None:
    """What a document's own marks are, and what is in quotation marks."""
    assert REFERENCE_MARK.sub("", "took it.¹² Wend³") == "took it. Wend"
    assert REFERENCE_MARK.sub("", "took it.[1][43] [a] [ 2 ]") == "took it. [a] [ 2 ]"
    assert IN_QUOTATION_MARKS.findall('the "bell" and "" of "the wend"') == ["bell", "", "the wend"]
