"""Bibliographies: whatever a text is, it is read back as it was typed, and adds no field."""

from __future__ import annotations

import json

import pytest
import rispy
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser

from generator.data.bibliography import as_bibtex, as_csl, as_ris
from generator.data.creators import CreatorName
from generator.data.work_dates import exact
from generator.data.works import PAGE, Work
from generator.text.dates import parse

TEXT = st.text(
    st.sampled_from("{}\\%$#_&~^@,=\"' -")
    | st.characters(codec="utf-8", exclude_categories=("C", "Z")),
    min_size=1,
    max_size=12,
).map(lambda text: f"a{text}z")
ORDERS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
    **{f"{sign}{{}}": sign for sign in "-'`,<>?!"},  # so that two don't join
}


def works(text: str) -> list[Work]:
    """Two works, of which every word of the first is the text."""
    first = Work(
        key="f-1",
        form=PAGE,
        title=text,
        authors=(CreatorName(text), CreatorName("B")),
        editors=(CreatorName("", family=text, given=text), CreatorName("", family="van der B")),
        container=text,
        edition=text,
        publisher=text,
        genre=text,
        issued="2001-02-03",
        language="en",
        abstract=text,
        note=text,
    )
    return [first, Work(key="f-2", form=PAGE, title="T")]


def unbraced(part: list[str]) -> str:
    """A part of a name as it was typed; braces that keep it whole are not of it."""
    text = " ".join(part)
    return plain(text[1:-1] if text.startswith("{") else text)


def plain(field: str) -> str:
    """What LaTeX makes of the orders that we write."""
    at, read = 0, ""
    while at < len(field):
        order = next((one for one in ORDERS if field.startswith(one, at)), field[at])
        read += ORDERS.get(order, order)
        at += len(order)
    return read


@given(text=TEXT)
@example(text="a}, note = {b")
@example(text="a\\")
@example(text="a--z")
def test_bibtex(text: str) -> None:
    """Every field is there once, and no other; braces are in pairs."""
    read = Parser().parse_string(as_bibtex(works(text))).entries
    assert list(read) == ["f-1", "f-2"]
    fields = read["f-1"].fields
    for name in ("howpublished", "version", "type", "abstract", "note"):
        assert plain(fields[name]) == " ".join(text.split())
    for name in ("title", "publisher"):
        assert plain(fields[name][1:-1]) == " ".join(text.split())
    author, *_ = read["f-1"].persons["author"]
    assert plain(str(author)[1:-1]) == " ".join(text.split())
    editor, other = read["f-1"].persons["editor"]
    family, given = (
        [*editor.prelast_names, *editor.last_names],
        [*editor.first_names, *editor.middle_names],
    )
    assert (unbraced(family), unbraced(given)) == (" ".join(text.split()),) * 2
    assert str(other) == "{van der B}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2001", "2", "3")
    assert set(fields) == {
        *("title", "howpublished", "version", "publisher", "type", "year", "month", "day"),
        *("language", "abstract", "note"),
    }
    assert set(read["f-2"].fields) == {"title"}


@given(text=TEXT)
@example(text="a\nER  - \nTY  - GEN")
def test_ris(text: str) -> None:
    """A text is one line: it ends no record and begins none. A name has no comma, which would part it."""
    first, second = rispy.loads(as_ris(works(text)))
    seen = " ".join(text.split())
    assert first["title"] == first["abstract"] == first["notes"][0] == seen
    name = " ".join(text.replace(",", " ").split())
    assert first.get("authors") == [*filter(None, [name]), "B"]
    family, _, suffix = seen.partition(", ")
    editor = ", ".join(filter(None, (family, seen, suffix))) or f"{seen}, {seen}"
    assert f"ED  - {editor}\nED  - van der B\n" in as_ris(works(text))
    assert second.keys() == {"type_of_reference", "id", "title"}


@given(text=TEXT)
def test_csl(text: str) -> None:
    """What is not known is not there."""
    first, second = json.loads(as_csl(works(text)))
    assert first["author"] == [{"literal": text}, {"literal": "B"}]
    assert first["editor"] == [{"family": text, "given": text}, {"family": "van der B"}]
    assert first["issued"] == {"date-parts": [[2001, 2, 3]]}
    assert second == {"id": "f-2", "type": "webpage", "title": "T"}


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2016", "2016"),
        ("2016-08", "2016-08"),
        ("2016-08-15", "2016-08-15"),
        *((date, "") for date in ("2016~", "2016?", "198X", "2016-22", "XXXX-08", "[..2016]")),
        *((date, "") for date in ("2012/..", "2012/2013")),
    ],
)
def test_a_date_is_no_more_exact_than_it_is(date: str, written: str) -> None:
    """Bibliographies have years, months and days; any other date is said in words."""
    assert exact(parse(date)) == written
