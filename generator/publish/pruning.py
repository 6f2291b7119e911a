"""Pruning: files of the theme that no page needs are not published."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

THEMES = "assets/"
"""The folder of the theme's files in the site."""

_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_LOADING = re.compile(rb"""<(?:link|script|img|source|object)\b(?:[^>"']|"[^"]*"|'[^']*')*>""")
"""A start tag that makes a browser load something; to be parsed, since each is on many pages."""

_SEARCH = re.compile(rb"""data-md-component\s*=\s*["']?search["'\s/>]""")

_MAP = re.compile(rb"\s*(?://[#@] sourceMappingURL=\S+|/\*[#@] sourceMappingURL=[^*]+\*/)\s*$")


def prune(site: Path, own: Iterable[Path]) -> None:
    """Remove every file of the theme that no page or style sheet refers to.

    A file in `assets/` is the theme's unless a folder of `own` has it at the same path. Addresses
    that a script puts together at run time don't count: the theme's script names a language pack
    for a search that this site does not use. Source maps are removed too, with the comments that
    name them. Raises OSError.
    """
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ours = {
        path.relative_to(folder).as_posix()
        for folder in own
        for path in folder.rglob("*")
        if path.is_file()
    }
    kept = {path for path in paths if not path.startswith(THEMES) or path in ours}
    waiting = sorted(kept)
    while waiting:
        path = waiting.pop()
        home = posixpath.dirname(path)
        found = {_target(home, address) for address in _references(site / path)} & paths - kept
        kept |= found
        waiting += sorted(found)
    for path in sorted(paths - kept):
        (site / path).unlink()
    for path in kept:
        if path.startswith(THEMES) and path.endswith((".css", ".js")):
            _forget_map(site / path)
    for folder in sorted((one for one in site.rglob("*") if one.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _references(path: Path) -> Iterator[str]:
    """The addresses that a browser loads for a page or a style sheet."""
    if path.suffix == ".css":
        for match in _IN_STYLE.finditer(path.read_text(encoding="utf-8")):
            yield match[1] or match[2]
    elif path.suffix == ".html":
        data = path.read_bytes()
        for tag in set(_LOADING.findall(data)):
            yield from _loaded(tag)
        if b"data-md-component" in data and _SEARCH.search(data):
            settings = LexborHTMLParser(data).css_first("script#__config")
            yield json.loads(settings.text()).get("search") or "" if settings else ""


@lru_cache(maxsize=2**12)  # nearly all of a page's are on every page
def _loaded(tag: bytes) -> tuple[str, ...]:
    """The addresses that a start tag makes a browser load."""
    given = (node.attributes for node in LexborHTMLParser(tag).css("[href], [src], [data]"))
    return tuple(one.get("href") or one.get("src") or one.get("data") or "" for one in given)


@lru_cache(maxsize=2**12)
def _target(folder: str, address: str) -> str:
    """The path of the file to which an address in a folder leads; empty if it leads out of the site."""
    url = urlsplit(address)
    if url.scheme or url.netloc or not url.path:
        return ""
    joined = posixpath.join("/", folder, unquote(url.path))
    return posixpath.normpath(joined).lstrip("/")


def _forget_map(path: Path) -> None:
    data = path.read_bytes()
    if (fresh := _MAP.sub(b"\n", data)) != data:
        path.write_bytes(fresh)
