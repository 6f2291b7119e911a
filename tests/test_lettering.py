"""Lettering: the widths are those of the fonts that the site ships, and lines fit their room."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pictures.lettering import SPARE, Face, Lettering
from generator.pictures.maps.labels import LETTERS
from generator.pictures.network import CENTRE, COLUMN, LABEL, NAME
from generator.pictures.widths import FACES, WIDTHS
from tests.project import DEFAULTS
from tools import letters

ASSETS = DEFAULTS / "theme/assets"
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)
LETTERINGS = st.builds(Lettering, st.sampled_from(get_args(Face)), st.just(12))


def test_the_table_is_what_the_fonts_say() -> None:
    """The module of widths is the one that measuring the shipped fonts gives."""
    assert letters.MODULE.read_text(encoding="utf-8") == letters.table()
    assert get_args(Face) == FACES
    assert len(WIDTHS) > 150


@pytest.mark.parametrize(("face", "a"), [("sans-400", 562), ("serif-600", 554)])
def test_a_text_is_as_wide_as_its_letters(face: Face, a: int) -> None:
    """Widths add up, in the unit of the size, with something to spare."""
    assert Lettering(face, 1000).width("a") == pytest.approx(a * SPARE)
    assert Lettering(face, 10).width("aa") == pytest.approx(20 * a / 1000 * SPARE)


def test_letters_of_other_fonts_have_room() -> None:
    """A letter that the site's fonts lack is taken for a wide one; a mark above one has no width."""
    plain = Lettering("serif-400", 12)
    assert plain.width("ш") > plain.width("w")
    assert plain.width("\u4e2d") > plain.width("ш")
    assert plain.width("e\u0301") == plain.width("e")


@pytest.mark.parametrize(
    ("sheet", "rule", "used"),
    [
        ("ties.css", ".network text {", NAME),
        ("ties.css", ".network text.how {", LABEL),
        ("ties.css", ".network .centre text {", CENTRE),
        ("map.css", ".map text {", LETTERS),
    ],
)
def test_pictures_are_lettered_as_they_are_measured(sheet: str, rule: str, used: Lettering) -> None:
    """The style sheet shows each text in the face and size that its room was worked out for."""
    text = (ASSETS / sheet).read_text(encoding="utf-8")
    declared = text[text.index(rule) :].partition("}")[0]
    assert re.findall(r"font(?:-size)?: [^;]*?([\d.]+)px", declared) == [f"{used.size:g}"]
    (weight,) = re.findall(r"font(?:-weight)?: ([456]00)\b", declared)
    family, face_weight = used.face.split("-")
    assert {"400": "400", "500": "400", "600": "600"}[weight] == face_weight
    assert f"var(--{family})" in declared or used is CENTRE  # it inherits its family


@given(LETTERINGS, st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.floats(30, 400))
def test_lines_fit_and_lose_nothing(lettering: Lettering, text: str, room: float) -> None:
    """A text in lines is the text, and no line is wider than its room unless it is one letter."""
    broken = lettering.lines(text, room)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(lettering.width(line) <= room or len(line) == 1 for line in broken)


def test_lines_break_at_spaces_first() -> None:
    """Words stay whole where they fit."""
    assert NAME.lines("Islamic Revolutionary Guard Corps", COLUMN) == (
        "Islamic Revolutionary",
        "Guard Corps",
    )
