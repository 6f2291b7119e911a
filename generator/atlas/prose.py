"""Prose: sentences with links to entities, `[[ref|words]]` or `[[words]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.atlas.names import Names
from generator.records.fields import REF

_PATH = rf"(?:content/|\.{{0,2}}/)*(?:{REF.pattern})(?:\.(?:yaml|md|html))?"
"""A reference, or its file or page, as written by people who know other kinds of links."""

_PATH_ALONE = re.compile(_PATH)
_BAR_MISSING = re.compile(rf"({_PATH})(?![\w-])[\s,:;/.]*")
_TARGET = rf"(?<![\w/.:-])(?P<%s>{_PATH})(?![\w/]|-\w|\.\w)"
_WORDS = r"(?P<%s>[^\[\]|(){}<>`]+)"
_OPEN, _CLOSE = r"[\[({<`]{1,2} ?", r" ?[\])}>`]{1,2}"
_LINK = re.compile(
    "|".join(
        (
            r"\[\[(?P<inside>[^\[\]]*)\]\](?!\()",
            rf"{_OPEN}{_WORDS % 'w1'}{_CLOSE} ?{_OPEN}{_TARGET % 't1'}{_CLOSE}",
            rf"\[{{1,2}}{_TARGET % 't2'}\]{{1,2}}[\[(]{{1,2}}{_WORDS % 'w2'}[\])]{{1,2}}",
            rf"{_OPEN}{_WORDS % 'w3'} ?[|:,] ?{_TARGET % 't3'}{_CLOSE}",
            rf"{_OPEN}{_TARGET % 't4'} ?[ |:,] ?{_WORDS % 'w4'}{_CLOSE}",
            rf"\[{{1,2}}{_WORDS % 'w5'}\]{{1,2}}\([^()\s]+\)",
            rf"(?:{_OPEN})?{_TARGET % 't6'}(?:{_CLOSE})?",
        )
    )
)
"""A link, then each other way in which people write one: `[words](topics/bell)` and the like."""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words without a link."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that name an entity.

    `ref` is the entity, or None if the words do not settle it. `candidates` then lists the entities
    with that name: none, or several. `slip` is how the link is written, if it is not
    `[[ref|words]]` or `[[words]]`; else "".
    """

    words: str
    ref: str | None
    candidates: tuple[str, ...] = ()
    slip: str = ""


Piece = Unlinked | Link


def pieces_of(text: str, names: Names) -> tuple[Piece, ...]:
    """The sentence in pieces; what is not a link, and not meant as one, stays as it was typed."""
    return tuple(_pieces(text, names))


def written_as_links(text: str, names: Names) -> Iterator[tuple[str, Link]]:
    """Everything in a text that is written as a link, correctly or not, with the link that is meant."""
    for match in _LINK.finditer(text):
        if link := _of(match, names):
            yield match[0], link


def _pieces(text: str, names: Names) -> Iterator[Piece]:
    position = 0
    for match in _LINK.finditer(text):
        link = _of(match, names)
        if link is None:
            continue
        if match.start() > position:
            yield Unlinked(text[position : match.start()])
        yield link
        position = match.end()
    if position < len(text):
        yield Unlinked(text[position:])


def _of(match: re.Match[str], names: Names) -> Link | None:
    """The link that is meant: its reference and its words, however they are written.

    Without square brackets, only an entity's reference counts as a link: "50 units/day" does not.
    """
    if match["inside"] is not None:
        return _link(match["inside"], names, match[0])
    parts = {name[0]: part for name, part in match.groupdict().items() if part}
    ref, words = REF.search(parts.get("t", "")), parts.get("w", "").strip()
    if ref and (match[0].startswith("[") or names.has(ref[0])):
        return Link(words or ref[0], ref[0], slip=match[0])
    if ref:
        return None
    found = names.bearers(words)
    return Link(words, found[0] if len(found) == 1 else None, found, match[0])


def _link(inside: str, names: Names, written: str) -> Link:
    target, bar, words = (part.strip() for part in inside.partition("|"))
    if REF.fullmatch(target) and not words.startswith("|"):
        return Link(words or target, target)
    for end, other in ((target, words), (words, target)):
        if _PATH_ALONE.fullmatch(end) and (ref := REF.search(end)):
            return Link(other.strip("| ") or ref[0], ref[0], slip=written)
    if bar:
        return Link(words or target, target)
    if unbarred := _BAR_MISSING.match(target):
        return _link(f"{unbarred[1]}||{target[unbarred.end() :]}", names, written)
    candidates = names.bearers(target)
    return Link(target, candidates[0] if len(candidates) == 1 else None, candidates)


def plain_words(pieces: tuple[Piece, ...]) -> str:
    """The sentence in words, without links."""
    return "".join(piece.words for piece in pieces)


def links(pieces: tuple[Piece, ...]) -> tuple[Link, ...]:
    """The links of a sentence, in order."""
    return tuple(piece for piece in pieces if isinstance(piece, Link))
