"""Sections: claims by type, in order of time, with those that say the same together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.atlas.atlas import Claim
from generator.findings.placing import placed
from generator.findings.timing import happened
from generator.markup.escaping import Html, joined
from generator.markup.folding import seen_at_once
from generator.markup.together import together
from generator.markup.views import ClaimLine, Together
from generator.markup.writer import Desk
from generator.text.date_values import dated_first

ROWS_SEEN_AT_ONCE = 2  # of a section; on a narrow screen the rest is folded

Alike = tuple[Claim, ...]
"""Claims that say the same thing; a claim that says something else is alone."""


@dataclass(frozen=True, slots=True)
class AlikeLines:
    """Claims that say the same thing, as lines; if there are several, with what they share.

    Groups with the same `time` can share one date, because the date and its evidence are the same.
    """

    lines: tuple[ClaimLine, ...]
    together: Together | None
    when: Html
    dated: bool
    time: str


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring groups of one date, which is shown above them.

    Claims that say the same thing at different times have no date above them, since each has its
    own.
    """

    when: Html
    dated: bool
    groups: tuple[AlikeLines, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one type, in order of time, with those that say the same thing together.

    `facts` counts the facts of the type on all pages. If this page has only some, `all_of_them`
    leads to the others.
    """

    key: str
    title: str
    facts: int
    groups: tuple[AlikeLines, ...]
    all_of_them: Html

    @property
    def seen(self) -> tuple[Run, ...]:
        """What is open from the start."""
        return _runs(self.groups[: self._seen])

    @property
    def folded(self) -> tuple[Run, ...]:
        """What is folded on a narrow screen."""
        return _runs(self.groups[self._seen :])

    @property
    def more(self) -> int:
        """How many claims are folded."""
        return sum(len(group.lines) for group in self.groups[self._seen :])

    @property
    def _seen(self) -> int:
        return seen_at_once(len(self.groups), ROWS_SEEN_AT_ONCE)


def _runs(groups: Sequence[AlikeLines]) -> tuple[Run, ...]:
    runs = (tuple(some) for _, some in groupby(groups, key=lambda group: group.time))
    return tuple(Run(run[0].when, run[0].dated, run) for run in runs)


def in_time(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order of time, stated or shown by evidence; the others in document order."""
    return sorted(claims, key=_time)


def _time(claim: Claim) -> tuple[object, ...]:
    """The key that sorts claims by time; a date that only follows from the telling does not count."""
    timing = happened(claim)
    known = timing.date if timing and timing.known in ("stated", "dated") else claim.fact.when
    return dated_first(known)


def by_type(claims: Iterable[Claim], desk: Desk) -> dict[str, list[Alike]]:
    """The claims of each type that occurs, in the order of the vocabulary."""
    typed: dict[str, list[Claim]] = {kind: [] for kind in desk.atlas.config.vocabulary.types}
    for claim in in_time(claims):
        typed[claim.fact.type].append(claim)
    return {kind: _together(some, desk) for kind, some in typed.items() if some}


def _together(claims: Iterable[Claim], desk: Desk) -> list[Alike]:
    """The claims in their order, but with those that say the same thing after the first of them.

    Groups with several times come first: they have no place in the order of time.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(desk.findings.alike.get(claim.id, claim.id), []).append(claim)
    return sorted(map(tuple, groups.values()), key=lambda group: len(_times(group, desk)) == 1)


def _times(claims: Iterable[Claim], desk: Desk) -> set[str]:
    return {desk.when(claim) for claim in claims}


def portions(groups: Iterable[Alike], most: int) -> list[list[Alike]]:
    """The groups in their order, in portions of at most `most` claims; no group is split."""
    cut: list[list[Alike]] = [[]]
    for group in groups:
        if cut[-1] and count(cut[-1]) + len(group) > most:
            cut.append([])
        cut[-1].append(group)
    return cut


def most_telling(groups: Iterable[Alike], most: int, desk: Desk) -> list[Alike]:
    """At most `most` groups, in their order: preferably what most documents say, then what is disputed."""

    def rank(group: Alike) -> tuple[int, bool]:
        disputed = any(desk.findings.of(claim.id, "contradict") for claim in group)
        return -len({claim.source for claim in group}), not disputed

    numbered = enumerate(groups)
    kept = sorted(numbered, key=lambda one: (rank(one[1]), one[0]))[:most]
    return [group for _, group in sorted(kept, key=lambda one: one[0])]


def count(groups: Iterable[Alike]) -> int:
    """The number of claims in the groups."""
    return sum(map(len, groups))


def flat(groups: Iterable[Alike]) -> list[Claim]:
    """The claims of the groups, one after the other."""
    return [claim for group in groups for claim in group]


def laid_out(
    desk: Desk, groups: Iterable[Alike], lines: Mapping[str, ClaimLine]
) -> tuple[AlikeLines, ...]:
    """The groups as lines of a page; `lines` are those of its claims, by fact id."""
    return tuple(_laid_out(desk, group, [lines[one.id] for one in group]) for group in groups)


def _laid_out(desk: Desk, group: Alike, lines: Sequence[ClaimLine]) -> AlikeLines:
    first, times = lines[0], _times(group, desk)
    cited = {
        line.fact: joined(" ", [one for one in (line.citation, line.party) if one])
        for line in lines
    }
    shared = together(desk, group, lambda claim: cited[claim.id]) if len(group) > 1 else None
    if len(times) > 1:
        return AlikeLines(tuple(lines), shared, Html(""), dated=False, time="")
    return AlikeLines(tuple(lines), shared, first.when, first.dated, _time_of(desk, group[0]))


def _time_of(desk: Desk, claim: Claim) -> str:
    """A claim's date and, if it is a conclusion, what it rests on: its document, or evidence."""
    place, when = placed(claim), desk.when(claim)
    if place is None or not place.timing.concluded:
        return when
    return f"{when} {claim.source if place.of_document else claim.id}"
