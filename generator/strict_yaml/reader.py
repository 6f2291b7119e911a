"""Reading YAML: the bytes of a file become texts, lists and mappings, or problems.

This reads a strict part of YAML, so that the program reads what a reviewer sees. It works on the
parser's events; nothing is composed, resolved or typed. CRLF is read as LF, and a byte order mark, which old editors write, is passed over. `---` may begin a file.
A comment may be alone on its line, or follow anything but a plain value.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice

from generator.problems import Place, Problem, show
from generator.strict_yaml import events, scalars, syntax
from generator.strict_yaml.nodes import Fields, Items, Node, Plain, Scalar, locate, plain
from generator.strict_yaml.syntax import PROBLEMS_TOLD, Fault
from generator.strict_yaml.tabs import without_tabs
from generator.text import characters
from generator.text.characters import REFUSED, place

__all__ = ["RULES", "Fields", "Items", "Node", "Plain", "Scalar", "locate", "plain", "read"]

LARGEST_FILE = 1_000_000  # bytes
LONGEST_LINE = 4_000  # characters

RULES = {
    "yaml-encoding": "A file is UTF-8.",
    "yaml-size": "A file has at most 1,000,000 bytes.",
    "yaml-line-length": "A line has at most 4,000 characters.",
    "yaml-too-many": "Only the first 50 problems of a file are listed.",
    **characters.RULES,
    **events.RULES,
    **scalars.RULES,
    **syntax.RULES,
}
"""What each rule of the reader asks for."""


def read(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The content of a file or its problems: never both, never neither, and never an exception."""
    text, found = _decode(data)
    node = None
    if text is not None:
        mended, tabbed = without_tabs(text.split("\n")) if "\t" in text else ([], [])
        refused = [
            Fault(*place(text, refusal.position), refusal.rule, refusal.message)
            for refusal in islice(characters.refusals(text), PROBLEMS_TOLD + 1)
        ]
        if tabbed:
            text = "\n".join(mended)
        if refused:
            text = REFUSED.sub(_stand_in, text)
        lines = text.split("\n")
        first = min([*refused, *tabbed], default=None)
        node, said = events.content_of(text, lines, first[:2] if first else None)
        shifted = {one.line for one in tabbed}  # what the parser says of these is elsewhere
        found += [*tabbed, *(one for one in refused if not _is_told(one, tabbed))]
        found += [one for one in (*said, *_long_lines(lines)) if one.line not in shifted]
    return (None, _problems(found, path)) if found else (node, [])


def _problems(found: list[Fault], path: str) -> list[Problem]:
    """The problems in the order of the file; if there are very many, the last one only says so."""
    told = sorted(set(found))
    if len(told) > PROBLEMS_TOLD:
        message = "there are more problems in this file; fix those above first"
        told[PROBLEMS_TOLD:] = [told[PROBLEMS_TOLD]._replace(rule="yaml-too-many", message=message)]
    return [Problem(Place(path, line, column), rule, text) for line, column, rule, text in told]


def _decode(data: bytes) -> tuple[str | None, list[Fault]]:
    """The text of a file, which is UTF-8 and not too large; a byte order mark is no part of it."""
    if len(data) > LARGEST_FILE:
        message = f"the file has {len(data):,} bytes, more than {LARGEST_FILE:,}; split it"
        return None, [Fault(1, 1, "yaml-size", message)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        message = "the file is UTF-16 or UTF-32; save it as UTF-8"
        return None, [Fault(1, 1, "yaml-encoding", message)]
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n")
        perhaps = show(data[error.start : error.start + 1].decode("cp1252", "replace"))
        message = f"the file is not UTF-8 (this is perhaps {perhaps}); save it as UTF-8"
        return None, [Fault(*place(before, len(before)), "yaml-encoding", message)]


def _is_told(refused: Fault, tabbed: list[Fault]) -> bool:
    """Whether a character is a tab on a line that begins with one."""
    return refused.rule == "yaml-tab" and any(one.line == refused.line for one in tabbed)


def _stand_in(refused: re.Match[str]) -> str:
    """A visible character in place of a refused one, so that later problems are found too."""
    return " " if refused[0] == "\t" else "\N{REPLACEMENT CHARACTER}"


def _long_lines(lines: list[str]) -> Iterator[Fault]:
    """What is wrong with lines that are too long to review."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} characters, more than {LONGEST_LINE:,}; break it"
            yield Fault(number, LONGEST_LINE + 1, "yaml-line-length", message)
