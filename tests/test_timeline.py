"""The timeline: every fact once, in order, with the mark of its kind of date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.atlas.atlas import Atlas
from generator.findings.findings import find_out
from generator.findings.placing import placed
from generator.pages.moments import date_of, is_drawn_open
from generator.pages.timeline import timeline_pages
from generator.pictures.times.marks import (
    BETWEEN_MARKS,
    NARROWEST_AXIS,
    SHORTEST_MARK,
    Axis,
    axis_of,
    bars,
    sign,
    unsure,
    year_of,
)
from generator.pictures.times.picture import CLOSEST, TALLEST, picture
from generator.text.dates import Edtf, parse, sort_key
from generator.text.days import Day
from tests.dated import WRITTEN, dated
from tests.made_up import made_up
from tests.project import Project


@pytest.mark.parametrize(
    ("text", "kind", "is_unsure"),
    [
        ("2016", "on", False),
        ("2016-08-15", "on", False),
        ("198X", "on", False),
        ("2011~", "on", True),
        ("2011?", "on", True),
        ("2013/2017", "throughout", False),
        ("2012/..", "throughout", False),
        ("../2012~", "throughout", True),
        ("[2015..2018]", "between", False),
        ("[..2016]", "by", False),
        ("[2016-08..]", "later", False),
        ("XXXX-03-07", "yearless", False),
        ("XXXX-04/2013-05", "yearless", False),
    ],
)
def test_a_kind_of_date_has_its_mark(text: str, kind: str, is_unsure: bool) -> None:
    """On, throughout, some time between, by, or later; no year; and about or uncertain besides."""
    assert sign(parse(text)) == kind
    assert unsure(parse(text)) == is_unsure


YEARS = st.integers(1900, 2099)


@st.composite
def dates(draw: st.DrawFn) -> Edtf:
    """Dates of every kind that have a year."""
    first = draw(YEARS)
    last = draw(st.integers(first, 2100))
    month = f"{draw(st.integers(1, 12)):02}"
    forms = (
        f"{first}",
        f"{first}-{month}",
        f"{first}-{month}-11",
        f"{first}~",
        f"{first}/{last}",
        f"{first}/..",
        f"[{first}..{last + 1}]",
        f"[{first}-{month}..{last + 1}-{month}]",
        f"[..{last}]",
        f"[{first}..]",
    )
    return parse(draw(st.sampled_from(forms)))


DATES = st.lists(dates(), min_size=1, max_size=60)


@given(DATES)
def test_marks_lie_on_the_axis_and_apart(found: list[Edtf]) -> None:
    """On the shortest axis too no mark leaves it, and two in one lane leave a gap between them."""
    axis = axis_of(found)
    assert axis is not None
    drawn = bars({str(n): one for n, one in enumerate(found)}, axis)
    assert len(drawn) == len(found)
    unit = 100 / NARROWEST_AXIS
    for bar in drawn:
        assert 0 <= bar.start <= bar.end <= 100
    for lane in {bar.lane for bar in drawn}:
        row = sorted((bar for bar in drawn if bar.lane == lane), key=lambda bar: bar.start)
        for one, other in pairwise(row):
            end = max(one.end, one.start + SHORTEST_MARK * unit)
            assert end + BETWEEN_MARKS * unit <= other.start + 1e-9
    assert {bar.lane for bar in drawn} == set(range(max(bar.lane for bar in drawn) + 1))


@given(dates(), DATES)
def test_a_mark_is_drawn_to_scale(one: Edtf, others: list[Edtf]) -> None:
    """It begins with the first day and ends after the last; where it is open there is an arrow."""
    axis = axis_of([one, *others])
    assert axis is not None
    (bar,) = bars({"x": one}, axis)
    assert (bar.before, bar.after) == (one.earliest is None, one.latest is None)
    if one.earliest:
        assert bar.start == pytest.approx(axis.at(one.earliest))
    if one.latest:
        assert bar.end == pytest.approx(axis.at(Day.numbered(one.latest.number + 1)))


@given(DATES)
def test_marks_are_in_order_of_time(found: list[Edtf]) -> None:
    """They are drawn in the order of the list, so that the filters find them."""
    axis = axis_of(found)
    assert axis is not None
    keyed = {f"{n:02}": one for n, one in enumerate(found)}
    expected = sorted(keyed, key=lambda key: (sort_key(keyed[key]), key))
    assert [bar.key for bar in bars(keyed, axis)] == expected


@given(YEARS, st.integers(0, 1200))
def test_an_axis_has_a_few_round_years(first: int, more: int) -> None:
    """One to six, all on the axis."""
    assume(first + more < 9000)
    axis = Axis(first, first + more)
    assert 1 <= len(axis.ticks) <= 7
    assert all(0 <= axis.at(Day(year, 1, 1)) <= 100 for year in axis.ticks)


def test_years_before_christ_are_round_as_people_count_them() -> None:
    """1, 100 and 200 BC, not the astronomers' 0, -100 and -200."""
    assert Axis(-43, 2).ticks == (-39, -29, -19, -9)
    assert Axis(-250, 150).ticks == (-199, -99, 100)
    assert Axis(-1, 2).ticks == (-1, 0, 1, 2)
    assert Axis(-17000, 2016).ticks == (-14999, -9999, -4999)


