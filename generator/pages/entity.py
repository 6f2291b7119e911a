"""The page of a person, a unit or a topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.findings.findings import Findings
from generator.findings.without import per_document
from generator.markup.claims import numbered, stakes
from generator.markup.escaping import Html, escape, filled
from generator.markup.inline import counted
from generator.markup.paths import page_of, part_page
from generator.markup.views import Note
from generator.markup.writer import Desk
from generator.pages.about_entity import AboutEntity, about_entity
from generator.pages.foot import Foot, entity_foot
from generator.pages.infobox import Infobox, infobox
from generator.pages.map import on_the_map
from generator.pages.network import NetworkView, network
from generator.pages.rests import Rests, rests
from generator.pages.sections import (
    Alike,
    Section,
    by_type,
    count,
    flat,
    in_time,
    laid_out,
    most_telling,
    portions,
)

FACTS_PER_PAGE = 80  # if an entity has more, types with many facts get separate pages
FACTS_KEPT_WHOLE = 6  # a type with no more than these is never split off
SHOWN_BEFORE_SPLIT = 2  # of each type; the rest are on a separate page


@dataclass(frozen=True, slots=True)
class Speaker:
    """A claimant of some of these claims, with the number of claims (also by document) and its stakes."""

    who: Html
    facts: int
    per: str
    parties: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """The page of one entity; `place` is a link to its place on the map."""

    template: ClassVar[str] = "entity.md.j2"
    path: str
    title: str
    about: AboutEntity
    place: Html
    network: NetworkView | None
    infobox: Infobox | None
    sections: tuple[Section, ...]
    claimants: tuple[Speaker, ...]
    sources: tuple[tuple[Html, int, str], ...]
    rests: Rests
    notes: tuple[Note, ...]
    foot: Foot


Types = dict[str, list[Alike]]
"""Groups of claims by type."""


@dataclass(frozen=True, slots=True)
class EntityPart:
    """A page with the facts of one type about an entity that has too many for one page."""

    template: ClassVar[str] = "part.md.j2"
    path: str
    title: str
    whole: Html
    sections: tuple[Section, ...]
    others: tuple[Html, ...]
    notes: tuple[Note, ...]
    foot: Foot


def entity_pages(ref: str, atlas: Atlas, findings: Findings) -> Iterator[EntityPage | EntityPart]:
    """The page of one entity, and the pages into which its facts are split."""
    desk = Desk(atlas, findings, page_of(ref))
    claims = in_time(atlas.about.get(ref, ()))
    types = by_type(claims, desk)
    split = {
        kind: groups
        for kind, groups in types.items()
        if len(claims) > FACTS_PER_PAGE and count(groups) > FACTS_KEPT_WHOLE
    }
    yield _entity_page(desk, ref, claims, types, split)
    for kind, groups in split.items():
        yield from _parts(desk, ref, kind, portions(groups, FACTS_PER_PAGE))


def _entity_page(
    desk: Desk, ref: str, claims: list[Claim], types: Types, split: Types
) -> EntityPage:
    entity = desk.atlas.entities[ref]
    here = {
        kind: most_telling(groups, SHOWN_BEFORE_SPLIT, desk) if kind in split else groups
        for kind, groups in types.items()
    }
    lines, notes = numbered(desk, [claim for groups in here.values() for claim in flat(groups)])
    headings = desk.atlas.config.vocabulary.types
    about = about_entity(desk, ref, claims, notes)
    return EntityPage(
        path=desk.page,
        title=entity.record.name,
        about=about,
        place=on_the_map(desk, ref),
        network=network(desk, ref, entity.record.name),
        infobox=infobox(about.ties, desk.wording),
        sections=tuple(
            Section(
                kind,
                headings[kind],
                count(types[kind]),
                laid_out(desk, groups, lines),
                _in_full(desk, ref, kind, split[kind]) if kind in split else Html(""),
            )
            for kind, groups in here.items()
        ),
        claimants=_claimants(desk, claims),
        sources=tuple(_sources(desk, claims)),
        rests=rests(desk, claims),
        notes=notes,
        foot=entity_foot(desk, ref, entity.record.name),
    )


def _in_full(desk: Desk, ref: str, kind: str, groups: list[Alike]) -> Html:
    """A link to the first page with all facts of a type."""
    heading = desk.atlas.config.vocabulary.types[kind]
    facts = counted(count(groups), desk.wording.counts.facts)
    phrase = filled(desk.wording.entity.in_full, section=heading, facts=facts)
    return desk.to(part_page(ref, kind, 1), phrase)


def _sources(desk: Desk, claims: Iterable[Claim]) -> Iterator[tuple[Html, int, str]]:
    """The documents of these claims, each with its number of claims."""
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    for source, own in sorted(by_source.items()):
        yield desk.letter(source), len(own), per_document(own)


def _parts(desk: Desk, ref: str, kind: str, pages: list[list[Alike]]) -> Iterator[EntityPart]:
    entity, words = desk.atlas.entities[ref], desk.wording.entity
    heading = desk.atlas.config.vocabulary.types[kind]
    for number, groups in enumerate(pages, start=1):
        at = replace(desk, page=part_page(ref, kind, number))
        lines, notes = numbered(at, flat(groups))
        title = filled(words.part, name=entity.record.name, section=heading)
        others = range(1, len(pages) + 1) if len(pages) > 1 else ()
        yield EntityPart(
            path=at.page,
            title=title if number == 1 else Html(f"{title} ({number})"),
            whole=at.link(ref),
            sections=(
                Section(kind, heading, count(groups), laid_out(at, groups, lines), Html("")),
            ),
            others=tuple(
                escape(n) if n == number else at.to(part_page(ref, kind, n), n) for n in others
            ),
            notes=notes,
            foot=entity_foot(at, ref, title),
        )


def _claimants(desk: Desk, claims: list[Claim]) -> tuple[Speaker, ...]:
    """The claimants of these claims, those with the most first, with what shows their stakes."""
    said: defaultdict[Html, list[Claim]] = defaultdict(list)
    parties: defaultdict[Html, dict[Html, None]] = defaultdict(dict)
    for claim in claims:
        for claimant in claim.claimants:
            said[desk.claimant(claimant)].append(claim)
        for stake, words in stakes(desk, claim):
            parties[desk.claimant(stake.speaker)][words] = None
    ranked = sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Speaker(who, len(own), per_document(own), tuple(parties[who])) for who, own in ranked
    )
