"""The documents that write a name so are found without searching every document for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.atlas.atlas import Atlas
from generator.atlas.names import Names
from generator.check import check
from generator.findings.spellings import written_in
from generator.text.matching import is_inside_word, occurrences
from tests.made_up import MadeUp, made_up
from tests.project import lay_out


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the fictional project."""
    made = check(lay_out(tmp_path_factory.mktemp("spellings") / "project")).atlas
    assert made is not None
    return made


def _places(name: str, text: str) -> set[tuple[int, int]]:
    return {
        (start, start + len(name))
        for start in occurrences(name, text)
        if not is_inside_word(text, start) and not is_inside_word(text, start + len(name))
    }


def _searched(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Each name with the documents that have it outside all longer names, tried one by one."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(atlas.names.by_spelling, ())
    for ref, document in atlas.documents.items():
        text = document.seed.flat if document.seed else ""
        places = {name: _places(name, text) for name in found}
        taken = {place for some in places.values() for place in some}
        for name, own in places.items():
            if any(not _is_within(place, taken) for place in own):
                found[name] += (ref,)
    return found


def _is_within(place: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    start, end = place
    return any(a <= start and end <= b and (a, b) != place for a, b in others)


def test_each_spelling_has_its_documents(atlas: Atlas) -> None:
    """A spelling has the documents in which it stands as whole words, perhaps not in a longer one."""
    found, least = written_in(atlas), _searched(atlas)
    texts = {ref: one.seed.flat for ref, one in atlas.documents.items() if one.seed}
    for name, documents in found.items():
        most = [ref for ref, text in texts.items() if _places(name, text)]
        assert [ref for ref in most if ref in documents] == [*documents]
        assert {*least[name]} <= {*documents}
    assert any(len(documents) > 1 for documents in found.values())
    assert any(not documents for documents in found.values())


def test_whatever_a_name_is_made_of(atlas: Atlas) -> None:
    """It makes no difference what a name is: letters, digits, signs, parts of words."""
    texts = [one.seed.flat for one in atlas.documents.values() if one.seed]
    names = {
        name: ()
        for text in texts
        for start in range(0, len(text), 9)
        for length in (1, 2, 5, 9, 20)
        if (name := text[start : start + length].strip())
    }
    other = replace(atlas, names=Names(names))
    found = written_in(other)
    assert found == _searched(other)
    assert {len(documents) for documents in found.values()} >= {0, 1, 2}


ENTITIES: Mapping[str, MadeUp] = {
    "units/guild": {"name": "Guild", "aliases": ["Upper Guild", "Upper Guild of Wend"]},
    "units/guild-of-millers": {"name": "Guild of Millers"},
    "people/millers": {"name": "Millers"},
    "people/edo": {"name": "Edo"},
    "units/house-of-edo": {"name": "House of Edo"},
    "topics/wend": {"name": "Wend", "subkind": "place"},
    "topics/wend-valley": {"name": "Wend Valley", "subkind": "place"},
    "topics/raid-on-wend": {"name": "raid on Wend", "subkind": "event"},
}
LED = {"subject": "people/edo", "relation": "led", "object": "units/house-of-edo"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The Guild of Millers met.", ["Guild of Millers"]),
        ("The Guild of Millers met, and Millers sang.", ["Guild of Millers", "Millers"]),
        ("The Guild met.", ["Guild"]),
        ("Millers of the Guild of Millers", ["Guild of Millers", "Millers"]),
        ("The Guild of Millerstown, a Guild", ["Guild"]),
        # Another spelling of the same entity hides a shorter one, but not its name.
        ("The Upper Guild met.", ["Guild", "Upper Guild"]),
        ("The Upper Guild of Wend met.", ["Guild", "Upper Guild of Wend"]),
        (
            "The Upper Guild of Wend, or Upper Guild",
            ["Guild", "Upper Guild", "Upper Guild of Wend"],
        ),
        # What a claim ties to the longer name is named by it.
        ("The House of Edo fell.", ["Edo", "House of Edo"]),
        # A place in the name of what happened is named; in that of another place it is not.
        ("The raid on Wend", ["Wend", "raid on Wend"]),
        ("The Wend Valley", ["Wend Valley"]),
        ("Nobody came.", []),
    ],
)
def test_a_name_inside_a_longer_one(text: str, written: list[str]) -> None:
    """The longest name comes first, where the shorter one is no mention of its bearer."""
    facts = {"letter/1": {"relations": [LED]}}
    atlas = made_up(facts, entities=ENTITIES, texts={"report": text})
    found = written_in(atlas)
    assert sorted(name for name in found if "sources/report" in found[name]) == written


def test_a_tie_works_both_ways() -> None:
    """Whichever of the two is the subject."""
    led = {"subject": "units/house-of-edo", "relation": "founded", "object": "people/edo"}
    atlas = made_up(
        {"letter/1": {"relations": [led]}}, entities=ENTITIES, texts={"report": "House of Edo"}
    )
    assert written_in(atlas)["Edo"] == ("sources/report",)
    apart = made_up({}, entities=ENTITIES, texts={"report": "House of Edo"})
    assert written_in(apart)["Edo"] == ()
