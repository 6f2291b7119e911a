"""The rules about references at their edges; the words of their complaints are in `tests/cases`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.atlas.join import join
from generator.problems import Place
from generator.rules.links import links_are_settled
from generator.rules.references import (
    facts_are_related_once,
    ids_are_used_once,
    nothing_is_orphaned,
    references_are_known,
)
from generator.rules.sources import sources_are_whole
from generator.rules.unknown import unknown
from tests.made_up import MadeUp, complaints, entries_of, fact_id, made_up

ENTITIES: Mapping[str, MadeUp] = {
    "people/ada": {},
    "people/edo": {},
    "units/guild": {"subkind": "movement"},
    "topics/bell": {"subkind": "theme"},
}
COUNTED: MadeUp = {"title": "How many?", "unit": "person"}


def figure(**fields: Any) -> MadeUp:
    """A figure of 12 people."""
    return {"as_stated": "12", "number": 12, "unit": "person", **fields}


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        ({"attributed_to": ["people/ada", "people/no"]}, "attributed_to 1"),
        ({"via": ["people/ada", "people/no"]}, "via 1"),
        ({"attributed_to": "people", "via": ["no body", "unnamed"]}, ""),
        ({"topics": ["topics/bell", "topics/no"]}, "topics 1"),
        ({"relations": [{"subject": "people/no", "relation": "met", "object": "people/ada"}]}, "relations 0 subject"),
        ({"relations": [{"subject": "people/ada", "relation": "met", "object": "people/no"}]}, "relations 0 object"),
        ({"figures": [figure(answers="questions/how"), figure(answers="questions/no")]}, "figures 1 answers"),
        ({"figures": [figure()]}, ""),
        ({"choices": [{"answers": "questions/no", "choice": "so"}]}, "choices 0 answers"),
        ({"resolves": {"they": "people/no"}}, "resolves they"),
        ({"resolves": {"they": "[[people/ada|Ada]] and [[people/no|No]]"}}, "resolves they"),
        ({"resolves": {"they": "some people", "she": "people/ada"}}, ""),
        ({"related_facts": [{"fact": fact_id("b"), "how": "repeats"}]}, ""),
        ({"related_facts": [{"fact": fact_id("b"), "how": "repeats"}, {"fact": fact_id("z"), "how": "repeats"}]}, "related_facts 1 fact"),
        ({"related_facts": [{"fact": fact_id("a"), "how": "repeats"}]}, "related_facts 0 fact"),
        ({"attributed_to": "sources/report"}, "attributed_to"),
        ({"topics": ["topics/bell", "questions/how"]}, "topics 1"),
        ({"topics": ["sources/report"]}, "topics 0"),
        ({"figures": [figure(answers="topics/bell")]}, "figures 0 answers"),
        ({"choices": [{"answers": "sources/report", "choice": "so"}]}, "choices 0 answers"),
    ],
)  # fmt: skip
def test_references_of_a_fact(fact: MadeUp, field: str) -> None:
    """Each leads to a record; words for somebody lead nowhere."""
    facts = {"report/a": fact, "report/b": {}}
    atlas = made_up(facts, entities=ENTITIES, questions={"how": COUNTED})
    found = complaints(references_are_known, atlas)
    assert found == ([f"report/a {field}: known-reference"] if field else [])


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"topics": ["topics/bell", "people/ada"]}, ""),
        ({"topics": ["topics/bell", "topics/no"]}, "topics 1"),
        ({"topics": ["questions/how"]}, "topics 0"),
    ],
)
def test_topics_of_a_question(fields: MadeUp, field: str) -> None:
    """They are entities."""
    atlas = made_up({"report/a": {}}, entities=ENTITIES, questions={"how": {**COUNTED, **fields}})
    found = complaints(references_are_known, atlas)
    assert found == ([f"questions/how {field}: known-reference"] if field else [])


def test_the_broader_question_is_one() -> None:
    """An entity or a document is none."""
    narrower = {"title": "Of those?", "within": {"population": ["x"]}}
    questions = {
        "a": {**narrower, "broader": "questions/how"},
        "b": {**narrower, "broader": "topics/bell"},
        "how": COUNTED,
    }
    atlas = made_up({"report/a": {}}, entities=ENTITIES, questions=questions)
    assert complaints(references_are_known, atlas) == ["questions/b broader: known-reference"]


def test_what_to_see_also_is_a_question() -> None:
    """An entity is none."""
    also = ["questions/how", "topics/bell"]
    questions = {"a": {**COUNTED, "see_also": also}, "how": COUNTED}
    atlas = made_up({"report/a": {}}, entities=ENTITIES, questions=questions)
    assert complaints(references_are_known, atlas) == ["questions/a see_also 1: known-reference"]


@pytest.mark.parametrize(
    ("ref", "advice"),
    [
        (
            "people/adda",
            "did you mean 'people/ada'? If not, run `new person \"Adda\"`",
        ),
        (
            "people/somebody-else",
            '; correct it, or run `new person "Somebody Else"` to begin its record; if its file was deleted or renamed, restore content/people/somebody-else.yaml',
        ),
        (
            "sources/nowhere",
            (
                "; correct it, or run `add-document` with the document's file to begin its record; if "
                "its file was deleted or renamed, restore content/sources/nowhere/source.yaml"
            ),
        ),
        (
            "people/ada-reed",
            '; correct it, or run `new person "Ada Reed"` to begin its record; if its file was deleted or renamed, restore content/people/ada-reed.yaml',
        ),
        ("units/ada", "; did you mean 'people/ada'? If not, run `new unit \"ada\"`"),
        ("units/example", "write the statement in your own words, with your own links"),
        (
            "units/adda",
            '; correct it, or run `new unit "adda"` to begin its record; if its file was deleted or renamed, restore content/units/adda.yaml',
        ),
        ("f-00000099", "; correct the id"),
        ("somebody", "folder and file name without .yaml, as in people/ada-okoro"),
    ],
)
def test_what_to_do_about_an_unknown_reference(ref: str, advice: str) -> None:
    """The message has the nearest existing one, or the command that begins it."""
    (problem,) = unknown(Place("facts.yaml"), ref, ENTITIES, made_up({}))
    assert problem.message.endswith(advice)


@pytest.mark.parametrize(
    ("words", "named"),
    [("Town Hall", "Town Hall"), ("hall", "town hall")],
)
def test_a_new_record_has_the_name_that_a_link_gives_it(words: str, named: str) -> None:
    """The words of the link, if the missing file is named after them."""
    atlas = made_up({"report/a": {"statement": f"It moved to the [[topics/town-hall|{words}]]."}})
    (problem,) = unknown(Place("facts.yaml"), "topics/town-hall", ENTITIES, atlas)
    assert f'or run `new topic "{named}"` to begin its record;' in problem.message


def test_a_new_record_has_its_name_as_a_document_writes_it() -> None:
    """With the capitals that some document has, if no link has the words."""
    texts = {"report": "The upper guild met. “Upper Guild”, they said.", "note": "UPPERGUILD"}
    atlas = made_up({"report/a": {}, "note/b": {}}, texts=texts)
    (problem,) = unknown(Place("facts.yaml"), "units/upper-guild", ENTITIES, atlas)
    assert 'run `new unit "Upper Guild"`' in problem.message


def test_a_renamed_file_is_known_by_its_name() -> None:
    """A record in a file of another name still has the name that the reference has."""
    atlas = made_up({}, entities={"topics/village-hall": {"name": "Town Hall"}})
    (problem,) = unknown(Place("facts.yaml"), "topics/town-hall", atlas.refs, atlas)
    assert "did you mean 'topics/village-hall'?" in problem.message


@pytest.mark.parametrize(
    ("ref", "advice"),
    [
        (
            "units/reporter",
            "did you mean 'units/reporters'? If not, run `new unit \"reporter\"`",
        ),
        (
            "units/bellringers",
            '; correct it, or run `new unit "bellringers"` to begin its record; if its file was deleted or renamed, restore content/units/bellringers.yaml',
        ),
    ],
)
def test_only_what_its_field_takes_is_proposed(ref: str, advice: str) -> None:
    """A document of a name like that is no topic."""
    atlas = made_up(
        {"report/a": {"topics": [ref]}},
        entities={"units/reporters": {}},
        documents={"bellringers": {}},
    )
    (problem,) = references_are_known(atlas)
    assert problem.message.endswith(advice)


def related(*ties: tuple[str, str]) -> MadeUp:
    """A fact that is related to others: how, and to which."""
    return {"related_facts": [{"fact": fact_id(other), "how": how} for how, other in ties]}


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"a": related(("repeats", "b")), "b": {}}, []),
        ({"a": related(("part_of", "b"), ("same_origin", "b")), "b": {}}, []),
        ({"a": related(("repeats", "b"), ("repeats", "c")), "b": related(("repeats", "c")), "c": {}}, []),
        ({"a": related(("repeats", "b")), "b": related(("repeats", "a"))}, ["b related_facts 0"]),
        ({"a": related(("updates", "b"), ("updates", "b")), "b": {}}, ["a related_facts 1"]),
        ({"a": related(("part_of", "b")), "b": related(("disputes", "a"), ("part_of", "a"))}, ["b related_facts 1"]),
    ],
)  # fmt: skip
def test_how_two_facts_are_related(facts: Mapping[str, MadeUp], told: list[str]) -> None:
    """Each way stands once, on either of the two: neither can be a part of the other."""
    atlas = made_up({f"report/{name}": fact for name, fact in facts.items()})
    found = complaints(facts_are_related_once, atlas)
    assert found == [f"report/{one}: related-twice" for one in told]


REFERRING: MadeUp = {
    "related_facts": [{"fact": fact_id("b"), "how": "repeats"}],
    "topics": ["topics/bell"],
    "figures": [figure(answers="questions/how")],
    "statement": "[[people/ada|Ada]] left.",
}


def test_what_could_not_be_read_is_not_called_missing() -> None:
    """It has a problem of its own, and mending that mends the reference."""
    entries = entries_of({"report/a": REFERRING})
    missing = join(entries)
    refs = {fact_id("b"), "topics/bell", "questions/how", "people/ada"}
    unread = join(replace(entries, unread=frozenset(refs)))
    told = [*complaints(references_are_known, missing), *complaints(links_are_settled, missing)]
    assert told == [
        "report/a topics 0: known-reference",
        "report/a figures 0 answers: known-reference",
        "report/a related_facts 0 fact: known-reference",
        "report/a statement: known-reference",
    ]
    assert complaints(references_are_known, unread) == complaints(links_are_settled, unread) == []


@pytest.mark.parametrize(("unread", "told"), [("people/ada", 1), ("sources/report/facts.yaml", 0)])
def test_a_file_without_ids_may_have_any_fact(unread: str, told: int) -> None:
    """An id is called unknown only if the ids of every file could be read."""
    atlas = join(replace(entries_of({}), unread=frozenset([unread])))
    assert len([*unknown(Place("facts.yaml"), fact_id("x"), ENTITIES, atlas)]) == told


@pytest.mark.parametrize("unread", [[], ["people/ada"], ["questions/how", fact_id("b")]])
def test_a_name_may_be_that_of_an_entity_that_could_not_be_read(unread: list[str]) -> None:
    """So a name is called unknown only if all entities could be read."""
    atlas = join(
        replace(entries_of({"report/a": {"statement": "[[Ada]] left."}}), unread=frozenset(unread))
    )
    told = [] if "people/ada" in unread else ["report/a statement: known-reference"]
    assert complaints(links_are_settled, atlas) == told


def test_a_view_of_a_question_that_could_not_be_read_is_not_an_orphan() -> None:
    """Its answers are those of the broader one."""
    part = {"title": "?", "broader": "questions/how", "within": {"basis": ["x"]}}
    known = entries_of({"report/a": {}}, questions={"how": COUNTED, "part": part})
    told = complaints(nothing_is_orphaned, join(known))
    assert sorted(told) == ["questions/how: orphan", "questions/part: orphan"]
    missing = entries_of({"report/a": {}}, questions={"part": part})
    for entries in (missing, replace(missing, unread=frozenset(["questions/how"]))):
        assert complaints(nothing_is_orphaned, join(entries)) == []


def test_a_fact_without_its_document_is_not_read() -> None:
    """A reference to it is mended with the document."""
    facts = {"report/a": REFERRING, "letter/b": {}}
    entries = entries_of(facts, entities=ENTITIES, questions={"how": COUNTED})
    seeds = {name: seed for name, seed in entries.seeds.items() if name == "report.txt"}
    assert complaints(references_are_known, join(replace(entries, seeds=seeds))) == []


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ({"statement": "[[people/ada|Ada]] and [[Guild]]"}, []),
        ({"statement": "[[people/no|Ada]]"}, ["statement: known-reference"]),
        ({"statement": "[[sources/report|Ada]]"}, ["statement: known-reference"]),
        ({"statement": "[[Nobody]]"}, ["statement: known-reference"]),
        ({"statement": "[[A. O.]]"}, ["statement: ambiguous-name"]),
        ({"statement": "[[people/ada|A. O.]]"}, []),
        ({"statement": "[[Ada]"}, ["statement: link"]),
        ({"statement": "Ada]]"}, ["statement: link"]),
        ({"statement": "[Ada]"}, []),
        ({"attributed_to": ["self's", "men of [[Nobody]]"]}, ["attributed_to 1: known-reference"]),
        ({"attributed_to": "people/no"}, []),
        ({"via": "men of [[A. O.]]"}, ["via: ambiguous-name"]),
        ({"via": "people/no"}, []),
        ({"via": "men of [[Ada]]"}, []),
    ],
)
def test_links(fact: MadeUp, found: list[str]) -> None:
    """Each in a statement or in the words for a speaker names one entity."""
    named = {"people/ada": {"aliases": ["A. O."]}, "people/edo": {"aliases": ["A. O."]}}
    atlas = made_up({"report/a": fact}, entities={**ENTITIES, **named})
    assert complaints(links_are_settled, atlas) == [f"report/a {one}" for one in found]


def test_ids_that_are_used_again() -> None:
    """Each use but the first is told, and where the first is; without its document nowhere."""
    entries = entries_of({"report/a": {}, "letter/a": {}, "memoir/a": {}, "memoir/b": {}})
    atlas = join(entries)
    assert complaints(ids_are_used_once, atlas) == [
        "letter/a id: unique-id",
        "memoir/a id: unique-id",
    ]
    told = [problem.message for problem in ids_are_used_once(atlas)]
    assert all("in content/sources/report/facts-a.yaml:2;" in one for one in told)
    homeless = join(replace(entries, seeds={}))
    told = [problem.message for problem in ids_are_used_once(homeless)]
    assert len(told) == 2
    assert all(" is the id of another fact too; " in one for one in told)


def test_what_nothing_speaks_of() -> None:
    """Entities without a fact, unless they wrote or published a document; questions; no documents."""
    answer = figure(answers="questions/how")
    atlas = made_up(
        {"report/a": {"statement": "[[Ada]] left.", "figures": [answer]}},
        entities={
            "people/ada": {},
            "people/author": {},
            "people/nobody": {},
            "units/press": {},
        },
        questions={
            "how": COUNTED,
            "why": {"title": "Why?", "choices": {"so": "so"}},
            "part": {"title": "?", "broader": "questions/how", "within": {"basis": ["x"]}},
        },
        documents={
            "report": {"authors": ["people/author"], "publisher": "units/press"},
            "letter": {},
        },
        texts={"letter": "Nothing."},
    )
    assert complaints(nothing_is_orphaned, atlas) == [
        "people/nobody: orphan",
        "questions/part: orphan",
        "questions/why: orphan",
    ]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"article": "the"}, []),
        ({"article": "The"}, ["article"]),
        ({"seed": "nothing.txt"}, ["seed"]),
        ({"authors": ["people/ada", "A clerk", "people/no"]}, ["authors 2"]),
        ({"publisher": "units/guild"}, []),
        ({"publisher": "units/no"}, ["publisher"]),
        ({"publisher": "The press"}, []),
        ({"known_from": {"publisher": "a stamp", "printer": "a stamp"}}, ["known_from printer"]),
        ({"dates": [{"of": "written", "date": "1903", "as_stated": "1903"}]}, []),
        ({"dates": [{"of": "written", "date": "1903", "known_from": "a stamp"}]}, []),
        ({"dates": [{"of": "written", "date": "1903", "as_stated": "1903"}, {"of": "published", "date": "1904"}]}, ["dates 1"]),
    ],
)  # fmt: skip
def test_documents(fields: MadeUp, found: list[str]) -> None:
    """Their text, their letter, who made them and how their dates are known."""
    atlas = made_up(
        {"report/a": {}, "sermon/b": {}},
        entities=ENTITIES,
        documents={"report": {"letter": "R"}, "sermon": fields},
    )
    rule = "seed" if found == ["seed"] else "known-reference"
    rules = {
        "article": "source",
        "known_from printer": "source",
        "dates 1": "source",
    }
    assert complaints(sources_are_whole, atlas) == [
        f"sources/sermon {field}: {rules.get(field, rule)}" for field in found
    ]
