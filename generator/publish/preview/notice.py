"""The notice: what is wrong, as it is shown on every page of the preview."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.problems import Problem, as_text

SHOWN = 20  # problems; the terminal has all of them


def notice(what: str, problems: Sequence[Problem] = ()) -> str:
    """A notice as HTML: what is the matter, and the first problems."""
    listed = "".join(f"<li>{escape(as_text(one))}</li>" for one in problems[:SHOWN])
    more = len(problems) - SHOWN
    rest = f"<p>The terminal shows {more:,} more.</p>" if more > 0 else ""
    shown = f"<ol>{listed}</ol>{rest}" if listed else ""
    return f'<aside id="preview" role="status"><p>{escape(what)}</p>{shown}</aside>'
