"""The hierarchy: what is part of what, and who led it or belonged to it, as the documents say.

Documents contradict each other, so their ties need not form a tree. Each entity has one place with
everything under it; wherever else it is said to belong, there is only its name. So each tie appears
once, even if an entity has several above it or the ties form a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Atlas
from generator.findings.ties import Tie, ties
from generator.text.date_values import dated_first, sort_key

LISTS_NESTED = 8  # at most this deep; anything deeper begins a separate branch

Edge = tuple[str, str]
"""An entity, and one directly above it."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An entity in the tree; unless it is `whole`, its branches are listed elsewhere."""

    name: str
    whole: bool
    under: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The branches of the tree, and the ties at each of them.

    `parts` gives the ties between an entity and one above it. `people` gives the ties of an
    entity's people, in the order of the vocabulary. `above` gives the entities that an entity is
    said to be under, other than the one where it is whole. `ties` counts all ties.
    """

    branches: tuple[Branch, ...]
    parts: Mapping[Edge, tuple[Tie, ...]]
    people: Mapping[str, tuple[Tie, ...]]
    above: Mapping[str, tuple[str, ...]]
    ties: int

    @property
    def bodies(self) -> frozenset[str]:
        """Every entity in the hierarchy except people."""
        return frozenset((*self.people, *(end for edge in self.parts for end in edge)))


def hierarchy(atlas: Atlas) -> Hierarchy:
    """The hierarchy of all ties that the vocabulary marks as `hierarchy`, sorted by name."""
    relations = atlas.config.vocabulary.relations
    parts: defaultdict[Edge, list[Tie]] = defaultdict(list)
    people: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in ties(atlas):
        role = relations[tie.relation].hierarchy
        if role == "parts":
            parts[tie.subject, tie.object].append(tie)
        elif role == "people":
            people[tie.object].append(tie)
    rank = {relation: number for number, relation in enumerate(relations)}
    for own in people.values():
        own.sort(key=lambda tie: (rank[tie.relation], *_in_time(tie, atlas)))
    named = sorted(
        {*people, *(end for edge in parts for end in edge)},
        key=lambda ref: (atlas.name(ref), ref),
    )
    branches = grow(named, parts)
    homes = {
        one.name: branch.name for branch in walk(branches) for one in branch.under if one.whole
    }
    order = {name: number for number, name in enumerate(named)}
    above: defaultdict[str, list[str]] = defaultdict(list)
    for lower, upper in sorted(parts, key=lambda edge: order[edge[1]]):
        if homes.get(lower) != upper:
            above[lower].append(upper)
    return Hierarchy(
        branches,
        {edge: tuple(own) for edge, own in parts.items()},
        {ref: tuple(own) for ref, own in people.items()},
        {ref: tuple(others) for ref, others in above.items()},
        sum(map(len, (*parts.values(), *people.values()))),
    )


def _in_time(tie: Tie, atlas: Atlas) -> tuple[object, ...]:
    """The key that sorts ties: dated ones first, in order of time, then the others by name."""
    dates = [relation.from_ or relation.to or claim.fact.when for claim, relation in tie.stated]
    first = min(filter(None, dates), key=sort_key, default=None)
    return dated_first(first), atlas.name(tie.subject)


def walk(branches: Iterable[Branch]) -> Iterator[Branch]:
    """Every branch, and every branch under it."""
    waiting = list(branches)
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting.extend(branch.under)


def grow(names: Iterable[str], edges: Iterable[Edge]) -> tuple[Branch, ...]:
    """The tree of entities, in the order of `names`.

    An entity is whole under the deepest entity above it. If a unit belongs to a brigade and the
    brigade to an army, then "a unit of the army" adds nothing, and the unit is whole under the
    brigade.
    """
    order = {name: rank for rank, name in enumerate(names)}
    lower: dict[str, list[str]] = {name: [] for name in order}
    upper: dict[str, list[str]] = {name: [] for name in order}
    for below, above in sorted(set(edges), key=lambda edge: (order[edge[0]], order[edge[1]])):
        lower[above].append(below)
        upper[below].append(above)
    topmost = sorted(order, key=lambda name: (bool(upper[name]), order[name]))
    downward = _downward(topmost, lower)
    place = {name: rank for rank, name in enumerate(downward)}
    depth: dict[str, int] = {}
    home: dict[str, str] = {}
    for name in downward:
        before = [one for one in upper[name] if place[one] < place[name]]
        deepest = max(before, key=lambda one: (depth[one], -order[one]), default=None)
        depth[name] = 0 if deepest is None else depth[deepest] + 1
        begins_branch = depth[name] % LISTS_NESTED == 0  # at the top, and where lists nest too deep
        if deepest is not None and not begins_branch:
            home[name] = deepest
    grown: dict[str, Branch] = {}
    for name in reversed(downward):
        under = (grown[one] if home.get(one) == name else Branch(one, False) for one in lower[name])
        grown[name] = Branch(name, True, tuple(under))
    return tuple(grown[name] for name in order if name not in home)


def _downward(names: Iterable[str], lower: Mapping[str, list[str]]) -> list[str]:
    """The names in an order where each comes after all above it, except within a circle."""
    done: list[str] = []
    seen: set[str] = set()
    for name in names:
        path = [] if name in seen else [(name, iter(lower[name]))]
        seen.add(name)
        while path:
            current, rest = path[-1]
            following = next((one for one in rest if one not in seen), None)
            if following is None:
                done.append(current)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(lower[following])))
    return done[::-1]


__all__ = ["Branch", "Hierarchy", "grow", "hierarchy", "walk"]
