"""The indexes: the lists that lead into the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.atlas.titles import even
from generator.findings.findings import Findings
from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.inline import bdi, counted
from generator.markup.sides import extent
from generator.markup.writer import Desk
from generator.records import Entity
from generator.records.references import ENTITY_KINDS, EntityKind
from generator.text.folding import fold_line
from generator.text.writing_systems import LATIN, script_of

ROWS_SEEN = 30  # about this many in all lists of a page; on a narrow screen the rest is folded
FEWEST_SEEN = 4  # in each list; an even number, because a wide screen shows two in a row


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A line of a list: a link, a few words about it, and for a claimant what they say.

    `letter` is that of a document, and empty for anything else.
    """

    what: Html
    about: Html
    said: tuple[Html, ...] = ()
    letter: str = ""


@dataclass(frozen=True, slots=True)
class IndexList:
    """A list under its own heading."""

    key: str
    title: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of lists; on a narrow screen, everything after the first `seen` of a list is folded."""

    template: ClassVar[str] = "index.md.j2"
    path: str
    title: str
    lead: str
    lists: tuple[IndexList, ...]
    seen: int


def index_pages(atlas: Atlas, findings: Findings) -> Iterator[IndexPage]:
    """Every index of the site."""

    def at(place: str) -> Desk:
        return Desk(atlas, findings, f"{place}/index.md")

    titles, words = atlas.config.wording.titles, atlas.config.wording.lists
    for kind in ENTITY_KINDS:
        yield _page(at(kind), titles[kind], words.by_name, *_by_subkind(at(kind), kind))
    here = at("questions")
    questions = IndexList("questions", titles.questions, tuple(_questions(here)))
    yield _page(here, titles.questions, "", questions)
    here = at("sources")
    beside = here.to("without/index.md", atlas.config.wording.without.index)
    documents = IndexList("sources", titles.sources, tuple(_documents(here)))
    yield _page(here, titles.sources, beside, documents)
    here = at("claimants")
    claimants = IndexList("all", titles.claimants, tuple(_claimants(here)))
    yield _page(here, titles.claimants, words.by_facts, claimants)
    here = at("names")
    yield _page(here, titles.names, words.every_spelling, *_by_initial(here))


def _page(desk: Desk, title: str, lead: str, *lists: IndexList) -> IndexPage:
    """A page with those lists that are not empty."""
    found = tuple(one for one in lists if one.rows)
    seen = max(ROWS_SEEN // max(len(found), 1) // 2 * 2, FEWEST_SEEN)
    return IndexPage(desk.page, title, lead, found, seen)


def _by_subkind(desk: Desk, kind: EntityKind) -> Iterator[IndexList]:
    entities = [(ref, desk.atlas.entities[ref].record) for ref in desk.atlas.of_kind(kind)]
    entities.sort(key=lambda item: item[1].name)
    vocabulary = desk.atlas.config.vocabulary
    subkinds = vocabulary.subkinds[kind] or {"": desk.wording.titles[kind]}
    for key, label in subkinds.items():
        rows = [
            _entity(desk, ref, record) for ref, record in entities if (record.subkind or "") == key
        ]
        heading = vocabulary.heading(kind, key, len(rows)) if key else label
        yield IndexList(key or kind, heading, tuple(rows))


def _entity(desk: Desk, ref: str, record: Entity) -> IndexRow:
    """An entity with its other spellings and its number of facts."""
    others = (one for one in record.aliases if even(one.name) != even(record.name))
    spellings = joined(" · ", [bdi(alias.name, alias.language) for alias in others])
    facts = counted(len(desk.atlas.about.get(ref, ())), desk.wording.counts.facts)
    return IndexRow(desk.link(ref), joined("; ", [spellings, facts] if spellings else [facts]))


def _documents(desk: Desk) -> Iterator[IndexRow]:
    """Each document with its letter, its kind and its number of facts."""
    atlas = desk.atlas
    for ref, document in atlas.documents.items():
        record = document.record
        kind = atlas.config.vocabulary.source_kinds[record.kind]
        facts = counted(len(atlas.drawn_from.get(ref, ())), desk.wording.counts.facts)
        about = joined(" · ", [escape(atlas.title(ref)), escape(kind), facts])
        yield IndexRow(desk.link(ref), about, letter=record.letter)


def _questions(desk: Desk) -> Iterator[IndexRow]:
    """Each question with its number of answers, and the number of documents that give them."""
    counts = desk.wording.counts
    for ref in desk.atlas.questions:
        answers = desk.atlas.answers.get(ref, ())
        documents = len({answer.claim.source for answer in answers})
        about = filled(
            desk.wording.lists.answered,
            extent=extent(ref, desk),
            documents=counted(documents, counts.documents),
        )
        yield IndexRow(desk.link(ref), about)


def _claimants(desk: Desk) -> Iterator[IndexRow]:
    for who, claims in by_facts(desk.atlas):
        yield IndexRow(
            desk.claimant(who),
            counted(len(claims), desk.wording.counts.facts),
            tuple(joined(" ", [desk.permalink(one), escape(one.words)]) for one in claims),
        )


def by_facts(atlas: Atlas) -> list[tuple[Claimant, tuple[Claim, ...]]]:
    """Every claimant with its claims, those with the most first."""
    ranked = sorted(atlas.said_by.items(), key=lambda item: (-len(item[1]), item[0]))
    return [(atlas.claimant(key), claims) for key, claims in ranked]


def _by_initial(desk: Desk) -> Iterator[IndexList]:
    """Every spelling by its first letter, or by its script if that is not Latin."""
    words = desk.wording.lists
    found: defaultdict[str, list[IndexRow]] = defaultdict(list)
    for spelling, row in spellings(desk):
        first, script = next((one for one in spelling if one.isalnum()), ""), script_of(spelling)
        letter = first.upper() if first.isalpha() else words.digits
        found[letter if script == LATIN else filled(words.script, script=script)].append(row)
    for title in sorted(found, key=lambda one: (len(one) > 1, one)):
        yield IndexList(f"of-{title.split()[0].lower()}", title, tuple(found[title]))


def spellings(desk: Desk) -> Iterator[tuple[str, IndexRow]]:
    """Every spelling, with the entities that it may mean; an entity's own name appears once."""
    languages = {
        fold_line(alias.name): alias.language
        for entity in desk.atlas.entities.values()
        for alias in entity.record.aliases
        if alias.language
    }
    by_spelling = desk.atlas.names.by_spelling
    for spelling, refs in sorted(by_spelling.items(), key=lambda item: (item[0].casefold(), item)):
        links = joined(", ", [desk.link(ref) for ref in refs])
        named = [fold_line(desk.atlas.entities[ref].record.name) for ref in refs]
        name = bdi(spelling, languages.get(spelling))
        what = links if named == [fold_line(spelling)] else joined(": ", [name, links])
        yield spelling, IndexRow(what, Html(""))
