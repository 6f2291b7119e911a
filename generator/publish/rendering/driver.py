"""The build: reuse what is still valid, make the rest in several processes, check every link."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.utils import (
    CountHandler,
    clean_directory,
    get_build_timestamp,
    get_relative_url,
    is_error_template,
)

from generator.pages.processes import in_shares, processors
from generator.publish.rendering.kept import remember, remembered, shared_by_all, take_over
from generator.publish.rendering.pages import MadePage, make_pages
from generator.publish.rendering.world import World, world

_WORTH_SHARING: Final = 50  # pages: fewer are made sooner by one process
_TURNS: Final = 8  # shares of the pages that each process gets, one after the other


def build(settings: Path, site: Path, last: Path, memory: Path) -> None:
    """Make the folder `site` from a file of settings, with pages of the last site where these are valid.

    `memory` is the file that says of each page what it was made from. A project that adds code to
    MkDocs gets MkDocs's own build. Raises Abort, ConfigurationError or BuildError of MkDocs.
    """
    world.cache_clear()
    here = world(str(settings), str(site))
    if not here.is_plain:
        build_with_mkdocs(load_config(config_file=str(settings), strict=True, site_dir=str(site)))
        return
    clean_directory(str(site))
    here.files.copy_static_files()
    shared = shared_by_all(here)
    known = remembered(memory, shared)
    pages = {
        file.src_uri: known[file.src_uri]
        for file in here.documents
        if file.src_uri in known and take_over(file, known[file.src_uri], last, here)
    }
    rest = [file.src_uri for file in here.documents if file.src_uri not in pages]
    warnings = _make(str(settings), str(site), rest, pages)
    _make_others(here, pages)
    warnings += _dead_anchors(here, pages)
    if warnings:
        raise Abort(f"Aborted with {warnings} warnings in strict mode!")
    remember(memory, shared, pages)


def _make(settings: str, site: str, rest: Sequence[str], pages: dict[str, MadePage]) -> int:
    """Make the missing pages, and add them; gives the number of warnings."""
    several = len(rest) >= _WORTH_SHARING
    turns = processors() * _TURNS if several else 1

    def share(turn: int) -> tuple[dict[str, MadePage], int]:
        return make_pages(settings, site, rest[turn::turns])

    warnings = 0
    with in_shares(share, turns, several=several) as made:
        for fresh, more in made:
            pages.update(fresh)
            warnings += more
    return warnings


def _make_others(here: World, pages: dict[str, MadePage]) -> None:
    """Make the theme's other files, such as the page for addresses that lead nowhere."""
    for path, page in here.pages.items():
        page.meta = pages[path].meta
    for name in sorted(here.config.theme.static_templates):
        root = urlsplit(here.config.site_url or "/").path
        base = root if is_error_template(name) else get_relative_url(".", name)
        context = get_context(here.navigation, here.files, here.config, base_url=base)
        text = here.templates.get_template(name).render(context)
        if not text.strip():
            continue
        place = Path(here.config.site_dir, name)
        place.write_bytes(text.encode())
        if name == "sitemap.xml":
            _pack(text.encode(), place.with_name("sitemap.xml.gz"), here)


def _pack(data: bytes, place: Path, here: World) -> None:
    """A packed copy, as MkDocs writes it."""
    time = get_build_timestamp(pages=list(here.pages.values()))
    with (
        place.open("wb") as file,
        gzip.GzipFile(str(place), "wb", fileobj=file, mtime=time) as packed,
    ):
        packed.write(data)


def _dead_anchors(here: World, pages: dict[str, MadePage]) -> int:
    """Warn about each link to a missing anchor; gives the number of these links."""
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(counter)
    files = here.files.src_uris
    for path, page in here.pages.items():
        page.present_anchor_ids = set(pages[path].anchors)
        page.links_to_anchors = {files[to]: links for to, links in pages[path].links.items()}
    level = here.config.validation.links.anchors
    for page in here.pages.values():
        page.validate_anchor_links(files=here.files, log_level=level)
    log.removeHandler(counter)
    return sum(number for _, number in counter.get_counts())
