"""Tabs before a line's first word: how many spaces belong in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.strict_yaml.indentation import FIELD, indented, spaces
from generator.strict_yaml.syntax import PROBLEMS_TOLD, Fault

_TABBED = re.compile(r" *\t\s*(?=\S)")
_OPENING = re.compile(r"(?:- +)*[\w-]+:(?: +[>|][+-]?)?")
"""A field without a value on its line."""

_NAMED = re.compile(r"[\w-]+:(?= |$)")


def without_tabs(lines: Sequence[str]) -> tuple[list[str], list[Fault]]:
    """The lines, with spaces in place of tabs before a first word, and what is wrong with each of those.

    After the most problems that are told of one file, lines stay as they are.
    """
    mended: list[str] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines):
        found = _TABBED.match(line) if len(faults) <= PROBLEMS_TOLD else None
        if not found:
            mended.append(line)
            continue
        text = line[found.end() :]
        count, like = _place_of(text, mended, lines[number + 1 :])
        mended.append(" " * count + text)
        advice = f", and type {spaces(count)} ({like})" if count else ""
        message = (
            "this line begins with a tab, which looks like spaces; delete everything before the first "
            f"word{advice}"
        )
        faults.append(Fault(number + 1, line.index("\t") + 1, "yaml-tab", message))
    return mended, faults


def _place_of(text: str, above: Sequence[str], below: Sequence[str]) -> tuple[int, str]:
    """How many spaces belong before a text, and what that is like, judged by its neighbours."""
    before = len(above)
    written = [n for n in range(before - 1, -1, -1) if above[n].strip()]
    nearest = next(iter(written), -1)
    line = above[nearest] if written else ""
    if _OPENING.fullmatch(line.strip()):
        return _start(line) + 2, f"2 more than line {nearest + 1}"
    if text.startswith("- "):
        items = [n for n in written if above[n].lstrip().startswith("- ")]
        return (indented(above[items[0]]), f"like line {items[0] + 1}") if items else (0, "")
    if name := _NAMED.match(text):
        same = [*((n, above[n]) for n in written), *enumerate(below, before + 1)]
        twins = [
            (abs(n - before), _start(one), n)
            for n, one in same
            if "\t" not in one and one[_start(one) :].startswith(name[0])
        ]
        if twins:
            _, column, number = min(twins)
            return column, f"like `{name[0]}` on line {number + 1}"
    if line.lstrip().startswith("- "):
        return _start(line), f"under the first word of line {nearest + 1}"
    return (indented(line), f"like line {nearest + 1}") if written else (0, "")


def _start(line: str) -> int:
    """Where the first field or word of a line begins, behind the `- ` of an item."""
    found = FIELD.match(line)
    return found.end() if found else indented(line)
