"""The search's index, read as its script reads it: every query leads to everything that matches."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import pytest

from generator.data.search_facts import says
from generator.data.search_index import BYTES_PER_FILE, FOLDER
from generator.data.search_names import BESIDE, EVERYWHERE, JOINED, LENGTHS, WORDS_JOINED, naming
from generator.data.search_words import SearchReader
from generator.findings.placing import placed
from generator.markup.writer import Desk
from generator.text.days import Day
from tests.project import Project

pytestmark = pytest.mark.pages

Lists = list[set[int]]
"""The numbers of what a word stands in, by the way in which it stands there."""


@dataclass(frozen=True)
class Index:
    """The files of an index, by name."""

    files: dict[str, Any]
    reader: SearchReader
    read: dict[str, dict[str, Lists]] = field(default_factory=dict)

    @property
    def start(self) -> dict[str, Any]:
        """What tells how everything is cut."""
        told: dict[str, Any] = self.files["start"]
        return told

    def rows(self, name: str) -> list[Any]:
        """All rows of what is cut by number."""
        numbers = range(sum(one.startswith(f"{name}-") for one in self.files))
        parts = [self.files[f"{name}-{number}"] for number in numbers]
        return [row for part in parts for row in (part["rows"] if name == "texts" else part)]

    def find(self, name: str, word: str) -> Lists:
        """What a word leads to: in the one file that may have it, by what files are cut by."""
        key = self.reader.sound(word) if name == "names" else word
        number = bisect_right([_order(one) for one in self.start[name]["cut"]], _order(key)) - 1
        return self.lines(f"{name}-{max(number, 0)}")[word]

    def lines(self, file: str) -> dict[str, Lists]:
        """The words of a file, with what they lead to."""
        if file not in self.read:
            words = [line.split("|") for line in self.files[file].split("\n")]
            most = BESIDE + 1 if file.startswith("names") else 2
            self.read[file] = {
                word: [*map(_numbers, lists), *(set() for _ in range(most - len(lists)))]
                for word, *lists in words
            }
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
    return Index(found, SearchReader(either.atlas.config))


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
    """In each spelling, and by what it is asked as: by each word, and by a name's words in one."""
    looked = 0
    for number, (ref, name, _, _, *spellings) in enumerate(index.rows("shown")):
        asked: tuple[str, ...] = ()
        if ref in either.atlas.documents:
            assert name == either.atlas.documents[ref].record.title
        else:
            assert name == either.atlas.name(ref)
        if ref in either.atlas.questions:
            asked = either.atlas.questions[ref].record.asked_as
        if ref in either.atlas.entities:
            record = either.atlas.entities[ref].record
            asked = record.asked_as
            assert spellings == [alias.name for alias in record.aliases]
        for spelling in (name, *spellings, *asked):
            words = index.reader.telling(spelling)
            for word in words:
                lists = index.find("names", word)[1:BESIDE]
                assert number in set.union(*lists[: min(len(words), LENGTHS)]), word
                looked += 1
            if 1 < len(words) <= WORDS_JOINED and spelling not in asked:
                assert number in index.find("names", "".join(words))[JOINED]
    assert looked > 40


def test_a_question_is_found_by_its_choices(either: Project, index: Index) -> None:
    """By the words of an answer, beside those of its name."""
    refs = [row[0] for row in index.rows("shown")]
    looked = 0
    for ref, entry in either.atlas.questions.items():
        number = refs.index(ref)
        for choice in entry.record.choices.values():
            for word in index.reader.telling(choice):
                assert number in set.union(*index.find("names", word)[1:]), word
                looked += 1
    assert looked


