"""The times that answers speak of: each row is a made-up fact, or a date, and what is told of it."""

from __future__ import annotations

import pytest

from generator.findings.periods import is_loose, is_said
from generator.findings.timing import Known, Timing
from generator.text.dates import parse
from tests.dated import dated
from tests.made_up import MadeUp, made_up

WHY: MadeUp = {"title": "Why did they come?", "choices": {"bread": "for bread"}}
CHOSEN: MadeUp = {"choices": [{"answers": "questions/why", "choice": "bread"}]}


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({"said_on": "1904"}, True),
        (dated(said_on="1904"), True),
        ({"modality": "predicted"}, True),
        ({"said_on": "1904", "when": "1904"}, False),
        ({"said_on": "1904", "when": "XXXX-04"}, False),
        # The same date, for what was told and for the telling.
        (dated(when="1904", said_on="1904"), False),
        ({"said_on": "1904", **dated(when="1904")}, False),
        ({}, False),
        ({"present": True}, False),
    ],
)
def test_a_date_of_saying_is_no_other(fact: MadeUp, said: bool) -> None:
    """The date of an answer is that of saying so only where nothing tells another one."""
    document = {"dates": [{"of": "written", "date": "1905", "known_from": "its foot"}]}
    facts = {"report/1": {**CHOSEN, **fact}}
    atlas = made_up(facts, questions={"why": WHY}, documents={"report": document})
    (answer,) = atlas.answers["questions/why"]
    assert is_said(answer) is said


@pytest.mark.parametrize(
    ("date", "known", "loose"),
    [
        ("1903", "stated", False),
        ("[..1903]", "stated", True),
        ("../1903", "stated", True),
        ("1903/..", "stated", False),
        ("[1901..1909]", "stated", False),
        ("[1901..1909]", "dated", True),
        ("1901/1909", "dated", False),
        # A year is no more than a leap year has days.
        ("[1904-01-01..1905-01-01]", "dated", False),
        ("[1904-01-01..1905-01-02]", "dated", True),
    ],
)
def test_a_loose_time_is_no_end_of_a_range(date: str, known: Known, loose: bool) -> None:
    """One that begins nowhere, or that we conclude to be somewhere within more than a year."""
    assert is_loose(Timing(parse(date), known)) is loose
