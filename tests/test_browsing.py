"""The timeline and the map of the real project in a real browser, as readers use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.atlas.atlas import Atlas, Claim
from generator.findings.placing import placed
from generator.pages.moments import date_of
from tests.project import Project, wording

TIMELINE, MAP = "timeline/index.html", "map/index.html"
SHOWN = "ol.moments > li:not([hidden])"

FILTERS = wording().timeline.filters
CHOOSE = FILTERS.choose


@pytest.fixture(scope="module")
def atlas(real: Project) -> Atlas:
    """The real project's records."""
    return real.atlas


def _dated(atlas: Atlas) -> list[Claim]:
    return [claim for claim in atlas.claims.values() if date_of(claim)]


def _shown(page: Page) -> set[str]:
    """The facts that are visible."""
    found: list[str] = page.locator(SHOWN).evaluate_all("rows => rows.map(row => row.id)")
    return set(found)


def test_a_reader_filters_by_keyboard(start: str, page: Page, atlas: Atlas) -> None:
    """Tab reaches each filter, what it leaves is shown and announced, and Show all undoes it."""
    page.goto(f"{start}/{TIMELINE}")
    every = {claim.id for claim in _dated(atlas)}
    assert _shown(page) == every
    page.get_by_label(CHOOSE.topics.label, exact=True).focus()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_label(CHOOSE.units.label, exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#by-units").input_value()
    wanted = {one.id for one in _dated(atlas) if f"units/{chosen}" in one.mentions}
    assert wanted
    assert _shown(page) == wanted
    status = page.get_by_role("status")
    expect(status).to_have_text(FILTERS.some.format(count=len(wanted), all=len(every)))
    assert page.url.endswith(f"#?units={chosen}")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=FILTERS.reset)).to_be_focused()
    page.keyboard.press("Enter")
    _, several = wording().counts.facts
    expect(status).to_have_text(FILTERS.every.format(facts=several.format(count=len(every))))
    assert _shown(page) == every
    assert "#" not in page.url


def test_a_view_can_be_sent(start: str, page: Page, atlas: Atlas) -> None:
    """The address holds what was chosen: whoever opens it sees the same."""
    page.goto(f"{start}/{TIMELINE}")
    page.get_by_label(CHOOSE.topics.label, exact=True).select_option("syria")
    page.get_by_label(FILTERS.first, exact=True).fill("2013")
    page.get_by_label(FILTERS.last, exact=True).fill("2015-06")
    before = _shown(page)
    assert before
    assert len(before) < len(_dated(atlas))
    for key in before:
        date = date_of(atlas.claims[key])
        assert date is not None
        assert date.known
        assert "topics/syria" in atlas.claims[key].mentions
        assert date.earliest is None or str(date.earliest) <= "2015-06-31"
        assert date.latest is None or str(date.latest) >= "2013-01-01"
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert _shown(page) == before
    expect(page.get_by_label(CHOOSE.topics.label, exact=True)).to_have_value("syria")
    expect(page.get_by_label(FILTERS.last, exact=True)).to_have_value("2015-06")


def test_what_is_not_a_period_is_reported(site: Path, page: Page, atlas: Atlas) -> None:
    """A field that says neither a year nor a month is marked, and hides nothing."""
    page.goto((site / TIMELINE).as_uri())
    field = page.get_by_label(FILTERS.first, exact=True)
    field.fill("the war")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#by-wrong")).to_have_text(FILTERS.wrong)
    assert len(_shown(page)) == len(_dated(atlas))
    field.fill("44 BC")  # from then on there is everything
    expect(field).not_to_have_attribute("aria-invalid", "true")
    assert len(_shown(page)) <= len(_dated(atlas))
    field.fill("2012")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#by-wrong")).to_be_empty()
    assert 0 < len(_shown(page)) < len(_dated(atlas))
    some = FILTERS.some.format(count=len(_shown(page)), all=len(_dated(atlas)))
    expect(page.get_by_role("status")).to_have_text(some)


def test_what_has_no_year_is_left_out_of_a_period_and_counted(site: Path, page: Page) -> None:
    """A reader who asks for a year is told how many facts may be of it and are not shown."""
    text = (site / TIMELINE).read_text(encoding="utf-8")
    first = re.search(r'<li class="?claim sign[^>]*>', text)
    assert first is not None
    yearless = re.sub(r' data-(first|last)=("[^"]*"|[0-9-]+)', "", first.group())
    page.route(
        "**/timeline/index.html*",
        lambda route: route.fulfill(
            body=text.replace(first.group(), yearless), content_type="text/html"
        ),
    )
    page.goto((site / TIMELINE).as_uri())
    page.get_by_label(FILTERS.first, exact=True).fill("1900")
    expect(page.get_by_role("status")).to_contain_text(FILTERS.left.format(count=1))


@pytest.mark.parametrize("how", ["stated", "concluded"])
def test_a_reader_sees_only_dates_of_one_kind(
    site: Path, page: Page, atlas: Atlas, how: str
) -> None:
    """Those that the documents state, or those in square brackets; the marks follow."""
    page.goto((site / TIMELINE).as_uri())
    page.get_by_label(CHOOSE.dates.label, exact=True).select_option(how)
    for key in _shown(page):
        place = placed(atlas.claims[key])
        assert bool(place and place.timing.concluded) == (how == "concluded")
    assert 0 < len(_shown(page)) < len(_dated(atlas))
    assert page.locator(".times .mark:not([hidden])").count() == len(_shown(page))


