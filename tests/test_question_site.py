"""Question pages and the page of disagreements in a real browser: pictures, tables, pairs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.project import wording

PAGES = (
    "questions/crowd",
    "questions/crowd-from-upper-wend",
    "questions/guild-payments",
    "questions/who-took-the-bell",
    "disagreements/index",
)
CHARTS = PAGES[:3]
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
WIDTH = "document.documentElement.scrollWidth"
BEYOND = """() => [...document.querySelectorAll('figure.chart :is(circle, rect, line, .value, .tick, path)')]
    .filter(one => {
      const box = one.getBoundingClientRect();
      const room = one.closest('.panel, .legend')?.getBoundingClientRect();
      const drawn = box.width || box.height;
      return drawn && room && (box.left < room.left - 8 || box.right > room.right + 1);
    }).map(one => one.outerHTML)"""


@pytest.fixture(scope="module")
def site(village: Path) -> Path:
    """The published site of the fictional project."""
    return village / "site"


def turn(page: Page, site: Path, path: str, width: int) -> None:
    """Open a page at a width, with all that it folds away."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{(site / path).as_uri()}.html")
    page.evaluate(OPEN)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_scrolls_sideways(site: Path, page: Page, width: int) -> None:
    """Neither the page nor a part of it, with everything open; no mark or word leaves its chart."""
    for path in PAGES:
        turn(page, site, path, width)
        assert page.evaluate(WIDTH) <= width, path
        assert page.evaluate(BEYOND) == [], path


def test_a_chart_is_read_without_scripts(site: Path, still_page: Page) -> None:
    """Each row shows what, when, who and the citation; then the claims are there to be opened."""
    still_page.set_viewport_size({"width": 390, "height": 800})
    for path in CHARTS:
        still_page.goto(f"{(site / path).as_uri()}.html")
        rows = still_page.locator("figure.chart .row")
        expect(rows.first).to_be_visible()
        assert rows.count() == still_page.locator("ol.answers > li").count()
        for row in rows.all():
            for part in (".value", ".date", ".by b", ".by a.cite"):
                expect(row.locator(part).first).to_be_visible()
    still_page.goto(f"{(site / 'questions/crowd').as_uri()}.html")
    row = still_page.locator("figure.chart .row", has_text="more than 300").first
    expect(row.locator(".ring")).to_be_visible()
    expect(row.locator(".outcome")).to_have_text(wording().chart.disputed)
    row.locator("a.cite").click()
    expect(still_page.locator("li.note:target blockquote").first).to_contain_text("More than 300")


def test_a_mark_is_where_its_amount_is(site: Path, page: Page) -> None:
    """280 people are seven times as far from zero as 40, whatever the width."""
    for width in (1280, 390):
        turn(page, site, "questions/crowd", width)

        def far(value: str) -> float:
            row = page.locator("figure.chart .row", has_text=value).first
            dot, plot = row.locator("circle").bounding_box(), row.locator(".marks").bounding_box()
            assert dot is not None
            assert plot is not None
            return dot["x"] + dot["width"] / 2 - plot["x"]

        assert far("280") / far("at least 40") == pytest.approx(7, abs=0.1)


def test_a_phone_does_not_show_the_claims_twice(site: Path, page: Page) -> None:
    """There a script folds the claims under a chart; a desk shows both, also when it grows wide."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{(site / 'questions/crowd').as_uri()}.html")
    claim = page.locator("ol.answers > li").first
    expect(claim).to_be_hidden()
    page.locator("details.answers > summary").first.click()
    expect(claim).to_be_visible()
    anchor = page.locator("ol.answers > li").last.get_attribute("id")
    page.set_viewport_size({"width": 1280, "height": 800})
    closed = page.locator("details.answers:not([open])")
    expect(closed).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 800})
    expect(closed).not_to_have_count(0)
    page.goto(f"{(site / 'questions/crowd').as_uri()}.html#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_visible()


def test_without_scripts_no_claim_is_folded(site: Path, still_page: Page) -> None:
    """Whoever reads or hears the page meets every answer's claims open, on any screen."""
    still_page.set_viewport_size({"width": 390, "height": 800})
    still_page.goto(f"{(site / 'questions/crowd').as_uri()}.html")
    claims = still_page.locator("ol.answers > li")
    assert claims.count() > 1
    for one in claims.all():
        expect(one).to_be_visible()


def test_disagreements_are_open_and_lead_to_the_words(site: Path, page: Page) -> None:
    """From the mark of a contradicted answer to the pair, and from there to the quotation."""
    page.goto(f"{(site / 'questions/crowd').as_uri()}.html")
    page.locator("figure.chart .row a.outcome-contradict").first.click()
    contest = page.locator("details.pairs:target .contests > li").first
    expect(contest).to_be_visible()
    expect(contest).to_contain_text(wording().reasons.apart)
    assert contest.locator(".side").count() == 2


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser in which the system sets all colours."""
    context = chromium.new_context(forced_colors="active", color_scheme="dark")
    yield context.new_page()
    context.close()


def test_marks_are_seen_in_the_systems_colours(site: Path, plain_page: Page) -> None:
    """Where the system forces its colours, marks have that of text."""
    plain_page.goto(f"{(site / 'questions/crowd').as_uri()}.html")
    of_text = plain_page.locator("h1").evaluate("one => getComputedStyle(one).color")
    for name in ("circle", "path"):
        mark = plain_page.locator(f"figure.chart .row {name}").first
        assert mark.evaluate("one => getComputedStyle(one).stroke") == of_text


def test_what_is_folded_is_printed(site: Path, page: Page) -> None:
    """On paper no pair is missing."""
    page.goto(f"{(site / 'questions/crowd').as_uri()}.html")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    pair, claim = (
        page.locator("details.pairs .beside li").first,
        page.locator("ol.answers > li").first,
    )
    expect(pair).to_be_hidden()
    page.emulate_media(media="print")
    expect(pair).to_be_visible()
    expect(claim).to_be_visible()
