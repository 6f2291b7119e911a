"""The rules about dates that evidence gives, at their edges: what shows them, and what they fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from generator.rules.date_chains import dates_can_all_hold, dates_meet_their_evidence
from generator.rules.dating import (
    a_stated_date_is_not_concluded_again,
    dates_rest_on_something_else,
    evidence_of_dates_is_known,
)
from tests.made_up import MadeUp, complaints, fact_id, made_up

OUTSIDE = {"title": "Almanac", "address": "https://example.org/1", "seen": "today", "says": "so"}


def day(of: str, date: str, **evidence: Any) -> MadeUp:
    """A date of a document."""
    return {"of": of, "date": date, "known_from": "the paper", **evidence}


def dated(**fields: Any) -> dict[str, Any]:
    """A fact with a concluded date; the facts that it rests on are given by their names."""
    named = {
        field: [fact_id(name) for name in value] if field in ("facts", "after", "before") else value
        for field, value in fields.items()
    }
    return {"dated": {"because": "so", **named}}


@pytest.mark.parametrize(
    ("evidence", "dates", "fields"),
    [
        # Claims that there are, and that there are not.
        ({"facts": ["b"]}, [], []),
        ({"facts": ["x"]}, [], ["facts 0: known-reference"]),
        ({"facts": ["b", "x"]}, [], ["facts 1: known-reference"]),
        ({"after": ["b", "x"]}, [], ["after 1: known-reference"]),
        ({"before": ["b", "x"]}, [], ["before 1: known-reference"]),
        # The fact itself.
        ({"facts": ["a"]}, [], ["facts 0: dating"]),
        ({"after": ["b", "a"]}, [], ["after 1: dating"]),
        ({"before": ["a"]}, [], ["before 0: dating"]),
        ({"facts": ["x"], "after": ["a"]}, [], ["facts 0: known-reference", "after 0: dating"]),
        # Nothing but the document's date, if that has a year.
        ({}, [], [": dating"]),
        ({}, [day("written", "1904")], []),
        ({}, [day("published", "1904")], []),
        ({}, [day("written", "XXXX-05")], [": dating"]),
        ({}, [day("written", "XXXX-05"), day("published", "1904")], []),
        # A text of others.
        ({"evidence": [OUTSIDE]}, [], []),
        # Claims of which none has a date.
        ({"facts": ["c"]}, [], [": dating"]),
        ({"facts": ["c"], "after": ["b"]}, [], []),
        ({"facts": ["c"], "evidence": [OUTSIDE]}, [], []),
        ({"facts": ["a", "c"]}, [], ["facts 0: dating", ": dating"]),
    ],
)
def test_what_shows_a_date(evidence: MadeUp, dates: list[MadeUp], fields: list[str]) -> None:
    """Other claims that there are, a text, or the document's own date: one of these at least."""
    facts = {
        "report/a": dated(when="1903", **evidence),
        "report/b": {"when": "1903"},
        "report/c": {},
    }
    atlas = made_up(facts, documents={"report": {"dates": dates}})
    found = complaints(evidence_of_dates_is_known, atlas)
    assert found == [f"report/a dated{'' if one[0] == ':' else ' '}{one}" for one in fields]


@pytest.mark.parametrize(
    ("evidence", "written", "told"),
    [
        # What is of the document's present has the date of the document, if that has one of its own.
        ({"facts": ["n"]}, [], False),
        ({"facts": ["n"]}, ["a"], True),
        ({"facts": ["n"]}, ["a", "b"], False),
        ({}, [], False),
        ({}, ["a"], True),
        # Another rule tells of what is not there, or has no date.
        ({"facts": ["x"]}, ["a"], False),
        ({"facts": ["a"]}, ["a"], False),
        ({"facts": ["c"]}, ["a"], False),
    ],
)
def test_what_a_date_rests_on_in_the_end(evidence: MadeUp, written: list[str], told: bool) -> None:
    """Something beyond it: not what itself rests on this date."""
    facts = {
        "report/a": dated(when="1903", **evidence),
        "letter/b": {"when": "1903"},
        "report/c": {},
        "report/n": {"present": True},
    }
    dates = [day("written", "1903", facts=[fact_id(one) for one in written])]
    atlas = made_up(facts, documents={"report": {"dates": dates}})
    found = complaints(dates_rest_on_something_else, atlas)
    assert found == (["report/a dated: dating"] if told else [])


