"""A record that can't be read is reported at its place, in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator.check import check
from generator.config.config import Config
from generator.load import parsing
from generator.load.parsing import record_of
from generator.load.site_config import CONFIG_FILES
from generator.problems import Place
from generator.records import Entity, Fact, Question, Skip, Source
from generator.records.fields import Record
from generator.strict_yaml.nodes import Fields, Items, Location, Node, Scalar
from generator.strict_yaml.reader import plain, read
from generator.text.dates import DateWords
from generator.text.numbers import NumberWords
from tests.project import DEFAULTS, WORLD, lay_out, part_of_config, put

FACTS = "content/sources/parish-letter/facts.yaml"
RECORDS: dict[str, type[Record]] = {
    "content/people/tomas-reed.yaml": Entity,
    "content/questions/crowd.yaml": Question,
    "content/sources/mill-notes/source.yaml": Source,
    "content/sources/parish-letter/skipped.yaml": Skip,
    FACTS: Fact,
}


Made = dict[int, tuple[Any, Node]]
"""Nodes that were made, with their content, by the identity of that."""


def nodes_of(value: Any, made: Made | None = None) -> Node:
    """The nodes of plain content, all of them at the start of a file. Those `made` are not made again."""
    if isinstance(value, str):
        return Scalar(value, 1, 1)
    if made is not None and id(value) in made:
        return made[id(value)][1]
    if isinstance(value, list):
        return Items(tuple(nodes_of(inner, made) for inner in value), 1, 1, flow=False)
    keys = {name: Scalar(name, 1, 1) for name in value}
    values = {name: nodes_of(inner, made) for name, inner in value.items()}
    return Fields(values, keys, 1, 1, flow=False)


def all_made(value: Any) -> Made:
    """The nodes of each list and mapping in plain content."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    made = {key: one for each in inner for key, one in all_made(each).items()}
    return made if isinstance(value, str) else {**made, id(value): (value, nodes_of(value, made))}


def content(path: Path) -> Any:
    """What a file says."""
    node, problems = read(path.read_bytes(), path.name)
    assert node is not None, problems
    return plain(node)


def told(model: type[Record], value: Any, made: Made | None = None) -> list[str]:
    """The complaints about a record."""
    _, problems = record_of(model, nodes_of(value, made), lambda _location: Place("x.yaml"))
    return [problem.message for problem in problems]


def spoilt(value: Any) -> Iterator[Any]:
    """A record with one value at a time of a wrong kind, too many, too few, or empty."""
    yield from ("", "x", "9" * 5000, "inf", [], ["x"], ["x"] * 9, {}, {"x": "y"})
    if isinstance(value, dict):
        for name, inner in value.items():
            yield {**value, f"{name}x": inner}
            yield {other: kept for other, kept in value.items() if other != name}
            yield from ({**value, name: other} for other in spoilt(inner))
    elif isinstance(value, list):
        for index, inner in enumerate(value[:2]):
            yield from ([*value[:index], other, *value[index + 1 :]] for other in spoilt(inner))


def test_whatever_is_wrong_in_a_record_is_said_in_our_words() -> None:
    """For every kind of value, this program has its own words for the complaint."""
    number = 0
    for path, model in RECORDS.items():
        records = content(WORLD / path)
        for bad in spoilt(records[0] if isinstance(records, list) else records):
            number += 1
            assert "can't be used here" not in "".join(told(model, bad)), bad
    assert number > 200


class Words(Record):
    """The parts of the configuration that are no records of their own."""

    dates: DateWords
    numbers: NumberWords


