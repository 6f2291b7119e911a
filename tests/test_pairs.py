"""Pairs: two answers that contradict each other are shown with the dates that were compared."""

from __future__ import annotations

from typing import Any

import pytest

from generator.findings.findings import find_out
from generator.markup.writer import Desk
from generator.pages.question import about_question
from tests.made_up import MadeUp, made_up

WRITTEN = [{"of": "written", "date": "1905-05", "known_from": "it says so"}]


def shown(kind: str, **fields: Any) -> list[str]:
    """The dates of the two sides of a contradiction: the first has these fields, the second a date."""
    basis = {"then": {"label": "at that time", "time": kind}}
    question: MadeUp = {
        "title": "Did they stay?",
        "choices": {"stayed": "They stayed", "left": "They left"},
        "contrary": [["stayed", "left"]],
        "basis": basis,
    }
    facts = {
        name: {
            "type": "event",
            "choices": [{"answers": "questions/stay", "choice": choice, "basis": "then"}],
            **more,
        }
        for name, choice, more in (("a/1", "stayed", fields), ("b/2", "left", {"when": "1904-01"}))
    }
    documents = {name: {"dates": WRITTEN} for name in "ab"}
    atlas = made_up(facts, questions={"stay": question}, documents=documents)
    about = about_question(Desk(atlas, find_out(atlas), "index.md"), "questions/stay")
    (group,) = about.pairs
    (contest,) = group.contests
    return [side.when for side in contest.sides]


@pytest.mark.parametrize(
    ("kind", "fields", "when"),
    [
        ("moment", {}, "no date given; compared as [by May 1905]"),
        ("moment", {"when_as_stated": "then"}, "“then” (no date); compared as [by May 1905]"),
        ("moment", {"present": "true"}, "[May 1905]"),
        ("moment", {"when": "1903"}, "1903"),
        ("fixed", {}, "no date given"),  # no dates were compared
    ],
)
def test_a_date_that_was_compared_is_shown(kind: str, fields: MadeUp, when: str) -> None:
    """If only the telling dates an answer, its date stands beside "no date given"."""
    assert shown(kind, **fields) == [when, "January 1904"]
