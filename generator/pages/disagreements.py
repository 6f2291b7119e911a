"""The page of disagreements: all questions by how their answers compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.findings.findings import Findings
from generator.markup.escaping import Html
from generator.markup.writer import Desk
from generator.pages.cards import CardGroup, by_standing
from generator.pages.grid import GRID


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """All questions by their standing, the contradictions first, and a link to the grid."""

    template: ClassVar[str] = "disagreements.md.j2"
    path: str
    title: str
    grid: Html
    groups: tuple[CardGroup, ...]


def disagreements_page(atlas: Atlas, findings: Findings) -> DisagreementsPage:
    """The view of all questions by their standing."""
    desk = Desk(atlas, findings, "disagreements/index.md")
    grid = desk.to(GRID, desk.wording.grid.title)
    return DisagreementsPage(desk.page, desk.wording.titles.disagreements, grid, by_standing(desk))
