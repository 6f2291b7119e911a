"""Links: where every address of the site leads, and what cannot be reached."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from generator.publish.audit.addresses import ANYWHERE, HERE, START, Led, leads, told
from generator.publish.audit.faults import SiteFault
from generator.publish.audit.reading import Lead


class Links:
    """Where the pages of a site lead.

    `files` may grow until a page that leads to them is added. `ways` has the files to which each
    page leads, and `anchors` the places with a name on each page.
    """

    def __init__(self, files: Collection[str], base: str) -> None:
        self.files, self.base = set(files), base
        self.anchors: dict[str, frozenset[str]] = {}
        self.ways: dict[str, frozenset[str]] = {}
        self._led = defaultdict[str, dict[Lead, Led]](dict)
        self._asked: list[tuple[str, str, str]] = []

    def add(
        self, path: str, addresses: Iterable[Lead], anchors: frozenset[str]
    ) -> Iterator[SiteFault]:
        """Add a page, and give what is wrong with its links, except for anchors of other pages."""
        self.anchors[path] = anchors
        ways = set[str]()
        yield from self._followed(path, addresses, ways)
        self.ways[path] = frozenset(ways)

    def judge(self, path: str, addresses: Iterable[Lead]) -> Iterator[SiteFault]:
        """Give what is wrong with links that a page should not have; they don't count as a way to a page."""
        return self._followed(path, addresses, set())

    def dead_anchors(self) -> Iterator[SiteFault]:
        """Each link to an anchor that another page does not have, once all pages have been added."""
        for path, target, address in self._asked:
            known = self.anchors.get(target)
            if known is not None and unquote(address.partition("#")[2]) not in known:
                yield _no_anchor(path, address)

    def unlinked(self, pages: Collection[str], known: Collection[str]) -> list[str]:
        """The pages, among these, that nobody can reach by links from the home page, sorted.

        Those in `known` may be reached in another way.
        """
        reached, waiting = {START, *known}, [START, *known]
        while waiting:
            fresh = self.ways.get(waiting.pop(), frozenset()) - reached
            reached |= fresh
            waiting += fresh
        return sorted(set(pages) - reached)

    def _followed(
        self, path: str, addresses: Iterable[Lead], ways: set[str]
    ) -> Iterator[SiteFault]:
        """Add to `ways` the files to which addresses lead, and give what is wrong with them."""
        folder = ANYWHERE if path == "404.html" else posixpath.dirname(path)
        known, own = self._led[folder], self.anchors.get(path, frozenset())
        for tag, address in addresses:
            name, _, anchor = address.partition("#")
            led = known.get((tag, name))
            if led is None:
                led = known[tag, name] = leads(folder, tag, name, self.files, self.base)
            if led.what:
                yield SiteFault(path, led.what.format(told(address)), led.remedy)
            elif led.file == HERE:
                if anchor and unquote(anchor) not in own:
                    yield _no_anchor(path, address)
            elif led.file:
                ways.add(led.file)
                if anchor:
                    self._asked.append((path, led.file, address))


def _no_anchor(path: str, address: str) -> SiteFault:
    return SiteFault(
        path,
        f"{told(address)} leads to an anchor that the page does not have",
        "correct the link, or give the place that it means this id",
    )
