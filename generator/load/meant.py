"""Meant: the reference that somebody means by a name, a title or half of a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.load.entries import NamedEntry
from generator.problems import most_alike, show
from generator.records import Entity
from generator.records.references import ENTITY_KINDS, RECORD_KINDS, kind_of, slug_of
from generator.text.folding import fold_line

_QUESTIONS = ("answers", "broader", "see_also")
_SOURCES = ("source",)
_ANYTHING = ("subject", "object", "to", "formerly")
"""Fields that take a reference to something other than a person, a unit or a topic."""

_ENDING = re.compile(r"\.(?:ya?ml|md|html)$")
_MOST_REFERENCES = 4  # references to choose from, at most


@dataclass(frozen=True, slots=True)
class Meant:
    """What each way of naming a record may mean: references, by the words in lower-case letters."""

    refs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def advice(self, written: str, name: str) -> str:
        """What to write, in the field of this name, instead of a text that is not a reference; or ""."""
        wanted = _wanted(name)
        known = {
            words: some
            for words, refs in self.refs.items()
            if (some := [ref for ref in refs if kind_of(ref) in wanted])
        }
        words = _even(written)
        if found := known.get(words, ())[:_MOST_REFERENCES]:
            return f"; write {' or '.join(found)}"
        if best := most_alike(words, known):
            return f"; did you mean {' or '.join(map(show, known[best][:_MOST_REFERENCES]))}?"
        if name in _QUESTIONS:
            return "; write questions/ and the name of the question's file, without .yaml"
        return ""


def meant_by(refs: Iterable[str], entries: Iterable[NamedEntry]) -> Meant:
    """What the last parts of these references, and the names and titles of these records, mean."""
    found: dict[str, set[str]] = {}
    for ref in refs:
        found.setdefault(slug_of(ref), set()).add(ref)
    for entry in entries:
        record = entry.record
        names = record.names if isinstance(record, Entity) else (record.title,)
        for name in names:
            found.setdefault(_even(name), set()).add(entry.ref)
    return Meant({words: tuple(sorted(some)) for words, some in found.items()})


def _wanted(name: str) -> tuple[str, ...]:
    """The kinds of record that a field of this name takes."""
    if name in _QUESTIONS:
        return ("questions",)
    if name in _SOURCES:
        return ("sources",)
    return RECORD_KINDS if name in _ANYTHING else ENTITY_KINDS


def _even(words: str) -> str:
    """Words without what makes no difference: case, folders, file endings, and question marks."""
    even = fold_line(words).casefold().strip(" \"'?/[]").replace("_", "-")
    return even if " " in even else _ENDING.sub("", even.rpartition("/")[2])
