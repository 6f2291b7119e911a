"""Merging: two records of one thing become one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.load.entries import Entries, Entry
from generator.records import Entity
from generator.records.references import kind_of
from generator.review.edits import NotEditableError, with_field, with_items, without
from generator.review.house_style import items_of, written
from generator.review.renaming import CanNotMoveError, Edit, edits_of, file_of, follow, missing
from generator.review.shapes import order_of, within
from generator.strict_yaml.as_written import WrittenGroup, WrittenPart, as_written, comments
from generator.strict_yaml.places import texts

SET_APART = ("unsettled", "distinct_from")

_ORDER = tuple(order_of(Entity))


@dataclass(frozen=True, slots=True)
class _Two:
    """The record that goes, the one that stays, and everything else that was read."""

    gone: Entry[Entity]
    kept: Entry[Entity]
    entries: Entries

    @property
    def refs(self) -> frozenset[str]:
        return frozenset((self.gone.ref, self.kept.ref))


def merge(files: Mapping[str, str], entries: Entries, gone: str, kept: str) -> list[Edit]:
    """The changes to files, by path, if the record `gone` becomes part of the record `kept`.

    Raises CanNotMoveError with everything that only a person can decide; nothing should be changed
    then.
    """
    known = {one.ref: one for one in entries.entities}
    if reasons := [missing(ref, known, entries) for ref in (gone, kept) if ref not in known]:
        raise CanNotMoveError(reasons)
    two = _Two(known[gone], known[kept], entries)
    if reasons := list(_undecided(two)):
        raise CanNotMoveError(reasons)
    others = {path: text for path, text in files.items() if path != file_of(gone)}
    home, old = file_of(kept), files[file_of(gone)].replace("\r\n", "\n")
    try:
        others[home] = _settled(others[home], two.kept.record, gone)
        fresh, lines = follow(others, {gone: kept})
        fresh[home] = _united(fresh[home], old, two)
        for path in fresh:
            if path.endswith(".yaml") and lines.get(path):
                fresh[path] = _once(fresh[path])
    except NotEditableError as error:
        raise CanNotMoveError([f"{home}: {error}"]) from error
    found = edits_of(
        {path: files[path] for path in others}, fresh, {one: one for one in fresh}, lines
    )
    kept_comments = comments(fresh[home].replace("\r\n", "\n"))
    lost = tuple(one for one in comments(old) if one not in kept_comments)
    return [*found, Edit(file_of(gone), file_of(gone), None, lost=lost)]


def _undecided(two: _Two) -> Iterator[str]:
    """What keeps two records from becoming one, which only a person can decide."""
    gone, kept = two.gone, two.kept
    if gone.ref == kept.ref:
        yield f"{gone.ref} is named twice; name two different records"
        return
    if kind_of(gone.ref) != kind_of(kept.ref):
        yield f"{gone.ref} and {kept.ref} are records of different kinds; run `rename` on one of them first"
    a, b = gone.record.subkind, kept.record.subkind
    if a and b and a != b:
        yield f"{gone.ref} has the subkind {a}, and {kept.ref} has {b}; correct one of them"
    for one, other in ((gone, kept), (kept, gone)):
        if any(apart.ref == other.ref for apart in one.record.distinct_from):
            yield (
                f"{one.path}: `distinct_from` says how it differs from {other.ref}; remove that if they "
                "are one"
            )
    yield from _set_apart(two)
    yield from _related(two)


def _set_apart(two: _Two) -> Iterator[str]:
    """Entities that are told apart from both, or are probably one of them, with different reasons."""
    said = [_about_others(one.record) for one in (two.gone, two.kept)]
    for ref in sorted(said[0].keys() & said[1].keys()):
        if said[0][ref] != said[1][ref]:
            yield (
                f"{two.gone.path} and {two.kept.path} say different things about {ref} "
                f"({' and '.join(sorted({said[0][ref][0], said[1][ref][0]}))}); make them agree, or remove one"
            )
    guesses = [one.record.probably for one in (two.gone, two.kept)]
    named = {one.ref for one in guesses if one and one.ref not in two.refs}
    if len(named) == 2:
        yield f"the two are probably different things: {' and '.join(sorted(named))}; remove one `probably`"
    for entry in two.entries.entities:
        apart = [one.ref for field in SET_APART for one in getattr(entry.record, field)]
        if entry.ref not in two.refs and two.refs <= set(apart):
            yield f"{entry.path} tells both apart from {entry.ref}; keep one of the two entries"
    if two.entries.gazetteer:
        placed = [one for one in two.entries.gazetteer.positions if one.record.place in two.refs]
        if len(placed) == 2:
            yield f"{placed[0].path} has a position for both; keep one of the two"


def _about_others(record: Entity) -> dict[str, tuple[str, str]]:
    """What a record says about each entity that it may be confused with: the field and the reason."""
    return {one.ref: (field, one.because) for field in SET_APART for one in getattr(record, field)}


def _related(two: _Two) -> Iterator[str]:
    """The facts that relate the two to each other, or credit both."""
    for entry in two.entries.facts:
        place = f"{entry.path}:{entry.place('id').line}: {entry.ref}"
        if any({one.subject, one.object} == two.refs for one in entry.record.relations):
            yield f"{place} relates the two to each other; correct it first"
        speakers = {*entry.record.attributed_to}, {one.who for one in entry.record.via}
        if any(two.refs <= one for one in speakers) or all(two.refs & one for one in speakers):
            yield f"{place} names both as speakers; correct it first"


def _settled(text: str, kept: Entity, gone: str) -> str:
    """The record that stays, without its doubts about whether it is the other one."""
    if kept.probably and kept.probably.ref == gone:
        text = without(text, ("probably",))
    numbers = [number for number, one in enumerate(kept.unsettled) if one.ref == gone]
    for number in reversed(numbers):
        text = without(text, ("unsettled", number))
    return text


def _united(text: str, other: str, two: _Two) -> str:
    """The record that stays, with what only the other one says."""
    gone, kept = two.gone.record, two.kept.record
    _, node = as_written(other)
    fields = {
        part.name.text: part
        for part in (node.parts if isinstance(node, WrittenGroup) else ())
        if part.name
    }
    spelt = {*kept.names}
    name = [] if gone.name in spelt else [WrittenPart(None, written(gone.name))]
    aliases = _chosen(
        fields, "aliases", [one.name not in {*spelt, gone.name} for one in gone.aliases]
    )
    known = _about_others(kept)
    more = {
        "aliases": name + aliases,
        "asked_as": _chosen(
            fields, "asked_as", [one not in kept.asked_as for one in gone.asked_as]
        ),
        "party": _chosen(fields, "party", [one not in kept.party for one in gone.party]),
        "formerly": [WrittenPart(None, written(one)) for one in (*gone.formerly, two.gone.ref)],
    } | {
        field: _chosen(
            fields,
            field,
            [one.ref not in {*known, two.kept.ref} for one in getattr(gone, field)],
        )
        for field in SET_APART
    }
    for field, parts in more.items():
        text = with_items(text, field, items_of(parts, within(Entity, field)), _ORDER)
    if gone.subkind and not kept.subkind:
        text = with_field(text, "subkind", [f"subkind: {gone.subkind}"], _ORDER)
    if gone.probably and gone.probably.ref not in two.refs and not kept.probably:
        part = WrittenGroup(True, False, [fields["probably"]])
        ((*lines,),) = items_of([WrittenPart(None, part)], Entity)
        text = with_field(text, "probably", [line[2:] for line in lines], _ORDER)
    return text


def _chosen(
    fields: Mapping[str, WrittenPart], field: str, wanted: Sequence[bool]
) -> list[WrittenPart]:
    """The items wanted from a list, with their comments."""
    if field not in fields:
        return []
    value = fields[field].value
    parts = value.parts if isinstance(value, WrittenGroup) else ()
    return [part for part, take in zip(parts, wanted, strict=True) if take]


def _once(text: str) -> str:
    """The text without repeated topics."""
    seen, twice = set(), []
    for one in texts(text):
        if len(one.way) > 1 and one.way[-2] == "topics" and not one.naming:
            key = one.way[:-1], one.text
            if key in seen:
                twice.append(one.way)
            seen.add(key)
    for way in reversed(twice):
        text = without(text, way)
    return text
