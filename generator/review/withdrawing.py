"""Withdrawing: the record of a fact moves, with its comments, to the `withdrawn.yaml` of its document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent

from generator.load.entries import Entries, Entry
from generator.load.parsing import record_of
from generator.problems import Place, did_you_mean
from generator.records import Fact, Withdrawn
from generator.review.house_style import text_of, written
from generator.review.renaming import CanNotMoveError, Edit
from generator.strict_yaml.as_written import WrittenGroup, as_written, comments
from generator.strict_yaml.reader import Items, Plain, plain, read


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What somebody wants to withdraw, why, on what day, and what replaces it."""

    fact: str
    reason: str
    day: str
    replaced_by: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        """The fields that the record gets."""
        replaced = {"replaced_by": self.replaced_by} if self.replaced_by else {}
        return {"withdrawn_on": self.day, "reason": self.reason, **replaced}


def withdraw(files: Mapping[str, str], entries: Entries, wanted: Withdrawal) -> list[Edit]:
    """The changes to files, by path, if a fact is withdrawn.

    Raises CanNotMoveError; nothing should be changed then.
    """
    found = [entry for entry in entries.facts if entry.ref == wanted.fact]
    if reasons := list(_objections(entries, found, wanted)):
        raise CanNotMoveError(reasons)
    entry, home = found[0], f"content/{found[0].home}/withdrawn.yaml"
    text, before = files[entry.path], files.get(home, "")
    lines = text.replace("\r\n", "\n").split("\n")
    start, end = _lines_of(lines, text, entry)
    rest = "\n".join([*lines[:start], *_after(lines, start, end)])
    made = _withdrawn("\n".join(lines[start:end]), wanted)
    known = before.replace("\r\n", "\n")
    fresh = f"{known.rstrip()}\n{made}" if known.strip() else made
    record = {**_fields(entry), **wanted.fields}
    others = [one for one in _records(text) if one != _fields(entry)]
    if _records(rest) != others or _records(fresh) != [*_records(known), record]:
        reason = f"{entry.path}: begin each record with `- ` on a separate line (run `fmt`), and try again"
        raise CanNotMoveError([reason])
    changed = tuple(range(start + 1, end + 1))
    own = (
        Edit(entry.path, entry.path, _ended(rest, text), changed)
        if others
        else Edit(entry.path, entry.path, None, lost=tuple(comments(rest)))
    )
    return [own, Edit(home, home, _ended(fresh, before or text))]


def _objections(
    entries: Entries, found: Sequence[Entry[Fact]], wanted: Withdrawal
) -> Iterator[str]:
    """Why a fact can't be withdrawn in this way."""
    known, gone = {one.ref for one in entries.facts}, {one.ref: one for one in entries.withdrawn}
    if wanted.fact in gone:
        yield f"{wanted.fact} was already withdrawn on {gone[wanted.fact].record.withdrawn_on}"
    elif not found:
        yield f"no fact has the id {wanted.fact!r}{did_you_mean(wanted.fact, known)}"
    elif len(found) > 1:
        yield f"{len(found)} facts have the id {wanted.fact}; give the newer one a new id first"
    else:
        record = {**_fields(found[0]), **wanted.fields}
        node, _ = read(f"- {json.dumps(record)}".encode(), "")
        if isinstance(node, Items):
            _, problems = record_of(Withdrawn, node.values[0], lambda _: Place(""))
            yield from (one.message for one in problems)
    if new := wanted.replaced_by:
        if new == wanted.fact:
            yield f"{new} can't replace itself; name another fact, or leave out `--replaced-by`"
        elif new in gone:
            yield f"{new} was withdrawn on {gone[new].record.withdrawn_on}; name another fact"
        elif new not in known:
            yield f"no fact has the id {new!r}{did_you_mean(new, known)}"


def _fields(entry: Entry[Fact]) -> dict[str, Plain]:
    """The fields of a fact as its file has them."""
    value = plain(entry.node)
    return value if isinstance(value, dict) else {}


def _records(text: str) -> list[Plain]:
    """The records that a file lists."""
    node, _ = read(text.encode(), "")
    value = plain(node) if node else []
    return value if isinstance(value, list) else []


def _lines_of(lines: Sequence[str], text: str, entry: Entry[Fact]) -> tuple[int, int]:
    """The range of a record's lines, from 0 and half open, with the comments right above it.

    Comments between it and the next record don't belong to it, nor do those at the top of the file.
    """
    node, _ = read(text.encode(), "")
    starts = [one.line - 1 for one in node.values] if isinstance(node, Items) else []
    first = entry.node.line - 1
    margin = lines[first].partition("-")[0]
    later = [one for one in starts if one > first]
    end = later[0] if later else len(lines)
    while end > first + 1 and (
        not lines[end - 1].strip() or lines[end - 1].startswith(f"{margin}#")
    ):
        end -= 1
    start = first
    while start and lines[start - 1].startswith(f"{margin}#"):
        start -= 1
    return (start or first), end


def _after(lines: Sequence[str], start: int, end: int) -> Sequence[str]:
    """The lines after a removed record, without a second empty line in a row."""
    is_parted = not start or not lines[start - 1].strip()
    while is_parted and end < len(lines) - 1 and not lines[end].strip():
        end += 1
    return lines[end:]


def _withdrawn(text: str, wanted: Withdrawal) -> str:
    """A record that was cut out of its file, with the reason for its withdrawal, in the house style."""
    head, node = as_written(dedent(text))
    fresh = written(dict(wanted.fields))
    if isinstance(node, WrittenGroup) and isinstance(fresh, WrittenGroup):
        for part in node.parts:
            if isinstance(part.value, WrittenGroup):
                part.value.parts += fresh.parts
    return text_of(head, node, Withdrawn)


def _ended(text: str, like: str) -> str:
    """A text with the line ends of another."""
    return text.replace("\n", "\r\n") if "\r\n" in like else text
