"""Groups: things that count as one, such as claims that say the same thing, or facts of one origin."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Groups of things that count as one (union-find); each group is named by its first member."""

    def __init__(self, order: Iterable[str]) -> None:
        self._rank = {key: rank for rank, key in enumerate(order)}
        self._parent = {key: key for key in self._rank}

    def first(self, key: str) -> str:
        """The first member of a thing's group."""
        parent = self._parent
        while parent[key] != key:
            parent[key] = parent[parent[key]]  # so that no chain of parents stays long
            key = parent[key]
        return key

    def unite(self, member: str, other: str) -> None:
        """Join the groups of two things."""
        first, second = sorted((self.first(member), self.first(other)), key=self._rank.__getitem__)
        self._parent[second] = first
