"""The indexes: every way into the site that is a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.findings.findings import Findings
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import badge, bdi, counted
from generator.markup.writer import Desk
from generator.records import Entity
from generator.records.references import ENTITY_KINDS, EntityKind

Rows = tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of lists, each under a heading of its own."""

    template: ClassVar[str] = "index.md.j2"
    path: str
    title: str
    lead: str
    lists: tuple[tuple[str, str, Rows], ...]


def index_pages(atlas: Atlas, findings: Findings) -> Iterator[IndexPage]:
    """Every index of the site."""

    def at(place: str) -> Desk:
        return Desk(atlas, findings, f"{place}/index.md")

    titles, words = atlas.config.wording.titles, atlas.config.wording.lists
    for kind in ENTITY_KINDS:
        yield _page(at(kind), titles[kind], words.by_name, *_by_subkind(at(kind), kind))
    here = at("questions")
    yield _page(here, titles.questions, "", ("questions", titles.questions, _questions(here)))
    here = at("sources")
    beside = here.to("without/index.md", atlas.config.wording.without.index)
    yield _page(here, titles.sources, beside, ("sources", titles.sources, _documents(here)))
    here = at("claimants")
    claimants = "all", words.claimants, _claimants(here)
    yield _page(here, titles.claimants, words.by_facts, claimants)
    here = at("names")
    yield _page(here, titles.names, words.every_spelling, ("all", words.spellings, _names(here)))


def _page(desk: Desk, title: str, lead: str, *lists: tuple[str, str, Iterable[Html]]) -> IndexPage:
    """A page of those lists that hold something."""
    kept = ((key, heading, tuple(rows)) for key, heading, rows in lists)
    return IndexPage(desk.page, title, lead, tuple(one for one in kept if one[2]))


def _by_subkind(desk: Desk, kind: EntityKind) -> Iterator[tuple[str, str, Iterable[Html]]]:
    entities = [(ref, desk.atlas.entities[ref]) for ref in desk.atlas.of_kind(kind)]
    entities.sort(key=lambda item: item[1].record.name)
    subkinds = desk.atlas.config.vocabulary.subkinds[kind] or {"": desk.wording.titles[kind]}
    for key, label in subkinds.items():
        rows = [
            _entity(desk, ref, one.record)
            for ref, one in entities
            if (one.record.subkind or "") == key
        ]
        yield key or kind, label, rows


def _entity(desk: Desk, ref: str, record: Entity) -> Html:
    """An entity with its other spellings, and how many facts speak of it."""
    spellings = joined(" · ", [bdi(alias.name) for alias in record.aliases])
    facts = counted(len(desk.atlas.about.get(ref, ())), desk.wording.counts.facts)
    parts = [part for part in (spellings, facts) if part]
    return joined(" ", [desk.link(ref), tag("span", joined("; ", parts), class_="hint")])


def _documents(desk: Desk) -> Iterator[Html]:
    """Each document with its letter, what it is, and how many facts are drawn from it."""
    atlas = desk.atlas
    for ref, document in atlas.documents.items():
        record = document.record
        kind = atlas.config.vocabulary.source_kinds[record.kind]
        facts = counted(len(atlas.drawn_from.get(ref, ())), desk.wording.counts.facts)
        about = joined(" · ", [escape(record.title), escape(kind), facts])
        said = tag("span", about, class_="hint")
        yield joined(" ", [badge(record.letter), desk.link(ref), said])


def _questions(desk: Desk) -> Iterator[Html]:
    """Each question with the number of its answers, and of the documents that give them."""
    counts = desk.wording.counts
    for ref in desk.atlas.questions:
        answers = desk.atlas.answers.get(ref, ())
        documents = len({answer.claim.source for answer in answers})
        said = filled(
            desk.wording.lists.answered,
            answers=counted(len(answers), counts.answers),
            documents=counted(documents, counts.documents),
        )
        yield joined(" ", [desk.link(ref), tag("span", said, class_="hint")])


def _claimants(desk: Desk) -> Iterator[Html]:
    ranked = sorted(desk.atlas.said_by.items(), key=lambda item: (-len(item[1]), item[0]))
    for key, claims in ranked:
        who = next(one for one in claims[0].claimants if one.key == key)
        facts = tag("summary", counted(len(claims), desk.wording.counts.facts))
        rows = [tag("li", joined(" ", [desk.permalink(one), escape(one.words)])) for one in claims]
        said = tag("details", joined("", [facts, tag("ul", joined("", rows), class_="index")]))
        yield joined("", [desk.claimant(who), said])


def _names(desk: Desk) -> Iterator[Html]:
    for spelling, refs in sorted(desk.atlas.names.by_spelling.items()):
        links = ", ".join(desk.link(ref) for ref in refs)
        yield Html(f"{bdi(spelling)}: {links}")
