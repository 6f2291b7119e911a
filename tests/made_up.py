"""Made-up records, short enough for a row of a table; they are parsed and joined like real ones.

A value is given as YAML would: a text, a list or a mapping. `12` and `True` stand for their texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import count
from typing import Any

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.atlas.join import join
from generator.atlas.names import Names
from generator.atlas.prose import pieces_of, plain_words
from generator.config.config import Config
from generator.config.site import LANGUAGE
from generator.load.entries import Entries, Entry, R
from generator.load.folder import Shelf
from generator.load.languages import read_languages
from generator.records import Entity, Fact, Layout, Question, Skip, Source
from generator.rules import Rule
from generator.strict_yaml.nodes import Fields, Items, Node, Scalar, plain
from generator.text.seed import Seed
from tests.project import ROOT, configured, passages_of

MadeUp = Mapping[str, Any]
"""The fields of a record."""


def made_up(
    facts: Mapping[str, MadeUp],
    *,
    questions: Mapping[str, MadeUp] | None = None,
    entities: Mapping[str, MadeUp] | None = None,
    documents: Mapping[str, MadeUp] | None = None,
    texts: Mapping[str, str] | None = None,
    skips: Mapping[str, Iterable[MadeUp]] | None = None,
    layouts: Mapping[str, MadeUp] | None = None,
) -> Atlas:
    """The atlas of these records. A fact `report/a` is the fact `a` of the document `report`.

    Required fields that a row does not give are made up. A document has a line for each of
    its facts, with all that the fact quotes, unless `texts` has it.
    """
    return join(
        entries_of(
            facts,
            questions=questions,
            entities=entities,
            documents=documents,
            texts=texts,
            skips=skips,
            layouts=layouts,
        )
    )


def entries_of(
    facts: Mapping[str, MadeUp],
    *,
    questions: Mapping[str, MadeUp] | None = None,
    entities: Mapping[str, MadeUp] | None = None,
    documents: Mapping[str, MadeUp] | None = None,
    texts: Mapping[str, str] | None = None,
    skips: Mapping[str, Iterable[MadeUp]] | None = None,
    layouts: Mapping[str, MadeUp] | None = None,
) -> Entries:
    """As `made_up`, before the records are joined."""
    read = [_fact(key, fields) for key, fields in facts.items()]
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for entry in read:
        lines[entry.home.removeprefix("sources/")].append(passages_of(entry.record))
    text_of = {name: "\n".join(own) for name, own in lines.items()} | dict(texts or {})
    named = sorted({*text_of, *(documents or {})})
    return Entries(
        config=_config(one.get("language", LANGUAGE) for one in (documents or {}).values()),
        entities=tuple(
            _entry(Entity, ref, f"{ref}.yaml", {"name": _titled(ref), **fields})
            for ref, fields in (entities or {}).items()
        ),
        questions=tuple(
            _entry(Question, f"questions/{name}", f"questions/{name}.yaml", fields)
            for name, fields in (questions or {}).items()
        ),
        sources=tuple(_source(name, (documents or {}).get(name, {})) for name in named),
        facts=tuple(read),
        skips=tuple(
            _entry(Skip, "", f"sources/{name}/skipped.yaml", {"reason": "no claim", **fields})
            for name, some in (skips or {}).items()
            for fields in some
        ),
        seeds={f"{name}.txt": Seed(f"{name}.txt", text, "") for name, text in text_of.items()},
        pages={},
        ledger={},
        gazetteer=None,
        layouts=tuple(
            _entry(Layout, "", f"sources/{name}/layout.yaml", fields)
            for name, fields in (layouts or {}).items()
        ),
    )


def _config(languages: Iterable[str]) -> Config:
    """The real configuration, with the words of these languages."""
    return _config_for(frozenset(languages) - {LANGUAGE})


@cache
def _config_for(others: frozenset[str]) -> Config:
    if not others:
        return real_config()
    return real_config().model_copy(update={"others": read_languages(Shelf(ROOT), others)})


def fact_id(name: str) -> str:
    """The id of the fact of this name, which is one to eight letters and digits."""
    return f"f-{name:0>8}"


def claim(atlas: Atlas, name: str) -> Claim:
    """The claim of this name."""
    return atlas.claims[fact_id(name)]


def name_of(fact: str) -> str:
    """The name of the fact with this id."""
    return fact.removeprefix("f-").lstrip("0")


def answered_by(answers: Iterable[Answer]) -> list[str]:
    """The names of the facts that answer, in order."""
    return [name_of(answer.claim.id) for answer in answers]


def complaints(rule: Rule, atlas: Atlas) -> list[str]:
    """What a rule complains about, in order: the record, the field, and the problem's name.

    A fact is named as it was given, `report/a`, and any other record by its reference.
    """
    entries: list[Entry[Any]] = [
        *(claim.entry for claim in atlas.claims.values()),
        *atlas.repeated_ids,
        *(skip for document in atlas.documents.values() for skip in document.skips),
        *(document.entry for document in atlas.documents.values()),
        *(one.layout for one in atlas.documents.values() if one.layout),
        *atlas.entities.values(),
        *atlas.questions.values(),
    ]
    nodes = {entry.path: entry.node for entry in entries}
    return [
        f"{_record(problem.place.path)}{_field(nodes.get(problem.place.path), problem.place.line)}"
        f": {problem.rule}"
        for problem in rule(atlas)
    ]


def _record(path: str) -> str:
    name = path.removeprefix("content/").removesuffix(".yaml").removesuffix("/source")
    return name.removeprefix("sources/").replace("/facts-", "/") if "/facts-" in name else name


def _field(node: Node | None, line: int) -> str:
    """The path to the value on a line, " figures 0 as_of"; empty for the whole record."""
    inside: list[tuple[object, Node]] = []
    if isinstance(node, Fields):
        inside = [*node.values.items()]
    elif isinstance(node, Items):
        inside = [*enumerate(node.values)]
    step = next(((name, one) for name, one in reversed(inside) if one.line <= line), None)
    return f" {step[0]}{_field(step[1], line)}" if step else ""


@cache
def real_config() -> Config:
    """The real words of `site_config/`."""
    return configured()


def _fact(key: str, fields: MadeUp) -> Entry[Fact]:
    source, _, name = key.partition("/")
    statement = str(fields.get("statement", f"Sentence {name} of the {source}."))
    speakers = fields.get("attributed_to", "self")
    record = {
        "id": fact_id(name),
        "statement": statement,
        "quote": plain_words(pieces_of(statement, Names({}))),
        "attributed_to": speakers,
        **({} if speakers == "self" else {"attributed_as": f"says {name}"}),
        **({} if fields.get("figures") else {"type": "event"}),
        **fields,
    }
    path = f"sources/{source}/facts-{name}.yaml"
    return _entry(Fact, fact_id(name), path, record, f"sources/{source}")


def _source(name: str, fields: MadeUp) -> Entry[Source]:
    record = {
        "title": _titled(name),
        "short": _titled(name),
        "letter": name[0].upper(),
        "kind": "article",
        "language": "en",
        "seed": f"{name}.txt",
        "text": {"state": "whole"},
        **fields,
    }
    return _entry(Source, f"sources/{name}", f"sources/{name}/source.yaml", record)


def _entry(model: type[R], ref: str, path: str, fields: MadeUp, home: str = "") -> Entry[R]:
    node = _node(fields, count(1))
    record = model.model_validate(plain(node))
    return Entry(ref, record, f"content/{path}", node, home or path.rpartition("/")[0])


def _node(value: object, lines: Iterator[int]) -> Node:
    """A value as it is read, with each part on a separate line."""
    line = next(lines)
    if isinstance(value, Mapping):
        keys = {name: Scalar(name, line, 1) for name in value}
        return Fields(
            {name: _node(one, lines) for name, one in value.items()}, keys, line, 1, False
        )
    if isinstance(value, list | tuple):
        return Items(tuple(_node(one, lines) for one in value), line, 1, False)
    return Scalar(str(value).lower() if isinstance(value, bool) else str(value), line, 1)


def _titled(ref: str) -> str:
    return ref.rpartition("/")[2].replace("-", " ").title()
