"""Withdrawn facts as the data has them."""

from __future__ import annotations

from generator.data.models.facts import SpeakerData
from generator.data.models.output import Output


class WithdrawnData(Output):
    """A fact that is no longer claimed: what it last said, and why it was withdrawn.

    `published` is the day on which it was first published, or null if it never was. `replaced_by`
    is the id of the fact that replaces it.
    """

    id: str
    statement: str
    source: str
    attributed_to: tuple[SpeakerData, ...]
    attributed_as: str | None
    quotes: tuple[str, ...]
    published: str | None
    withdrawn_on: str
    reason: str
    replaced_by: str | None
    url: str
