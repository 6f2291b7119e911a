"""The site's files: every page and every data file, from the atlas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas import Atlas
from generator.data import data_files
from generator.findings import Findings, find_out
from generator.pages.disagreements import disagreements_page
from generator.pages.editions import editions_view
from generator.pages.entity import entity_pages
from generator.pages.fact import fact_view
from generator.pages.hierarchy import hierarchy_page
from generator.pages.home import home_page
from generator.pages.indexes import index_pages
from generator.pages.map import map_page
from generator.pages.question import question_page
from generator.pages.source import source_page
from generator.pages.timeline import timeline_pages
from generator.pages.without import without_pages
from generator.render import View, render
from generator.without import losses


def files(atlas: Atlas) -> dict[str, str]:
    """Every file of `build/docs`, by its path there."""
    findings = find_out(atlas)
    wording = atlas.config.wording
    pages = {view.path: render(view, wording) for view in _views(atlas, findings)}
    return {**pages, **atlas.pages, **data_files(atlas, findings)}


def _views(atlas: Atlas, findings: Findings) -> Iterator[View]:
    yield home_page(atlas, findings)
    yield from index_pages(atlas, findings)
    yield from timeline_pages(atlas, findings)
    yield map_page(atlas, findings)
    yield hierarchy_page(atlas, findings)
    yield editions_view(atlas, findings)
    yield disagreements_page(atlas, findings)
    for ref in atlas.entities:
        yield from entity_pages(ref, atlas, findings)
    for ref in atlas.questions:
        yield question_page(ref, atlas, findings)
    lost = losses(atlas, findings)
    for ref in atlas.documents:
        yield source_page(ref, atlas, findings, lost[ref])
    yield from without_pages(atlas, findings, lost)
    for claim in atlas.claims.values():
        yield fact_view(claim, atlas, findings)
