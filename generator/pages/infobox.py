"""The infobox: the ties of an entity at a glance, the first few open and the rest folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.config.wording import Wording
from generator.markup.escaping import Html, filled
from generator.markup.folding import seen_at_once
from generator.pages.about_entity import TieEnd, TieRow

INFOBOX = "glance"
"""The anchor of the infobox on the page of an entity."""

ENDS_SEEN_AT_ONCE = 3  # per row


@dataclass(frozen=True, slots=True)
class InfoboxRow:
    """The ties with one label; `more` counts those that are folded."""

    label: str
    ends: tuple[TieEnd, ...]
    folded: tuple[TieEnd, ...]
    more: Html


@dataclass(frozen=True, slots=True)
class Infobox:
    """All ties; `more` counts the rows that are folded."""

    rows: tuple[InfoboxRow, ...]
    folded: tuple[InfoboxRow, ...]
    more: Html


def infobox(ties: Sequence[TieRow], wording: Wording) -> Infobox | None:
    """The infobox of an entity; None if it has no ties."""
    rows = tuple(_row(row, wording) for row in ties)
    seen = seen_at_once(len(rows))
    more = filled(wording.entity.more_ties, count=len(rows) - seen)
    return Infobox(rows[:seen], rows[seen:], more) if rows else None


def _row(row: TieRow, wording: Wording) -> InfoboxRow:
    seen = seen_at_once(len(row.ends), ENDS_SEEN_AT_ONCE)
    more = filled(wording.entity.more, count=len(row.ends) - seen)
    return InfoboxRow(row.label, row.ends[:seen], row.ends[seen:], more)
