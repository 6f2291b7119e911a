"""The rules about dates by evidence: planted chains of dates that can't all hold are found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.rules import Rule
from generator.rules.chronology import nothing_is_later_than_its_document
from generator.rules.date_chains import (
    dates_can_all_hold,
    dates_meet_their_evidence,
    documents_are_written_before_they_are_published,
)
from generator.rules.dating import (
    a_stated_date_is_not_concluded_again,
    dates_rest_on_something_else,
    evidence_of_dates_is_known,
)
from tests.made_up import complaints, fact_id, made_up

Fields = dict[str, Any]

WRITTEN = {"of": "written", "date": "[2015-12-15..2015-12-31]", "known_from": "x"}
EVIDENCE = [{"title": "A page", "address": "https://a.example/", "seen": "here", "says": "So."}]
SOLDIERS = {"as_stated": "12 men", "number": 12, "unit": "person"}


def concluded(**fields: Any) -> Fields:
    """`dated` with these dates and grounds."""
    return {"dated": {"because": "so it seems", **fields}}


def guard(said_on: str = "", **fields: Any) -> Fields:
    """A fact that a guard told, perhaps on a day, through the people in `via`."""
    return {"attributed_to": "a guard", **({"said_on": said_on} if said_on else {}), **fields}


def clerk(said_on: str = "", **fields: Any) -> Fields:
    """A link of a chain."""
    return {"who": "a clerk", **({"said_on": said_on} if said_on else {}), **fields}


def found(rule: Rule, fact: Fields, others: Mapping[str, Fields] | None = None) -> list[str]:
    """What a rule complains of in one fact of a document of December 2015."""
    facts = {"report/a": fact, **(others or {})}
    return complaints(rule, made_up(facts, documents={"report": {"dates": [WRITTEN]}}))


LED = {"subject": "people/a", "relation": "commanded", "object": "units/b"}


@pytest.mark.parametrize(
    ("fact", "places"),
    [
        # It was said before it happened.
        (guard("2014", **concluded(when="2015", evidence=EVIDENCE)), ["dated"]),
        (guard(**concluded(when="2015-06", said_on="2015-05", evidence=EVIDENCE)), ["dated"]),
        (guard("2014", figures=[{**SOLDIERS, "as_of": "2015"}]), ["figures 0 as_of"]),
        (guard("2014", relations=[{**LED, "from": "2015"}]), ["relations 0 from"]),
        (guard("2014", relations=[{**LED, "from": "2013", "to": "2015"}]), ["relations 0 to"]),
        (guard("2015", **concluded(when="2015", evidence=EVIDENCE)), []),
        (guard("2014", modality="predicted", **concluded(when="2015", evidence=EVIDENCE)), []),
        # It was passed on before it happened, before it was said, or before an earlier link.
        ({"when": "2015", "attributed_to": "a guard", "via": [clerk("2014")]}, ["when"]),
        (guard("2015", via=[clerk("2014")]), ["said_on"]),
        (guard("2015", via=[clerk(**concluded(said_on="2014", evidence=EVIDENCE))]), ["said_on"]),
        (guard(via=[clerk("2014"), clerk("2015")]), ["via 1 said_on"]),
        (guard(via=[clerk("2015"), clerk("2014")]), []),
        # The document is older than what it tells of.
        (concluded(when="2016", evidence=EVIDENCE), ["dated"]),
        (guard(**concluded(said_on="2016", evidence=EVIDENCE)), ["dated"]),
        (guard(via=[clerk(**concluded(said_on="2016", evidence=EVIDENCE))]), ["via 0 dated"]),
        (guard(modality="announced", **concluded(said_on="2016", evidence=EVIDENCE)), ["dated"]),
    ],
)
def test_a_chain_that_can_not_hold(fact: Fields, places: list[str]) -> None:
    """What happened was said, then passed on, then written down: stated or concluded alike."""
    assert found(dates_can_all_hold, fact) == [f"report/a {one}: date-chain" for one in places]


@pytest.mark.parametrize(
    "fact",
    [
        {"when": "2016"},
        guard("2016"),
        guard("2016", modality="announced"),
        guard(via=[clerk("2016")], modality="predicted"),
    ],
)
def test_one_mistake_is_told_once(fact: Fields) -> None:
    """What the rules of stated dates find, the rule of chains does not find again."""
    assert len(found(nothing_is_later_than_its_document, fact)) == 1
    assert found(dates_can_all_hold, fact) == []


@pytest.mark.parametrize(
    ("grounds", "is_wrong"),
    [
        ({"when": "2014", "facts": ["b"]}, False),
        ({"when": "2015", "facts": ["b"]}, True),
        ({"when": "2013", "facts": ["b"]}, True),
        ({"when": "2013", "before": ["b"]}, False),
        ({"when": "2015", "before": ["b"]}, True),
        ({"when": "2015", "after": ["b"]}, False),
        ({"when": "2013", "after": ["b"]}, True),
        ({"said_on": "2013", "after": ["b"]}, True),
    ],
)
def test_a_date_that_its_evidence_contradicts(grounds: Fields, *, is_wrong: bool) -> None:
    """It is that of the claims it rests on, or later or earlier than theirs: of a link, too."""
    named = {
        key: [fact_id(one) for one in value] if isinstance(value, list) else value
        for key, value in grounds.items()
    }
    (field,) = set(grounds) - {"when", "said_on"}
    others = {"report/b": {"when": "2014"}}
    expected = [f"report/a dated {field} 0: date-chain"] if is_wrong else []
    assert found(dates_meet_their_evidence, guard(**concluded(**named)), others) == expected
    if "said_on" in grounds:
        link = found(dates_meet_their_evidence, guard(via=[clerk(**concluded(**named))]), others)
        assert link == [f"report/a via 0 dated {field} 0: date-chain"]


def _documents(*dates: Fields, others: Fields | None = None) -> Any:
    facts = {"report/a": {"when": "2014-06"}, **({"news/b": others} if others else {})}
    return made_up(facts, documents={"report": {"dates": list(dates)}})


def test_a_document_is_no_older_than_what_it_tells_of() -> None:
    """Also where another document has the date of that."""
    for day, told, wrong in (
        ("2013", "2014", True),
        ("2014", "2014", False),
        ("2015", "2014", False),
        ("2014-05", "2014", False),
        ("2014-05-01", "2014-05-01", False),
    ):
        date = {"of": "written", "date": day, "known_from": "x", "facts": [fact_id("b")]}
        atlas = _documents(date, others={"when": told})
        problems = complaints(dates_meet_their_evidence, atlas)
        assert problems == (["sources/report dates 0 facts 0: date-chain"] if wrong else [])


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        ([{"of": "written", "date": "2015", "as_stated": "2015"}], []),
        ([{**WRITTEN, "date": "[2014-06-01..2014-12-31]"}], []),
        ([{**WRITTEN, "date": "[2014-05-31..2014-12-31]"}], ["dates 0 date: date-chain"]),
        ([{**WRITTEN, "date": "[..2014]"}], []),
        ([{**WRITTEN, "date": "[2014-05-31..2014-06-01]"}], ["dates 0 date: date-chain"]),
        (
            [{**WRITTEN, "date": "2013"}, {**WRITTEN, "date": "[2014-05-31..2014-12-31]"}],
            ["dates 1 date: date-chain"],
        ),
        (
            [
                {"of": "published", "date": "2016", "as_stated": "so"},
                {**WRITTEN, "date": "[2014-05-31..2014-12-31]"},
            ],
            ["dates 1 date: date-chain"],
        ),
        ([{"of": "written", "date": "2014", "as_stated": "2014"}], []),
        ([WRITTEN, {"of": "published", "date": "2016", "as_stated": "2016"}], []),
        ([WRITTEN, {"of": "published", "date": "2015-12-15", "as_stated": "so"}], []),
        ([WRITTEN, {"of": "published", "date": "2015-12-20", "as_stated": "so"}], []),
        (
            [
                WRITTEN,
                {"of": "written", "date": "XXXX-12", "as_stated": "December"},
                {"of": "published", "date": "2015-11", "as_stated": "so"},
            ],
            ["dates: date-order"],
        ),
        (
            [WRITTEN, {"of": "published", "date": "2015-11", "as_stated": "so"}],
            ["dates: date-order"],
        ),
    ],
)
def test_a_document_was_written_after_what_it_tells_of_and_then_published(
    dates: list[Fields], places: list[str]
) -> None:
    """A concluded date that may be too early is too early; a stated one is the document's own."""
    atlas = _documents(*dates)
    problems = complaints(documents_are_written_before_they_are_published, atlas)
    assert problems == [f"sources/report {one}" for one in places]


