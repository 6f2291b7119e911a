"""Ids: an id names one fact, for good."""

from __future__ import annotations

from collections.abc import Mapping

from generator.load.entries import Entries, Entry
from generator.records import Fact, Withdrawn
from generator.records.ledger import Seen, digest


def published_first(entries: Entries) -> dict[str, Entry[Fact]]:
    """The fact of each id: of several with one id, the one that was published, or else the first."""
    found: dict[str, Entry[Fact]] = {}
    for entry in entries.facts:
        if entry.ref not in found or is_published(entry, entries.ledger):
            found[entry.ref] = entry
    return found


def repeated(
    entries: Entries,
    originals: Mapping[str, Entry[Fact]],
    withdrawn: Mapping[str, Entry[Withdrawn]],
) -> tuple[Entry[Fact] | Entry[Withdrawn], ...]:
    """The facts whose id belongs to another fact, or to a withdrawn one."""
    return (
        *(one for one in entries.facts if one.ref in withdrawn or originals[one.ref] is not one),
        *(one for one in entries.withdrawn if withdrawn[one.ref] is not one),
    )


def first_withdrawn(entries: Entries) -> dict[str, Entry[Withdrawn]]:
    """The withdrawn fact of each id; of several with one id, the first."""
    found: dict[str, Entry[Withdrawn]] = {}
    for entry in entries.withdrawn:
        found.setdefault(entry.ref, entry)
    return dict(sorted(found.items()))


def is_published(entry: Entry[Fact], ledger: Mapping[str, Seen]) -> bool:
    """Whether the ledger lists a fact exactly as it is now."""
    known = ledger.get(entry.ref)
    return known is not None and known.digest == digest(entry.home, entry.record)
