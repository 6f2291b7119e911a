"""What a YAML parser's complaint means to somebody who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml import YAMLError

from generator.problems import show

RULES = {
    "yaml-syntax": "A file is YAML: fields, lists and text, each line indented like its fellows.",
    "yaml-directive": "No directives: no line begins with %.",
    "yaml-tag": "No explicit tags: every value is text.",
}
"""Each rule of this module, with what must hold."""


ENOUGH = 50
"""How many problems of one file are told; a hostile file could hold a million."""


class Finding(NamedTuple):
    """What is wrong at a place of the file that is being read."""

    line: int
    column: int
    rule: str
    message: str


_MEANINGS = (
    (
        "unknown escape",
        "a backslash in double quotes begins an escape: write \\\\, or use single quotes",
    ),
    (
        "escape code|hexdecimal|hexadecimal",
        "this escape stands for no character: write the character itself",
    ),
    (
        "quoted scalar.*(end of stream|document indicator|document separator)",
        "the quote that begins here is never closed: close it (inside single quotes, ' is '')",
    ),
    (
        "directive|%YAML|YAML document|YAML version",
        "a line that begins with % is a directive: remove it, or quote the value",
    ),
    ("a tag|tag handle|a %TAG", "'!' at the start of a value begins a tag: quote this value"),
    (
        "(anchor|alias).*(alphabetic|alphanumeric)",
        "'*' or '&' at the start of a value has a meaning of its own: quote this value",
    ),
    (
        "a block scalar",
        "text under '>' or '|' begins on the next line, and all of it is indented alike",
    ),
    (
        "plain scalar.*unexpected ':'",
        "':' has a meaning of its own inside { } and [ ]: quote this value",
    ),
    (
        "sequence entries are not allowed",
        "a list can't begin here: put each '- ' on a line of its own, indented alike",
    ),
    ("mapping keys are not allowed", "'? ' can't stand here: quote this value"),
    (
        "flow (sequence|mapping)",
        "the [ or {, opened at {there}, is not closed before this: close it, or quote the value",
    ),
    (
        "document start|<document",
        "the file goes on where its content has ended: check the indentation and the quotes above",
    ),
)

_OPENED = re.compile(r"(?:^|: |- |[\[{,] *)([\"'\[{])[^\n]*$")
_NO_SPACE = re.compile(r" *(?:- )*[\w-]+:[^\s:/]")


def explain(error: Exception, lines: list[str]) -> Finding:
    """A syntax error says where it is, what is likely to be wrong and what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if not isinstance(error, YAMLError) or mark is None:
        return Finding(1, 1, "yaml-syntax", f"this is not YAML: {show(str(error))}")
    problem = str(getattr(error, "problem", None) or "")
    told = f"{getattr(error, 'context', None) or ''}: {problem}"
    opening = getattr(error, "context_mark", None) or mark
    rule, message = _meaning(told, mark, opening, lines)
    if "never closed" in message or message.startswith("this line is neither"):
        mark = opening
    return Finding(mark.line + 1, mark.column + 1, rule, message)


def _meaning(told: str, mark: _Mark, opening: _Mark, lines: list[str]) -> tuple[str, str]:
    for pattern, meaning in _MEANINGS:
        if re.search(pattern, told):
            rule = "yaml-directive" if "directive" in meaning else "yaml-syntax"
            there = f"{opening.line + 1}:{opening.column + 1}"
            rule = "yaml-tag" if "begins a tag" in meaning else rule
            return rule, meaning.replace("{there}", there)
    return "yaml-syntax", next(_likely_causes(told, mark, opening, lines))


def _likely_causes(told: str, mark: _Mark, opening: _Mark, lines: list[str]) -> Iterator[str]:
    """What most often makes a parser say this, seen on the lines themselves; best first."""
    line, above = _line(lines, mark.line), _line(lines, mark.line - 1)
    before, here = line[: mark.column], line[mark.column :][:1]
    if "expected ':'" in told:
        if _NO_SPACE.match(_line(lines, opening.line)):
            yield "this line is neither 'field: value' nor text: put a space behind the ':'"
        cut = " #" in _line(lines, opening.line - 1)
        hint = " (a ' #' on the line above cut its value short: quote that value)" if cut else ""
        yield f"this line is neither 'field: value' nor part of the text above: indent it{hint}"
    if "mapping values are not allowed" in told:
        if ": " in before:
            yield "a second ': ' on one line: quote this value, or put it on lines under '>-'"
        if _NO_SPACE.match(above):
            yield "the line above is no 'field: value': put a space behind its ':'"
        yield "a field inside a text: indent it like the other fields, or quote the whole text"
    if "cannot start any token" in told or "node content" in told:
        yield f"a value can't begin with {show(here)}: quote this value"
    if here == ":" and not before.strip(" -"):
        yield "a field has no name: write one before the ':'"
    opened = _OPENED.search(before)
    if opened:
        yield (
            f"the value that begins with {opened[1]} has ended, and more follows: "
            "quote the whole value, or put it on lines under '>-'"
        )
    if "block" in told:
        yield f"this is not indented like line {opening.line + 1}, where its neighbours begin"
    yield f"this is not YAML ({told.strip(': ')}): check quotes and indentation here and above"


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


class _Mark:
    """A parser's place; lines and columns count from 0."""

    line: int
    column: int
