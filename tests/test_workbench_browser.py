"""The workbench in a real browser: from words of a document to a record that passes the check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Dialog, Locator, Page, expect

from generator.check import check
from generator.commands.drafting import written
from generator.intake.naming import slug_of
from generator.review.workbench.bench import Bench
from generator.review.workbench.server import BenchServer
from tests import browser, nu
from tests.project import lay_out, leave_out

NOTES = "content/sources/mill-notes/facts.yaml"
WAGE = "He gave 12 percent of his wage to it"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project without the facts of one sentence."""
    folder = lay_out(tmp_path / "project")
    leave_out(folder, NOTES, "f-m0000005")
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[BenchServer]:
    """The workbench on a project."""
    with BenchServer(Bench(folder, slug_of, written)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def desk(project: Path, page: Page) -> Iterator[Page]:
    """The page of the mill's notes."""
    with serving(project) as server:
        page.goto(server.address("mill-notes"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Notes from the mill")
        assert "key=" not in page.url
        yield page


def select(page: Page, words: str) -> None:
    """Drag the mouse from the first of some words to the last, as a hand would."""
    boxes = page.evaluate(
        """async words => {
          await document.fonts.ready;  // the text moves once they are there
          const range = document.createRange();
          const texts = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const at = texts.currentNode.data.indexOf(words);
            if (at < 0) continue;
            range.setStart(texts.currentNode, at);
            range.setEnd(texts.currentNode, at + words.length);
            const all = [...range.getClientRects()];
            return [all[0].left, all[0].top + all[0].height / 2, all.at(-1).right, all.at(-1).bottom - 3];
          }
        }""",
        words,
    )
    left, top, right, bottom = boxes
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move(right - 4, bottom, steps=4)
    page.mouse.move(right, bottom)
    page.mouse.up()


def verdict(page: Page) -> Locator:
    """What is said of the whole record."""
    return page.locator(".record > .verdict")


def test_a_record_by_mouse(desk: Page, project: Path) -> None:
    """Select, fill in, see a mistake at its field as it is typed, mend it, save: the check passes."""
    select(desk, WAGE)
    desk.get_by_role("button", name="Record", exact=True).click()
    statement = desk.get_by_label("Statement")
    expect(statement).to_be_focused()
    expect(desk.get_by_role("group", name="Quote").get_by_role("textbox")).to_have_value(WAGE)
    expect(desk.get_by_label("The amount")).to_have_value("12")
    statement.press_sequentially("[[Edo")
    desk.get_by_role("option", name="Edo Kuri").click()
    expect(statement).to_have_value("[[people/edo-kuri|Edo Kuri]]")
    statement.press_sequentially(" gave 13 percent of his wage to the guild.")
    wrong = desk.locator('[data-path="statement"] .wrong')
    expect(wrong).to_contain_text("13")
    expect(statement).to_have_attribute("aria-invalid", "true")
    statement.fill((statement.input_value()).replace("13", "12"))
    expect(wrong).not_to_contain_text("13")
    select(desk, "Edo Kuri")
    desk.get_by_role("button", name="Add to the context").click()
    expect(desk.get_by_role("group", name="Context").get_by_role("textbox")).to_have_value(
        "Edo Kuri"
    )
    # The messages name `resolves`, so the part that has it is open.
    for name, ref in (("He", "people/edo-kuri"), ("it", "units/wend-guild")):
        desk.get_by_role("button", name="Add words and their meaning").click()
        desk.get_by_label("What words mean, name").last.fill(name)
        desk.get_by_label("What words mean, value").last.fill(ref)
    expect(verdict(desk)).to_have_text("This record passes the check.")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".verdict.good")).to_contain_text("Saved f-")
    checked = check(project)
    assert checked.problems == ()
    assert checked.atlas is not None
    (claim,) = (
        one for one in checked.atlas.claims.values() if one.words.startswith("Edo Kuri gave")
    )
    assert claim.quotes[0].passage.exact == WAGE
    expect(desk.locator(f'mark.quoted[data-facts="{claim.id}"]')).to_have_text(WAGE)
    expect(desk.locator(".progress")).to_contain_text("1 gap")


def test_a_record_by_keyboard_alone(desk: Page, project: Path) -> None:
    """From the top of the page to the saved file without a mouse."""
    text = desk.get_by_role("group", name="Text of Notes from the mill")
    for _ in range(12):
        desk.keyboard.press("Tab")
        if text.evaluate("element => element === document.activeElement"):
            break
    expect(text).to_be_focused()
    said = desk.locator("#said")
    desk.keyboard.press("n")
    desk.keyboard.press("n")
    expect(said).to_have_text(f"Gap 2 of 2: {WAGE}")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Shift+ArrowDown")
    expect(said).to_have_text(f"Selected: {WAGE}")
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("Statement")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(text).to_be_focused()
    desk.keyboard.press("Home")
    desk.keyboard.press("Shift+ArrowRight")
    expect(said).to_have_text("Selected: Edo Kuri")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("group", name="Context").get_by_role("textbox")).to_have_value(
        "Edo Kuri"
    )
    expect(text).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("Statement")).to_be_focused()
    desk.keyboard.type("He gave 12 percent of his wage to the guild.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".verdict.good")).to_contain_text("Saved f-")
    expect(text).to_be_focused()
    assert check(project).problems == ()
    assert WAGE in (project / NOTES).read_text("utf-8")


def test_a_fact_is_opened_and_changed(desk: Page, project: Path) -> None:
    """By keyboard, from the words it rests on; what it may not say keeps it from being saved."""
    text = desk.locator("#text")
    text.focus()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("#said")).to_contain_text("recorded: There were 280 villagers")
    expect(desk.locator(".tip")).to_contain_text("f-m0000001")
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Change").click()
    amount = desk.get_by_label("The amount").first
    amount.fill("281")
    desk.get_by_role("button", name="Save").click()
    expect(verdict(desk)).to_contain_text("to correct")
    expect(desk.locator('[data-path="figures.0"] .wrong:not(:empty)')).to_contain_text("281")
    amount.fill("280")
    desk.locator('[data-value="note"]').fill("A note.")
    expect(verdict(desk)).to_have_text("This record passes the check.")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".verdict.good")).to_contain_text("Saved f-m0000001")
    assert "  note: A note.\n" in (project / NOTES).read_text("utf-8")
    assert check(project).problems == ()


