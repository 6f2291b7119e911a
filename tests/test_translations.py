"""A translation is shown beside the original, with who made it, wherever the original is."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.atlas.atlas import Atlas
from generator.book.package import book
from generator.data.search_index import search_files
from generator.findings.findings import find_out
from generator.rules.edges import negations_are_kept
from generator.rules.translations import translations_stand_beside_the_original
from generator.site import files
from tests.made_up import complaints, fact_id, made_up
from tests.project import wording
from tests.readers import answers

TEXT = "صنف زنگ را گرفت و رفت. The guild took the bell and left."
ORIGINAL = "صنف زنگ را گرفت و رفت."
OURS = {"text": "The guild took the bell and went away.", "by": "us"}


def told(translation: Mapping[str, Any] | None, language: str = "fa", **fields: Any) -> Atlas:
    """A fact with a quote in another language, and its translation."""
    quote = {"exact": ORIGINAL, **({"translation": translation} if translation else {})}
    fact = {"quote": quote, "statement": "The guild took the bell.", **fields}
    return made_up(
        {"report/a": fact},
        documents={"report": {"language": language}},
        texts={"report": TEXT},
    )


@pytest.mark.parametrize(
    ("translation", "language", "wrong"),
    [
        (OURS, "fa", False),
        ({**OURS, "by": "machine"}, "fa", False),
        ({**OURS, "by": "Ada Okoro"}, "fa", False),
        ({**OURS, "language": "de"}, "fa", False),
        ({"text": "The guild took the bell and left.", "by": "document"}, "fa", False),
        (None, "en", False),
        # The document is in that language; it has no such translation; nothing is translated.
        (OURS, "en", True),
        ({**OURS, "language": "fa"}, "fa", True),
        ({**OURS, "by": "document"}, "fa", True),
        ({"text": ORIGINAL, "by": "us"}, "fa", True),
    ],
)
def test_what_may_be_a_translation(
    translation: Mapping[str, Any] | None, language: str, wrong: bool
) -> None:
    """Words in another language than the document's, from whoever is said to have made them."""
    found = complaints(translations_stand_beside_the_original, told(translation, language))
    assert found == (["report/a quote translation: translation"] if wrong else [])


def test_the_words_that_credit_have_no_translation() -> None:
    """Readers would not see it."""
    credit = {"exact": ORIGINAL, "translation": OURS}
    atlas = told(None, attributed_to="the carter", attributed_as=credit)
    assert complaints(translations_stand_beside_the_original, atlas) == [
        "report/a attributed_as translation: translation"
    ]


def test_the_statement_follows_the_original() -> None:
    """A denial that only the translation has does not count."""
    atlas = told({"text": "The guild did not take the bell.", "by": "machine"})
    assert complaints(negations_are_kept, atlas) == []
    denied = told(OURS, statement="The guild did not take the bell.")
    assert complaints(negations_are_kept, denied) == ["report/a statement: negation"]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """A fact whose quote and context are translated, and one in the language of the site."""
    context = {
        "exact": "زنگ را",
        "translation": {"text": "le clocher", "by": "B & C", "language": "fr"},
    }
    facts: dict[str, dict[str, Any]] = {
        "report/a": {
            "quote": {"exact": ORIGINAL, "translation": OURS},
            "context": context,
            "statement": "The guild took the bell.",
        },
        "notes/b": {"quote": "The guild left.", "statement": "The guild left."},
    }
    return made_up(facts, documents={"report": {"language": "fa"}}, texts={"report": f"{ORIGINAL}"})


@pytest.fixture(scope="module")
def made(atlas: Atlas) -> dict[str, str]:
    """Every file of the site."""
    return dict(files(atlas))


def test_readers_see_both(made: dict[str, str]) -> None:
    """Each with its language and the way it runs, and with who translated it."""
    page = LexborHTMLParser(made[f"facts/{fact_id('a')}.md"])
    originals = [node.attributes for node in page.css("blockquote.quote > p")]
    assert originals == [{"lang": "fa", "dir": "rtl"}] * 2
    first, second = page.css("p.translation")
    quoted = [node.css_first("q") for node in (first, second)]
    assert [node.text() for node in quoted if node] == [OURS["text"], "le clocher"]
    assert [node.attributes for node in quoted if node] == [
        {"lang": "en", "dir": "ltr"},
        {"lang": "fr", "dir": "ltr"},
    ]
    by = wording().claim.translated
    says = [node.css_first(".hint").text() for node in (first, second)]  # type: ignore[union-attr]
    assert says == [by.known["us"], by.by.replace("{who}", "B & C")]
    other = LexborHTMLParser(made[f"facts/{fact_id('b')}.md"])
    assert [node.attributes for node in other.css("blockquote.quote > p")] == [{"dir": "auto"}]
    assert other.css("p.translation") == []


def test_the_book_has_both(atlas: Atlas) -> None:
    """As the pages do."""
    text = "".join(book(atlas, find_out(atlas), "0" * 64, 1_700_000_000).values())
    assert 'lang="fa" dir="rtl"' in text
    assert OURS["text"] in text
    assert wording().claim.translated.known["us"] in text


def test_the_data_has_both(made: dict[str, str]) -> None:
    """JSON, CSV and linked data, beside the passage; bibliographies and feeds after it."""
    fact = next(one for one in json.loads(made["data/facts.json"]) if one["id"] == fact_id("a"))
    (quote,) = fact["quotes"]
    assert quote["exact"] == ORIGINAL
    assert quote["translation"] == {**OURS, "language": "en"}
    assert fact["context"][0]["translation"]["by"] == "B & C"
    rows = [*csv.DictReader(io.StringIO(made["data/passages.csv"].removeprefix("\ufeff")))]
    row = next(one for one in rows if one["fact"] == fact_id("a") and one["role"] == "quote")
    assert (row["translation"], row["translation_language"], row["translated_by"]) == (
        OURS["text"],
        "en",
        "us",
    )
    linked = made[f"facts/{fact_id('a')}.md"]
    assert (
        f'"workTranslation":{{"@type":["Quotation","prov:Entity"],"text":"{OURS["text"]}"' in linked
    )
    by = wording().claim.translated.known["us"]
    for name in ("citations.bib", "citations.ris", "citations.csl.json"):
        assert f"“{OURS['text']}”, {by}" in made[f"data/{name}"]


def test_the_search_finds_both(atlas: Atlas, tmp_path: Path) -> None:
    """By a word that only the one or the other has."""
    asked = ["زنگ گرفت", "went away"]
    found = answers(search_files(atlas, find_out(atlas)), tmp_path, asked)
    assert [one["found"][0][0] for one in found] == [fact_id("a")] * 2
