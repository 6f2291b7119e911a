"""The review pages: each document, letter for letter, and beside it what is recorded from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests import browser
from tests.project import call, contents, lay_out, put, sign_seeds

LETTER = "build/review/parish-letter.html"
MILL = "build/review/mill-notes.html"
BOOK = "build/review/toll-book.html"
AXE_IN = {"exclude": [".quoted"]}
"""A link in the text is as small as its words; what it leads to is beside the line, with a link."""

HOSTILE = """Read <script>document.title="no"</script> &amp; <b>this</b> "twice" 'over'."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project; its mill's notes with a gap, a lost quotation and a hostile line."""
    folder = lay_out(tmp_path / "project")
    facts = folder / "content/sources/mill-notes/facts.yaml"
    text = facts.read_text("utf-8")
    start, end = text.index("- id: f-m0000003"), text.index("- id: f-m0000004")
    fresh = """\
- id: f-m0000007
  statement: >-
    The [[topics/bell|bell]] was <i>lost</i>.
  quote: >-
    the bell was lost on the way
  attributed_to: self
  type: event
- id: f-m0000008
  statement: >-
    The [[topics/bell|bell]] was "twice" <script>document.title="no"</script>.
  quote: >-
    "twice"
  attributed_to: self
  type: event
- id: f-m0000009
  statement: >-
    [[Edo Kuri]] was a carter.
  quote: >-
    Edo Kuri, a carter
  attributed_to: self
  type: role
"""
    put(folder, {str(facts.relative_to(folder)): text[:start] + text[end:] + fresh})
    seed = folder / "seeds/001_mill_notes.txt"
    seed.write_bytes(seed.read_bytes() + f"{HOSTILE}\n".encode())
    sign_seeds(folder)
    return folder


