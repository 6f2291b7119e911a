"""The site's files: every page and every data file, from the atlas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas import Atlas
from generator.data import data_files
from generator.findings import Findings, find_out
from generator.pages.disagreements import disagreements_page
from generator.pages.entity import entity_page
from generator.pages.fact import fact_view
from generator.pages.indexes import index_pages
from generator.pages.question import question_page
from generator.pages.source import source_page
from generator.render import View, render


def files(atlas: Atlas) -> dict[str, str]:
    """Every file of `build/docs`, by its path there."""
    findings = find_out(atlas)
    wording = atlas.config.wording
    pages = {view.path: render(view, wording) for view in _views(atlas, findings)}
    return {**pages, **atlas.pages, **data_files(atlas, findings)}


def _views(atlas: Atlas, findings: Findings) -> Iterator[View]:
    yield from index_pages(atlas, findings)
    yield disagreements_page(atlas, findings)
    for ref in atlas.entities:
        yield entity_page(ref, atlas, findings)
    for ref in atlas.questions:
        yield question_page(ref, atlas, findings)
    for ref in atlas.documents:
        yield source_page(ref, atlas, findings)
    for claim in atlas.claims.values():
        yield fact_view(claim, atlas, findings)
