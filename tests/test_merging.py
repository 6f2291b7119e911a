"""`merge`: what two records of one thing become, and what only a person can decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.load.entries import Entries
from generator.load.project import load
from generator.records import Entity
from generator.review.house_style import text_of, written
from generator.review.merging import merge
from generator.review.renaming import CanNotMoveError, file_of
from tests.made_up import MadeUp, entries_of
from tests.project import ROOT

A, B, X, Y = "people/a", "people/b", "people/x", "people/y"


def apart(ref: str, because: str = "so") -> dict[str, str]:
    """An entry under `distinct_from` or `unsettled`."""
    return {"ref": ref, "because": because}


def project(
    entities: Mapping[str, MadeUp], fact: MadeUp | None = None
) -> tuple[dict[str, str], Entries]:
    """The files of these entities, and the records."""
    records = {
        ref: {"name": ref.title(), **entities.get(ref, {})}
        for ref in sorted({A, B, X, Y, *entities})
    }
    entries = entries_of({"report/a": fact or {}}, entities=records)
    return {
        file_of(ref): text_of([], written(one), Entity) for ref, one in records.items()
    }, entries


def reasons(entities: Mapping[str, MadeUp], fact: MadeUp | None = None) -> list[str]:
    """The reasons why `a` can't become a part of `b`."""
    try:
        merge(*project(entities, fact), A, B)
    except CanNotMoveError as error:
        return list(error.reasons)
    return []


@pytest.mark.parametrize(
    ("entities", "said"),
    [
        ({}, []),
        ({A: {"subkind": "c"}, B: {"subkind": "c"}}, []),
        ({A: {"subkind": "c"}}, []),
        ({A: {"subkind": "c"}, B: {"subkind": "d"}}, ["has the subkind c, and people/b has d"]),
        ({A: {"distinct_from": [apart(B)]}}, ["content/people/a.yaml: `distinct_from` says"]),
        ({B: {"distinct_from": [apart(A)]}}, ["content/people/b.yaml: `distinct_from` says"]),
        ({A: {"unsettled": [apart(B)]}, B: {"unsettled": [apart(A, "or")]}}, []),
        ({A: {"probably": apart(B)}, B: {"probably": apart(A, "or")}}, []),
        ({A: {"probably": apart(X)}, B: {"probably": apart(X, "or")}}, []),
        (
            {A: {"probably": apart(X)}, B: {"probably": apart(Y)}},
            ["different things: people/x and"],
        ),
        ({A: {"probably": apart(B)}, B: {"probably": apart(Y)}}, []),
        ({A: {"distinct_from": [apart(X)]}, B: {"distinct_from": [apart(X)]}}, []),
        ({A: {"distinct_from": [apart(X)]}, B: {"distinct_from": [apart(Y)]}}, []),
        (
            {A: {"distinct_from": [apart(X)]}, B: {"distinct_from": [apart(X, "or")]}},
            ["say different things about people/x (distinct_from)"],
        ),
        (
            {A: {"distinct_from": [apart(X)]}, B: {"unsettled": [apart(X)]}},
            ["say different things about people/x (distinct_from and unsettled)"],
        ),
        (
            {X: {"distinct_from": [apart(A)], "unsettled": [apart(B)]}},
            ["content/people/x.yaml tells both apart from people/x"],
        ),
        ({X: {"distinct_from": [apart(A), apart(Y)]}}, []),
    ],
)
def test_what_two_records_say(entities: Mapping[str, MadeUp], said: list[str]) -> None:
    """Only what contradicts the merge, or itself, keeps them apart."""
    found = reasons(entities)
    assert len(found) == len(said)
    for reason, words in zip(found, said, strict=True):
        assert words in reason


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({"attributed_to": [A, X], "attributed_as": "they"}, []),
        ({"attributed_to": [A, B], "attributed_as": "they"}, ["names both as speakers"]),
        ({"attributed_to": [A], "attributed_as": "he", "via": [B]}, ["names both as speakers"]),
        ({"attributed_to": [A], "attributed_as": "he", "via": [X]}, []),
        ({"via": [A, B]}, ["names both as speakers"]),
        ({"relations": [{"subject": A, "relation": "c", "object": X}]}, []),
        (
            {"relations": [{"subject": B, "relation": "c", "object": A}]},
            ["relates the two to each other"],
        ),
    ],
)
def test_what_a_fact_says_of_both(fact: MadeUp, said: list[str]) -> None:
    """A thing has no relation to itself, and a speaker is not two."""
    found = reasons({}, fact)
    assert len(found) == len(said)
    for reason, words in zip(found, said, strict=True):
        assert words in reason


