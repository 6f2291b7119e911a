"""Rows: the facts in a table, one in each row, with the place of each value in the table.

A value's line is the row of the table, and its column the table's, so that every problem names
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.load.entries import Entries, Entry
from generator.load.parsing import record_of
from generator.problems import Place, Problem, show
from generator.records import VALUES, Fact
from generator.review.house_style import text_of, written
from generator.review.sheet import SpreadSheet
from generator.strict_yaml.as_written import WrittenGroup, WrittenText
from generator.strict_yaml.nodes import Location
from generator.strict_yaml.reader import Fields, Items, Node, Plain, Scalar, locate, plain
from generator.text.folding import fold_line

COLUMNS: Mapping[str, Sequence[str]] = {
    "quote": ("quotation", "words of the document", "exact"),
    "statement": ("claim", "fact"),
    "attributed_to": ("speaker", "said by", "who says so", "source of the claim"),
    "attributed_as": ("credited as", "words that credit"),
    "context": ("more words",),
    "via": ("through", "passed on by"),
    "modality": (),
    "type": ("kind",),
    "when": ("date", "happened"),
    "when_as_stated": ("date as stated", "words of the date"),
    "said_on": ("said when",),
    "said_as_stated": (),
    "present": (),
    "topics": ("topic", "tags", "pages"),
    "as_stated": ("figure", "figure as stated", "amount as stated"),
    "number": ("amount", "value"),
    "at_least": ("minimum",),
    "more_than": ("over",),
    "at_most": ("maximum", "up to"),
    "less_than": ("fewer than", "under"),
    "between": ("range",),
    "words": ("amount in words",),
    "about": ("approximate",),
    "estimated": ("estimate",),
    "unit": ("what is counted",),
    "currency": (),
    "per": (),
    "as_of": (),
    "answers": ("question",),
    "choice": ("answer",),
    "denies": ("denied",),
    "population": ("people counted",),
    "basis": ("sense",),
    "subject": (),
    "relation": (),
    "object": (),
    "resolves": ("meaning", "stands for"),
    "note": ("notes", "comment", "remark"),
}
"""The columns that a table may have, in the order of the template, each with other words for it."""

_FIGURE = frozenset(
    ("as_stated", *VALUES, "about", "estimated", "unit", "currency", "per", "as_of")
)
_ANSWER = frozenset(("answers", "population", "basis"))
_CHOICE = frozenset(("choice", "denies"))
_RELATION = ("subject", "relation", "object")
_SEVERAL = frozenset(("attributed_to", "via", "topics", "population", "between"))
_IN_LINES = frozenset(("quote", "context"))
_FLAGS = frozenset(("about", "estimated", "denies", "present"))
_BETWEEN_MEANINGS = r"[;\n]"
_BLOCKS = frozenset(("statement", "quote", "note"))


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The fact of one row, unless it has a problem."""

    number: int
    node: Fields
    entry: Entry[Fact] | None
    problems: tuple[Problem, ...]


def rows_of(
    sheet: SpreadSheet, fields: Mapping[int, str], path: str, home: str, fresh_id: Callable[[], str]
) -> Iterator[SheetRow]:
    """The fact of each row of a table; `fields` are the fields that its columns have."""
    columns = {field: column for column, field in fields.items()}
    for number, cells in sheet.rows.items():
        given = {fields[column]: text for column, text in cells.items() if column in fields}
        if not given:
            continue
        node = _RowReader(number, columns, given).fact(fresh_id())

        def place(location: Location, node: Fields = node) -> Place:
            line, column = locate(node, location)
            lacking = [columns[one] for one in location if isinstance(one, str) and one in columns]
            return Place(path, line, lacking[-1] if lacking else column)

        record, problems = record_of(Fact, node, place)
        if _FIGURE & given.keys() and _CHOICE & given.keys() and "answers" in given:
            message = (
                "a row with a figure and a choice can't say which of them answers the question; write "
                "two rows, or add one of the two to the file of facts later"
            )
            problems.append(Problem(Place(path, number, columns["answers"]), "row", message))
        for words in _unexplained(given.get("resolves", "")):
            message = f"{show(words)} has no meaning; write it after `=`, as in the guild = units/wend-guild"
            problems.append(Problem(Place(path, number, columns["resolves"]), "row", message))
        entry = Entry(record.id, record, path, node, home) if record and not problems else None
        yield SheetRow(number, node, entry, tuple(sorted(problems)))


