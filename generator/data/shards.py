"""Shards: a big table cut into small files, each a script that hands over its part.

A script loads from disk as well as from a server; data can't be fetched from disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

Row = TypeVar("Row")

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Postings = dict[str, tuple[set[int], ...]]
"""For each word, the numbers of what has it, with a list for each way of having it."""


def script(name: str, digest: str, payload: object) -> str:
    """A file that hands `payload` over under its name; `digest` is that of the whole index."""
    told = ", ".join(
        json.dumps(one, ensure_ascii=False, separators=(",", ":"))
        for one in (name, digest, payload)
    )
    # In old browsers, these two line ends would end a string of a script.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"attestedSearch.put({told});\n"


def cut(lines: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pairs of key and line, sorted by key, in parts of at most `most` bytes, each with its first key.

    Lines of one key stay together, so a part with only one key may be larger.
    """
    part: list[str] = []
    first, size = "", 0
    for key, group in groupby(lines, key=itemgetter(0)):
        told = [line for _, line in group]
        length = sum(len(line.encode()) + 2 for line in told)  # a line end, as a script writes it
        if part and size + length > most:
            yield first, tuple(part)
            part, size = [], 0
        first = first if part else key
        part += told
        size += length
    if part:
        yield first, tuple(part)


def chunks(rows: Sequence[Row], length: int) -> Iterator[Sequence[Row]]:
    """The rows in order, `length` at a time."""
    return (rows[start : start + length] for start in range(0, len(rows), length))


def postings(numbers: Iterable[int]) -> str:
    """Ascending numbers as their differences in base 36, separated by spaces: 3, 4, 40 gives `3 1 10`."""
    told, before = [], 0
    for number in sorted(numbers):
        told.append(base36(number - before))
        before = number
    return " ".join(told)


def base36(number: int) -> str:
    """A whole number, 0 or more, in digits and lower-case letters."""
    told = ""
    while True:
        number, digit = divmod(number, 36)
        told = DIGITS[digit] + told
        if not number:
            return told
