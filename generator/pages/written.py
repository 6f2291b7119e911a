"""The pages written by hand, with what the project says of itself in them."""

from __future__ import annotations

import re

from generator.atlas.atlas import Atlas
from generator.markup.escaping import escape

_SLOT = re.compile(r"\{(title|about|creator|licence)\}")


def written_pages(atlas: Atlas) -> dict[str, str]:
    """Their Markdown by path. `{title}`, `{about}`, `{creator}` and `{licence}` are filled in."""
    site = atlas.config.site

    def filling(slot: re.Match[str]) -> str:
        return escape(getattr(site, slot[1]) or "")

    return {path: _SLOT.sub(filling, text) for path, text in atlas.pages.items()}
