"""What a web page says about itself in its head: for search engines, for citing, for sharing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from generator.intake.authors import Author, filed, filed_as
from generator.intake.document import Imprint
from generator.records.evidence import ADDRESS

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author")
_CATALOGUED = ("citation_author", "dc.creator", "dcterms.creator")
"""Those in which a comma follows the family name."""
_PUBLISHERS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name")
_DATES = (
    *("citation_publication_date", "citation_date", "article:published_time", "dcterms.issued"),
    *("dc.date.issued", "dc.date", "dcterms.date", "date", "datepublished"),
)
_LICENCES = ("dc.rights", "dcterms.rights", "dcterms.license", "copyright")
_DATE = re.compile(
    r"\s*((?:1[5-9]|20)\d\d)(?:[-/](0[1-9]|1[0-2])(?:[-/](0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_PLACE = "the head of the web page"


def web_imprint(tree: LexborHTMLParser, html: str) -> Imprint:
    """What the head of a page says, and the page's first heading if it is the only one of its level."""
    said = _metadata(tree)
    data = next(_articles(tree), {})
    headings = tree.css("h1")
    title_node = tree.css_first("title")
    titles = (
        _first(said, _TITLES),
        _text(data.get("headline")),
        headings[0].text() if len(headings) == 1 else "",
        title_node.text() if title_node else "",
    )
    dates = (_first(said, _DATES), _text(data.get("datePublished")))
    addresses = (
        _attribute(tree, "link[rel=canonical]", "href"),
        _first(said, ("og:url",)),
        saved[1] if (saved := _SAVED_FROM.search(html[:2000])) else "",
    )
    return Imprint(
        place=_PLACE,
        title=next(filter(None, map(_line, titles)), ""),
        authors=tuple(dict.fromkeys(_authors(said, data))),
        publisher=_first(said, _PUBLISHERS) or _name(data.get("publisher")),
        language=_attribute(tree, "html", "lang") or _first(said, ("content-language", "dc.language", "dcterms.language")),
        published=next(filter(None, map(as_date, dates)), ""),
        address=next((one for one in addresses if ADDRESS.fullmatch(one)), ""),
        licence=_attribute(tree, "link[rel=license]", "href") or _attribute(tree, "a[rel=license]", "href") or _first(said, _LICENCES),
    )  # fmt: skip


def as_date(text: str) -> str:
    """The day, month or year that a text begins with, as records write it, or ""."""
    found = _DATE.match(text)
    return "-".join(part for part in found.groups() if part) if found else ""


def _metadata(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """The values of each `meta` element, by its name in lower-case letters."""
    said: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv")
        value = _line(attributes.get("content") or "")
        if name and value:
            said.setdefault(name.lower(), []).append(value)
    return said


def _first(said: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((said[name][0] for name in names if name in said), "")


def _authors(said: dict[str, list[str]], data: dict[str, Any]) -> Iterator[Author]:
    """Who wrote the page: the names under the first of the usual fields that has any."""
    field = next((name for name in _AUTHORS if name in said), "")
    if field:
        made = filed if field in _CATALOGUED else Author
        yield from (made(name) for name in said[field] if "://" not in name)
        return
    people = data.get("author")
    for one in people if isinstance(people, list) else [people]:
        name, parts = _name(one), one if isinstance(one, dict) else {}
        order = f"{_text(parts.get('familyName'))}, {_text(parts.get('givenName'))}"
        if name and "://" not in name:
            yield filed_as(name, order)


def _articles(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The articles that a page describes for search engines (JSON-LD)."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for one in graph if isinstance(graph, list) else ():
            if isinstance(one, dict) and ("headline" in one or "datePublished" in one):
                yield one


def _name(value: object) -> str:
    """The name of a person or a body, given as a text or as an object with a name."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: object) -> str:
    return _line(value) if isinstance(value, str) else ""


def _line(text: str) -> str:
    return " ".join(text.removesuffix("¶").split())


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return _line(node.attributes.get(name) or "") if node else ""
