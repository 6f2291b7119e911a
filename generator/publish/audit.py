"""The audit: what must hold of the built site before it replaces the previous one."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

FETCHED = ("link", "script", "img", "iframe")
"""Elements whose address a browser loads without being asked."""

FOLLOWED = ("", "http", "https", "mailto")
"""The schemes that a link may use; others, such as `javascript:`, may run something."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What one page refers to (as tag and address), its anchors, and the ids it repeats."""

    links: tuple[tuple[str, str], ...]
    anchors: frozenset[str]
    repeated: tuple[str, ...]


def audit(site: Path) -> list[str]:
    """Every dead link, missing anchor, repeated id and request to another host, sorted by page.

    Each fault is one line, `page: what is wrong`; a sound site has none.
    """
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {
        path: _page((site / path).read_bytes()) for path in sorted(paths) if path.endswith(".html")
    }
    base, found = _base(site), []
    for path, page in pages.items():
        found += [f"{path}: more than one element has the id {name!r}" for name in page.repeated]
        for tag, address in page.links:
            found += [
                f"{path}: {fault}" for fault in _faults(path, tag, address, base, paths, pages)
            ]
    return found


def _page(html: bytes) -> _Page:
    tree = LexborHTMLParser(html)
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    named = [node.attributes["name"] or "" for node in tree.css("a[name]")]
    links = {
        (node.tag or "", node.attributes[key] or "")
        for key in ("href", "src")
        for node in tree.css(f"[{key}]")
        if node.attributes.get("rel") != "canonical"  # names an address, asks for nothing
    }
    repeated = sorted(name for name, count in Counter(ids).items() if count > 1)
    return _Page(tuple(sorted(links)), frozenset((*ids, *named)), tuple(repeated))


def _base(site: Path) -> str:
    """The path below which a server has the site, such as `/bell/`: its home page names it."""
    home = site / "index.html"
    tree = LexborHTMLParser(home.read_bytes() if home.is_file() else b"")
    named = tree.css_first("link[rel=canonical][href]")
    return (
        urlsplit(named.attributes["href"] or "").path.removesuffix("index.html") if named else "/"
    )


def _faults(
    path: str, tag: str, address: str, base: str, paths: set[str], pages: dict[str, _Page]
) -> Iterator[str]:
    try:
        url = urlsplit(address)
    except ValueError:
        yield f"<{tag}> has an address that can't be read: {address!r}"
        return
    if url.scheme or url.netloc:
        if url.scheme not in FOLLOWED and tag != "img":
            yield f"<{tag}> leads to {address}; only http, https and mailto are allowed"
        elif tag in FETCHED and (url.netloc or url.scheme in ("http", "https")):
            yield f"<{tag}> loads {address} from another host; publish the file with the site"
        return
    target = path
    if url.path.startswith("/") and path != "404.html":  # which is shown at any depth
        yield f"{address} begins with /, which fails from disk; make it relative to the page"
        return
    if url.path.startswith("/") and not url.path.startswith(base):
        yield f"{address} leads out of the site, which is at {base}"
        return
    if url.path:
        below = url.path.removeprefix(base) if url.path.startswith("/") else url.path
        joined = posixpath.join("/", posixpath.dirname(path), unquote(below))
        target = posixpath.normpath(joined).lstrip("/") or "index.html"
    if target not in paths:
        yield f"{address} leads to no file of the site"
    elif url.fragment and target in pages and unquote(url.fragment) not in pages[target].anchors:
        yield f"{address} leads to an anchor that the page does not have"
