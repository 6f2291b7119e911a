"""Rendering: a view object and its template to one Markdown file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import ClassVar, Protocol, TypeGuard

import frontmatter
from frontmatter.default_handlers import YAMLHandler
from yaml import YAMLError

from generator.config.wording import Wording
from generator.markup.escaping import escape
from generator.markup.templates import View, fill
from generator.pages.foot import Foot, Head

_GAP = re.compile("\n\n\n+")
_JSON = json.JSONEncoder(ensure_ascii=False)


class Ended(Protocol):
    """A view whose own template places its foot."""

    @property
    def foot(self) -> Foot:
        """The foot of the page."""


def has_foot(view: View) -> TypeGuard[Ended]:
    """Whether the view's own template places its foot; a check against the protocol takes far longer."""
    return hasattr(view, "foot")


def render(view: View, foot: Foot, wording: Wording) -> str:
    """The page as Markdown; everything is escaped unless its type is markup."""
    title = escape(view.title)
    body = fill(view, wording).strip()
    if not has_foot(view):
        body = f"{body}\n\n{fill(_End(foot), wording).strip()}"
    body = _GAP.sub("\n\n", body)
    robots = "robots: noindex\n" if getattr(view, "is_hidden", False) else ""
    front = f'title: "{title}"\n{robots}{_said(foot.head)}'
    return f"---\n{front}---\n\n# {title} {{#top}}\n\n{body}\n"


def completed(written: str, foot: Foot, wording: Wording) -> str:
    """A page written by hand, with the head and foot that all pages have."""
    front, body = YAMLHandler().split(written)
    end = fill(_End(foot), wording).strip()
    return f"---\n{front.strip()}\n{_said(foot.head)}---\n\n{body.strip()}\n\n{end}\n"


def title_of(written: str) -> str:
    """The title of a page written by hand; "" if its front matter has none."""
    try:
        front, _ = frontmatter.parse(written)
    except YAMLError:
        return ""
    return unescape(str(front.get("title", "")))


@dataclass(frozen=True, slots=True)
class _End:
    """The foot of a page whose own template does not place one."""

    template: ClassVar[str] = "foot.md.j2"
    foot: Foot


def _said(head: Head) -> str:
    """What the head of a page says, as front matter, which `main.html` writes into the page."""
    meta = "".join(f"  - [{_quoted(name)}, {_quoted(text)}]\n" for name, text in head.meta)
    feeds = "".join(f"  - [{_quoted(name)}, {_quoted(text)}]\n" for name, text in head.feeds)
    return f"cited:\n{meta}feeds:\n{feeds}linked: |-\n  {head.linked}\n"


def _quoted(text: str) -> str:
    """A text as YAML. JSON is YAML, except for characters that no record may contain."""
    return _JSON.encode(text)
