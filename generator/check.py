"""Checking: load, join, and apply every rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator import rules
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.entries import Entries, Entry
from generator.load.parsing import MORE
from generator.load.project import load
from generator.problems import MOST_TOLD, Place, Problem
from generator.records import Entity, Source
from generator.rules.quotations import unfound


@dataclass(frozen=True, slots=True)
class Checked:
    """A project and its problems; the atlas is None if the configuration can't be read.

    `passed_over` are the paths of files that systems leave behind. `written` has the SHA-256 of each
    file of `build/docs` by its path, if they were written.
    """

    atlas: Atlas | None
    problems: tuple[Problem, ...]
    passed_over: tuple[str, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)


def check(root: Path) -> Checked:
    """Read the project folder and find every problem. Raises OSError if a file can't be read."""
    entries, problems = load(root)
    return Checked(None, tuple(problems)) if entries is None else judged(entries, problems)


_UNSETTLING = ("attribution", "known-reference", "link")
"""While one of these rules objects, nobody knows whom each fact names, so nothing is an orphan."""


def judged(entries: Entries, problems: Iterable[Problem]) -> Checked:
    """Records, and every problem: those found while reading them, and those that the rules find.

    The records of a document whose text was altered are not compared with that text.
    """
    atlas = join(entries)
    altered = {ref for ref, one in atlas.documents.items() if one.record.seed in entries.altered}
    every = rules.check(atlas)
    astray = any(one.rule in _UNSETTLING and _source_of(one) for one in every)
    told = [
        one
        for one in every
        if _source_of(one) not in altered and not (astray and one.rule == "orphan")
    ]
    unread = [*problems, *(problem for problem in every if problem.rule == "seed")]
    found = _with_causes_of_their_own(told, unread, atlas)
    return Checked(atlas, tuple(few(sorted({*problems, *found}))), entries.passed_over)


def few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """At most `MOST_TOLD` problems of each file, and for each with more, that there are more."""
    told: Counter[str] = Counter()
    for problem in problems:
        path = problem.place.path
        told[path] += 1
        if told[path] <= MOST_TOLD:
            yield problem
        elif told[path] == MOST_TOLD + 1:
            yield Problem(problem.place, problem.rule, MORE)


def _with_causes_of_their_own(
    found: Iterable[Problem], unread: Collection[Problem], atlas: Atlas
) -> Iterator[Problem]:
    """What the rules found, except what only follows from another problem.

    A fact that can't be read, or has another fact's id, seems to quote, mention and answer nothing.
    A fact with a passage that is not found leaves a gap where it should have quoted, and a fact
    with any problem may not mention a party. `unread` are the problems of reading, and of sources
    without a text.
    """
    found = tuple(found)
    unsound = {_source_of(problem) for problem in unread} - {""}
    unsound |= {entry.home for entry in atlas.repeated_ids}
    misquoted = {claim.source for claim in atlas.claims.values() if unfound(claim)}
    doubtful = _party_places(found, atlas)
    homes = {f"seeds/{one.record.seed}": ref for ref, one in atlas.documents.items()}
    for problem in found:
        source = homes.get(problem.place.path) or _source_of(problem)
        causes = unsound | (misquoted if problem.rule == "coverage" else set())
        follows = source in causes if source else bool(causes)
        if problem.rule == "party":
            follows = problem.place in doubtful
        if problem.rule not in ("orphan", "coverage", "party") or not follows:
            yield problem


def _party_places(found: Iterable[Problem], atlas: Atlas) -> set[Place]:
    """Where an entity or a document is a party because of a fact that has a problem itself.

    A fact whose id is used twice, or that names a record which could not be read, counts as well.
    """
    troubled = {one.place.path for one in found if one.rule != "party"}
    starts = defaultdict(list)
    for claim in atlas.claims.values():
        if claim.entry.path in troubled:
            starts[claim.entry.path].append((claim.entry.node.line, claim.id))
    facts = {entry.ref for entry in atlas.repeated_ids}
    facts |= {one.id for one in atlas.claims.values() if not atlas.unread.isdisjoint(one.mentions)}
    for problem in found:
        before = [one for one in starts[problem.place.path] if one[0] <= problem.place.line]
        facts |= {max(before)[1]} if before else set()
    entries: list[Entry[Entity] | Entry[Source]] = [*atlas.entities.values()]
    entries += [one.entry for one in atlas.documents.values()]
    return {
        entry.place("party", index, field)
        for entry in entries
        for index, party in enumerate(entry.record.party)
        for field in ("fact", "words")
        if party.fact in facts
    }


def _source_of(problem: Problem) -> str:
    """The source whose folder a problem is in, or ""."""
    folders = PurePosixPath(problem.place.path).parts
    return f"sources/{folders[2]}" if folders[:2] == ("content", "sources") else ""
