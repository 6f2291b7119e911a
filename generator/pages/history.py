"""The history of a claim, from the ledger: when it was recorded and changed, and what it replaced."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markup.escaping import Html, filled, tag
from generator.markup.paths import fact_page
from generator.markup.writer import Desk
from generator.records.ledger import Seen
from generator.text import dates


def history(desk: Desk, fact: str, seen: Seen | None) -> Iterator[Html]:
    """Sentences about a claim, withdrawn or not; `seen` is None if it was never published."""
    words = desk.wording.history
    if seen:
        yield filled(words.recorded, day=in_words(desk, seen.published))
        if changes := seen.changes:
            days = ", ".join(in_words(desk, day) for day in changes)
            yield filled(words.changed, days=days)
    if gone := desk.atlas.withdrawn.get(fact):
        yield filled(words.withdrawn, day=in_words(desk, gone.record.withdrawn_on))
    for old in desk.atlas.withdrawn.values():
        if old.record.replaced_by == fact:
            record = desk.to(fact_page(old.ref), tag("code", old.ref))
            day = in_words(desk, old.record.withdrawn_on)
            yield filled(words.replaces, record=record, day=day)


def in_words(desk: Desk, day: str) -> str:
    """A day of the calendar in words."""
    return desk.date(dates.parse(day))
