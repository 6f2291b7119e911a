"""Made-up dates by evidence, which several tables share."""

from __future__ import annotations

from typing import Any

from tests.made_up import MadeUp, fact_id

WRITTEN: MadeUp = {"of": "written", "date": "[2015-12-15..2015-12-31]", "known_from": "its day"}
"""When a document was written, as we conclude it."""

OUTSIDE: MadeUp = {
    "title": "A page",
    "address": "https://a.example/",
    "seen": "here",
    "says": "So.",
}
"""A text that is none of the documents."""


def dated(**fields: Any) -> dict[str, Any]:
    """What a record has of its concluded dates; the facts that show them are given by name."""
    named = {
        field: [fact_id(name) for name in value] if field in ("facts", "after", "before") else value
        for field, value in fields.items()
    }
    return {"dated": {"because": "so it seems", **named}}


def day(of: str, date: str, **fields: Any) -> dict[str, Any]:
    """A date of a document that we conclude; with `as_stated`, one that the document gives."""
    return {"of": of, "date": date, "known_from": "the paper", **fields}
