"""Plain text, as editors, mail programs and `pdftotext` write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.intake.breaks import width
from generator.intake.cleaning import cleaned, with_line_ends
from generator.intake.document import PrintedLine, PrintedPage, Reading
from generator.intake.encodings import decode

_FOR_TERMINALS = re.compile(r".\x08|\x1b\[[0-9;]*[A-Za-z]")
"""What makes letters bold on a terminal: struck twice, or between commands."""

_RULE = re.compile(r"\s*([=\-~^*_#+])\1{2,}\s*")
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d_].*")
_NAMED = re.compile(
    r"\s*(?:(?:chapter|part|section|article|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte"
    r"|capitolo|глава|часть|раздел|فصل|بخش|الفصل|الباب|الجزء)\s+\w+|第\s*\w+\s*[章节節条條部編篇]).{0,60}",
    re.IGNORECASE,
)
_LONGEST = 72  # letters of a heading
_GOING_ON = (".", ",", ";", ":", "…", "。", "，", "、", "،", "؛")
_ENDED = ("!", "?", "！", "？", "؟")


def read_text(data: bytes, encoding: str = "") -> Reading:
    """The pages of a text file, separated by form feeds. Raises RefusedError."""
    text, remarks = decode(data, encoding)
    text = _FOR_TERMINALS.sub("", with_line_ends(text)).expandtabs()
    parts = [
        [cleaned(line).rstrip(" ") for line in part.split("\n")]
        for part in text.removesuffix("\n").removesuffix("\f").split("\f")
    ]
    signs = [*dict.fromkeys(sign for part in parts for sign in _signs(part))]
    pages = tuple(
        PrintedPage(str(number) if len(parts) > 1 else "", tuple(_printed(part, signs)))
        for number, part in enumerate(parts, start=1)
    )
    return Reading(pages=pages, remarks=remarks)


def _signs(lines: Sequence[str]) -> Iterator[str]:
    """The characters that underline headings."""
    yield from (line.strip()[0] for above, line in pairwise(lines) if _underlines(line, above))


def _printed(lines: Sequence[str], signs: Sequence[str]) -> Iterator[PrintedLine]:
    """The lines of a page, without underlines, and with the levels of headings.

    The first of the `signs` underlines headings of the first level, and so on.
    """
    for number, line in enumerate(lines):
        if number and _underlines(line, lines[number - 1]):
            yield PrintedLine("", height=-number)
            continue
        words = line.lstrip(" ")
        left = len(line) - len(words)
        level = _level(lines, number, signs)
        yield PrintedLine(words, left, left + width(words), height=-number, level=level)


def _underlines(line: str, words: str) -> bool:
    """Whether a line underlines these words, from their beginning to their end."""
    return (
        _RULE.fullmatch(line) is not None
        and bool(words.strip())
        and _RULE.fullmatch(words) is None
        and abs(len(line) - len(words)) <= 2
    )


def _level(lines: Sequence[str], number: int, signs: Sequence[str]) -> int:
    """The level of a heading, from 1; 0 for any other line.

    A heading is underlined, or is alone and numbered or in capitals.
    """
    line = lines[number]
    after = lines[number + 1] if number + 1 < len(lines) else ""
    if not line.strip() or len(line.strip()) > _LONGEST:
        return 0
    if _underlines(after, line):
        return signs.index(after.strip()[0]) + 1
    alone = not after.strip() and (number == 0 or not lines[number - 1].strip())
    if not alone or line.endswith(_GOING_ON):
        return 0
    if numbered := _NUMBERED.fullmatch(line):
        return numbered["number"].count(".") + 1
    if line.endswith(_ENDED):
        return 0
    return int(_NAMED.fullmatch(line) is not None or (line.isupper() and not line.startswith(" ")))