class _RowReader:
    """One row: its number, the column of each field, and the text of each that is given."""

    def __init__(self, number: int, columns: Mapping[str, int], given: Mapping[str, str]) -> None:
        self.number, self.columns, self.given = number, columns, given

    def fact(self, fact_id: str) -> Fields:
        """The node of the row's fact."""
        given = self.given
        parts = (*_FIGURE, *_ANSWER, *_CHOICE, *_RELATION, "resolves")
        made: dict[str, Node] = {"id": Scalar(fact_id, self.number, 1)}
        made |= {field: self._value(field) for field in given if field not in parts}
        answer = [one for one in given if one in _ANSWER]
        figure = [one for one in given if one in _FIGURE]
        choice = [one for one in given if one in _CHOICE]
        if figure:
            made["figures"] = self._list(figure + ([] if choice else answer))
        if choice or (answer and not figure):
            made["choices"] = self._list(choice + answer)
        if relation := [one for one in _RELATION if one in given]:
            made["relations"] = self._list(relation)
        if "resolves" in given:
            made["resolves"] = self._meanings()
        return self._fields(made)

    def _fields(self, values: dict[str, Node]) -> Fields:
        keys = {name: Scalar(name, one.line, one.column) for name, one in values.items()}
        column = min((one.column for one in values.values()), default=1)
        return Fields(values, keys, self.number, column, False)

    def _list(self, names: Sequence[str]) -> Items:
        record = self._fields({name: self._value(name) for name in names})
        return Items((record,), self.number, record.column, False)

    def _value(self, field: str) -> Node:
        """A cell as a text, or as a list if it has several values."""
        text, column = self.given[field], self.columns[field]
        if field in _FLAGS:
            text = text.casefold()  # as spreadsheets write TRUE
        if field in _IN_LINES:
            parts = text.splitlines()
        elif field == "between":
            parts = re.split(r"\s*(?:;|–|-|\band\b|\bto\b)\s*", text)
        else:
            parts = text.split(";") if field in _SEVERAL else [" ".join(text.split())]
        found = [Scalar(one.strip(), self.number, column) for one in parts if one.strip()]
        is_list = field in ("topics", "population", "between") or len(found) > 1
        return Items(tuple(found), self.number, column, False) if is_list else found[0]

    def _meanings(self) -> Fields:
        """What words stand for: entries such as `the guild = units/wend-guild`."""
        column = self.columns["resolves"]
        pairs = (
            one.partition("=")
            for one in re.split(_BETWEEN_MEANINGS, self.given["resolves"])
            if one.strip()
        )
        values: dict[str, Node] = {
            words.strip(): Scalar(meaning.strip(), self.number, column)
            for words, _, meaning in pairs
            if meaning.strip()
        }
        return self._fields(values)


def _unexplained(resolves: str) -> list[str]:
    """The words in a cell of meanings that have no meaning given."""
    parts = (one.strip() for one in re.split(_BETWEEN_MEANINGS, resolves))
    return [one for one in parts if one and not one.partition("=")[2].strip()]


def there_already(rows: Sequence[SheetRow], entries: Entries) -> Iterator[Problem]:
    """The rows that repeat what a recorded fact, or a row above, says about the same words."""
    known = {_key(entry): f"the fact {entry.ref}" for entry in entries.facts}
    for row in rows:
        if row.entry is not None:
            if said := known.get(_key(row.entry)):
                message = f"{said} already says this, from the same words; remove the row"
                yield Problem(row.entry.place("statement"), "there-already", message)
            known.setdefault(_key(row.entry), f"row {row.number}")


def _key(entry: Entry[Fact]) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    fact = entry.record
    quotes = tuple(fold_line(one.exact) for one in fact.quote)
    return entry.home, fold_line(fact.statement), quotes, fact.attributed_to


def with_rows(entries: Entries, rows: Sequence[SheetRow]) -> Entries:
    """The records with the facts of these rows."""
    more = [row.entry for row in rows if row.entry is not None]
    return replace(entries, facts=(*entries.facts, *more))


def as_yaml(rows: Sequence[SheetRow]) -> str:
    """The records of these rows, as in a file of facts."""
    values: list[Plain] = [plain(row.node) for row in rows]
    node = written(values)
    for item in node.parts if isinstance(node, WrittenGroup) else ():
        for part in item.value.parts if isinstance(item.value, WrittenGroup) else ():
            text = part.value
            if part.name and part.name.text in _BLOCKS and isinstance(text, WrittenText):
                part.value = WrittenText(text.text, ">", (text.text,))
    return text_of([], node, Fact)
