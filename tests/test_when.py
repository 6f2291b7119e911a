"""The dates of claims: where a claim belongs in time, and how a reader is told so."""

from __future__ import annotations

from typing import Any

import pytest

from generator.findings.findings import find_out
from generator.findings.placing import placed
from generator.markup.dating import dating, document_date
from generator.markup.escaping import text_of
from generator.markup.when import relayed_on, said_on, when
from generator.markup.writer import Desk
from tests.dated import OUTSIDE, WRITTEN, dated
from tests.made_up import claim, made_up, real_config

YEARLESS, YEAR = {"when": "XXXX-12-15"}, {"when": "2015-12-15"}
SAID: dict[str, Any] = {"attributed_to": "a guard", "said_on": "2012"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"when": "2015-12-15"}, "15 December 2015"),
        ({**YEARLESS, **dated(**YEAR)}, "15 December [2015]"),
        (
            {**YEARLESS, "when_as_stated": "that day", **dated(**YEAR)},
            "15 December [2015] (“that day”)",
        ),
        (dated(when="[2015-11-01..2015-12-11]"), "[between 1 November and 11"),
        ({"present": True}, "[December 2015]"),
        ({}, "[by December 2015]"),
        ({"when_as_stated": "then"}, "“then” [by December 2015]"),
        (SAID, "said in 2012"),
        ({**SAID, "when_as_stated": "in those days"}, "“in those days”, said in 2012"),
        (
            {"attributed_to": "a guard", "said_on": "XXXX-12", **dated(said_on=2015)},
            "said in [2015]",
        ),
        (
            {"attributed_to": "a guard", "modality": "announced"},
            "said [by December 2015]",
        ),
        ({"modality": "predicted"}, "said in [December 2015]"),
        (YEARLESS, "15 December, year not given"),
    ],
)
def test_a_reader_sees_the_time_that_is_known(fields: dict[str, Any], words: str) -> None:
    """When it happened, else when it was said, else by when; only what we add is in brackets."""
    atlas = made_up({"report/a": fields}, documents={"report": {"dates": [WRITTEN]}})
    assert when(claim(atlas, "a"), real_config()).startswith(words)


@pytest.mark.parametrize("fields", [{}, {"present": True}, {"modality": "predicted"}])
def test_a_document_without_any_date_dates_nothing(fields: dict[str, Any]) -> None:
    """Only then is a reader told that no date is given."""
    assert when(claim(made_up({"report/a": fields}), "a"), real_config()) == "no date given"


@pytest.mark.parametrize(
    ("fields", "said", "of_document"),
    [
        ({"when": "2014"}, False, False),
        ({"present": True}, False, False),
        (SAID, True, False),
        ({}, False, True),
        ({"modality": "predicted"}, True, True),
        ({"modality": "announced", **SAID}, True, False),
        ({"modality": "announced", "attributed_to": "a guard"}, True, True),
    ],
)
def test_a_place_says_whose_time_it_is(
    fields: dict[str, Any], *, said: bool, of_document: bool
) -> None:
    """That of what happened or of the saying; and whether the document's own date is all we know."""
    place = placed(
        claim(made_up({"report/a": fields}, documents={"report": {"dates": [WRITTEN]}}), "a")
    )
    assert place is not None
    assert (place.said, place.of_document) == (said, of_document)


def test_a_date_without_a_year_has_no_place() -> None:
    """Though its document has one: it may be of any year before."""
    atlas = made_up({"report/a": YEARLESS}, documents={"report": {"dates": [WRITTEN]}})
    assert placed(claim(atlas, "a")) is None


def test_a_document_without_a_last_day_dates_nobody_else() -> None:
    """It was written after what it reports, but nothing says by when; what it says itself has a place."""
    documents = {"report": {"dates": [{**WRITTEN, "date": "[2015..]"}]}}
    ahead = {"modality": "predicted"}
    atlas = made_up(
        {"report/a": {**ahead, "attributed_to": "a guard"}, "report/b": ahead}, documents=documents
    )
    assert placed(claim(atlas, "a")) is None
    assert placed(claim(atlas, "b")) is not None


def test_each_link_of_a_chain_has_its_own_date() -> None:
    """Whoever passed it on did so on a day of their own, with its year in brackets if we add it."""
    link = {"who": "a paper", "said_on": "XXXX-12-11"}
    fields = {
        "attributed_to": "a guard",
        "said_as_stated": "lately",
        "via": [{**link, **dated(said_on="2015-12-11")}, {**link, "who": "a clerk"}],
    }
    told = claim(made_up({"report/a": fields}), "a")
    assert said_on(told, real_config()) == "“lately”"
    assert [relayed_on(one, real_config()) for one in told.fact.via] == [
        "11 December [2015]",
        "11 December, year not given",
    ]


def _rows(fields: dict[str, Any]) -> dict[str, str]:
    """What is told of how a claim is dated, by label, as text."""
    facts = {"report/a": fields, "report/b": {"when": "2015"}}
    atlas = made_up(facts, documents={"report": {"dates": [WRITTEN]}})
    desk = Desk(atlas, find_out(atlas), "index.md")
    rows = dating(desk, claim(atlas, "a"))
    return {label: " | ".join(map(text_of, values)) for label, values in rows}


def test_a_concluded_date_is_shown_with_everything_that_it_rests_on() -> None:
    """Its reason, the claims that show it, and the texts from outside with what they say."""
    page = {**OUTSIDE, "publisher": "A paper"}
    rows = _rows({**YEARLESS, **dated(**YEAR, after=["b"], evidence=[page])})
    assert rows["When"] == "15 December [2015]"
    assert rows["Why"] == "so it seems"
    assert "Sentence b of the report." in rows["Later than"]
    assert rows["From outside the documents"] == ("A page (A paper). So. We saw here.")
    assert "The document was written" not in rows


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({}, "When"),
        ({"present": True}, "When"),
        ({"modality": "predicted"}, "When it was said"),
        (dated(**YEAR), "When"),
        ({"attributed_to": "a guard", **dated(said_on=2015)}, "When it was said"),
    ],
)
def test_a_date_that_is_its_documents_leads_there(fields: dict[str, Any], label: str) -> None:
    """What rests on no other claim and no text from outside rests on when the document was written."""
    rows = _rows(fields)
    assert label in rows
    assert rows["The document was written"] == "[between 15 and 31 December 2015]"


def test_a_date_that_the_document_states_needs_no_evidence() -> None:
    """Nor is there anything to show for it."""
    assert _rows({"when": "2014"}) == {}
    assert _rows({**SAID}) == {}


def test_only_a_stated_date_of_a_document_is_without_brackets() -> None:
    """However exact it is: what the document does not say is ours."""
    for fields, said in (({"as_stated": "May 1905"}, "May 1905"), ({}, "[May 1905]")):
        dates = [{"of": "published", "date": "1905-05", **fields}]
        atlas = made_up({"report/a": {}}, documents={"report": {"dates": dates}})
        (date,) = atlas.documents["sources/report"].record.dates
        assert document_date(Desk(atlas, find_out(atlas), "index.md"), date) == said
