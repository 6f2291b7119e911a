"""Rendering: a view object and its template become one Markdown file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import ClassVar, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.escaping import Html, escape, filled
from generator.wording import Wording


class View(Protocol):
    """What a template shows; `path` is the file's place from the root of `build/docs`."""

    template: ClassVar[str]

    @property
    def path(self) -> str:
        """The place of the page's file."""

    @property
    def title(self) -> str:
        """The heading, as text."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(  # noqa: S701  `finalize` escapes, for Markdown as well as for HTML
        loader=PackageLoader("generator"),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{%#",
        comment_end_string="#%}",
    )
    environment.filters["html"] = Html
    environment.filters["filled"] = filled
    return environment


def render(view: View, wording: Wording) -> str:
    """The page as Markdown; whatever is not markup by its type is escaped."""
    title = escape(view.title)
    body = fill(view, wording).strip()
    body = re.sub(r"\n{3,}", "\n\n", body)
    return f'---\ntitle: "{title}"\n---\n\n# {title} {{#top}}\n\n{body}\n'


def fill(view: View, wording: Wording) -> str:
    """The template as it is, filled in; whatever is not markup by its type is escaped."""
    return _environment().get_template(view.template).render(page=view, wording=wording)