def test_a_fact_without_a_concluded_date_needs_nothing_to_show_it() -> None:
    """Those after it are still looked at."""
    atlas = made_up({"report/a": {"when": "1903"}, "report/b": dated(when="1903")})
    assert complaints(evidence_of_dates_is_known, atlas) == ["report/b dated: dating"]


def test_what_shows_the_date_of_a_document() -> None:
    """Each claim that it names exists, of whatever document."""
    known, unknown = fact_id("b"), fact_id("x")
    dates = [
        day("written", "1904", facts=[known]),
        day("published", "1905", facts=[known, unknown]),
    ]
    atlas = made_up({"letter/b": {}}, documents={"report": {"dates": dates}})
    assert complaints(evidence_of_dates_is_known, atlas) == [
        "sources/report dates 1 facts 1: known-reference"
    ]


@pytest.mark.parametrize(
    ("own", "concluded", "fits"),
    [
        # The document gives the year.
        ("1903", "1903", False),
        ("1903-04", "1903-04-02", False),
        ("[..1903]", "1902", False),
        # It gives the month or the day, and `can_be` knows whether that can be this time.
        ("XXXX-04", "1903-04", True),
        ("XXXX-04", "1903-05", False),
        ("XXXX-04-20", "[1903-04-15..1903-04-30]", True),
    ],
)
@pytest.mark.parametrize("field", ["when", "said_on"])
def test_what_may_be_concluded_beside_a_date(
    field: str, own: str, concluded: str, fits: bool
) -> None:
    """A year that the document does not give, with the month and day that it does."""
    atlas = made_up({"report/a": {field: own, **dated(**{field: concluded})}})
    found = complaints(a_stated_date_is_not_concluded_again, atlas)
    assert found == ([] if fits else [f"report/a dated {field}: dating"])


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ({"when": "1903"}, []),
        ({"when": "1903", **dated(said_on="1904")}, []),
        ({"said_on": "1904", **dated(when="1903")}, []),
        (dated(when="1903", said_on="1904"), []),
        ({"when": "1903", "said_on": "1904", **dated(when="1903", said_on="1904")}, ["when", "said_on"]),
        ({"said_on": "1904", **dated(when="1903", said_on="1904")}, ["said_on"]),
        ({"when": "XXXX-04", "said_on": "1904", **dated(when="1903-04", said_on="1904")}, ["said_on"]),
    ],
)  # fmt: skip
def test_only_a_date_that_the_fact_has_can_be_concluded_again(
    fact: MadeUp, fields: list[str]
) -> None:
    """Its own date of the event says nothing about when it was said, nor the other way round."""
    atlas = made_up({"report/x": {}, "report/y": {"when": "1903"}, "report/a": fact})
    found = complaints(a_stated_date_is_not_concluded_again, atlas)
    assert found == [f"report/a dated {field}: dating" for field in fields]


