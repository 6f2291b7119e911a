"""Folding: how much of a long list is seen at once."""

from __future__ import annotations


def seen_at_once(count: int, limit: int) -> int:
    """How many of `count` are open; one beyond the limit is not folded alone."""
    return count if count <= limit + 1 else limit
