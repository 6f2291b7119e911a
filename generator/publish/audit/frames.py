"""Frames: everything around the content of the pages of one kind."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.publish.audit.expected import Expected, squeezed

PageKind = tuple[str, int]
"""Pages of one kind have one frame: they are in the same part of the site, and as deep.

Each page of the menu is a separate kind, because the menu shows that it is open.
"""

_SLOT = re.compile("\0([a-z]+)\0")


def kind_of(path: str, menu: Collection[str]) -> PageKind:
    """The kind of a page, given its Markdown file and the pages in the site's menu."""
    return (path, 0) if path in menu else (path.partition("/")[0], path.count("/"))


@dataclass(frozen=True, slots=True)
class Frame:
    """What comes before the content, with slots for what differs between pages, and what comes after."""

    before: tuple[str, ...]
    after: str

    def fits(self, page: str, parts: Expected, address: str) -> bool:
        """Whether a page is exactly this frame around these parts."""
        before, content, after = page.partition(parts.content)
        if not content or after != self.after or parts.linked not in before:
            return False
        values = _values(parts, address)
        told = [values[one] if number % 2 else one for number, one in enumerate(self.before)]
        return squeezed(before) == "".join(told)


def frame_of(page: str, parts: Expected, address: str) -> Frame | None:
    """The frame around a page with these parts, or None if the page does not consist of them."""
    before, content, after = page.partition(parts.content)
    if not content or parts.linked not in before:
        return None
    told = squeezed(before)
    for name, value in _values(parts, address).items():
        if value and told.count(value) != 1:
            return None
        if value:
            told = told.replace(value, f"\0{name}\0")
    return Frame(tuple(_SLOT.split(told)), after)


def _values(parts: Expected, address: str) -> dict[str, str]:
    """What fills each slot; there is a canonical address only if the site has an address."""
    return {
        "title": parts.title,
        "head": parts.head,
        "outline": parts.outline,
        "canonical": f'<link rel="canonical" href="{address}">' if address else "",
    }