def test_a_fact_is_found_by_each_of_its_words(either: Project, index: Index) -> None:
    """In any form; by those of its statement before those of its quotations and of what it speaks of."""
    reader, common = index.reader, set(index.start["common"])
    facts = {one["id"]: one for one in json.loads(either.files["data/facts.json"])}

    def forms(texts: list[str]) -> set[str]:
        words = {word for text in texts for word in reader.words(text)} - reader.small
        return {reader.form(word) for word in words} - common

    for number, row in enumerate(index.rows("texts")):
        fact = facts[row[0]]
        assert row[2] == fact["statement"]
        stated = forms([fact["statement"]])
        beside = [one["exact"] for one in fact["quotes"]]
        beside += [either.atlas.name(ref) for ref in fact["mentions"]]
        beside += [one["words"] for one in (*fact["attributed_to"], *fact["via"])]
        for form in stated:
            assert number in index.find("facts", form)[0], form
        for form in forms(beside) - stated:
            assert number in index.find("facts", form)[1], form


def test_a_fact_says_who_says_it(either: Project, index: Index) -> None:
    """Each file has its speakers once, and each fact the number of its own, and of what it tells of."""
    desk = Desk(either.atlas, either.findings, "search/index.md")
    parts = [part for name, part in sorted(index.files.items()) if name.startswith("texts-")]
    refs = [row[0] for row in index.rows("shown")]
    most = len(either.atlas.claims) // EVERYWHERE
    assert parts
    for part in parts:
        assert len(set(part["says"])) == len(part["says"])
        for id_, _, _, number, letter, pages in part["rows"]:
            claim = either.atlas.claims[id_]
            told = {refs[page] for page in _numbers(pages)}
            named = [ref for ref in claim.mentions if claim in naming(either.atlas, ref)]
            few = {ref for ref in named if len(naming(either.atlas, ref)) <= most}
            assert told & set(either.atlas.entities) == few
            assert told - few <= set(either.atlas.answers_of.get(id_, ()))
            assert part["says"][number] == says(desk, claim)
            assert letter == claim.document.record.letter


def test_no_word_leads_to_what_has_it_not(either: Project, index: Index) -> None:
    """Whatever a word is said to be stated in states it, and no name has it for a longer one."""
    reader = index.reader
    words = [{reader.form(word) for word in reader.words(row[2])} for row in index.rows("texts")]
    for file in (key for key in index.files if key.startswith("facts-")):
        for word, (stated, beside) in index.lines(file).items():
            assert all(word in words[number] for number in stated), word
            assert not stated & beside, word
    lengths = []
    for ref, name, _, _, *spellings in index.rows("shown"):
        entry = either.atlas.entities.get(ref) or either.atlas.questions.get(ref)
        names = [name, *spellings, *(entry.record.asked_as if entry else ())]
        lengths.append([(set(reader.telling(one)), len(reader.telling(one))) for one in names])
    for file in (key for key in index.files if key.startswith("names-")):
        for word, lists in index.lines(file).items():
            for length, numbers in enumerate(lists[1:BESIDE], 1):
                for number in numbers:
                    least = min(length for words, length in lengths[number] if word in words)
                    assert min(least, LENGTHS) == length, word


def _year(day: Day) -> str:
    """A year as people enter it, without a year 0."""
    return str(day.year - (day.year <= 0))


def test_facts_are_filtered_by_what_they_are(either: Project, index: Index) -> None:
    """Type, years, speakers and document: those of the fact."""
    filters = index.files["filters"]
    assert [key for key, _ in filters["types"]] == list(either.atlas.config.vocabulary.types)
    ranges = {ref: range(first, after) for ref, _, first, after in filters["sources"]}
    claims = list(either.atlas.claims.values())
    for number, (claim, mark) in enumerate(zip(claims, index.rows("marks"), strict=True)):
        kind, first, last, who = mark.split(" ")
        assert filters["types"][int(kind, 36)][0] == claim.fact.type
        place = placed(claim)
        when = place.timing.date if place and not place.of_document else None
        assert first == (_year(when.earliest) if when and when.earliest else "")
        assert last == (_year(when.latest) if when and when.latest else "")
        speakers = [filters["claimants"][int(one, 36)][0] for one in who.split(".")]
        assert speakers == [one.key for one in claim.claimants]
        assert [ref for ref, numbers in ranges.items() if number in numbers] == [claim.source]
