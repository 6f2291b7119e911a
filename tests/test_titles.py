"""Documents with one title are told apart wherever a reader or a program meets them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import feedparser
import pytest

from generator.book.package import book
from generator.data.works import document_work
from generator.findings.findings import find_out
from generator.markup.writer import Desk
from generator.rules.sources import documents_are_told_apart
from tests.made_up import MadeUp, complaints, made_up
from tests.project import Project, lay_out, loaded, put, sign_seeds
from tests.test_take_away import rows

TITLE = "The Bell of Lower Wend"
OTHER = "sources/school-essay"
ESSAY = {
    "seeds/003_essay.txt": "The guild rang the bell in May 1904.\n",
    f"content/{OTHER}/source.yaml": f"""\
title: {TITLE.lower()}
short: School essay
letter: S
kind: article
language: en
authors:
  - {{family: Hale, given: Ines}}
seed: 003_essay.txt
text:
  state: whole
""",
    f"content/{OTHER}/facts.yaml": """\
- id: f-s0000001
  statement: >-
    The [[units/wend-guild|guild]] rang the [[topics/bell|bell]] in May 1904.
  quote: >-
    The guild rang the bell in May 1904.
  attributed_to: self
  type: event
  when: 1904-05
  resolves:
    The guild: units/wend-guild
    the bell: topics/bell
""",
}
LETTER = "sources/parish-letter"
TOLD = {LETTER: f"{TITLE} (A parish clerk)", OTHER: f"{TITLE.lower()} (Hale)"}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The fictional project with a second document of the same title."""
    place = lay_out(tmp_path_factory.mktemp("twins") / "project")
    put(place, ESSAY)
    sign_seeds(place)
    return Project(place)


Documents = Mapping[str, MadeUp]


@pytest.mark.parametrize(
    ("a", "b", "marks"),
    [
        ({"title": "One"}, {"title": "Two"}, []),
        ({}, {}, ["A", "B"]),
        ({"title": "“The Bell”"}, {"title": '"the  bell"'}, ["A", "B"]),
        ({"authors": ["Ada"]}, {"authors": ["Edo", "Ada"]}, ["Ada", "Edo, Ada"]),
        ({"authors": ["Ada"]}, {"authors": ["ada"]}, ["A", "B"]),
        ({"authors": ["Ada"]}, {}, ["A", "B"]),
        (
            {"authors": ["people/ada"]},
            {"authors": [{"family": "Kuri", "given": "Edo"}]},
            ["Ada", "Kuri"],
        ),
        ({"publisher": "units/press"}, {"publisher": "Courier"}, ["Press", "Courier"]),
        ({"publisher": "units/press"}, {}, ["A", "B"]),
        (
            {"authors": ["Ada"], "publisher": "Courier"},
            {"authors": ["Ada"], "publisher": "Press"},
            ["Courier", "Press"],
        ),
        ({"dates": "1904"}, {"dates": "[1905-05..1905-12]"}, ["1904", "1905"]),
        ({"dates": "1904"}, {"dates": "1904-05"}, ["A", "B"]),
        ({"dates": "1904"}, {"dates": "[..1905]"}, ["A", "B"]),
        ({"dates": "1904"}, {"dates": "[1905..1906]"}, ["A", "B"]),
    ],
)
def test_what_tells_documents_apart(a: MadeUp, b: MadeUp, marks: list[str]) -> None:
    """The authors, the publisher or the year if all have one and all differ; else the short name."""
    documents = {
        name: {
            "title": "The bell",
            "short": name.upper(),
            **fields,
            "dates": [{"of": "written", "date": fields["dates"], "as_stated": "x"}]
            if "dates" in fields
            else [],
        }
        for name, fields in (("a", a), ("b", b))
    }
    atlas = made_up(
        {"a/1": {}, "b/2": {}}, documents=documents, entities={"people/ada": {}, "units/press": {}}
    )
    assert [*atlas.marks.values()] == marks
    title = str(documents["a"]["title"])
    assert atlas.title("sources/a") == (f"{title} ({marks[0]})" if marks else title)


def test_only_those_of_one_title_are_marked() -> None:
    """And a document of that title says what it is called here."""
    documents: Documents = {
        "a": {"title": "T"},
        "b": {"title": "t"},
        "c": {"title": "U", "authors": ["Ada"]},
    }
    atlas = made_up({"a/1": {}, "b/2": {}, "c/3": {}}, documents=documents)
    assert {*atlas.marks} == {"sources/a", "sources/b"}
    desk = Desk(atlas, find_out(atlas), "index.md")
    notes = {ref: document_work(desk, ref).note for ref in atlas.documents}
    assert notes["sources/a"].startswith("Called “A” here. ")
    assert "Called" not in notes["sources/c"]


