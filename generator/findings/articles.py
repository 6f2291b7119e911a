"""Which names take an article in a sentence, judged by the statements: "the Quds Force", "Iran"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.atlas.atlas import Atlas
from generator.atlas.prose import Link
from generator.records.references import kind_of
from generator.text.folding import fold_line

POSSESSIVE = ("'s ", "’s ", "s' ", "s’ ")
"""What may replace the article: "Iran's Quds Force"."""

WORD = re.compile(r"\w+")


class Articled(NamedTuple):
    """A name within a sentence: its article, and its words, which may begin with a lower-case letter."""

    article: str
    words: str


def articled(atlas: Atlas) -> Mapping[str, Articled]:
    """The names that take an article: documents' as recorded, entities' as statements use them.

    An entity's name takes an article if it mostly follows one where statements link it. If none
    links it by its name, a topic such as "Siege of Troy" is "the siege of Troy" where statements
    write "siege".
    """
    found: defaultdict[str, Counter[Articled]] = defaultdict(Counter)
    written: set[str] = set()
    for claim in atlas.claims.values():
        before = ""
        for piece in claim.statement:
            written.update(WORD.findall(piece.words))
            if isinstance(piece, Link):
                entity = atlas.entities.get(piece.ref or "")
                name = _as_named(piece.words, entity.record.name) if entity else ""
                if entity and name and not before.endswith(POSSESSIVE):
                    article = _article(before, atlas.config.language.articles)
                    found[entity.ref][Articled(article, name)] += 1
            before = piece.words.casefold()
    entities = {ref: usual for ref, names in found.items() if (usual := _usual(names)).article}
    article = _most_frequent(Counter(one.article for one in entities.values()))
    topics = {
        ref: Articled(article, words)
        for ref, one in atlas.entities.items()
        if article and kind_of(ref) == "topics" and ref not in found
        if (words := _described(one.record.name, written))
    }
    return (
        entities
        | topics
        | {
            ref: Articled(one.record.article, one.record.short)
            for ref, one in atlas.documents.items()
            if one.record.article
        }
    )


def _as_named(words: str, name: str) -> str:
    """The name as these words have it, perhaps with a small first letter; "" if they are another name.

    An abbreviation takes an article if the name does: "the UN", "the United Nations".
    """
    words = fold_line(words)
    if words in (fold_line(name), fold_line(_lowered(name))):
        return f"{words[:1]}{name[1:]}"
    return name if words.isupper() else ""


def _described(name: str, written: Collection[str]) -> str:
    """A name that describes, as it is within a sentence: "siege of Troy"; "" for any other."""
    first, _, rest = _lowered(name).partition(" ")
    return f"{first} {rest}" if first in written and rest[:1].islower() else ""


def _lowered(name: str) -> str:
    """The name with a lower-case first letter."""
    return f"{name[:1].lower()}{name[1:]}"


def _article(before: str, articles: tuple[str, ...]) -> str:
    """The article that ends the words before a name; "" for none."""
    return next((one for one in articles if f" {before}".endswith(f" {one} ")), "")


def _usual(names: Counter[Articled]) -> Articled:
    """The most frequent form with an article, if forms with one are more frequent than those without."""
    with_it = Counter({name: count for name, count in names.items() if name.article})
    if 2 * with_it.total() <= names.total():
        return Articled("", "")
    return max(with_it, key=lambda name: (with_it[name], name))


def _most_frequent(articles: Counter[str]) -> str:
    """The article that most names take; "" if none takes one."""
    return max(articles, key=lambda one: (articles[one], one), default="")
