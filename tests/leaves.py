"""The pages of a published site as they are written, without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True)
class Leaf:
    """A page of the site as it was written, without the browser."""

    path: str
    article: LexborNode
    size: int

    @property
    def kind(self) -> str:
        """What it is a page of; an index is of its own kind."""
        folder, _, name = self.path.rpartition("/")
        return self.path if name == "index.html" else folder

    def parts(self) -> set[tuple[str, str]]:
        """The kinds of elements on it."""
        return {
            (node.tag or "", name)
            for node in self.article.css("*")
            for name in (node.attributes.get("class") or "-").split()
        }


def leaves_of(site: Path) -> list[Leaf]:
    """Every page, but for the one that only a server shows."""
    found = []
    for path in sorted(site.rglob("*.html")):
        article = LexborHTMLParser(path.read_bytes()).css_first("article")
        if path.name != "404.html":
            assert article is not None, path
            found.append(Leaf(path.relative_to(site).as_posix(), article, path.stat().st_size))
    return found


def sample(leaves: list[Leaf]) -> list[str]:
    """Small pages that together show each kind of page, and each kind of element on any page."""
    shown = {leaf.path: {*leaf.parts(), leaf.kind} for leaf in leaves}
    size = {leaf.path: leaf.size for leaf in leaves}
    wanted = set[object]().union(*shown.values())
    chosen = []
    while wanted:
        best = max(shown, key=lambda path: (len(shown[path] & wanted) / size[path], path))
        chosen.append(best)
        wanted -= shown[best]
    return chosen


def largest(leaves: list[Leaf]) -> list[str]:
    """The largest page of each kind."""
    by_size = sorted(leaves, key=lambda leaf: (leaf.size, leaf.path))
    return sorted({leaf.kind: leaf.path for leaf in by_size}.values())
