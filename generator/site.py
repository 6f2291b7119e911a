"""The site's files: every page, every data file and the search index, from the atlas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from generator.atlas.atlas import Atlas
from generator.atlas.keeping.digests import Digests
from generator.atlas.keeping.kept import Kept
from generator.atlas.keeping.noting import NotedMapping, Read, mappings, noted, reading
from generator.atlas.keeping.recalled import Recall, made_afresh
from generator.data.downloads import downloads
from generator.data.forms import Forms, in_every_form
from generator.data.from_atlas import SiteData, site_data
from generator.data.json_files import data_files
from generator.data.search_index import search_files
from generator.findings.findings import Findings, find_out
from generator.findings.origins import origins
from generator.findings.without import Without, losses
from generator.markup.templates import View, fill
from generator.markup.writer import Desk
from generator.pages.data import data_page
from generator.pages.disagreements import disagreements_page
from generator.pages.editions import editions_view
from generator.pages.entity import entity_pages
from generator.pages.fact import fact_page_of
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

AT_ONCE = 20
"""How many entities, questions or claims are one share of the work."""

WORTH_SHARING = 10
"""Shares: fewer are done sooner by one process."""


class PageUnit(NamedTuple):
    """Pages that are made together: those of a record, or a list.

    `share` names the share of the work to which they belong; units without one are put together.
    """

    name: str
    views: Callable[[], Iterable[View]]
    share: str = ""


MadeUnit = tuple[str, list[tuple[str, str]], Collection[Read]]
"""The name of a unit, the path and the text of each of its pages, and what they were made from."""


def files(
    atlas: Atlas, *, several: bool = False, kept: Kept | None = None
) -> Iterator[tuple[str, str]]:
    """Every file of `build/docs`, one at a time: its path there and its text.

    The files of a large site do not fit into memory at once. If `several` processes may make them,
    those of large sites are made in less time. If pages of the last build are `kept`, only others
    are made.
    """
    findings = find_out(atlas)
    recall: Recall = made_afresh
    parts = mappings(atlas) | mappings(findings) | mappings(atlas.names)
    digests = Digests({**parts, "origins": origins(atlas)})
    if kept:
        atlas, findings = replace(noted(atlas), names=noted(atlas.names)), noted(findings)
        recall = kept.begin(digests)
    data = site_data(atlas, findings, recall)
    claims = in_every_form(data, atlas, findings, recall)
    lost = losses(atlas, findings)
    digests.add({"forms": claims, "without": lost})
    units = _units(atlas, findings, NotedMapping("forms", claims), NotedMapping("without", lost))
    lasting = kept.lasting([one.name for one in units]) if kept else {}
    shares = _shares([one for one in units if one.name not in lasting])

    def share(number: int) -> list[MadeUnit]:
        return [_made(unit, atlas, findings) for unit in shares[number]]

    paths = [path for pages in lasting.values() for path in pages]
    several = several and len(shares) >= WORTH_SHARING
    with in_shares(share, len(shares), several=several) as made:
        yield from _data_files(data, claims, atlas, findings)
        if kept:
            yield from ((path, kept.text(path)) for path in paths)
        for some in made:
            for name, fresh, reads in some:
                more = [path for path, _ in fresh]
                paths += more
                if kept:
                    kept.note(name, reads, more)
                yield from fresh
    for moved in moved_pages(atlas, paths):
        yield moved.path, fill(moved, atlas.config.wording)
    yield from _written_by_hand(atlas, findings)
    yield from search_files(atlas, findings).items()
    yield HEADERS, headers()
    if sitemap := atlas.config.site.address_of("sitemap.xml"):
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n"


def _made(unit: PageUnit, atlas: Atlas, findings: Findings) -> MadeUnit:
    with reading() as reads:
        pages = [(view.path, rendered(view, atlas, findings)) for view in unit.views()]
    return unit.name, pages, reads


def _shares(units: Iterable[PageUnit]) -> list[list[PageUnit]]:
    """The units in shares of about the same work."""
    shares = defaultdict[str, list[PageUnit]](list)
    for unit in units:
        shares[unit.share].append(unit)
    rest = iter(shares.pop("", ()))
    return [*shares.values(), *iter(lambda: list(islice(rest, AT_ONCE)), [])]


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


def _units(
    atlas: Atlas,
    findings: Findings,
    claims: Mapping[str, Forms],
    lost: Mapping[str, Without],
) -> list[PageUnit]:
    """The pages of all records, and the lists."""

    def one(name: str, view: Callable[[], View], share: str = "") -> PageUnit:
        return PageUnit(name, lambda: [view()], share)

    lists = (
        *(home_page, map_page, hierarchy_page, editions_view, disagreements_page, grid_page),
        search_page,
    )
    return [
        *(one(made.__name__, partial(made, atlas, findings), "lists") for made in lists),
        *(
            PageUnit(made.__name__, partial(made, atlas, findings), "lists")
            for made in (index_pages, timeline_pages)
        ),
        *(
            one(ref, partial(_of_document, ref, atlas, findings, lost), ref)
            for ref in atlas.documents
        ),
        PageUnit("withdrawn", partial(withdrawn_pages, atlas, findings), "withdrawn"),
        PageUnit("without", partial(without_pages, atlas, findings, lost), "without"),
        *(PageUnit(ref, partial(entity_pages, ref, atlas, findings)) for ref in atlas.entities),
        *(one(ref, partial(question_page, ref, atlas, findings)) for ref in atlas.questions),
        *(one(key, partial(_of_claim, key, atlas, findings, claims)) for key in claims),
    ]


def _of_document(ref: str, atlas: Atlas, findings: Findings, lost: Mapping[str, Without]) -> View:
    return source_page(ref, atlas, findings, lost[ref])


def _of_claim(key: str, atlas: Atlas, findings: Findings, claims: Mapping[str, Forms]) -> View:
    return fact_page_of(claims[key], atlas, findings)
