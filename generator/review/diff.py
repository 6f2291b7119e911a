"""Differences between two atlases, record by record and field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.atlas.atlas import AnswerKey, Atlas
from generator.findings.compare import comparisons
from generator.records.fields import Record
from generator.records.references import kind_of
from generator.text.dates import Edtf

Pair = tuple[AnswerKey, AnswerKey]
Outcomes = Mapping[Pair, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field, by its path in the record (`figures.0.unit`), with its old and new value.

    A value is None if the field is not set.
    """

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A record that was added, removed or changed (`how`); `label` says in words which it is.

    `kind` is facts, withdrawn (facts, labelled with the reason), people, units, topics, questions,
    sources, pages or settings.
    """

    kind: str
    ref: str
    how: str
    label: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PairChange:
    """Two facts that answer one question, with the old and new outcome and reason.

    `old` is None if the two did not both answer it before, and `new` if they no longer do.
    """

    a: str
    b: str
    old: tuple[str, str] | None
    new: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question whose answers or comparisons changed; facts are given by their id."""

    ref: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    pairs: tuple[PairChange, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Every change; `pages` has the entities, each with the number of changed facts on its page."""

    records: tuple[Change, ...]
    pages: tuple[tuple[str, int], ...]
    questions: tuple[QuestionChange, ...]


def differences(old: Atlas, new: Atlas) -> Differences:
    """What a reader finds changed on the site of `new` since the site of `old`."""
    records = tuple(_records(_texts(old), _texts(new)))
    touched = {change.ref for change in records if change.kind == "facts"}
    pages = Counter(
        ref
        for fact in touched
        for ref in {
            mention
            for atlas in (old, new)
            if fact in atlas.claims
            for mention in atlas.claims[fact].mentions
        }
    )
    return Differences(records, tuple(sorted(pages.items())), tuple(_questions(old, new)))


Texts = dict[tuple[str, str], tuple[str, dict[str, str]]]


def _texts(atlas: Atlas) -> Texts:
    """The label and the fields (as text) of every record, by kind and reference."""
    found: Texts = {}
    for claim in atlas.claims.values():
        found["facts", claim.id] = claim.words, {"source": claim.source, **fields(claim.fact)}
    for ref, gone in atlas.withdrawn.items():
        found["withdrawn", ref] = gone.record.reason, {"source": gone.home, **fields(gone.record)}
    for ref, entity in atlas.entities.items():
        found[kind_of(ref), ref] = entity.record.name, fields(entity.record)
    for ref, question in atlas.questions.items():
        found["questions", ref] = question.record.title, fields(question.record)
    for ref, document in atlas.documents.items():
        share = atlas.coverage[ref]
        sha256 = document.seed.sha256 if document.seed else ""
        computed = {
            "(characters quoted)": str(share.covered),
            "(characters skipped)": str(share.skipped),
            "(sha256 of its text)": sha256,
        }
        found["sources", ref] = document.record.title, {**fields(document.record), **computed}
    for path, text in atlas.pages.items():
        found["pages", path] = path, {"text": text}
    for part in type(atlas.config).model_fields:
        name = f"site_config/{part}.yaml"
        found["settings", name] = name, _flat("", getattr(atlas.config, part))
    for position in atlas.gazetteer.positions if atlas.gazetteer else ():
        name = f"{position.path}: {position.record.place}"
        found["settings", name] = name, fields(position.record)
    return found


def fields(record: Record) -> dict[str, str]:
    """The values of a record as text, by their path (`figures.0.unit`), without unset fields."""
    return _flat("", record)


def _flat(path: str, value: object) -> dict[str, str]:
    if value is None or value is False:
        return {}
    if isinstance(value, Record):
        return _joined(
            path, {name.rstrip("_"): getattr(value, name) for name in type(value).model_fields}
        )
    if isinstance(value, Mapping):
        return _joined(path, value)
    if isinstance(value, tuple):
        if all(isinstance(one, str) for one in value):
            return {path: "; ".join(value)} if value else {}
        return _joined(path, dict(enumerate(value)))
    return {path: value.text if isinstance(value, Edtf) else str(value)}


def _joined(path: str, values: Mapping[Any, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in values.items():
        found |= _flat(f"{path}.{name}" if path else str(name), value)
    return found


def _records(old: Texts, new: Texts) -> Iterator[Change]:
    for kind, ref in sorted(old.keys() | new.keys()):
        label, after = new.get((kind, ref), ("", {}))
        if (kind, ref) not in old:
            yield Change(kind, ref, "added", label)
            continue
        old_label, before = old[kind, ref]
        if (kind, ref) not in new:
            yield Change(kind, ref, "removed", old_label)
        elif before != after:
            changed = tuple(
                FieldChange(name, before.get(name), after.get(name))
                for name in dict.fromkeys((*before, *after))
                if before.get(name) != after.get(name)
            )
            yield Change(kind, ref, "changed", label, changed)


def _questions(old: Atlas, new: Atlas) -> Iterator[QuestionChange]:
    for ref in sorted(old.questions.keys() | new.questions.keys()):
        before, after = _answers(old, ref), _answers(new, ref)
        pairs = tuple(_pairs(_outcomes(old, ref), _outcomes(new, ref)))
        change = QuestionChange(
            ref,
            _facts(after.keys() - before.keys()),
            _facts(before.keys() - after.keys()),
            _facts(key for key in before.keys() & after.keys() if before[key] != after[key]),
            pairs,
        )
        if change.added or change.removed or change.changed or pairs:
            yield change


def _answers(atlas: Atlas, ref: str) -> dict[AnswerKey, dict[str, str]]:
    return {one.key: fields(one.given) for one in atlas.answers.get(ref, ())}


def _facts(keys: Iterable[AnswerKey]) -> tuple[str, ...]:
    return tuple(sorted({fact for fact, *_ in keys}))


def _outcomes(atlas: Atlas, ref: str) -> Outcomes:
    """The outcome and reason of each pair of answers, whichever of the two comes first."""
    if ref not in atlas.questions:
        return {}
    found: dict[Pair, tuple[str, str]] = {}
    for pair in comparisons(ref, atlas):
        first, second = sorted((pair.a.key, pair.b.key))
        found[first, second] = pair.outcome, pair.why
    return found


def _pairs(old: Outcomes, new: Outcomes) -> Iterator[PairChange]:
    for pair in sorted(old.keys() | new.keys()):
        before, after = old.get(pair), new.get(pair)
        if before != after:
            yield PairChange(pair[0][0], pair[1][0], before, after)
