"""The page of disagreements: all questions by what comes of comparing their answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.findings.findings import Findings
from generator.markup.writer import Desk
from generator.pages.cards import CardGroup, by_standing


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """Where the documents disagree, where they only seem to, and where it can't be told."""

    template: ClassVar[str] = "disagreements.md.j2"
    path: str
    title: str
    groups: tuple[CardGroup, ...]


def disagreements_page(atlas: Atlas, findings: Findings) -> DisagreementsPage:
    """The view of all questions by how they stand."""
    desk = Desk(atlas, findings, "disagreements/index.md")
    return DisagreementsPage(desk.page, desk.wording.titles.disagreements, by_standing(desk))
