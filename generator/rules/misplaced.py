"""Rule about folders: an entity's file is in the folder of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.problems import Problem
from generator.records.references import ENTITY_KINDS, slug_of


def files_are_in_their_folder(atlas: Atlas) -> Iterator[Problem]:
    """An entity is in the folder of the kind that facts give it: people/ada does not serve for units/ada."""
    for ref, meant in misplaced(atlas).items():
        folder = f"content/{meant.removesuffix(slug_of(meant))}"
        message = (
            f"facts call this {meant}, and the folder is part of that name; move this file to {folder}, "
            "or correct the facts"
        )
        yield Problem(atlas.entities[ref].place(), "stray-file", message)


def misplaced(atlas: Atlas) -> dict[str, str]:
    """For each entity whose file is in the wrong folder, the reference by which facts name it.

    No fact names it as it is, and some name it as another kind of entity, which does not exist.
    """
    found = {}
    for ref in atlas.entities.keys() - atlas.about.keys():
        for kind in ENTITY_KINDS:
            meant = f"{kind}/{slug_of(ref)}"
            if meant in atlas.about and meant not in atlas.entities and meant not in atlas.unread:
                found[ref] = meant
    return found
