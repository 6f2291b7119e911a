"""Rules about the map: what `site_config/map/` says fits the records, and itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.load.entries import Gazetteer
from generator.problems import Problem, did_you_mean, show
from generator.records.references import kind_of
from generator.rules.references import unknown


def the_map_shows_places(atlas: Atlas) -> Iterator[Problem]:
    """Each position is that of a place, once, in a panel; each panel has the outline of its bounds."""
    gazetteer = atlas.gazetteer
    if gazetteer is None:
        return
    plan = gazetteer.plan
    known = atlas.config.vocabulary.subkinds["topics"]
    if plan.record.places not in known:
        near = did_you_mean(plan.record.places, known)
        message = f"{show(plan.record.places)} is no subkind of topics{near}"
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
            yield unknown(place, position.place, atlas.entities)
        elif entity.record.subkind != subkind or kind_of(position.place) != "topics":
            yield Problem(place, "map", f"{position.place} is no topic of the subkind {subkind!r}")
        elif position.place in seen:
            yield Problem(place, "map", f"{position.place} has a position already; remove one")
        elif gazetteer.panel_of(position) is None:
            message = f"{position.place} lies in no panel of map.yaml: add or widen one"
            yield Problem(entry.place("latitude"), "map", message)
        seen.add(position.place)


def _outlines(gazetteer: Gazetteer) -> Iterator[Problem]:
    outlines = {entry.record.panel: entry.record for entry in gazetteer.outlines}
    for key, panel in gazetteer.plan.record.panels.items():
        if key not in outlines or not panel.same_as(outlines[key]):
            message = f"outline.yaml has no outline of the bounds of {key}; README.md says how"
            yield Problem(gazetteer.plan.place("panels", key), "map", message)