@pytest.mark.parametrize(
    ("fact", "dates", "count"),
    [
        # It happened, then it was said, then it was written: on one day it may be.
        (dated(when="1903", said_on="1903"), [day("written", "1903")], 0),
        (dated(when="1903-04-02", said_on="1903-04-02"), [day("written", "1903-04-02")], 0),
        (dated(when="1903-04-03", said_on="1903-04-02"), [], 1),
        (dated(when="1903-04-03", said_on="1903-04"), [], 0),
        (dated(when="1903-04", said_on="1903-04-01"), [], 0),
        (dated(when="1903-04-03"), [day("written", "1903-04-02")], 1),
        (dated(said_on="1903-04-03"), [day("written", "1903-04-02")], 1),
        (dated(when="1905", said_on="1904"), [day("written", "1903")], 3),
        # What is open at one end may be early, or late, enough.
        (dated(when="[..1905]", said_on="1904"), [], 0),
        (dated(when="1905", said_on="[1904..]"), [], 0),
        # What the fact gives with a year holds; else what was concluded.
        ({"when": "1905", **dated(said_on="1904")}, [], 1),
        ({"when": "XXXX-04", **dated(said_on="1904")}, [], 0),
        ({"when": "XXXX-04", **dated(when="1905-04", said_on="1904")}, [], 1),
        ({"when": "1903", **dated(when="1905", said_on="1904")}, [], 0),
        ({"said_on": "1904", **dated(when="1905")}, [], 1),
        ({"said_on": "XXXX-04", **dated(when="1905", said_on="1904-04")}, [], 1),
        ({"said_on": "1906", **dated(when="1905", said_on="1904")}, [], 0),
        ({"said_on": "XXXX-04", **dated(when="1905")}, [], 0),
        # The day of writing, and that of publication.
        (dated(when="1904"), [day("published", "1903")], 1),
        (dated(when="1904"), [day("published", "1903"), day("written", "1904")], 1),
        (dated(when="1904"), [day("written", "XXXX-05"), day("published", "1903")], 1),
        (dated(when="1904"), [day("written", "XXXX-05")], 0),
        # What is foretold need only be said before it is written.
        ({"modality": "announced", **dated(when="1905", said_on="1904")}, [day("written", "1904")], 0),
        ({"modality": "predicted", **dated(when="1905", said_on="1904")}, [day("written", "1904")], 0),
        ({"modality": "predicted", **dated(when="1905", said_on="1904")}, [day("written", "1903")], 1),
        ({"modality": "denied", **dated(when="1905", said_on="1904")}, [], 1),
        # A date of the document without a year ends nothing.
        (dated(when="1904"), [day("written", "XXXX-04/1903")], 0),
        # Without any conclusion the rules of stated dates hold it.
        ({"figures": [{"as_stated": "12", "number": 12, "unit": "person", "as_of": "1907"}]}, [day("written", "1906")], 0),
        ({"relations": [{"subject": "people/a", "relation": "led", "object": "units/b", "from": "1907"}]}, [day("written", "1906")], 0),
        ({"when": "1905", "said_on": "1904"}, [], 0),
    ],
)  # fmt: skip
def test_the_order_of_a_claim(fact: MadeUp, dates: list[MadeUp], count: int) -> None:
    """It is broken where the first day of one is after the last day of what must follow it."""
    facts: Mapping[str, MadeUp] = {"report/1": {"when": "1890"}, "report/a": fact}
    atlas = made_up(facts, documents={"report": {"dates": dates}})
    found = complaints(dates_can_all_hold, atlas)
    assert len(found) == count
    assert all(one.startswith("report/a ") and one.endswith(": date-chain") for one in found)


def told(*links: str | None, **fields: Any) -> MadeUp:
    """A fact that went through these links, the nearest to the document first, on these days."""
    names = [f"the carter {'ABC'[index]}" for index in range(len(links))]
    via = [
        {"who": name, **({"said_on": date} if date else {})}
        for name, date in zip(names, links, strict=True)
    ]
    return {"attributed_to": "the miller", "via": via, **fields}


@pytest.mark.parametrize(
    ("fact", "places"),
    [
        # From the first speaker to the document: the last link comes first.
        (told("1905", "1904", said_on="1903"), []),
        (told("1904", "1905", said_on="1903"), ["via 1 said_on"]),
        (told("1905", "1903", said_on="1904"), ["said_on"]),
        (told("1903", "1903", said_on="1904"), ["said_on", "said_on"]),
        (told("1907", said_on="1903"), []),
        # A link without a date, or without its year, is none.
        (told("1905", None, said_on="1903"), []),
        (told(None, "1902", said_on="1903"), ["said_on"]),
        (told("XXXX-04", said_on="1903"), []),
        (told(None, said_on="1907"), []),
        # The complaint stands where the date is that is held against them.
        (told("1902", when="1903"), ["when"]),
        (told("1902", when="1903", said_on="1903"), ["when", "said_on"]),
        (told("1902", **dated(when="1903")), ["dated"]),
        (told("1902", said_on="1903", **dated(when="1903")), ["dated", "said_on"]),
    ],
)
def test_the_order_of_those_who_passed_it_on(fact: MadeUp, places: list[str]) -> None:
    """None can pass on what was said later, and the document was written after all of them."""
    atlas = made_up({"report/a": fact}, documents={"report": {"dates": [day("written", "1906")]}})
    assert complaints(dates_can_all_hold, atlas) == [
        f"report/a {place}: date-chain" for place in places
    ]


