"""The rules about names at their edges: who is named in evidence, and who looks like whom."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.rules.evidence import names_in
from generator.rules.names import (
    likeness_key,
    look_alikes_are_told_apart,
    names_are_in_evidence,
)
from tests.made_up import MadeUp, complaints, made_up

ENTITIES: Mapping[str, MadeUp] = {
    "people/ada": {"name": "Ada Okoro", "aliases": ["Mrs Okoro"]},
    "people/edo": {"name": "Edo"},
    "units/guild": {"name": "Guild"},
}


def met(**fields: object) -> MadeUp:
    """A fact by which Ada met Edo."""
    tie = {"subject": "people/ada", "relation": "met", "object": "people/edo"}
    return {"relations": [tie], **fields}


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ({"statement": "[[Ada Okoro]] left."}, []),
        ({"statement": "[[Ada Okoro]] left.", "quote": "Mrs  Okoro left."}, []),
        ({"statement": "[[Ada Okoro]] left.", "quote": "Mrs Okorova left."}, ["statement: name-not-in-quote"]),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left."}, ["statement: name-not-in-quote"]),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left.", "context": "Ada Okoro"}, []),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left.", "resolves": {"She": "people/ada"}}, []),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left.", "resolves": {"She": "people/edo"}}, ["statement: name-not-in-quote"]),
        ({"statement": "[[Ada Okoro]] and [[Edo]] left.", "quote": "They left."}, ["statement: name-not-in-quote"] * 2),
        ({"statement": "[[Ada Okoro]], [[Mrs Okoro]] left.", "quote": "They left."}, ["statement: name-not-in-quote"]),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left.", "inferred": {"statement": "so"}}, ["statement: name-not-in-quote"]),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left.", "inferred": {"statement": "Mrs Okoro is meant"}}, []),
        ({"statement": "[[Ada Okoro]] left.", "quote": "She left.", "inferred": {"when": "so"}}, ["statement: name-not-in-quote"]),
        ({"statement": "[[people/no|Nobody]] left.", "quote": "They left."}, []),
        ({"statement": "[[Nobody]] left.", "quote": "They left."}, []),
        # A relation's ends, each at its own place; the statement's place comes first.
        (met(quote="Ada Okoro met Edo."), []),
        (met(quote="They met."), ["relations 0 subject: name-not-in-quote", "relations 0 object: name-not-in-quote"]),
        (met(quote="Edo met her.", statement="[[Edo]] met [[Ada Okoro]]."), ["statement: name-not-in-quote"]),
        (met(quote="They met.", inferred={"relations": "so"}), ["relations 0 subject: name-not-in-quote", "relations 0 object: name-not-in-quote"]),
        (met(quote="They met.", inferred={"relations": "Edo tells of Mrs Okoro"}), []),
        (met(quote="They met.", inferred={"statement": "Edo tells of Mrs Okoro"}), ["relations 0 subject: name-not-in-quote", "relations 0 object: name-not-in-quote"]),
        (met(quote="Edo met her.", statement="[[Ada Okoro]]", inferred={"relations": "Ada Okoro"}), ["statement: name-not-in-quote"]),
        # A link is not worded as another's name.
        ({"statement": "[[people/ada|Edo]] left.", "quote": "Ada Okoro left."}, ["statement: name-not-in-quote"]),
        ({"statement": "[[people/ada|She]] left.", "quote": "Ada Okoro left."}, []),
        ({"statement": "[[people/ada|Edo]], [[people/ada|Edo]]", "quote": "Ada Okoro"}, ["statement: name-not-in-quote"]),
        ({"statement": "[[people/no|Edo]] left.", "quote": "They left."}, []),
        # Words that stand for somebody are in the passages.
        ({"quote": "She left.", "resolves": {"She": "people/ada"}}, []),
        ({"quote": "She left.", "resolves": {"He": "people/ada"}}, ["resolves He: resolves"]),
        ({"quote": "Sheila left.", "resolves": {"She": "some woman"}}, ["resolves She: resolves"]),
        ({"quote": "They left.", "context": "She", "resolves": {"She": "people/ada"}}, []),
    ],
)  # fmt: skip
def test_names_in_evidence(fact: MadeUp, found: list[str]) -> None:
    """Whom a statement links or a relation ties, a passage names."""
    names = complaints(names_are_in_evidence, made_up({"report/a": fact}, entities=ENTITIES))
    assert names == [f"report/a {one}" for one in found]


def test_a_name_that_several_have() -> None:
    """A link to one of them is worded as its name."""
    entities = {"people/ada": {"name": "A. O."}, "people/abel": {"name": "A. O."}}
    fact = {"statement": "[[people/ada|A. O.]] left."}
    atlas = made_up({"report/a": fact}, entities=entities)
    assert complaints(names_are_in_evidence, atlas) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"name": "Okoro"}, {"name": "Okaro"}, True),
        ({"name": "Okoro"}, {"name": "Okolo"}, False),
        # Shorter names look alike too easily.
        ({"name": "Anna"}, {"name": "Anne"}, False),
        ({"name": "Annae"}, {"name": "Anne"}, False),
        ({"name": "Annae"}, {"name": "Annie"}, True),
        ({"name": "Adana"}, {"name": "Adeno"}, True),
        # Letters of other scripts may have the same shapes, in short names and in long ones.
        ({"name": "OSU"}, {"name": "ՕՏՍ"}, True),
        ({"name": "VLADA"}, {"name": "ᏙᏞᎪᎠᎪ"}, True),
        ({"name": "ISIS"}, {"name": "𝐈𝐒𝐈𝐒"}, True),
        ({"name": "Sona"}, {"name": "ᏣᎳᎩ", "aliases": ["Սոնա"]}, False),
        # By any spelling.
        ({"name": "Edo Kuri", "aliases": ["Okoro"]}, {"name": "Ada", "aliases": ["Okaro"]}, True),
        # Whoever is told apart, or may be the same, is not complained of; from either end.
        ({"name": "Okoro", "distinct_from": [{"ref": "people/b", "because": "so"}]}, {"name": "Okaro"}, False),
        ({"name": "Okoro"}, {"name": "Okaro", "distinct_from": [{"ref": "people/a", "because": "so"}]}, False),
        ({"name": "Okoro", "probably": {"ref": "people/b", "because": "so"}}, {"name": "Okaro"}, False),
        ({"name": "Okoro", "distinct_from": [{"ref": "people/c", "because": "so"}]}, {"name": "Okaro"}, True),
    ],
)  # fmt: skip
def test_names_that_look_alike(one: MadeUp, other: MadeUp, alike: bool) -> None:
    """The later of the two is complained of, once."""
    entities = {"people/a": one, "people/b": other}
    atlas = made_up({"report/a": {}}, entities=entities)
    assert complaints(look_alikes_are_told_apart, atlas) == (
        ["people/b: look-alike"] if alike else []
    )


def test_look_alikes_of_one_kind() -> None:
    """A person and a place may bear one name; several look-alikes are told of each."""
    entities: Mapping[str, MadeUp] = {
        "people/c": {"name": "Okoru", "aliases": ["Okoro"]},
        "people/b": {"name": "Okaro", "aliases": ["Okiro"]},
        "people/a": {"name": "Okoro"},
        "topics/okoro": {"name": "Okoro"},
    }
    atlas = made_up({"report/a": {}}, entities=entities)
    assert complaints(look_alikes_are_told_apart, atlas) == [
        "people/b: look-alike",
        "people/c: look-alike",
        "people/c: look-alike",
    ]
    told = [problem.message for problem in look_alikes_are_told_apart(atlas)]
    assert told[0].startswith("'Okaro' looks like 'Okoro', a name of people/a;")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Okaro", "'Okaro' looks like 'Okoro', a name of people/a; if the two are the same,"),
        (
            "Okoro",
            "'Okoro' is also a name of people/a; if it is wrong in one file, remove it there;",
        ),
    ],
)
def test_what_is_said_about_look_alikes(name: str, told: str) -> None:
    """Two names of one sound, or one name of two: the way out is another."""
    entities = {"people/a": {"name": "Okoro"}, "people/b": {"name": name}}
    (problem,) = look_alikes_are_told_apart(made_up({"report/a": {}}, entities=entities))
    assert problem.message.startswith(told)


def test_of_three_look_alikes_each_two_are_told_apart() -> None:
    """To tell the first from both others says nothing of these."""
    others = [{"ref": f"people/{one}", "because": "so"} for one in "bc"]
    entities: Mapping[str, MadeUp] = {
        "people/a": {"name": "Okoro", "distinct_from": others},
        "people/b": {"name": "Okaro"},
        "people/c": {"name": "Okiro"},
    }
    atlas = made_up({"report/a": {}}, entities=entities)
    assert complaints(look_alikes_are_told_apart, atlas) == ["people/c: look-alike"]
    (problem,) = look_alikes_are_told_apart(atlas)
    assert "a name of people/b" in problem.message


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Soleimani", "Sulaymani", True),
        ("Solaimani", "Soleymānī", True),
        ("Hezbollah", "Hizballah", True),
        ("Qasem", "Kasem", True),
        ("Ghasem", "Qasem", True),
        ("Gasem", "Kasem", True),
        ("Khamenei", "Kamenei", True),
        ("Moussa", "Musa", True),
        ("Hassan", "Hasan", True),
        ("Ada-Okoro", "AdaOkoro", True),
        ("Ada Okoro", "AdaOkoro", False),
        ("Hasan", "Hashan", False),
        ("Aeo", "Aea", False),
        ("Aai", "Aei", False),
        ("Oba", "Aba", False),
        ("Obad", "Abed", True),
        ("Ouaou", "Uau", True),
        ("Ada Ea", "Ida Oe", False),
        ("سلیمانی", "Slymany", True),
        # Digits are compared as they are; consonants with a vowel between them are two.
        ("Division 1", "Division 11", False),
        ("33 Brigade", "3 Brigade", False),
        ("Mike Kelly", "Mike Quigley", False),
        ("Reza Karimi", "Riza Karami", True),
    ],
)
def test_likeness(one: str, other: str, alike: bool) -> None:
    """Vowels, doubled letters, marks and spellings of one sound do not count; what is left must."""
    assert (likeness_key(one) == likeness_key(other)) is alike


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("the guild left", "the guild", True),
        ("The guild left", "the guild", True),
        ("AB left", "aB", True),
        ("The Guild left", "the guild", False),
        ("the guild left", "The guild", False),
        ("The guilds left", "the guild", False),
    ],
)
def test_a_name_may_begin_a_sentence(text: str, name: str, found: bool) -> None:
    """With a capital in place of its own small letter, and with no other change."""
    assert names_in(text, [name]) is found
