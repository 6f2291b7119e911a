"""Titles: how documents with the same title are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from generator.atlas.claims import Document
from generator.text.folding import fold_line


def marks_of(documents: Mapping[str, Document], names: Mapping[str, str]) -> dict[str, str]:
    """For each document that shares its title with others, the words that set it apart from them.

    These are its authors, its publisher or its year, if every such document has one and all differ;
    else its short name. `names` are the names of entities by reference.
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for ref, document in documents.items():
        alike[even(document.record.title)].append(ref)
    found: dict[str, str] = {}
    for refs in alike.values():
        for mark in _marks(names) if refs[1:] else ():
            given = {ref: mark(documents[ref]) for ref in refs}
            if "" not in given.values() and len(set(map(even, given.values()))) == len(refs):
                break
        else:
            given = {ref: documents[ref].record.short for ref in refs[1:] and refs}
        found |= given
    return found


def even(words: str) -> str:
    """Words without the differences that no reader notices: case and typography."""
    return fold_line(words).casefold()


def _marks(names: Mapping[str, str]) -> Iterator[Callable[[Document], str]]:
    """What may set a document apart from another, in words; "" if that is not known."""
    yield lambda one: ", ".join(
        who.family or names.get(who.stated, who.stated) for who in one.record.authors
    )
    yield lambda one: _publisher(one, names)
    yield _year


def _publisher(document: Document, names: Mapping[str, str]) -> str:
    stated = document.record.publisher or ""
    return names.get(stated, stated)


def _year(document: Document) -> str:
    date = document.written
    first, last = (date.earliest, date.latest) if date else (None, None)
    return f"{first.year}" if first and last and first.year == last.year else ""
