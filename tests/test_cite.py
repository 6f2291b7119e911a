"""Citing in a real browser: buttons that copy and save, a head that programs read, no complaint."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests import browser
from tests.project import ROOT, lay_out, publishable
from tests.server import served

FACT = "facts/f-p0000001.html"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional project."""
    project = publishable(lay_out(tmp_path_factory.mktemp("world") / "project"))
    command = [sys.executable, "-m", "generator", "--root", str(project), "site"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(params=["disk", "server"])
def start(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the site: opened from disk, and on a server."""
    if request.param == "disk":
        yield site.as_uri()
        return
    with served(site) as address:
        yield address


def test_a_citation_is_copied(start: str, page: Page) -> None:
    """What is pasted afterwards is the text of the form, to the letter; the button says so."""
    page.goto(f"{start}/{FACT}")
    page.locator(".cited summary").first.click()
    form = page.locator(".cited pre").first.text_content()
    button = page.locator(".cited button.copy").first
    button.click()
    page.wait_for_function("document.querySelector('button.copy').textContent === 'Copied'")
    page.evaluate(
        """() => {
        const field = document.createElement("textarea");
        field.id = "pasted";
        document.querySelector("article").append(field);
        field.focus();
    }"""
    )
    page.keyboard.press("ControlOrMeta+V")
    pasted = page.locator("#pasted").input_value()
    assert form is not None
    assert form.startswith("@misc{f-p0000001,")
    assert pasted.strip() == form.strip()


def test_a_citation_is_saved(start: str, page: Page) -> None:
    """As a file with the name and the content of the form."""
    page.goto(f"{start}/{FACT}")
    page.locator(".cited summary").first.click()
    forms = page.locator(".cited").first.locator("pre").all_text_contents()
    names = ("f-p0000001.bib", "f-p0000001.ris", "f-p0000001.csl.json")
    for number, name in enumerate(names):
        with page.expect_download() as caught:
            page.locator(".cited").first.locator("button.save").nth(number).click()
        assert caught.value.suggested_filename == name
        assert caught.value.path().read_text("utf-8") == forms[number]


def test_the_forms_can_be_read_without_scripts(site: Path, still_page: Page) -> None:
    """There are no buttons then, and every form is there to be selected."""
    still_page.goto((site / FACT).as_uri())
    still_page.locator(".cited summary").first.click()
    assert still_page.locator(".cited").first.locator("pre").first.is_visible()
    assert still_page.locator(".cited button").first.is_hidden()


def test_the_head_is_there_for_programs(start: str, page: Page) -> None:
    """What Zotero and feed readers look for; the security policy has nothing against it."""
    page.goto(f"{start}/{FACT}")
    said = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("meta[name^=citation_]")]
            .map(meta => [meta.name, meta.content]))"""
    )
    assert said["citation_title"] == "In March 1903 the Wend Guild took the bell from Lower Wend."
    assert said["citation_public_url"] == "https://wend.example/bell/facts/f-p0000001.html"
    linked = page.locator("script[type='application/ld+json']").text_content()
    assert linked is not None
    types = [node["@type"] for node in json.loads(linked)["@graph"]]
    assert types == [["Article", "prov:Entity"], ["Claim", "prov:Entity"], "WebPage"]
    feeds = page.locator("link[type='application/atom+xml'][rel~=alternate]")
    assert feeds.evaluate_all("links => links.map(link => link.getAttribute('href'))") == [
        "../data/facts.atom"
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_it_meets_wcag(start: str, page: Page, scheme: str, width: int) -> None:
    """Opened forms and the page of the data: no breach of A or AA, nothing wider than the screen."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    for path in (FACT, "data/index.html", "sources/mill-notes.html"):
        page.goto(f"{start}/{path}")
        page.evaluate("document.querySelectorAll('.cited details').forEach(one => one.open = true)")
        report = Axe().run(page, options=browser.AXE)
        assert report.violations_count == 0, report.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        sizes = page.locator(".cited button").evaluate_all(
            "buttons => buttons.map(one => one.getBoundingClientRect().height)"
        )
        assert all(size >= 24 for size in sizes)
