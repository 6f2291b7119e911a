"""The feeds: valid Atom, of every fact, with days that no clock gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.atlas.atlas import Atlas
from generator.config.site import Site
from generator.data.feeds import ENTRIES_PER_FILE, NEWEST_ENTRIES, Feed, Post, atom
from tests.project import Project

pytestmark = pytest.mark.pages

HERE = Path(__file__).parent
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE = Site(
    title="The orchard",
    version="1",
    licence="CC0",
    creator="Ivo Lind",
    released="2001-02-03",
    tag="orchard.example,2001",
)


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    """What a feed may be."""
    return etree.RelaxNG(etree.parse(HERE / "atom.rng"))


@pytest.fixture(scope="module")
def project(either: Project) -> tuple[Atlas, dict[str, str]]:
    """A project and its feeds, by their path."""
    feeds = {path: text for path, text in either.files.items() if path.endswith(".atom")}
    return either.atlas, feeds


def post(number: int = 0, text: str = "x", day: str = "2001-02-03") -> Post:
    """A claim in a feed."""
    name = f"tag:orchard.example,2001:facts/f-{number}"
    return Post(name, text, "x.html", (text, "y.html"), ("event", text), text, "2001-01-01", day)


def read(text: str) -> Any:
    """A feed as XML."""
    return etree.fromstring(text.encode())


def test_every_feed_is_valid(project: tuple[Atlas, dict[str, str]], grammar: etree.RelaxNG) -> None:
    """By the schema; each entry has an id of its own, and the feed is as new as its newest."""
    for path, text in project[1].items():
        feed = read(text)
        assert grammar.validate(feed), (path, grammar.error_log.last_error)
        ids = feed.xpath("a:entry/a:id/text()", namespaces=ATOM)
        assert len(ids) == len(set(ids)) <= ENTRIES_PER_FILE
        newest = feed.xpath("a:entry/a:updated/text()", namespaces=ATOM)
        if newest:
            assert feed.findtext("a:updated", namespaces=ATOM) == max(newest) == newest[0]
        assert newest == sorted(newest, reverse=True)


def test_there_is_a_feed_of_each_thing(project: tuple[Atlas, dict[str, str]]) -> None:
    """Of each entity and of each question, with its claims, the newest of many."""
    atlas, feeds = project
    for ref in (*atlas.entities, *atlas.questions):
        answers = {answer.claim.id for answer in atlas.answers.get(ref, ())}
        wanted = answers | {claim.id for claim in atlas.about.get(ref, ())}
        ids = read(feeds[f"{ref}.atom"]).xpath("a:entry/a:id/text()", namespaces=ATOM)
        found = {name.rpartition("/")[2] for name in ids}
        assert found <= wanted
        assert len(found) == min(len(wanted), NEWEST_ENTRIES)


def test_the_links_lead_somewhere(project: tuple[Atlas, dict[str, str]]) -> None:
    """To pages of the site and to further parts of the feed; nowhere else."""
    atlas, feeds = project
    pages = {f"facts/{fact}.html" for fact in (*atlas.claims, *atlas.withdrawn)} | {"index.html"}
    pages |= {f"{ref}.html" for ref in (*atlas.entities, *atlas.questions, *atlas.documents)}
    address = atlas.config.site.address or "../"
    for path, text in feeds.items():
        for link in read(text).xpath("//a:link/@href", namespaces=ATOM):
            inside = f"{path.rpartition('/')[0]}/{link}" if "/" not in link else link
            assert inside.removeprefix(address) in pages | feeds.keys(), (path, link)


def test_the_days_are_those_of_the_ledger(world: Project) -> None:
    """New, changed and as they were: an old claim keeps its days, a changed one its first day."""
    feed = read(world.files["data/facts.atom"])
    days = {
        entry.findtext("a:id", namespaces=ATOM).rpartition("/")[2]: (
            entry.findtext("a:published", namespaces=ATOM)[:10],
            entry.findtext("a:updated", namespaces=ATOM)[:10],
        )
        for entry in feed.findall("a:entry", namespaces=ATOM)
    }
    assert days["f-p000000a"] == ("1907-03-02", "1907-03-02")
    assert days["f-m0000002"] == ("1906-05-01", "1907-03-02")
    assert days["f-p0000003"] == ("1905-06-01", "1906-05-01")
    assert days["f-p0000001"] == ("1906-05-01", "1906-05-01")
    assert days["f-0gane000"] == ("1905-06-01", "1906-11-12")
    assert days.keys() == world.atlas.claims.keys() | world.atlas.withdrawn.keys()


def test_a_long_feed_goes_on(grammar: etree.RelaxNG) -> None:
    """All claims are in one of its files, the newest in the first; each leads to the next."""
    days = [f"2001-01-{number % 28 + 1:02}" for number in range(2 * ENTRIES_PER_FILE + 1)]
    feed = Feed("data/facts.atom", "T", "x.html", [post(n, day=day) for n, day in enumerate(days)])
    made = dict(atom(feed, SITE, whole=True))
    assert list(made) == ["data/facts.atom", "data/facts-2.atom", "data/facts-3.atom"]
    read_days = []
    for text in made.values():
        assert grammar.validate(read(text)), grammar.error_log.last_error
        read_days += re.findall("<updated>(.*)T.*</updated>", text)[1:]
    assert read_days == sorted(days, reverse=True)
    assert re.findall('rel="next".*href="(.*)"', "".join(made.values())) == [
        "facts-2.atom",
        "facts-3.atom",
    ]
    assert list(dict(atom(feed, SITE, whole=False))) == ["data/facts.atom"]


def test_a_feed_of_nothing_is_a_feed(grammar: etree.RelaxNG) -> None:
    """It is as old as the version."""
    ((_, text),) = atom(Feed("people/x.atom", "T", "x.html", []), SITE, whole=False)
    assert grammar.validate(read(text)), grammar.error_log.last_error
    assert "<updated>2001-02-03T00:00:00Z</updated>" in text


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))))
def test_what_is_typed_is_what_is_read(text: str) -> None:
    """No text is markup in a feed."""
    ((_, made),) = atom(
        Feed("a/x.atom", f"t{text}", "x.html", [post(text=text)]), SITE, whole=False
    )
    feed = read(made)
    assert [len(one) for one in feed.iter("{*}entry", "{*}content", "{*}title")] == [0, 8, 0, 0]
    assert feed.findtext("a:title", namespaces=ATOM) == f"t{text}"
    assert (feed.findtext("a:entry/a:content", namespaces=ATOM) or "") == text
    (via,) = feed.findall("a:entry/a:link[@rel='via']", namespaces=ATOM)
    assert via.get("title", "") == text
