"""Neighbours: who has ties to an entity or is named with it, in which order, and how firmly."""

from __future__ import annotations

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.neighbours import Neighbour, asserted, named_together, tied
from generator.findings.ties import ties_of
from tests.made_up import MadeUp, claim, made_up, name_of

GUILD = "units/guild"
NAMES = {
    GUILD: "Guild",
    "units/band": "Band",
    "units/crew": "Crew",
    "people/ada": "Ada",
    "people/edo": "Edo",
    "people/x": "Mo",
    "people/y": "Lu",
}


def _tie(subject: str, relation: str, other: str = GUILD) -> MadeUp:
    return {"subject": subject, "relation": relation, "object": other}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Ties of a guild, in several claims, and others who are only named with it."""
    facts: dict[str, MadeUp] = {
        "report/a": {"relations": [_tie("units/band", "part-of"), _tie(GUILD, "part-of", "units/crew")]},
        "report/b": {"relations": [_tie("people/x", "belonged-to"), _tie("people/y", "belonged-to")]},
        "report/c": {"relations": [_tie("people/edo", "commanded"), _tie("people/edo", "belonged-to")]},
        "report/d": {"relations": [_tie("people/edo", "belonged-to")], "modality": "predicted"},
        "report/e": {"relations": [_tie("people/ada", "led")], "modality": "denied"},
        "report/f": {"relations": [_tie(GUILD, "part-of", GUILD)]},
        "report/g": {"topics": [GUILD, "people/ada", "people/y"]},
        "report/h": {"topics": [GUILD, "people/x", "units/nobody"]},
        "letter/j": {"topics": [GUILD, "people/ada"]},
    }  # fmt: skip
    return made_up(facts, entities={ref: {"name": name} for ref, name in NAMES.items()})


def _tied(atlas: Atlas, most: int = 9) -> tuple[Neighbour, ...]:
    return tied(GUILD, ties_of(GUILD, atlas), atlas, most)


def test_each_neighbour_has_all_ties_and_claims(atlas: Atlas) -> None:
    """In the vocabulary's order of their first tie, then inward before outward, then by name."""
    found = [(one.ref, one.relations, [name_of(c.id) for c in one.claims]) for one in _tied(atlas)]
    assert found == [
        ("people/edo", (("commanded", True), ("belonged-to", True)), ["c", "d"]),
        ("people/ada", (("led", True),), ["e"]),
        ("people/y", (("belonged-to", True),), ["b"]),
        ("people/x", (("belonged-to", True),), ["b"]),
        ("units/crew", (("part-of", False),), ["a"]),
        ("units/band", (("part-of", True),), ["a"]),
    ]


def test_those_with_the_most_claims_are_kept(atlas: Atlas) -> None:
    """Then those whose name comes first; the order stays that of the vocabulary."""
    assert [one.ref for one in _tied(atlas, 1)] == ["people/edo"]
    assert [one.ref for one in _tied(atlas, 3)] == ["people/edo", "people/ada", "units/band"]


def test_both_ways_between_two_are_told_apart() -> None:
    """A tie and its reverse are two ties of one neighbour, its own first."""
    both = [_tie("units/band", "part-of"), _tie(GUILD, "part-of", "units/band")]
    facts: dict[str, MadeUp] = {
        "report/a": {"relations": both},
        "report/b": {"relations": both[:1]},
    }
    atlas = made_up(facts, entities={ref: {} for ref in (GUILD, "units/band")})
    (found,) = _tied(atlas)
    assert found.relations == (("part-of", False), ("part-of", True))
    assert [name_of(one.id) for one in found.stating("part-of", turned=False)] == ["a"]
    assert [name_of(one.id) for one in found.stating("part-of", turned=True)] == ["a", "b"]
    assert found.stating("led", turned=True) == ()


def test_a_tie_is_firm_if_a_claim_asserts_it(atlas: Atlas) -> None:
    """One that is only denied or predicted is not; nor is a name beside a name."""
    firm = {one.ref for one in _tied(atlas) if one.firm}
    assert firm == {"people/edo", "people/x", "people/y", "units/crew", "units/band"}
    assert not any(one.firm for one in named_together(GUILD, atlas, 9))
    assert asserted([claim(atlas, "d"), claim(atlas, "c")])
    assert not asserted([claim(atlas, "d"), claim(atlas, "e")])


def test_who_is_named_together_with_it(atlas: Atlas) -> None:
    """The most often named first, then by name; only entities that have a record."""
    found = [
        (one.ref, one.ties, [name_of(c.id) for c in one.claims])
        for one in named_together(GUILD, atlas, 9)
    ]
    assert found == [
        ("people/ada", (), ["j", "e", "g"]),
        ("people/edo", (), ["c", "d"]),
        ("people/y", (), ["b", "g"]),
        ("people/x", (), ["b", "h"]),
        ("units/band", (), ["a"]),
        ("units/crew", (), ["a"]),
    ]
    assert [one.ref for one in named_together(GUILD, atlas, 2)] == ["people/ada", "people/edo"]
    assert named_together("people/nobody", atlas, 9) == ()
