"""Former references: no record has them, messages explain them, and they lead to the present page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from generator.publish.audit.audit import audit_alone
from generator.rules.former_names import former_references_are_free
from generator.rules.references import references_are_known
from generator.site import files
from tests.made_up import MadeUp, complaints, made_up
from tests.project import Project, lay_out

NOW = ("people/ada", "people/edo", "units/mill", "topics/bell")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"people/ada": ["people/adah", "units/adas"], "people/edo": ["topics/edo"]}, []),
        ({"people/ada": ["people/edo"]}, ["people/ada formerly 0"]),
        ({"people/ada": ["people/ada"]}, ["people/ada formerly 0"]),
        ({"people/ada": ["people/x"], "people/edo": ["people/x"]}, ["people/edo formerly 0"]),
        ({"people/ada": ["people/x", "people/x"]}, ["people/ada formerly 1"]),
        ({"people/ada": ["questions/x"]}, ["people/ada formerly 0"]),
        ({"questions/who": ["topics/x"]}, ["questions/who formerly 0"]),
        ({"questions/who": ["questions/whom"]}, []),
        ({"sources/report": ["people/x"]}, ["sources/report formerly 0"]),
        ({"sources/report": ["sources/reports"]}, []),
    ],
)
def test_a_former_reference_is_free(given: dict[str, list[str]], found: list[str]) -> None:
    """No record has it now, only one record had it, and that one is of the same kind."""
    fields: dict[str, MadeUp] = {ref: {"formerly": former} for ref, former in given.items()}
    atlas = made_up(
        {"report/a": {}},
        entities={ref: fields.get(ref, {}) for ref in NOW},
        questions={
            "who": {
                "title": "Who?",
                "choices": {"a": "A"},
                **fields.get("questions/who", {}),
            }
        },
        documents={"report": fields.get("sources/report", {})},
    )
    told = complaints(former_references_are_free, atlas)
    assert told == [f"{one}: former-reference" for one in found]


def test_a_former_reference_is_said_to_be_another_now() -> None:
    """The message to a record that still uses it gives the present one."""
    atlas = made_up(
        {"report/a": {"topics": ["topics/bel"]}},
        entities={"topics/bell": {"formerly": ["topics/bel"]}},
    )
    (problem,) = references_are_known(atlas)
    assert problem.message == "topics/bel is now topics/bell; write topics/bell"


def test_a_former_page_leads_to_the_present_one(tmp_path: Path) -> None:
    """By itself and by a plain link; search engines and our own search do not list it."""
    root = lay_out(tmp_path / "project")
    for path, line in (
        ("people/ada-okoro.yaml", "people/ada"),
        ("topics/bell.yaml", "people/bell"),
    ):
        file = root / "content" / path
        file.write_text(f"{file.read_text('utf-8')}formerly:\n  - {line}\n", encoding="utf-8")
    made = dict(files(Project(root).atlas))
    page = LexborHTMLParser(made["people/bell.html"])
    told = [node.attributes for node in page.css("head meta, head link, main a")]
    assert {"name": "robots", "content": "noindex"} in told
    assert {"http-equiv": "refresh", "content": "0; url=../topics/bell.html"} in told
    assert {"href": "../topics/bell.html"} in told
    (canonical,) = (one["href"] for one in told if one.get("rel") == "canonical")
    assert (canonical or "").endswith("topics/bell.html")
    moved = {path: text for path, text in made.items() if path.endswith(".html")}
    assert {
        "people/ada.html",
        "questions/how-many.html",
        "sources/notes-of-the-mill.html",
    } < moved.keys()
    entities = {one["ref"]: one["formerly"] for one in json.loads(made["data/entities.json"])}
    assert (entities["people/ada-okoro"], entities["people/edo-kuri"]) == (["people/ada"], [])
    named = [path for path, text in made.items() if "people/bell" in text and "data/" not in path]
    assert named == ["topics/bell.json"]
    for path, text in {**moved, **{one.removesuffix(".md") + ".html": "" for one in made}}.items():
        place = tmp_path / "site" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    assert audit_alone(tmp_path / "site") == []


@pytest.mark.parametrize("reader", ["page", "still_page"])
def test_a_former_address_opens_the_present_page_from_disk(
    reader: str, village: Path, request: pytest.FixtureRequest
) -> None:
    """In a browser, with scripts and without."""
    opened: Page = request.getfixturevalue(reader)
    opened.goto((village / "site/units/guild.html").as_uri())
    opened.wait_for_url("**/units/wend-guild.html")
    assert opened.locator("h1").inner_text() == "Wend Guild"


def test_the_site_lists_no_former_page(village: Path) -> None:
    """Neither in its search nor for search engines; the page itself asks for nothing."""
    site = village / "site"
    assert (site / "questions/how-many.html").read_text("utf-8").count("src=") == 0
    listed = [*site.rglob("sitemap.xml"), *(site / "search").rglob("*.js")]
    assert len(listed) > 1
    assert [path for path in listed if "units/guild" in path.read_text("utf-8")] == []
