"""Reading: what is in a page, as a browser parses it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.problems import show
from generator.publish.audit import known

ADDRESSED = ("href", "src", "action")
"""The known attributes that hold an address."""

Lead = tuple[str, str]
"""An element, and the address that it has: `("a", "ada.html#f-1")`."""

ElementShape = tuple[str, ...]
"""An element and the names of its attributes; a site has few shapes, and very many elements."""

Judged = tuple[tuple[str, ...], tuple[str, ...]]
"""What may not be of elements of a shape, and which of their attributes to look at."""

NOTHING: Judged = ((), ())

_SHAPES: dict[bool, dict[ElementShape, Judged]] = {True: {}, False: {}}
"""The shapes that were met, in whole pages and in contents."""

_POLICY = re.compile(r"script-src ([^;]*)")
_SCRIPTS = re.compile(r"'(self|none|sha256-[A-Za-z0-9+/=]+)'")
_LATER = re.compile(r"\s*[\d.]+\s*[;,]\s*url\s*=\s*[\"']?([^\"']*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What is in a page: its ids in order, its addresses, and whatever must not be there."""

    ids: tuple[str, ...]
    named: frozenset[str]
    addresses: frozenset[Lead]
    complaints: tuple[str, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """The places of the page that a link may lead to."""
        return self.named.union(self.ids)


def repeated(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids that occur more than once, sorted."""
    if len(set(ids)) == len(ids):
        return ()
    return tuple(sorted(name for name, count in Counter(ids).items() if count > 1))


def read(tree: LexborHTMLParser, *, whole: bool) -> PageReading:
    """What is in a page, or in the content of one if it is not the whole page."""
    ids, named, addresses = list[str](), set[str](), set[Lead]()
    complaints, known_shapes = set[str](), _SHAPES[whole]
    root = tree.root
    for node in root.traverse() if root else ():
        given = node.attributes
        shape = (node.tag or "", *given)
        judged = known_shapes.get(shape)
        if judged is None:
            judged = known_shapes[shape] = _judged(shape, whole)
        if judged is NOTHING:
            continue
        unknown, close = judged
        if unknown:
            complaints.update(unknown)
        for name in close:
            value = given[name] or ""
            if name == "id":
                ids.append(value)
            elif name == "name":
                named.add(value)
            else:
                addresses.add((node.tag or "", value))
    if whole:
        complaints.update(_around(tree))
        addresses.update(_led_to(tree))
    return PageReading(
        tuple(ids), frozenset(named), frozenset(addresses), tuple(sorted(complaints))
    )


def _judged(shape: ElementShape, whole: bool) -> Judged:
    """What is not allowed about an element with these attributes, and which of them to look at."""
    tag, *names = shape
    elements = known.AROUND if whole else known.ELEMENTS
    attributes = known.ATTRIBUTES_AROUND if whole else known.ATTRIBUTES
    strange = [
        name for name in names if name.lower() not in attributes and not name.startswith("data-")
    ]
    told = [
        f"<{tag}> has the attribute {show(name)}, which "
        f"{'runs a script' if name.startswith('on') else 'no page needs'}"
        for name in strange
    ]
    if tag not in elements:
        told.insert(0, f"there is an element <{tag}>, which may not be in a page")
    close = [name for name in names if name == "id"]
    if tag in elements and tag not in ("link", "script"):  # those two are read in `_led_to`
        close += [name for name in names if name in ADDRESSED]
    close += ["name"] if tag == "a" and "name" in names else []
    return (tuple(told), tuple(close)) if told or close else NOTHING


def _around(tree: LexborHTMLParser) -> Iterator[str]:
    """What is wrong around the content: scripts, policies, and links in the head."""
    policies = [
        node.attributes.get("content") or ""
        for node in tree.css("meta[http-equiv]")
        if _of(node, "http-equiv") == "content-security-policy"
    ]
    allowed = _POLICY.search(policies[0]) if policies else None
    scripts = allowed[1] if allowed else ""
    if left := _SCRIPTS.sub("", scripts).strip():
        yield f"the page allows scripts that are not the site's: {show(left)}"
    for node in tree.css("script"):
        if "src" not in node.attributes and _of(node, "type") not in known.DATA:
            text = node.text()
            digest = b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
            if f"'sha256-{digest}'" not in scripts:
                yield f"the page has a script that is not the theme's: {show(text.strip())}"
    for node in tree.css("meta[http-equiv]"):
        if _of(node, "http-equiv") not in ("content-security-policy", "refresh"):
            yield f"<meta> has http-equiv={show(node.attributes['http-equiv'])}"
    for node in tree.css("link"):
        if strange := set(_of(node, "rel").split()) - known.LINKED:
            yield f"<link> has rel={show(' '.join(sorted(strange)))}, which no page needs"
    if len(tree.css("article")) > 1:
        yield "there is more than one <article>"


def _led_to(tree: LexborHTMLParser) -> Iterator[Lead]:
    """The addresses in the head, and of scripts."""
    for node in tree.css("link[href]"):
        if _of(node, "rel") != "canonical":  # names an address, asks for nothing
            yield "link", node.attributes["href"] or ""
    for node in tree.css("script[src]"):
        yield "script", node.attributes["src"] or ""
    for node in tree.css("meta[http-equiv][content]"):
        if later := _LATER.match(node.attributes["content"] or ""):
            yield "meta", later[1]


def _of(node: LexborNode, name: str) -> str:
    return (node.attributes.get(name) or "").strip().lower()
