"""Passages: a quotation is in its document letter for letter, whole, in one paragraph, and once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pytest

from generator.atlas.passages import Sighting, find
from generator.records.passages import Exact
from generator.text.seed import Seed
from tests.made_up import real_config

SCALES = real_config().numbers.scale_pattern


def sighting(text: str, exact: str, ends: Collection[int] = (), **around: Any) -> Sighting:
    """What is found of a passage in a document of this text."""
    passage = Exact(exact=exact, **around)
    return find(passage, Seed("report.txt", text, ""), SCALES, ends)


def test_readers_see_plain_letters() -> None:
    """A quotation may be copied with the ligatures and the soft hyphens of a PDF."""
    found = sighting("The oﬃce re\xadported it.", "oﬃce re\xadported")
    assert found.passage.exact == "office reported"
    assert Exact(exact="به گفته‌ی او").exact == "به گفته‌ی او"


@pytest.mark.parametrize(
    ("text", "exact", "places", "cut"),
    [
        # To the letter, but for what is folded: spaces, dashes and quotation marks.
        ("The guard left.", "guard left", [(4, 14)], []),
        ("The guard left.", "Guard left", [], []),
        ("The guard left.", "guards left", [], []),
        ("The  “guard”\tleft – then.", '"guard" left - then', [(5, 24)], []),
        ("The guard left.", " guard left ", [(4, 14)], []),
        ("The gu\u00adard left.", "guard", [(4, 10)], []),
        # Whole words, numbers and amounts.
        ("The guards left.", "guard", [], [(4, 9)]),
        ("The guards left.", "uards", [], [(5, 10)]),
        ("21,000 left.", "1,000 left", [], [(1, 11)]),
        ("1,000,000 left.", "1,000", [], [(0, 5)]),
        ("It cost $ 5.", "5", [], [(10, 11)]),
        ("It cost £5 million.", "£5", [], [(8, 10)]),
        ("It cost 5%.", "cost 5", [], [(3, 9)]),
        ("guards guard", "guard", [(7, 12)], [(0, 5)]),
        # Unbroken, inside one paragraph.
        ("They left.\nThey came.", "left. They", [], []),
        ("They left.\nThey came.", "They came.", [(11, 21)], []),
        # Each place, where there are several; they may overlap.
        ("a b a b a", "a b a", [(0, 5), (4, 9)], []),
        ("", "a", [], []),
    ],
)
def test_where_a_passage_is(
    text: str, exact: str, places: list[tuple[int, int]], cut: list[tuple[int, int]]
) -> None:
    """The places are whole; those that begin or end inside a word or a number are set apart."""
    found = sighting(text, exact)
    assert [(one.start, one.end) for one in found.places] == places
    assert [(one.start, one.end) for one in found.cut] == cut
    assert (found.place is not None) == (len(places) == 1)
    assert found.passage.exact == exact


@pytest.mark.parametrize(
    ("around", "start"),
    [
        ({}, None),
        ({"prefix": "Then the"}, 16),
        ({"suffix": "left"}, 3),
        ({"suffix": "came"}, 16),
        ({"prefix": "the", "suffix": "came"}, 16),
        ({"prefix": "Then the", "suffix": "left"}, None),
        ({"prefix": "he"}, 16),
        ({"prefix": "A "}, 3),
        ({"prefix": "left. Then the"}, 16),
        ({"suffix": "came. The"}, 16),
        ({"suffix": "left. Then"}, 3),
        ({"prefix": "when the"}, None),
    ],
)
def test_what_is_around_tells_places_apart(around: Mapping[str, Any], start: int | None) -> None:
    """Right before and right after it, with or without a space; over a paragraph's end too."""
    text = "A  guard left.\nThen the guard came.\nThe end."
    found = sighting(text, "guard", **around)
    expected = text.index("guard") if start == 3 else text.rindex("guard")
    assert (found.place and found.place.start) == (None if start is None else expected)


def test_a_place_knows_its_line_and_its_folded_range() -> None:
    """Lines count from 1; code points are those of the text, indices those of the folded text."""
    (place,) = sighting("One.\nTwo  or\tthree – left.", "three - left").places
    assert (place.line, place.start, place.end) == (2, 13, 25)
    assert place.folded == (12, 24)


def test_a_gap_is_a_boundary() -> None:
    """Where a skipped passage begins or ends, a word may be cut by nothing but the skip."""
    text = "5Ada left.Share"
    assert sighting(text, "Ada left.").place is None
    assert sighting(text, "Ada left.", ends=(1,)).place is not None
    assert sighting("Ada leftShare", "Ada left", ends=(8,)).place is not None
    assert sighting("Ada leftShare", "Ada left", ends=(7,)).place is None


def test_a_cut_passage_must_be_between_its_neighbours_too() -> None:
    """The same words cut out of others elsewhere are not a sighting of it."""
    found = sighting("The guards left. A guarding.", "guard", prefix="A")
    assert [(one.start, one.end) for one in found.cut] == [(19, 24)]
