"""The pages written by hand, with what the project says about itself filled in."""

from __future__ import annotations

import re

from generator.atlas.atlas import Atlas
from generator.markup.escaping import escape, filled, tag

_SLOT = re.compile(r"\{(title|about|creator|licence|contact)\}")


def written_pages(atlas: Atlas) -> dict[str, str]:
    """Their Markdown by path, with `{title}`, `{about}`, `{creator}` and `{licence}` filled in.

    `{contact}` is a sentence on how to object in private, if `site.yaml` says how.
    """
    site, words = atlas.config.site, atlas.config.wording.foot
    where = site.contact and tag("a", site.contact.removeprefix("mailto:"), href=site.contact)
    contact = filled(words.in_private, contact=where) if where else ""

    def filling(slot: re.Match[str]) -> str:
        return escape(contact if slot[1] == "contact" else getattr(site, slot[1]) or "")

    return {path: _SLOT.sub(filling, text) for path, text in atlas.pages.items()}
