"""The site's files: every page and every data file, from the atlas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas import Atlas
from generator.data import data_files
from generator.downloads import downloads
from generator.findings import Findings, find_out
from generator.pages.data import data_page
from generator.pages.entity import entity_page
from generator.pages.fact import fact_view
from generator.pages.foot import foot
from generator.pages.indexes import index_pages
from generator.pages.parts import Desk
from generator.pages.question import question_page
from generator.pages.source import source_page
from generator.render import Page, completed, render, title_of


def files(atlas: Atlas) -> dict[str, str]:
    """Every file of `build/docs`, by its path there."""
    findings = find_out(atlas)
    wording = atlas.config.wording
    taken = downloads(atlas, findings)
    others = {path: text for path, text in taken.items() if path.startswith("data/")}
    made = {**taken, **data_files(atlas, findings, others)}
    views = (*_views(atlas, findings), data_page(Desk(atlas, findings, "data/index.md"), made))
    pages = {view.path: render(view, wording) for view in views}
    return {**pages, **dict(_written_by_hand(atlas, findings)), **made}


def _written_by_hand(atlas: Atlas, findings: Findings) -> Iterator[tuple[str, str]]:
    """The pages of `site_config/pages/`, each with the end that all pages have."""
    for path, text in atlas.pages.items():
        title = title_of(text)
        end = foot(Desk(atlas, findings, path), title)
        yield path, completed(text, end, atlas.config.wording) if title else text


def _views(atlas: Atlas, findings: Findings) -> Iterator[Page]:
    yield from index_pages(atlas, findings)
    for ref in atlas.entities:
        yield entity_page(ref, atlas, findings)
    for ref in atlas.questions:
        yield question_page(ref, atlas, findings)
    for ref in atlas.documents:
        yield source_page(ref, atlas, findings)
    for claim in atlas.claims.values():
        yield fact_view(claim, atlas, findings)
