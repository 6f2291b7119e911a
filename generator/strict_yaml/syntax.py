"""Syntax errors: what a YAML parser's error means to somebody who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError

from generator.problems import show
from generator.strict_yaml.colons import neither_field_nor_text, other_sign, stray_colon
from generator.strict_yaml.indentation import indented, out_of_line

RULES = {
    "yaml-syntax": "A file is YAML: fields, lists and text, each line indented like its neighbours.",
    "yaml-directive": "No directives: no line begins with %.",
    "yaml-tag": "No explicit tags: every value is text.",
}
"""What each rule of this module asks for."""


PROBLEMS_TOLD = 50  # of one file; a hostile one could hold a million


class Fault(NamedTuple):
    """What is wrong at a line and column of the file, both from 1, and the rule it breaks."""

    line: int
    column: int
    rule: str
    message: str


class _Meaning(NamedTuple):
    """What an error means to an author, and the rule that it breaks."""

    message: str
    rule: str = "yaml-syntax"
    at_opening: bool = False  # the place to fix is where something was opened, not where it ends
    at: tuple[int, int] | None = None  # the line and column to fix, from 0, if it is another


_MEANINGS = (  # each with a pattern of the parser's words; the first that fits is the meaning
    (
        "unknown escape",
        _Meaning(
            "a backslash inside double quotation marks has a special meaning in YAML; write it twice, or use single quotation marks"
        ),
    ),
    (
        "escape code|hexdecimal|hexadecimal",
        _Meaning(
            "the code after the backslash stands for no character; write the character itself"
        ),
    ),
    (
        "quoted scalar.*(end of stream|document indicator|document separator)",
        _Meaning(
            "the quotation mark here is never closed; close it (inside single quotes, write ' as '')",
            at_opening=True,
        ),
    ),
    (
        "directive|%YAML|YAML document|YAML version",
        _Meaning(
            "a line can't begin with %; put the value in quotation marks, or remove the line",
            "yaml-directive",
        ),
    ),
    (
        "a tag|tag handle|a %TAG",
        _Meaning(
            "'!' at the start has a special meaning in YAML; put the value in quotation marks",
            "yaml-tag",
        ),
    ),
    (
        "(anchor|alias).*(alphabetic|alphanumeric)",
        _Meaning(
            "'*' or '&' at the start has a special meaning in YAML; put the value in quotation marks"
        ),
    ),
    (
        "a block scalar",
        _Meaning(
            "text after '>' or '|' begins on the next line; give all its lines the same indentation"
        ),
    ),
    (
        "plain scalar.*unexpected ':'",
        _Meaning(
            "':' has a special meaning in YAML inside { } and [ ]; put this value in quotation marks"
        ),
    ),
    (
        "sequence entries are not allowed",
        _Meaning(
            "a list can't begin here; put each '- ' on a separate line, with the same indentation"
        ),
    ),
    (
        "mapping keys are not allowed",
        _Meaning("'? ' has a special meaning in YAML; put this value in quotation marks"),
    ),
    (
        "flow (sequence|mapping)",
        _Meaning(
            "the [ or { opened at {there} is not closed before this; close it, or put the value in quotation marks"
        ),
    ),
    (
        "document start|<document",
        _Meaning(
            "this does not fit the lines above; check the indentation and the quotation marks above"
        ),
    ),
)

_OPENED = re.compile(r"(?:^|: |- |[\[{,] *)([\"'\[{])[^\n]*$")
_LEFT_OPEN = re.compile(r"(?::|^ *-) +(?=([\"'])(?:(?!\1).)+$)")
_ENDS = {"'": "the next '", '"': 'the next "', "[": "its ]", "{": "its }"}
_IN_MARKS = {"'": "'' for each '", '"': '\\" for each "'}
_NO_ITEM = re.compile(r" *(?P<sign>[\u2010-\u2015\u2212\u2022*] ?|-(?=\w))(?P<word>\w\S*)")
"""A line that looks like an item of a list, without the hyphen and the space of one."""


def explain(error: Exception, lines: list[str]) -> Fault:
    """A syntax error as a fault: where it is, what is probably wrong and what to do."""
    mark = None
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
    if not isinstance(error, MarkedYAMLError) or mark is None:
        return Fault(1, 1, "yaml-syntax", f"this is not YAML ({show(str(error))}); correct it")
    opening = error.context_mark or mark
    meaning = _meaning(f"{error.context or ''}: {error.problem or ''}", mark, opening, lines)
    place = opening if meaning.at_opening else mark
    line, column = meaning.at or (place.line, place.column)
    return Fault(line + 1, column + 1, meaning.rule, meaning.message)


def _meaning(told: str, mark: Mark, opening: Mark, lines: list[str]) -> _Meaning:
    for number in (mark.line - 1, mark.line, opening.line):
        found = _NO_ITEM.match(_line(lines, number))
        told_of = number in (mark.line, opening.line)
        if found and (told_of or found["word"].endswith(":")):
            message = (
                "an item of a list begins with a hyphen and a space; begin this line with "
                f"`- {found['word']}`"
            )
            return _Meaning(message, at=(number, found.start("sign")))
    for pattern, meaning in _MEANINGS:
        if re.search(pattern, told):
            there = f"line {opening.line + 1}, column {opening.column + 1}"
            return meaning._replace(message=meaning.message.replace("{there}", there))
    return next(_likely_causes(told, mark, opening, lines))


def _likely_causes(told: str, mark: Mark, opening: Mark, lines: list[str]) -> Iterator[_Meaning]:
    """The most common causes of this error, judged by the lines themselves, the likeliest first."""
    line, above = _line(lines, mark.line), _line(lines, mark.line - 1)
    before, here = line[: mark.column], line[mark.column :][:1]
    if "did not find expected" in told or "expected <block end>" in told:
        yield from _left_open(mark, lines)
    if "expected ':'" in told:
        at, message = neither_field_nor_text(opening.line, opening.column, lines)
        yield _Meaning(message, at=at)
    if "mapping values are not allowed" in told:
        if other := other_sign(mark.line - 1, lines):
            yield _Meaning(other[1], at=other[0])
        if re.fullmatch(r" *[a-z_]+", before) and (told := out_of_line(mark.line, 0, lines)):
            advice = "if it belongs to the text above, put the whole text in quotation marks"
            yield _Meaning(f"{told}; {advice}", at=(mark.line, indented(line)))
        yield _Meaning(stray_colon(line, mark.column, above))
    if "cannot start any token" in told or "node content" in told:
        yield _Meaning(f"a value can't begin with {show(here)}; put this value in quotation marks")
    if here == ":" and not before.strip(" -"):
        yield _Meaning("this field has no name; write one before the ':'")
    opened = _OPENED.search(before)
    if opened:
        yield _Meaning(
            f"{'the' if opened[1] in _IN_MARKS else 'a'} value that begins with {opened[1]} ends at "
            f"{_ENDS[opened[1]]}, but more follows; put the "
            + (
                f"value on lines under '>-', or write {_IN_MARKS[opened[1]]} inside it"
                if opened[1] in _IN_MARKS
                else "whole value in quotation marks, or on lines under '>-'"
            )
        )
    if "block" in told:
        first = f"which begin on line {opening.line + 1}"
        told = out_of_line(mark.line, opening.line, lines)
        yield _Meaning(
            told or f"this is indented differently from its neighbours, {first}; align it"
        )
    advice = "check quotation marks and indentation here and above"
    yield _Meaning(f"this is not YAML ({told.strip(': ')}); {advice}")


def _left_open(mark: Mark, lines: list[str]) -> Iterator[_Meaning]:
    """A quotation mark that begins a value and was closed only by one in a value further down."""
    for number in range(mark.line - 1, -1, -1):
        opened = _LEFT_OPEN.search(lines[number])
        if opened and _closes_at(mark, number, opened.end(), lines):
            message = (
                f"the {opened[1]} here is not closed on its line, so the value ends at the next one, on "
                f"line {mark.line + 1}; close it here, or put the value on lines under '>-'"
            )
            yield _Meaning(message, at=(number, opened.end()))
            return


def _closes_at(mark: Mark, number: int, start: int, lines: list[str]) -> bool:
    """Whether the quotation mark there, on an earlier line, is closed right before `mark`."""
    between = "\n".join((*lines[number : mark.line], lines[mark.line][: mark.column]))[start:]
    return between.count(between[0]) == 2 and between.rstrip().endswith(between[0])


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
