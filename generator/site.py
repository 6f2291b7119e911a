"""The site's files: every page, every data file and the search index, from the atlas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from generator.atlas.atlas import Atlas
from generator.data.downloads import downloads
from generator.data.forms import Forms, in_every_form
from generator.data.from_atlas import SiteData, site_data
from generator.data.json_files import data_files
from generator.data.search_index import search_files
from generator.findings.findings import Findings, find_out
from generator.findings.without import losses
from generator.markup.templates import View, fill
from generator.markup.writer import Desk
from generator.pages.data import data_page
from generator.pages.disagreements import disagreements_page
from generator.pages.editions import editions_view
from generator.pages.entity import entity_pages
from generator.pages.fact import fact_pages
from generator.pages.foot import Foot, list_foot
from generator.pages.grid import grid_page
from generator.pages.hierarchy import hierarchy_page
from generator.pages.home import home_page
from generator.pages.indexes import index_pages
from generator.pages.map import map_page
from generator.pages.moved import moved_pages
from generator.pages.policy import HEADERS, headers
from generator.pages.question import question_page
from generator.pages.render import completed, has_foot, render, title_of
from generator.pages.search import search_page
from generator.pages.source import source_page
from generator.pages.timeline import timeline_pages
from generator.pages.withdrawn import withdrawn_pages
from generator.pages.without import without_pages
from generator.pages.written import written_pages


def files(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Every file of `build/docs`, one at a time: its path there and its text.

    The files of a large site do not fit into memory at once.
    """
    findings = find_out(atlas)
    data = site_data(atlas, findings)
    claims = in_every_form(data, atlas, findings)
    yield from _data_files(data, claims, atlas, findings)
    views = chain(_views(atlas, findings), fact_pages(claims.values(), atlas, findings))
    made = []
    for view in views:
        made.append(view.path)
        yield view.path, rendered(view, atlas, findings)
    for moved in moved_pages(atlas, made):
        yield moved.path, fill(moved, atlas.config.wording)
    yield from _written_by_hand(atlas, findings)
    yield from search_files(atlas, findings).items()
    yield HEADERS, headers()
    if sitemap := atlas.config.site.address_of("sitemap.xml"):
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n"


def _data_files(
    data: SiteData, claims: Mapping[str, Forms], atlas: Atlas, findings: Findings
) -> Iterator[tuple[str, str]]:
    """The data files, and the page that lists them."""
    taken = downloads(data, claims, atlas, findings)
    others = {path: text for path, text in taken.items() if path.startswith("data/")}
    made = {**taken, **data_files(data, atlas.config.site, others)}
    page = data_page(Desk(atlas, findings, "data/index.md"), made)
    yield page.path, rendered(page, atlas, findings)
    yield from made.items()


def rendered(view: View, atlas: Atlas, findings: Findings) -> str:
    """The text of a page, with its foot."""
    return render(view, _end(view, atlas, findings), atlas.config.wording)


def _end(view: View, atlas: Atlas, findings: Findings) -> Foot:
    """The foot of a page: its own, or that of a page about no record."""
    if has_foot(view):
        return view.foot
    return list_foot(Desk(atlas, findings, view.path), view.title)


def _written_by_hand(atlas: Atlas, findings: Findings) -> Iterator[tuple[str, str]]:
    """The pages written by hand, each with its foot, by path."""
    for path, text in written_pages(atlas).items():
        title = title_of(text)
        end = list_foot(Desk(atlas, findings, path), title)
        yield path, completed(text, end, atlas.config.wording) if title else text


def _views(atlas: Atlas, findings: Findings) -> Iterator[View]:
    yield home_page(atlas, findings)
    yield from index_pages(atlas, findings)
    yield from timeline_pages(atlas, findings)
    yield map_page(atlas, findings)
    yield hierarchy_page(atlas, findings)
    yield editions_view(atlas, findings)
    yield disagreements_page(atlas, findings)
    yield grid_page(atlas, findings)
    yield search_page(atlas, findings)
    for ref in atlas.entities:
        yield from entity_pages(ref, atlas, findings)
    for ref in atlas.questions:
        yield question_page(ref, atlas, findings)
    lost = losses(atlas, findings)
    for ref in atlas.documents:
        yield source_page(ref, atlas, findings, lost[ref])
    yield from withdrawn_pages(atlas, findings)
    yield from without_pages(atlas, findings, lost)
