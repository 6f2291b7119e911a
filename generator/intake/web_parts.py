"""The parts of a web page: which is its text, and what is around that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_MOST_SHARE = 0.5  # of the letters of a page, that its main part must have
_LINKED_SHARE = (
    0.5  # of the letters of a head or a foot that must be links if it belongs to the site
)
_SHORT_LETTERS = 200  # letters, at most, of a head or a foot that belongs to the site


def main_part(body: LexborNode) -> LexborNode:
    """The part of a page that claims to be its text, if most of the page's letters are in it."""
    for selector in ("main", "[role=main]", "article"):
        parts = body.css(selector)
        if len(parts) == 1 and len(words_of_node(parts[0])) > _MOST_SHARE * len(
            words_of_node(body)
        ):
            return parts[0]
    return body


def words_of_node(node: LexborNode) -> str:
    """The words of a node on one line; "" if it has none."""
    text = " ".join(node.text(separator=" ").split())
    return text if re.search(r"\w", text) else ""


def beside(root: LexborNode, body: LexborNode) -> Iterator[LexborNode]:
    """What is in the body besides one part of it."""
    node: LexborNode | None = root
    while node is not None and node.mem_id != body.mem_id:
        parent = node.parent
        if parent is not None:
            yield from (
                one
                for one in children(parent)
                if one.mem_id != node.mem_id and one.tag != "-comment"
            )
        node = parent


def children(node: LexborNode) -> Iterator[LexborNode]:
    """What is directly in a node, in order."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def is_around(part: LexborNode) -> bool:
    """Whether a head, a foot or an aside belongs to the site, not the text: it is short, or mostly links."""
    text = words_of_node(part)
    linked = sum(len(words_of_node(link)) for link in part.css("a"))
    return len(text) <= _SHORT_LETTERS or linked > _LINKED_SHARE * len(text)