def test_each_conclusion_is_held_to_its_own_grounds() -> None:
    """A link that evidence dates tells of its document, though the fact's date rests on that."""
    link = clerk(**concluded(said_on="2014-06-15", evidence=EVIDENCE))
    facts = {"report/a": guard(via=[link], **concluded(when="2014-05"))}
    dates = [{**WRITTEN, "date": "[2014-06-10..2014-12-31]"}]
    atlas = made_up(facts, documents={"report": {"dates": dates}, "letter": {"dates": dates}})
    problems = complaints(documents_are_written_before_they_are_published, atlas)
    assert problems == ["sources/report dates 0 date: date-chain"]


def test_a_date_taken_from_the_document_does_not_date_it() -> None:
    """What is dated only by its document moves with it."""
    fact = concluded(when="[2015-12-20..2015-12-31]")
    assert found(documents_are_written_before_they_are_published, fact) == []
    shown = concluded(when="[2015-12-20..2015-12-31]", evidence=EVIDENCE)
    assert found(documents_are_written_before_they_are_published, shown) == [
        "sources/report dates 0 date: date-chain"
    ]


@pytest.mark.parametrize(
    ("facts", "dates", "places"),
    [
        # Two facts that date each other, and three in a ring.
        ({"a": ["b"], "b": ["a"]}, [WRITTEN], ["report/a dated", "report/b dated"]),
        (
            {"a": ["b"], "b": ["c"], "c": ["a"]},
            [WRITTEN],
            ["report/a dated", "report/b dated", "report/c dated"],
        ),
        # A ring that something from outside holds.
        ({"a": ["b"], "b": ["a", "d"], "d": "2015"}, [WRITTEN], []),
        # A fact that its document dates, which is dated by that fact.
        ({"a": []}, [{**WRITTEN, "facts": ["a"]}], ["report/a dated"]),
        ({"a": []}, [{**WRITTEN, "facts": ["a"], "evidence": EVIDENCE}], []),
        ({"a": []}, [{**WRITTEN, "facts": ["a", "d"]}], []),
        ({"a": []}, [WRITTEN], []),
    ],
)
def test_a_date_that_comes_back_to_itself_shows_nothing(
    facts: dict[str, Any], dates: list[Fields], places: list[str]
) -> None:
    """The way from a date to what shows it ends outside, or with a date that is stated."""
    records = {"report/d": {"when": "2015"}} | {
        f"report/{name}": {"when": on}
        if isinstance(on, str)
        else concluded(when="2015-12", facts=[fact_id(one) for one in on])
        for name, on in facts.items()
    }
    given = [{**one, "facts": [fact_id(name) for name in one.get("facts", ())]} for one in dates]
    atlas = made_up(records, documents={"report": {"dates": given}})
    assert complaints(dates_rest_on_something_else, atlas) == [f"{one}: dating" for one in places]


