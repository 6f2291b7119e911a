"""One page made by MkDocs, and what to remember of it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from generator.publish.rendering.world import World, world

SHOWN_ELSEWHERE: Final = ("robots",)
"""Fields of a page's front matter that other files show: the list of pages for search engines."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """What is remembered of a page that was made.

    `source` and `page` are the SHA-256 of its Markdown and its HTML. `uses` are the files that it
    links to; `anchors` those that it has; `links` the anchors that it leads to, by file, each with
    the link as it is written.
    """

    source: str
    page: str
    uses: list[str]
    anchors: list[str]
    links: dict[str, dict[str, str]]
    meta: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, values: dict[str, Any]) -> Self:
        """One from a JSON object. Raises TypeError if it has other fields."""
        return cls(**values)

    def written(self) -> dict[str, Any]:
        """The same as a JSON object."""
        return asdict(self)


def make_pages(settings: str, site: str, paths: Iterable[str]) -> tuple[dict[str, MadePage], int]:
    """Make these pages of a site; gives what to remember of each, and the number of MkDocs's warnings.

    It needs nothing but files, so that any process can do it. Raises what MkDocs raises where a page
    can't be made.
    """
    here = world(settings, site)
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(counter)
    try:
        made = {path: _made(here, path) for path in paths}
    finally:
        log.removeHandler(counter)
    return made, sum(number for _, number in counter.get_counts())


def _made(here: World, path: str) -> MadePage:
    """One page, written to its place."""
    file, page = here.files.src_uris[path], here.pages[path]
    here.files.asked.clear()
    page.read_source(here.config)
    page.render(here.config, here.files)
    uses = sorted(here.files.asked)
    html = _in_its_frame(here, page).encode("utf-8", errors="xmlcharrefreplace")
    place = Path(file.abs_dest_path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(html)
    made = MadePage(
        source=digest(file.content_bytes),
        page=digest(html),
        uses=uses,
        anchors=sorted(page.present_anchor_ids or ()),
        links={to.src_uri: links for to, links in (page.links_to_anchors or {}).items()},
        meta={name: page.meta[name] for name in SHOWN_ELSEWHERE if name in page.meta},
    )
    page.content = page.markdown = None  # a large site does not fit into memory
    return made


def _in_its_frame(here: World, page: Page) -> str:
    """The whole HTML of a page, by the theme's template."""
    page.active = True
    try:
        context = get_context(here.navigation, here.documents, here.config, page)
        return here.templates.get_template(page.meta.get("template", "main.html")).render(context)
    finally:
        page.active = False


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
