"""The site's files: every page, every data file and the search index, from the atlas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TypeVar

from generator.atlas.atlas import Atlas
from generator.data.downloads import downloads
from generator.data.forms import Forms, in_every_form
from generator.data.from_atlas import SiteData, site_data
from generator.data.json_files import data_files
from generator.data.search_index import search_files
from generator.findings.findings import Findings, find_out
from generator.findings.without import Without, losses
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
from generator.pages.processes import in_shares
from generator.pages.question import question_page
from generator.pages.render import completed, has_foot, render, title_of
from generator.pages.search import search_page
from generator.pages.source import source_page
from generator.pages.timeline import timeline_pages
from generator.pages.withdrawn import withdrawn_pages
from generator.pages.without import without_pages
from generator.pages.written import written_pages

T = TypeVar("T")


AT_ONCE = 20
"""How many entities, questions or claims are one share of the work."""

WORTH_SHARING = 10
"""Shares: fewer are done sooner by one process."""


def files(atlas: Atlas, *, several: bool = False) -> Iterator[tuple[str, str]]:
    """Every file of `build/docs`, one at a time: its path there and its text.

    The files of a large site do not fit into memory at once. If `several` processes may make them,
    those of large sites are made in less time.
    """
    findings = find_out(atlas)
    data = site_data(atlas, findings)
    claims = in_every_form(data, atlas, findings)
    shares: list[Callable[[], Iterable[View]]] = [
        *_shares(atlas, findings),
        *(partial(fact_pages, some, atlas, findings) for some in _portions(claims.values())),
    ]

    def share(number: int) -> list[tuple[str, str]]:
        return [(view.path, rendered(view, atlas, findings)) for view in shares[number]()]

    made = []
    several = several and len(shares) >= WORTH_SHARING
    with in_shares(share, len(shares), several=several) as pages:
        yield from _data_files(data, claims, atlas, findings)
        for some in pages:
            made += [path for path, _ in some]
            yield from some
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


def _shares(atlas: Atlas, findings: Findings) -> Iterator[Callable[[], Iterable[View]]]:
    """The pages of all records but the claims, and the lists, in shares of about the same work."""
    yield partial(_lists, atlas, findings)
    for refs in _portions(atlas.entities):
        yield partial(_about, refs, atlas, findings)
    for refs in _portions(atlas.questions):
        yield partial(_asking, refs, atlas, findings)
    lost = losses(atlas, findings)
    for ref in atlas.documents:
        yield partial(_of_document, ref, atlas, findings, lost[ref])
    yield partial(withdrawn_pages, atlas, findings)
    yield partial(without_pages, atlas, findings, lost)


def _about(refs: Iterable[str], atlas: Atlas, findings: Findings) -> Iterator[View]:
    for ref in refs:
        yield from entity_pages(ref, atlas, findings)


def _asking(refs: Iterable[str], atlas: Atlas, findings: Findings) -> Iterator[View]:
    for ref in refs:
        yield question_page(ref, atlas, findings)


def _of_document(ref: str, atlas: Atlas, findings: Findings, lost: Without) -> Iterator[View]:
    yield source_page(ref, atlas, findings, lost)


def _portions(every: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(every)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _lists(atlas: Atlas, findings: Findings) -> Iterator[View]:
    yield home_page(atlas, findings)
    yield from index_pages(atlas, findings)
    yield from timeline_pages(atlas, findings)
    yield map_page(atlas, findings)
    yield hierarchy_page(atlas, findings)
    yield editions_view(atlas, findings)
    yield disagreements_page(atlas, findings)
    yield grid_page(atlas, findings)
    yield search_page(atlas, findings)