def test_what_is_begun_is_not_lost(desk: Page) -> None:
    """It is there again after a reload, and closing the page asks first."""
    desk.locator("#text").focus()
    desk.keyboard.press("n")
    desk.keyboard.press("Enter")
    desk.get_by_label("Statement").fill("It says so.")
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.on("dialog", accept)
    desk.reload()
    expect(desk.get_by_label("Statement")).to_have_value("It says so.")
    assert asked == ["beforeunload"]


def test_words_are_skipped_and_names_made(desk: Page, project: Path) -> None:
    """A heading is skipped with its reason, and a new person can be linked at once."""
    desk.locator("#text").focus()
    desk.keyboard.press("n")
    desk.get_by_role("button", name="Skip", exact=True).click()
    desk.get_by_label("Why they make no claim").fill("heading")
    desk.keyboard.press("Enter")
    expect(desk.locator(".progress")).to_contain_text("1 gap")
    assert "reason: heading" in (project / "content/sources/mill-notes/skipped.yaml").read_text()
    desk.get_by_role("button", name="New name").click()
    desk.get_by_label("Name", exact=True).fill("Ina Bell")
    desk.get_by_role("button", name="Write the file").click()
    expect(desk.get_by_role("dialog")).to_have_count(0)
    assert (project / "content/people/ina-bell.yaml").is_file()


def test_what_is_added_is_typed_into_right_away(desk: Page) -> None:
    """A passage or a figure begins in its first field, not in one that is folded away."""
    select(desk, WAGE)
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Type them: Words that credit").press("Enter")
    desk.keyboard.type("he said")
    expect(desk.locator('[data-value="attributed_as.exact"]')).to_have_value("he said")
    desk.get_by_role("button", name="Add a figure").press("Enter")
    desk.keyboard.type("12 percent")
    expect(desk.locator('[data-value^="figures."][data-value$=".as_stated"]').last).to_have_value(
        "12 percent"
    )


def test_a_name_without_a_record_is_made_where_it_is_typed(desk: Page, project: Path) -> None:
    """The list offers to make it, and the field then has its reference."""
    select(desk, WAGE)
    desk.keyboard.press("Enter")
    speaker = desk.locator('[data-value="attributed_to.0"]')
    speaker.fill("Ina Bell")
    desk.get_by_role("option", name="New name: Ina Bell").click()
    expect(desk.get_by_label("Name", exact=True)).to_have_value("Ina Bell")
    expect(desk.get_by_label("Kind", exact=True)).to_be_hidden()
    desk.get_by_label("What it is").select_option("units")
    expect(desk.get_by_label("Kind", exact=True)).to_be_visible()
    desk.get_by_label("What it is").select_option("people")
    desk.get_by_role("button", name="Write the file").click()
    expect(speaker).to_have_value("people/ina-bell")
    assert (project / "content/people/ina-bell.yaml").is_file()
    desk.get_by_role("button", name="Close").click()


