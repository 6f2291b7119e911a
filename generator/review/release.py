"""A release: the facts that a version of the site publishes for the first time, or changes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.atlas.atlas import Atlas
from generator.records.ledger import written


@dataclass(frozen=True, slots=True)
class Release:
    """The numbers of new, changed and all facts of a version, and its ledger.

    `later` lists facts that the present ledger says changed after the day of the version.
    """

    day: str
    new: int
    changed: int
    facts: int
    ledger: str
    later: tuple[str, ...]


def release(atlas: Atlas) -> Release:
    """What the version in `site.yaml` publishes."""
    before, day = atlas.ledger, atlas.config.site.released
    now = {claim.id: atlas.seen(claim) for claim in atlas.claims.values()}
    return Release(
        day=day,
        new=len(now.keys() - before.keys()),
        changed=sum(before.get(fact, seen) != seen for fact, seen in now.items()),
        facts=len(now),
        ledger=written({**before, **now}),
        later=tuple(sorted(fact for fact, seen in before.items() if seen.changed > day)),
    )
