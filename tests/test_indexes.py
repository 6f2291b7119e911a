"""The indexes: which heading a spelling is under, and that no line has a name twice."""

from __future__ import annotations

import pytest

from generator.findings.findings import find_out
from generator.markup.escaping import text_of
from generator.pages.indexes import IndexPage, index_pages
from tests.made_up import made_up


def index(place: str, **names: list[str]) -> IndexPage:
    """An index of organisations with these names, the first of each its own."""
    entities = {
        f"units/{key}": {
            "name": name,
            "subkind": "movement",
            "aliases": [{"name": other} for other in others],
        }
        for key, (name, *others) in names.items()
    }
    atlas = made_up({}, entities=entities)
    pages = {page.path: page for page in index_pages(atlas, find_out(atlas))}
    return pages[f"{place}/index.md"]


def rows(page: IndexPage) -> dict[str, list[str]]:
    """The lines of each list, with what is told about them."""
    return {
        one.title: [f"{text_of(row.what)} {text_of(row.about)}".strip() for row in one.rows]
        for one in page.lists
    }


def test_names_are_under_their_first_letter() -> None:
    """Signs before it do not count; other scripts than Latin, and digits, come after the letters."""
    page = index("names", band=["“Band”", "Army band"], team=["7th team", "الفريق"], crew=["crew"])
    assert rows(page) == {
        "A": ["Army band: “Band”"],
        "B": ["“Band”"],
        "C": ["crew"],
        "Digits and other signs": ["7th team"],
        "Arabic script": ["الفريق: 7th team"],
    }
    assert [one.key for one in page.lists] == ["of-a", "of-b", "of-c", "of-arabic", "of-digits"]


def test_a_name_is_not_repeated() -> None:
    """A spelling that differs only in capitals is not another one to a reader of a list."""
    page = index("units", band=["The Band", "the band", "Musicians"])
    assert [line for lines in rows(page).values() for line in lines] == [
        "The Band Musicians; 0 claims"
    ]


@pytest.mark.parametrize(("letters", "seen"), [(1, 30), (2, 14), (3, 10), (5, 6), (9, 4), (26, 4)])
def test_the_more_lists_a_page_has_the_fewer_lines_of_each_are_open(
    letters: int, seen: int
) -> None:
    """An even number, since there are two in a row, and at least four."""
    names = {f"band-{one}": [f"{one} band"] for one in "abcdefghijklmnopqrstuvwxyz"[:letters]}
    assert index("names", **names).seen == seen
