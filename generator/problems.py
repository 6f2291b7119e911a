"""Problems as values: a place, a rule, what is wrong and what to do next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from rapidfuzz.distance import OSA

from generator.text.characters import REFUSED

ALIKE = 0.7
"""How alike two names must be, from 0 to 1, for `did_you_mean` to offer one for the other."""

LISTED = 40
"""The most words that `choose_from` lists; a longer list helps nobody."""

MOST_TOLD = 200
"""So many problems of one file are told, at most; a hostile one could have a million."""

_BLOCK = re.compile(r"[>|][+-]? *")

_NAMED = re.compile(
    r"'([^']+)'|\"([^\"]+)\"|“([^”]+)”|\b((?:people|units|topics|questions|sources)/[a-z0-9-]+)"
    r"|the statement has ([^,;'\"]+), which"
)
"""The words that a message names, each in one of the groups."""

SHOWN, SHOWN_BEFORE = 100, 60
"""How many characters of a line `excerpt` shows, and how many of them before the place."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """The position of a value in the project; lines and columns (in code points) count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """A reference to a record that does not exist, what to do, and the record that may be meant, or ""."""

    ref: str
    advice: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class RepeatedId:
    """The id of a fact that another fact has too, where the other has it, and an id that is free."""

    fact: str
    place: Place
    free: str

    def told(self, *, newer: bool | None = False) -> str:
        """The message, which accuses this fact only if it is known to be the newer one."""
        there = f"the one in {self.place.path}:{self.place.line}"
        if newer:
            return (
                f"{self.fact} is already the id of another fact, {there}; give this fact another id, "
                f"such as {self.free}; if it had another id before, write that again"
            )
        return (
            f"{self.fact} is the id of two facts, this one and {there}; give another id, such "
            f"as {self.free}, to the one that you added or changed last (if it had another id before, write "
            "that again), and leave the other as it is"
        )


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to fix before anything is built: its place, the rule it breaks, and a message.

    The message says what is wrong, then what to do next. `about` is there if it depends on other
    problems, or on the last commit, how this is told.
    """

    place: Place
    rule: str
    message: str
    about: MissingRecord | RepeatedId | None = field(default=None, compare=False)


def show(value: object, limit: int = 80) -> str:
    """A value from a file as one short line, safe for any program that prints it.

    Works like `repr`: it keeps printable Unicode and escapes the rest. It cuts the value after
    `limit` characters and marks the cut with `…`.
    """
    if isinstance(value, str):
        return _inert(repr(value[:limit])) + ("…" if len(value) > limit else "")
    text = _inert(repr(value))
    return text[:limit] + ("…" if len(text) > limit else "")


def most_alike(wrong: str, known: Iterable[str]) -> str:
    """The known name most like the wrong one, or "" if none is much like it."""
    likeness = {name: OSA.normalized_similarity(wrong, name) for name in known}
    best = min(likeness, key=lambda name: (-likeness[name], name), default="")
    return best if likeness.get(best, 0) >= ALIKE else ""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """The question "; did you mean …?" with the most similar known name, or ""."""
    best = most_alike(wrong, known)
    return f"; did you mean {show(best)}?" if best else ""


def choose_from(wrong: str, known: Iterable[str]) -> str:
    """The advice of `did_you_mean`, or else to choose from the known words; few are listed."""
    words = tuple(known)
    if not words:
        return "; remove it"
    if len(words) > LISTED:
        advice = f"; choose one of the {len(words)} words listed there"
    else:
        advice = f"; choose one of: {', '.join(words)}"
    return did_you_mean(wrong, words) or advice


def as_text(problem: Problem) -> str:
    """A problem as one line, `path:line:column: rule: message`."""
    return located(problem.place, problem.rule, problem.message)


def located(place: Place, label: str, text: str) -> str:
    """A message at a place as one line, which editors and terminals can follow."""
    path = _inert(place.path)
    if not path or path[0] in ": ":  # a line that begins with :: is a workflow command
        path = f"./{path}"
    return f"{path}:{place.line}:{place.column}: {_inert(label)}: {_inert(text)}"


def excerpt(place: Place, lines: Sequence[str]) -> str:
    """The line of a file that a place is in, below its number, with a mark under the place.

    For a text under `>-`, this is its first line; a long line is cut around the place. "" if the
    file has no such line.
    """
    number, start = place.line, place.column - 1
    if not 0 < number <= len(lines):
        return ""
    if _BLOCK.fullmatch(lines[number - 1], start) and number < len(lines):
        number, start = number + 1, len(lines[number]) - len(lines[number].lstrip(" "))
    line = lines[number - 1].rstrip()
    first, last = max(0, start - SHOWN_BEFORE), max(start - SHOWN_BEFORE, 0) + SHOWN
    before = ("…" if first else "") + _as_seen(line[first:start])
    after = _as_seen(line[start:last]) + ("…" if len(line) > last else "")
    return f"{number:>6} | {before}{after}\n{'':>6} | {' ' * len(before)}^"


def _as_seen(text: str) -> str:
    """A part of a line, inert, with spaces for a tab, as an editor shows it."""
    return _inert(text.replace("\t", "    "))


def pinpointed(problem: Problem, lines: Sequence[str]) -> Problem:
    """A problem at the very words that its message names, if the value on these lines has them.

    A value is on the line of its place or, under `>-` and the like, on those that are indented
    below it.
    """
    number, start = problem.place.line, problem.place.column - 1
    if not 0 < number <= len(lines):
        return problem
    value = {number: (start, lines[number - 1])}
    if _BLOCK.fullmatch(lines[number - 1], start):
        before = len(lines[number - 1]) - len(lines[number - 1].lstrip(" -"))
        below = takewhile(
            lambda one: not one[1].strip() or _indented(one[1]) > before,
            enumerate(lines[number:], number + 1),
        )
        value = {at: (_indented(line), line) for at, line in below if line.strip()} or value
    first = next(iter(value))
    for words in _words_named(problem.message):
        for at, (column, line) in value.items():
            if found := re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(line, column):
                return replace(
                    problem, place=replace(problem.place, line=at, column=found.start() + 1)
                )
    return replace(problem, place=replace(problem.place, line=first, column=value[first][0] + 1))


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _words_named(message: str) -> Iterator[str]:
    """The words of a value that a message names: in quotation marks, a reference, a number or month."""
    for found in _NAMED.finditer(message.partition("; ")[0]):
        yield next(filter(None, found.groups()))


def as_github(problem: Problem) -> str:
    """A problem as one GitHub workflow command, from which none of its text can break out.

    The escapes are those of `ActionCommand.cs` in actions/runner.
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
    """The text as one line, with invisible characters and `##` escaped.

    `##[` anywhere in a line begins a workflow command in the older form.
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