def reviewed(folder: Path, *arguments: str) -> dict[str, LexborHTMLParser]:
    """The pages that `review` writes, by their path; it prints each, and writes nothing else."""
    before = contents(folder)
    done = call("--root", folder, "review", "--static", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    fresh = {path: data for path, data in contents(folder).items() if before.get(path) != data}
    assert done.stdout.splitlines() == [str(folder / path) for path in sorted(fresh)]
    return {path: LexborHTMLParser(data) for path, data in fresh.items()}


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    """What the chosen elements say."""
    return [node.text() for node in page.css(selector)]


def test_each_document_is_there_letter_for_letter(project: Path) -> None:
    """Every line of every document, numbered, with nothing left out, added or run as a program."""
    pages = reviewed(project)
    assert sorted(pages) == [MILL, LETTER, BOOK]
    for path, seed in ((LETTER, "000_parish_letter.txt"), (MILL, "001_mill_notes.txt")):
        lines = (project / "seeds" / seed).read_text("utf-8").split("\n")
        for further in pages[path].css(".more"):  # +1: quoted by another fact too
            further.decompose()
        assert texts(pages[path], ".line > p") == lines
        assert texts(pages[path], ".line > .number") == [str(i + 1) for i in range(len(lines))]
        assert not pages[path].css("script, .line b, .line i")


def test_what_is_covered_and_what_is_not(project: Path) -> None:
    """Quoted, skipped and open stretches are told apart; a gap is listed with its place."""
    pages = reviewed(project)
    letter, mill = pages[LETTER], pages[MILL]
    assert texts(letter, "mark.gap") == []
    assert texts(letter, "mark.skipped") == [
        "The Bell of Lower Wend",
        "Share this letter",
        "Page 3",
    ]
    assert texts(mill, "mark.gap")[:2] == [
        "Notes from the mill, May 1905",
        "The parish letter is wrong: the miller took it",
    ]
    assert "line 3, column 70: The parish letter is wrong: the miller took it" in texts(mill, "li")
    (both,) = mill.css('mark[title="f-m0000009, f-m0000004"]')
    assert both.text() == ", a carter+1"
    assert [link.attributes["href"] for link in both.css("a")] == ["#f-m0000009", "#f-m0000004"]


def test_pages_and_headings_are_shown(project: Path) -> None:
    """Above the line in which a page begins; a heading is marked."""
    pages = reviewed(project)
    lines = (project / "seeds/002_toll_book.txt").read_text("utf-8").split("\n")
    begins = ("The toll book", "square. In April 1903", "An estimated 15 carts")
    numbers = [next(n for n, line in enumerate(lines, 1) if words in line) for words in begins]
    assert texts(pages[BOOK], ".page") == [
        f"Page {page} begins in line {line}" for page, line in enumerate(numbers, 1)
    ]
    assert texts(pages[BOOK], ".heading") == lines[:1]
    assert texts(pages[LETTER], ".page, .heading") == []


def test_each_claim_is_beside_its_words(project: Path) -> None:
    """At the line where its quotation begins: what it says, who says so, and its file and line."""
    pages = reviewed(project)
    letter, mill = pages[LETTER], pages[MILL]
    beside = letter.css_first("#line-3 #f-p0000005")
    assert beside is not None
    said = " ".join(beside.text().split())
    assert "Said by people/tomas-reed → the miller → units/wend-courier (“The Courier, " in said
    facts = (project / "content/sources/parish-letter/facts.yaml").read_text("utf-8")
    line = facts[: facts.index("- id: f-p0000005")].count("\n") + 1
    assert f"content/sources/parish-letter/facts.yaml:{line}" in said
    lost = mill.css_first("ul:not(.line ul) #f-m0000007")
    assert lost is not None
    assert "not found, or found more than once: the bell was lost on the way" in " ".join(
        lost.text().split()
    )
    assert "The bell was <i>lost</i>." in lost.text()


def test_every_link_of_the_page_leads_somewhere(project: Path) -> None:
    """To a line or claim of the page, or to the record's file."""
    for path, page in reviewed(project).items():
        ids = {node.id for node in page.css("[id]")}
        assert len(ids) == len(page.css("[id]"))
        for link in page.css("a"):
            target = link.attributes["href"] or ""
            if target.startswith("#"):
                assert target[1:] in ids, target
            else:
                assert ((project / path).parent / target).is_file(), target


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_page_can_be_used(project: Path, page: Page, width: int, scheme: str) -> None:
    """It runs nothing, asks for nothing, fits the screen, and breaks no rule of WCAG A or AA."""
    reviewed(project)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    for path in (LETTER, MILL):
        page.goto((project / path).as_uri())
        assert page.title().startswith("Review: ")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if scheme == "light":  # axe-core takes the browser's own dark background for white
            report = Axe().run(page, context=AXE_IN, options=browser.AXE)
            assert report.violations_count == 0, report.generate_report()
    assert asked == [(project / path).as_uri() for path in (LETTER, MILL)]


@pytest.mark.parametrize("name", ["parish-letter", "sources/parish-letter"])
def test_one_document(project: Path, name: str) -> None:
    """A document may be named as its folder or as it is referred to; only its page is written."""
    assert list(reviewed(project, name)) == [LETTER]


def test_a_document_that_there_is_not(project: Path) -> None:
    """Exit code 2, and the name that was meant; nothing is written."""
    done = call("--root", project, "review", "parish-leter")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no source 'sources/parish-leter'; did you mean 'sources/parish-letter'?" in (
        done.stderr
    )
    assert not (project / "build").exists()


def test_what_cannot_be_written_or_read(project: Path) -> None:
    """Exit code 3 and one line where the page can't be written; 2 where there is nothing to read."""
    (project / "build").write_text("in the way", encoding="utf-8")
    done = call("--root", project, "review", "--static")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)
    (project / "site_config/site.yaml").unlink()
    done = call("--root", project, "review", "--static")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "site_config/site.yaml:1:1: configuration: this file is missing; restore it" in done.stderr
    )
