"""Dates in the data: what a document states and what is concluded are told apart in every form."""

from __future__ import annotations

from typing import Any

import pytest

from generator.data.bibliography import csl
from generator.data.columns import FACTS, OF_FACTS, FactRow
from generator.data.from_atlas import source_data
from generator.data.from_claims import fact_data
from generator.data.linked_claims import claim_node
from generator.data.linked_data import LinkedNames
from generator.data.search_filters import marks
from generator.data.source_columns import SOURCES
from generator.data.works import claim_work, document_work, in_words
from generator.findings.findings import find_out
from generator.markup.writer import Desk
from tests.dated import OUTSIDE, WRITTEN, dated
from tests.made_up import claim, made_up

BY: dict[str, Any] = {"after": ["b"], "evidence": [OUTSIDE]}
"""What a concluded date rests on."""
YEARLESS = {"when": "XXXX-11-28", **dated(when="2015-11-28", **BY)}
SAID = {
    "attributed_to": "a guard",
    "said_on": "XXXX-11",
    "said_as_stated": "in November",
    **dated(said_on="2015-11", **BY),
}
LINK = {
    "who": "a clerk",
    "said_on": "XXXX-12-11",
    "said_as_stated": "in December",
    **dated(said_on="2015-12-11", **BY),
}


def _atlas(fields: dict[str, Any]) -> Any:
    facts = {"report/a": fields, "report/b": {"when": "2014"}}
    return made_up(facts, documents={"report": {"dates": [WRITTEN]}})


KINDS = [
    ({"when": "2014"}, "2014", None, None),
    (YEARLESS, "XXXX-11-28", "2015-11-28", "dated"),
    ({"present": True}, None, "[2015-12-15..2015-12-31]", "present"),
    ({}, None, "[..2015-12]", "by-document"),
]
"""Fields of a fact; its stated date; the concluded one, and how that is known."""


@pytest.mark.parametrize(("fields", "stated", "concluded", "known"), KINDS)
def test_the_data_has_both_dates(
    fields: dict[str, Any], stated: str | None, concluded: str | None, known: str | None
) -> None:
    """As JSON, as a table, as linked data and for bibliographies."""
    atlas = _atlas(fields)
    desk, told = Desk(atlas, find_out(atlas), "index.md"), claim(atlas, "a")
    data = fact_data(told, atlas)
    found = data.when_concluded
    assert (data.when, found and found.date, found and found.known) == (stated, concluded, known)
    words = in_words(desk, told)
    row = FactRow(data, words, atlas.seen(told))
    cells = {name: cell(row) for name, cell in FACTS.columns}
    assert (cells["when"], cells["when_concluded"], cells["when_known"]) == (
        stated,
        concluded,
        known,
    )
    node: Any = claim_node(data, words.says, words.when, LinkedNames(atlas, "data/facts.jsonld"))
    assert node.get("when") == stated
    dates = [one for one in node.get("concluded", []) if one["field"] == "when"]
    assert [(one["dateOf"], one["known"]) for one in dates] == (
        [(concluded, known)] if concluded else []
    )
    custom = csl(claim_work(desk, words)).get("custom", {})
    assert custom == {
        key: date for key, date in (("when", stated), ("when_concluded", concluded)) if date
    }


def test_a_concluded_date_takes_its_grounds_with_it() -> None:
    """The reason, the claims and the texts that show it."""
    atlas = _atlas(YEARLESS)
    desk, told = Desk(atlas, find_out(atlas), "index.md"), claim(atlas, "a")
    data, words = fact_data(told, atlas), in_words(desk, told)
    row = FactRow(data, words, atlas.seen(told))
    cells = {name: cell(row) for name, cell in FACTS.columns}
    assert cells["dated_because"] == "so it seems"
    assert cells["dated_by"] == ["f-0000000b", "https://a.example/"]
    names = LinkedNames(atlas, "data/facts.jsonld")
    linked: Any = claim_node(data, words.says, words.when, names)
    (node,) = linked["concluded"]
    assert node["because"] == "so it seems"
    assert node["restsOn"] == [names.fact("f-0000000b")]
    assert node["evidence"][0]["url"] == "https://a.example/"


def test_each_speaker_has_the_day_of_its_own_saying() -> None:
    """The claimant, and whoever passed it on."""
    atlas = _atlas({**SAID, "via": [LINK]})
    data = fact_data(claim(atlas, "a"), atlas)
    speakers = next(table for table in OF_FACTS if table.name == "speakers")
    rows = [{name: cell(row) for name, cell in speakers.columns} for row in speakers.rows(data)]
    assert [(row["words"], row["said_on"], row["said_on_concluded"]) for row in rows] == [
        ("a guard", "XXXX-11", "2015-11"),
        ("a clerk", "XXXX-12-11", "2015-12-11"),
    ]
    node: Any = claim_node(data, "", "", LinkedNames(atlas, "data/facts.jsonld"))
    assert (node["saidOn"], node["saidAsStated"]) == ("XXXX-11", "in November")
    assert node["passedOn"][0]["saidOn"] == "XXXX-12-11"
    assert node["passedOn"][0]["saidAsStated"] == "in December"
    assert node["passedOn"][0]["concluded"][0]["dateOf"] == "2015-12-11"


@pytest.mark.parametrize("mark", ["about", "estimated"])
def test_no_amount_is_made_firmer(mark: str) -> None:
    """What makes it less than exact goes with it, into tables and linked data."""
    fields = {"as_stated": "12 men", "number": 12, "unit": "person", mark: True}
    atlas = made_up({"report/a": {"figures": [fields]}})
    data = fact_data(claim(atlas, "a"), atlas)
    figures = next(table for table in OF_FACTS if table.name == "figures")
    (row,) = ({name: cell(row) for name, cell in figures.columns} for row in figures.rows(data))
    assert row[mark] is True
    node: Any = claim_node(data, "", "", LinkedNames(atlas, "data/facts.jsonld"))
    assert node["figures"][0]["approximate" if mark == "about" else mark] is True


def test_the_dates_of_a_document_are_told_apart() -> None:
    """In its table, and in the bibliographies."""
    published = {"of": "published", "date": "2016-01", "as_stated": "January"}
    atlas = made_up({"report/a": {}}, documents={"report": {"dates": [WRITTEN, published]}})
    document = atlas.documents["sources/report"]
    cells = {name: cell(source_data(document, atlas)) for name, cell in SOURCES.columns}
    assert (cells["written"], cells["written_concluded"]) == ([], ["[2015-12-15..2015-12-31]"])
    assert (cells["published"], cells["published_concluded"]) == (["2016-01"], [])
    work = document_work(Desk(atlas, find_out(atlas), "index.md"), "sources/report")
    assert csl(work)["custom"] == {
        "written_concluded": "[2015-12-15..2015-12-31]",
        "published": "2016-01",
    }


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({"when": "2013/2014"}, "2013 2014"),
        (YEARLESS, "2015 2015"),
        (SAID, "2015 2015"),
        ({"present": True}, "2015 2015"),
        (dated(when="[..2014]", **BY), " 2014"),
        ({}, " "),
        ({"modality": "predicted"}, " "),
        ({"when": "XXXX-03"}, " "),
    ],
)
def test_the_search_finds_a_claim_by_its_concluded_year(fields: dict[str, Any], years: str) -> None:
    """And by when it was said; what only its document dates is of no one year."""
    atlas = _atlas(fields)
    desk, told = Desk(atlas, find_out(atlas), "index.md"), claim(atlas, "a")
    places = {one.key: 0 for one in told.claimants}
    assert str(marks(desk, told, places)).split(" ")[1:3] == years.split(" ")
