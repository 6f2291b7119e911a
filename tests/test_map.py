"""The map: positions, the outline of the land, labels that can be read, and the list of places."""

from __future__ import annotations

import json
import math
from pathlib import Path
from shutil import rmtree

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.atlas.atlas import Atlas
from generator.build import DOCS, build
from generator.check import check
from generator.config.map import STEEPEST, Bounds, MapPanel, Outline
from generator.markup.inline import counted
from generator.pages.map import FACTS_LISTED, map_page, places
from generator.pictures.maps import labels
from generator.pictures.maps.labels import (
    EDGE_MARGIN,
    LETTERS,
    Anchor,
    Label,
    LabelBox,
    placed,
)
from generator.pictures.maps.projection import WIDTH, Projection
from tests.project import ROOT, Project, lay_out, wording
from tools import outline

HEIGHT = 300.0


def bounds(west: float, east: float, south: float, north: float) -> Bounds:
    """A part of the world."""
    return Bounds.model_construct(west=west, east=east, south=south, north=north)


@st.composite
def some_bounds(draw: st.DrawFn) -> Bounds:
    """Any part of the world that may be a picture."""
    west = draw(st.floats(-180, 175))
    south = draw(st.floats(-STEEPEST, STEEPEST - 5))
    east = draw(st.floats(west + 1, 180)) if west < 179 else 180.0
    return bounds(west, east, south, draw(st.floats(south + 1, STEEPEST)))


SHARES = st.floats(0, 1)


@given(some_bounds(), SHARES, SHARES)
def test_what_lies_in_the_bounds_is_in_the_picture(part: Bounds, across: float, up: float) -> None:
    """A picture is WIDTH wide and shows all of its bounds, north up and east to the right."""
    at = Projection(part)
    x, y = at(
        part.west + across * (part.east - part.west), part.south + up * (part.north - part.south)
    )
    assert -1e-6 <= x <= WIDTH + 1e-6
    assert -1e-6 <= y <= at.height + 1e-6
    assert math.isclose(x, across * WIDTH, abs_tol=1e-6)
    assert at(part.west, part.north) == pytest.approx((0, 0), abs=1e-6)
    assert at.height > 0


def test_shapes_stay() -> None:
    """Around a position a degree of latitude is as much longer than one of longitude as on earth."""
    at = Projection(bounds(34, 38, 32, 37))
    (x1, y1), (x2, y2) = at(36, 34.99), at(36.01, 35.0)
    assert (y1 - y2) / (x2 - x1) == pytest.approx(1 / math.cos(math.radians(35)), rel=1e-3)


MARKS = st.lists(
    st.builds(
        lambda x, y, text: (x, y, text),
        st.floats(8, WIDTH - 8),
        st.floats(8, HEIGHT - 8),
        st.text("abcdefMWil ()1", min_size=1, max_size=24),
    ),
    max_size=40,
).map(lambda found: [Anchor(str(n), x, y, text) for n, (x, y, text) in enumerate(found)])


@settings(max_examples=60)
@given(MARKS)
def test_labels_lie_in_the_picture_and_on_nothing(marks: list[Anchor]) -> None:
    """No label leaves the picture, covers another one or a mark; each belongs to its own mark."""
    labels = placed(marks, WIDTH, HEIGHT)
    for label in labels:
        box = label.box
        assert box.x >= EDGE_MARGIN
        assert box.y >= EDGE_MARGIN
        assert box.x + box.width <= WIDTH - EDGE_MARGIN
        assert box.y + box.height <= HEIGHT - EDGE_MARGIN
        assert not any(box.meets(one.box) for one in labels if one is not label)
        for mark in marks:
            assert not (box.x < mark.x < box.x + box.width and box.y < mark.y < box.y + box.height)
        shown = label.mark.text if label.number is None else str(label.number)
        assert box.width == LETTERS.width(shown)
    found = [label.mark.key for label in labels]
    assert found == [mark.key for mark in marks if mark.key in set(found)]


COORDINATES = st.integers(-9, 9)


