"""Pairs: two answers that contradict each other are shown with the dates that were compared."""

from __future__ import annotations

from typing import Any

import pytest

from generator.findings.findings import find_out
from generator.markup.escaping import text_of
from generator.markup.writer import Desk
from generator.pages.pairs import Group
from generator.pages.question import about_question
from tests.made_up import MadeUp, made_up

WRITTEN = [{"of": "written", "date": "1905-05", "known_from": "it says so"}]


def compared(kind: str, *, choice: str = "left", **fields: Any) -> Group:
    """The only group of pairs: the first answer has these fields, the second a date."""
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
        for name, choice, more in (("a/1", "stayed", fields), ("b/2", choice, {"when": "1904-01"}))
    }
    documents = {name: {"dates": WRITTEN} for name in "ab"}
    atlas = made_up(facts, questions={"stay": question}, documents=documents)
    about = about_question(Desk(atlas, find_out(atlas), "index.md"), "questions/stay")
    (group,) = about.pairs
    return group


def shown(kind: str, **fields: Any) -> list[str]:
    """The dates of the two sides of a contradiction."""
    (contest,) = compared(kind, **fields).contests
    return [text_of(side.when) for side in contest.sides]


@pytest.mark.parametrize(
    ("kind", "fields", "when"),
    [
        ("moment", {}, "[by May 1905]"),
        ("moment", {"when_as_stated": "then"}, "“then” [by May 1905]"),
        ("moment", {"present": "true"}, "[May 1905]"),
        ("moment", {"when": "1903"}, "1903"),
        ("moment", {"said_as_stated": "once"}, "said (“once”) [by May 1905]"),
        ("moment", {"modality": "predicted"}, "said in [May 1905]"),
    ],
)
def test_a_date_that_was_compared_is_shown(kind: str, fields: MadeUp, when: str) -> None:
    """If only the telling dates an answer, its date is the latest that this leaves."""
    assert shown(kind, **fields) == [when, "January 1904"]


@pytest.mark.parametrize(
    ("kind", "fields", "one", "why"),
    [
        ("span", {"when": "1903-12/1904-06"}, "1", "around"),
        ("moment", {}, "1 (compared as [by May 1905])", "concluded"),
        ("moment", {"present": "true"}, "1 (compared as [May 1905])", "concluded"),
        ("moment", {"when": "1904-01"}, "1", ""),
        ("fixed", {}, "1", ""),  # no dates were compared
    ],
)
def test_a_list_of_pairs_has_dates_that_only_the_telling_gives(
    kind: str, fields: MadeUp, one: str, why: str
) -> None:
    """If the verdict rests on them; a reader sees the others beside the claims."""
    group = compared(kind, choice="stayed", **fields)
    ((reason, ((first, other),)),) = group.reasons
    assert text_of(first).removeprefix("They stayed A") == one
    assert text_of(other) == "They stayed B2"
    assert ("inferred from evidence" in reason) == (why == "concluded")
