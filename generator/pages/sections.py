"""Sections: claims by type, in order of time, with those that say the same together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.findings.findings import Findings
from generator.markup.escaping import Html
from generator.markup.views import ClaimLine
from generator.markup.writer import Desk
from generator.text.date_values import dated_first

Alike = tuple[Claim, ...]
"""Claims that say the same; a claim that says something else is alone."""


@dataclass(frozen=True, slots=True)
class AlikeLines:
    """Such claims as lines of a list."""

    lines: tuple[ClaimLine, ...]

    @property
    def several(self) -> bool:
        """Whether there is more than one."""
        return len(self.lines) > 1


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one type, in order of time, with those that say the same together.

    `facts` counts the facts of the type on all pages. If this page has only some, `all_of_them`
    leads to the others.
    """

    key: str
    title: str
    facts: int
    groups: tuple[AlikeLines, ...]
    all_of_them: Html


def in_time(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order of time; those without a date follow in document order."""
    return sorted(claims, key=lambda claim: dated_first(claim.fact.when))


def by_type(claims: Iterable[Claim], desk: Desk) -> dict[str, list[Alike]]:
    """The claims of each type that occurs, in the order of the vocabulary."""
    ordered = in_time(claims)
    groups = {
        kind: _together([claim for claim in ordered if claim.fact.type == kind], desk.findings)
        for kind in desk.atlas.config.vocabulary.types
    }
    return {kind: some for kind, some in groups.items() if some}


def _together(claims: Iterable[Claim], findings: Findings) -> list[Alike]:
    """The claims in their order, but with those that say the same after the first of them."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(findings.alike.get(claim.id, claim.id), []).append(claim)
    return list(map(tuple, groups.values()))


def portions(groups: Iterable[Alike], most: int) -> list[list[Alike]]:
    """The groups in their order, in portions of at most `most` claims; no group is split."""
    cut: list[list[Alike]] = [[]]
    for group in groups:
        if cut[-1] and count(cut[-1]) + len(group) > most:
            cut.append([])
        cut[-1].append(group)
    return cut


def count(groups: Iterable[Alike]) -> int:
    """The number of claims in the groups."""
    return sum(map(len, groups))


def flat(groups: Iterable[Alike]) -> list[Claim]:
    """The claims of the groups, one after the other."""
    return [claim for group in groups for claim in group]


def laid_out(groups: Iterable[Alike], lines: Mapping[str, ClaimLine]) -> tuple[AlikeLines, ...]:
    """The groups as lines of a page; `lines` are those of its claims, by fact id."""
    return tuple(AlikeLines(tuple(lines[claim.id] for claim in group)) for group in groups)
