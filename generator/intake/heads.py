"""Running heads and page numbers: lines that recur on page after page, and are not part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TypeAlias

from generator.intake.bands import head_rows
from generator.intake.document import PrintedPage, Remark

DROPPED = (
    "running heads and page numbers were dropped; if one belongs to the text, write it into the seed and "
    "run `mend-seed`"
)

_ZONE_LINES = 3  # lines at the top of a page, and at its foot, among which a head may be
_OFTEN_PAGES = 3  # pages that must have a line before it is a head
_FEWEST_WORDS = 3  # of a line in letters of the usual size, whose number counts its pages
_NEAR = 4  # pages, at most, from one with a head to the next: chapters begin without one
_DIGITS = dict(i=1, v=5, x=10, l=50, c=100, d=500, m=1000)  # noqa: C408

_MOST_SHARE = 0.7  # of the pages with a head, on which its numbers are the same or count on
_NUMBER = re.compile(r"\d+")
_BARE = re.compile(
    r"\W*(?:(?:page|pp?\.|seite|s\.|página|pág\.|pagina|стр\.|страница|صفحة|صفحه|ص|第)\s*)?"
    r"(?P<number>\d{1,4}|[ivxlcdm]+)"
    r"(?:\s*(?:/|of|von|de|sur|из|از|من|页|頁|ページ)\s*\d*)?\W*",
    re.IGNORECASE,
)
"""A page's number alone on its line."""

_Spot: TypeAlias = tuple[int, int]
"""A line: the index of its page, and its own there."""

_Zones: TypeAlias = dict[tuple[int, bool], list[int]]
"""The lines at the top and at the foot of each page, the outermost first."""


def without_heads(pages: tuple[PrintedPage, ...]) -> tuple[tuple[PrintedPage, ...], list[Remark]]:
    """The pages without running heads and page numbers, labelled as printed, and what was dropped.

    A line is a running head if the same line, apart from its digits, is at the same edge of at
    least three pages near each other, or of two where it is set apart at the same height. A number
    alone is a page number if the numbers on other pages count on with it. All are dropped from the edge inwards, up to the first line that stays.
    """
    zones = {
        (index, foot): _zone(page, foot=foot)
        for index, page in enumerate(pages)
        for foot in (False, True)
    }
    found = {
        *_running(pages, zones),
        *_numbers(pages, zones),
        *head_rows(pages, _forms(pages, zones)),
    }
    labels = _labels(pages, _outermost(zones, found))
    gone = _outermost(zones, found | {*_with_numbers(pages, zones, labels, found)})
    kept = tuple(
        replace(
            page,
            label=labels[index],
            lines=tuple(line for at, line in enumerate(page.lines) if (index, at) not in gone),
        )
        for index, page in enumerate(pages)
    )
    remarks = [
        Remark(DROPPED, pages[index].lines[at].text.strip(), f"page {labels[index]}")
        for index, at in sorted(gone)
    ]
    return kept, remarks


def _outermost(zones: _Zones, found: set[_Spot]) -> set[_Spot]:
    """The lines that were found, from each edge inwards up to the first that was not."""
    return {
        spot
        for (index, _), zone in zones.items()
        for spot in takewhile(found.__contains__, [(index, at) for at in zone])
    }


def _with_numbers(
    pages: tuple[PrintedPage, ...], zones: _Zones, labels: Sequence[str], found: set[_Spot]
) -> Iterator[_Spot]:
    """The outermost lines with their page's number at one end, if most pages have a head.

    Such heads belong to short chapters, so too few pages share them.
    """
    for foot in (False, True):
        edges = [
            (index, zones[index, foot][0]) for index in range(len(pages)) if zones[index, foot]
        ]
        if 2 * sum(edge in found for edge in edges) < len(pages):
            continue
        for index, at in edges:
            words = pages[index].lines[at].text.split()
            if len(words) > 1 and labels[index] in (words[0], words[-1]):
                yield index, at


def _zone(page: PrintedPage, *, foot: bool) -> list[int]:
    """The lines at one edge of a page, the outermost first."""
    filled = [at for at, line in enumerate(page.lines) if line.text.strip()]
    return sorted(filled, key=lambda at: page.lines[at].height, reverse=not foot)[:_ZONE_LINES]


