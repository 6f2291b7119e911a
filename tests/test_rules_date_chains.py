"""The rule about the dates of one claim: planted chains that can't all hold are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from generator.rules.chronology import nothing_is_later_than_its_document
from generator.rules.date_chains import dates_can_all_hold
from tests.dated import dated, day
from tests.made_up import MadeUp, complaints, made_up

SOLDIERS: MadeUp = {"as_stated": "12 men", "number": 12, "unit": "person"}
LED: MadeUp = {"subject": "people/a", "relation": "commanded", "object": "units/b"}


def found(fact: MadeUp, dates: Sequence[MadeUp]) -> list[str]:
    """Where the rule complains of a fact of a document with these dates."""
    facts = {"report/1": {"when": "1890"}, "report/a": fact}
    told = complaints(dates_can_all_hold, made_up(facts, documents={"report": {"dates": dates}}))
    return [one.removeprefix("report/a ").removesuffix(": date-chain") for one in told]


@pytest.mark.parametrize(
    ("fact", "dates", "places"),
    [
        # It happened, then it was said, then it was written: on one day it may be.
        (dated(when="1903", said_on="1903"), [day("written", "1903")], []),
        (dated(when="1903-04-02", said_on="1903-04-02"), [day("written", "1903-04-02")], []),
        (dated(when="1903-04-03", said_on="1903-04-02"), [], ["dated"]),
        (dated(when="1903-04-03", said_on="1903-04"), [], []),
        (dated(when="1903-04", said_on="1903-04-01"), [], []),
        (dated(when="1903-04-03"), [day("written", "1903-04-02")], ["dated"]),
        (dated(said_on="1903-04-03"), [day("written", "1903-04-02")], ["dated"]),
        # What is open at one end may be early, or late, enough.
        (dated(when="[..1905]", said_on="1904"), [], []),
        (dated(when="1905", said_on="[1904..]"), [], []),
        # What the fact gives with a year holds; else what was concluded.
        ({"when": "1905", **dated(said_on="1904")}, [], ["when"]),
        ({"when": "XXXX-04", **dated(said_on="1904")}, [], []),
        ({"when": "XXXX-04", **dated(when="1905-04", said_on="1904")}, [], ["dated"]),
        ({"when": "1903", **dated(when="1905", said_on="1904")}, [], []),
        ({"said_on": "1904", **dated(when="1905")}, [], ["dated"]),
        ({"said_on": "XXXX-04", **dated(when="1905", said_on="1904-04")}, [], ["dated"]),
        ({"said_on": "1906", **dated(when="1905", said_on="1904")}, [], []),
        ({"said_on": "XXXX-04", **dated(when="1905")}, [], []),
        # The time of a figure and of a relation is that of what happened.
        ({"said_on": "1904", "figures": [{**SOLDIERS, "as_of": "1905"}]}, [], ["figures 0 as_of"]),
        ({"said_on": "1904", "figures": [{**SOLDIERS, "as_of": "XXXX-05"}]}, [], []),
        ({"said_on": "1904", "relations": [{**LED, "from": "1905"}]}, [], ["relations 0 from"]),
        ({"said_on": "1904", "relations": [{**LED, "from": "1903", "to": "1905"}]}, [], ["relations 0 to"]),
        # The day of writing, and that of publication.
        (dated(when="1904"), [day("published", "1903")], ["dated"]),
        (dated(when="1903-09"), [day("published", "1903-08"), day("written", "1903")], ["dated"]),
        (dated(when="1904"), [day("published", "1903"), day("written", "1904")], []),  # nor can these two
        (dated(when="1904"), [day("written", "XXXX-05"), day("published", "1903")], ["dated"]),
        (dated(when="1904"), [day("written", "XXXX-05")], []),
        (dated(when="1904"), [day("written", "XXXX-04/1903")], []),
        # What is foretold need only be said before it is written.
        ({"modality": "announced", **dated(when="1905", said_on="1904")}, [day("written", "1904")], []),
        ({"modality": "predicted", **dated(when="1905", said_on="1904")}, [day("written", "1904")], []),
        ({"modality": "predicted", **dated(when="1905", said_on="1904")}, [day("written", "1903")], ["dated"]),
        ({"modality": "denied", **dated(when="1905", said_on="1904")}, [], ["dated"]),
        # Of one mistake the nearest two are told; what is beyond them may follow from it.
        (dated(when="1905", said_on="1904"), [day("written", "1904")], ["dated"]),
        (dated(when="1905", said_on="1904"), [day("written", "1903")], ["dated", "dated"]),
        (dated(when="1905"), [day("written", "1903"), day("published", "1904")], ["dated"]),
        # Without any conclusion the rules of stated dates hold it.
        ({"figures": [{**SOLDIERS, "as_of": "1907"}]}, [day("written", "1906")], []),
        ({"relations": [{**LED, "from": "1907"}]}, [day("written", "1906")], []),
        ({"when": "1905", "said_on": "1904"}, [], []),
    ],
)  # fmt: skip
def test_the_order_of_a_claim(fact: MadeUp, dates: list[MadeUp], places: list[str]) -> None:
    """It is broken where the first day of one is after the last day of what must follow it."""
    assert found(fact, dates) == places


def told(*links: str | MadeUp | None, **fields: Any) -> MadeUp:
    """A fact that went through these links, the nearest to the document first, on these days."""
    via = [
        {"who": f"the carter {'ABC'[index]}", **({"said_on": on} if isinstance(on, str) else on or {})}
        for index, on in enumerate(links)
    ]  # fmt: skip
    return {"attributed_to": "the miller", "via": via, **fields}


@pytest.mark.parametrize(
    ("fact", "places"),
    [
        # From the first speaker to the document: the last link comes first.
        (told("1905", "1904", said_on="1903"), []),
        (told("1904", "1905", said_on="1903"), ["via 1 said_on"]),
        (told("1905", "1903", said_on="1904"), ["said_on"]),
        (told("1903", "1903", said_on="1904"), ["said_on"]),
        (told("1907", said_on="1903"), []),
        # A link without a date, or without its year, is none; another may be concluded.
        (told("1905", None, said_on="1903"), []),
        (told(None, "1902", said_on="1903"), ["said_on"]),
        (told("XXXX-04", said_on="1903"), []),
        (told(None, said_on="1907"), []),
        (told(dated(said_on="1902"), said_on="1903"), ["said_on"]),
        (told(dated(said_on="1907"), said_on="1903"), ["via 0 dated"]),
        # The complaint stands where the date is that is held against them.
        (told("1902", when="1903"), ["when"]),
        (told("1902", when="1903", said_on="1903"), ["said_on"]),
        (told("1902", **dated(when="1903")), ["dated"]),
        (told("1902", said_on="1903", **dated(when="1903")), ["said_on"]),
    ],
)
def test_the_order_of_those_who_passed_it_on(fact: MadeUp, places: list[str]) -> None:
    """None can pass on what was said later, and the document was written after all of them."""
    assert found(fact, [day("written", "1906")]) == places


@pytest.mark.parametrize(
    "fact",
    [
        {"when": "1907"},
        {"said_on": "1907"},
        {"said_on": "1907", "modality": "announced"},
        told("1907", modality="predicted"),
    ],
)
def test_one_mistake_is_reported_once(fact: MadeUp) -> None:
    """The rule of chains does not repeat what the rules of stated dates find."""
    dates = [day("written", "1906")]
    atlas = made_up({"report/a": fact}, documents={"report": {"dates": dates}})
    assert len(complaints(nothing_is_later_than_its_document, atlas)) == 1
    assert found(fact, dates) == []
