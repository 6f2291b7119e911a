"""The rules about dates by evidence, at their edges: what shows a date, and that something does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.atlas.join import join
from generator.rules import Rule
from generator.rules.dating import (
    a_stated_date_is_not_concluded_again,
    dates_rest_on_something_else,
    evidence_of_dates_is_known,
)
from tests.dated import OUTSIDE, WRITTEN, dated, day
from tests.made_up import MadeUp, complaints, entries_of, fact_id, made_up


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
        # Claims of which none has a date; what is of a document's present has the document's.
        ({"facts": ["c"]}, [], [": dating"]),
        ({"facts": ["c"], "after": ["b"]}, [], []),
        ({"facts": ["c"], "evidence": [OUTSIDE]}, [], []),
        ({"facts": ["a", "c"]}, [], ["facts 0: dating", ": dating"]),
        ({"facts": ["s"]}, [], []),
        ({"facts": ["t"]}, [], []),
        ({"facts": ["y"]}, [], [": dating"]),
        ({"after": ["n"]}, [], [": dating"]),
        ({"after": ["n"]}, [day("written", "1904")], []),
    ],
)
def test_what_shows_a_date(evidence: MadeUp, dates: list[MadeUp], fields: list[str]) -> None:
    """Other claims that there are, a text, or the document's own date: one of these at least."""
    facts = {
        "report/1": {"when": "1903"},
        "report/a": dated(when="1903", **evidence),
        "report/b": {"when": "1903"},
        "report/c": {},
        "report/n": {"present": True},
        "report/s": {"said_on": "1904"},
        "report/t": dated(said_on="1904", evidence=[OUTSIDE]),
        "report/y": {"when": "XXXX-04", "said_on": "XXXX-05"},
    }
    atlas = made_up(facts, documents={"report": {"dates": dates}})
    found = complaints(evidence_of_dates_is_known, atlas)
    assert found == [f"report/a dated{'' if one[0] == ':' else ' '}{one}" for one in fields]


@pytest.mark.parametrize("rule", [evidence_of_dates_is_known, dates_rest_on_something_else])
def test_what_could_not_be_read_may_show_a_date(rule: Rule) -> None:
    """Until it can be, a date that rests on it is taken to be shown."""
    facts = {
        "report/a": dated(when="1903", facts=["b"]),
        "report/b": dated(when="1903", after=["x"]),
        "report/c": dated(when="1903"),
        "report/d": dated(when="1903", facts=["e", "x"]),
        "report/e": {},
    }
    dates = [day("written", "1904", facts=[fact_id("x")])]
    entries = entries_of(facts, documents={"report": {"dates": dates}})
    assert complaints(rule, join(replace(entries, unread=frozenset([fact_id("x")])))) == []


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
    ("facts", "dates", "told"),
    [
        # Two facts that date each other, and three in a ring.
        ({"a": ["b"], "b": ["a"]}, [WRITTEN], "ab"),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [WRITTEN], "abc"),
        # A ring that something from outside holds.
        ({"a": ["b"], "b": ["a", "d"]}, [WRITTEN], ""),
        # A fact that its document dates, which is dated by that fact.
        ({"a": []}, [{**WRITTEN, "facts": ["a"]}], "a"),
        ({"a": []}, [{**WRITTEN, "facts": ["a"], "evidence": [OUTSIDE]}], ""),
        ({"a": []}, [{**WRITTEN, "facts": ["a"], "as_stated": "so"}], ""),
        ({"a": []}, [{**WRITTEN, "facts": ["a", "d"]}], ""),
        ({"a": []}, [WRITTEN], ""),
        # What is of the document's present has the date of the document, if that has its own.
        ({"a": ["n"]}, [WRITTEN], ""),
        ({"a": ["n"]}, [{**WRITTEN, "facts": ["a"]}], "a"),
        ({"a": ["n"]}, [{**WRITTEN, "facts": ["a", "d"]}], ""),
        # Another rule tells of what is not there, or has no date.
        ({"a": ["x"]}, [{**WRITTEN, "facts": ["a"]}], ""),
        ({"a": ["a"]}, [{**WRITTEN, "facts": ["a"]}], ""),
        ({"a": ["e"]}, [{**WRITTEN, "facts": ["a"]}], ""),
    ],
)
def test_a_date_that_comes_back_to_itself_shows_nothing(
    facts: dict[str, list[str]], dates: list[dict[str, Any]], told: str
) -> None:
    """The way from a date to what shows it ends outside, or with a date that is stated."""
    records = {
        **{f"report/{name}": dated(when="2015-12", facts=on) for name, on in facts.items()},
        "letter/d": {"when": "2015"},
        "report/e": {},
        "report/n": {"present": True},
    }
    given = [{**one, "facts": [fact_id(name) for name in one.get("facts", ())]} for one in dates]
    atlas = made_up(records, documents={"report": {"dates": given}})
    found = complaints(dates_rest_on_something_else, atlas)
    assert found == [f"report/{name} dated: dating" for name in told]


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
@pytest.mark.parametrize("field", ["when", "said_on", "link"])
def test_what_may_be_concluded_beside_a_date(
    field: str, own: str, concluded: str, fits: bool
) -> None:
    """A year that the document does not give, with the month and day that it does."""
    name = "said_on" if field == "link" else field
    fields = {name: own, **dated(**{name: concluded})}
    passed_on = {"attributed_to": "a guard", "via": [{"who": "a clerk", **fields}]}
    atlas = made_up({"report/a": passed_on if field == "link" else fields})
    found = complaints(a_stated_date_is_not_concluded_again, atlas)
    place = f"{'via 0 ' if field == 'link' else ''}dated {name}"
    assert found == ([] if fits else [f"report/a {place}: dating"])


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ({"when": "1903"}, []),
        ({"when": "1903", **dated(said_on="1904")}, []),
        ({"said_on": "1904", **dated(when="1903")}, []),
        (dated(when="1903", said_on="1904"), []),
        ({"when": "1903", "said_on": "1904", **dated(when="1903", said_on="1904")}, ["dated when", "dated said_on"]),
        ({"said_on": "1904", **dated(when="1903", said_on="1904")}, ["dated said_on"]),
        ({"when": "XXXX-04", "said_on": "1904", **dated(when="1903-04", said_on="1904")}, ["dated said_on"]),
        # A state of the document's present has its date.
        ({"present": True}, []),
        ({"present": True, **dated(said_on="1904")}, []),
        ({"present": True, "when": "1903"}, ["present"]),
        ({"present": True, **dated(when="1903")}, ["present"]),
    ],
)  # fmt: skip
def test_one_time_has_one_date(fact: MadeUp, fields: list[str]) -> None:
    """Its own date of the event says nothing about when it was said, nor the other way round."""
    atlas = made_up({"report/x": {}, "report/y": {"when": "1903"}, "report/a": fact})
    found = complaints(a_stated_date_is_not_concluded_again, atlas)
    assert found == [f"report/a {field}: dating" for field in fields]