def _running(pages: tuple[PrintedPage, ...], zones: _Zones) -> Iterator[_Spot]:
    """The lines that several pages have in the same place."""
    same: dict[tuple[bool, str], list[_Spot]] = defaultdict(list)
    for (index, foot), zone in zones.items():
        for at in zone:
            text = pages[index].lines[at].text
            if not _BARE.fullmatch(text):
                same[foot, _form(text)].append((index, at))
    for spots in same.values():
        for row in _rows(sorted(spots)):
            if len({index for index, _ in row}) >= _OFTEN_PAGES and _keep_time(pages, row):
                yield from row


def _forms(pages: tuple[PrintedPage, ...], zones: _Zones) -> dict[_Spot, frozenset[str]]:
    """What two pages must share for a line to be a head: its words, and those with its number counted on.

    In letters of the usual size it needs more words than "Article 7", or the number counts other things.
    """
    told = {}
    for (index, _), zone in zones.items():
        for at in zone:
            line = pages[index].lines[at]
            if _BARE.fullmatch(line.text):
                continue
            forms = {line.text}
            if line.size < 1 or len(line.text.split()) >= _FEWEST_WORDS:
                shifts = (str(int(number) - index) for number in _NUMBER.findall(line.text))
                forms.add(f"{_form(line.text)} {' '.join(shifts)}")
            told[index, at] = frozenset(forms)
    return told


def _keep_time(pages: tuple[PrintedPage, ...], row: Sequence[_Spot]) -> bool:
    """Whether each number in a line is the same on most pages, or counts on with them.

    The numbers in headings, such as "Article 7" and "Article 12", do neither.
    """
    found = [(index, _NUMBER.findall(pages[index].lines[at].text)) for index, at in row]
    for place in range(len(found[0][1])):
        values = Counter(int(numbers[place]) for _, numbers in found)
        shifts = Counter(int(numbers[place]) - index for index, numbers in found)
        often = max(values.most_common(1)[0][1], shifts.most_common(1)[0][1])
        if often < _MOST_SHARE * len(row):
            return False
    return True


def _form(text: str) -> str:
    """A line without what differs from page to page."""
    return " ".join(_NUMBER.sub("#", text.casefold()).split())


def _rows(spots: list[_Spot]) -> Iterator[list[_Spot]]:
    """The spots in runs, each near the one before."""
    row: list[_Spot] = []
    for spot in spots:
        if row and spot[0] - row[-1][0] > _NEAR:
            yield row
            row = []
        row.append(spot)
    yield row


def _numbers(pages: tuple[PrintedPage, ...], zones: _Zones) -> Iterator[_Spot]:
    """The lines that are only a number, and count on from page to page."""
    alike: dict[tuple[bool, int], set[_Spot]] = defaultdict(set)
    for (index, _), zone in zones.items():
        for at in zone:
            if bare := _BARE.fullmatch(pages[index].lines[at].text):
                roman = not bare["number"].isdecimal()
                alike[roman, _value(bare["number"]) - index].add((index, at))
    for spots in alike.values():
        if len({index for index, _ in spots}) >= min(_OFTEN_PAGES, len(pages)) > 1:
            yield from spots


def _value(number: str) -> int:
    """A number in digits of any script, or in Roman numerals."""
    if number.isdecimal():
        return int(number)
    values = [_DIGITS[digit] for digit in number.casefold()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))  # fmt: skip


def _labels(pages: tuple[PrintedPage, ...], gone: Iterable[_Spot]) -> list[str]:
    """The number of each page as it is printed, or else as the file has it.

    A page without a number, such as the first of a chapter, is numbered by its neighbours.
    """
    printed: dict[int, str] = {}
    shifts: Counter[int] = Counter()
    for index, at in gone:
        text = pages[index].lines[at].text
        if (bare := _BARE.fullmatch(text)) and not bare["number"].isdecimal():
            printed[index] = bare["number"]
        shifts.update({int(number) - index for number in re.findall(r"\b\d{1,4}\b", text)})
    shift, often = max(shifts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    counted = often > 1 and 2 * often >= len(pages) - len(printed) > 0
    return [
        printed.get(index) or (str(index + shift) if counted and index + shift > 0 else page.label)
        for index, page in enumerate(pages)
    ]
