"""Plain markup: what is in a page that is written as this program writes, without parsing it.

A parser takes four times as long. Here only tags are looked at, and only if they are written in one
strict way; in any doubt nothing is concluded, and the page is parsed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from generator.publish.audit import known
from generator.publish.audit.reading import ADDRESSED, Lead, PageReading

_BETWEEN = re.compile(r"<([^>]*)>")
_END = re.compile(r"/[a-z][a-z0-9]*")
_TAG = re.compile(r'([a-z][a-z0-9]*)((?: [a-z][-a-zA-Z0-9]*(?:="[^"<>]*")?)*) ?/?')
_ATTRIBUTE = re.compile(r' ([a-z][-a-zA-Z0-9]*)(?:="([^"]*)")?')
_DOUBTFUL = re.compile(r"&(?!#[0-9]+;|amp;|lt;|gt;|quot;)")
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|bdo|cite|em|i|q|small|span|strong|sub|sup|time)[ >][^<]*")

_RAW = frozenset(
    [
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "template",
        "textarea",
        "xmp",
    ]
)
"""Elements inside which a browser sees no tags, or keeps them apart."""

_LOOKED_FOR = frozenset(["claim", "context", "note", "quote", "says", "statement"])
"""The classes by which the audit finds what a page says."""

_WRITTEN = re.compile(
    r'li class="(?:claim|note)" id="[^"]+"|p class="(?:statement|says|says against)"'
    r'|blockquote class="quote(?: context)?"'
)
"""How an element that has one of these classes begins."""


class PlainTag(NamedTuple):
    """What a tag says that the audit must know."""

    id: str | None = None
    name: str | None = None
    lead: Lead | None = None


_NOTHING = PlainTag()


def plainly_read(content: str) -> PageReading | None:
    """What is in the content of a page, with each id once; None if only a parser can tell.

    It can also tell only what is right: if an element, an attribute or an id may not be there, only
    a parser says so.
    """
    tags = _BETWEEN.findall(content)
    if content.count("<") != len(tags):
        return None
    ids, names, leads = list[str](), set[str](), set[Lead]()
    for tag in set(tags):
        seen = _plain(tag)
        if seen is _NOTHING:
            continue
        if seen is None:
            return None
        if seen.id is not None:
            ids.append(seen.id)
        if seen.name is not None:
            names.add(seen.name)
        if seen.lead is not None:
            leads.add(seen.lead)
    if len(set(ids)) != content.count(' id="'):
        return None
    return PageReading(tuple(ids), frozenset(names), frozenset(leads), ())


@lru_cache(maxsize=2**16)  # most tags come again and again
def _plain(tag: str) -> PlainTag | None:
    """What is between `<` and `>`; None if it is not plainly written, or may not be there."""
    if _END.fullmatch(tag):
        return _NOTHING
    written = _TAG.fullmatch(tag)
    if written is None:
        return None
    name, given = written.groups()
    found = _ATTRIBUTE.findall(given)
    attributes = dict(found)
    if name not in known.ELEMENTS or name in _RAW or len(attributes) != len(found):
        return None
    for key in attributes:
        if key.lower() not in known.ATTRIBUTES and not key.startswith("data-"):
            return None
    if not _LOOKED_FOR.isdisjoint(attributes.get("class", "").split()) and not _WRITTEN.match(tag):
        return None
    close = [key for key in ("id", "name", *ADDRESSED) if key in attributes]
    if not close:
        return _NOTHING
    if any(_DOUBTFUL.search(attributes[key]) for key in close):
        return None
    addresses = [key for key in ADDRESSED if key in attributes]
    if len(addresses) > 1:
        return None
    return PlainTag(
        unescape(attributes["id"]) if "id" in attributes else None,
        unescape(attributes["name"]) if "name" in attributes and name == "a" else None,
        (name, unescape(attributes[addresses[0]])) if addresses else None,
    )


def text_of(markup: str) -> str | None:
    """The text of markup that has only elements within lines; None if only a parser can tell."""
    words = _INLINE.sub(_after_tag, markup)
    if "<" in words or _DOUBTFUL.search(words):
        return None
    return " ".join(unescape(words).split())


def _after_tag(found: re.Match[str]) -> str:
    return found[0].partition(">")[2]
