"""The rules about dates at their edges; the words of their complaints are in `tests/cases`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.rules.chronology import (
    dates_are_in_order,
    nothing_is_later_than_its_document,
    open_dates_have_their_words,
    spans_are_filled,
)
from generator.rules.date_evidence import dates_are_in_evidence
from tests.made_up import MadeUp, complaints, made_up

LED = {"subject": "people/ada", "relation": "led", "object": "units/guild"}


def led(**dates: str) -> dict[str, Any]:
    """A fact with a relation of these dates."""
    return {"relations": [LED, {**LED, **{name.rstrip("_"): date for name, date in dates.items()}}]}


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        # A claim of what happened: not after it was said; on the same day it may be.
        ({"when": "1903-03-02", "said_on": "1903-03-01"}, "when"),
        ({"when": "1903-03-01", "said_on": "1903-03-01"}, ""),
        ({"when": "1903-03", "said_on": "1903-03-31"}, ""),
        ({"when": "1903-03-31", "said_on": "1903-03"}, ""),
        ({"when": "1903-04", "said_on": "1903-03"}, "when"),
        ({"when": "1904/..", "said_on": "1903"}, "when"),
        ({"when": "[..1904]", "said_on": "1903"}, ""),
        ({"when": "1904", "said_on": "1903/.."}, ""),
        ({"when": "XXXX-04", "said_on": "1903"}, ""),
        ({"when": "1904", "said_on": "XXXX-03"}, ""),
        ({"when": "1904"}, ""),
        ({"said_on": "1903"}, ""),
        # What is foretold is later.
        ({"when": "1904", "said_on": "1903", "modality": "announced"}, ""),
        ({"when": "1904", "said_on": "1903", "modality": "predicted"}, ""),
        ({"when": "1904", "said_on": "1903", "modality": "denied"}, "when"),
        # A relation begins before it ends.
        (led(from_="1903", to="1903"), ""),
        (led(from_="1904", to="1903"), "relations 1 from"),
        (led(from_="1903-04", to="1903-03"), "relations 1 from"),
        (led(from_="1903-03-31", to="1903-03"), ""),
        (led(from_="1904"), ""),
        (led(to="1903"), ""),
        (led(from_="1904", to="1903/.."), ""),
        ({**led(from_="1904", to="1903"), "modality": "announced"}, "relations 1 from"),
    ],
)
def test_dates_in_order(fact: MadeUp, field: str) -> None:
    """Only what is certainly later is out of order."""
    found = complaints(dates_are_in_order, made_up({"report/a": fact}))
    assert found == ([f"report/a {field}: date-order"] if field else [])


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ({"when": "1905-05-31"}, []),
        ({"when": "1905-06-01"}, ["when"]),
        ({"when": "1905"}, []),
        ({"when": "1906"}, ["when"]),
        ({"when": "[..1906]"}, []),
        ({"when": "1905/.."}, []),
        ({"when": "1906", "modality": "predicted"}, []),
        ({"when": "1906", "modality": "announced"}, []),
        ({"when": "1907", "said_on": "1906", "modality": "predicted"}, ["said_on"]),
        ({"when": "1907", "via": [{"who": "Ada", "said_on": "1906"}], "modality": "announced"}, ["via 0 said_on"]),
        ({"when": "1906", "modality": "denied"}, ["when"]),
        ({"when": "1906", "said_on": "1903"}, []),  # that it was said before is told
        ({"when": "1906", "said_on": "1903", **led(from_="1907")}, ["relations 1 from"]),
        ({"said_on": "1906"}, ["said_on"]),
        ({"via": ["Edo", {"who": "Ada", "said_on": "1906"}]}, ["via 1 said_on"]),
        ({"figures": [{"as_stated": "12", "number": 12, "unit": "person", "as_of": "1906"}]}, ["figures 0 as_of"]),
        (led(from_="1906"), ["relations 1 from"]),
        (led(to="1906"), ["relations 1 to"]),
        ({"when": "1906", "said_on": "1907", **led(from_="1908", to="1909")}, ["when", "said_on", "relations 1 from", "relations 1 to"]),
    ],
)  # fmt: skip
def test_later_than_the_document(fact: MadeUp, fields: list[str]) -> None:
    """Each date of a claim, against the last day on which the document can be of its time."""
    written = {"of": "written", "date": "[1904..1905]", "known_from": "the paper"}
    published = {"of": "published", "date": "1905-05", "as_stated": "May 1905"}
    later = {"of": "published", "date": "1907", "as_stated": "1907"}
    documents = {"report": {"dates": [written, published, later]}}
    found = complaints(
        nothing_is_later_than_its_document, made_up({"report/a": fact}, documents=documents)
    )
    assert found == [f"report/a {field}: date-order" for field in fields]


@pytest.mark.parametrize(
    "dates",
    [
        [],
        [{"of": "written", "date": "[1904..]"}],
        [{"of": "written", "date": "XXXX-05"}, {"of": "published", "date": "[1904..]"}],
    ],
)
def test_a_document_without_a_last_day(dates: list[MadeUp]) -> None:
    """It can't be compared."""
    atlas = made_up({"report/a": {"when": "1999"}}, documents={"report": {"dates": dates}})
    assert complaints(nothing_is_later_than_its_document, atlas) == []


