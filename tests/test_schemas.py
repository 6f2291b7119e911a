"""The schemas that editors use: they take every true record, and mark mistakes as `check` does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from generator.load.entries import Entries
from generator.load.site_config import CONFIG_FILES
from generator.records import Entity, Fact, Question, Skip, Source, Withdrawn
from generator.records.fields import Record
from generator.review.editors.hints import HINTS
from generator.review.editors.schemas import FOLDER, places, schema_files
from generator.review.editors.shape import shapes
from tests.project import DEFAULTS, ROOT, Project, call, lay_out


class Editor(yaml.CSafeLoader):
    """YAML as an editor reads it: by the core schema of YAML 1.2, without dates and without `no`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, begins in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(begins)
    )


def as_read(text: str) -> Any:
    """What an editor sees in a file."""
    return yaml.load(text, Loader=Editor)  # noqa: S506 (it is a safe loader)


def schema_of(path: str) -> str:
    """The name of the one schema for a file."""
    (found,) = [name for name, files in places().items() if fnmatch(path, files)]
    return found.removeprefix(f"{FOLDER}/")


def checkers(entries: Entries) -> dict[str, Draft202012Validator]:
    """A checker for each schema of a project."""
    return {name: _checker(text) for name, text in schema_files(entries).items()}


@cache
def _checker(text: str) -> Draft202012Validator:
    """A checker for a schema. Most projects have the same ones, and checking those is slow."""
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def yaml_files(root: Path) -> Iterator[str]:
    """Every YAML file of a project that holds records or settings, from its folder."""
    for folder in ("content", "site_config"):
        yield from sorted(str(path.relative_to(root)) for path in (root / folder).rglob("*.yaml"))


@pytest.fixture(scope="module")
def editor(world: Project) -> dict[str, Draft202012Validator]:
    """The checkers of the fictional project."""
    return checkers(world.entries)


def test_every_file_has_a_schema_and_fits_it(either: Project) -> None:
    """An editor finds no fault where the program finds none."""
    checker = checkers(either.entries)
    for path in yaml_files(either.root):
        text = (either.root / path).read_text(encoding="utf-8")
        wrong = best_match(checker[schema_of(path)].iter_errors(as_read(text)))
        assert wrong is None, f"{path}: {wrong.message} at {wrong.json_path}"


def test_a_project_says_only_what_differs(editor: dict[str, Draft202012Validator]) -> None:
    """An editor asks for nothing that has a default, and takes the defaults themselves."""
    for part in CONFIG_FILES:
        file = DEFAULTS / f"{part}.yaml"
        texts = [file.read_text("utf-8")] if file.is_file() else []
        for text in texts:
            wrong = best_match(editor[f"{part}.json"].iter_errors(as_read(text)))
            assert wrong is None, f"{part}: {wrong.message} at {wrong.json_path}"
    for part, text, fits in (
        ("language", "loaded+: [stooge]", True),
        ("language", "loadd+: [stooge]", False),
        ("search", "en:\n  near+:\n    - [toll, fee]", True),
        ("wording", "titles:\n  map: Chart", True),
        ("wording", "titles:\n  mpa: Chart", False),
        ("site", "title: Wend", False),
    ):
        assert editor[f"{part}.json"].is_valid(as_read(text)) is fits, text


FACTS = """
- id: f-7k3q9xb2
  statement: Reed led a crowd of 200.
  quote: Reed led a crowd of 200
  attributed_to: people/tomas-reed
  attributed_as: said Reed
  topics: [topics/bell]
  figures:
    - as_stated: a crowd of 200
      number: 200
      unit: person
      answers: questions/crowd
      basis: present
  choices:
    - answers: questions/who-took-the-bell
      choice: guild
  relations:
    - subject: people/tomas-reed
      relation: belonged-to
      object: units/wend-guild
"""


def test_a_whole_fact_fits(editor: dict[str, Draft202012Validator]) -> None:
    """The fact in which the next test makes mistakes has none."""
    wrong = best_match(editor["facts.json"].iter_errors(as_read(FACTS)))
    assert wrong is None, wrong


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("statement:", "statment:"),
        ("  quote: Reed led a crowd of 200\n", ""),
        ("topics/bell", "topics/bells"),
        ("questions/crowd\n", "questions/crowds\n"),
        ("basis: present", "basis: guessed"),
        ("choice: guild", "choice: nobody"),
        ("relation: belonged-to", "relation: friend-of"),
        ("object: units/wend-guild", "object: units/wend"),
        ("number: 200", "number: two hundred"),
        ("unit: person", "unit: persons"),
        ("f-7k3q9xb2", "f-7k3q9xb"),
        ("topics: [topics/bell]", "topics: topics/bell"),
        ("  attributed_as", "  modality: hoped\n  attributed_as"),
        ("  attributed_as", "  present: maybe\n  attributed_as"),
    ],
)
def test_a_mistake_is_marked(old: str, new: str, editor: dict[str, Draft202012Validator]) -> None:
    """A wrong field, value, reference or word does not fit."""
    assert FACTS.count(old) == 1
    assert not editor["facts.json"].is_valid(as_read(FACTS.replace(old, new)))


def test_what_may_be_new_is_open(editor: dict[str, Draft202012Validator]) -> None:
    """A speaker may be a reference or words, and a number may be a name."""
    facts = FACTS.replace("attributed_to: people/tomas-reed", "attributed_to: a neighbour")
    assert editor["facts.json"].is_valid(as_read(facts))
    assert editor["topic.json"].is_valid(as_read("name: 1984\naliases: [84, yes]\nsubkind: event"))
    assert not editor["person.json"].is_valid(as_read("name: Reed\nsubkind: event"))


def test_each_field_is_explained() -> None:
    """Each field of a record of `content/` has a hint, and each hint a field."""
    shape = shapes([Fact, Withdrawn, Entity, Question, Skip, Source])
    records = {record.__name__ for record in Record.__subclasses__()}
    fields = {name: set(one["properties"]) for name, one in shape.items() if name in records}
    fields |= {name: set(shape[name]["properties"]) for name in ("Figure", "Choice")}
    fields["Withdrawn"] = set(Withdrawn.__annotations__)
    assert {name: set(hints) for name, hints in HINTS.items()} == fields


def test_new_files_name_their_schema(tmp_path: Path) -> None:
    """What `new` writes begins with the address of a schema that is there, and fits it."""
    project = lay_out(tmp_path / "project")
    call("--root", project, "new", "person", "Ines Hale")
    call("--root", project, "new", "question", "How many bells?", "--unit", "person")
    call("--root", project, "new", "fact", "--quote", "The bell is silent.")
    for path in (
        "content/people/ines-hale.yaml",
        "content/questions/how-many-bells.yaml",
        "content/sources/parish-letter/facts-new.yaml",
    ):
        text = (project / path).read_text(encoding="utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named, path
        schema = json.loads(((project / path).parent / named[1]).read_text(encoding="utf-8"))
        wrong = best_match(Draft202012Validator(schema).iter_errors(as_read(text)))
        assert wrong is None, f"{path}: {wrong}"


def test_visual_studio_code_knows_where_they_are() -> None:
    """Its settings name each schema, with the files that it is for."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./{name}": files for name, files in places().items()}