def become(entities: Mapping[str, MadeUp], path: str = file_of(B)) -> str | None:
    """What a file becomes if `a` becomes a part of `b`; None if it stays."""
    found = merge(*project(entities), A, B)
    edits = {edit.path: edit for edit in found}
    assert len(edits) == len(found)
    assert edits[file_of(A)].text is None
    return edits[path].text if path in edits else None


@pytest.mark.parametrize(
    ("gone", "kept", "after"),
    [
        ({"name": "B"}, {"name": "B"}, ""),
        ({"name": "C"}, {"name": "B", "aliases": ["C"]}, "aliases:\n  - C\n"),
        ({"name": "C"}, {"name": "B", "aliases": ["D"]}, "aliases:\n  - D\n  - C\n"),
        (
            {"name": "C", "aliases": ["B", "D", {"name": "E", "language": "fa"}]},
            {"name": "B"},
            "aliases:\n  - C\n  - D\n  - name: E\n    language: fa\n",
        ),
        ({"name": "B", "subkind": "s"}, {"name": "B"}, "subkind: s\n"),
        ({"name": "B"}, {"name": "B", "subkind": "s"}, "subkind: s\n"),
        (
            {"name": "B", "probably": apart(X, "why")},
            {"name": "B"},
            "probably:\n  ref: people/x\n  because: why\n",
        ),
        ({"name": "B", "probably": apart(B)}, {"name": "B", "probably": apart(A)}, ""),
        (
            {"name": "B", "probably": apart(X, "or")},
            {"name": "B", "probably": apart(X, "so")},
            "probably:\n  ref: people/x\n  because: so\n",
        ),
        (
            {"name": "B", "unsettled": [apart(B), apart(X)]},
            {"name": "B", "unsettled": [apart(A), apart(Y)]},
            "unsettled:\n  - ref: people/y\n    because: so\n  - ref: people/x\n    because: so\n",
        ),
        (
            {"name": "B", "distinct_from": [apart(X)], "asked_as": ["c", "d"]},
            {"name": "B", "distinct_from": [apart(X)], "asked_as": ["d"]},
            "distinct_from:\n  - ref: people/x\n    because: so\nasked_as:\n  - d\n  - c\n",
        ),
    ],
)
def test_one_record_of_two(gone: MadeUp, kept: MadeUp, after: str) -> None:
    """It has what either says, once."""
    text = become({A: gone, B: kept})
    assert text == f"name: B\n{after}formerly:\n  - people/a\n"


def test_former_references_are_passed_on() -> None:
    """Those of the record that goes, and itself; other records name the one that stays."""
    entities: dict[str, MadeUp] = {
        A: {"name": "B", "formerly": ["people/c"]},
        B: {"name": "B", "formerly": ["people/d"]},
        X: {"probably": apart(A)},
    }
    assert become(entities) == ("name: B\nformerly:\n  - people/d\n  - people/c\n  - people/a\n")
    assert become(entities, file_of(X)) == (
        "name: People/X\nprobably:\n  ref: people/b\n  because: so\n"
    )
    assert become(entities, file_of(Y)) is None


def test_the_record_that_goes_is_only_removed() -> None:
    """It does not change before, where it names itself."""
    assert become({A: {"name": "B", "asked_as": [A]}, B: {"name": "B", "asked_as": [A]}}) == (
        "name: B\nasked_as:\n  - people/b\nformerly:\n  - people/a\n"
    )


