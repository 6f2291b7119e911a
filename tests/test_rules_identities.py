"""The rules about who is who, and about parties, at their edges."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.rules.identities import (
    identities_are_known,
    only_what_documents_tell_apart_is_distinct,
    parties_are_shown,
)
from tests.made_up import MadeUp, complaints, fact_id, made_up

ENTITIES: Mapping[str, MadeUp] = {
    "people/ada": {},
    "people/edo": {},
    "topics/bell": {"subkind": "theme"},
}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"probably": {"ref": "people/edo", "because": "so"}}, []),
        ({"probably": {"ref": "people/ada", "because": "so"}}, ["probably ref: identity"]),
        ({"probably": {"ref": "people/no", "because": "so"}}, ["probably ref: known-reference"]),
        ({"distinct_from": [{"ref": "people/edo", "because": "so", "fact": "f-0000000a"}]}, []),
        (
            {"unsettled": [{"ref": "people/no", "because": "so"}]},
            ["unsettled 0 ref: known-reference"],
        ),
        (
            {
                "distinct_from": [
                    {"ref": "people/edo", "because": "so"},
                    {"ref": "people/ada", "because": "so", "fact": "f-0000000z"},
                    {"ref": "people/no", "because": "so"},
                ]
            },
            [
                "distinct_from 1 ref: identity",
                "distinct_from 2 ref: known-reference",
                "distinct_from 1 fact: known-reference",
            ],
        ),
    ],
)
def test_identities(fields: MadeUp, found: list[str]) -> None:
    """They name another entity, and a fact that is there."""
    atlas = made_up({"report/a": {}}, entities={**ENTITIES, "people/ada": fields})
    assert complaints(identities_are_known, atlas) == [f"people/ada {one}" for one in found]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"distinct_from": ["One is a smith, the other a carter."]}, []),
        ({"distinct_from": ["The report does not say which."]}, [0]),
        ({"distinct_from": ["Whether they are one is open."]}, [0]),
        ({"distinct_from": ["The report doesn’t  say which."]}, [0]),
        ({"distinct_from": ["A smith.", "Not told apart.", "Not said."]}, [1, 2]),
        ({"unsettled": ["The report does not say which."]}, []),
    ],
)
def test_whom_documents_tell_apart(fields: Mapping[str, list[str]], found: list[int]) -> None:
    """A reason says how two differ, and not that nothing does; the next entity is asked too."""
    listed = {
        field: [{"ref": "people/edo", "because": reason} for reason in reasons]
        for field, reasons in fields.items()
    }
    entities = {**ENTITIES, "people/abel": {}, "people/ada": listed}
    atlas = made_up({"report/a": {}}, entities=entities)
    assert complaints(only_what_documents_tell_apart_is_distinct, atlas) == [
        f"people/ada distinct_from {index} because: identity" for index in found
    ]


@pytest.mark.parametrize(
    ("party", "found"),
    [
        ({"to": "topics/bell", "fact": "f-0000000a"}, []),
        ({"to": "topics/bell", "fact": "f-0000000a", "words": "the bell"}, []),
        ({"to": "topics/bell", "fact": "f-0000000a", "words": "In May"}, []),
        ({"to": "topics/bell", "fact": "f-0000000a", "words": "the be"}, ["words: party"]),
        ({"to": "topics/bell", "fact": "f-0000000a", "words": "bell. In"}, ["words: party"]),
        ({"to": "topics/no", "fact": "f-0000000z"}, ["to: known-reference"]),
        ({"to": "topics/bell", "fact": "f-0000000z"}, ["fact: known-reference"]),
        ({"to": "topics/bell", "fact": "f-0000000b"}, ["fact: party"]),
        ({"to": "topics/bell", "fact": "f-0000000c"}, ["fact: party"]),
    ],
)
def test_parties(party: MadeUp, found: list[str]) -> None:
    """A fact that mentions both shows it, by words of one of its passages."""
    first = {"to": "topics/bell", "fact": "f-0000000a"}
    facts = {
        "report/a": {
            "statement": "[[people/ada|Ada]] cast the [[topics/bell|bell]].",
            "context": "In May",
        },
        "report/b": {"statement": "[[people/ada|Ada]] left."},
        "report/c": {"statement": "The [[topics/bell|bell]] rang."},
    }
    entities = {**ENTITIES, "people/ada": {"party": [first, party]}}
    atlas = made_up(facts, entities=entities)
    assert complaints(parties_are_shown, atlas) == [f"people/ada party 1 {one}" for one in found]


def test_an_unknown_party_hides_no_other() -> None:
    """Each of an entity is asked about."""
    parties = [{"to": "topics/no", "fact": "f-0000000a"}] * 2
    atlas = made_up({"report/a": {}}, entities={**ENTITIES, "people/ada": {"party": parties}})
    assert complaints(parties_are_shown, atlas) == [
        f"people/ada party {index} to: known-reference" for index in (0, 1)
    ]


def test_a_document_that_is_a_party() -> None:
    """A fact of its own shows it, or one that credits it; another document's does not."""
    facts = {
        "report/a": {"statement": "The [[topics/bell|bell]] rang."},
        "letter/b": {"statement": "The [[topics/bell|bell]] rang."},
    }
    party = [{"to": "topics/bell", "fact": fact_id(name)} for name in "ab"]
    atlas = made_up(facts, entities=ENTITIES, documents={"report": {"party": party}})
    assert complaints(parties_are_shown, atlas) == ["sources/report party 1 fact: party"]
