"""A withdrawn fact: its page and data say what became of it, and nothing else still claims it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.load.entries import Entry
from generator.records import Withdrawn
from generator.site import files
from generator.strict_yaml.nodes import Scalar
from tests.project import Project

GONE = "f-0gane000"
PAGE = f"facts/{GONE}.md"


def withdrawn(**changed: Any) -> Entry[Withdrawn]:
    """A withdrawn fact of the notes from the mill."""
    record = {
        "id": "f-00000001",
        "statement": "[[people/ada-okoro]] took [[people/nobody|Voss]] along.",
        "quote": ["Edo Kuri"],
        "attributed_to": "self",
        "type": "event",
        "withdrawn_on": "1907-03-01",
        "reason": "It was a slip.",
    }
    made = Withdrawn.model_validate({**record, **changed})
    node = Scalar("", 1, 1)
    return Entry(
        made.id, made, "content/sources/mill-notes/withdrawn.yaml", node, "sources/mill-notes"
    )


def told(world: Project, entry: Entry[Withdrawn]) -> tuple[str, dict[str, Any]]:
    """The text of its page, and the data, in a project that has withdrawn it too."""
    lines = {**world.atlas.lines, entry.ref: 1}
    made = dict(files(replace(world.atlas, withdrawn={entry.ref: entry}, lines=lines)))
    (data,) = json.loads(made["data/withdrawn.json"])
    page = LexborHTMLParser(made[f"facts/{entry.ref}.md"].split("\n---\n", 1)[1]).text()
    return page, data


def test_nothing_else_has_it(world: Project) -> None:
    """No list, question, search or other data names it: only its page, its data, and what replaced it."""
    naming = {path for path, text in world.files.items() if GONE in text}
    assert naming == {PAGE, "data/withdrawn.json", "data/facts.atom", "facts/f-m0000002.md"}
    index = json.loads(world.files["data/index.json"])
    assert index["counts"]["facts"] == len(world.atlas.claims)
    assert {"data/withdrawn.json", "data/schemas/withdrawn.schema.json"} <= set(index["files"])


def test_its_page_says_what_became_of_it(world: Project) -> None:
    """The day, the reason, what replaced it and what it said; search engines are to leave it out."""
    text = world.files[PAGE]
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    assert "robots: noindex" in front.splitlines()
    page = LexborHTMLParser(body)
    notice = page.css_first(".withdrawn")
    assert notice is not None
    for words in (
        "This record was withdrawn on 12 November 1906.",
        "Reason: The record had it the wrong way round: in the notes she denies it.",
        "It was replaced by this record: Miss Okoro denied that the guild had taken the bell.",
    ):
        assert words in notice.text()
    assert "What the record said" in body
    assert "Recorded on 1 June 1905. Withdrawn on 12 November 1906." in body
    others = [path for path, text in world.files.items() if "\nrobots: noindex\n" in text]
    assert others == [PAGE]


@pytest.mark.parametrize(
    ("changed", "page", "data"),
    [
        ({}, "No other record replaced it.", {"replaced_by": None, "published": None}),
        ({}, "Ada Okoro took Voss along.", {"statement": "Ada Okoro took Voss along."}),
        (
            {},
            "Mill notes",
            {"attributed_to": [{"ref": "sources/mill-notes", "words": "Mill notes"}]},
        ),
        (
            {"attributed_to": "people/nobody", "attributed_as": "Hanna Voss said"},
            "Hanna Voss said",
            {"attributed_to": [{"ref": None, "words": "Hanna Voss said"}]},
        ),
        (
            {"attributed_to": "the [[miller]]", "attributed_as": "the miller"},
            "the miller",
            {"attributed_to": [{"ref": None, "words": "the miller"}]},
        ),
        (
            {"replaced_by": "f-00000001"},
            "by this record: f-00000001",
            {"replaced_by": "f-00000001"},
        ),
    ],
)
def test_what_it_names_may_be_gone(
    world: Project, changed: dict[str, Any], page: str, data: dict[str, Any]
) -> None:
    """It is shown in words; only what is there has a link."""
    text, found = told(world, withdrawn(**changed))
    assert page in text
    assert {name: found[name] for name in data} == data


def test_each_page_has_its_history(world: Project) -> None:
    """By the ledger: first recorded, each change, and what it replaced."""
    for fact, words in {
        "f-p000000a": "<p>Recorded on 2 March 1907.</p>",
        "f-p0000001": "<p>Recorded on 1 May 1906.</p>",
        "f-p0000003": "<p>Recorded on 1 June 1905. Changed on 1 May 1906.</p>",
        "f-m0000002": "<p>Recorded on 1 May 1906. Changed on 2 March 1907. It replaced ",
    }.items():
        assert words in world.files[f"facts/{fact}.md"]
