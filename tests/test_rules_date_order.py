"""The rules about dates and what they rest on: planted orders that can't hold are found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.rules.date_order import dates_meet_their_evidence, what_came_after_can_hold
from tests.dated import dated
from tests.made_up import MadeUp, complaints, made_up


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
@pytest.mark.parametrize("kind", ["when", "said_on", "link"])
def test_a_date_and_what_it_rests_on(
    kind: str, field: str, date: str, other: MadeUp, holds: bool
) -> None:
    """It meets the time of the claims that show it, or is after or before theirs: a link's, too."""
    found = dated(**{"said_on" if kind == "link" else kind: date, field: ["c", "x", "a", "b"]})
    passed_on = {"attributed_to": "a guard", "via": [{"who": "a clerk", **found}]}
    facts: Mapping[str, MadeUp] = {
        "report/a": passed_on if kind == "link" else found,
        "report/b": other,
        "report/c": {},
    }
    place = f"{'via 0 ' if kind == 'link' else ''}dated {field} 3"
    told = complaints(dates_meet_their_evidence, made_up(facts))
    assert told == ([] if holds else [f"report/a {place}: date-chain"])


@pytest.mark.parametrize(
    ("dates", "holds"),
    [
        ({"when": "1903", "said_on": "1905"}, True),
        ({"when": "1902", "said_on": "1903"}, False),
    ],
)
def test_the_date_of_the_event_is_checked_against_its_evidence(dates: MadeUp, holds: bool) -> None:
    """Where both are concluded, the evidence is of the event; facts without one hide nothing."""
    facts = {
        "report/1": {},
        "report/a": dated(facts=["b"], **dates),
        "report/b": {"when": "1903"},
    }
    told = complaints(dates_meet_their_evidence, made_up(facts))
    assert told == ([] if holds else ["report/a dated facts 0: date-chain"])


OPEN = "[1900..1909]"
"""A time so wide that it clashes with none of the others."""


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        # A way back of two steps, or three, whose middle could be early or late.
        ({"a": {"when": "1905"}, "b": dated(when=OPEN, after=["a"]), "c": dated(when="1903", after=["b"])}, ["c"]),
        ({"a": {"when": "1903"}, "b": dated(when=OPEN, after=["a"]), "c": dated(when="1905", after=["b"])}, []),
        ({"a": {"when": "1903-04-02"}, "b": dated(when=OPEN, after=["a"]), "c": dated(when="1903-04-02", after=["b"])}, []),
        (
            {
                "a": {"when": "1905"},
                "b": dated(when=OPEN, after=["a"]),
                "c": dated(when=OPEN, after=["b"]),
                "d": dated(when="1903", after=["c"]),
            },
            ["d"],
        ),
        # Told by `before`, or by both.
        ({"a": dated(when="1905", before=["b"]), "b": dated(when=OPEN, before=["c"]), "c": {"when": "1903"}}, ["c"]),
        ({"a": {"when": "1905"}, "b": dated(when=OPEN, after=["a"], before=["c"]), "c": {"when": "1903"}}, ["c"]),
        # What has no date stands between as well.
        ({"a": {"when": "1905"}, "b": {}, "c": dated(when="1903", after=["b"]), "d": dated(when="1906", after=["a"], before=["b"])}, ["c"]),
        # Two that clash next to each other are told by another rule, and nothing that follows.
        ({"a": {"when": "1905"}, "b": dated(when="1904", after=["a"]), "c": dated(when="1903", after=["b"])}, []),
        ({"a": {"when": "1905"}, "c": dated(when="1903", after=["a"])}, []),
        # What is of the same time puts nothing in order.
        ({"a": {"when": "1905"}, "b": dated(when=OPEN, facts=["a"]), "c": dated(when="1903", after=["b"])}, []),
        # A ring, which is told once.
        ({"a": dated(when="1903", after=["b"]), "b": dated(when="1903", after=["a"])}, ["a"]),
        ({"a": dated(when="1903", after=["b"]), "b": dated(when="1903", before=["a"])}, []),
        (
            {
                "a": dated(when="1903", after=["b"]),
                "b": dated(when="1903", after=["c"]),
                "c": dated(when="1903", after=["a", "d"]),
                "d": {"when": "1903"},
            },
            ["a"],
        ),
        # Other rules tell of a fact that is not there, and of the fact itself.
        ({"a": dated(when="1903", after=["a", "x"], before=["x"])}, []),
        # When it was said is not in order with what happened.
        ({"a": {"when": "1905"}, "b": {"when": "1903", **dated(said_on=OPEN, after=["a"])}, "c": dated(when="1904", after=["b"])}, []),
    ],
)  # fmt: skip
def test_what_came_after_what(facts: Mapping[str, MadeUp], told: list[str]) -> None:
    """None ended before what it came after began, by however many steps, or came after itself."""
    atlas = made_up({f"report/{name}": fact for name, fact in facts.items()})
    found = [one.split(" ")[0].rstrip(":") for one in complaints(what_came_after_can_hold, atlas)]
    assert found == [f"report/{name}" for name in told]
