"""The ties between entities: each once, with every claim that states it."""

from __future__ import annotations

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.ties import Tie, ties, ties_of
from tests.made_up import MadeUp, made_up, name_of


def tie(subject: str, relation: str, other: str, **dates: str) -> MadeUp:
    """A tie as a fact states it."""
    return {"subject": subject, "relation": relation, "object": other, **dates}


LED = ("people/ada", "commanded", "units/guild")
PART = ("units/guild", "part-of", "units/town")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Ties of three facts in two documents, one of them stated thrice."""
    return made_up(
        {
            "report/a": {"relations": [tie(*LED, **{"from": "1901"}), tie(*PART)]},
            "letter/b": {"relations": [tie(*LED, to="1904")]},
            "report/c": {"relations": [tie(*LED)]},
            "report/d": {"relations": [tie("people/ada", "unheard-of", "units/guild")]},
            "report/e": {"relations": [tie("people/edo", "commanded", "units/guild")]},
            "letter/f": {"statement": "[[people/ada|Ada]] spoke of the [[units/town|Town]]."},
        }
    )


def ends(found: tuple[Tie, ...]) -> list[tuple[str, str, str]]:
    """Each tie by its ends and its kind."""
    return [(one.subject, one.relation, one.object) for one in found]


def test_each_tie_is_there_once(atlas: Atlas) -> None:
    """Sorted by its ends, and none of a relation that the vocabulary does not know."""
    assert ends(ties(atlas)) == [LED, ("people/edo", "commanded", "units/guild"), PART]


def test_a_tie_has_all_who_state_it(atlas: Atlas) -> None:
    """Each claim in the order of the documents, with the dates that it gives."""
    led = ties(atlas)[0]
    stated = [
        (name_of(claim.id), one.from_ and one.from_.text, one.to and one.to.text)
        for claim, one in led.stated
    ]
    assert stated == [("b", None, "1904"), ("a", "1901", None), ("c", None, None)]
    assert led.sources == {"sources/letter", "sources/report"}


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("people/ada", [LED]),
        ("units/guild", [LED, ("people/edo", "commanded", "units/guild"), PART]),
        ("units/town", [PART]),
        ("people/nobody", []),
    ],
)
def test_ties_of_one(atlas: Atlas, ref: str, expected: list[tuple[str, str, str]]) -> None:
    """From either end; a claim that names it states other ties as well, which are not its own."""
    assert ends(ties_of(ref, atlas)) == expected


def test_ties_that_one_claim_states_of_others() -> None:
    """They do not belong to whoever else the claim names."""
    fact = {"relations": [tie(*LED), tie(*PART)]}
    found = ties_of("people/ada", made_up({"report/a": fact}))
    assert ends(found) == [LED]
