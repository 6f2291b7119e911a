"""The data of the real project: valid, and everything in it points at something."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.data.from_atlas import site_data
from generator.data.json_files import MODELS, records_digest
from generator.text.folding import fold_line
from tests.project import ROOT, Project

pytestmark = pytest.mark.pages


@pytest.fixture(scope="module")
def files(real: Project) -> dict[str, str]:
    """The files of the real project's data."""
    return {
        path: text
        for path, text in real.files.items()
        if path.startswith("data/") and path != "data/index.md"
    }


@pytest.fixture(scope="module")
def data(files: dict[str, str]) -> dict[str, Any]:
    """What the files hold, by name."""
    return {name: json.loads(files[f"data/{name}.json"]) for name in MODELS}


@pytest.mark.parametrize("name", MODELS)
def test_a_file_is_as_its_schema_says(
    name: str, files: dict[str, str], data: dict[str, Any]
) -> None:
    """Each file is valid by the schema beside it."""
    schema = json.loads(files[f"data/schemas/{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data[name])


def test_positions_are_code_points_of_the_seed(data: dict[str, Any]) -> None:
    """What stands at a position is what is quoted, but for folding."""
    for fact in data["facts"]:
        text = (ROOT / "seeds" / fact["seed"]).read_bytes().decode()
        credit = [fact["attributed_as"]] if fact["attributed_as"] else []
        for quote in (*fact["quotes"], *fact["context"], *credit):
            found = text[quote["start"] : quote["end"]]
            assert fold_line(found) == fold_line(quote["exact"]), fact["id"]


def test_ids_are_unique(data: dict[str, Any]) -> None:
    """No two records share an id or a reference."""
    ids = [one["id"] for one in data["facts"]]
    refs = [one["ref"] for name in ("entities", "questions", "sources") for one in data[name]]
    assert len(ids) == len(set(ids))
    assert len(refs) == len(set(refs))


def test_every_reference_is_known(data: dict[str, Any]) -> None:
    """Whatever a fact refers to is in the data."""
    entities = {one["ref"] for one in data["entities"]}
    questions = {one["ref"] for one in data["questions"]}
    sources = {one["ref"] for one in data["sources"]}
    ids = {one["id"] for one in data["facts"]}
    for fact in data["facts"]:
        speakers = {one["ref"] for one in (*fact["attributed_to"], *fact["via"])} - {None}
        ends = {one[end] for one in fact["relations"] for end in ("subject", "object")}
        asked = {one["question"] for one in (*fact["figures"], *fact["choices"])} - {None}
        assert {*fact["mentions"], *ends} <= entities, fact["id"]
        assert speakers <= entities | sources, fact["id"]
        assert set(fact["topics"]) <= set(fact["mentions"]), fact["id"]
        assert asked <= questions, fact["id"]
        assert fact["source"] in sources
        assert {one["fact"] for one in fact["related_facts"]} <= ids, fact["id"]


def _name(answer: dict[str, Any], facts: dict[str, Any], asked: str) -> str:
    """The name by which a pair calls an answer: its fact, and its place there."""
    if answer["figure"] is not None:
        return f"{answer['fact']}/figures/{answer['figure']}"
    (place,) = (
        place
        for place, one in enumerate(facts[answer["fact"]]["choices"])
        if (one["question"], one["choice"], one["facets"]["basis"], one["denies"])
        == (asked, answer["choice"], answer["basis"], answer["denies"])
    )
    return f"{answer['fact']}/choices/{place}"


def _fact_of(answer: str) -> str:
    return answer.split("/", maxsplit=1)[0]


def test_answers_are_of_facts_and_pairs_are_of_answers(data: dict[str, Any]) -> None:
    """Answers lead to a figure or a choice; answers of two facts are compared, in order."""
    facts = {one["id"]: one for one in data["facts"]}
    for question in data["questions"]:
        for answer in question["answers"]:
            assert set(answer["population"]) <= set(question["facets"]["population"])
            assert answer["basis"] in {None, *question["facets"]["basis"]}
            if answer["figure"] is None:
                assert answer["choice"] in question["choices"]
            else:
                figure = facts[answer["fact"]]["figures"][answer["figure"]]
                assert figure["facets"]["population"] == answer["population"]
        given = [_name(answer, facts, question["ref"]) for answer in question["answers"]]
        order = {name: place for place, name in enumerate(given)}
        pairs = [(one["a"], one["b"]) for one in question["pairs"]]
        assert pairs == sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))
        apart = {pair for pair in combinations(given, 2) if _fact_of(pair[0]) != _fact_of(pair[1])}
        assert apart <= {*pairs}
        ends = [one for one in question["pairs"] if _fact_of(one["a"]) == _fact_of(one["b"])]
        assert {one["outcome"] for one in ends} <= {"change"}


def test_the_index_counts_what_is_there(files: dict[str, str], data: dict[str, Any]) -> None:
    """The index counts the records and lists the files."""
    counts = {name: len(data[name]) for name in ("facts", "questions", "sources")}
    for kind in ("people", "units", "topics"):
        counts[kind] = sum(one["kind"] == kind for one in data["entities"])
    assert data["index"]["counts"] == counts
    assert data["index"]["files"] == sorted(files)


def test_the_index_names_the_records(real: Project, data: dict[str, Any]) -> None:
    """By a digest of them: other records, another digest."""
    records = site_data(real.atlas, real.findings)
    assert data["index"]["generated_from"] == records_digest(records)
