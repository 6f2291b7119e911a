"""Rules about dates and what they rest on: at the same time, after it, or before it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.atlas.atlas import Atlas, Claim
from generator.problems import Problem
from generator.records import Dated
from generator.rules.date_chains import days
from generator.rules.dating import every_dated, time_of
from generator.strict_yaml.nodes import Location
from generator.text.days import FIRST, LAST, Day

_Way = tuple[str, ...]
"""Claims, each of which came after the next."""


def dates_meet_their_evidence(atlas: Atlas) -> Iterator[Problem]:
    """A date meets the time of the claims that it rests on, or comes after or before them."""
    for claim in atlas.claims.values():
        for location, dated in every_dated(claim):
            yield from _against_its_evidence(claim, location, dated, atlas)


_LISTED = {
    "facts": "of the same time",
    "after": "that this came after",
    "before": "that this came before",
}
"""What each list of facts under `dated` has."""


def _against_its_evidence(
    claim: Claim, location: Location, dated: Dated, atlas: Atlas
) -> Iterator[Problem]:
    date = dated.when or dated.said_on
    if date is None:
        return
    start, end = days(date)
    for field in ("facts", "after", "before"):
        for number, fact in enumerate(getattr(dated, field)):
            known = fact in atlas.claims and fact != claim.id
            other = time_of(atlas.claims[fact]) if known else None
            if other is None:
                continue
            first, last = days(other)
            too_late = field in ("facts", "before") and start > last
            too_early = field in ("facts", "after") and end < first
            if too_late or too_early:
                message = (
                    f"{date.text} is {'after' if too_late else 'before'} {other.text}, the time of "
                    f"{fact}, but `{field}` is for facts {_LISTED[field]}; correct one of the dates, or "
                    f"move {fact} to `{'after' if too_late else 'before'}`"
                )
                yield Problem(claim.entry.place(*location, field, number), "date-chain", message)


def what_came_after_can_hold(atlas: Atlas) -> Iterator[Problem]:
    """The claims under `after` and `before` form no circle, and their dates allow that order.

    If one came after a second, and the second after a third, the first did not end before the third
    began.
    """
    before = _before(atlas)
    for fact in before:
        place = atlas.claims[fact].entry.place("dated")
        for path in _ways_back(fact, before):
            through, last = ", which came after ".join(path[1:-1]), path[-1]
            if last == fact and fact == min(path):
                message = (
                    f"`after` and `before` form a circle: this fact came after {through}, which came "
                    "after this fact; remove one of these references"
                )
                yield Problem(place, "date-chain", message)
            elif len(path) > 2 and _only_its_ends_clash(path, atlas):
                message = (
                    f"this fact ({_time(fact, atlas)[1]} at the latest) can't have come after {last} "
                    f"({_time(last, atlas)[0]} at the earliest), but `after` and `before` say that it came after "
                    f"{', which came after '.join(path[1:])}; correct one of the dates, or remove a "
                    "reference under `after` or `before`"
                )
                yield Problem(place, "date-chain", message)


def _before(atlas: Atlas) -> Mapping[str, _Way]:
    """For each claim, the claims that it came after; only a `dated` that gives the claim's own time counts."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for claim in atlas.claims.values():
        dated = claim.fact.dated
        if dated is None or time_of(claim) not in (dated.when, dated.said_on):
            continue
        others = [(claim.id, other) for other in dated.after]
        others += [(other, claim.id) for other in dated.before]
        for later, earlier in others:
            if later != earlier and later in atlas.claims and earlier in atlas.claims:
                found[later].append(earlier)
    return {later: tuple(dict.fromkeys(some)) for later, some in sorted(found.items())}


def _ways_back(fact: str, before: Mapping[str, _Way]) -> Iterator[_Way]:
    """The shortest path from a claim to each that it came after; it leads back to itself in a circle."""
    seen, waiting = set[str](), deque[_Way]([(fact,)])
    while waiting:
        path = waiting.popleft()
        for one in before.get(path[-1], ()):
            if one not in seen:
                seen.add(one)
                waiting.append((*path, one))
                yield (*path, one)


def _only_its_ends_clash(path: _Way, atlas: Atlas) -> bool:
    """Whether a claim can't have come after the last claim of a path, while no other two on it clash."""
    times = [_time(fact, atlas) for fact in path]
    clashes = [
        (later, earlier)
        for later, earlier in combinations(range(len(path)), 2)
        if times[later][1] < times[earlier][0]
    ]
    return clashes == [(0, len(path) - 1)]


def _time(fact: str, atlas: Atlas) -> tuple[Day, Day]:
    """The first and the last day of a claim."""
    date = time_of(atlas.claims[fact])
    return days(date) if date else (FIRST, LAST)
