"""A citation is whole sentences, each with one mark at its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.check import check
from generator.data.citing import cite_claim, cite_document, cite_page, page_pattern
from generator.data.works import claim_work, in_words, page_work
from generator.findings.findings import find_out
from generator.markup.escaping import filled_sentences, is_ended
from generator.markup.writer import Desk
from tests.project import lay_out


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk in the fictional project."""
    atlas = check(lay_out(tmp_path_factory.mktemp("citing") / "project")).atlas
    assert atlas is not None
    return Desk(atlas, find_out(atlas), "people/ada-okoro.md")


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("The bell", "“The bell.” 1903."),
        ("Who took the bell?", "“Who took the bell?” 1903."),
        ("Stop thief!", "“Stop thief!” 1903."),
        ("The guild left.", "“The guild left.” 1903."),
        ("Reed asked “Why?”", "“Reed asked “Why?”” 1903."),
        ("The bell (a history)", "“The bell (a history).” 1903."),
    ],
)
def test_a_sentence_ends_once(title: str, cited: str) -> None:
    """A text that ends in a punctuation mark gets no full stop; any other text gets one."""
    assert filled_sentences("“{title}.” {year}.", title=title, year="1903") == cited


def test_a_question_is_cited_with_its_own_mark(desk: Desk) -> None:
    """The title of a page is in quotation marks, and its own mark is enough."""
    assert (
        "“Who took the bell?” " in cite_page(desk, page_work(desk, "Who took the bell?")).sentence
    )
    assert "“Ada Okoro.” " in cite_page(desk, page_work(desk, "Ada Okoro")).sentence
    assert "“{title}.” " in page_pattern(desk.atlas.config)


def test_a_page_of_a_site_without_an_address_is_called_a_page(desk: Desk) -> None:
    """A bare path at the end of a citation would look like a broken address."""
    config = desk.atlas.config
    assert page_pattern(config).endswith(". {address}")
    site = config.site.model_copy(update={"address": None})
    nowhere = config.model_copy(update={"site": site})
    assert page_pattern(nowhere).endswith(", page {address}")


def test_a_claim_is_cited_with_its_own_mark(desk: Desk) -> None:
    """A statement ends once in the citation, and a speaker once in the note."""
    for claim in desk.atlas.claims.values():
        said = replace(in_words(desk, claim), says="Reed Bros.")
        assert (
            f"“{claim.words}” Reed Bros. In: “"
            in cite_claim(desk, said, claim_work(desk, said)).sentence
        )
        assert is_ended(claim.words)
        assert f"Claim {claim.id}. Reed Bros. When: " in claim_work(desk, said).note


def test_a_document_is_cited_with_its_own_mark(desk: Desk) -> None:
    """The title of a document ends once."""
    ref, document = next(iter(desk.atlas.documents.items()))
    record = document.record.model_copy(update={"title": "Who took the bell?"})
    asked = replace(document, entry=replace(document.entry, record=record))
    atlas = replace(desk.atlas, documents={**desk.atlas.documents, ref: asked})
    sentence = cite_document(replace(desk, atlas=atlas), ref).sentence
    assert "“Who took the bell?” " in sentence
    assert "?”." not in sentence
