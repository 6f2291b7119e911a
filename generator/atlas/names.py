"""Names: which entities have exactly this name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.text.folding import fold_line


@dataclass(frozen=True, slots=True)
class Names:
    """Every spelling, folded, with the references of all entities that have it, sorted."""

    by_spelling: Mapping[str, tuple[str, ...]]

    def bearers(self, name: str) -> tuple[str, ...]:
        """The references of the entities with this name or alias: several if it is ambiguous."""
        return self.by_spelling.get(fold_line(name), ())

    def has(self, ref: str) -> bool:
        """Whether an entity with this reference has a name here."""
        return any(ref in refs for refs in self.by_spelling.values())


def index(spellings: Iterable[tuple[str, str]]) -> Names:
    """The index of names, from pairs of a spelling and a reference."""
    found: dict[str, set[str]] = {}
    for spelling, ref in spellings:
        found.setdefault(fold_line(spelling), set()).add(ref)
    return Names({spelling: tuple(sorted(refs)) for spelling, refs in found.items()})
