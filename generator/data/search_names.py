"""What the search knows of names: every entity, question and document, numbered from 0.

The entities that most facts name come first, then questions, then documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.data.search_words import SearchReader
from generator.data.shards import Postings
from generator.markup.escaping import filled, text_of
from generator.markup.inline import counted
from generator.markup.sides import extent
from generator.markup.writer import Desk
from generator.records.references import entity_kind_of

LENGTHS = 6  # names of this many words or more are in the last list
WORDS_JOINED = 3  # a name of up to this many words is also found when written as one word
EVERYWHERE = 8  # names that more than one fact in so many is about are left out
JOINED, BESIDE = 0, LENGTHS + 1  # the list before those of names by length, and the one after


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: its page, what it is, and a line about it.

    The words under `asked_as`, and those `beside` its name, are known only to the search.
    """

    ref: str
    name: str
    spellings: tuple[str, ...]
    kind: str
    about: str
    asked_as: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def all_named(desk: Desk) -> list[Named]:
    """Everything with a name: the entities that most facts name first, then questions, documents."""
    atlas, counts, words = desk.atlas, desk.wording.counts, desk.wording.search_page

    def facts(claims: Iterable[Claim]) -> str:
        return text_of(counted(len(list(claims)), counts.facts))

    entities = sorted(atlas.entities, key=lambda ref: (-len(naming(atlas, ref)), ref))
    questions = sorted(atlas.questions, key=lambda ref: (-len(atlas.answers.get(ref, ())), ref))
    found = [
        Named(
            ref,
            atlas.name(ref),
            tuple(alias.name for alias in atlas.entities[ref].record.aliases),
            _kind(desk, ref),
            facts(atlas.about.get(ref, ())),
            atlas.entities[ref].record.asked_as,
        )
        for ref in entities
    ]
    found += [
        Named(
            ref,
            atlas.name(ref),
            (),
            words.question,
            text_of(extent(ref, desk)),
            atlas.questions[ref].record.asked_as,
            tuple(atlas.questions[ref].record.choices.values()),
        )
        for ref in questions
    ]
    for ref, document in atlas.documents.items():
        record = document.record
        kind = text_of(filled(words.document, letter=record.letter))
        titles = tuple(one for one in (record.short, record.publisher) if one)
        about = facts(atlas.drawn_from.get(ref, ()))
        found.append(Named(ref, atlas.title(ref), titles, kind, about))
    return found


def naming(atlas: Atlas, ref: str) -> list[Claim]:
    """The facts that name an entity directly; most facts about a theme only have it as a topic."""
    return [one for one in atlas.about.get(ref, ()) if ref not in one.fact.topics]


def _kind(desk: Desk, ref: str) -> str:
    """What an entity is, in a word or two."""
    subkind = desk.atlas.entities[ref].record.subkind
    subkinds = desk.atlas.config.vocabulary.subkinds[entity_kind_of(ref)]
    return subkinds[subkind] if subkind else desk.wording.entity.person


def name_words(reader: SearchReader, named: list[Named]) -> Postings:
    """For each word, what has it: in a name, by its length; in a joined name; or beside the name."""
    found: Postings = defaultdict(lambda: tuple(set() for _ in range(BESIDE + 1)))
    for number, item in enumerate(named):
        lengths: dict[str, int] = {}
        names = [reader.telling(one) for one in (item.name, *item.spellings, *item.asked_as)]
        for words in names:
            for word in words:
                lengths[word] = min(len(words), lengths.get(word, LENGTHS))
        for word, length in lengths.items():
            found[word][length].add(number)
        for words in names[: 1 + len(item.spellings)]:
            if 1 < len(words) <= WORDS_JOINED:
                found["".join(words)][JOINED].add(number)
        for word in {word for text in item.beside for word in reader.telling(text)}:
            if word not in lengths:
                found[word][BESIDE].add(number)
    return found


def told_of(desk: Desk, named: list[Named]) -> Mapping[str, set[int]]:
    """For each fact, the numbers of what it is about or answers.

    What very many facts are about is left out, because it would say little.
    """
    atlas = desk.atlas
    most = len(atlas.claims) // EVERYWHERE
    found: dict[str, set[int]] = {fact: set() for fact in atlas.claims}
    for number, item in enumerate(named):
        facts = {one.id for one in naming(atlas, item.ref)}
        facts |= {one.claim.id for one in atlas.answers.get(item.ref, ())}
        if len(facts) <= most:
            for fact in facts:
                found[fact].add(number)
    return found


def shown(named: Named) -> object:
    """What a result shows of a name."""
    return [named.ref, named.name, named.kind, named.about, *named.spellings]
