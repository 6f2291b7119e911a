"""The CSV files of `data/` and their columns; `source_columns` has those of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from generator.data.models.facts import DatedData, FactData
from generator.data.models.output import Output
from generator.data.models.records import EntityData, QuestionData
from generator.data.tables import Column, Table, attributes
from generator.data.works import ClaimInWords
from generator.records.ledger import Seen


class FactRow(NamedTuple):
    """A claim as data and in words, with its dates of publication."""

    data: FactData
    words: ClaimInWords
    seen: Seen

    @property
    def questions(self) -> list[str]:
        """The questions that the claim answers, each once."""
        figures = (one.question for one in self.data.figures if one.question)
        choices = (one.question for one in self.data.choices)
        return [*dict.fromkeys((*figures, *choices))]


class RecordPart(NamedTuple):
    """A part of a record, such as a figure; parts with the same role are numbered from 1."""

    whole: Output
    part: object
    number: int
    role: str = ""


def _each(name: str) -> Callable[[Output], Iterable[RecordPart]]:
    """The parts in a field of a record."""
    return lambda whole: (
        RecordPart(whole, part, number) for number, part in enumerate(getattr(whole, name), start=1)
    )


def _passages(fact: FactData) -> Iterator[RecordPart]:
    credit = (fact.attributed_as,) if fact.attributed_as else ()
    roles = {"quote": fact.quotes, "context": fact.context, "attributed_as": credit}
    for role, quotes in roles.items():
        yield from (
            RecordPart(fact, one, number, role) for number, one in enumerate(quotes, start=1)
        )


def _of_translation(part: str) -> Callable[[RecordPart], object]:
    """A part of the translation of a passage, if it has one."""
    return lambda row: getattr(getattr(row.part, "translation", None), part, None)


def _speakers(fact: FactData) -> Iterator[RecordPart]:
    for role, some in (("attributed_to", fact.attributed_to), ("via", fact.via)):
        yield from (RecordPart(fact, one, number, role) for number, one in enumerate(some, start=1))


def _concluded(field: str) -> tuple[Column, ...]:
    """The columns of a concluded date: the date, and how it is known."""
    return tuple(
        (name, lambda row, part=part: getattr(getattr(row.data, f"{field}_concluded"), part, None))
        for name, part in ((f"{field}_concluded", "date"), (f"{field}_known", "known"))
    )


def _grounds(dated: DatedData | None) -> list[str]:
    """The claims and the addresses that show a date."""
    if dated is None:
        return []
    return [*dated.facts, *dated.after, *dated.before, *(one.address for one in dated.evidence)]


def _told_on(row: RecordPart, field: str = "said_on") -> object:
    """When a speaker said it: for the claimants, the fact's date; for each relay, its own."""
    return getattr(row.part if row.role == "via" else row.whole, field, None)


def _told_on_concluded(row: RecordPart) -> object:
    """When a speaker said it, if the document does not state that."""
    if row.role == "via":
        return getattr(getattr(row.part, "dated", None), "said_on", None)
    return getattr(getattr(row.whole, "said_on_concluded", None), "date", None)


FACTS: Table[FactRow] = Table(
    "facts",
    lambda row: (row,),
    (
        *attributes("id", "statement", of="data"),
        *attributes("says", of="words"),
        ("attributed_to", lambda row: [one.words for one in row.data.attributed_to]),
        ("via", lambda row: [one.words for one in row.data.via]),
        *attributes("source", of="data"),
        ("document", attrgetter("words.document")),
        ("quotes", lambda row: [one.exact for one in row.data.quotes]),
        *attributes("type", "modality", "when", of="data"),
        ("when_in_words", attrgetter("words.when")),
        *attributes("when_as_stated", "said_on", "mentions", "topics", of="data"),
        *attributes("questions"),
        *attributes("note", of="data"),
        *attributes("published", "changed", of="seen"),
        *attributes("url", of="data"),
        *_concluded("when"),
        *attributes("said_as_stated", of="data"),
        *_concluded("said_on"),
        ("dated_because", lambda row: row.data.dated and row.data.dated.because),
        ("dated_by", lambda row: _grounds(row.data.dated)),
        *attributes("when_in_calendar", "said_on_in_calendar", of="data"),
        *attributes("locator", of="words"),
    ),
)

_FACT = ("fact", attrgetter("whole.id"))

OF_FACTS: tuple[Table[FactData], ...] = (
    Table(
        "passages",
        _passages,
        (
            _FACT,
            *attributes("role", "number"),
            *attributes("exact", "start", "end", of="part"),
            *attributes("seed", of="whole"),
            ("locator", lambda row: [f"{kind} {at}" for kind, at in row.part.locator.items()]),
            ("translation", _of_translation("text")),
            ("translation_language", _of_translation("language")),
            ("translated_by", _of_translation("by")),
        ),
    ),
    Table(
        "speakers",
        _speakers,
        (
            _FACT,
            *attributes("role", "number"),
            *attributes("ref", "words", of="part"),
            ("said_on", _told_on),
            ("said_on_concluded", _told_on_concluded),
            ("said_on_in_calendar", lambda row: _told_on(row, "said_on_in_calendar")),
        ),
    ),
    Table(
        "figures",
        _each("figures"),
        (
            _FACT,
            *attributes("number"),
            *attributes("as_stated", "low", "high", "low_open", "high_open", "about", of="part"),
            *attributes("words", "unit", "currency", "per", "as_of", "question", of="part"),
            *attributes("population", "basis", of="part.facets"),
            *attributes("estimated", "as_of_in_calendar", of="part"),
        ),
    ),
    Table(
        "choices",
        _each("choices"),
        (
            _FACT,
            *attributes("question", "choice", "denies", of="part"),
            *attributes("population", "basis", of="part.facets"),
        ),
    ),
    Table(
        "relations",
        _each("relations"),
        (
            _FACT,
            *attributes("subject", "relation", "object", of="part"),
            ("from", attrgetter("part.from_")),
            *attributes("to", "from_in_calendar", "to_in_calendar", of="part"),
        ),
    ),
    Table(
        "related",
        _each("related_facts"),
        (_FACT, ("other", attrgetter("part.fact")), *attributes("how", "note", of="part")),
    ),
)

OF_ENTITIES: tuple[Table[EntityData], ...] = (
    Table(
        "entities",
        lambda entity: (entity,),
        attributes("ref", "name", "kind", "subkind", "url"),
    ),
    Table(
        "spellings",
        _each("aliases"),
        (
            *attributes("ref", of="whole"),
            ("spelling", attrgetter("part.name")),
            *attributes("script", of="part"),
        ),
    ),
)

OF_QUESTIONS: tuple[Table[QuestionData], ...] = (
    Table(
        "questions",
        lambda question: (question,),
        attributes("ref", "title", "unit", "exclusive", "url"),
    ),
    Table(
        "pairs",
        _each("pairs"),
        (
            ("question", attrgetter("whole.ref")),
            *attributes("a", "b", "outcome", "why", of="part"),
        ),
    ),
)
