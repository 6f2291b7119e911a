"""The page of a person, a unit or a topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.findings.findings import Findings
from generator.findings.without import per_document
from generator.markup.claims import numbered, stakes
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import bdi, counted
from generator.markup.paths import href, page_of, part_page
from generator.markup.views import Line, Note, Row
from generator.markup.writer import Desk
from generator.pages.foot import Foot, entity_foot
from generator.pages.infobox import FEW, infobox
from generator.pages.map import on_the_map
from generator.pages.network import network
from generator.pages.rests import Rests, rests
from generator.pictures.network import Network
from generator.records.references import entity_kind_of
from generator.text.dates import sort_key
from generator.text.folding import fold_line
from generator.text.matching import stands_in

BEARABLE = 80
"""So many facts stand on one page at most; those of an entity with more are split by their type."""

SMALL = 6
"""So many facts of one type stand together on the entity's own page, however many it has in all."""

FIRST = 3
"""So many of the facts of a type stand on the entity's own page where they have pages of their own."""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one type, in order of time; those that say the same stand together.

    `facts` are how many there are in all; `all_of_them` leads to the page that has the section in full, where this one has not.
    """

    key: str
    title: str
    facts: int
    groups: tuple[tuple[Line, ...], ...]
    all_of_them: Html


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says some of these things, how many (by document too), and what shows its part in them."""

    who: Html
    facts: int
    per: str
    parties: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the documents say of one person, body or topic."""

    template: ClassVar[str] = "entity.md.j2"
    path: str
    title: str
    kind: str
    spellings: tuple[tuple[Html, Html], ...]
    lead: str
    disputed: Html
    remarks: tuple[Html, ...]
    network: Network | None
    infobox: tuple[Row, ...]
    few: int
    sections: tuple[Section, ...]
    questions: tuple[Html, ...]
    claimants: tuple[Claimant, ...]
    sources: tuple[tuple[Html, int, str], ...]
    rests: Rests
    notes: tuple[Note, ...]
    foot: Foot


@dataclass(frozen=True, slots=True)
class EntityPart:
    """The facts of one type about an entity that has too many for one page; or some of them."""

    template: ClassVar[str] = "part.md.j2"
    path: str
    title: str
    whole: Html
    sections: tuple[Section, ...]
    others: tuple[Html, ...]
    notes: tuple[Note, ...]
    foot: Foot


Groups = list[tuple[Claim, ...]]


def entity_pages(ref: str, atlas: Atlas, findings: Findings) -> Iterator[EntityPage | EntityPart]:
    """The view of one entity, and those of the pages that its facts are split over."""
    claims = _in_time(atlas.about.get(ref, ()))
    by_type = {
        kind: _together([one for one in claims if one.fact.type == kind], findings)
        for kind in atlas.config.vocabulary.types
    }
    split = {
        kind: groups
        for kind, groups in by_type.items()
        if len(claims) > BEARABLE and _count(groups) > SMALL
    }
    yield _entity_page(Desk(atlas, findings, page_of(ref)), ref, claims, by_type, split)
    for kind, groups in split.items():
        yield from _parts(Desk(atlas, findings, ""), ref, kind, _pages(groups))


def _entity_page(
    desk: Desk, ref: str, claims: list[Claim], by_type: dict[str, Groups], split: dict[str, Groups]
) -> EntityPage:
    atlas, entity = desk.atlas, desk.atlas.entities[ref]
    here = {
        kind: groups[:FIRST] if kind in split else groups
        for kind, groups in by_type.items()
        if groups
    }
    shown = [one for groups in here.values() for group in groups for one in group]
    lines, notes = numbered(desk, shown)
    numbers = {note.fact: note.number for note in notes}
    kinds = atlas.config.vocabulary.types

    def in_full(kind: str) -> Html:
        if kind not in split:
            return Html("")
        facts = counted(_count(split[kind]), desk.wording.counts.facts)
        phrase = filled(desk.wording.entity.in_full, section=kinds[kind], facts=facts)
        return desk.to(part_page(ref, kind, 1), phrase)

    sections = tuple(
        Section(kind, kinds[kind], _count(by_type[kind]), _lines(groups, lines), in_full(kind))
        for kind, groups in here.items()
    )
    disputed = {
        one.a.question for claim in claims for one in desk.findings.of(claim.id, "disagree")
    }
    ties = tuple(infobox(desk, ref, claims, numbers))
    sources = sorted({claim.source for claim in claims})
    subkinds = atlas.config.vocabulary.subkinds[entity_kind_of(ref)]
    return EntityPage(
        path=page_of(ref),
        title=entity.record.name,
        kind=subkinds.get(entity.record.subkind or "", desk.wording.entity.person),
        spellings=tuple(_spellings(desk, ref)),
        lead=_lead(desk, len(claims), len(sources)),
        disputed=joined(" · ", [desk.link(question) for question in sorted(disputed)]),
        remarks=(*_remarks(desk, ref), *on_the_map(desk, ref)),
        network=network(desk, ref, entity.record.name),
        infobox=ties,
        few=FEW if len(ties) > FEW + 1 else len(ties),
        sections=sections,
        questions=tuple(_questions(desk, ref)),
        claimants=_claimants(desk, claims),
        sources=tuple(
            (desk.link(source), len(own), per_document(own))
            for source in sources
            for own in [[claim for claim in claims if claim.source == source]]
        ),
        rests=rests(desk, claims),
        notes=notes,
        foot=entity_foot(desk, ref, entity.record.name),
    )


def _pages(groups: Groups) -> list[Groups]:
    """The groups, in order, in portions that a reader bears."""
    portions: list[Groups] = [[]]
    for group in groups:
        if portions[-1] and sum(map(len, portions[-1])) + len(group) > BEARABLE:
            portions.append([])
        portions[-1].append(group)
    return portions


def _parts(desk: Desk, ref: str, kind: str, pages: list[Groups]) -> Iterator[EntityPart]:
    entity, words = desk.atlas.entities[ref], desk.wording.entity
    heading = desk.atlas.config.vocabulary.types[kind]
    for number, groups in enumerate(pages, start=1):
        at = replace(desk, page=part_page(ref, kind, number))
        lines, notes = numbered(at, [one for group in groups for one in group])
        title = filled(words.part, name=entity.record.name, section=heading)
        others = range(1, len(pages) + 1) if len(pages) > 1 else ()
        yield EntityPart(
            path=at.page,
            title=title if number == 1 else Html(f"{title} ({number})"),
            whole=at.link(ref),
            sections=(Section(kind, heading, _count(groups), _lines(groups, lines), Html("")),),
            others=tuple(
                escape(n) if n == number else at.to(part_page(ref, kind, n), n) for n in others
            ),
            notes=notes,
            foot=entity_foot(at, ref, title),
        )


def _count(groups: Groups) -> int:
    return sum(map(len, groups))


def _lines(groups: Groups, lines: Mapping[str, Line]) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(lines[one.id] for one in group) for group in groups)


def _together(claims: list[Claim], findings: Findings) -> list[tuple[Claim, ...]]:
    """The claims in their order, but those that say the same beside the first of them."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(findings.alike.get(claim.id, claim.id), []).append(claim)
    return [tuple(group) for group in groups.values()]


