"""Headings: the chapter and the section of a passage, where its document has no pages."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from generator.atlas.headings import Headings, headings_of
from generator.atlas.pages import Pages, locator
from generator.atlas.passages import SeedPlace
from generator.data.bibliography import as_csl, as_ris
from generator.data.works import claim_work, in_words
from generator.findings.findings import find_out
from generator.markup.writer import Desk
from generator.records.layout import HeadingStart
from generator.rules import locators
from generator.rules.locators import headings_begin_lines
from generator.text.seed import Seed
from tests.made_up import MadeUp, claim, complaints, made_up

Levels = Mapping[str, int]


def headings(text: str, levels: Levels, title: str = "The toll book") -> Headings:
    """The headings of a text, each by its line and its level."""
    given = [HeadingStart(level=level, at=text.index(line)) for line, level in levels.items()]
    return headings_of(given, Seed("book.txt", text, ""), title, ("chapter", "Kapitel"))


BOOK = "\n\n".join(
    [
        *(
            "The toll book",
            "Preface.",
            "Chapter 3: Tolls",
            "Tolls rose.",
            "3.2 The  bell",
            "It rang.",
        ),
        *(
            "CHAPTER IV",
            "Ada left.",
            "The tower",
            "It fell.",
            "5. Kapitel",
            "Sold.",
            "Notes",
            "None.",
        ),
    ]
)
LEVELS = {
    "The toll book": 1,
    "Chapter 3": 2,
    "3.2": 3,
    "CHAPTER IV": 2,
    "The tower": 4,
    "5. Kapitel": 2,
    "Notes": 2,
}


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("Preface", ()),
        ("Chapter 3", (("chapter", "3"),)),
        ("Tolls rose", (("chapter", "3"),)),
        ("It rang", (("chapter", "3"), ("section", "3.2 The bell"))),
        ("Ada left", (("chapter", "IV"),)),
        ("It fell", (("chapter", "IV"), ("section", "The tower"))),
        ("Sold", (("chapter", "5"),)),
        ("None", (("section", "Notes"),)),
    ],
)
def test_what_a_passage_is_below(words: str, above: tuple[tuple[str, str], ...]) -> None:
    """The nearest heading, and the chapter around it; a chapter ends where another part begins."""
    found = headings(BOOK, LEVELS)
    assert found.above(BOOK.index(words)) == above
    assert found.misplaced == ()


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("It began", (("chapter", "1"),)),
        ("It went on", (("chapter", "2"),)),
        ("It rang", (("chapter", "2"), ("section", "The bell"))),
        ("It tore", (("chapter", "2"), ("section", "The rope"))),
    ],
)
def test_of_those_around_the_nearest_chapter_counts(
    words: str, above: tuple[tuple[str, str], ...]
) -> None:
    """A chapter within another is a separate place, and so is a section within a section."""
    text = "Chapter 1\nIt began.\nChapter 2\nIt went on.\nThe bell\nIt rang.\nThe rope\nIt tore.\nNotes"
    levels = {"Chapter 1": 1, "Chapter 2": 2, "The bell": 3, "The rope": 4, "Notes": 1}
    assert headings(text, levels).above(text.index(words)) == above


@pytest.mark.parametrize(
    ("levels", "title", "places"),
    [
        ({"The toll book": 1, "Notes": 1}, "The toll book", 1),
        ({"The toll book": 1, "Notes": 1}, "THE  TOLL BOOK", 1),
        ({"The toll book": 1, "Notes": 1}, "Tolls", 2),
        ({"The toll book": 1, "Notes": 2}, "Tolls", 1),
        ({"Notes": 1}, "Tolls", 0),
        ({}, "Tolls", 0),
    ],
)
def test_the_title_is_not_a_place(levels: Levels, title: str, places: int) -> None:
    """A heading with its words, and the first if no other has its level."""
    assert len(headings(BOOK, levels, title).starts) == places


@pytest.mark.parametrize(
    "line", ["Chapter and verse", "Chapter Three", "Chapters 3 to 5", "chapter iv", "Chapter 30ff"]
)
def test_a_chapter_without_a_number_is_a_section(line: str) -> None:
    """Only figures and Roman numbers are read; the words of a heading are always right."""
    text = f"Before\n{line}\nTolls rose."
    found = headings(text, {"Before": 1, line: 1})
    assert found.above(text.index("Tolls rose")) == (("section", line),)


def test_pages_and_records_come_first() -> None:
    """A page is enough to find a passage, and so is what a person has recorded."""
    found = headings(BOOK, LEVELS)
    at = BOOK.index("None.")
    there = SeedPlace((0, 1), at, at + 4, 1)
    assert locator(None, Pages(), found, there) == (("section", "Notes"),)
    assert locator(None, Pages((0,), ("7",)), found, there) == (("page", "7"),)
    assert locator({"verse": "3"}, Pages(), found, there) == (("verse", "3"),)
    assert locator(None, Pages(), found, None) == ()


def test_a_heading_that_begins_no_line_is_a_problem() -> None:
    """Inside a line, after the end, or before the heading before it; the others still count."""
    layout: MadeUp = {"headings": [{"level": 1, "at": at} for at in (0, 4, 12, 12, 40)]}
    atlas = made_up({}, texts={"book": "Before.\n\nOn\nAda rang.\n"}, layouts={"book": layout})
    assert complaints(headings_begin_lines, atlas) == [
        f"sources/book/layout headings {index} at: locator" for index in (1, 3, 4)
    ]


def test_citations_have_the_section() -> None:
    """In the sentence, and in CSL-JSON as a citing item of the document."""
    text = "Chapter 2\n\nChapter 3\n\nBefore.\n\nThe tower\n\nAda rang."
    levels = {"Chapter 2": 1, "Chapter 3": 1, "The tower": 2}
    layout: MadeUp = {
        "headings": [{"level": level, "at": text.index(line)} for line, level in levels.items()]
    }
    atlas = made_up(
        {"book/a": {"quote": "Ada rang."}}, texts={"book": text}, layouts={"book": layout}
    )
    desk = Desk(atlas, find_out(atlas), "data/index.md")
    work = claim_work(desk, in_words(desk, claim(atlas, "a")))
    told = "In: “Book”, ch. 3, section “The tower” (line 9 of the text)."
    assert told in as_ris([work])
    (item,) = json.loads(as_csl([work]))
    assert item["custom"]["cites"] == {
        "id": "document-book",
        "label": "chapter",
        "locator": "3, section “The tower”",
    }


@pytest.mark.parametrize(
    ("at", "seed", "shown"),
    [
        (0, "The bell\nrang.", "'The bell'"),
        (4, "The bell\nrang.", "'bell'"),
        (3, "The bell\nrang.", "'bell'"),
        (8, "The bell\nrang.", "nothing"),
        (40, "The bell\nrang.", "nothing"),
        (0, "a" * 50, f"'{'a' * 40}'"),
        (5, None, "nothing"),
    ],
)
def test_a_message_shows_the_words_at_a_place(at: int, seed: str | None, shown: str) -> None:
    """Forty characters at most, of one line."""
    text = None if seed is None else Seed("book.txt", seed, "")
    assert locators._words_at(at, text) == shown


@pytest.mark.parametrize(
    ("at", "seed", "advice"),
    [
        (6, "One.\nTwo.\n", "if it is 'Two.', write `at: 5`"),
        (3, "One.\nTwo.\n", "if it is 'Two.', write `at: 5`"),
        (1, "One.\nTwo.\n", "if it is 'One.', write `at: 0`"),
        (8, "One.\nTwo.", "if it is 'Two.', write `at: 5`"),
        (9, "One.\nTwo.\nSix.\n", "if it is 'Six.', write `at: 10`"),
        (5, "One.\nTwo.\n", "list the headings in the order of the document"),
        (3, None, "if it is nothing, write `at: 0`"),
    ],
)
def test_a_heading_that_moved_is_looked_for_near_by(at: int, seed: str | None, advice: str) -> None:
    """At the nearest beginning of a line."""
    text = None if seed is None else Seed("book.txt", seed, "")
    assert locators._line_near(at, text) == advice