def test_names_are_not_shared() -> None:
    """Neither a letter nor a short name, however it is written; both are problems of the second."""
    documents: Documents = {
        "a": {"short": "The “Letter”", "letter": "A"},
        "b": {"short": 'the "letter"', "letter": "B"},
        "c": {"short": "C", "letter": "A"},
    }
    atlas = made_up({"a/1": {}, "b/2": {}, "c/3": {}}, documents=documents)
    assert complaints(documents_are_told_apart, atlas) == [
        "sources/b short: source",
        "sources/c letter: source",
    ]


def test_no_two_pages_have_one_title(twins: Project) -> None:
    """So that tabs, bookmarks and results of other searches differ; headings are the titles."""
    heads = {
        path: loaded(text.split("---\n", 2)[1])
        for path, text in twins.files.items()
        if path.startswith("sources/") and path.endswith(".md") and text.startswith("---\n")
    }
    titles = {path: head["title"] for path, head in heads.items()}
    assert len(set(titles.values())) == len(titles) == 5
    assert {ref: titles[f"{ref}.md"] for ref in TOLD} == TOLD


def test_pages_tell_them_apart(twins: Project) -> None:
    """Lists, the page of a claim and its citations, and the documents' own pages."""
    plain = {path: text.replace("&#95;", "_") for path, text in twins.files.items()}
    for fact, ref in (("f-p0000001", LETTER), ("f-s0000001", OTHER)):
        assert TOLD[ref] in plain["sources/index.md"]
        assert f"<bdi>{TOLD[ref]}</bdi>" in plain[f"facts/{fact}.md"]
        title, _, mark = TOLD[ref].partition(" (")
        assert f"In: “{title}” ({mark}, line" in plain[f"facts/{fact}.md"]
        assert f"“{TOLD[ref]}.” " in plain[f"{ref}.md"]
        assert f"Called “{twins.atlas.name(ref)}” here." in plain[f"{ref}.md"]


FIELDS = ("TI  - ", "title = {{", '"title": "', '"title":"', '"name":"', '"name": "')
"""How the title begins in the record of a document, whose other fields tell it from others."""


def test_no_page_has_the_title_alone(twins: Project) -> None:
    """Wherever it stands, the mark is right behind it, but for the document's own citation."""
    seen = 0
    for path, text in twins.files.items():
        if not path.endswith((".md", ".atom", "facts.csv")):
            continue
        for found in re.finditer(re.escape(TITLE), unescape(text), re.IGNORECASE):
            before, after = found.string[: found.start()], found.string[found.end() :]
            cited = before.endswith(". “") and "Called “" in after[:400]
            assert after.startswith((" (", "” (")) or before.endswith(FIELDS) or cited, path
            seen += 1
    assert seen > 100


def test_exports_tell_them_apart(twins: Project) -> None:
    """Tables, bibliographies, linked data and feeds; the title itself stays as it is."""
    files = twins.files
    assert {one["ref"]: one["title"] for one in json.loads(files["data/sources.json"])}[OTHER] == (
        TITLE.lower()
    )
    names = {row["ref"]: row["short"] for row in rows(files["data/sources.csv"])}
    assert (names[LETTER], names[OTHER]) == ("Parish letter", "School essay")
    told = {row["source"]: row["document"] for row in rows(files["data/facts.csv"])}
    works = {one["id"]: one for one in json.loads(files["data/citations.csl.json"])}
    feed = feedparser.parse(files["data/facts.atom"]).entries
    via = {link.title for one in feed for link in one.links if link.rel == "via"}
    nodes = json.loads(files["data/facts.jsonld"])["@graph"]
    called = {one.get("identifier"): one.get("alternateName") for one in nodes}
    for ref, title in TOLD.items():
        assert told[ref] == title
        assert title in via
        assert called[ref] == names[ref]
        key = f"document-{ref.partition('/')[2]}"
        assert f"Called “{names[ref]}” here." in works[key]["note"]
        for ending in ("bib", "ris"):
            assert f"Called “{names[ref]}” here." in files[f"data/citations.{ending}"]


def test_the_search_and_the_book_tell_them_apart(twins: Project) -> None:
    """By what they show of a document."""
    shown = "".join(text for path, text in twins.files.items() if "search" in path)
    chapters = "".join(book(twins.atlas, twins.findings, "0" * 64, 1_700_000_000).values())
    for title in TOLD.values():
        assert title in shown
        assert title in chapters


def test_a_project_on_disk_has_no_problem(twins: Project) -> None:
    """Two documents of one title are nothing wrong."""
    assert Path(twins.root, "content", OTHER, "source.yaml").is_file()
    assert complaints(documents_are_told_apart, twins.atlas) == []
