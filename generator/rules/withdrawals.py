"""Rules about withdrawn facts: what was published keeps its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.problems import Place, Problem
from generator.records.fields import FACT_ID
from generator.records.ledger import PATH
from generator.rules.unknown import is_unread, unknown


def published_facts_are_withdrawn(atlas: Atlas) -> Iterator[Problem]:
    """A fact that was published is not deleted but withdrawn, so that its page says what became of it.

    Nothing is reported if an id can't be read, since it may be the fact's.
    """
    misspelt = [one for one in atlas.unread if "/" not in one and not FACT_ID.fullmatch(one)]
    for fact in sorted(atlas.ledger.keys() - atlas.claims.keys() - atlas.withdrawn.keys()):
        if not misspelt and not is_unread(fact, atlas):
            message = (
                f"{fact} was published, so its page must stay, but its record is gone; bring the record "
                f"back (`git log -S {fact} -- content` shows the change that removed it), then run "
                f'`withdraw {fact} --reason "…"`'
            )
            yield Problem(Place(PATH, atlas.ledger_lines.get(fact, 1), 3), "withdrawn", message)


def replacements_are_known(atlas: Atlas) -> Iterator[Problem]:
    """What replaced a withdrawn fact is another fact, and replacements don't form a circle."""
    for entry in atlas.withdrawn.values():
        new, place = entry.record.replaced_by, entry.place("replaced_by")
        if new and new not in atlas.claims and new not in atlas.withdrawn:
            yield from unknown(place, new, atlas.claims, atlas)
        elif entry.ref in _later(entry.ref, atlas):
            message = f"{entry.ref} would replace itself; name another fact"
            yield Problem(place, "withdrawn", message)


def _later(fact: str, atlas: Atlas) -> set[str]:
    """What replaced a fact, then what replaced that, and so on."""
    found: set[str] = set()
    while (old := atlas.withdrawn.get(fact)) and (new := old.record.replaced_by):
        if new in found:
            break
        found.add(new)
        fact = new
    return found