def _in_time(claims: tuple[Claim, ...]) -> list[Claim]:
    """Dated facts first, in order of time; the others after them, as their documents have them."""
    return sorted(
        claims, key=lambda one: (0, sort_key(one.fact.when)) if one.fact.when else (1, ())
    )


def _lead(desk: Desk, facts: int, sources: int) -> Html:
    counts = desk.wording.counts
    return filled(
        desk.wording.entity.lead[facts != 1],
        facts=counted(facts, counts.facts),
        documents=counted(sources, counts.documents),
    )


def _spellings(desk: Desk, ref: str) -> list[tuple[Html, Html]]:
    """Each spelling with the letters of the documents in which it stands.

    None where it has no name but ours, as a theme may.
    """
    found, anywhere = [], False
    for alias in desk.atlas.entities[ref].record.spellings:
        name = fold_line(alias.name)
        users = [
            tag(
                "a",
                one.record.letter,
                class_="badge",
                href=href(desk.page, page_of(one.ref)),
                title=one.record.short,
            )
            for one in desk.atlas.documents.values()
            if one.seed and stands_in(name, one.seed.flat)
        ]
        unused = tag("span", desk.wording.entity.in_no_document, class_="hint")
        anywhere = anywhere or bool(users)
        used = joined(" ", users) if users else unused
        found.append((bdi(alias.name), used))
    return found if len(found) > 1 or anywhere else []


def _remarks(desk: Desk, ref: str) -> list[Html]:
    """Whom or what it may be, and whom or what it is not, each with the reason."""
    record, words = desk.atlas.entities[ref].record, desk.wording.entity
    judged = [(words.distinct, other.ref, other.because) for other in record.distinct_from]
    if record.probably:
        judged.insert(0, (words.probably, record.probably.ref, record.probably.because))
    return [filled(phrase, other=desk.link(ref), reason=why) for phrase, ref, why in judged]


def _questions(desk: Desk, ref: str) -> Iterator[Html]:
    """The questions of this topic, and those that facts about the entity answer."""
    for question, answers in desk.atlas.asked_about.get(ref, {}).items():
        if ref in desk.atlas.questions[question].record.topics:
            yield desk.link(question)
        else:
            yield desk.counted_link(question, [answer.claim for answer in answers])


def _claimants(desk: Desk, claims: list[Claim]) -> tuple[Claimant, ...]:
    """Who says these things and how often, with what shows that they are parties to them."""
    said: defaultdict[Html, list[Claim]] = defaultdict(list)
    parties: defaultdict[Html, dict[Html, None]] = defaultdict(dict)
    for claim in claims:
        for one in claim.claimants:
            said[desk.claimant(one)].append(claim)
        for stake, words in stakes(desk, claim):
            parties[desk.claimant(stake.speaker)][words] = None
    ranked = sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Claimant(who, len(own), per_document(own), tuple(parties[who])) for who, own in ranked
    )
