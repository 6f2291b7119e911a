"""The menu: the lists of the site that have something in them."""

from __future__ import annotations

from collections.abc import Sized

from generator.atlas.atlas import Atlas
from generator.findings.hierarchy import hierarchy
from generator.records.references import ENTITY_KINDS


def menu(atlas: Atlas) -> tuple[str, ...]:
    """The lists that have something in them, by their folder, in the order of their titles."""
    lists: dict[str, Sized] = {
        **{kind: atlas.of_kind(kind) for kind in ENTITY_KINDS},
        "questions": atlas.questions,
        "sources": atlas.documents,
        "claimants": atlas.claims,
        "names": atlas.entities,
        "timeline": atlas.claims,
        "map": atlas.gazetteer.positions if atlas.gazetteer else (),
        "hierarchy": hierarchy(atlas).bodies,
        "disagreements": atlas.questions,
    }
    return tuple(one for one in atlas.config.wording.titles if one not in lists or len(lists[one]))
