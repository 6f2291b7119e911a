"""Where in its document a passage is: as the record says, or as the list of pages shows."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest
from pydantic import ValidationError

from generator.atlas.headings import Headings
from generator.atlas.pages import Pages, Unsettled, locator, pages_of
from generator.atlas.passages import SeedPlace
from generator.book.package import book
from generator.data.bibliography import as_bibtex, as_csl, as_ris
from generator.data.works import claim_work, in_words
from generator.findings.findings import find_out
from generator.markup.escaping import text_of
from generator.markup.locating import Located, located
from generator.markup.writer import Desk
from generator.records.layout import PageStart
from generator.records.passages import LOCATORS
from generator.rules.locators import locators_agree_with_the_pages, pages_are_found
from generator.text.seed import Seed
from tests.made_up import claim, complaints, made_up, real_config
from tests.project import WORLD, Project

TEXT = "Ada went to the mill.\nThe mill was shut. Ada went to the to\xadwer.\nShe rang."
BOOK = {
    "book": {
        "pages": [
            {"page": "i", "begins": "Ada went to the m"},
            {"page": "2", "begins": "shut. Ada"},
        ]
    }
}
PAGES = Pages((10, 20, 30), ("ix", "1", "2"))


@pytest.mark.parametrize(
    ("start", "end", "page"),
    [
        (0, 5, ""),
        (9, 10, ""),
        (9, 11, ""),
        (10, 20, "ix"),
        (10, 21, "ix–1"),
        (19, 31, "ix–2"),
        (30, 99, "2"),
    ],
)
def test_the_page_of_a_range(start: int, end: int, page: str) -> None:
    """The page that it begins on, and the one that it ends on if that is another."""
    assert PAGES.holding(start, end) == page
    assert Pages().holding(start, end) == ""


@pytest.mark.parametrize(
    ("begins", "starts", "unsettled"),
    [
        (["Ada went", "The mill"], (22,), [Unsettled(0, "repeated", "")]),
        (["Ada went to the mill", "Ada went to the"], (0, 41), []),
        (["Ada went to the mill", "mill was", "the tower"], (0, 26, 53), []),
        (["Ada went to the mill", "She  rang"], (0, 65), []),
        (["The mill", "Ada went"], (22, 41), []),
        (["The mill", "The mill"], (22,), [Unsettled(1, "missing", "1")]),
        (["She sang", "She rang"], (65,), [Unsettled(0, "missing", "")]),
        ([0, 22, "Ada went", 65], (0, 22, 41, 65), []),
        ([0, 0, 21], (0, 21), [Unsettled(1, "out", "1")]),
        (["The mill", 21, 23], (22, 23), [Unsettled(1, "out", "1")]),
        ([len(TEXT) - 1, len(TEXT)], (len(TEXT) - 1,), [Unsettled(1, "out", "1")]),
        ([41, "Ada went"], (41,), [Unsettled(1, "missing", "1")]),
        ([], (), []),
    ],
)
def test_pages_are_found_in_their_order(
    begins: list[str | int], starts: tuple[int, ...], unsettled: list[Unsettled]
) -> None:
    """By words that the text has once after the page before, over line ends and hyphens, or by offset."""
    given = [
        PageStart(page=f"{number}", at=one)
        if isinstance(one, int)
        else PageStart(page=f"{number}", begins=one)
        for number, one in enumerate(begins, start=1)
    ]
    found = pages_of(given, Seed("book.txt", TEXT, ""))
    assert found.starts == starts
    assert [*found.unsettled] == unsettled
    assert len(found.labels) == len(starts)


@pytest.mark.parametrize("fields", [{}, {"at": 3, "begins": "Ada"}])
def test_a_page_begins_once(fields: dict[str, object]) -> None:
    """By its first words, or by an offset."""
    with pytest.raises(ValidationError, match="needs either `begins`"):
        PageStart.model_validate({"page": "3", **fields})


@pytest.mark.parametrize(
    ("given", "place", "found"),
    [
        (None, (10, 12), (("page", "ix"),)),
        ({"chapter": "3"}, (10, 12), (("chapter", "3"), ("page", "ix"))),
        ({"page": "ix"}, (10, 12), (("page", "ix"),)),
        ({"verse": "3"}, (1, 2), (("verse", "3"),)),
        ({"verse": "3"}, None, (("verse", "3"),)),
        (None, None, ()),
    ],
)
def test_what_the_record_says_comes_first(
    given: dict[str, str] | None, place: tuple[int, int] | None, found: Located
) -> None:
    """The page that the list of pages gives is added to it."""
    there = SeedPlace((0, 1), *place, 1) if place else None
    assert locator(given, PAGES, Headings(), there) == found


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([()], ""),
        ([(("page", "12"),)], "p. 12"),
        ([(("page", "12-14"),)], "pp. 12–14"),
        ([(("page", "xii–xiv"),)], "pp. xii–xiv"),
        ([(("page", "3, 5"),)], "pp. 3, 5"),
        ([(("page", "A-3"),)], "p. A-3"),
        ([(("chapter", "3"), ("verse", "16-17"))], "ch. 3, verses 16–17"),
        ([(("page", "3"),), (("page", "5"),)], "pp. 3, 5"),
        ([(("section", "3.2"),)], "section 3.2"),
        ([(("section", "3-5"),)], "sections 3–5"),
        ([(("section", "IV"),)], "section IV"),
        ([(("section", "The bell, 1902-03"),)], "section “The bell, 1902-03”"),
        ([(("section", "Later"),), (("section", "Now"),)], "sections “Later”, “Now”"),
        ([(("chapter", "3"), ("section", "3.2 Tolls"))], "ch. 3, section “3.2 Tolls”"),
        ([(("page", "3"),), (), (("page", "3"),)], "p. 3"),
        ([(("page", "3"),), (("chapter", "5"),)], "p. 3; ch. 5"),
        (
            [(("chapter", "3"), ("verse", "1")), (("chapter", "4"), ("verse", "2"))],
            "ch. 3, verse 1; ch. 4, verse 2",
        ),
    ],
)
def test_a_place_in_words(places: list[Located], words: str) -> None:
    """As citations have it: one or several, each once."""
    assert text_of(located(places, real_config().wording)) == words


def test_every_kind_of_place_has_words() -> None:
    """For one and for several."""
    assert sorted(real_config().wording.locators) == sorted(LOCATORS)


def test_a_page_is_found_or_given() -> None:
    """A page that a record gives must be the one that the list has, however its dash is written."""
    facts: dict[str, dict[str, Any]] = {
        "book/a": {"statement": "Ada went to the mill.", "type": "event"},
        "book/b": {"quote": {"exact": "The mill was shut.", "locator": {"page": "i-2"}}},
        "book/c": {"quote": {"exact": "She rang.", "locator": {"page": "3", "line": "4"}}},
        "book/e": {"quote": {"exact": "Nobody sang.", "locator": {"page": "9"}}},
        "book/d": {
            "quote": "She rang.",
            "context": ["The mill", {"exact": "was shut", "locator": {"page": "2"}}],
        },
    }
    atlas = made_up(facts, layouts=BOOK, texts={"book": TEXT})
    assert complaints(pages_are_found, atlas) == []
    assert complaints(locators_agree_with_the_pages, atlas) == [
        "book/c quote locator page: locator",
        "book/d context 1 locator page: locator",
    ]
    assert claim(atlas, "a").quotes[0].locator == (("page", "i"),)
    assert claim(atlas, "b").quotes[0].locator == (("page", "i-2"),)
    assert [one.locator for one in claim(atlas, "d").sightings] == [
        (("page", "2"),),
        (("page", "i"),),
        (("page", "2"),),
    ]
    labelled = {
        "book": {"pages": [{"page": "A-1", "at": 0}, {"page": "A-2", "begins": "She rang"}]}
    }
    facts["book/c"]["quote"]["locator"]["page"] = "A-2"
    facts["book/b"]["quote"]["locator"]["page"] = "A-2"
    atlas = made_up(facts, layouts=labelled, texts={"book": TEXT})
    assert complaints(locators_agree_with_the_pages, atlas) == [
        "book/b quote locator page: locator",
        "book/d context 1 locator page: locator",
    ]
    unmapped = made_up(facts, texts={"book": TEXT})
    assert complaints(locators_agree_with_the_pages, unmapped) == []


def test_a_place_is_in_every_citation() -> None:
    """In the sentence of bibliographies, and in CSL-JSON as a citing item of the document."""
    facts: dict[str, dict[str, Any]] = {
        "book/a": {"quote": {"exact": "She rang.", "locator": {"chapter": "3", "verse": "4-5"}}},
        "book/b": {"quote": "The mill was shut."},
    }
    atlas = made_up(facts, texts={"book": TEXT})
    desk = Desk(atlas, find_out(atlas), "data/index.md")
    works = [claim_work(desk, in_words(desk, one)) for one in atlas.claims.values()]
    told = "In: “Book”, ch. 3, verses 4–5 (line 3 of the text)."
    for form in (as_bibtex, as_ris, as_csl):
        assert form(works).count(told) == 1
    first, second = json.loads(as_csl(works))
    assert second["custom"]["cites"] == {
        "id": "document-book",
        "label": "chapter",
        "locator": "3, verses 4–5",
    }
    assert "custom" not in first


def test_a_place_is_in_the_book(world: Project) -> None:
    """In the note of a claim, and in the list of its document."""
    chapters = book(world.atlas, world.findings, "0" * 64, 0)
    assert (
        "Toll book, pp. 1–2 (line 4 of the text)"
        in chapters["EPUB/topics/crowd-in-the-square.xhtml"]
    )
    assert "pp. 1–2 (line 4 of the text)" in chapters["EPUB/sources/toll-book.xhtml"]


def test_a_place_is_in_the_data(world: Project) -> None:
    """With each passage in JSON, CSV and JSON-LD, and the pages with their document."""
    facts = json.loads(world.files["data/facts.json"])
    places = {
        (fact["id"], quote["exact"]): quote["locator"] for fact in facts for quote in fact["quotes"]
    }
    known = {fact: place for (fact, _), place in places.items() if place}
    assert known["f-m000000c"] == {"chapter": "2", "paragraph": "3-4"}
    assert known["f-t0000003"] == {"page": "1–2"}
    assert known["f-t0000007"] == {"page": "3"}
    rows = list(
        csv.DictReader(world.files["data/passages.csv"].removeprefix("\ufeff").splitlines())
    )
    assert {
        row["fact"]: row["locator"] for row in rows if row["role"] == "quote" and row["locator"]
    } == {
        fact: " | ".join(f"{kind} {at}" for kind, at in place.items())
        for fact, place in known.items()
    }
    rows = list(csv.DictReader(world.files["data/facts.csv"].removeprefix("\ufeff").splitlines()))
    assert {row["id"]: row["locator"] for row in rows}["f-t0000003"] == "pp. 1–2"
    nodes = json.loads(world.files["data/facts.jsonld"])["@graph"]
    (quoted,) = next(one["isBasedOn"] for one in nodes if one.get("identifier") == "f-t0000003")
    assert quoted["pagination"] == "1–2"
    assert quoted["locator"] == [{"@type": "PropertyValue", "name": "page", "value": "1–2"}]
    (book,) = (one for one in json.loads(world.files["data/sources.json"]) if one["pages"])
    text = Seed(book["seed"], (WORLD / "seeds" / book["seed"]).read_text(encoding="utf-8"), "").text
    assert [(one["page"], text[one["start"] :][:9]) for one in book["pages"]] == [
        ("1", "The toll "),
        ("2", "square. I"),
        ("3", "An estima"),
    ]
