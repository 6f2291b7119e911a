"""What the search knows of names: of every entity, question and document, by number from 0.

The most mentioned entities come first, then questions, then documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.data.shards import Postings
from generator.markup.escaping import filled, text_of
from generator.markup.inline import counted
from generator.markup.writer import Desk
from generator.records.references import entity_kind_of

WORDS_JOINED = 4  # a name of no more words is also found written as one


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: its page, what it is, and a line about it."""

    ref: str
    name: str
    spellings: tuple[str, ...]
    kind: str
    about: str


def all_named(desk: Desk) -> list[Named]:
    """Everything with a name: the most mentioned entities first, then questions and documents."""
    atlas, counts, words = desk.atlas, desk.wording.counts, desk.wording.search_page

    def facts(claims: Iterable[Claim]) -> str:
        return text_of(counted(len(list(claims)), counts.facts))

    entities = sorted(atlas.entities, key=lambda ref: (-len(atlas.about.get(ref, ())), ref))
    questions = sorted(atlas.questions, key=lambda ref: (-len(atlas.answers.get(ref, ())), ref))
    found = [
        Named(
            ref,
            atlas.name(ref),
            tuple(alias.name for alias in atlas.entities[ref].record.aliases),
            _kind(desk, ref),
            facts(atlas.about.get(ref, ())),
        )
        for ref in entities
    ]
    found += [
        Named(
            ref,
            atlas.name(ref),
            (),
            words.question,
            text_of(counted(len(atlas.answers.get(ref, ())), counts.answers)),
        )
        for ref in questions
    ]
    for ref, document in atlas.documents.items():
        record = document.record
        kind = text_of(filled(words.document, letter=record.letter))
        titles = tuple(one for one in (record.short, record.publisher) if one)
        about = facts(atlas.drawn_from.get(ref, ()))
        found.append(Named(ref, record.title, titles, kind, about))
    return found


def _kind(desk: Desk, ref: str) -> str:
    """What an entity is, in a word or two."""
    subkind = desk.atlas.entities[ref].record.subkind
    subkinds = desk.atlas.config.vocabulary.subkinds[entity_kind_of(ref)]
    return subkinds[subkind] if subkind else desk.wording.entity.person


def name_words(desk: Desk, named: list[Named]) -> Postings:
    """By word, the names that it is in whole, in part, or with all their words joined."""
    spelling = desk.atlas.config.spelling
    found: Postings = defaultdict(lambda: (set(), set(), set()))
    for number, item in enumerate(named):
        for name in (item.name, *item.spellings):
            words = spelling.names(name)
            for word in words:
                found[word][len(words) > 1].add(number)
            if 1 < len(words) <= WORDS_JOINED:
                found["".join(words)][2].add(number)
    for whole, part, _ in found.values():
        part.difference_update(whole)
    return found


def shown(named: Named) -> object:
    """What a result shows of a name."""
    return [named.ref, named.name, named.kind, named.about, *named.spellings]
