"""What a page must say: the parts of its HTML that its Markdown decides.

Nearly all pages are HTML between headings, which MkDocs copies unchanged. So the resulting page can
be predicted without MkDocs, in a hundredth of the time. A wrong prediction costs only time, because
MkDocs itself is then run (`sample`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2.filters import FILTERS

escape: Callable[[str], str] = FILTERS["e"]
"""What the theme escapes with."""

_HEADING = re.compile(r"\n(#{1,6}) (.*) \{#([^ }]+)\}\n*(?=\n)")


@dataclass(frozen=True, slots=True)
class Expected:
    """The parts of a page's HTML: its title, what else its head says, its outline and its content.

    Runs of white space are one space, except in the content. `linked` is the data in its head.
    """

    title: str
    head: str
    linked: str
    outline: str
    content: str
    is_hidden: bool


def expected(markdown: str, site_name: str) -> Expected | None:
    """The parts of a page, or None if its head is not one that `render` writes.

    They are wrong for a page with paragraphs in Markdown, or with third-level headings.
    """
    front, _, body = markdown.removeprefix("---\n").partition("\n---\n")
    try:
        said = _front(front)
    except ValueError:
        return None
    headings: list[tuple[str, str]] = []

    def heading(found: re.Match[str]) -> str:
        marks, text, anchor = found.groups()
        if len(marks) > 1:
            headings.append((anchor, text))
        return f'\n<h{len(marks)} id="{anchor}">{text}</h{len(marks)}>'

    content = _HEADING.sub(heading, f"\n{body.strip()}\n").strip("\n")
    linked = said["linked"].replace("<", "\\u003c")
    return Expected(
        title=f"<title>{_bare(said['title'])} · {_bare(site_name)}</title>",
        head=squeezed(" ".join(_head(said, linked))),
        linked=linked,
        outline=squeezed(_outline(headings)),
        content=content,
        is_hidden=bool(said["robots"]),
    )


def shortened(markdown: str) -> str:
    """A page with nothing but its headings, for which MkDocs makes the same frame in far less time."""
    front, _, body = markdown.partition("\n---\n")
    headings = [found[0].strip() for found in _HEADING.finditer(f"\n{body.strip()}\n")]
    return "\n\n".join((f"{front}\n---", *headings)) + "\n"


def has_parts(markdown: str) -> bool:
    """Whether a section has parts, which the outline of the page shows differently."""
    return "\n### " in markdown


def squeezed(text: str) -> str:
    """A text with one space for each run of white space."""
    return " ".join(text.split())


def _bare(markup: str) -> str:
    """Markup as the theme writes it into a title: its text, escaped."""
    return escape(FILTERS["striptags"](markup))


def _front(front: str) -> dict[str, str]:
    """What `render` writes above a page. Raises ValueError if this is anything else."""
    said = {"title": "", "robots": "", "linked": "", "cited": "", "feeds": ""}
    field, lines = "", iter(front.split("\n"))
    for line in lines:
        if line.startswith("  - ") and field in ("cited", "feeds"):
            said[field] += f"{line[4:]}\n"
            continue
        field, _, rest = line.partition(":")
        match field:
            case "title":
                said[field] = str(json.loads(rest))
            case "robots":
                said[field] = rest.strip()
            case "linked":
                said[field] = next(lines, "").removeprefix("  ")
            case "cited" | "feeds":
                pass
            case _:
                raise ValueError
    return said


def _head(said: dict[str, str], linked: str) -> Iterator[str]:
    if said["robots"]:
        yield f'<meta name="robots" content="{escape(said["robots"])}">'
    for name, content in map(json.loads, said["cited"].splitlines()):
        yield f'<meta name="{escape(name)}" content="{escape(content)}">'
    for title, address in map(json.loads, said["feeds"].splitlines()):
        yield (
            f'<link rel="alternate feed" type="application/atom+xml" title="{escape(title)}" '
            f'href="{escape(address)}">'
        )
    if linked:
        yield f'<script type="application/ld+json">{linked}</script>'


def _outline(headings: list[tuple[str, str]]) -> str:
    """The list of a page's sections, as the theme writes it if none has parts."""
    return " ".join(f'<li><a href="#{anchor}">{text}</a></li>' for anchor, text in headings)
