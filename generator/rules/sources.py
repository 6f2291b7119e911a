"""Rules about sources: each has its text, its letter, its makers and its dates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.atlas.titles import even
from generator.problems import Problem, did_you_mean, show
from generator.records.creators import ROLES
from generator.records.references import is_entity
from generator.rules.unknown import unknown


def sources_are_whole(atlas: Atlas) -> Iterator[Problem]:
    """A source's text is in `seeds/`, and its makers exist.

    `article` is an article of the language. `known_from` names fields of the source, and each date
    says how it is known.
    """
    for document in atlas.documents.values():
        record, place = document.record, document.entry.place
        if document.seed is None:
            message = f"seeds/ has no file {show(record.seed)}; correct the name, or add the file"
            yield Problem(place("seed"), "seed", message)
        articles = atlas.config.language.articles
        if record.article and record.article not in articles:
            message = f"{show(record.article)} is not an article; use one of {', '.join(articles)}"
            yield Problem(place("article"), "source", message)
        named: list[tuple[tuple[str | int, ...], str]] = [
            ((field, i, "who"), one.stated)
            for field in ROLES
            for i, one in enumerate(getattr(record, field))
        ]
        if record.publisher:
            named.append((("publisher",), record.publisher))
        for location, words in named:
            if is_entity(words) and words not in atlas.entities:
                yield from unknown(place(*location), words, atlas.entities, atlas)
        for field in record.known_from:
            if field not in type(record).model_fields:
                near = did_you_mean(field, type(record).model_fields)
                message = f"a source has no field {show(field)}{near or '; remove this line'}"
                yield Problem(place("known_from", field), "source", message)
        for index, date in enumerate(record.dates):
            if not date.as_stated and not date.known_from:
                message = (
                    "nothing says how this date is known; add `as_stated` (the document's words for "
                    "it) or `known_from` (how else it is known)"
                )
                yield Problem(place("dates", index), "source", message)


def documents_are_told_apart(atlas: Atlas) -> Iterator[Problem]:
    """No two documents have the same letter or the same short name."""
    taken: dict[str, str] = {}
    for ref, document in atlas.documents.items():
        record, place = document.record, document.entry.place
        other = taken.setdefault(record.letter, ref)
        if other != ref:
            message = f"{other} already has the letter {record.letter}; use another"
            yield Problem(place("letter"), "source", message)
        other = taken.setdefault(f"short {even(record.short)}", ref)
        if other != ref:
            message = f"{other} is called {show(record.short)} too; give it another short name"
            yield Problem(place("short"), "source", message)
