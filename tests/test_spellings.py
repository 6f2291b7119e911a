"""The documents that write a name so are found without searching every document for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.atlas.atlas import Atlas
from generator.atlas.names import Names
from generator.check import check
from generator.findings.spellings import written_in
from generator.text.matching import is_inside_word, occurrences
from tests.made_up import made_up
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
    """A spelling has the documents in which it stands as whole words, in their order."""
    found = written_in(atlas)
    assert found == _searched(atlas)
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


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The Guild of Millers met.", {"guild of millers"}),
        ("The Guild of Millers met, and Millers sang.", {"guild of millers", "millers"}),
        ("The Guild met.", {"guild"}),
        ("Millers of the Guild of Millers", {"millers", "guild of millers"}),
        ("The Guild of Millerstown, a Guild", {"guild"}),
        ("Nobody came.", set()),
    ],
)
def test_the_longest_name_comes_first(text: str, written: set[str]) -> None:
    """What stands only inside a longer name, of whatever entity, is not written there."""
    entities = {
        "units/guild": {"name": "Guild"},
        "units/guild-of-millers": {"name": "Guild of Millers"},
        "people/millers": {"name": "Millers"},
    }
    atlas = made_up({}, entities=entities, texts={"report": text})
    found = written_in(atlas)
    assert {name.casefold() for name, documents in found.items() if documents} == written
