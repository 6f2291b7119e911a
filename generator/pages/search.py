"""The page of the search, which a script fills; without scripts, it leads to all names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.findings.findings import Findings
from generator.markup.escaping import Html
from generator.markup.writer import Desk


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page shows before the script has loaded, and a link for readers without it."""

    template: ClassVar[str] = "search.md.j2"
    path: str
    title: str
    names: Html


def search_page(atlas: Atlas, findings: Findings) -> SearchPage:
    """The view of the page of the search."""
    desk = Desk(atlas, findings, "search/index.md")
    names = desk.to("names/index.md", desk.wording.search_page.every_name)
    return SearchPage(desk.page, desk.wording.search.title, names)
