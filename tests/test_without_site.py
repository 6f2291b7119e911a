"""A document left out by its reader, on a real page: what goes, what is said, how it is linked."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.project import wording

SOLEIMANI = "people/qasem-soleimani.html"
SHOWN = "li.claim:not(.left-out)"


def counts(part: Locator) -> list[int]:
    """The numbers in view of a list."""
    return [int(text) for text in part.locator(".count:visible").all_inner_texts()]


def notes_and_claims(page: Page) -> tuple[list[str], list[str]]:
    """The ids of the claims in view, and of the notes in view."""
    page.evaluate(
        "document.querySelectorAll('.fold, .alike > details').forEach(one => one.open = true)"
    )
    ids = "items => items.map(one => one.id).sort()"
    claims = page.locator("li.claim").and_(page.locator(":visible")).evaluate_all(ids)
    notes = page.locator("li.note").and_(page.locator(":visible")).evaluate_all(ids)
    return claims, [note.removeprefix("n-") for note in notes]


def test_a_document_is_left_out_by_keyboard(site: Path, page: Page) -> None:
    """From disk: claims, notes, counts and markers go, it is said aloud how many, and all return."""
    page.goto((site / SOLEIMANI).as_uri())
    switch, status = (
        page.get_by_role("group", name=wording().without.switch),
        page.get_by_role("status"),
    )
    button = switch.get_by_role("button", name="Wikipedia")
    all_claims, all_notes = notes_and_claims(page)
    before = page.locator("article").inner_text()
    assert all_claims == all_notes
    own = page.locator('li.claim[data-of="W"]').count()
    assert 0 < own < len(all_claims)
    switch.get_by_role("button").first.focus()
    while not button.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    hidden = wording().without.hidden
    expect(status).to_have_text(
        hidden.format(documents="Wikipedia", hidden=own, all=len(all_claims))
    )
    claims, notes = notes_and_claims(page)
    assert claims == notes
    assert len(claims) == len(all_claims) - own
    assert page.locator(".infobox a.cite:visible", has_text="W").count() == 0
    assert page.locator(".aliases .badge:visible", has_text="W").count() == 0
    documents = page.locator(".counts")
    assert sum(counts(documents)) == len(claims)
    expect(documents.locator(".badge:visible", has_text="W")).to_have_count(0)
    assert page.url.endswith("#without=W")
    page.reload()
    assert notes_and_claims(page) == (claims, notes)
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(status).to_be_empty()
    notes_and_claims(page)
    assert page.locator("article").inner_text() == before
    assert "without" not in page.url


def test_a_page_can_be_linked_as_it_is_read(site: Path, page: Page) -> None:
    """By its query or its fragment, by the pages that tell what would be left; a target is shown."""
    page.goto(f"{(site / SOLEIMANI).as_uri()}?without=W,I")
    shown = page.locator(SHOWN)
    letters = "all => [...new Set(all.map(one => one.dataset.of))]"
    left = {*page.locator("li.claim").evaluate_all(letters)} - {"W", "I"}
    assert left
    assert {*shown.evaluate_all(letters)} == left
    hidden = page.locator('li.claim[data-of="W"]').first.get_attribute("id")
    page.goto(f"{(site / SOLEIMANI).as_uri()}?without=W,I#{hidden}")
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()
    page.goto((site / "without/wikipedia-intervention.html").as_uri())
    page.get_by_role("link", name="Qasem Soleimani").click()
    assert page.url.endswith(f"{SOLEIMANI}?without=W")
    expect(page.get_by_role("button", name="Wikipedia")).to_have_attribute("aria-pressed", "true")


def test_nothing_is_left_without_all(site: Path, page: Page) -> None:
    """With every document left out the page says so, and has no empty headings."""
    page.goto((site / SOLEIMANI).as_uri())
    switch = page.get_by_role("group", name=wording().without.switch)
    for button in switch.get_by_role("button").all():
        button.click()
    expect(page.get_by_role("status")).to_have_text(wording().without.nothing)
    assert page.locator(SHOWN).count() == 0
    assert page.locator('h2[id^="type-"]:visible').count() == 0
    assert page.locator('.rail a[href^="#type-"]:visible').count() == 0


def test_without_scripts_the_page_leads_on(site: Path, still_page: Page) -> None:
    """There is no switch that does nothing, but a sentence that leads to what rests on each."""
    still_page.goto(f"{(site / SOLEIMANI).as_uri()}?without=W")
    expect(still_page.locator(".without")).to_be_hidden()
    for fold in still_page.locator(".alike > details > summary").all():
        fold.click()
    assert still_page.locator("li.claim:visible").count() == still_page.locator("li.claim").count()
    still_page.locator(".rests").get_by_role("link", name="Wikipedia").click()
    expect(still_page.locator("article h1")).to_have_text(
        wording().without.title.format(document="Wikipedia")
    )
    still_page.get_by_role("link", name=wording().without.source).click()
    expect(still_page.locator("#alone")).to_be_in_viewport()


def test_no_label_of_a_picture_lies_over_another(site: Path, page: Page) -> None:
    """In this browser's fonts, on the pages with the most beside them, at 390 px."""
    page.set_viewport_size({"width": 390, "height": 800})
    for path in ("units/iran.html", "units/quds-force.html", "topics/motives.html", SOLEIMANI):
        page.goto((site / path).as_uri())
        page.locator("#connections + details summary").click()
        boxes = page.locator(".network svg").evaluate(
            """svg => [...svg.querySelectorAll("text")].map(one => {
                const { x, y, width, height } = one.getBoundingClientRect();
                return [x, y, width, height];
            }).concat([(({ x, y, width, height }) => [x, y, width, height])(svg.getBoundingClientRect())])"""
        )
        *texts, frame = boxes
        for index, (x, y, wide, high) in enumerate(texts):
            assert frame[0] <= x
            assert x + wide <= frame[0] + frame[2]
            assert frame[1] - 1 <= y
            assert y + high <= frame[1] + frame[3] + 1
            for other in texts[index + 1 :]:
                sideways = x + wide <= other[0] or other[0] + other[2] <= x
                # A text's box is as high as its font's tallest letters: lines that do not touch
                # may have boxes that do, by less than a third of one.
                up_or_down = y + high * 0.7 <= other[1] or other[1] + other[3] * 0.7 <= y
                assert sideways or up_or_down, path
