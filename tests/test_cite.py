"""Citing in a real browser: buttons that copy and save, a head that programs read, no complaint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.project import wording

FACT = "facts/f-p0000001.html"


@pytest.fixture(scope="module")
def site(village: Path) -> Path:
    """The site of the fictional project."""
    return village / "site"


def test_a_citation_is_copied(start: str, page: Page) -> None:
    """What is pasted afterwards is the text of the form, to the letter; the button says so."""
    page.goto(f"{start}/{FACT}")
    page.locator(".cited summary").first.click()
    form = page.locator(".cited pre").first.text_content()
    button = page.locator(".cited button.copy").first
    button.click()
    expect(button).to_have_text(wording().cite.copied)
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
