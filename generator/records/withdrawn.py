"""Withdrawn facts, from `content/sources/<source>/withdrawn.yaml`: what is no longer claimed, and why."""

from __future__ import annotations

from generator.records.facts import Fact
from generator.records.fields import FactId, OwnLine, WrittenDay


class Withdrawn(Fact):
    """A fact as it was, with the day on which it was withdrawn, the reason, and what replaced it."""

    withdrawn_on: WrittenDay
    reason: OwnLine
    replaced_by: FactId | None = None