def test_a_claim_without_a_date_shows_none() -> None:
    """One of those that a date rests on has a date; the others may stand in order with it."""
    others: dict[str, Fields] = {"report/b": {}, "report/c": {"when": "2014"}}
    alone = concluded(when="2015", after=[fact_id("b")])
    assert found(evidence_of_dates_is_known, alone, others) == ["report/a dated: dating"]
    for more in ({"after": [fact_id("b"), fact_id("c")]}, {"evidence": EVIDENCE}):
        grounds = {"when": "2015", "after": [fact_id("b")], **more}
        assert found(evidence_of_dates_is_known, concluded(**grounds), others) == []
    present: dict[str, Fields] = {"report/b": {"present": True}}
    assert found(evidence_of_dates_is_known, alone, present) == []


@pytest.mark.parametrize(
    ("fact", "places"),
    [
        ({"present": True}, []),
        ({"present": True, "when": "2015-12"}, ["present"]),
        ({"present": True, **concluded(when="2015-12", evidence=EVIDENCE)}, ["present"]),
        (guard(via=[clerk("2015", **concluded(said_on="2015"))]), ["via 0 dated said_on"]),
        (
            guard(via=[clerk("XXXX-05", **concluded(said_on="2015-06"))]),
            ["via 0 dated said_on"],
        ),
        (guard(via=[clerk("XXXX-06", **concluded(said_on="2015-06"))]), []),
    ],
)
def test_one_time_has_one_date(fact: Fields, places: list[str]) -> None:
    """A state of the document's present has its date, and a stated year is not concluded again."""
    problems = found(a_stated_date_is_not_concluded_again, fact)
    assert problems == [f"report/a {one}: dating" for one in places]
