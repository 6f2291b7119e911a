"""Tables: the data as CSV, for spreadsheets.

A spreadsheet runs a cell as a formula where its text begins with one of `= + - @`, and what is
written here comes from strangers. So an apostrophe is put before such a sign, at the beginning of
a cell and after what another spreadsheet may take for the end of one; where there are apostrophes
already there is one more. Nothing else is changed, so that `typed` gets the text back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from generator.data.models import EntityData, FactData, QuestionData, SourceData

Row = tuple[object, ...]

_BEGINNING = r"(^|[;\t\r\n])(\s*)('*)"
_SIGN = r"(?=[=+\-@\uff1d\uff0b\uff0d\uff20])"
_RUN = re.compile(f"{_BEGINNING}{_SIGN}")
_INERT = re.compile(f"{_BEGINNING}'{_SIGN}")
"""The signs in Latin and in full width."""

SEVERAL = " | "
"""Between several values of one cell."""

FACTS = (
    *("id", "statement", "says", "attributed_to", "via", "source", "document", "quotes"),
    *("type", "modality", "when", "when_in_words", "when_as_stated", "said_on", "mentions"),
    *("topics", "questions", "note", "published", "changed", "url"),
)
PASSAGES = ("fact", "role", "number", "exact", "start", "end", "seed")
SPEAKERS = ("fact", "role", "number", "ref", "words")
FIGURES = (
    *("fact", "number", "as_stated", "low", "high", "low_open", "high_open", "about", "words"),
    *("unit", "currency", "per", "as_of", "question", "population", "basis"),
)
CHOICES = ("fact", "question", "choice", "denies", "population", "basis")
RELATIONS = ("fact", "subject", "relation", "object", "from", "to")
RELATED = ("fact", "other", "how", "note")
ENTITIES = ("ref", "name", "kind", "subkind", "url")
SPELLINGS = ("ref", "spelling", "script")
QUESTIONS = ("ref", "title", "unit", "exclusive", "url")
PAIRS = ("question", "a", "b", "outcome", "why")
SOURCES = (
    *("ref", "title", "authors", "publisher", "language", "licence", "seed", "sha256"),
    *("characters", "covered", "skipped", "url"),
)


def inert(text: str) -> str:
    """The text as it stands in a cell: no spreadsheet runs it."""
    return _RUN.sub(r"\1\2'\3", text)


def typed(cell: str) -> str:
    """The text that a cell was made of."""
    return _INERT.sub(r"\1\2\3", cell)


def as_csv(header: tuple[str, ...], rows: Iterable[Row]) -> str:
    """A file of CSV (RFC 4180, but for its line ends), with the mark by which Excel knows UTF-8."""
    lines = _Lines(["\ufeff"])
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "".join(lines)


class _Lines(list[str]):
    """Text that is written to as if it were a file."""

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line)


def _cell(value: object) -> str:
    """What stands in a cell; what is not known is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return inert(SEVERAL.join(str(one) for one in value))
    return inert(str(value))


def passages(facts: Iterable[FactData]) -> Iterator[Row]:
    """The passages of facts, one a row."""
    for fact in facts:
        credit = (fact.attributed_as,) if fact.attributed_as else ()
        roles = {"quote": fact.quotes, "context": fact.context, "attributed_as": credit}
        for role, quotes in roles.items():
            for number, one in enumerate(quotes, start=1):
                yield fact.id, role, number, one.exact, one.start, one.end, fact.seed


def speakers(facts: Iterable[FactData]) -> Iterator[Row]:
    """Those who say so, and those through whom it came, one a row."""
    for fact in facts:
        for role, some in (("attributed_to", fact.attributed_to), ("via", fact.via)):
            for number, one in enumerate(some, start=1):
                yield fact.id, role, number, one.ref, one.words


def figures(facts: Iterable[FactData]) -> Iterator[Row]:
    """The figures of facts, one a row."""
    for fact in facts:
        for number, one in enumerate(fact.figures, start=1):
            given = one.model_dump()
            facets = given.pop("facets")
            yield (fact.id, number, *given.values(), facets["population"], facets["basis"])


def choices(facts: Iterable[FactData]) -> Iterator[Row]:
    """The answers that are no numbers, one a row."""
    for fact in facts:
        for one in fact.choices:
            facets = one.facets
            yield (
                *(fact.id, one.question, one.choice, one.denies),
                *(facets.population, facets.basis),
            )


def relations(facts: Iterable[FactData]) -> Iterator[Row]:
    """The ties between entities, one a row."""
    for fact in facts:
        for one in fact.relations:
            yield fact.id, one.subject, one.relation, one.object, one.from_, one.to


def related(facts: Iterable[FactData]) -> Iterator[Row]:
    """The ties between facts, one a row."""
    for fact in facts:
        for one in fact.related_facts:
            yield fact.id, one.fact, one.how, one.note


def entities(some: Iterable[EntityData]) -> Iterator[Row]:
    """People, bodies and topics, one a row."""
    return ((one.ref, one.name, one.kind, one.subkind, one.url) for one in some)


def spellings(some: Iterable[EntityData]) -> Iterator[Row]:
    """Every other spelling of a name, one a row."""
    for one in some:
        for alias in one.aliases:
            yield one.ref, alias.name, alias.script


def questions(some: Iterable[QuestionData]) -> Iterator[Row]:
    """Questions, one a row."""
    return ((one.ref, one.title, one.unit, one.exclusive, one.url) for one in some)


def pairs(some: Iterable[QuestionData]) -> Iterator[Row]:
    """Every two answers to a question, and how they compare."""
    for question in some:
        for one in question.pairs:
            yield question.ref, one.a, one.b, one.outcome, one.why


def sources(some: Iterable[SourceData]) -> Iterator[Row]:
    """Documents, one a row."""
    for one in some:
        share = one.coverage
        yield (
            *(one.ref, one.title, one.authors, one.publisher, one.language, one.licence),
            *(one.seed, one.sha256, share.characters, share.covered, share.skipped, one.url),
        )
