"""Feeds: new and changed claims as Atom (RFC 4287), for all and for each entity and question.

An entry's id is the claim's name for all time. Its days are those of the ledger: no clock is read.
A long feed goes on in other files, as in RFC 5005, section 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.config.site import LANGUAGE, Site

AT_ONCE = 100
"""So many entries a file of the feed of everything has at most."""

NEWEST = 30
"""So many entries the feed of one thing has at most: it tells what is new, its page has the rest."""


@dataclass(frozen=True, slots=True)
class Post:
    """One claim in a feed; `content` is HTML, the days are days of the calendar."""

    name: str
    title: str
    page: str
    document: tuple[str, str]
    kind: tuple[str, str]
    content: str
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new of one thing: `page` shows it, relative to the feed's own folder."""

    path: str
    title: str
    page: str
    posts: Sequence[Post]


def atom(feed: Feed, site: Site, *, whole: bool) -> Iterator[tuple[str, str]]:
    """The file of a feed, by its path; a whole one goes on in further files, others end."""
    newest = sorted(feed.posts, key=lambda post: post.updated, reverse=True)
    size = AT_ONCE if whole else NEWEST
    parts = [newest[at : at + size] for at in range(0, len(newest), size)] or [[]]
    shown = parts if whole else parts[:1]
    for number, posts in enumerate(shown, start=1):
        path = _part(feed.path, number)
        lines = _lines(feed, site, path, _part(feed.path, number + 1) if shown[number:] else "")
        entries = (line for post in posts for line in _entry(post))
        text = "\n".join((*lines, *entries, "</feed>"))
        yield path, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _part(path: str, number: int) -> str:
    return path if number == 1 else f"{path.removesuffix('.atom')}-{number}.atom"


def _lines(feed: Feed, site: Site, path: str, after: str) -> Iterator[str]:
    updated = max((post.updated for post in feed.posts), default=site.released)
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{LANGUAGE}">'
    yield f"<id>{escape(site.name_of(path))}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    yield f"<updated>{_moment(updated)}</updated>"
    yield f"<author><name>{escape(site.creator)}</name></author>"
    yield f"<rights>{escape(site.licence)}</rights>"
    yield _link("self", "application/atom+xml", site.address_of(path) or _name(path))
    yield _link("alternate", "text/html", feed.page)
    if after:
        yield _link("next", "application/atom+xml", site.address_of(after) or _name(after))
        if path != feed.path:
            yield _link("first", "application/atom+xml", _name(feed.path))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _entry(post: Post) -> Iterable[str]:
    title, address = post.document
    term, label = post.kind
    return (
        "<entry>",
        f"<id>{escape(post.name)}</id>",
        f"<title>{escape(post.title)}</title>",
        f"<published>{_moment(post.published)}</published>",
        f"<updated>{_moment(post.updated)}</updated>",
        _link("alternate", "text/html", post.page),
        _link("via", "text/html", address, title),
        f"<category term={quoteattr(term)} label={quoteattr(label)}/>",
        f'<content type="html">{escape(post.content)}</content>',
        "</entry>",
    )


def _link(rel: str, kind: str, address: str, title: str = "") -> str:
    named = f" title={quoteattr(title)}" if title else ""
    return f'<link rel="{rel}" type="{kind}"{named} href={quoteattr(address)}/>'


def _moment(day: str) -> str:
    """The beginning of a day, as RFC 3339 has it."""
    return f"{day}T00:00:00Z"


ALL_CLAIMS = "data/facts.atom"
