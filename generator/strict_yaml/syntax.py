"""What a YAML parser's complaint means to somebody who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError

from generator.problems import show

RULES = {
    "yaml-syntax": "A file is YAML: fields, lists and text, each line indented like its fellows.",
    "yaml-directive": "No directives: no line begins with %.",
    "yaml-tag": "No explicit tags: every value is text.",
}
"""Each rule of this module, with what must hold."""


PROBLEMS_TOLD = 50  # of one file; a hostile one could hold a million


class Finding(NamedTuple):
    """What is wrong at a place of the file that is being read."""

    line: int
    column: int
    rule: str
    message: str


class _Meaning(NamedTuple):
    """What a complaint means to an author, and the rule that it breaks."""

    message: str
    rule: str = "yaml-syntax"
    at_opening: bool = False  # the place to mend is where something was opened, not where it ends


_MEANINGS = (  # each with a pattern of the parser's words; the first that fits is the meaning
    (
        "unknown escape",
        _Meaning("a backslash in double quotes begins an escape: write \\\\, or use single quotes"),
    ),
    (
        "escape code|hexdecimal|hexadecimal",
        _Meaning("this escape stands for no character: write the character itself"),
    ),
    (
        "quoted scalar.*(end of stream|document indicator|document separator)",
        _Meaning(
            "the quote that begins here is never closed: close it (inside single quotes, ' is '')",
            at_opening=True,
        ),
    ),
    (
        "directive|%YAML|YAML document|YAML version",
        _Meaning(
            "a line that begins with % is a directive: remove it, or quote the value",
            "yaml-directive",
        ),
    ),
    (
        "a tag|tag handle|a %TAG",
        _Meaning("'!' at the start of a value begins a tag: quote this value", "yaml-tag"),
    ),
    (
        "(anchor|alias).*(alphabetic|alphanumeric)",
        _Meaning("'*' or '&' at the start of a value has a meaning of its own: quote this value"),
    ),
    (
        "a block scalar",
        _Meaning("text under '>' or '|' begins on the next line, and all of it is indented alike"),
    ),
    (
        "plain scalar.*unexpected ':'",
        _Meaning("':' has a meaning of its own inside { } and [ ]: quote this value"),
    ),
    (
        "sequence entries are not allowed",
        _Meaning("a list can't begin here: put each '- ' on a line of its own, indented alike"),
    ),
    (
        "mapping keys are not allowed",
        _Meaning("'? ' can't stand here: quote this value"),
    ),
    (
        "flow (sequence|mapping)",
        _Meaning(
            "the [ or {, opened at {there}, is not closed before this: close it, or quote the value"
        ),
    ),
    (
        "document start|<document",
        _Meaning(
            "the file goes on where its content has ended: "
            "check the indentation and the quotes above"
        ),
    ),
)

_OPENED = re.compile(r"(?:^|: |- |[\[{,] *)([\"'\[{])[^\n]*$")
_NO_SPACE = re.compile(r" *(?:- )*[\w-]+:[^\s:/]")


def explain(error: Exception, lines: list[str]) -> Finding:
    """A syntax error says where it is, what is likely to be wrong and what to do."""
    mark = None
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
    if not isinstance(error, MarkedYAMLError) or mark is None:
        return Finding(1, 1, "yaml-syntax", f"this is not YAML: {show(str(error))}")
    opening = error.context_mark or mark
    meaning = _meaning(f"{error.context or ''}: {error.problem or ''}", mark, opening, lines)
    place = opening if meaning.at_opening else mark
    return Finding(place.line + 1, place.column + 1, meaning.rule, meaning.message)


def _meaning(told: str, mark: Mark, opening: Mark, lines: list[str]) -> _Meaning:
    for pattern, meaning in _MEANINGS:
        if re.search(pattern, told):
            there = f"{opening.line + 1}:{opening.column + 1}"
            return meaning._replace(message=meaning.message.replace("{there}", there))
    return next(_likely_causes(told, mark, opening, lines))


def _likely_causes(told: str, mark: Mark, opening: Mark, lines: list[str]) -> Iterator[_Meaning]:
    """What most often makes a parser say this, seen on the lines themselves; best first."""
    line, above = _line(lines, mark.line), _line(lines, mark.line - 1)
    before, here = line[: mark.column], line[mark.column :][:1]
    if "expected ':'" in told:
        yield _neither_field_nor_text(opening, lines)
    if "mapping values are not allowed" in told:
        yield _Meaning(_stray_colon(before, above))
    if "cannot start any token" in told or "node content" in told:
        yield _Meaning(f"a value can't begin with {show(here)}: quote this value")
    if here == ":" and not before.strip(" -"):
        yield _Meaning("a field has no name: write one before the ':'")
    opened = _OPENED.search(before)
    if opened:
        yield _Meaning(
            f"the value that begins with {opened[1]} has ended, and more follows: "
            "quote the whole value, or put it on lines under '>-'"
        )
    if "block" in told:
        there = f"line {opening.line + 1}, where its neighbours begin"
        yield _Meaning(f"this is not indented like {there}")
    advice = "check quotes and indentation here and above"
    yield _Meaning(f"this is not YAML ({told.strip(': ')}): {advice}")


def _neither_field_nor_text(opening: Mark, lines: list[str]) -> _Meaning:
    """A line without a ':' where a field was looked for."""
    start = "this line is neither 'field: value' nor "
    if _NO_SPACE.match(_line(lines, opening.line)):
        return _Meaning(f"{start}text: put a space behind the ':'", at_opening=True)
    cut = " #" in _line(lines, opening.line - 1)
    hint = " (a ' #' on the line above cut its value short: quote that value)" if cut else ""
    return _Meaning(f"{start}part of the text above: indent it{hint}", at_opening=True)


def _stray_colon(before: str, above: str) -> str:
    """Why a ':' can't stand where it does; `before` is what is on its line before it."""
    if ": " in before:
        return "a second ': ' on one line: quote this value, or put it on lines under '>-'"
    if _NO_SPACE.match(above):
        return "the line above is no 'field: value': put a space behind its ':'"
    return "a field inside a text: indent it like the other fields, or quote the whole text"


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
