"""Pruning: files of the theme that no page needs are not published."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

THEMES = "assets/"
"""The folder of the theme's files in the site."""

_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
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
        found = {_target(path, address) for address in _references(site / path)} & paths - kept
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
        page = LexborHTMLParser(path.read_bytes())
        for node in page.css("link[href], script[src], img[src], source[src], object[data]"):
            given = node.attributes
            yield given.get("href") or given.get("src") or given.get("data") or ""
        settings = page.css_first("script#__config")
        if settings is not None and page.css_first("[data-md-component=search]") is not None:
            yield json.loads(settings.text()).get("search") or ""


def _target(path: str, address: str) -> str:
    """The path of the file that an address leads to; empty if it leads out of the site."""
    url = urlsplit(address)
    if url.scheme or url.netloc or not url.path:
        return ""
    joined = posixpath.join("/", posixpath.dirname(path), unquote(url.path))
    return posixpath.normpath(joined).lstrip("/")


def _forget_map(path: Path) -> None:
    data = path.read_bytes()
    if (fresh := _MAP.sub(b"\n", data)) != data:
        path.write_bytes(fresh)