def test_whatever_is_wrong_in_the_words_is_said_in_ours() -> None:
    """So it is of the words for dates and for numbers."""
    words = {name: part_of_config(name) for name in Words.model_fields}
    number, made = 0, all_made(words)
    for bad in spoilt(words):
        number += 1
        assert "can't be used here" not in "".join(told(Words, bad, made)), bad
    assert number > 500


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        (
            {"modality": "surely"},
            "modality: 'surely' is not allowed here; write 'asserted', 'announced'",
        ),
        ({"modality": ["denied"]}, "modality: is not allowed here; write 'asserted', 'announced'"),
        ({"note": ""}, "note: is empty; write something, or leave the field out"),
        (
            {"note": ["x y"]},
            "note: is read as a list or as fields, because it begins with [ or {, or because of the lines below it; put",
        ),
        ({"type": ["role"]}, "type: takes one value, not a list; write role without brackets"),
        ({"type": ["role", "event"]}, "type: takes one value, not a list; write role or event"),
        ({"type": []}, "type: is an empty list; write one value, or leave the field out"),
        ({"attributed_to": "Self"}, "`attributed_to` is Self; write self, in lower-case letters"),
        ({"attributed_to": "UNNAMED"}, "`attributed_to` is UNNAMED; write unnamed, in lower-case"),
        ({"via": ["self"]}, "`via` lists self; leave it out, because the document itself is"),
        ({"figures": [{"as_stated": "7", "number": "More than 300 men"}]}, "figures.number: 'More than 300 men' is not a plain number; write `more_than: 300`"),
        ({"topics": "-topics/a - topics/b"}, "topics: needs a list, and an item of a list begins with a hyphen and a space; write `- topics/a`"),
        ({"topics": "– topics/a"}, "topics: needs a list, and an item of a list begins with a hyphen and a space; write `- topics/a`"),
        ({"topics": "topics/a"}, "topics: needs a list; write each item on a separate line below the field, after `- `, as in `- topics/a`"),
        ({"note": "x" * 4001}, "note: 'xxxx"),
        ({"resolves": "x"}, "resolves: needs fields; write `name: value`, one per line"),
        (
            {"topics": "x"},
            "topics: needs a list; write each item on a separate line below the field, after `- `",
        ),
        ({"quote": []}, "quote: has too few items; write at least 1"),
        ({"figures": [{"as_stated": "7", "number": "seven"}]}, "figures.number: 'seven' is not a"),
        ({"figurs": []}, "figurs: there is no such field; did you mean 'figures'?"),
        (
            {"when": "“2016”"},
            "when: '“2016”' has curly quotation marks, which don't work here; write \"2016\" with",
        ),
        (
            {"figures": [{"as_stated": "7", "number": "7"}]},
            "figures.unit: is missing; write what is counted",
        ),
        ({"figures": [{"number": "7"}]}, "figures.as_stated: is missing; copy the quote's words for the amount, such as"),
        ({"figures": [{"as_stated": "7", "number": "£1,200", "unit": "money"}]}, "figures.number: '£1,200' is not a plain number; write 1200"),
        ({"figures": [{"as_stated": "7", "number": "7"}], "unit": "person"}, "unit: this is a field of `figures`; indent it like the other fields there"),
        ({"unit": "person"}, "unit: there is no such field; remove it"),
        ({"relations": ["a led b"]}, "relations: needs fields; write `subject: …`, `relation: …`, `object: …`, one"),
        ({"resolves": [{"She": "people/a"}]}, "resolves: takes `name: value`, one per line, and no list; remove each `- ` here"),
        ({"choices": [{"answers": "questions/a", "choice": "The guild took it"}]}, "choices.choice: 'The guild took it' is not a short name; write the name that the question's file has"),
        ({"type": "Own_Voice"}, "type: 'Own_Voice' is not a word that is allowed here; use only lower-case letters (a-z), digits and single hyphens, such as state-body; did you mean own-voice?"),
        ({"when": "12/03/2015"}, "when: '12/03/2015' has more than one `/`; write a day as `2015-03-12` or `2015-12-03`"),
        ({"when": "13.3.2015"}, "when: '13.3.2015' is not a valid date; write a day as `2015-03-13`"),
        ({"attributed_to": "people/a"}, "`attributed_as` is missing beside this `attributed_to`; add the document's words"),
    ],
)  # fmt: skip
def test_a_complaint_names_the_field_and_the_next_step(
    fields: dict[str, Any], complaint: str
) -> None:
    """The most common mistakes get these messages."""
    record = content(WORLD / FACTS)[0]
    assert any(said.startswith(complaint) for said in told(Fact, {**record, **fields}))


def test_a_table_of_words_is_closed() -> None:
    """The words for dates and numbers take no unknown key, and each complaint names its own."""
    config: dict[str, Any] = {name: part_of_config(name) for name in CONFIG_FILES}
    vague = {"several": ["1"], "many": ["x", []]}
    more = {"vague": vague, "vague_after_lead": {}, "scale": "x"}
    wrong = {
        **config,
        "numbers": {**config["numbers"], **more},
        "dates": {**config["dates"], "months": ["January"]},
    }
    assert told(Config, wrong) == [
        "dates: months has 1 name; write 12",
        "numbers.scale: there is no such field; did you mean 'scales'?",
        "numbers.vague.many: 'x' is not a number; write one such as 12 or 4.5",
        (
            "numbers.vague.many: is read as a list or as fields, because it begins with "
            "[ or {, or because of the lines below it; put the value in quotation marks, or on lines under '>-'"
        ),
    ]


def test_a_problem_is_placed_by_its_location() -> None:
    """Where a problem stands is told from the names and indexes that lead to it."""
    seen: list[Location] = []

    def place_of(location: Location) -> Place:
        seen.append(location)
        return Place("x.yaml", len(seen))

    _, problems = record_of(Entity, nodes_of({"name": [], "nam": "x"}), place_of, "some-rule")
    assert sorted(seen) == [("nam", "[key]"), ("name",)]
    assert {problem.place.line for problem in problems} == {1, 2}
    assert {problem.rule for problem in problems} == {"some-rule"}


def test_no_place_of_the_configuration_hangs_on_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the complaints in other words, each still has the right file and line."""
    monkeypatch.setattr(parsing, "complaint", lambda *_: "wording.home: otherwise said")
    project = lay_out(tmp_path / "project")
    for name in ("dates", "numbers"):
        text = (DEFAULTS / f"{name}.yaml").read_text("utf-8")
        put(project, {f"site_config/{name}.yaml": f"{text}astray: x\n"})
    problems = check(project).problems
    assert [problem.place.path for problem in problems] == [
        "site_config/dates.yaml",
        "site_config/numbers.yaml",
    ]
    for problem in problems:
        lines = (project / problem.place.path).read_text("utf-8").splitlines()
        assert problem.place.line == len(lines)
        assert problem.rule == "configuration"


SOURCE = {"title": "T", "short": "T", "letter": "T", "kind": "article", "language": "en"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"address": "https://a.example/b?c=1&d=50%25", "accessed": "2026-01-02"}, ""),
        ({"address": "https://a.example"}, ""),
        ({"accessed": "2026-01-02"}, "add `address`"),
        ({"address": "https://a.example", "accessed": "2026-01"}, "a single day"),
        ({"address": "https://a.example", "accessed": "[2026-01-02..2026-01-03]"}, "a single day"),
        ({"address": "javascript:alert(1)"}, "such as https"),
        ({"address": "https://a.example/ b"}, "such as https"),
    ],
)
def test_where_a_document_is(fields: dict[str, str], why: str) -> None:
    """An address on the web, and the one day on which it was seen there."""
    record = {**SOURCE, "seed": "003_a.txt", "text": {"state": "whole"}, **fields}
    if not why:
        assert Source.model_validate(record).address == fields["address"]
        return
    with pytest.raises(ValidationError, match=why):
        Source.model_validate(record)
