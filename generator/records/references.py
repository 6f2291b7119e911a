"""References: one string, such as people/ada-okoro, names a record, its file and its page."""

from __future__ import annotations

import re
from typing import Literal, get_args

EntityKind = Literal["people", "units", "topics"]
RecordKind = EntityKind | Literal["questions", "sources"]

ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
RECORD_KINDS: tuple[RecordKind, ...] = (*ENTITY_KINDS, "questions", "sources")

_ENTITY_KINDS: dict[str, EntityKind] = {kind: kind for kind in ENTITY_KINDS}
_RECORD_KINDS: dict[str, RecordKind] = {kind: kind for kind in RECORD_KINDS}
_ENTITY_FOLDERS = tuple(f"{kind}/" for kind in ENTITY_KINDS)
_LINKED = re.compile(r"\[\[([^\[\]|]+)\|")


def kind_of(ref: str) -> RecordKind:
    """The kind of record that a reference names. Raises KeyError for any other text."""
    return _RECORD_KINDS[ref.partition("/")[0]]


def entity_kind_of(ref: str) -> EntityKind:
    """The kind of entity that a reference names. Raises KeyError if it names no entity."""
    return _ENTITY_KINDS[ref.partition("/")[0]]


def slug_of(ref: str) -> str:
    """The part of a reference after its kind: `ada-okoro`."""
    return ref.partition("/")[2]


def is_entity(text: str) -> bool:
    """Whether a text is a reference to a person, a unit or a topic."""
    return text.startswith(_ENTITY_FOLDERS)


def refs_meant(meaning: str) -> tuple[str, ...]:
    """The entities that an entry under `resolves` names: one reference, or words with links."""
    return (meaning,) if is_entity(meaning) else tuple(_LINKED.findall(meaning))
