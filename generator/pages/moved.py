"""The pages at former addresses of records, which lead to the present ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.config.site import LANGUAGE
from generator.markup import paths
from generator.markup.escaping import Html, filled, tag
from generator.pages.policy import bare_policy


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What such a page shows. It is a complete HTML page, and neither lists nor the search include it."""

    template: ClassVar[str] = "moved.html.j2"
    path: str
    title: str
    language: str
    address: str
    canonical: str
    policy: str
    moved: Html


def moved_pages(atlas: Atlas, pages: Iterable[str]) -> Iterator[MovedPage]:
    """A page for each former address of a record; `pages` are the Markdown files of the site."""
    present = tuple(pages) if atlas.former else ()
    for former, ref in atlas.former.items():
        for page in present:
            if page == paths.page_of(ref) or page.startswith(f"{ref}/"):
                yield _moved_page(former + page.removeprefix(ref), page, atlas.name(ref), atlas)


def _moved_page(before: str, page: str, name: str, atlas: Atlas) -> MovedPage:
    address = paths.href(before, page)
    return MovedPage(
        path=paths.url(before),
        title=name,
        language=LANGUAGE,
        address=address,
        canonical=atlas.config.site.address_of(paths.url(page)) or address,
        policy=bare_policy(),
        moved=filled(atlas.config.wording.moved.here, page=tag("a", name, href=address)),
    )
