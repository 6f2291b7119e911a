"""The picture around an entity: whole, with nothing over anything else, whatever the names."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.ties import ties_of
from generator.markup.escaping import escape
from generator.markup.paths import page_of
from generator.markup.writer import Desk
from generator.pages.network import TIED_DRAWN, UNTIED_DRAWN, network
from generator.pictures.lettering import Lettering
from generator.pictures.network import (
    LABEL,
    NAME,
    WIDTH,
    Network,
    NetworkItem,
    Rectangle,
    Text,
    drawn,
)
from tests.project import Project

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
ITEMS = st.lists(
    st.builds(lambda tie, name: NetworkItem("a.html", (tie, tie), name, f"{tie}: {name}", "A1", "tied"), NAMES, NAMES),
    min_size=1,
    max_size=TIED_DRAWN,
)  # fmt: skip


@pytest.fixture(scope="module")
def desks(real: Project) -> dict[str, Desk]:
    """A desk for the page of each entity of the project's own content."""
    return {ref: Desk(real.atlas, real.findings, page_of(ref)) for ref in real.atlas.entities}


def apart(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share no point inside both."""
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def rooms(texts: tuple[Text, ...], letters: Lettering, side: str) -> list[Rectangle]:
    """The room that lines of text take at most, by the side at which they are set."""
    return [
        Rectangle(
            round(one.x - letters.width(one.words) if side == "left" else one.x),
            round(one.y - letters.size * 0.8),
            round(letters.width(one.words)),
            round(letters.size),
        )
        for one in texts
    ]


def is_whole(picture: Network) -> None:
    """Everything is inside, no two parts overlap, each text is inside its own part."""
    frame = Rectangle(0, 0, picture.width, picture.height)
    boxes = [node.box for node in picture.nodes]
    for box in (*boxes, picture.centre):
        assert box.x >= frame.x
        assert box.y >= frame.y
        assert box.x + box.width <= frame.width
        assert box.y + box.height <= frame.height
    assert all(apart(one, other) for one, other in combinations([*boxes, picture.centre], 2))
    assert all(box.height >= 24 for box in boxes), "too small to be pressed"
    for node in picture.nodes:
        texts = [*rooms(node.label, LABEL, node.side), *rooms(node.name, NAME, node.side)]
        assert all(apart(one, other) for one, other in combinations(texts, 2))
        for room in texts:
            assert room.x >= node.box.x - 1
            assert room.x + room.width <= node.box.x + node.box.width + 1
            assert room.y >= node.box.y
            assert room.y + room.height <= node.box.y + node.box.height + 3


@given(NAMES, ITEMS)
def test_nothing_overlaps_and_nothing_is_cut(name: str, items: list[NetworkItem]) -> None:
    """Whatever the names and however many there are."""
    picture = drawn(name, "title", items)
    is_whole(picture)
    assert [node.href for node in picture.nodes] == [item.href for item in items]
    assert [node.called for node in picture.nodes] == [item.called for item in items]
    assert drawn(name, "title", items) == picture


def test_every_page_has_the_picture_of_its_ties(desks: dict[str, Desk]) -> None:
    """Ties where there are any, else those named together, and then they are called so."""
    for ref, desk in desks.items():
        view = network(desk, ref, desk.atlas.name(ref))
        own = ties_of(ref, desk.atlas)
        tied = {tie.object if tie.subject == ref else tie.subject for tie in own}
        if view is None:
            assert len(tied - {ref}) < 2, ref
            continue
        picture = view.picture
        is_whole(picture)
        assert picture.width == WIDTH
        assert (
            len(picture.nodes)
            == (min(TIED_DRAWN, len(tied)) if tied else len(picture.nodes))
            <= TIED_DRAWN
        )
        if not tied:
            assert len(picture.nodes) <= UNTIED_DRAWN
            assert {node.kind for node in picture.nodes} == {"loose"}
            assert view.caption == escape(desk.wording.network.no_ties)
            assert len(view.listed) == len(picture.nodes)
