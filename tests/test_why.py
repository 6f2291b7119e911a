"""Why two answers compare as they do, in plain sentences."""

from __future__ import annotations

from typing import Any

import pytest

from generator.findings.findings import find_out
from generator.markup.escaping import filled
from generator.markup.writer import Desk
from tests.dated import dated
from tests.made_up import MadeUp, made_up

STAY: MadeUp = {
    "title": "Did they stay?",
    "choices": {"stayed": "They stayed", "left": "They left"},
    "contrary": [["stayed", "left"]],
    "population": {"guards": "guards"},
    "basis": {
        "then": {"label": "at that time", "time": "moment"},
        "span": {"label": "all that time", "time": "span"},
    },
}
PAID: MadeUp = {
    "title": "What was paid?",
    "unit": "money",
    "basis": {"paid": {"label": "paid", "time": "fixed"}},
}


def says(choice: str, when: str | None = "1903-05", *who: str, **fields: Any) -> MadeUp:
    """A fact that gives one choice."""
    basis = fields.pop("basis", "then")
    given = {"answers": "questions/stay", "choice": choice, "basis": basis}
    people = {"population": [*(who or ("guards",))]}
    return {"choices": [{**given, **people}], **({"when": when} if when else {}), **fields}


def paid(number: int, per: str) -> MadeUp:
    """A fact that gives a rate."""
    given = {"as_stated": "12", "unit": "money", "currency": "GBP", "number": number, "per": per}
    return {"figures": [{**given, "answers": "questions/paid", "basis": "paid"}]}


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        (says("stayed"), says("stayed"), ["same-choice"]),
        (says("stayed"), says("left"), ["contrary"]),
        (says("stayed"), says("left", None), ["contrary", "unless time"]),
        (says("stayed"), says("left", "1903-05", "strangers"), ["contrary", "unless people"]),
        (says("stayed"), says("left", None, "strangers"), ["contrary", "unless time", "unless people"]),
        (says("stayed"), says("left", "1903-08"), ["contrary", "apart 2 months"]),
        (says("stayed"), says("left", "1909-08"), ["contrary", "apart 6 years"]),
        (says("stayed"), says("stayed", "1903-07-04"), ["same-choice", "apart 34 days"]),
        # Where only the order is known, there is no time to tell.
        (
            says("stayed"),
            says("left", None, **dated(when="[1903..1904]", after=["1"])),
            ["contrary", "ordered", "concluded"],
        ),
        (says("stayed"), says("stayed", None, **dated(when="1903-05")), ["same-choice", "concluded"]),
        # Of two that are of different things, it does not matter how their dates are known.
        (says("stayed", basis="other"), says("stayed", None, **dated(when="1903-05")), ["basis"]),
        # That they overlap rests on them.
        (
            says("stayed", "1903/1904", basis="span"),
            says("stayed", None, basis="span", **dated(when="1904/1905")),
            ["time-overlap", "concluded"],
        ),
        (paid(1, "month"), paid(12, "year"), ["same-amount", "yearly"]),
    ],
)  # fmt: skip
def test_why_it_came_out_so(one: MadeUp, other: MadeUp, parts: list[str]) -> None:
    """The reason, what would part the two, the time between them, and what was done to compare."""
    atlas = made_up({"letter/1": one, "report/2": other}, questions={"stay": STAY, "paid": PAID})
    findings = find_out(atlas)
    (pair,) = (one for pairs in findings.by_question.values() for one in pairs)
    desk = Desk(atlas, findings, "index.md")
    assert desk.why(pair) == " ".join(_phrase(part, desk) for part in parts)


def _phrase(part: str, desk: Desk) -> str:
    """A phrase of the wording, by its name and what fills it."""
    words, (name, _, rest) = desk.wording.comparing, part.partition(" ")
    match name:
        case "unless":
            return str(words.unless[rest])
        case "apart":
            return filled(words.apart, time=rest)
        case "ordered" | "concluded" | "yearly":
            return str(words[name])
        case _:
            return str(desk.wording.reasons[name])