def test_dates_without_a_year_are_on_no_axis() -> None:
    """Nothing says where they belong."""
    yearless = {"a": parse("XXXX-04"), "b": parse("2013")}
    axis = axis_of(yearless.values())
    assert axis == Axis(2013, 2013)
    assert [bar.key for bar in bars(yearless, axis)] == ["b"]
    assert year_of(parse("XXXX-04")) is None
    assert axis_of([parse("XXXX-04")]) is None


@pytest.fixture(scope="module")
def atlas(real: Project) -> Atlas:
    """The real project's records."""
    return real.atlas


@pytest.fixture(scope="module")
def pages(real: Project) -> dict[str, LexborHTMLParser]:
    """The timeline's pages, as they are written."""
    views = timeline_pages(real.atlas, real.findings)
    return {view.path: LexborHTMLParser(real.page(view)) for view in views}


def _rows(pages: dict[str, LexborHTMLParser]) -> Iterator[tuple[str, LexborNode]]:
    for path, page in pages.items():
        for row in page.css("ol.moments > li"):
            yield path, row


def test_every_fact_is_on_the_timeline_once(
    atlas: Atlas, pages: dict[str, LexborHTMLParser]
) -> None:
    """On its page, or on the page of the document that alone dates it; none is dropped."""
    found = [(str(row.id), path) for path, row in _rows(pages)]
    assert sorted(key for key, _ in found) == sorted(atlas.claims)
    for key, path in found:
        claim = atlas.claims[key]
        document = f"timeline/{claim.source.partition('/')[2]}"
        assert path == "timeline/index.md" if date_of(claim) else path.startswith(document)


def test_the_timeline_is_in_order(atlas: Atlas, pages: dict[str, LexborHTMLParser]) -> None:
    """By first day, then last; what has no year comes after all the rest."""
    keys = [str(row.id) for row in pages["timeline/index.md"].css("ol.moments > li")]
    order = [sort_key(date) for key in keys if (date := date_of(atlas.claims[key]))]
    assert order == sorted(order)
    assert len(order) == len(keys) > 50


def test_a_fact_is_under_its_year(real: Project, pages: dict[str, LexborHTMLParser]) -> None:
    """Each list is under the heading of the year in which its facts begin, or end if that is open."""
    page = real.page(next(timeline_pages(real.atlas, real.findings)))
    parts = page.split("\n## ")[1:]
    headed = {part.split("{#", 1)[1].split("}", 1)[0]: part for part in parts}
    for _, row in _rows({"": pages["timeline/index.md"]}):
        date = date_of(real.atlas.claims[str(row.id)])
        assert date is not None
        year = year_of(date)
        assert f'id="{row.id}"' in headed[f"y-{year}" if year else "yearless"]
    jump = [str(link.attributes["href"]) for link in pages["timeline/index.md"].css(".jump a")]
    assert jump == [f"#{key}" for key in headed if key not in ("undated", "cite", "data")]


def test_a_row_has_all_that_a_reader_needs(
    atlas: Atlas, pages: dict[str, LexborHTMLParser]
) -> None:
    """Date in words, statement, who says so, the document's letter, and the way to the fact's page."""
    for path, row in _rows(pages):
        claim = atlas.claims[str(row.id)]
        texts = {part: row.css_first(f".{part}") for part in ("when", "statement", "says")}
        assert all(node is not None and node.text().strip() for node in texts.values()), path
        cite = row.css_first("a.cite")
        assert cite is not None
        assert cite.text() == claim.document.record.letter
        assert cite.attributes["href"] == f"../facts/{claim.id}.html"
        classes = set(str(row.attributes["class"]).split())
        found = date_of(claim)
        if found:
            place = placed(claim)
            assert {sign(found), "sign"} <= classes
            assert ("unsure" in classes) == unsure(found)
            assert ("concluded" in classes) == bool(place and place.timing.concluded)
        else:
            assert classes == {"claim"}


def test_every_mark_on_the_page_is_explained(pages: dict[str, LexborHTMLParser]) -> None:
    """Each kind of mark stands in the list that says in words what it means."""
    page = pages["timeline/index.md"]
    kinds = {"on", "throughout", "between", "by", "later", "yearless", "unsure", "concluded"}
    used = {
        name
        for row in page.css("ol.moments > li")
        for name in str(row.attributes["class"]).split()
        if name in kinds
    }
    explained = {
        name
        for item in page.css("ul.signs > li")
        for name in str(item.attributes["class"]).split()
        if name in kinds and item.text().strip()
    }
    assert used == explained


