"""Templates: a view fills its template."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from generator.config.wording import Wording
from generator.markup.compiled import compiled
from generator.markup.escaping import Html, escape, filled
from generator.markup.folding import seen_at_once
from generator.markup.inline import badge


class Template(Protocol):
    """A view: what a template shows."""

    @property
    def template(self) -> str:
        """The file of the template, in a folder `templates` of a package."""


class View(Template, Protocol):
    """A page of the site."""

    @property
    def path(self) -> str:
        """The path of the page's file, from the root of `build/docs`."""

    @property
    def title(self) -> str:
        """The heading, as text."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(  # noqa: S701  `finalize` escapes, for Markdown as well as for HTML
        loader=ChoiceLoader(
            [PackageLoader(f"generator.{name}") for name in ("pages", "book", "review")]
        ),
        bytecode_cache=compiled(),
        finalize=escape,
        auto_reload=False,  # a template stays as it is while the program runs
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{%#",
        comment_end_string="#%}",
    )
    environment.filters["html"] = Html
    environment.filters["filled"] = filled
    environment.filters["badge"] = badge
    environment.filters["seen_at_once"] = seen_at_once
    return environment


def fill(view: Template, wording: Wording) -> str:
    """The template, filled in from a view; everything is escaped unless its type is markup."""
    return _environment().get_template(view.template).render(page=view, wording=wording)
