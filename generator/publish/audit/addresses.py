"""Addresses: where an address on a page leads, or what is wrong with it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.problems import show

FOLLOWED = ("", "http", "https", "mailto")
"""The schemes that a link may use; others, such as `javascript:`, may run something."""

START = "index.html"

HERE = "#"
"""The page itself, in the place of a file."""

_PLAIN = re.compile(r"[a-z0-9.-][a-z0-9./-]*")
"""An address that has nothing but a path, as nearly all have."""

ANYWHERE = "/"
"""In the place of a folder: a page that is shown at any depth, so that its links begin with `/`."""


class Led(NamedTuple):
    """Where an address leads in the site, or what is wrong with it and what to do."""

    file: str = ""
    what: str = ""
    remedy: str = ""


def leads(folder: str, tag: str, address: str, files: Collection[str], base: str) -> Led:
    """Where the address of an element leads, for a page in a folder of a site with these files.

    The address is without its anchor. `base` is the path below which a server has the site. In the
    text of what is wrong, `{}` stands for the address.
    """
    if _PLAIN.fullmatch(address):
        return _inside(f"/{folder}/{address}", files)
    try:
        url = urlsplit(address)
    except ValueError:
        return Led(what=f"<{tag}> has an address that can't be read: {{}}", remedy="correct it")
    if url.scheme or url.netloc:
        return _abroad(tag, url.scheme, url.netloc)
    if not url.path:
        return Led(HERE)
    if url.path.startswith("/") and folder != ANYWHERE:
        return Led(what="{} begins with /, which fails from disk", remedy="make it relative")
    if url.path.startswith("/") and not url.path.startswith(base):
        return Led(what=f"{{}} leads out of the site, which is at {base}", remedy="correct it")
    below = url.path.removeprefix(base) if url.path.startswith("/") else url.path
    return _inside(posixpath.join("/", folder, unquote(below)), files)


def _inside(path: str, files: Collection[str]) -> Led:
    """The file at a path that begins at the root of the site."""
    target = posixpath.normpath(path).lstrip("/") or START
    if target in files:
        return Led(target)
    return Led(
        what="{} leads to no file of the site", remedy="correct the link, or add what it leads to"
    )


def _abroad(tag: str, scheme: str, host: str) -> Led:
    """What is wrong with an address that leads out of the site."""
    if scheme == "data" and tag in ("img", "style"):
        return Led()
    if scheme not in FOLLOWED:
        return Led(
            what=f"<{tag}> leads to {{}}; only http, https and mailto are allowed",
            remedy="use one of these, or remove the link",
        )
    if tag != "a" and (host or scheme in ("http", "https")):
        return Led(
            what=f"<{tag}> loads {{}} from another host", remedy="publish the file with the site"
        )
    return Led()


def told(address: str) -> str:
    """An address as part of a message."""
    return address if address.isprintable() and len(address) < 200 else show(address)
