"""Paths: the place of each thing in the site. One string names file, page and address."""

from __future__ import annotations

import posixpath
from functools import cache, lru_cache


def page_of(ref: str) -> str:
    """The Markdown file of a reference, from the root of `build/docs`."""
    return f"{ref}.md"


def part_page(ref: str, key: str, number: int) -> str:
    """The Markdown file of one page (counted from 1) of the facts of one type about an entity."""
    return f"{ref}/{key}.md" if number == 1 else f"{ref}/{key}-{number}.md"


def fact_page(fact_id: str) -> str:
    """The Markdown file of a fact's own page."""
    return f"facts/{fact_id}.md"


def pairs_anchor(outcome: str) -> str:
    """The anchor, on a question's page, of the pairs with an outcome."""
    return f"pairs-{outcome}"


def url(page: str) -> str:
    """The address of a page from the root of the site."""
    return page.removesuffix(".md") + ".html" if page.endswith(".md") else page


def href(source: str, target: str, anchor: str = "") -> str:
    """The relative address of a page as a link on another; it works both online and from disk."""
    if anchor and source == target:
        return f"#{anchor}"
    way = _way(source.rpartition("/")[0], target)
    return f"{way}#{anchor}" if anchor else way


@lru_cache(maxsize=2**16)  # a site has few folders, and popular pages
def _way(folder: str, page: str) -> str:
    """The relative address of a page, as seen from any page in a folder."""
    home, _, file = url(page).rpartition("/")
    between = _between(folder, home)
    return file if between == "." else f"{between}/{file}"


@cache
def _between(folder: str, other: str) -> str:
    return posixpath.relpath(f"/{other}", f"/{folder}")


EDITIONS = {
    "archive": "attested-offline.zip",
    "kiwix": "attested.zim",
    "book": "attested.epub",
}
"""The file of each edition, in the order in which the site offers them."""

CHECKSUMS = "SHA256SUMS"
"""The file beside the editions with their checksums."""

MANIFEST = "manifest.json"
"""The file beside the checksums that says what the site was made of and with."""

EDITIONS_PAGE = "offline/index.md"
"""The Markdown file of the page that offers the editions, which are in its folder."""