def test_a_last_day_beside_an_open_one() -> None:
    """Of its dates the first that has a last day tells; what is foretold hides nothing else."""
    dates = [{"of": "written", "date": "[1904..]"}, {"of": "published", "date": "1905"}]
    facts: Mapping[str, MadeUp] = {
        "report/a": {"when": "1999", "modality": "predicted"},
        "report/b": {"when": "1999"},
    }
    atlas = made_up(facts, documents={"report": {"dates": dates}})
    assert complaints(nothing_is_later_than_its_document, atlas) == ["report/b when: date-order"]


@pytest.mark.parametrize(
    ("when", "needs"),
    [
        ("1903", False),
        ("1903/1904", False),
        ("[1903..1904]", False),
        ("190X", False),
        ("XXXX-03", False),
        ("1903/..", True),
        ("../1903", True),
        ("[..1903]", True),
        ("[1903..]", True),
        ("1903?", True),
        ("1903~", True),
        ("1903%", True),
        ("1903/1904~", True),
    ],
)
@pytest.mark.parametrize("field", ["when", "said_on", "via 0 said_on"])
def test_dates_that_need_their_words(field: str, when: str, needs: bool) -> None:
    """Those that are open, uncertain or about; with their words they are right."""

    def found(**words: str) -> list[str]:
        own = {"when" if field == "when" else "said_on": when, **words}
        fact = {"via": [{"who": "Ada", **own}]} if "via" in field else own
        return complaints(open_dates_have_their_words, made_up({"report/a": fact}))

    assert found() == ([f"report/a {field}: date-words"] if needs else [])
    assert found(**{"when_as_stated" if field == "when" else "said_as_stated": "Sentence"}) == []


def test_a_date_of_saying_may_be_inferred() -> None:
    """Then no words of the document tell it; another date needs its words all the same."""
    fact = {"when": "1903~", "said_on": "1904~", "inferred": {"when": "so", "said_on": "so"}}
    found = complaints(open_dates_have_their_words, made_up({"report/a": fact}))
    assert found == ["report/a when: date-words"]


