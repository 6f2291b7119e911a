"""The rules about the dates of documents: planted dates that can't hold are found."""

from __future__ import annotations

from typing import Any

import pytest

from generator.rules.document_dates import (
    documents_are_no_older_than_what_they_tell,
    documents_are_written_once,
)
from tests.dated import OUTSIDE, WRITTEN, dated, day
from tests.made_up import MadeUp, complaints, fact_id, made_up


def found(fact: MadeUp, *dates: MadeUp) -> list[str]:
    """Where a document of these dates can't be as old as it may be, by what it tells."""
    atlas = made_up({"report/a": fact}, documents={"report": {"dates": [*dates]}})
    told = complaints(documents_are_no_older_than_what_they_tell, atlas)
    return [one.removeprefix("sources/report ") for one in told]


@pytest.mark.parametrize(
    ("date", "told", "holds"),
    [
        ("2013", "2014", False),
        ("2014", "2014", True),
        ("2015", "2014", True),
        ("2014-05", "2014", True),
        ("2014-05-01", "2014-05-01", True),
    ],
)
def test_a_document_is_no_older_than_what_dates_it(date: str, told: str, holds: bool) -> None:
    """It tells of that, and another document has the date."""
    dates = [day("written", date, facts=[fact_id("b")])]
    atlas = made_up({"news/b": {"when": told}}, documents={"report": {"dates": dates}})
    problems = complaints(documents_are_no_older_than_what_they_tell, atlas)
    assert problems == ([] if holds else ["sources/report dates 0 facts 0: date-chain"])


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        ([day("written", "[2014-06-01..2014-12-31]")], []),
        ([day("written", "[2014-05-31..2014-12-31]")], ["dates 0 date: date-chain"]),
        ([day("written", "[2014-05-31..2014-06-01]")], ["dates 0 date: date-chain"]),
        ([day("written", "[..2014]")], []),
        # The document's own date stands, and what can't hold at all is for another rule.
        ([day("written", "2014", as_stated="2014")], []),
        ([day("written", "2013"), day("written", "[2014-05-31..2014-12-31]")], ["dates 1 date: date-chain"]),
        ([day("published", "2016"), day("written", "[2014-05-31..2014-12-31]")], ["dates 1 date: date-chain"]),
    ],
)  # fmt: skip
def test_a_document_was_written_after_what_it_tells_of(
    dates: list[MadeUp], places: list[str]
) -> None:
    """A concluded date that may be too early is too early."""
    assert found({"when": "2014-06"}, *dates) == places


def test_each_conclusion_is_checked_against_its_own_grounds() -> None:
    """A link that evidence dates tells of its document, though the fact's date rests on that."""
    link = {"who": "a clerk", **dated(said_on="2014-06-15", evidence=[OUTSIDE])}
    fact = {"attributed_to": "a guard", "via": [link], **dated(when="2014-05")}
    dates = [day("written", "[2014-06-10..2014-12-31]")]
    assert found(fact, *dates) == ["dates 0 date: date-chain"]


def test_a_date_taken_from_the_document_does_not_date_it() -> None:
    """What is dated only by its document moves with it."""
    when = "[2015-12-20..2015-12-31]"
    assert found(dated(when=when), WRITTEN) == []
    assert found(dated(when=when, evidence=[OUTSIDE]), WRITTEN) == ["dates 0 date: date-chain"]


def stated(of: str, date: str, **fields: Any) -> MadeUp:
    """A date that the document gives."""
    return day(of, date, as_stated="so", **fields)


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        ([], []),
        ([WRITTEN, stated("published", "2016")], []),
        ([WRITTEN, stated("published", "2015-12-15")], []),
        ([WRITTEN, stated("published", "2015-12-20")], []),
        ([WRITTEN, stated("published", "2015-11")], ["dates: date-order"]),
        # One date of a kind, and beside it that of the document, without the year.
        ([WRITTEN, stated("written", "XXXX-12")], []),
        ([stated("written", "XXXX-12"), WRITTEN], []),
        ([WRITTEN, stated("written", "XXXX-11")], ["dates 1 date: date-order"]),
        ([stated("written", "XXXX-11"), WRITTEN], ["dates 0 date: date-order"]),
        ([stated("published", "XXXX-11"), WRITTEN], []),
        ([WRITTEN, stated("written", "2016")], ["dates 1 date: source"]),
        ([WRITTEN, stated("written", "2016"), stated("written", "2017")], ["dates 1 date: source", "dates 2 date: source"]),
        ([WRITTEN, stated("written", "XXXX-12"), stated("published", "2015-11")], ["dates: date-order"]),
    ],
)  # fmt: skip
def test_a_document_is_written_once_and_then_published(
    dates: list[MadeUp], places: list[str]
) -> None:
    """Of each there is one date with a year."""
    atlas = made_up({}, documents={"report": {"dates": dates}})
    problems = complaints(documents_are_written_once, atlas)
    assert problems == [f"sources/report {one}" for one in places]
