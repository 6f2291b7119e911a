"""A problem is a value: a place, a rule, what is wrong and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from generator.text.characters import REFUSED

ALIKE = 0.7
"""The share of a name that must be right for `did_you_mean` to offer it."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where in the project a value stands; lines and columns (code points) count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """What must be mended before anything is built: where, by which rule, and how."""

    place: Place
    rule: str
    message: str


def show(value: object, limit: int = 80) -> str:
    """A value from a file is printed as one short line that can't act on what prints it.

    As `repr`: printable Unicode stays, all else is escaped. What comes after the
    first `limit` characters is left out and marked by `…`.
    """
    if isinstance(value, str):
        return _inert(repr(value[:limit])) + ("…" if len(value) > limit else "")
    text = _inert(repr(value))
    return text[:limit] + ("…" if len(text) > limit else "")


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """The known name that is most like a wrong one is offered, and none that is not like it."""
    likeness = {name: OSA.normalized_similarity(wrong, name) for name in known}
    best = min(likeness, key=lambda name: (-likeness[name], name), default="")
    return f"; did you mean {show(best)}?" if likeness.get(best, 0) >= ALIKE else ""


def as_text(problem: Problem) -> str:
    """A problem is one line that editors and terminals can follow to its place."""
    place = problem.place
    path = _inert(place.path)
    if not path or path[0] in ": ":  # a line that begins with :: is a workflow command
        path = f"./{path}"
    where = f"{path}:{place.line}:{place.column}"
    return f"{where}: {_inert(problem.rule)}: {_inert(problem.message)}"


def as_github(problem: Problem) -> str:
    """A problem is one workflow command, out of which no text of it can break.

    The escapes are those of actions/runner, `ActionCommand.cs`.
    """
    place = problem.place
    return (
        f"::error file={_property(place.path)},line={place.line},col={place.column},"
        f"title={_property(problem.rule)}::{_data(problem.message)}"
    )


def _data(text: str) -> str:
    return _inert(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """Text is shown on one line, without what can't be seen and without `##`.

    `##[` anywhere in a line is a workflow command too, in its older form.
    """
    if not text.isprintable() or REFUSED.search(text):
        text = "".join(
            char if char.isprintable() and not REFUSED.match(char) else _escape(char)
            for char in text
        )
    return text.replace("##", "#\\x23")


def _escape(char: str) -> str:
    code = ord(char)
    return (
        f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}" if code > 0xFF else repr(char)[1:-1]
    )
