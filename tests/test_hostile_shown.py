"""Hostile texts that are accepted are seen as typed everywhere, and do nothing anywhere."""

from __future__ import annotations

import functools
import gc
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.book.package import book
from generator.data import bibliography, linked_data, shards, tables
from generator.markup import escaping
from generator.markup.escaping import Html
from tests.hostile import reading_back
from tests.hostile.reading_back import FORMS, Files, Read, differences, hidden, on_page, shape
from tests.hostile.showing import Typed, laid_together, typed
from tests.once import once, shared
from tests.project import Project, run
from tests.test_escaping import markdown

pytestmark = pytest.mark.site

TOLD = typed()
PLAIN, *HOSTILE = TOLD
OURS = ("search/data/start.js",)
"""Files in which characters stand that no text may have: the program knows them."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with all texts in it, which `check` accepts."""
    return Project(laid_together(tmp_path_factory.mktemp("shown") / "project"))


def test_there_are_many() -> None:
    """Each has a different mark, or two would count as one."""
    assert len(TOLD) > 130
    assert len({one.mark for one in TOLD}) == len(TOLD)


@pytest.mark.parametrize("read", FORMS, ids=lambda read: read.__name__)
def test_every_form_has_what_was_typed(read: Callable[[Files], Read], project: Project) -> None:
    """And each text is there."""
    assert differences(read, project.files, TOLD) == []


def test_nothing_turns_or_hides_what_is_around_it(project: Project) -> None:
    """A document may hold such characters; no page or file shows them."""
    assert sorted(set(hidden(project.files)) - {*OURS}) == []


def book_of(project: Project) -> Files:
    """The files of the book."""
    return book(project.atlas, project.findings, "0" * 64, 0)


def test_the_book_has_what_was_typed(project: Project) -> None:
    """Each of its files is well formed, and each text is there."""
    assert differences(reading_back.from_epub, book_of(project), TOLD) == []


def _article(files: Files, path: str) -> LexborNode:
    body = files[path].split("---\n", 2)[2]
    (article,) = LexborHTMLParser(f"<article>{markdown().reset().convert(body)}</article>").css(
        "article"
    )
    return article


def misread(files: Files, told: list[Typed]) -> list[str]:
    """What of the pages is not as typed, or not built as the pages of plain words are."""
    found = []
    plain = shape(_article(files, f"facts/{PLAIN.fact}.md"))
    for one in told:
        page = _article(files, f"facts/{one.fact}.md")
        found += on_page(page, one)
        if shape(page) != plain:
            found.append(f"{one.fact}: {one.text!r} changes the page")
    return found


def test_pages_show_what_was_typed(project: Project) -> None:
    """No text adds an element or an attribute, and none loses a character."""
    assert misread(project.files, HOSTILE) == []


def _forget() -> None:
    """Empty every cache, so that nothing is kept of how texts were escaped before."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper):
            one.cache_clear()


class Unescaped:
    """JSON whose texts may end themselves."""

    @staticmethod
    def dumps(value: object, **given: Any) -> str:
        """The value as JSON, but for what escapes."""
        return json.dumps(value, **given).replace('\\"', '"').replace("\\\\", "\\")


OFF: dict[str, tuple[Any, str, Any, int]] = {
    "pages": (escaping, "_escaped", Html, 40),
    "tables": (tables, "inert", str, 4),
    "linked data": (linked_data, "_RISKY", re.compile(r"(?!)"), 4),
    "BibTeX": (bibliography, "_latex", str, 10),
    "RIS": (bibliography, "_on_one_line", str, 1),
    "feeds": (ET, "_escape_cdata", str, 20),
    "search": (shards, "json", Unescaped, 10),
    "book": (escaping, "_escaped", Html, 20),
}
"""Where escaping is done, what is put in its place, and how many texts then break out at least."""


FORM = {
    "tables": "from_csv",
    "linked data": "from_jsonld",
    "BibTeX": "from_bibtex",
    "RIS": "from_ris_quotes",
    "feeds": "from_atom",
    "search": "from_search",
}
"""How the files are read in which a text then breaks out."""


@pytest.mark.parametrize("where", OFF)
def test_without_escaping_this_fails(
    where: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A suite that finds nothing with escaping switched off would prove nothing."""
    module, name, instead, fewest = OFF[where]
    monkeypatch.setattr(module, name, instead)
    _forget()
    try:
        again = Project(project.root)
        if where == "pages":
            found = misread(again.files, HOSTILE)
        elif where == "book":
            found = differences(reading_back.from_epub, book_of(again), TOLD)
        else:
            found = differences(getattr(reading_back, FORM[where]), again.files, TOLD)
    finally:
        monkeypatch.undo()
        _forget()
    assert len(found) >= fewest or "can't be read" in "".join(found), found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of all these texts, made with MkDocs."""

    def make(folder: Path) -> None:
        done = run("--root", laid_together(folder / "project"), "site")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "::" not in done.stdout

    return once(shared(tmp_path_factory) / "hostile", make) / "project/site"


WATCH = """
  window.ran = [];
  for (const name of ["alert", "confirm", "prompt", "open"])
    window[name] = (...given) => { window.ran.push(name + " " + given); };
"""

FOUND = """
() => {
  const squeezed = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const article = document.querySelector("article");
  const bad = [...article.querySelectorAll("*")].filter((one) =>
    [...one.attributes].some((at) => at.name.startsWith("on") || /^\\s*(javascript|data|vbscript):/i.test(at.value))
    || ["SCRIPT", "IFRAME", "FORM", "META", "BASE", "LINK", "STYLE", "OBJECT", "EMBED"].includes(one.tagName));
  return {
    title: squeezed(document.title),
    heading: squeezed(article.querySelector("h1").firstChild?.textContent ?? ""),
    whole: squeezed(article.querySelector("h1").textContent),
    bad: bad.map((one) => one.outerHTML.slice(0, 100)),
    ran: window.ran,
  };
}
"""

SAMPLE = 1 if "CI" in os.environ else 6
"""Each so-manieth text is opened; in CI each."""


def _paths(one: Typed) -> Iterator[str]:
    yield f"facts/{one.fact}.html"
    yield f"topics/case-{one.mark}.html"
    yield f"questions/case-{one.mark}.html"


@pytest.mark.browser
def test_no_text_runs_or_asks_for_anything(page: Page, built: Path) -> None:
    """In a browser the heading and the title are what was typed; the page asks no other host."""
    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    for one in (PLAIN, *HOSTILE[::SAMPLE]):
        for path in _paths(one):
            page.goto((built / path).as_uri())
            found = page.evaluate(FOUND.strip())
            assert found["ran"] == [], path
            assert found["bad"] == [], path
            assert found["whole"].rstrip("¶ ") == one.words, path
            assert one.words in found["title"], path
