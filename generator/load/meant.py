"""Meant: the reference that somebody means by a name, a title or half of a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.config.config import Config
from generator.load.entries import NamedEntry
from generator.problems import choose_from, most_alike, show
from generator.records import Entity, Question
from generator.records.references import ENTITY_KINDS, RECORD_KINDS, kind_of, slug_of
from generator.text.folding import fold_line
from generator.text.number_words import NumberWords
from generator.text.numbers import numbers

_QUESTIONS = ("answers", "broader", "see_also")
_SOURCES = ("source",)
_ANYTHING = ("subject", "object", "to", "formerly")
"""Fields that take a reference to something other than a person, a unit or a topic."""

_ENDING = re.compile(r"\.(?:ya?ml|md|html)$")
_CODE = re.compile(r"[A-Za-z]{3}")
_MOST_REFERENCES = 4  # references to choose from, at most


@dataclass(frozen=True, slots=True)
class Meant:
    """What each way of naming a record may mean: references, by the words in lower-case letters.

    `named` has, for each question and each of its fields, the short names by what readers see and
    by the names themselves. `numbers` are the words for amounts of money.
    """

    refs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    numbers: NumberWords | None = None

    def short_name(self, written: str, name: str, question: str) -> str:
        """What is wrong with a text that is no short name, in a field whose values a question names; or ""."""
        given = self.named.get(question, {}).get(name, {})
        if not given:
            return ""
        if found := given.get(_even(written).replace(" ", "-")) or given.get(_even(written)):
            return f"is not the name that the question's file has; write `{found}`"
        known = tuple(dict.fromkeys(given.values()))
        return f"is not a {name} of {question}{choose_from(_even(written), known)}"

    def currency(self, written: str, amount: str) -> str:
        """The code of a currency that is written otherwise, as the words of its amount show it; or ""."""
        if not self.numbers:
            return ""
        spoken = {one.currency for one in numbers(fold_line(amount), self.numbers) if one.currency}
        if len(spoken) == 1:
            return str(*spoken)
        word = written.strip()
        code = self.numbers.currency_signs.get(word) or self.numbers.currency(word)
        return code or (word.upper() if _CODE.fullmatch(word) else "")

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


def meant_by(refs: Iterable[str], entries: Iterable[NamedEntry], config: Config | None) -> Meant:
    """What the last parts of these references, and the names and titles of these records, mean."""
    found: dict[str, set[str]] = {}
    for ref in refs:
        found.setdefault(slug_of(ref), set()).add(ref)
    named = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Question):
            named[entry.ref] = _names_in(record)
        names = record.names if isinstance(record, Entity) else (record.title,)
        for name in names:
            found.setdefault(_even(name), set()).add(entry.ref)
    return Meant(
        {words: tuple(sorted(some)) for words, some in found.items()},
        named,
        config.numbers if config else None,
    )


def _names_in(question: Question) -> dict[str, dict[str, str]]:
    """For each field that a question has names for, these names by what readers see and by themselves."""
    labels = {
        "choice": dict(question.choices),
        "population": {name: one.label for name, one in question.population.items()},
        "basis": {name: one.label for name, one in question.basis.items()},
    }
    return {
        field: {
            **{_even(label): name for name, label in some.items()},
            **{name: name for name in some},
        }
        for field, some in labels.items()
    }


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
