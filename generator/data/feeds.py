"""Feeds: new and changed claims as Atom (RFC 4287), for the site, each entity and each question.

The id of an entry is the permanent name of the claim. Its days come from the ledger, never from a
clock. A long feed continues in other files (RFC 5005, section 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.config.site import LANGUAGE, Site

ALL_CLAIMS = "data/facts.atom"

ENTRIES_PER_FILE = 100  # in the feed of all claims, which continues in further files
NEWEST_ENTRIES = 30  # in the feed of one page, which shows the rest


@dataclass(frozen=True)
class Post:
    """A claim in a feed; `content` is HTML, and the days are days of the calendar."""

    name: str
    title: str
    page: str
    document: tuple[str, str]
    kind: tuple[str, str]
    content: str
    published: str
    updated: str

    @cached_property
    def entry(self) -> str:
        """The claim as XML, the same in every feed that has it."""
        root = _entry(self)
        indent(root, space="")
        return f"{tostring(root, 'unicode')}\n"


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new about one thing; `page`, which shows it, is relative to the feed's folder."""

    path: str
    title: str
    page: str
    posts: Sequence[Post]


def atom(feed: Feed, site: Site, *, whole: bool) -> Iterator[tuple[str, str]]:
    """The files of a feed, by path. The feed of the whole site has all claims, others only the newest."""
    newest = sorted(feed.posts, key=lambda post: post.updated, reverse=True)
    size = ENTRIES_PER_FILE if whole else NEWEST_ENTRIES
    parts = [newest[at : at + size] for at in range(0, len(newest), size)] or [[]]
    shown = parts if whole else parts[:1]
    for number, posts in enumerate(shown, start=1):
        path = _part(feed.path, number)
        after = _part(feed.path, number + 1) if shown[number:] else ""
        root = _feed(feed, site, path, after)
        indent(root, space="")
        start = tostring(root, "utf-8", xml_declaration=True).decode().removesuffix("</feed>")
        yield path, f"{start}{''.join(post.entry for post in posts)}</feed>\n"


def _part(path: str, number: int) -> str:
    return path if number == 1 else f"{path.removesuffix('.atom')}-{number}.atom"


def _feed(feed: Feed, site: Site, path: str, after: str) -> Element:
    """A feed without its entries; `after` is the file in which the feed continues."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": LANGUAGE})
    _add(root, "id", site.name_of(path))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((one.updated for one in feed.posts), default=site.released)))
    _add(SubElement(root, "author"), "name", site.creator)
    _add(root, "rights", site.licence)
    _link(root, "self", "application/atom+xml", site.address_of(path) or _name(path))
    _link(root, "alternate", "text/html", feed.page)
    if after:
        _link(root, "next", "application/atom+xml", site.address_of(after) or _name(after))
        if path != feed.path:
            _link(root, "first", "application/atom+xml", _name(feed.path))
    return root


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _entry(post: Post) -> Element:
    entry = Element("entry")
    title, address = post.document
    term, label = post.kind
    _add(entry, "id", post.name)
    _add(entry, "title", post.title)
    _add(entry, "published", _moment(post.published))
    _add(entry, "updated", _moment(post.updated))
    _link(entry, "alternate", "text/html", post.page)
    _link(entry, "via", "text/html", address, title=title)
    SubElement(entry, "category", term=term, label=label)
    _add(entry, "content", post.content, type="html")
    return entry


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text


def _link(parent: Element, rel: str, kind: str, address: str, **attributes: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": kind, **attributes, "href": address})


def _moment(day: str) -> str:
    """The beginning of a day in RFC 3339."""
    return f"{day}T00:00:00Z"