@given(st.tuples(*[COORDINATES] * 4), st.tuples(*[COORDINATES] * 2), st.integers(1, 9))
def test_a_line_crosses_a_label_where_it_runs_through_it(
    line: tuple[int, int, int, int], corner: tuple[int, int], width: int
) -> None:
    """A line that only touches a label's edge or corner does not; neither does one beside it."""
    box = LabelBox(*corner, width, 3)
    around = shapely.box(box.x, box.y, box.x + box.width, box.y + box.height)
    through = shapely.LineString([line[:2], line[2:]])
    assert labels._crosses(box, line) is bool(around.relate_pattern(through, "T********"))


@settings(max_examples=30)
@given(MARKS)
def test_no_number_appears_twice(marks: list[Anchor]) -> None:
    """The numbers that stand for names are 1, 2, 3 … but for those that found no room either."""
    found = [label.number for label in placed(marks, WIDTH, HEIGHT) if label.number is not None]
    assert sorted(found) == sorted(set(found))
    assert set(found) <= set(range(1, len(marks) + 1))


def test_a_crowd_of_places_gets_numbers() -> None:
    """Where names find no room there are numbers, from 1 on."""
    marks = [
        Anchor(f"{x}-{y}", 110 + 24 * x, 110 + 24 * y, f"A very long name of a place, {x}-{y}")
        for x in range(5)
        for y in range(4)
    ]
    labels = placed(marks, WIDTH, HEIGHT)
    assert len(labels) == len(marks)
    numbers = [label.number for label in labels if label.number is not None]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert len(numbers) > 5


def test_the_same_places_give_the_same_labels() -> None:
    """Nothing is random."""
    marks = [Anchor(str(n), 30 + 37 * n % 280, 30 + 53 * n % 240, f"Place {n}") for n in range(25)]

    def again() -> tuple[Label, ...]:
        return placed(list(marks), WIDTH, HEIGHT)

    assert again() == again()


def test_the_outline_is_cut_from_countries(tmp_path: Path) -> None:
    """From TopoJSON to the file that the project reads; neighbours share the points between them."""
    root = lay_out(tmp_path / "project")
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "arcs": [
            [[72, 440], [0, 60]],  # the border between two countries, at 7.2 degrees east
            [[72, 500], [-72, 0], [0, -60], [72, 0]],
            [[72, 440], [80, 0], [0, 60], [-80, 0]],
        ],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "arcs": [[[2, -1]]]},
                ]
            }
        },
    }
    (tmp_path / "countries.json").write_text(json.dumps(topology), encoding="utf-8")
    outline.main([str(tmp_path / "countries.json"), str(root)])
    checked = check(root)
    assert checked.problems == ()
    assert checked.atlas is not None
    assert checked.atlas.gazetteer is not None
    for entry in checked.atlas.gazetteer.outlines:
        one, other = entry.record.rings
        border = {point for point in one if point in other}
        assert {x for x, _ in border} == {7.2}
        assert len(border) == 2


@pytest.fixture(scope="module")
def atlas(real: Project) -> Atlas:
    """The real project's records."""
    return real.atlas


@pytest.fixture(scope="module")
def shown(real: Project) -> LexborHTMLParser:
    """The real project's map, as it is written."""
    return LexborHTMLParser(real.page(map_page(real.atlas, real.findings)))


def test_every_place_is_on_the_map_or_in_the_list(atlas: Atlas, shown: LexborHTMLParser) -> None:
    """Each topic of the subkind stands in the list once; each with a position in one picture too."""
    found = {f"place-{ref.partition('/')[2]}" for ref in places(atlas)}
    assert len(found) > 20
    assert sorted(str(row.id) for row in shown.css("ul.places > li")) == sorted(found)
    marks = [str(link.attributes["href"])[1:] for link in shown.css("svg.map a")]
    assert len(marks) == len(set(marks))
    unplaced = {str(row.id) for row in shown.css("ul.places")[-1].css("li[id]")}
    assert unplaced
    assert set(marks) | unplaced == found
    assert not set(marks) & unplaced


