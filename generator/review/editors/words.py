"""The references and words that the fields of a record may have in one project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.load.entries import Entries
from generator.records.references import ENTITY_KINDS, RECORD_KINDS, RecordKind, kind_of
from generator.review.editors.shape import SCALARS, Schema

Meanings: TypeAlias = Mapping[str, str]
"""What may be written, each with what it means."""


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of a field; if it is `open`, other text may be written too."""

    words: Meanings
    open: bool = False

    def schema(self) -> Schema:
        """The schema of one such word. Without any words, every text is allowed."""
        if not self.words:
            return {"type": SCALARS}
        listed: Schema = {
            "enum": list(self.words),
            "enumDescriptions": list(self.words.values()),
        }
        return {"anyOf": [listed, {"type": SCALARS}]} if self.open else listed


def known_words(entries: Entries) -> dict[tuple[str, str], WordList]:
    """The words of each field that has a list of them, by the record's class and the field."""
    words = entries.config.vocabulary
    of = _by_kind(entries)
    entities = {ref: name for kind in ENTITY_KINDS for ref, name in of[kind].items()}
    facts = WordList({entry.record.id: entry.record.statement for entry in entries.facts})
    questions, pages = WordList(of["questions"]), WordList(entities)
    units = WordList({key: several for key, (_, several) in words.units.items()})
    speakers = WordList({"self": "the document itself", "unnamed": "", **entities}, open=True)
    return {
        ("Fact", "type"): WordList(words.types),
        ("Fact", "topics"): pages,
        ("Fact", "attributed_to"): speakers,
        ("Fact", "via"): WordList(entities, open=True),
        ("Relay", "who"): WordList(entities, open=True),
        ("Figure", "unit"): units,
        ("Figure", "per"): WordList(words.periods),
        ("Figure", "answers"): questions,
        ("Choice", "answers"): questions,
        ("Relation", "subject"): WordList(entities),
        ("Relation", "relation"): WordList(
            {key: one.label for key, one in words.relations.items()}
        ),
        ("Relation", "object"): WordList(entities),
        ("RelatedFact", "fact"): facts,
        ("Dated", "facts"): facts,
        ("Dated", "after"): facts,
        ("Dated", "before"): facts,
        ("Entity", "subkind"): WordList(
            {key: label for kind in words.subkinds.values() for key, label in kind.items()}
        ),
        ("ProbableIdentity", "ref"): WordList(entities),
        ("Distinction", "ref"): WordList(entities),
        ("Distinction", "fact"): facts,
        ("Party", "to"): WordList(entities),
        ("Party", "fact"): facts,
        ("Question", "unit"): units,
        ("Question", "topics"): pages,
        ("Question", "broader"): questions,
        ("Question", "see_also"): questions,
        ("Silence", "source"): WordList(of["sources"]),
        ("Source", "kind"): WordList(words.source_kinds),
        ("Source", "publisher"): WordList(entities, open=True),
        ("Creator", "who"): WordList(entities, open=True),
        ("SourceDate", "facts"): facts,
    }


def _by_kind(entries: Entries) -> dict[RecordKind, dict[str, str]]:
    """The references of each kind of record, with what each is called."""
    found: dict[RecordKind, dict[str, str]] = {kind: {} for kind in RECORD_KINDS}
    for entity in entries.entities:
        found[kind_of(entity.ref)][entity.ref] = entity.record.name
    for question in entries.questions:
        found["questions"][question.ref] = question.record.title
    for source in entries.sources:
        found["sources"][source.ref] = source.record.title
    return found


def conditions(entries: Entries) -> dict[str, list[Schema]]:
    """What an answer may say, by the class of its record, with one condition for each question."""
    found: dict[str, list[Schema]] = {"Figure": [], "Choice": []}
    for entry in entries.questions:
        question = entry.record
        population = {key: one.label for key, one in question.population.items()}
        basis = {key: one.label for key, one in question.basis.items()}
        fields: Schema = {}
        if population:
            fields["population"] = {"items": WordList(population).schema()}
        if basis:
            fields["basis"] = WordList(basis).schema()
        if question.choices:
            fields["choice"] = WordList(question.choices).schema()
        if fields:
            asked = {"properties": {"answers": {"const": entry.ref}}, "required": ["answers"]}
            kind = "Choice" if question.choices else "Figure"
            found[kind].append({"if": asked, "then": {"properties": fields}})
    return found
