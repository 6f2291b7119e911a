"""Checking: load, join, and ask every rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import rules
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.entries import Entries
from generator.load.project import load
from generator.problems import Problem
from generator.rules.quotations import unfound


@dataclass(frozen=True, slots=True)
class Checked:
    """A project and its problems; the atlas is None if the configuration can't be read.

    `passed_over` are the paths of files that systems leave behind.
    """

    atlas: Atlas | None
    problems: tuple[Problem, ...]
    passed_over: tuple[str, ...] = ()


def check(root: Path) -> Checked:
    """Read the project folder and find every problem. Raises OSError if a file can't be read."""
    entries, problems = load(root)
    return Checked(None, tuple(problems)) if entries is None else judged(entries, problems)


def judged(entries: Entries, problems: Iterable[Problem]) -> Checked:
    """Records, and every problem: those of reading them, and what the rules find.

    The records of a document whose text was altered are not compared with that text.
    """
    atlas = join(entries)
    altered = {ref for ref, one in atlas.documents.items() if one.record.seed in entries.altered}
    told = [
        one for one in rules.check(atlas) if one.rule == "seed" or _source_of(one) not in altered
    ]
    unread = [*problems, *(problem for problem in told if problem.rule == "seed")]
    found = _with_causes_of_their_own(told, unread, atlas)
    return Checked(atlas, tuple(sorted({*problems, *found})), entries.passed_over)


def _with_causes_of_their_own(
    found: Iterable[Problem], unread: Collection[Problem], atlas: Atlas
) -> Iterator[Problem]:
    """What the rules found, except what follows from something else that is wrong.

    A fact that can't be read, or has the id of another, seems to quote, mention and answer nothing,
    and one with a passage that is not found leaves a gap where it should have quoted. One with any
    problem may not mention a party. `unread` are the problems of reading, and of sources without a
    text.
    """
    found = tuple(found)
    unsound = {_source_of(problem) for problem in unread} - {""}
    unsound |= {entry.home for entry in atlas.repeated_ids}
    misquoted = {claim.source for claim in atlas.claims.values() if unfound(claim)}
    doubtful = {_source_of(one) for one in (*found, *unread) if one.rule != "party"}
    homes = {f"seeds/{one.record.seed}": ref for ref, one in atlas.documents.items()}
    for problem in found:
        source = homes.get(problem.place.path) or _source_of(problem)
        more = {"coverage": misquoted, "party": doubtful}
        causes = unsound | more.get(problem.rule, set())
        follows = source in causes if source else bool(causes)
        if problem.rule not in ("orphan", "coverage", "party") or not follows:
            yield problem


def _source_of(problem: Problem) -> str:
    """The source in whose folder a problem is, or ""."""
    folders = PurePosixPath(problem.place.path).parts
    return f"sources/{folders[2]}" if folders[:2] == ("content", "sources") else ""
