"""Sections: what is grouped, in what order, and where a page or a chapter ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from generator.atlas.atlas import Atlas
from generator.book.chapters import entity_chapters
from generator.findings.findings import find_out
from generator.markup.escaping import text_of
from generator.markup.writer import Desk
from generator.pages.entity import EntityPage, EntityPart, entity_pages
from generator.pages.sections import Section, by_type, in_time, most_telling, portions
from tests.made_up import MadeUp, made_up, name_of

CREW = "units/crew"


def crew(facts: Mapping[str, MadeUp]) -> Atlas:
    """Facts of one report, all about the crew."""
    told = {
        f"report/{name}": {"statement": f"The [[{CREW}|crew]] did {name}.", **fields}
        for name, fields in facts.items()
    }
    return made_up(told, entities={CREW: {}})


def test_dates_come_first() -> None:
    """Claims stand in order of time; those without a date follow in the order of their document."""
    atlas = crew({"z": {}, "d": {"when": "1903"}, "a": {}, "c": {"when": "1901-05"}})
    assert [name_of(one.id) for one in in_time(atlas.about[CREW])] == ["c", "d", "z", "a"]


def test_claims_that_say_the_same_are_together() -> None:
    """Beside the first of them, and only within their type; types are in the vocabulary's order."""
    repeats = {"related_facts": [{"fact": "f-0000000a", "how": "repeats"}]}
    atlas = crew(
        {
            "m": {"type": "motive"},
            "a": {"when": "1901"},
            "b": {"when": "1902"},
            "c": {"when": "1903", **repeats},
            "n": {"type": "motive", **repeats},
        }
    )
    desk = Desk(atlas, find_out(atlas), "units/crew.md")
    grouped = {
        kind: [[name_of(one.id) for one in group] for group in groups]
        for kind, groups in by_type(atlas.about[CREW], desk).items()
    }
    assert grouped == {"event": [["a", "c"], ["b"]], "motive": [["m"], ["n"]]}
    assert list(grouped) == [kind for kind in atlas.config.vocabulary.types if kind in grouped]


@pytest.mark.parametrize(
    ("sizes", "cut"),
    [
        ([], [[]]),
        ([1, 1, 1], [[1, 1, 1]]),
        ([1, 1, 1, 1], [[1, 1, 1], [1]]),
        ([2, 2, 1], [[2], [2, 1]]),
        ([5, 1], [[5], [1]]),
        ([1, 5], [[1], [5]]),
    ],
)
def test_a_portion_holds_three(sizes: list[int], cut: list[list[int]]) -> None:
    """No portion has more, unless a single group has: claims that say the same are not parted."""
    claim = next(iter(crew({"a": {}}).claims.values()))
    groups = [(claim,) * size for size in sizes]
    assert [list(map(len, portion)) for portion in portions(groups, 3)] == cut


def _of_types(events: int, motives: int) -> Atlas:
    facts: dict[str, MadeUp] = {f"e{number}": {} for number in range(events)}
    return crew(facts | {f"m{number}": {"type": "motive"} for number in range(motives)})


def _shown(sections: Iterable[Section]) -> dict[str, tuple[int, int]]:
    """Of each type, how many facts there are, and how many stand here."""
    return {one.key: (one.facts, sum(len(group.lines) for group in one.groups)) for one in sections}


@pytest.mark.parametrize(
    ("events", "motives", "here", "pages"),
    [
        (73, 7, {"event": (73, 73), "motive": (7, 7)}, []),
        (74, 7, {"event": (74, 2), "motive": (7, 2)}, ["event", "motive"]),
        (75, 6, {"event": (75, 2), "motive": (6, 6)}, ["event"]),
        (81, 0, {"event": (81, 2)}, ["event", "event-2"]),
    ],
)
def test_an_entity_with_many_facts_is_split(
    events: int, motives: int, here: dict[str, tuple[int, int]], pages: list[str]
) -> None:
    """With more than 80 facts, a type with more than 6 has pages of its own and 2 facts here."""
    atlas = _of_types(events, motives)
    whole, *parts = entity_pages(CREW, atlas, find_out(atlas))
    assert isinstance(whole, EntityPage)
    assert _shown(whole.sections) == here
    assert [part.path for part in parts] == [f"{CREW}/{name}.md" for name in pages]
    led_to = [text_of(one.all_of_them) for one in whole.sections if one.all_of_them]
    assert len(led_to) == len({name.partition("-")[0] for name in pages})
    for one in whole.sections:
        assert bool(one.all_of_them) == (one.key in pages)
        assert not one.all_of_them or f"{one.facts} " in text_of(one.all_of_them)
    for part in parts:
        assert isinstance(part, EntityPart)
        assert len(part.notes) <= 80
    assert sum(len(part.notes) for part in parts) == sum(
        count for kind, (count, _) in here.items() if kind in pages
    )


def test_what_most_documents_say_and_what_is_disputed_is_on_a_page() -> None:
    """Of the claims that it has no room for; those that it has keep their order."""
    led = {"statement": f"The [[{CREW}|crew]] left.", "when": "1901"}
    choices = {"rain": "For rain", "snow": "For snow"}
    why = {"title": "Why?", "choices": choices, "contrary": [[*choices]]}
    rain, snow = (
        {"choices": [{"answers": "questions/why", "choice": one}], "when": "1903"}
        for one in ("rain", "snow")
    )
    facts: dict[str, MadeUp] = {
        "report/a": {"statement": f"The [[{CREW}|crew]] sang.", "when": "1899"},
        "report/b": {"statement": f"The [[{CREW}|crew]] came for rain.", **rain},
        "report/c": led,
        "memoir/d": led,
        "memoir/e": {"statement": "They came for snow.", **snow},
    }
    atlas = made_up(facts, questions={"why": why}, entities={CREW: {}})
    desk = Desk(atlas, find_out(atlas), f"{CREW}.md")
    (groups,) = by_type(atlas.about[CREW], desk).values()
    shown = [
        [[name_of(one.id) for one in group] for group in most_telling(groups, most, desk)]
        for most in (1, 2, 3)
    ]
    assert shown == [[["d", "c"]], [["d", "c"], ["b"]], [["a"], ["d", "c"], ["b"]]]


@pytest.mark.parametrize(("facts", "chapters"), [(0, [0]), (60, [60]), (61, [60, 1])])
def test_an_entity_with_many_facts_has_several_chapters(facts: int, chapters: list[int]) -> None:
    """A chapter of the book has 60 facts at most; only the first is about the entity itself."""
    atlas = _of_types(facts, 0)
    made = list(entity_chapters(CREW, atlas, find_out(atlas)))
    assert [len(one.notes) for one in made] == chapters
    assert [one.about is not None for one in made] == [True, *[False] * (len(chapters) - 1)]
