"""A trial: what `check` would say about a project if one of its files were changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.atlas.atlas import Atlas
from generator.check import Checked, judged
from generator.load.entries import Entries, Entry, NamedEntry, R
from generator.load.folder import Shelf
from generator.load.meant import Meant, meant_by
from generator.problems import Problem
from generator.records import Fact, Skip
from generator.review.workbench.form import FormPath, fields_of, path_in_form
from generator.strict_yaml.nodes import Fields, Items, Node, plain

_ABSENT = re.compile(r"`(\w+)` is missing beside\b")
_NEEDED = re.compile(r"\bneeds a (basis|population)\b")
_NAMED = re.compile(r"`?([a-z_]+)`?(?::| is)")


@dataclass(frozen=True, slots=True)
class KnownProject:
    """A project as it is: its entries, the problems found while reading them, and what `check` says."""

    entries: Entries
    unread: tuple[Problem, ...]
    checked: Checked

    @property
    def atlas(self) -> Atlas:
        """The records, joined."""
        if self.checked.atlas is None:
            raise ValueError("nothing was joined")
        return self.checked.atlas


@dataclass(frozen=True, slots=True)
class Complaint:
    """A problem with a record: the path of its value in the form, and what is wrong."""

    path: FormPath
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What is wrong with the record on trial, and what else would be wrong because of it."""

    complaints: tuple[Complaint, ...]
    elsewhere: tuple[Problem, ...]
    checked: Checked


def know(entries: Entries, unread: Iterable[Problem]) -> KnownProject:
    """A project as it is, from what was read of it."""
    problems = tuple(unread)
    return KnownProject(entries, problems, judged(entries, problems))


def try_fact(known: KnownProject, root: Path, path: str, data: bytes, fact_id: str) -> Trial:
    """Try a file with facts that may be new, in which one fact has this id."""
    shelf = Shelf(root, drafts={path: data}, meant=_meant(known))
    facts = tuple(shelf.several(Fact, path, _home(path)))
    entries = replace(
        known.entries,
        facts=_with(known.entries.facts, facts, path),
        unread=known.entries.unread | frozenset(shelf.unread),
    )
    checked = judged(entries, [*_outside(known.unread, path), *shelf.problems])
    node = shelf.nodes(path)
    span, record = _record(node, fact_id)
    own = [one for one in checked.problems if one.place.path == path and one.place.line in span]
    return Trial(tuple(_complaints(own, record)), _new(known, checked, own), checked)


def try_skip(known: KnownProject, root: Path, path: str, data: bytes) -> Trial:
    """Try a `skipped.yaml`, which may be new."""
    shelf = Shelf(root, drafts={path: data}, meant=_meant(known))
    skips = tuple(shelf.several(Skip, path, _home(path)))
    entries = replace(known.entries, skips=_with(known.entries.skips, skips, path))
    checked = judged(entries, [*_outside(known.unread, path), *shelf.problems])
    return Trial((), _new(known, checked, []), checked)


def _meant(known: KnownProject) -> Meant:
    """What the names of a project may mean."""
    entries = known.entries
    records: list[NamedEntry] = [*entries.entities, *entries.questions]
    return meant_by((one.ref for one in entries.named), records, entries.config)


def _home(path: str) -> str:
    return "/".join(PurePosixPath(path).parts[1:3])


def _with(old: Iterable[Entry[R]], fresh: Iterable[Entry[R]], path: str) -> tuple[Entry[R], ...]:
    """The entries with those of one file replaced, in the order of their files."""
    others = [one for one in old if one.path != path]
    return tuple(sorted([*others, *fresh], key=lambda one: PurePosixPath(one.path).parts))


def _outside(problems: Iterable[Problem], path: str) -> Iterator[Problem]:
    return (one for one in problems if one.place.path != path)


def _new(known: KnownProject, checked: Checked, own: list[Problem]) -> tuple[Problem, ...]:
    """The problems that were not there before; lines may have moved."""
    before = {(one.place.path, one.rule, one.message) for one in known.checked.problems}
    return tuple(
        one
        for one in checked.problems
        if one not in own and (one.place.path, one.rule, one.message) not in before
    )


def _record(node: Node | None, fact_id: str) -> tuple[range, Fields | None]:
    """The lines of a fact in its file, and the fact; the whole file if it can't be found.

    If several have the id, it is the last: a new fact comes after those that were there.
    """
    records = node.values if isinstance(node, Items) else ()
    found: tuple[range, Fields | None] = (range(10**9), None)
    for number, record in enumerate(records):
        if isinstance(record, Fields) and plain(record.values.get("id", record)) == fact_id:
            later = records[number + 1 :]
            found = range(record.line, later[0].line if later else 10**9), record
    return found


def _complaints(problems: Iterable[Problem], record: Fields | None) -> Iterator[Complaint]:
    places = dict(_places(record, ())) if record else {}
    said = plain(record) if record else {}
    for one in problems:
        path = path_in_form(places.get((one.place.line, one.place.column), ()), said)
        yield Complaint(
            (_absent(one.message) or path or _named_in(one.message)) + _lacking(path, one.message),
            one.rule,
            one.message,
        )


def _named_in(message: str) -> FormPath:
    """The field that a message about a whole record begins with."""
    found = _NAMED.match(message)
    return (found[1],) if found and found[1] in fields_of(Fact) else ()


def _absent(message: str) -> FormPath:
    """The field of a record that is missing, if the message is at one beside it."""
    found = _ABSENT.match(message)
    return (found[1],) if found else ()


def _lacking(path: FormPath, message: str) -> FormPath:
    """The facet that an answer needs, taken from the message about the whole answer."""
    found = _NEEDED.search(message)
    is_answer = len(path) == 2 and path[0] in ("figures", "choices")
    return (found[1],) if found and is_answer else ()


def _places(node: Node, path: FormPath) -> Iterator[tuple[tuple[int, int], FormPath]]:
    """Where each value of a record begins, with its path; the name of a field comes after its content."""
    if isinstance(node, Items):
        for number, value in enumerate(node.values):
            yield from _places(value, (*path, number))
    elif isinstance(node, Fields):
        for name, value in node.values.items():
            key = node.keys[name]
            yield (key.line, key.column), (*path, name)
            yield from _places(value, (*path, name))
    yield (node.line, node.column), path
