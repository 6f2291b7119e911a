"""Prose: sentences with links to entities, `[[ref|words]]` or `[[words]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.atlas.names import Names
from generator.records.fields import REF

_LINK = re.compile(r"\[\[([^\[\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words without a link."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that name an entity.

    `ref` is the entity, or None if the words do not settle it. `candidates` then lists the
    entities with that name: none, or several.
    """

    words: str
    ref: str | None
    candidates: tuple[str, ...] = ()


Piece = Unlinked | Link


def pieces_of(text: str, names: Names) -> tuple[Piece, ...]:
    """The sentence in pieces; anything but a complete link stays as it was typed."""
    return tuple(_pieces(text, names))


def _pieces(text: str, names: Names) -> Iterator[Piece]:
    position = 0
    for match in _LINK.finditer(text):
        if match.start() > position:
            yield Unlinked(text[position : match.start()])
        yield _link(match.group(1), names)
        position = match.end()
    if position < len(text):
        yield Unlinked(text[position:])


def _link(inside: str, names: Names) -> Link:
    target, bar, words = (part.strip() for part in inside.partition("|"))
    if bar or REF.fullmatch(target):
        return Link(words or target, target)
    candidates = names.bearers(target)
    return Link(target, candidates[0] if len(candidates) == 1 else None, candidates)


def plain_words(pieces: tuple[Piece, ...]) -> str:
    """The sentence in words, without links."""
    return "".join(piece.words for piece in pieces)


def links(pieces: tuple[Piece, ...]) -> tuple[Link, ...]:
    """The links of a sentence, in order."""
    return tuple(piece for piece in pieces if isinstance(piece, Link))