def test_the_picture_has_a_mark_for_each_date_with_a_year(
    atlas: Atlas, pages: dict[str, LexborHTMLParser]
) -> None:
    """As many as there are, in the order of the list, each of its kind; and words that say so."""
    page = pages["timeline/index.md"]
    marks = [str(mark.attributes["class"]).split()[1] for mark in page.css(".times .mark")]
    dated = [
        row
        for row in page.css("ol.moments > li")
        if {"data-first", "data-last"} & set(row.attributes)
    ]
    found = [date_of(atlas.claims[str(row.id)]) for row in dated]
    drawn = ["later" if is_drawn_open(atlas.claims[str(row.id)]) else None for row in dated]
    assert marks == [drawn[place] or sign(one) for place, one in enumerate(found) if one]
    name = str(page.css("svg.times")[0].attributes["aria-label"])
    assert str(len(dated)) in name


def test_the_filters_know_what_each_fact_speaks_of(
    atlas: Atlas, pages: dict[str, LexborHTMLParser]
) -> None:
    """The indexes of a fact: all that it mentions, its document, and how its date is known."""
    for page in pages.values():
        values = [
            f"{select.attributes['name']}/{option.attributes['value']}"
            for select in page.css("form.filters select")
            for option in select.css("option")
            if option.attributes["value"]
        ]
        for row in page.css("ol.moments > li"):
            claim = atlas.claims[str(row.id)]
            known = {values[int(index)] for index in str(row.attributes["data-of"]).split()}
            place = placed(claim)
            how = "concluded" if place and place.timing.concluded else "stated"
            wanted = {*claim.mentions, claim.source, f"dates/{how}"}
            kinds = {str(one.attributes["name"]) for one in page.css("form.filters select")}
            assert known == {ref for ref in wanted if ref.partition("/")[0] in kinds}


def test_a_filter_counts_what_it_leaves(pages: dict[str, LexborHTMLParser]) -> None:
    """The number beside a choice is that of the facts it shows."""
    for page in pages.values():
        options = [
            option for option in page.css("form.filters option") if option.attributes["value"]
        ]
        rows = [str(row.attributes["data-of"]).split() for row in page.css("ol.moments > li")]
        for index, option in enumerate(options):
            count = sum(str(index) in row for row in rows)
            assert option.text().endswith(f"({count})")


@pytest.mark.parametrize(
    ("fields", "under"),
    [
        ({"when": "2012"}, "y-2012"),
        ({"when": "XXXX-12-15", **dated(when="2015-12-15")}, "y-2015 concluded"),
        (dated(when="[2014-06-01..2015-12-31]"), "y-2014 concluded"),
        ({"attributed_to": "a guard", "said_on": "2013"}, "y-2013"),
        ({"attributed_to": "a guard", "said_on": "2013", "when": "2011"}, "y-2011"),
        ({"when": "XXXX-12-15"}, "yearless"),
        ({"present": True}, "present"),
        ({"when_as_stated": "then"}, "in-words"),
        ({}, "no-words"),
        ({"modality": "predicted"}, "no-words"),
    ],
)
def test_a_fact_is_listed_where_its_date_belongs(fields: dict[str, object], under: str) -> None:
    """By when it happened, else by when it was said; what only its document dates stands apart."""
    atlas = made_up({"report/a": fields}, documents={"report": {"dates": [WRITTEN]}})
    found = [
        (period.key, moment.signs.split())
        for page in timeline_pages(atlas, find_out(atlas))
        for period in page.periods
        for moment in period.moments
    ]
    key, *concluded = under.split()
    assert [(period, "concluded" in signs) for period, signs in found] == [(key, bool(concluded))]


@pytest.mark.parametrize(
    ("found", "written", "is_open"),
    [
        ("[1901..1905]", "1905", True),
        ("[1901..1904]", "1905", False),
        ("[1905-01..1905-12]", "1905", False),
        ("[..1905]", "1905", False),
    ],
)
def test_what_only_its_document_ends_is_drawn_open(found: str, written: str, is_open: bool) -> None:
    """A mark of many years would say that it went on all that time, and hide other marks."""
    documents = {"report": {"dates": [{**WRITTEN, "date": written}]}}
    atlas = made_up({"report/a": dated(when=found)}, documents=documents)
    (claim,) = atlas.claims.values()
    assert is_drawn_open(claim) is is_open
    (bar,) = bars({"a": parse(found)}, Axis(1900, 1910), begun=["a"] if is_open else [])
    assert (bar.sign == "later", bar.after) == (is_open, is_open)


@pytest.mark.parametrize("count", [1, 20, 60, 400])
def test_many_marks_come_closer_together(count: int) -> None:
    """Those of one time have less room the more there are, and none lies on another."""
    dates = {f"{n:03}": parse("2015") for n in range(count)}
    axis = axis_of(dates.values())
    assert axis is not None
    drawn = LexborHTMLParser(picture(axis, bars(dates, axis), "x"))
    rows = sorted(
        (float(str(mark.attributes["y"])), float(str(mark.attributes["height"])))
        for mark in drawn.css("svg:has(> .mark)")
    )
    assert all(one + height <= other for (one, height), (other, _) in pairwise(rows))
    tall = float(str(drawn.css("svg")[0].attributes["height"]))
    assert tall <= max(TALLEST, CLOSEST * count) + 40
