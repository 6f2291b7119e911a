"""The map: the places that documents name, in panels and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.config.map import MapPanel, Position
from generator.findings.findings import Findings
from generator.load.entries import Gazetteer
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import badge, counted, shortened
from generator.markup.paths import fact_page
from generator.markup.writer import Desk
from generator.pictures.maps.picture import Spot, picture
from generator.records.references import kind_of, slug_of

MAP_PAGE = "map/index.md"

FACTS_LISTED = 30  # at a place; if it has more, only its own page lists them

STATEMENT_LENGTH = 64  # characters of a statement in the list


@dataclass(frozen=True, slots=True)
class MapPanelView:
    """One panel: its title, its picture, and the key of its numbers.

    `frames` are the titles of other panels whose frames this one shows.
    """

    key: str
    title: str
    svg: Html
    numbers: tuple[tuple[int, Html], ...]
    frames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the list, with the facts about it, or a link to all of them."""

    anchor: str
    name: Html
    facts: Html
    lines: tuple[Html, ...]
    rest: Html


@dataclass(frozen=True, slots=True)
class PlaceList:
    """The places of one panel."""

    key: str
    title: str
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map of a project; if there is no plan for it, only a title and a remark."""

    template: ClassVar[str] = "map.md.j2"
    path: str
    title: str
    lead: Html
    credit: str
    panels: tuple[MapPanelView, ...]
    wide: bool
    lists: tuple[PlaceList, ...]
    unplaced: tuple[PlaceRow, ...]


def map_page(atlas: Atlas, findings: Findings) -> MapPage:
    """The view of the map."""
    desk, words = Desk(atlas, findings, MAP_PAGE), atlas.config.wording.map
    title, gazetteer = desk.wording.titles.map, atlas.gazetteer
    if gazetteer is None:
        return MapPage(MAP_PAGE, title, escape(words.nothing), "", (), False, (), ())
    positions = {entry.record.place: entry.record for entry in gazetteer.positions}
    found = places(atlas)
    at = {ref: gazetteer.panel_of(one) for ref, one in positions.items()}
    return MapPage(
        path=MAP_PAGE,
        title=title,
        lead=filled(words.lead, places=counted(len(found), desk.wording.counts.places)),
        credit=gazetteer.plan.record.credit,
        panels=tuple(_panels(desk, gazetteer)),
        wide=any(position.within for position in positions.values()),
        lists=tuple(
            PlaceList(key, panel.title, rows)
            for key, panel in gazetteer.plan.record.panels.items()
            if (rows := tuple(_row(desk, ref) for ref in found if at.get(ref) == key))
        ),
        unplaced=tuple(_row(desk, ref) for ref in found if at.get(ref) is None),
    )


def places(atlas: Atlas) -> tuple[str, ...]:
    """The references of all places, sorted by name; none in a project without a map."""
    found = [ref for ref in atlas.of_kind("topics") if _is_place(ref, atlas)]
    return tuple(sorted(found, key=lambda ref: (atlas.name(ref), ref)))


def _is_place(ref: str, atlas: Atlas) -> bool:
    """Whether the map can show an entity; in a project without a map, nothing is a place."""
    if atlas.gazetteer is None or kind_of(ref) != "topics":
        return False
    return atlas.entities[ref].record.subkind == atlas.gazetteer.plan.record.places


def on_the_map(desk: Desk, ref: str) -> Html:
    """A link from the page of a place to its place on the map; empty for anything else."""
    if not _is_place(ref, desk.atlas):
        return Html("")
    return desk.to(MAP_PAGE, desk.wording.map.from_place, anchor(ref))


def anchor(ref: str) -> str:
    """The anchor of a place on the page of the map."""
    return f"place-{slug_of(ref)}"


def _facts(desk: Desk, ref: str) -> tuple[Claim, ...]:
    return desk.atlas.about.get(ref, ())


def _called(desk: Desk, ref: str) -> Html:
    """A place with its number of facts, in words to be read aloud."""
    facts = counted(len(_facts(desk, ref)), desk.wording.counts.facts)
    return filled(desk.wording.map.place, place=desk.atlas.name(ref), facts=facts)


def _panels(desk: Desk, gazetteer: Gazetteer) -> Iterator[MapPanelView]:
    panels = gazetteer.plan.record.panels
    outlines = {entry.record.panel: entry.record for entry in gazetteer.outlines}
    for key, panel in panels.items():
        here = [
            entry.record for entry in gazetteer.positions if gazetteer.panel_of(entry.record) == key
        ]
        here.sort(key=lambda one: (-len(_facts(desk, one.place)), one.place))
        frames = [one for one in panels.values() if _holds(panel, one)]
        drawn = picture(
            panel,
            outlines[key].rings,
            [_spot(desk, one) for one in here],
            frames,
            filled(desk.wording.map.picture, panel=panel.title),
        )
        yield MapPanelView(
            key,
            panel.title,
            drawn.svg,
            tuple((number, tag("a", one.name, href=one.href)) for number, one in drawn.key),
            tuple(one.title for one in frames),
        )


def _holds(panel: MapPanel, other: MapPanel) -> bool:
    """Whether another panel lies wholly in this one."""
    corners = (other.west, other.south), (other.east, other.north)
    return other is not panel and all(panel.hold(*corner) for corner in corners)


def _spot(desk: Desk, position: Position) -> Spot:
    ref = position.place
    return Spot(
        ref,
        position.longitude,
        position.latitude,
        desk.atlas.name(ref),
        len(_facts(desk, ref)),
        _called(desk, ref),
        f"#{anchor(ref)}",
        position.within,
    )


def _row(desk: Desk, ref: str) -> PlaceRow:
    claims, words = _facts(desk, ref), desk.wording.map
    facts = counted(len(claims), desk.wording.counts.facts)
    few = len(claims) <= FACTS_LISTED
    return PlaceRow(
        anchor=anchor(ref),
        name=desk.link(ref),
        facts=facts,
        lines=tuple(_line(desk, claim) for claim in claims) if few else (),
        rest=Html("") if few else filled(words.all_facts, facts=facts, place=desk.link(ref)),
    )


def _line(desk: Desk, claim: Claim) -> Html:
    """A fact with the letter of its document, as a link to its own page."""
    letter = badge(claim.document.record.letter)
    return desk.to(
        fact_page(claim.id), joined(" ", [letter, escape(shortened(claim.words, STATEMENT_LENGTH))])
    )
