"""Rules about the map: the files of `site_config/map/` fit the records and each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.load.entries import Gazetteer
from generator.problems import Problem, choose_from, show
from generator.records.references import kind_of
from generator.rules.unknown import unknown


def the_map_shows_places(atlas: Atlas) -> Iterator[Problem]:
    """Each position belongs to a place, once, and lies in a panel.

    Each panel has an outline with the same bounds.
    """
    gazetteer = atlas.gazetteer
    if gazetteer is None:
        return
    plan = gazetteer.plan
    known = atlas.config.vocabulary.subkinds["topics"]
    if plan.record.places not in known:
        near = choose_from(plan.record.places, known)
        message = f"topics have no subkind {show(plan.record.places)}{near}"
        yield Problem(plan.place("places"), "map", message)
        return
    yield from _positions(atlas, gazetteer)
    yield from _outlines(gazetteer)


def _positions(atlas: Atlas, gazetteer: Gazetteer) -> Iterator[Problem]:
    subkind, seen = gazetteer.plan.record.places, set[str]()
    for entry in gazetteer.positions:
        position, place = entry.record, entry.place("place")
        entity = atlas.entities.get(position.place)
        if entity is None:
            yield from unknown(place, position.place, atlas.entities, atlas)
        elif entity.record.subkind != subkind or kind_of(position.place) != "topics":
            message = (
                f"{position.place} is not a topic of the subkind {subkind!r}; "
                "remove its position, or correct its subkind"
            )
            yield Problem(place, "map", message)
        elif position.place in seen:
            message = f"{position.place} already has a position; keep one of the two"
            yield Problem(place, "map", message)
        elif gazetteer.panel_of(position) is None:
            message = f"{position.place} is outside every panel of map.yaml; add or widen a panel"
            yield Problem(entry.place("latitude"), "map", message)
        seen.add(position.place)


def _outlines(gazetteer: Gazetteer) -> Iterator[Problem]:
    outlines = {entry.record.panel: entry.record for entry in gazetteer.outlines}
    for key, panel in gazetteer.plan.record.panels.items():
        if key not in outlines or not panel.same_as(outlines[key]):
            message = (
                f"outline.yaml has no outline with the bounds of {key}; "
                "make one (see site_config/map/README.md)"
            )
            yield Problem(gazetteer.plan.place("panels", key), "map", message)
