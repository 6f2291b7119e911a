"""Who made a document, and what it appeared in: as bibliographies and their programs want it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from generator.config.vocabulary import Form
from generator.data.bibliography import bibtex, csl, head_fields, ris
from generator.data.citing import cite_document
from generator.data.creators import CreatorName
from generator.data.works import PAGE, Work, document_work
from generator.findings.findings import find_out
from generator.markup.writer import Desk
from generator.records.creators import Creator
from generator.records.sources import Source
from generator.rules.sources import sources_are_whole
from tests.made_up import MadeUp, complaints, made_up
from tests.project import Project

BEETHOVEN = CreatorName("Ludwig van Beethoven", "van Beethoven", "Ludwig")
JOURNAL = Form(bibtex="article", ris="JOUR", csl="article-journal")
BOOK = Form(bibtex="book", ris="BOOK", csl="book")


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({"who": "The Wend Guild"}, "The Wend Guild"),
        ({"who": "people/ada"}, "people/ada"),
        ({"family": "Okoro", "given": "Ada"}, "Ada Okoro"),
        ({"family": "Plato"}, "Plato"),
        ({"who": "people/ada", "family": "Okoro", "given": "Ada"}, "people/ada"),
    ],
)
def test_somebody_is_named(fields: dict[str, str], stated: str) -> None:
    """By a reference, by a whole name, or by its parts."""
    assert Creator(**fields).stated == stated


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "nobody is named"),
        ({"given": "Ada"}, "add `family`"),
        ({"who": "people/ada", "given": "Ada"}, "add `family`"),
        ({"who": "Ada Okoro", "family": "Okoro"}, "must be a reference"),
    ],
)
def test_somebody_is_named_once(fields: dict[str, str], why: str) -> None:
    """A part of a name needs the family name, and a whole name needs no parts."""
    with pytest.raises(ValidationError, match=why):
        Creator(**fields)


@pytest.mark.parametrize(
    ("name", "in_bibtex", "in_ris", "in_csl"),
    [
        (CreatorName("The Wend Guild"), "{The Wend Guild}", "The Wend Guild", {"literal": "The Wend Guild"}),
        (CreatorName("Wend Press, Inc."), "{Wend Press, Inc.}", "Wend Press Inc.", {"literal": "Wend Press, Inc."}),
        (BEETHOVEN, "van Beethoven, Ludwig", "van Beethoven, Ludwig", {"family": "van Beethoven", "given": "Ludwig"}),
        (CreatorName("Plato", "Plato"), "{Plato}", "Plato", {"family": "Plato"}),
        (CreatorName("", "King, Jr.", "Martin"), "{King, Jr.}, Martin", "King, Martin, Jr.", {"family": "King, Jr.", "given": "Martin"}),
        (CreatorName("", "Sand and Son", "A & B"), "{Sand and Son}, A \\& B", "Sand and Son, A & B", {"family": "Sand and Son", "given": "A & B"}),
        (CreatorName("", "Anderson", "Andy"), "Anderson, Andy", "Anderson, Andy", {"family": "Anderson", "given": "Andy"}),
    ],
)  # fmt: skip
def test_a_name_in_each_form(
    name: CreatorName, in_bibtex: str, in_ris: str, in_csl: dict[str, str]
) -> None:
    """A person by family and given name, and anybody else whole."""
    work = Work("a", PAGE, "T", authors=(name,), editors=(name,), translators=(name, name))
    for field in ("author", "editor"):
        assert f"  {field} = {{{in_bibtex}}},\n" in bibtex(work)
        assert csl(work)[field] == [in_csl]
    assert f"  translator = {{{in_bibtex} and {in_bibtex}}},\n" in bibtex(work)
    assert csl(work)["translator"] == [in_csl, in_csl]
    head = next(value for field, value in head_fields(work) if field == "citation_author")
    assert head == (name.inverted if name.family else in_ris)
    lines = ris(work).splitlines()
    assert [one for one in lines if one.endswith(in_ris)] == [
        f"{tag}  - {in_ris}" for tag in ("AU", "ED", "A4", "A4")
    ]


@pytest.mark.parametrize(
    ("form", "pages", "number", "in_bibtex", "in_ris"),
    [
        (JOURNAL, "3-14", "", {"journal": "J", "pages": "3--14"}, ["T2  - J", "SP  - 3", "EP  - 14"]),
        (JOURNAL, "3–14", "", {"journal": "J", "pages": "3--14"}, ["T2  - J", "SP  - 3", "EP  - 14"]),
        (JOURNAL, "3", "20", {"journal": "J", "pages": "3", "pagetotal": "20"}, ["T2  - J", "SP  - 3"]),
        (JOURNAL, "", "20", {"journal": "J", "pagetotal": "20"}, ["T2  - J"]),
        (BOOK, "", "240", {"howpublished": "J", "pagetotal": "240"}, ["T2  - J", "SP  - 240"]),
        (Form(bibtex="incollection"), "", "", {"booktitle": "J"}, ["T2  - J"]),
    ],
)  # fmt: skip
def test_what_a_work_appeared_in(
    form: Form, pages: str, number: str, in_bibtex: dict[str, str], in_ris: list[str]
) -> None:
    """Its title and the pages there; how many pages a work has is another matter."""
    work = Work("a", form, "T", container="J", pages=pages, number_of_pages=number)
    fields = dict(line[2:-2].split(" = {") for line in bibtex(work).splitlines()[1:-1])
    assert {key: one for key, one in fields.items() if key != "title"} == in_bibtex
    assert [one for one in ris(work).splitlines() if one[:2] in ("T2", "SP", "EP")] == in_ris
    item = csl(work)
    assert (item.get("page", ""), item.get("number-of-pages", "")) == (pages, number)


def test_a_document_is_cited_with_all_who_made_it() -> None:
    """In the sentence, the family name comes first; a reference is named by its record."""
    documents: Mapping[str, MadeUp] = {
        "report": {
            "authors": [{"who": "people/ada", "family": "Okoro", "given": "Ada"}, "The clerks"],
            "editors": [{"family": "Hale", "given": "Ines"}],
            "translators": ["units/press"],
            "publisher": "units/press",
            "container": {"title": "The Courier", "volume": 2, "issue": 14, "pages": "3-4"},
            "number_of_pages": 2,
        },
        "letter": {"container": "The Courier"},
    }
    atlas = made_up(
        {"report/a": {}, "letter/b": {}},
        documents=documents,
        entities={"people/ada": {}, "units/press": {}},
    )
    assert complaints(sources_are_whole, atlas) == []
    desk = Desk(atlas, find_out(atlas), "sources/report.md")
    assert cite_document(desk, "sources/report").sentence.startswith(
        "Okoro, Ada; The clerks. “Report”. Article. Edited by Hale, Ines. Translated by Press. "
        "The Courier, vol. 2, no. 14, pp. 3–4. Press. "
    )
    assert cite_document(desk, "sources/letter").sentence.startswith(
        "“Letter”. Article. The Courier. "
    )
    work = document_work(desk, "sources/report")
    assert (work.volume, work.issue, work.pages, work.number_of_pages) == ("2", "14", "3-4", "2")


def test_a_creator_is_known() -> None:
    """A reference leads somewhere, in each role."""
    for role in ("authors", "editors", "translators"):
        documents: Mapping[str, MadeUp] = {"report": {role: [{"who": "people/no", "family": "No"}]}}
        assert complaints(sources_are_whole, made_up({"report/a": {}}, documents=documents)) == [
            f"sources/report {role} 0 who: known-reference"
        ]


def test_creators_as_linked_data(world: Project) -> None:
    """A person has a family and a given name; what a document appeared in has its own node."""
    nodes = json.loads(world.files["data/facts.jsonld"])["@graph"]
    found = {one.get("identifier"): one for one in nodes}
    (author,) = found["sources/mill-notes"]["author"]
    assert (author["@type"], author["name"]) == ("Person", "Tomas Reed")
    assert (author["familyName"], author["givenName"]) == ("Reed", "Tomas")
    letter = found["sources/parish-letter"]
    translator, _ = letter["translator"]
    assert translator == {
        "@type": ["Person", "prov:Agent"],
        "name": "Ines van der Hale",
        "familyName": "van der Hale",
        "givenName": "Ines",
    }
    assert letter["editor"][0]["name"] == "Wend Courier"
    assert letter["isPartOf"] == {
        "@type": "CreativeWork",
        "name": "The Wend Courier",
        "volumeNumber": "2",
        "issueNumber": "14",
    }
    assert letter["pagination"] == "3-4"
    assert found["sources/toll-book"]["numberOfPages"] == 3


def test_whose_words_a_document_has() -> None:
    """Those of its authors and its publisher, and not of its editors and translators."""
    record = Source.model_validate(
        {
            "title": "T",
            "short": "T",
            "letter": "T",
            "kind": "article",
            "language": "en",
            "seed": "t.txt",
            "text": {"state": "whole"},
            "publisher": "units/press",
            "authors": ["people/ada", {"family": "Hale"}],
            "editors": ["people/edo"],
        }
    )
    assert record.makers == {"people/ada", "Hale", "units/press"}
