"""The search's index, read as its script reads it: whatever it is asked for leads to all that there is."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import pytest

from generator.config.spelling import SpellingRules
from generator.data.search_index import BYTES_PER_FILE, FOLDER
from tests.project import Project

Lists = list[set[int]]
"""The numbers of what a word stands in, by the way in which it stands there."""


@dataclass(frozen=True)
class Index:
    """The files of an index, by name."""

    files: dict[str, Any]
    spelling: SpellingRules
    read: dict[str, dict[str, Lists]] = field(default_factory=dict)

    @property
    def start(self) -> dict[str, Any]:
        """What tells how everything is cut."""
        told: dict[str, Any] = self.files["start"]
        return told

    def rows(self, name: str) -> list[Any]:
        """All rows of what is cut by number."""
        numbers = range(sum(one.startswith(f"{name}-") for one in self.files))
        return [row for number in numbers for row in self.files[f"{name}-{number}"]]

    def find(self, name: str, word: str) -> Lists:
        """What a word leads to: in the one file that may have it, by what files are cut by."""
        key = self.spelling.sound(word) if name == "names" else word
        number = bisect_right([_order(one) for one in self.start[name]["cut"]], _order(key)) - 1
        return self.lines(f"{name}-{max(number, 0)}")[word]

    def lines(self, file: str) -> dict[str, Lists]:
        """The words of a file, with what they lead to."""
        if file not in self.read:
            words = [line.split("|") for line in self.files[file].split("\n")]
            self.read[file] = {word: [_numbers(told) for told in lists] for word, *lists in words}
            assert len(self.read[file]) == len(words)
        return self.read[file]


def _numbers(told: str) -> set[int]:
    """Numbers that are told as differences, to base 36."""
    return set(accumulate(int(one, 36) for one in told.split()))


def _order(text: str) -> bytes:
    """A text as a script compares it."""
    return text.encode("utf-16-be")


@pytest.fixture(scope="module")
def index(either: Project) -> Index:
    """The index of each project: every file is named by its place, and is of the same index."""
    found, digests = {}, set()
    for path, text in either.files.items():
        if path.startswith(FOLDER):
            inside = text.removeprefix("attestedSearch.put(").removesuffix(");\n")
            name, digest, found[name] = json.loads(f"[{inside}]")
            assert path == f"{FOLDER}/{name}.js"
            assert len(text.encode()) < BYTES_PER_FILE + 200, path
            digests.add(digest)
    assert len(digests) == 1
    return Index(found, either.atlas.config.spelling)


def test_the_index_holds_all_once(either: Project, index: Index) -> None:
    """Each name and each fact is in it, in the order in which they are numbered."""
    shown = [row[0] for row in index.rows("shown")]
    assert Counter(shown) == Counter(either.atlas.refs)
    assert [row[0] for row in index.rows("texts")] == list(either.atlas.claims)
    assert index.start["names"]["count"] == len(shown)
    assert index.start["facts"]["count"] == len(either.atlas.claims)
    assert index.start["entities"] == len(either.atlas.entities)
    kinds = [ref.partition("/")[0] for ref in shown]
    assert set(kinds[: index.start["entities"]]) <= {"people", "units", "topics"}


def test_a_name_is_found_by_each_of_its_words(either: Project, index: Index) -> None:
    """In each spelling: by itself where it is the whole name, by its parts, and by all in one."""
    looked = 0
    for number, (ref, name, _, _, *spellings) in enumerate(index.rows("shown")):
        if ref in either.atlas.documents:
            assert name == either.atlas.documents[ref].record.title
        else:
            assert name == either.atlas.name(ref)
        if ref in either.atlas.entities:
            record = either.atlas.entities[ref].record
            assert spellings == [alias.name for alias in record.aliases]
        for spelling in (name, *spellings):
            words = index.spelling.names(spelling)
            for word in words:
                whole, part, _ = index.find("names", word)
                assert number in whole | part
                assert len(words) > 1 or number in whole
                looked += 1
            if 1 < len(words) <= 4:
                assert number in index.find("names", "".join(words))[2]
    assert looked > 40


def test_a_fact_is_found_by_each_of_its_words(either: Project, index: Index) -> None:
    """By those of its statement before those of its quotations and of what it speaks of."""
    small, common = set(index.spelling.small), set(index.start["common"])
    facts = {one["id"]: one for one in json.loads(either.files["data/facts.json"])}
    for number, row in enumerate(index.rows("texts")):
        fact = facts[row[0]]
        assert row[2] == fact["statement"]
        stated = set(index.spelling.words(fact["statement"])) - small - common
        beside = [one["exact"] for one in fact["quotes"]]
        beside += [either.atlas.name(ref) for ref in fact["mentions"]]
        beside += [one["words"] for one in (*fact["attributed_to"], *fact["via"])]
        others = {word for text in beside for word in index.spelling.words(text)}
        for word in stated:
            assert number in index.find("facts", word)[0], word
        for word in others - small - common - stated:
            assert number in index.find("facts", word)[1], word


def test_no_word_leads_to_what_has_it_not(index: Index) -> None:
    """Whatever a word is said to be stated in states it."""
    texts = [row[2] for row in index.rows("texts")]
    words = [set(index.spelling.words(text)) for text in texts]
    names = [
        {word for name in (row[1], *row[4:]) for word in index.spelling.names(name)}
        for row in index.rows("shown")
    ]
    for name, known in (("facts", words), ("names", names)):
        for file in (key for key in index.files if key.startswith(f"{name}-")):
            for word, lists in index.lines(file).items():
                stated = lists[0] if name == "facts" else lists[0] | lists[1]
                assert all(word in known[number] for number in stated), word
                assert not lists[0] & lists[1], word


def test_facts_are_filtered_by_what_they_are(either: Project, index: Index) -> None:
    """Type, years, speakers and document: those of the fact."""
    filters = index.files["filters"]
    assert [key for key, _ in filters["types"]] == list(either.atlas.config.vocabulary.types)
    ranges = {ref: range(first, after) for ref, _, first, after in filters["sources"]}
    claims = list(either.atlas.claims.values())
    for number, (claim, mark) in enumerate(zip(claims, index.rows("marks"), strict=True)):
        kind, first, last, who = mark.split(" ")
        when = claim.fact.when
        assert filters["types"][int(kind, 36)][0] == claim.fact.type
        assert first == (str(when.earliest.year) if when and when.earliest else "")
        assert last == (str(when.latest.year) if when and when.latest else "")
        speakers = [filters["claimants"][int(one, 36)][0] for one in who.split(".")]
        assert speakers == [one.key for one in claim.claimants]
        assert [ref for ref, numbers in ranges.items() if number in numbers] == [claim.source]
