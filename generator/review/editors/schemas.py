"""JSON Schemas for the YAML files of a project, so that an editor can complete and explain them.

They contain the project's own references, questions and vocabulary, so they are made again when
these change, and are not committed. The program's rules see more; `check` has the last word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.config.config import Config
from generator.config.lexicon import LanguageFile
from generator.config.map import MapPlan, Outline, Position
from generator.load.defaults import default
from generator.load.entries import Entries
from generator.load.site_config import CONFIG_FILES
from generator.records import Entity, Fact, Layout, Question, Skip, Source, Withdrawn
from generator.records.fields import Record
from generator.records.ledger import Ledger
from generator.records.references import RecordKind
from generator.review.editors.hints import HINTS
from generator.review.editors.shape import Schema, shapes
from generator.review.editors.words import WordList, conditions, known_words
from generator.strict_yaml.layers import ADDED

FOLDER = "build/schemas"
"""Where the schemas of a project are, from its folder."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of YAML file: its record, where such files are, and whether a file lists several."""

    record: type[Record]
    files: str
    several: bool = False


KINDS: Mapping[str, FileKind] = {
    "facts": FileKind(Fact, "content/sources/*/facts*.yaml", several=True),
    "skipped": FileKind(Skip, "content/sources/*/skipped.yaml", several=True),
    "withdrawn": FileKind(Withdrawn, "content/sources/*/withdrawn.yaml", several=True),
    "source": FileKind(Source, "content/sources/*/source.yaml"),
    "layout": FileKind(Layout, "content/sources/*/layout.yaml"),
    "person": FileKind(Entity, "content/people/*.yaml"),
    "unit": FileKind(Entity, "content/units/*.yaml"),
    "topic": FileKind(Entity, "content/topics/*.yaml"),
    "question": FileKind(Question, "content/questions/*.yaml"),
    "ledger": FileKind(Ledger, "content/ledger.yaml"),
    "map": FileKind(MapPlan, "site_config/map/map.yaml"),
    "places": FileKind(Position, "site_config/map/places.yaml", several=True),
    "outline": FileKind(Outline, "site_config/map/outline.yaml", several=True),
    "words": FileKind(LanguageFile, "site_config/languages/*.yaml"),
}
"""Each kind of file by the name of its schema, besides those of `site_config/` itself."""

SCHEMAS: Mapping[RecordKind, str] = {
    "people": "person",
    "units": "unit",
    "topics": "topic",
    "questions": "question",
    "sources": "source",
}
"""The name of the schema of each kind of record that has a separate file."""


def modeline(kind: str, path: str) -> str:
    """The comment that tells an editor the schema of a file; `path` is from the project's folder."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind}.json\n"


def places() -> dict[str, str]:
    """Where the files of each schema are, by the schema's path from the project's folder."""
    found = {f"{FOLDER}/{name}.json": kind.files for name, kind in KINDS.items()}
    return found | {f"{FOLDER}/{name}.json": f"site_config/{name}.yaml" for name in CONFIG_FILES}


def schema_files(entries: Entries) -> dict[str, str]:
    """The text of every schema, by the name of its file in `FOLDER`."""
    shape = deepcopy(_explained())
    _know(shape, entries)
    made = {name: _schema(kind, _of_folder(name, entries), shape) for name, kind in KINDS.items()}
    for name in CONFIG_FILES:
        whole = _with_parts(shape["Config"]["properties"][name], shape)
        made[name] = whole if default(name) is None else _of_a_layer(whole)
    return {
        f"{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"
        for name, schema in made.items()
    }


@cache
def _explained() -> dict[str, Schema]:
    """The shape of every record, with what each field is for; the same for every project."""
    shape = shapes([*(kind.record for kind in KINDS.values()), Config])
    for name, fields in HINTS.items():
        for field, hint in fields.items():
            shape[name]["properties"][field]["description"] = hint
    return shape


def _know(shape: dict[str, Schema], entries: Entries) -> None:
    """Put the project's own words where a field has a list of them."""
    for (name, field), known in known_words(entries).items():
        properties = shape[name]["properties"]
        hint = properties[field].get("description")
        properties[field] = _listed(properties[field], known)
        if hint:
            properties[field]["description"] = hint
    for name, some in conditions(entries).items():
        shape[name]["allOf"] = some


def _listed(schema: Schema, known: WordList) -> Schema:
    """The schema of a field whose texts are known; the field may be a text, a list, or either."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_listed(one, known) for one in schema["anyOf"]]}
    if "items" in schema:
        return {**schema, "items": _listed(schema["items"], known)}
    return schema if "$ref" in schema else known.schema()


def _of_folder(name: str, entries: Entries) -> Schema:
    """What only the files of one folder may say: the subkinds of people, units or topics."""
    for kind, words in entries.config.vocabulary.subkinds.items():
        if SCHEMAS[kind] == name:
            return {"properties": {"subkind": WordList(words).schema() if words else False}}
    return {}


def _schema(kind: FileKind, more: Schema, shape: dict[str, Schema]) -> Schema:
    """The schema of a kind of file."""
    record: Schema = {"$ref": f"#/$defs/{kind.record.__name__}"}
    if more:
        record = {"allOf": [record, more]}
    whole = {"type": "array", "items": record} if kind.several else record
    return _with_parts(whole, shape)


def _with_parts(schema: Schema, shape: dict[str, Schema]) -> Schema:
    """A schema with all definitions that it refers to, directly or through others."""
    needed: set[str] = set()
    waiting = [schema]
    while waiting:
        for name in _named_in(waiting.pop()):
            if name not in needed:
                needed.add(name)
                waiting.append(shape[name])
    return {**schema, "$defs": {name: shape[name] for name in sorted(needed)}}


def _of_a_layer(schema: Any) -> Any:
    """The schema of a file that says only what differs from a default, and may add to its lists."""
    if isinstance(schema, list):
        return [_of_a_layer(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _of_a_layer(value) for key, value in schema.items() if key != "required"}
    if isinstance(fields := made.get("properties"), dict):
        lists = {name: one for name, one in fields.items() if one.get("type") == "array"}
        made["properties"] = fields | {f"{name}{ADDED}": one for name, one in lists.items()}
    return made


def _named_in(value: Any) -> Iterator[str]:
    """The definitions that a schema refers to."""
    if isinstance(value, dict):
        if isinstance(ref := value.get("$ref"), str):
            yield ref.rpartition("/")[2]
        for one in value.values():
            yield from _named_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _named_in(one)
