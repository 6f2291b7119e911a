"""Renaming: a record gets another reference, what names it is changed, and the old page leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.load.entries import Entries, NamedEntry
from generator.load.folder import LONGEST_NAME, RESERVED
from generator.load.parsing import record_of
from generator.problems import Place, did_you_mean
from generator.records import Entity, Fact
from generator.records.fields import REF
from generator.records.ledger import PATH as LEDGER
from generator.records.ledger import digest
from generator.records.references import ENTITY_KINDS, entity_kind_of, kind_of, slug_of
from generator.review.edits import NotEditableError, followed, with_items, without
from generator.review.shapes import model_of, order_of
from generator.strict_yaml.reader import Items, read


@dataclass(frozen=True, slots=True)
class Edit:
    """What a file becomes: its new path and text, and the lines of the old one that change.

    `text` is None if the file is removed, and `lost` are the comments that go with it.
    """

    path: str
    becomes: str
    text: str | None
    lines: tuple[int, ...] = ()
    lost: tuple[str, ...] = ()


class CanNotMoveError(Exception):
    """Why nothing was changed; each reason is a line."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("\n".join(self.reasons))


def rename(files: Mapping[str, str], entries: Entries, old: str, new: str) -> list[Edit]:
    """The changes to files, by path, if the record `old` is called `new`.

    Raises CanNotMoveError; nothing should be changed then.
    """
    records = records_of(entries)
    if reasons := list(_objections(records, old, new, entries)):
        raise CanNotMoveError(reasons)
    fresh, lines = follow(files, {old: new})
    home = file_of(old)
    fresh[home] = _with_former(fresh[home], records[old], new)
    where = {path: _moved_path(path, old, new) for path in files}
    _keep_ledger(fresh, files, where, entries)
    return edits_of(files, fresh, where, lines)


def records_of(entries: Entries) -> dict[str, NamedEntry]:
    """Every record that has a reference."""
    return {one.ref: one for one in entries.named}


def file_of(ref: str) -> str:
    """The file of a record."""
    return f"content/{ref}/source.yaml" if kind_of(ref) == "sources" else f"content/{ref}.yaml"


def follow(
    files: Mapping[str, str], moves: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """The files with each moved reference replaced, and the lines that change in each."""
    fresh, lines, reasons = dict(files), {}, []
    for path, text in files.items():
        try:
            change = _in_page if path.endswith(".md") else followed
            fresh[path], lines[path] = change(text, moves)
        except NotEditableError as error:
            reasons.append(f"{path}: {error}")
    if reasons:
        raise CanNotMoveError(reasons)
    return fresh, lines


def edits_of(
    files: Mapping[str, str],
    fresh: Mapping[str, str],
    where: Mapping[str, str],
    lines: Mapping[str, tuple[int, ...]],
) -> list[Edit]:
    """The files that change or move."""
    return [
        Edit(path, where[path], fresh[path], lines.get(path, ()))
        for path, text in files.items()
        if fresh[path] != text or where[path] != path
    ]


def missing(ref: str, records: Iterable[str], entries: Entries) -> str:
    """The message about a reference that no record has."""
    if now := entries.former.get(ref):
        return f"{ref} is now {now}"
    if ref in entries.unread:
        return f"{ref} can't be read; run `check`, and correct it first"
    return f"nothing here is called {ref!r}{did_you_mean(ref, records) or ''}"


def _objections(
    records: Mapping[str, NamedEntry], old: str, new: str, entries: Entries
) -> Iterator[str]:
    """Why a record can't be called `new`."""
    if not REF.fullmatch(new) or len(slug_of(new)) > LONGEST_NAME or slug_of(new) in RESERVED:
        yield (
            f"{new!r} can't be a reference; write a folder and a name of lower-case letters a-z, digits and "
            f"single hyphens, such as {kind_of(old)}/another-name"
        )
        return
    kinds = ENTITY_KINDS if kind_of(old) in ENTITY_KINDS else (kind_of(old),)
    if kind_of(new) not in kinds:
        yield f"{old} can't move to {kind_of(new)}/; write {' or '.join(f'{one}/…' for one in kinds)}"
    elif isinstance(entity := records[old].record, Entity) and kind_of(new) != kind_of(old):
        subkinds = entries.config.vocabulary.subkinds[entity_kind_of(new)]
        if subkinds and entity.subkind not in subkinds:
            yield (
                f"what is in {kind_of(new)}/ has a `subkind`; first write one in {records[old].path}: "
                f"{', '.join(subkinds)}"
            )
    if new in records:
        yield f"{new} already exists; if the two are one thing, run `merge {old} {new}`"
    for ref, entry in records.items():
        if ref != old and new in entry.record.formerly:
            yield f"{new} is a former reference of {ref}, and its page leads there; choose another"


def _with_former(text: str, entry: NamedEntry, new: str) -> str:
    """The record's file with one more former reference; a reference that it takes back is removed."""
    former = entry.record.formerly
    text = with_items(text, "formerly", [[f"- {entry.ref}"]], list(order_of(type(entry.record))))
    return without(text, ("formerly", former.index(new))) if new in former else text


def _moved_path(path: str, old: str, new: str) -> str:
    """Where a file goes if a record is renamed."""
    if kind_of(old) == "sources" and path.startswith(f"content/{old}/"):
        return f"content/{new}/{path.removeprefix(f'content/{old}/')}"
    return file_of(new) if path == file_of(old) else path


def _in_page(text: str, moves: Mapping[str, str]) -> tuple[str, tuple[int, ...]]:
    """A page written by hand, with the addresses in its links replaced, and the lines that change."""
    sought = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, moves))})(?=\.(?:md|html)\b|/)")
    before = text.split("\n")
    after = [sought.sub(lambda found: moves[found[0]], line) for line in before]
    changed = (
        n for n, (one, other) in enumerate(zip(before, after, strict=True), 1) if one != other
    )
    return "\n".join(after), tuple(changed)


def _keep_ledger(
    fresh: dict[str, str], files: Mapping[str, str], where: Mapping[str, str], entries: Entries
) -> None:
    """Write the new digests of facts into the ledger: a renamed record changes nothing that they say."""
    if LEDGER not in files:
        return
    before = {entry.ref: digest(entry.home, entry.record) for entry in entries.facts}
    for path in files:
        if model_of(path) is Fact and (fresh[path] != files[path] or where[path] != path):
            for entry, record in _facts(fresh[path], where[path]):
                seen = entries.ledger.get(entry)
                if seen and seen.digest == before.get(entry):
                    home = "/".join(where[path].split("/")[1:3])
                    now = replace(seen, digest=digest(home, record))
                    fresh[LEDGER] = fresh[LEDGER].replace(f"{entry}: {seen}", f"{entry}: {now}")


def _facts(text: str, path: str) -> Iterator[tuple[str, Fact]]:
    node, _ = read(text.encode(), path)
    for item in node.values if isinstance(node, Items) else ():
        record, _ = record_of(Fact, item, lambda _: Place(path))
        if record:
            yield record.id, record
