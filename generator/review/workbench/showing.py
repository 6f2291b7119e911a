"""Showing: the documents, one document, and the words that may be chosen, as the browser gets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from generator.atlas.atlas import Atlas
from generator.load.entries import Entries
from generator.problems import Problem
from generator.records import Fact
from generator.records.references import ENTITY_KINDS
from generator.review.editors.hints import HINTS
from generator.review.editors.words import known_words
from generator.review.page import Recorded, review_page
from generator.review.workbench.form import as_choices, records_of
from generator.review.workbench.units import to_browser
from generator.text.seed import Seed

Sendable: TypeAlias = dict[str, Any]
"""What is sent as JSON."""


def listed(atlas: Atlas) -> list[Sendable]:
    """Every document, with its gaps; the one with the most left to do comes first."""
    documents = [_summary(ref, atlas) for ref in atlas.documents]
    return sorted(documents, key=lambda one: (-one["open"], one["title"]))


def left_out(problems: Iterable[Problem], atlas: Atlas) -> list[str]:
    """The folders of the documents that a problem in their `source.yaml` keeps out, sorted."""
    described = (PurePosixPath(one.place.path) for one in problems)
    folders = {
        path.parent.name for path in described if path.match("content/sources/*/source.yaml")
    }
    return sorted(name for name in folders if f"sources/{name}" not in atlas.documents)


def _summary(ref: str, atlas: Atlas) -> Sendable:
    coverage = atlas.coverage[ref]
    record = atlas.documents[ref].record
    return {
        "name": ref.removeprefix("sources/"),
        "title": atlas.title(ref),
        "publisher": atlas.maker(record.publisher).name if record.publisher else "",
        "language": record.language,
        "seed": record.seed,
        "facts": len(atlas.drawn_from.get(ref, ())),
        "characters": coverage.characters,
        "quoted": coverage.covered,
        "skipped": coverage.skipped,
        "gaps": len(coverage.gaps),
        "open": coverage.characters - coverage.covered - coverage.skipped,
        "complete": record.complete,
    }


def document(ref: str, entries: Entries, atlas: Atlas) -> Sendable:
    """A document, letter for letter, with what is recorded from it. Positions are in UTF-16 code units."""
    page = review_page(ref, atlas)
    held = atlas.documents[ref]
    seed = held.seed
    facts = [one for line in page.lines for one in line.facts]
    return {
        **_summary(ref, atlas),
        "wrapped": bool(seed and seed.wrapped),
        "lines": [
            [[one.text, one.state, list(one.facts)] for one in line.stretches]
            for line in page.lines
        ],
        "sentences": list(_sentences(seed)) if seed else [],
        "pages": [
            [to_browser(seed.text, start), label]
            for start, label in zip(held.pages.starts, held.pages.labels, strict=True)
        ]
        if seed
        else [],
        "claims": {one.id: _claim(one, atlas) for one in (*page.unplaced, *facts)},
        "unplaced": [one.id for one in page.unplaced],
        "files": fact_files(ref, entries),
    }


def _claim(recorded: Recorded, atlas: Atlas) -> Sendable:
    shown = asdict(recorded)
    del shown["href"]
    return {**shown, "type": atlas.claims[recorded.id].fact.type}


def _sentences(seed: Seed) -> Iterator[int]:
    at, size = 0, len(seed.folded.text)
    while at < size:
        start, end = seed.folded_sentence(at)
        if start < end:
            yield to_browser(seed.text, seed.folded.original(start))
        at = max(end, at) + (end >= size or seed.folded.text[end] == "\n" or end <= at)


def fact_files(ref: str, entries: Entries) -> list[str]:
    """The names of a document's files of facts, sorted."""
    names = {one.path.rpartition("/")[2] for one in entries.facts if one.home == ref}
    return sorted(names)


def words(entries: Entries) -> Sendable:
    """What may be chosen in each field, and what each field is for."""
    known = known_words(entries)
    ids = {id(words): f"{record}.{name}" for (record, name), words in reversed(known.items())}
    names = {key: ids[id(words)] for key, words in known.items()}
    lists = {ids[id(words)]: words for words in known.values()}
    vocabulary = entries.config.vocabulary
    return {
        "lists": {
            name: {"open": one.open, "words": list(one.words.items())}
            for name, one in sorted(lists.items())
        },
        "records": {one.__name__: as_choices(one, names) for one in records_of(Fact)},
        "hints": {one.__name__: HINTS.get(one.__name__, {}) for one in records_of(Fact)},
        "questions": {one.ref: _question(one.record) for one in entries.questions},
        "subkinds": {kind: vocabulary.subkinds.get(kind, {}) for kind in ENTITY_KINDS},
        "units": {unit: labels[1] for unit, labels in vocabulary.units.items()},
        "spellings": [
            [spelling.name, one.ref]
            for one in entries.entities
            for spelling in one.record.spellings
        ],
    }


def _question(record: Any) -> Sendable:
    return {
        "title": record.title,
        "unit": record.unit,
        "choices": dict(record.choices),
        "population": {key: one.label for key, one in record.population.items()},
        "basis": {key: one.label for key, one in record.basis.items()},
    }
