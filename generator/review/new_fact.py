"""An empty fact to fill in."""

from __future__ import annotations

import secrets

from generator.records.ids import ID_CHARACTERS

TEMPLATE = """\
- id: {id}
  statement: >-
    Our own words, with [[units/example|links]].
  quote: >-
    the document's words, verbatim
  attributed_to: self
  type: event
"""


def new_fact(content: str) -> str:
    """An empty fact to fill in, with an id that the content does not have."""
    return TEMPLATE.format(id=fresh_id(content))


def fresh_id(content: str) -> str:
    """An id that the content does not have."""
    while (fresh := "f-" + "".join(secrets.choice(ID_CHARACTERS) for _ in range(8))) in content:
        pass
    return fresh
