"""The page of an entity: which facts are on it, and which are on other pages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest

from generator.book.chapters import entity_chapters
from generator.findings.findings import find_out
from generator.markup.writer import Desk
from generator.pages.entity import EntityPage, EntityPart, entity_pages
from generator.pages.sections import by_type, flat, portions
from tests.made_up import MadeUp, fact_id, made_up, name_of

NAMES = [f"{one}{other}" for one, other in product("abcdefghjk", "0123456789")]
ENTITIES: Mapping[str, MadeUp] = {"units/guild": {"subkind": "movement"}}


def facts(**numbers: int) -> dict[str, MadeUp]:
    """So many facts of each type about the guild."""
    types = [kind for kind, number in numbers.items() for _ in range(number)]
    return {
        f"report/{name}": {"statement": f"The [[units/guild|Guild]] did {name}.", "type": kind}
        for name, kind in zip(NAMES, types, strict=False)
    }


def pages(**numbers: int) -> tuple[EntityPage, list[EntityPart]]:
    """The guild's page, and the others that have some of its facts."""
    atlas = made_up(facts(**numbers), entities=ENTITIES)
    first, *rest = entity_pages("units/guild", atlas, find_out(atlas))
    assert isinstance(first, EntityPage)
    return first, [part for part in rest if isinstance(part, EntityPart)]


@pytest.mark.parametrize(
    ("numbers", "shown", "apart"),
    [
        ({"role": 1}, [1], []),
        ({"role": 6, "event": 74}, [6, 74], []),
        ({"role": 6, "event": 75}, [6, 2], ["units/guild/event.md"]),
        ({"role": 7, "event": 74}, [2, 2], ["units/guild/role.md", "units/guild/event.md"]),
        ({"role": 7, "event": 73}, [7, 73], []),
        ({"event": 80}, [80], []),
        ({"event": 81}, [2], ["units/guild/event.md", "units/guild/event-2.md"]),
    ],
)
def test_facts_that_have_pages_of_their_own(
    numbers: dict[str, int], shown: list[int], apart: list[str]
) -> None:
    """If an entity has more than 80: all but two of those of a type with more than six."""
    first, parts = pages(**numbers)
    assert [len(section.groups) for section in first.sections] == shown
    assert [section.facts for section in first.sections] == [*numbers.values()]
    assert [part.path for part in parts] == apart
    assert [bool(section.all_of_them) for section in first.sections] == [
        number != whole for number, whole in zip(shown, numbers.values(), strict=True)
    ]


@pytest.mark.parametrize(("number", "chapters"), [(60, [60]), (61, [60, 1]), (1, [1])])
def test_chapters_of_an_entity(number: int, chapters: list[int]) -> None:
    """In the book a chapter has no more than 60."""
    atlas = made_up(facts(event=number), entities=ENTITIES)
    found = entity_chapters("units/guild", atlas, find_out(atlas))
    assert [sum(section.facts for section in one.sections) for one in found] == chapters


def test_facts_are_in_order_of_time_and_alike_together() -> None:
    """By type, in the vocabulary's order; without a date last, in the order of their document."""
    dated: Mapping[str, MadeUp] = {
        "report/a": {"type": "event"},
        "report/b": {"type": "event", "when": "1904"},
        "report/c": {"type": "event", "when": "1903"},
        "report/d": {"type": "event"},
        "report/e": {"type": "role", "when": "1905"},
        "report/f": {
            "type": "event",
            "when": "1906",
            "related_facts": [{"fact": fact_id("c"), "how": "repeats"}],
        },
    }
    atlas = made_up(dated)
    desk = Desk(atlas, find_out(atlas), "index.md")
    groups = by_type(atlas.claims.values(), desk)
    named = {
        kind: [[name_of(claim.id) for claim in group] for group in some]
        for kind, some in groups.items()
    }
    assert named == {"role": [["e"]], "event": [["c", "f"], ["b"], ["a"], ["d"]]}
    assert list(named) == ["role", "event"]
    cut = [[name_of(claim.id) for claim in flat(part)] for part in portions(groups["event"], 2)]
    assert cut == [["c", "f"], ["b", "a"], ["d"]]
    uncut = [[name_of(claim.id) for claim in flat(part)] for part in portions(groups["event"], 1)]
    assert uncut == [["c", "f"], ["b"], ["a"], ["d"]]
