"""Looking up: which records have a name, which facts have a text, and where documents have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from generator.atlas import names
from generator.atlas.prose import pieces_of, plain_words
from generator.config.spelling import SpellingRules
from generator.load.entries import Entries, Entry, NamedEntry
from generator.problems import Place, did_you_mean
from generator.records import Entity, Fact, Question
from generator.records.references import EntityKind, kind_of
from generator.rules.names import TELLING, likeness_key
from generator.text.folding import fold_line
from generator.text.seed import Seed

SHOWN_AROUND = 80
"""Characters of a document shown on each side of what was found."""

_NO_NAMES = names.index(())  # a statement's words are the same, whoever has a name

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found; `label` is the record's reference, the id of the fact, or "passage"."""

    place: Place
    label: str
    text: str


def hits(text: str, entries: Entries) -> Iterator[Hit]:
    """The records with `text` in a name, the facts that have it, then its places in the documents.

    Typography is folded as for quotations, and case does not count. Names are also found by other
    spellings, as in the site's search; so are the documents' words, if nothing else is found. Facts
    are then also found by all the words, in any order. A reference or an id finds its record.
    """
    if named := list(_named(text, entries)):
        yield from named
        return
    sought = re.compile(re.escape(fold_line(text)), re.IGNORECASE)
    sounds = _sounds(text, entries.config.spelling)
    found = [
        *_records(sought, sounds, entries),
        *_facts(sought, entries),
        *_passages(sought, entries),
    ]
    yield from found
    if not found and sounds:
        yield from _with_all_words(sounds, entries)
        for seed in _seeds(entries):
            for start, end in _alike(seed.text, sounds, entries.config.spelling):
                yield _passage(seed, start, end)


def nearest_name(text: str, entries: Entries) -> str:
    """The question "; did you mean …?" with the most similar name or title, or ""."""
    names = {name.casefold() for entry in entries.named for name in _names(entry)}
    return did_you_mean(text.casefold(), names)


def look_alike(
    spellings: Iterable[str], kind: EntityKind, entries: Entries
) -> tuple[str, str] | None:
    """An entity of this kind, with its name, that readers could take for one of these names."""
    keys = {likeness_key(one) for one in spellings if len(one) >= TELLING}
    for entity in entries.entities:
        for one in entity.record.spellings if kind_of(entity.ref) == kind else ():
            if len(one.name) >= TELLING and likeness_key(one.name) in keys:
                return entity.ref, one.name
    return None


def _named(text: str, entries: Entries) -> Iterator[Hit]:
    """The record with this present or former reference, or the fact, withdrawn or not, with this id."""
    ref = entries.former.get(text, text)
    for entry in entries.named:
        if entry.ref == ref:
            yield Hit(Place(entry.path), entry.ref, "; ".join(_names(entry)))
    for fact in entries.facts:
        if fact.ref == text:
            yield Hit(fact.place("id"), fact.ref, _statement(fact))
    for gone in entries.withdrawn:
        if gone.ref == text:
            told = f"withdrawn on {gone.record.withdrawn_on}: {gone.record.reason}"
            yield Hit(gone.place("id"), gone.ref, told)


def _names(entry: NamedEntry) -> tuple[str, ...]:
    """The names of a record, and the words that it is searched by."""
    match entry.record:
        case Entity() as entity:
            return (*(one.name for one in entity.spellings), *entity.asked_as)
        case Question() as question:
            return (question.title, *question.asked_as)
        case source:
            return (source.title, source.short)


def _records(sought: re.Pattern[str], sounds: list[str], entries: Entries) -> Iterator[Hit]:
    """The entities, questions and sources with a text, or another spelling of it, in a name."""
    rules = entries.config.spelling
    for entry in entries.named:
        borne = [
            name
            for name in _names(entry)
            if sought.search(fold_line(name)) or _holds(_sounds(name, rules), sounds)
        ]
        if borne:
            yield Hit(Place(entry.path), entry.ref, "; ".join(borne))


def _statement(entry: Entry[Fact]) -> str:
    return plain_words(pieces_of(entry.record.statement, _NO_NAMES))


def _with_all_words(sounds: list[str], entries: Entries) -> Iterator[Hit]:
    """The facts that have all of several words, whatever their order and spelling."""
    wanted = set(sounds)
    sounds_of = cache(partial(_sounds, rules=entries.config.spelling))
    for entry in entries.facts if len(wanted) > 1 else ():
        statement = _statement(entry)
        words = " ".join((statement, *_quoted(entry))).split()
        if wanted <= {sound for word in words for sound in sounds_of(word)}:
            yield Hit(entry.place("id"), entry.ref, statement)


def _facts(sought: re.Pattern[str], entries: Entries) -> Iterator[Hit]:
    """The facts that have a text in their statement or in one of their passages."""
    for entry in entries.facts:
        statement = _statement(entry)
        if any(sought.search(fold_line(one)) for one in (statement, *_quoted(entry))):
            yield Hit(entry.place("id"), entry.ref, statement)


def _quoted(entry: Entry[Fact]) -> Iterator[str]:
    fact = entry.record
    for passage in (*fact.quote, *fact.context, *filter(None, (fact.attributed_as,))):
        yield passage.exact


def _seeds(entries: Entries) -> Iterator[Seed]:
    for _, seed in sorted(entries.seeds.items()):
        yield seed


def _passages(sought: re.Pattern[str], entries: Entries) -> Iterator[Hit]:
    """The places where a document has a text, also across the end of a line."""
    for seed in _seeds(entries):
        for match in sought.finditer(seed.flat):
            yield _passage(seed, *seed.folded.span(*match.span()))


def _passage(seed: Seed, start: int, end: int) -> Hit:
    """A range of a document with the words around it in its paragraph."""
    first, last = seed.paragraph(start)
    shown = seed.text[max(start - SHOWN_AROUND, first) : min(end + SHOWN_AROUND, last)]
    line = seed.line_number(start)
    column = start - seed.text.rfind("\n", 0, start)
    return Hit(Place(f"seeds/{seed.name}", line, column), "passage", " ".join(shown.split()))


def _sounds(text: str, rules: SpellingRules) -> list[str]:
    """What the words of a text have in common with their other spellings, in order.

    Single letters are left out, because they have too much in common with others.
    """
    words = rules.words(text)
    return [sound if len(sound := rules.sound(word)) > 1 else word for word in words]


def _holds(words: list[str], sought: list[str]) -> bool:
    """Whether a list contains some words, one after the other."""
    count = len(sought)
    return bool(sought) and any(
        words[first : first + count] == sought for first in range(len(words) - count + 1)
    )


def _alike(text: str, sounds: list[str], rules: SpellingRules) -> Iterator[tuple[int, int]]:
    """The ranges of a text whose words have these sounds."""
    heard = [
        (sound, match.start(), match.end())
        for match in _WORD.finditer(text)
        for sound in _sounds(match[0], rules)
    ]
    for first in range(len(heard) - len(sounds) + 1):
        stretch = heard[first : first + len(sounds)]
        if [sound for sound, _, _ in stretch] == sounds:
            yield stretch[0][1], stretch[-1][2]
