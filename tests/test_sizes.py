"""How much a reader has to load: sizes of the real site, which grow with what it says and nothing else."""

from __future__ import annotations

import gzip
from pathlib import Path
from statistics import median

import pytest
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.site


def packed(path: Path) -> int:
    """The bytes of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_the_page_of_a_claim_is_small(site: Path) -> None:
    """Nine in ten are at most 6 kB packed, half of them 5 kB; none is over 8.5 kB."""
    sizes = [packed(path) for path in (site / "facts").glob("f-*.html")]
    assert len(sizes) > 500
    assert median(sizes) <= 5_000
    assert sum(size <= 6_000 for size in sizes) >= 0.9 * len(sizes)
    assert max(sizes) <= 8_500


def test_what_every_page_loads_is_small(site: Path) -> None:
    """The one style sheet, which a browser waits for, and the one script."""
    assert packed(site / "assets/site.css") <= 15_000
    assert packed(site / "assets/site.js") <= 10_500


def test_the_first_view_waits_for_one_file(site: Path) -> None:
    """A style sheet in the head; every script waits until the page is shown."""
    for path in site.rglob("*.html"):
        page = LexborHTMLParser(path.read_bytes())
        if page.css_first("meta[http-equiv=refresh]"):
            continue
        assert len(page.css("link[rel=stylesheet]")) == 1, path
        assert len(page.css("script[src]")) == len(page.css("script[src][defer]")) == 1, path
        assert page.css_first("meta[name=description]"), path


def test_the_site_is_not_too_large_for_its_pages(site: Path) -> None:
    """With all downloads: at most 64 kB a page, of which the page itself has 30."""
    pages = list(site.rglob("*.html"))
    everything = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    assert sum(path.stat().st_size for path in pages) <= 30_000 * len(pages)
    assert everything <= 64_000 * len(pages)