def test_headings_years_and_marks_follow_the_filters(site: Path, page: Page, atlas: Atlas) -> None:
    """No heading is empty, no link leads to an empty one, and the picture has the same facts."""
    page.goto((site / TIMELINE).as_uri())
    page.get_by_label(FILTERS.last, exact=True).fill("2003")
    headings = page.locator("article h2:visible:not(#cite, #data)").count()
    listed = page.locator(
        "h2:visible:has(+ ol.moments:visible, + ol + details.rest:visible)"
    ).count()
    assert headings == listed + 1
    for link in page.locator(".jump a:visible").all():
        target = page.locator(link.get_attribute("href") or "")
        expect(target).to_be_visible()
    assert page.locator(".times .mark:not([hidden])").count() == len(_shown(page))
    assert len(_shown(page)) < len(_dated(atlas)) / 2


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_chosen_is_what_is_seen(site: Path, page: Page, width: int) -> None:
    """On a phone the first claims of a year are open and the others folded, until one chooses."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((site / TIMELINE).as_uri())
    visible = page.locator("ol.moments > li:visible")
    all_open = visible.count() == page.locator("ol.moments > li").count()
    assert all_open == (width > 1000)
    page.get_by_label(CHOOSE.dates.label, exact=True).select_option("concluded")
    assert visible.count() == len(_shown(page)) > 0


def test_a_choice_is_kept_among_the_pages(start: str, page: Page, atlas: Atlas) -> None:
    """From the timeline to what has no date, and back, with the same person."""
    page.goto(f"{start}/{TIMELINE}")
    page.get_by_label(CHOOSE.topics.label, exact=True).select_option("syria")
    link = page.locator(".kept a").first
    link.click()
    expect(page.get_by_label(CHOOSE.topics.label, exact=True)).to_have_value("syria")
    shown = [atlas.claims[key] for key in _shown(page)]
    assert shown
    assert all("topics/syria" in claim.mentions for claim in shown)
    page.locator("a.kept").click()
    expect(page.get_by_label(CHOOSE.topics.label, exact=True)).to_have_value("syria")


def test_a_place_of_the_page_is_not_a_filter(site: Path, page: Page, atlas: Atlas) -> None:
    """A link to a fact of the timeline shows it among all the others."""
    last = _dated(atlas)[-1].id
    page.goto(f"{(site / TIMELINE).as_uri()}#{last}")
    assert len(_shown(page)) == len(_dated(atlas))
    expect(page.locator(f"#{last}")).to_be_in_viewport()


def test_without_scripts_nothing_is_missing(start: str, still_page: Page, atlas: Atlas) -> None:
    """Every fact is there, in its order, under its year; no filter stands there that does nothing."""
    still_page.goto(f"{start}/{TIMELINE}")
    expect(still_page.locator("form.filters")).to_be_hidden()
    assert _shown(still_page) == {claim.id for claim in _dated(atlas)}
    last = still_page.locator(".jump a").last
    last.click()
    expect(still_page.locator(f"h2{last.get_attribute('href')}")).to_be_in_viewport()
    still_page.goto(f"{start}/{MAP}")
    place = still_page.locator("#place-aleppo")
    still_page.locator('svg.map a[href="#place-aleppo"]').click()
    expect(place).to_be_in_viewport()
    place.locator("summary").click()
    expect(place.locator("details a").first).to_be_visible()


def test_the_filters_move_nothing(site: Path, page: Page) -> None:
    """The page does not jump when they appear."""
    page.goto((site / TIMELINE).as_uri())
    page.wait_for_timeout(300)
    moved = page.evaluate(
        "new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce("
        "(sum, one) => sum + one.value, 0))).observe({type: 'layout-shift', buffered: true}) "
        "|| setTimeout(() => done(0), 300))"
    )
    assert moved < 0.02


def test_places_are_reached_by_keyboard(site: Path, page: Page) -> None:
    """A mark is a link with a name; Enter leads to the place in the list, whose facts unfold."""
    page.goto((site / MAP).as_uri())
    mark = page.get_by_role("link", name="Aleppo,")
    mark.focus()
    page.keyboard.press("Enter")
    place = page.locator("li:target")
    expect(place).to_have_attribute("id", "place-aleppo")
    expect(place).to_be_in_viewport()
    summary = place.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(place.locator("details a").first).to_be_visible()


LABELS = """() => [...document.querySelectorAll("svg.map")].map(svg => {
    const box = node => (({x, y, width, height}) => ({x, y, width, height}))(node.getBoundingClientRect());
    const shown = node => ({name: node.textContent, ...box(node)});
    return {picture: box(svg), texts: [...svg.querySelectorAll("text")].map(shown),
        spots: [...svg.querySelectorAll(".spot")].map(box)};
})"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_labels_can_be_read(site: Path, page: Page, width: int) -> None:
    """In the browser's own letters no name leaves its picture, or lies on another or on a mark."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / MAP).as_uri())
    for picture in page.evaluate(LABELS):
        around, texts = picture["picture"], picture["texts"]
        for index, one in enumerate(texts):
            assert one["x"] >= around["x"], one
            assert one["x"] + one["width"] <= around["x"] + around["width"], one
            for other in (*texts[index + 1 :], *picture["spots"]):
                apart = (
                    one["x"] + one["width"] <= other["x"] + 1
                    or other["x"] + other["width"] <= one["x"] + 1
                    or one["y"] + one["height"] <= other["y"] + 3  # the room above small letters
                    or other["y"] + other["height"] <= one["y"] + 3
                )
                assert apart, (one, other)