@pytest.mark.parametrize(
    ("field", "date", "other", "holds"),
    [
        # Of the same time: they meet.
        ("facts", "1903", {"when": "1903"}, True),
        ("facts", "1903", {"when": "1903-04"}, True),
        ("facts", "1903-04-02", {"when": "1903-04-02"}, True),
        ("facts", "1903-04-02", {"when": "1903-04-01"}, False),
        ("facts", "1903-04-02", {"when": "1903-04-03"}, False),
        ("facts", "[..1903]", {"when": "1902"}, True),
        ("facts", "[1903..]", {"when": "1904"}, True),
        ("facts", "1903", {"when": "[..1902]"}, False),
        ("facts", "1903", {"when": "[1904..]"}, False),
        ("facts", "1903", {"when": "[1902..]"}, True),
        # After them, or before them; on the same day it may be.
        ("after", "1903-04-02", {"when": "1903-04-02"}, True),
        ("after", "1904", {"when": "1903"}, True),
        ("after", "1903", {"when": "1904"}, False),
        ("before", "1903-04-02", {"when": "1903-04-02"}, True),
        ("before", "1903", {"when": "1904"}, True),
        ("before", "1904", {"when": "1903"}, False),
        # The time of the other: of its event, given or concluded, else of its being said.
        ("facts", "1903", {"when": "1903", "said_on": "1905"}, True),
        ("facts", "1903", {"when": "1905", "said_on": "1903"}, False),
        ("facts", "1903", {"when": "XXXX-04", "said_on": "1903"}, True),
        ("facts", "1903", {"when": "XXXX-04", "said_on": "1905"}, False),
        ("facts", "1903", {"said_on": "1905", **dated(when="1903", facts=["c"])}, True),
        (
            "facts",
            "1903",
            {"said_on": "1903", "modality": "predicted", **dated(when="1905", facts=["c"])},
            False,
        ),
        ("facts", "1903", dated(said_on="1905", facts=["c"]), False),
        ("facts", "1903", {"said_on": "XXXX-04", **dated(said_on="1905-04", facts=["c"])}, False),
        ("facts", "1903", {"said_on": "XXXX-04"}, True),
        ("facts", "1903", {}, True),
    ],
)
@pytest.mark.parametrize("kind", ["when", "said_on"])
def test_a_date_and_what_it_rests_on(
    kind: str, field: str, date: str, other: MadeUp, holds: bool
) -> None:
    """It meets the time of the claims that show it, or is after or before theirs."""
    facts: Mapping[str, MadeUp] = {
        "report/a": dated(**{kind: date, field: ["c", "x", "a", "b"]}),
        "report/b": other,
        "report/c": {},
    }
    found = complaints(dates_meet_their_evidence, made_up(facts))
    assert found == ([] if holds else [f"report/a dated {field} 3: date-chain"])


def test_the_date_of_the_event_is_held_to_its_evidence() -> None:
    """Where both are concluded, the evidence is of the event."""

    def found(**dates: str) -> Sequence[str]:
        fact = dated(facts=["b"], **dates)
        return complaints(
            dates_meet_their_evidence, made_up({"report/a": fact, "report/b": {"when": "1903"}})
        )

    assert found(when="1903", said_on="1905") == []
    assert found(when="1902", said_on="1903") == ["report/a dated facts 0: date-chain"]


def test_facts_without_a_conclusion_hide_nothing() -> None:
    """The ones after them are looked at as well."""
    late = dated(when="1904", facts=["1"])
    atlas = made_up({"report/1": {"when": "1903"}, "report/2": {}, "report/a": late})
    assert complaints(dates_meet_their_evidence, atlas) == ["report/a dated facts 0: date-chain"]