def test_a_question_is_begun_by_keyboard(desk: Page, project: Path) -> None:
    """Its file is written, and the open form offers it as an answer's question."""
    select(desk, WAGE)
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Add a figure").press("Enter")
    desk.get_by_role("button", name="New question").press("Enter")
    desk.keyboard.type("How much of a wage?")
    desk.keyboard.press("Tab")
    desk.keyboard.type("per cent")
    expect(desk.get_by_label("Possible answers, one on a line")).to_be_hidden()
    desk.get_by_role("button", name="Write the file").press("Enter")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    assert "unit: percent" in (project / "content/questions/how-much-of-a-wage.yaml").read_text()
    answers = desk.locator('[data-value^="figures."][data-value$=".answers"]').last
    answers.select_option("questions/how-much-of-a-wage")
    expect(answers).to_have_value("questions/how-much-of-a-wage")
    desk.once("dialog", lambda dialog: dialog.accept())
    desk.get_by_role("button", name="Close").click()


def test_a_mistake_is_corrected_in_its_field(desk: Page) -> None:
    """The link in the verdict leads to the field, and Save stays in view on a phone."""
    desk.set_viewport_size({"width": 390, "height": 800})
    select(desk, WAGE)
    desk.keyboard.press("Enter")
    desk.get_by_label("Statement").fill("He gave 13 percent of his wage to it.")
    desk.get_by_role("button", name="Go to it").click()
    expect(desk.get_by_label("Statement")).to_be_focused()
    expect(desk.get_by_role("button", name="Save")).to_be_in_viewport(ratio=1)


def test_what_can_be_done_stays_beside_the_words(desk: Page) -> None:
    """On a phone the record hides the text; the buttons are below the words when it is back."""
    desk.set_viewport_size({"width": 390, "height": 800})
    select(desk, WAGE)
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Show the text").click()
    box = desk.get_by_role("group", name="The selected words").bounding_box()
    bottom = desk.evaluate("[...CSS.highlights.get('chosen')][0].getBoundingClientRect().bottom")
    assert box is not None
    assert 0 <= box["y"] - bottom < 20


def test_a_document_that_is_left_out_is_named(project: Path, page: Page) -> None:
    """One whose description is not complete yet."""
    described = project / "content/sources/mill-notes/source.yaml"
    text = described.read_text("utf-8")
    described.write_text(re.sub(r"(?m)^kind: .*\n", "", text), "utf-8")
    with serving(project) as server:
        page.goto(server.address())
        expect(page.locator(".look")).to_contain_text("mill-notes")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_everybody_can_use_it(project: Path, page: Page, width: int, scheme: str) -> None:
    """The list, a document, a fact, the form with a mistake: WCAG A and AA, and nothing too wide."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})

    def look() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        report = Axe().run(page, options=browser.AXE)
        assert report.violations_count == 0, report.generate_report()

    with serving(project) as server:
        page.goto(server.address())
        expect(page.get_by_role("link", name="Notes from the mill")).to_be_visible()
        look()
        page.get_by_role("link", name="Notes from the mill").click()
        page.locator("#text").focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".tip")).to_be_visible()
        look()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Recorded")).to_be_visible()
        look()
        page.get_by_role("button", name="Change").click()
        page.get_by_label("Statement").fill("There were 281 [[")
        expect(page.locator('[data-path="statement"] .wrong')).to_contain_text("281")
        expect(page.get_by_role("listbox")).to_be_visible()
        look()
        page.get_by_text("More fields").click()
        page.get_by_role("button", name="Add a date from evidence").click()
        look()
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Close").click()
        page.get_by_role("button", name="New name").click()
        look()


def test_what_the_page_builds_is_valid(
    desk: Page, java: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A document, a fact and the form with everything open, as the Nu checker judges them."""
    folder = tmp_path_factory.mktemp("built")
    built = {"text.html": desk.content()}
    desk.locator("#text").focus()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Change").wait_for()
    built["fact.html"] = desk.content()
    desk.get_by_role("button", name="Change").click()
    desk.get_by_text("More fields").click()
    for name in ("a date from evidence", "a relation", "words and their meaning", "somebody"):
        desk.get_by_role("button", name=f"Add {name}", exact=True).click()
    built["form.html"] = desk.content()
    for name, text in built.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert [str(fault) for fault in nu.check(java, folder, built)] == []


def test_an_address_without_the_key_shows_nothing(project: Path, page: Page) -> None:
    """Another person's browser on this machine gets a sentence, and none of the project."""
    with serving(project) as server:
        answer = page.request.get(f"http://127.0.0.1:{server.server_port}/")
        assert answer.status == 403
        assert re.fullmatch(r'\{"error": "open the address [^{}]*"\}', answer.text())
