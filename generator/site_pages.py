"""The site's files: every page, every data file and the search's index, from the atlas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas import Atlas
from generator.data import data_files
from generator.findings import Findings, find_out
from generator.pages.entity import entity_pages
from generator.pages.fact import fact_view
from generator.pages.home import home_page
from generator.pages.indexes import index_pages
from generator.pages.question import question_page
from generator.pages.search import search_page
from generator.pages.source import source_page
from generator.render import View, render
from generator.search_index import search_files


def files(atlas: Atlas) -> dict[str, str]:
    """Every file of `build/docs`, by its path there."""
    findings = find_out(atlas)
    wording = atlas.config.wording
    pages = {view.path: render(view, wording) for view in _views(atlas, findings)}
    search = search_files(atlas, findings)
    return {**pages, **atlas.pages, **data_files(atlas, findings), **search}


def _views(atlas: Atlas, findings: Findings) -> Iterator[View]:
    yield home_page(atlas, findings)
    yield from index_pages(atlas, findings)
    yield search_page(atlas, findings)
    for ref in atlas.entities:
        yield from entity_pages(ref, atlas, findings)
    for ref in atlas.questions:
        yield question_page(ref, atlas, findings)
    for ref in atlas.documents:
        yield source_page(ref, atlas, findings)
    for claim in atlas.claims.values():
        yield fact_view(claim, atlas, findings)
