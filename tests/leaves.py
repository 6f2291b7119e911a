"""The pages of a published site as they are written, without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True, eq=False)
class Leaf:
    """A page of the site as it was written, without the browser."""

    site: Path
    path: str
    article: LexborNode
    size: int

    @property
    def kind(self) -> str:
        """What it is a page of; an index counts as a kind."""
        folder, _, name = self.path.rpartition("/")
        return self.path if name == "index.html" else folder

    @property
    def file(self) -> Path:
        """Where it is."""
        return self.site / self.path

    @cached_property
    def parts(self) -> set[tuple[str, str]]:
        """The kinds of elements on it."""
        return {
            (node.tag or "", name)
            for node in self.article.css("*")
            for name in (node.attributes.get("class") or "-").split()
        }


def leaves_of(site: Path) -> list[Leaf]:
    """Every page, except the one that only a server shows, and those that only lead to another."""
    found = []
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_bytes())
        article = page.css_first("article")
        if path.name != "404.html" and not page.css("meta[http-equiv=refresh]"):
            assert article is not None, path
            inside = path.relative_to(site).as_posix()
            found.append(Leaf(site, inside, article, path.stat().st_size))
    return found


def sample(leaves: list[Leaf]) -> list[Leaf]:
    """Small pages that together show each kind of page, and each kind of element on any page."""
    shown = {leaf.file: {*leaf.parts, leaf.kind} for leaf in leaves}
    found = {leaf.file: leaf for leaf in leaves}
    wanted = set[object]().union(*shown.values())
    chosen = []
    while wanted:
        best = max(shown, key=lambda file: (len(shown[file] & wanted) / found[file].size, file))
        chosen.append(found[best])
        wanted -= shown[best]
    return chosen


def largest(leaves: list[Leaf]) -> list[Leaf]:
    """The largest page of each kind."""
    by_size = sorted(leaves, key=lambda leaf: (leaf.size, leaf.path))
    return list({leaf.kind: leaf for leaf in by_size}.values())