@pytest.mark.parametrize(
    ("when", "stated", "filled"),
    [
        ("1903/1905", "in 1903–05", False),
        ("1903/1905", "During the war", False),
        ("1903/1905", "from 1903 to 1905", True),
        ("1903/1905", "in the whole of 1903–05", True),
        ("1903/1905", "1903–05", True),
        ("1903/1905", "", True),
        # Another form of date says no more than the words.
        ("[1903..1905]", "in 1903–05", True),
        ("1903/..", "in 1903", True),
        ("../1905", "in 1905", True),
        ("1903", "in 1903", True),
        ("", "in 1903", True),
    ],
)
def test_spans_that_their_words_fill(when: str, stated: str, filled: bool) -> None:
    """What is "in" a span is at some time of it; the facts after it are looked at as well."""
    dates = {"when": when, "when_as_stated": stated}
    fact = {field: value for field, value in dates.items() if value}
    late = {"when": "1907/1908", "when_as_stated": "in 1907–08"}
    atlas = made_up({"report/1": fact, "report/a": late})
    own = [] if filled else ["report/1 when: date-words"]
    assert complaints(spans_are_filled, atlas) == [*own, "report/a when: date-words"]


def test_no_date_needs_no_words() -> None:
    """Nor has it a place in the calendar."""
    assert complaints(open_dates_have_their_words, made_up({"report/a": {}})) == []


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ({"when": "1903", "quote": "They left in 1903."}, []),
        ({"when": "1903", "quote": "They left.", "context": "In 1903"}, []),
        ({"when": "1903", "quote": "They left in 1904."}, ["when"]),
        ({"when": "1903-03", "quote": "They left in March 1903."}, []),
        ({"when": "1903-03", "quote": "They left in Mar. 1903."}, []),
        ({"when": "1903-03", "quote": "They left in May 1903."}, ["when"]),
        ({"when": "1903-03-07", "quote": "They left on 7 March 1903."}, []),
        ({"when": "1903-03-07", "quote": "They left in March 1903."}, ["when"]),
        ({"when": "1903-22", "quote": "They left in the summer of 1903."}, []),
        ({"when": "1903-22", "quote": "They left in the autumn of 1903."}, ["when"]),
        ({"when": "1903-21", "quote": "They left on 21 May 1903."}, ["when"]),
        ({"when": "190X", "quote": "They left in the 1900s."}, []),
        ({"when": "1903/1905", "quote": "They were there in 1903–05."}, []),
        # Dates in numbers, where it is clear which is which; ordinals; years cut short.
        ({"when": "1903-03-15", "quote": "They left on 1903-03-15."}, []),
        ({"when": "1903-04-15", "quote": "They left on 1903-03-15."}, ["when"]),
        ({"when": "1903-03-15", "quote": "They left on 15.03.1903."}, []),
        ({"when": "1903-03-04", "quote": "They left on 03/04/1903."}, ["when"]),
        ({"when": "1903-03-03", "quote": "They left on the third of March, 1903."}, []),
        ({"when": "1903-01-03", "quote": "They left on the third of January, 1903."}, []),
        ({"when": "1903-12-03", "quote": "They left on the third of December, 1903."}, []),
        ({"when": "1398-10-03 solar-hijri", "quote": "They left on the third of Dey 1398."}, []),
        ({"when": "1903-21", "quote": "They left in spring ’03."}, []),
        ({"when": "1904-21", "quote": "They left in spring ’03."}, ["when"]),
        # A year before Christ is another one.
        ({"when": "0044", "quote": "They left in 44 BC."}, ["when"]),
        ({"when": "0044", "quote": "They left in 44."}, []),
        ({"when": "0000", "quote": "They left in 1 BC."}, []),
        ({"when": "0000", "quote": "They left in the year 1."}, ["when"]),
        ({"when": "0000", "quote": "They left in spring ’00."}, ["when"]),
        ({"when": "0001", "quote": "They left in 1 BC."}, ["when"]),
        ({"when": "0001", "quote": "They left in the year 1."}, []),
        ({"when": "0001", "quote": "They left in spring ’01."}, []),
        ({"when": "-0043", "quote": "They left in 44 BC."}, []),
        ({"when": "-0043", "quote": "They left in 44 B.C.E."}, []),
        ({"when": "-0043", "quote": "They left in 44."}, ["when"]),
        ({"when": "-0043", "quote": "They left in 43 BC."}, ["when"]),
        ({"when": "-0043", "quote": "They left in 44 BCL, not BC."}, ["when"]),
        ({"when": "-0043", "quote": "44 men left in 50 BC."}, ["when"]),
        ({"when": "-0049/-0043", "quote": "They were there from 50 to 44 BC."}, []),
        ({"when": "-0049/-0043", "quote": "They were there 50–44 BC."}, []),
        ({"when": "-0043-03-15", "quote": "They left on 15 March 44 BC."}, []),
        # Centuries, in words, figures and Roman figures.
        ({"when": "19XX", "quote": "They left in the 20th century."}, []),
        ({"when": "19XX", "quote": "They left in the twentieth century."}, []),
        ({"when": "19XX", "quote": "They left in the XX century."}, []),
        ({"when": "18XX", "quote": "They left in the XIX century."}, []),
        ({"when": "19XX", "quote": "They left in the 1900s."}, []),
        ({"when": "19XX", "quote": "They left in the 19th century."}, ["when"]),
        ({"when": "19XX", "quote": "20 left in this century."}, ["when"]),
        ({"when": "-00XX", "quote": "They left in the first century BC."}, []),
        ({"when": "-00XX", "quote": "They left in the first century."}, ["when"]),
        ({"when": "00XX", "quote": "They left in the first century BC."}, ["when"]),
        ({"when": "1903", "inferred": {"when": "so"}}, []),
        ({"when": "1903", "inferred": {"said_on": "so"}}, ["when"]),
        ({"said_on": "1903", "quote": "They left."}, ["said_on"]),
        ({"said_on": "1903", "inferred": {"said_on": "so"}}, []),
        ({"via": [{"who": "Ada", "said_on": "1903"}]}, ["via 0 said_on"]),
        (
            {"via": [{"who": "Ada", "said_on": "1903"}], "inferred": {"via": "so"}},
            ["via 0 said_on"],
        ),
        (led(from_="1903", to="1904"), ["relations 1 from", "relations 1 to"]),
        ({**led(from_="1903", to="1904"), "inferred": {"relations": "so"}}, []),
        ({"when": "1903", "said_on": "1904", "inferred": {"when": "so"}}, ["said_on"]),
    ],
)
def test_dates_in_evidence(fact: MadeUp, fields: list[str]) -> None:
    """Each part of each date is in the passages, or its reason is given."""
    found = complaints(dates_are_in_evidence, made_up({"report/a": fact}))
    assert found == [f"report/a {field}: date-not-in-quote" for field in fields]