def test_every_mark_says_which_place_and_how_many_facts(
    atlas: Atlas, shown: LexborHTMLParser
) -> None:
    """A link has a name for whoever does not see the picture; each visible label has the number."""
    for link in shown.css("svg.map a"):
        ref = f"topics/{str(link.attributes['href']).removeprefix('#place-')}"
        count = len(atlas.about[ref])
        name = str(link.attributes["aria-label"])
        facts = counted(count, wording().counts.facts)
        assert name == wording().map.place.format(place=atlas.name(ref), facts=facts)
        text = link.css_first("text")
        assert text is not None, f"{ref} has no label"
        assert text.text() == f"{atlas.name(ref)} {count}"


def test_every_fact_of_a_place_is_led_to(atlas: Atlas, shown: LexborHTMLParser) -> None:
    """The list leads to each fact about a place, or to the page that has all of them."""
    for row in shown.css("ul.places > li"):
        ref = f"topics/{str(row.id).removeprefix('place-')}"
        claims = atlas.about[ref]
        links = [str(link.attributes["href"]) for link in row.css("a")]
        assert f"../{ref}.html" in links
        if len(claims) <= FACTS_LISTED:
            assert [f"../facts/{claim.id}.html" for claim in claims] == links[1:]


@pytest.mark.pages
def test_every_place_leads_to_the_map(real: Project) -> None:
    """The page of a place has a link to where it is in the list of the map's page; no other has."""
    atlas, pages = real.atlas, real.files
    for ref in atlas.entities:
        wanted = f"map/index.html&#35;place-{ref.partition('/')[2]}"
        assert (wanted in pages[f"{ref}.md"]) == (ref in places(atlas)), ref


def test_the_outline_is_that_of_the_pictures(atlas: Atlas) -> None:
    """It is small, it lies within the pictures or just beyond their edges, and it fills some."""
    assert (ROOT / "site_config/map/outline.yaml").stat().st_size < 80_000
    gazetteer = atlas.gazetteer
    assert gazetteer is not None
    panels: dict[str, MapPanel] = dict(gazetteer.plan.record.panels)
    assert [entry.record.panel for entry in gazetteer.outlines] == list(panels)
    for entry in gazetteer.outlines:
        land: Outline = entry.record
        margin = (land.east - land.west) * outline.MARGIN + 0.001
        assert land.rings
        for x, y in (point for ring in land.rings for point in ring):
            assert land.west - margin <= x <= land.east + margin
            assert land.south - margin <= y <= land.north + margin
        shapes = [shapely.Polygon(ring) for ring in land.rings]
        assert all(shape.is_valid for shape in shapes)
        covered = sum(shape.area for shape in shapes)
        assert shapely.union_all(shapes).area == pytest.approx(covered, rel=1e-3), "land on land"
        share = covered / ((land.east - land.west) * (land.north - land.south))
        assert 0.4 < share < 1.1


def test_a_wide_place_is_another_mark(atlas: Atlas, shown: LexborHTMLParser) -> None:
    """A mark somewhere inside a large place is a ring; the mark of an exact place is a dot."""
    gazetteer = atlas.gazetteer
    assert gazetteer is not None
    wide = {entry.record.place for entry in gazetteer.positions if entry.record.within}
    rings = {
        f"topics/{str(link.attributes['href']).removeprefix('#place-')}"
        for link in shown.css("svg.map a")
        if link.css_first(".wide")
    }
    assert rings == wide


def test_a_project_without_a_map_has_a_page_that_says_so(tmp_path: Path) -> None:
    """The menu is the same for all projects: the page is there, has no picture and no place."""
    project = lay_out(tmp_path / "project")
    rmtree(project / "site_config/map")
    assert build(project).problems == ()
    page = (project / DOCS / "map/index.md").read_text(encoding="utf-8")
    assert wording().map.nothing in page
    assert "<svg" not in page
    assert "place-" not in page
    assert "map/index" not in (project / DOCS / "topics/upper-wend.md").read_text("utf-8")
