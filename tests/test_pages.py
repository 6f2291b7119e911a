"""Pages and data say the same, and pages lead to one another both ways."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.build import check
from generator.site_pages import files
from tests.project import ROOT


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """Every file that the real project's build writes."""
    checked = check(ROOT)
    assert checked.atlas is not None
    return files(checked.atlas)


@pytest.fixture(scope="module")
def facts(written: dict[str, str]) -> list[dict[str, Any]]:
    """The published claims."""
    found: list[dict[str, Any]] = json.loads(written["data/facts.json"])
    return found


def _page(written: dict[str, str], path: str) -> LexborHTMLParser:
    return LexborHTMLParser(written[path.replace(".html", ".md")])


def _claims(page: LexborHTMLParser) -> set[str]:
    return {str(one.attributes["id"]) for one in page.css("li.claim")}


def _leads_to(page: LexborHTMLParser) -> set[str]:
    return {str(one.attributes.get("href")).rpartition("/")[2] for one in page.css("a[href]")}


def test_an_entity_has_each_claim_that_mentions_it(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """The claims on its page, and on those that it is split over, are those that mention it.

    They lead back to it.
    """
    for entity in json.loads(written["data/entities.json"]):
        mentioning = {one["id"]: one for one in facts if entity["ref"] in one["mentions"]}
        parts = [path for path in written if path.startswith(f"{entity['ref']}/")]
        pages = [entity["url"], *parts]
        claims = set[str]().union(*(_claims(_page(written, one)) for one in pages))
        assert claims == set(mentioning), entity["ref"]
        for fact in mentioning.values():
            back = _leads_to(_page(written, fact["url"]))
            assert entity["url"].rpartition("/")[2] in back, fact["id"]


def test_a_question_has_each_answer_and_each_pair(written: dict[str, str]) -> None:
    """The table has a row for each answer, and one for each pair with its reason."""
    for question in json.loads(written["data/questions.json"]):
        page = _page(written, question["url"])
        rows = page.css("table.answers tbody tr")
        assert len(rows) == len(question["answers"]), question["ref"]
        anchors = {row.attributes.get("id") for row in rows} - {None}
        assert anchors == {one["fact"] for one in question["answers"]}
        reasons = [row.css("td")[-1].text().strip() for row in page.css("table.pairs tbody tr")]
        assert sorted(reasons) == sorted(pair["why"] for pair in question["pairs"])
        for one in question["answers"]:
            fact = _page(written, f"facts/{one['fact']}.html")
            assert question["url"].rpartition("/")[2] in _leads_to(fact)


def test_a_document_has_its_claims_in_its_order(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """The page of a document has its claims, in the order in which their quotations stand."""
    for source in json.loads(written["data/sources.json"]):
        page = _page(written, source["url"])
        shown = [str(one.attributes["id"]).removeprefix("at-") for one in page.css("li.claim")]
        places = {
            one["id"]: one["quotes"][0]["start"] for one in facts if one["source"] == source["ref"]
        }
        assert set(shown) == set(places)
        assert [places[one] for one in shown] == sorted(places.values())


def test_every_claimant_is_in_the_index(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """Whoever says something stands in the list of who says what, with each claim."""
    linked = re.findall(r"facts/(f-\w{8})\.html", written["claimants/index.md"])
    assert sorted(linked) == sorted(
        fact["id"] for fact in facts for key in {str(one) for one in fact["attributed_to"]}
    )