@pytest.mark.parametrize(
    ("when", "named"),
    [
        ("1903", "the year 1903"),
        ("-0043", "the year 44 BC"),
        ("1903-03-07", "the year 1903 or the month March or the day 7"),
        ("1903-22", "the year 1903 or the season summer"),
        ("190X", "the decade 1900"),
        ("18XX", "the 19th century"),
        ("1398-10 solar-hijri", "the year 1398 or the month Dey"),
    ],
)
def test_what_is_missing_is_named(when: str, named: str) -> None:
    """In the words of the site."""
    atlas = made_up({"report/a": {"when": when, "quote": "They left."}})
    (problem,) = dates_are_in_evidence(atlas)
    assert f" do not give {named}; " in problem.message


def test_a_figure_of_another_date() -> None:
    """A reason under `figures` is one for all of them."""
    twelve = {"as_stated": "12 men", "number": 12, "unit": "person", "as_of": "1903"}
    fact = {"quote": "12 men left.", "figures": [{**twelve, "as_of": "1904"}, twelve]}
    quoted = {**fact, "quote": "In 1904 12 men left."}
    assert complaints(dates_are_in_evidence, made_up({"report/a": quoted})) == [
        "report/a figures 1 as_of: date-not-in-quote"
    ]
    inferred = {**fact, "inferred": {"figures": "so"}}
    assert complaints(dates_are_in_evidence, made_up({"report/a": inferred})) == []
