"""The search answers: what readers type finds the page that answers it, by the site's own scripts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from generator.data.search_index import search_files
from generator.findings.findings import find_out
from generator.site import files
from tests.made_up import fact_id, made_up
from tests.project import Project
from tests.readers import FOUND, answers, is_found, queries


def test_readers_find_what_they_look_for(
    real: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of hundreds of queries as readers type them, nearly all find what they want in three."""
    asked = queries()
    given = answers(search_files(real.atlas, real.findings), tmp_path, [one.text for one in asked])
    missed = [
        f"{one.kind}: {one.text}: {', '.join(ref for ref, _ in answer['found'][:3]) or 'nothing'}"
        for one, answer in zip(asked, given, strict=True)
        if not is_found(one, answer["found"])
    ]
    with capsys.disabled():
        score = f"\nsearch: {len(asked) - len(missed)} of {len(asked)} queries find what is wanted"
        sys.stdout.write("\n  not ".join([score, *missed]) + "\n")
    assert len(asked) >= 250
    assert len({one.kind for one in asked}) >= 18
    assert len(missed) <= len(asked) * (1 - FOUND)


def test_parts_of_names_without_spaces_are_found(world: Project, tmp_path: Path) -> None:
    """Chinese, Japanese and Thai: nothing shows where a word begins, so it may begin anywhere."""
    parts = ("温德钟楼行会", "行会", "钟楼行", "鐘楼組合", "組合", "ระฆัง", "หอระฆังเวนด์")
    found = answers(search_files(world.atlas, world.findings), tmp_path, [*parts, "革命"])
    assert [one["found"][0][0] for one in found[:-1]] == ["units/wend-guild"] * len(parts)
    assert found[-1]["found"] == []


FACTS = {
    "report/a": {"statement": "The mill of Adana burnt on the day of the fair."},
    "report/b": {
        "statement": "Two boats of [[people/edo-abiko|Abiko]] were sunk by the [[units/ferrymen|ferrymen]]."
    },
    "report/c": {"statement": "The ferrymen are not very skilled."},
    "report/d": {"statement": "A [[topics/burning-of-the-mill|blaze]] took the granary at dusk."},
    **{f"report/{letter}": {"statement": f"It rained on day {letter}."} for letter in "efghjkmn"},
}
ENTITIES: dict[str, dict[str, Any]] = {
    "people/edo-abiko": {
        "name": "Edo Abiko",
        "aliases": ["Ed Abico"],
        "asked_as": ["headman of Adana"],
    },
    "units/ferrymen": {"name": "Ferrymen", "asked_as": ["Boat People"]},
    "topics/burning-of-the-mill": {"name": "Burning of the mill", "subkind": "event"},
}
QUESTIONS: dict[str, dict[str, Any]] = {
    "boats": {
        "title": "How many boats were sunk?",
        "unit": "person",
        "asked_as": ["Number of vessels lost"],
    },
    "why-they-came": {
        "title": "What brought the ferrymen to the town?",
        "choices": {"market": "The market of spices"},
        "asked_as": ["Why did the ferrymen come"],
    },
}


WANTED = {
    "Edo": "people/edo-abiko",
    "headman": "people/edo-abiko",  # an office, which is no name
    "the boat people": "units/ferrymen",
    "how many boats sank": "questions/boats",  # "sank" and "sunk" are forms of one word
    "how many boats were lost": "questions/boats",
    "boat": "units/ferrymen",
    "why did ferrymen come here": "questions/why-they-came",  # not each word is there
    "spices market": "questions/why-they-came",  # what stands beside its name
    "burnt mill": "topics/burning-of-the-mill",
    "granary at dusk": "topics/burning-of-the-mill",  # a fact that has the words tells of it
    "Abbiko": "people/edo-abiko",
    "ferrymne": "units/ferrymen",
    "ferry men": "units/ferrymen",
}
SLIPS = {"burming of the mill": "burning of the mill", "The heatman, Abiko": "The headman Abiko"}
KNOWN = "not skilled"
NOTHING = "xyzzy"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What is found for each of the queries above."""
    texts = [*WANTED, *SLIPS, KNOWN, NOTHING]
    return dict(zip(texts, answers(_index(), tmp_path_factory.mktemp("index"), texts), strict=True))


@pytest.mark.parametrize("query", WANTED)
def test_a_page_is_found(given: dict[str, dict[str, Any]], query: str) -> None:
    """By its name in any form, by what it is asked as, and where only most of the words are there."""
    assert given[query]["found"][0][0] == WANTED[query]


@pytest.mark.parametrize("query", SLIPS)
def test_a_slip_is_mended(given: dict[str, dict[str, Any]], query: str) -> None:
    """The reader sees what the query was taken for."""
    assert given[query]["found"]
    assert given[query]["meant"] == SLIPS[query]


def test_a_word_that_a_fact_has_is_not_a_slip(given: dict[str, dict[str, Any]]) -> None:
    """It is not taken for a word of a name that is written much like it."""
    assert given[KNOWN]["meant"] == ""
    assert given[KNOWN]["found"][0][0] == fact_id("c")


def test_what_is_like_nothing_finds_nothing(given: dict[str, dict[str, Any]]) -> None:
    """No page is shown for the sake of showing one."""
    assert given[NOTHING] == {"meant": "", "found": []}


def test_what_it_is_asked_as_is_shown_nowhere() -> None:
    """A word of readers is no spelling: no row of the index and no page shows it."""
    atlas = made_up(FACTS, entities=ENTITIES, questions=QUESTIONS)
    shown = {path: text for path, text in files(atlas) if "/names-" not in path}
    for words in ("headman", "headman of Adana", "Boat People", "vessels"):
        assert [path for path, text in shown.items() if words in text] == []


def _index() -> dict[str, str]:
    atlas = made_up(FACTS, entities=ENTITIES, questions=QUESTIONS)
    return search_files(atlas, find_out(atlas))
