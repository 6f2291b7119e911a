"""Creators of works, as bibliographies name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.atlas.atlas import Atlas
from generator.records.creators import Creator


@dataclass(frozen=True, slots=True)
class CreatorName:
    """A creator: a person by family and given name, or anybody by the full name in `name`."""

    name: str
    family: str = ""
    given: str = ""

    @property
    def inverted(self) -> str:
        """The name with the family name first, by which lists are sorted."""
        return ", ".join(filter(None, (self.family, self.given))) or self.name

    @property
    def listed(self) -> str:
        """The name for forms in which any comma ends the family name.

        They can't express that a comma is part of the name of a body, so that comma is left out.
        """
        return self.inverted if self.family else re.sub(r"\s*,\s*", " ", self.name).strip()


def named(creators: tuple[Creator, ...], atlas: Atlas) -> tuple[CreatorName, ...]:
    """The creators of a document; no name is split here."""
    return tuple(
        CreatorName(atlas.maker(one.stated).name, one.family or "", one.given or "")
        for one in creators
    )