def test_topics_are_listed_once() -> None:
    """Where a record had both, in a list of any form; other lists stay."""
    files, entries = project({})
    files["content/questions/q.yaml"] = "topics: [people/b, people/x, people/a]\nnote: people/a\n"
    files["content/questions/r.yaml"] = "topics:\n  - people/y\n  - people/y\n"
    files["content/two.yaml"] = "of:\n  - topics: [people/a]\n  - topics: [people/a]\n"
    files["content/questions/s.yaml"] = "a: x\nb: x\ntopics: [people/a]\nc: [x, x]\n"
    edits = {edit.path: edit.text for edit in merge(files, entries, A, B)}
    assert edits["content/questions/q.yaml"] == "topics: [people/b, people/x]\nnote: people/b\n"
    assert edits["content/two.yaml"] == "of:\n  - topics: [people/b]\n  - topics: [people/b]\n"
    assert "content/questions/r.yaml" not in edits
    assert edits["content/questions/s.yaml"] == ("a: x\nb: x\ntopics: [people/b]\nc: [x, x]\n")


@pytest.mark.parametrize(
    ("gone", "kept", "said"),
    [
        (A, A, ["people/a is named twice; name two different records"]),
        (A, "units/u", ["are records of different kinds; run `rename`"]),
        (A, "people/none", ["nothing here is called 'people/none'"]),
        ("people/nobody", "people/none", ["'people/nobody'", "'people/none'"]),
        ("people/c", B, ["people/c is now people/a"]),
    ],
)
def test_which_records_can_be_merged(gone: str, kept: str, said: list[str]) -> None:
    """Two that are there, of one kind."""
    files, entries = project({"units/u": {}, A: {"formerly": ["people/c"]}})
    with pytest.raises(CanNotMoveError) as raised:
        merge(files, entries, gone, kept)
    assert len(raised.value.reasons) == len(said)
    for reason, words in zip(raised.value.reasons, said, strict=True):
        assert words in reason


def test_parties_are_united() -> None:
    """Each is listed once."""
    one, other = {"to": X, "fact": "f-0000000a"}, {"to": Y, "fact": "f-0000000b"}
    entities = {A: {"name": "B", "party": [one, other]}, B: {"name": "B", "party": [one]}}
    assert become(entities) == (
        "name: B\nparty:\n  - to: people/x\n    fact: f-0000000a\n  - to: people/y\n"
        "    fact: f-0000000b\nformerly:\n  - people/a\n"
    )


def test_comments_of_the_record_that_goes() -> None:
    """Those of an item go with it; the others are named. Line ends of Windows don't matter."""
    files, entries = project({A: {"name": "B", "asked_as": ["c"]}, B: {"name": "B"}})
    files[file_of(A)] = "# one\r\nname: B\r\nasked_as:\r\n  # two\r\n  - c\r\n"
    edits = {edit.path: edit for edit in merge(files, entries, A, B)}
    assert edits[file_of(A)].lost == ("# one",)
    files[file_of(B)] = "# one\r\nname: B\r\n"
    edits_of_both = {edit.path: edit for edit in merge(files, entries, A, B)}
    assert edits_of_both[file_of(A)].lost == ()
    assert edits[file_of(B)].text == (
        "name: B\nasked_as:\n  # two\n  - c\nformerly:\n  - people/a\n"
    )


def test_two_places_on_the_map_are_reported() -> None:
    """One of two positions has to go; one alone follows."""
    entries, _ = load(ROOT)
    assert entries
    files = {one.path: (ROOT / one.path).read_text("utf-8") for one in entries.entities}
    files["site_config/map/places.yaml"] = (ROOT / "site_config/map/places.yaml").read_text("utf-8")
    told = "site_config/map/places.yaml has a position for both; keep one of the two"
    with pytest.raises(CanNotMoveError) as raised:
        merge(files, entries, "topics/damascus", "topics/tartus")
    assert raised.value.reasons == (told,)
    assert entries.gazetteer
    placed = [one for one in entries.gazetteer.positions if one.record.place != "topics/tartus"]
    one_left = replace(entries, gazetteer=replace(entries.gazetteer, positions=tuple(placed)))
    edits = {one.path: one for one in merge(files, one_left, "topics/damascus", "topics/tartus")}
    before = files["site_config/map/places.yaml"]
    after = edits["site_config/map/places.yaml"].text
    assert after == before.replace("place: topics/damascus\n", "place: topics/tartus\n")
