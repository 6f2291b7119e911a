"""Each kind of page, with everything a reader can open: no breach of WCAG, no sideways scrolling.

axe-core looks for breaches of level A and AA. Every page is seen wide and narrow, in light colours
and in dark ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import browser
from tests.leaves import Leaf, largest, leaves_of, sample
from tests.server import served

SCREENS = (((1280, "light"), (390, "dark")), ((1280, "dark"), (390, "light")))
"""Widths with colours. Pages take turns: each is seen in both widths and both colours."""

PHONE = 320  # the narrowest screen, in CSS pixels, on which WCAG wants no scrolling sideways
SMALLEST = 24  # what WCAG wants a button's sides to be at least, in CSS pixels

WIDTH = "document.documentElement.scrollWidth"
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
SHORTEN = """() => document.querySelectorAll("ol, ul, dl, tbody").forEach(list =>
    [...list.children].slice(12).forEach(item => item.remove()))"""
"""One item of a list is made as another: a dozen are enough."""

SMALL = f"""() => [...document.querySelectorAll("button, .search__list a, .find :is(a, select, input)")]
    .filter(one => one.offsetParent && one.offsetHeight < {SMALLEST}).map(one => one.outerHTML)"""


def look(page: Page, name: str, *, axe: bool = True) -> list[str]:
    """What is wrong with a page as it now is."""
    size = page.viewport_size
    assert size is not None
    faults = []
    for width in dict.fromkeys((size["width"], PHONE if size["width"] < 600 else size["width"])):
        page.set_viewport_size({"width": width, "height": size["height"]})
        if (needed := page.evaluate(WIDTH)) > width:
            faults.append(f"{name} is {needed} wide on {width}")
    page.set_viewport_size(size)
    if axe:
        faults += [f"{name}: too small: {one}" for one in page.evaluate(SMALL)]
        report = Axe().run(page, options=browser.AXE)
        faults += [f"{name}: {report.generate_report()}"] if report.violations_count else []
    return faults


def dress(page: Page, width: int, scheme: str) -> None:
    """The screen of a reader."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})


@pytest.fixture(scope="module")
def small(leaves: list[Leaf], village: Path) -> list[Leaf]:
    """Small pages that show every kind of page and of element, of the real site and the other.

    The fictional map is left out: its places are too near each other for it.
    """
    others = [leaf for leaf in leaves_of(village / "site") if leaf.path != "map/index.html"]
    return sample([*leaves, *others])


@pytest.mark.parametrize("turn", [0, 1])
def test_pages_open_from_disk_and_can_be_used(
    small: list[Leaf], leaves: list[Leaf], page: Page, turn: int
) -> None:
    """No error, no request but to the site's folder, no breach of WCAG, nothing to scroll sideways.

    The largest page of each kind is opened too. All that is folded away is open.
    """
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    faults = []
    for number, leaf in enumerate(dict.fromkeys((*small, *largest(leaves)))):
        dress(page, *SCREENS[number % 2][turn])
        page.goto(leaf.file.as_uri())
        expect(page.locator("article h1")).to_be_visible()
        page.evaluate(OPEN)
        faults += look(page, leaf.path, axe=False)
        if leaf in small:
            page.evaluate(SHORTEN)
            faults += look(page, leaf.path)
    assert faults == []
    homes = tuple(leaf.site.as_uri() for leaf in small)
    assert [url for url in asked if not url.startswith((*homes, "blob:", "data:"))] == []


def cited(page: Page) -> None:
    """A citation is open."""
    page.locator("li.claim .says .cite").locator("visible=true").first.click()
    expect(page.get_by_role("dialog", name="Citation")).to_be_visible()


def searched(page: Page) -> None:
    """The list of a search is open, and its first row chosen."""
    page.locator(".search__field").fill("Soleymani")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def found(page: Page) -> None:
    """All that a search found is there."""
    page.locator(".find__list a").first.wait_for()


def told_so(page: Page) -> None:
    """A filter with a mistake in it is marked."""
    expect(page.locator("#by-wrong")).not_to_be_empty()


def left_out(page: Page) -> None:
    """A document is left out."""
    expect(page.locator("button[aria-pressed=true]")).to_have_count(1)


STATES: tuple[tuple[str, Callable[[Page], None]], ...] = (
    ("people/qasem-soleimani.html", cited),
    ("people/qasem-soleimani.html?without=W", left_out),
    ("index.html", searched),
    ("search/index.html?q=Soleymani", found),
    ("timeline/index.html#?topics=syria&from=x", told_so),
)


@pytest.mark.parametrize("turn", [0, 1])
def test_what_a_reader_opens_can_be_used(site: Path, page: Page, turn: int) -> None:
    """An open citation, a search, its results, a filter, a page without a document: as above."""
    faults = []
    for number, (path, act) in enumerate(STATES):
        dress(page, *SCREENS[number % 2][turn])
        page.goto("about:blank")
        page.goto(f"{site.as_uri()}/{path}")
        act(page)
        page.evaluate(SHORTEN)
        faults += look(page, f"{path} {act.__name__}")
    assert faults == []


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site on a server, which is there for as long as any page."""
    with served(site) as here:
        yield here


@pytest.mark.parametrize("turn", [0, 1])
def test_the_page_of_a_server_for_what_is_missing(address: str, page: Page, turn: int) -> None:
    """Only a server shows it, under whatever address was asked for."""
    dress(page, *SCREENS[0][turn])
    page.goto(f"{address}/404.html")
    expect(page.locator("h1").first).to_be_visible()
    assert look(page, "404.html") == []
