"""Folding: how much of a long list is open from the start."""

from __future__ import annotations

USUALLY_SEEN = 4  # of a list of lines; other lists have their own limit


def seen_at_once(count: int, limit: int = USUALLY_SEEN) -> int:
    """How many of `count` are open; a single one beyond the limit is not folded."""
    return count if count <= limit + 1 else limit
