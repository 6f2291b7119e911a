"""The nearest passage: the words of a document that a wrong quotation probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Levenshtein import opcodes

from generator.text.folding import fold_line
from generator.text.matching import is_inside_word
from generator.text.seed import Seed
from generator.text.writing_systems import is_unspaced

_WORD = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d]+|.", re.DOTALL)

_LEAST_LIKENESS = 60.0
"""The least likeness, from 0 to 100, that a contributor is shown."""


@dataclass(frozen=True, slots=True)
class Near:
    """The words of a document most like a passage, and the number of their line.

    `likeness` runs from 0 to 100. `marked` shows each difference as
    `[-what the record has-]{+what the document has+}`; `changed` lists those pairs.
    """

    line: int
    likeness: float
    marked: str
    changed: tuple[tuple[str, str], ...]


def nearest(exact: str, seed: Seed) -> Near | None:
    """The words of the document most like a passage; None if nothing is like it."""
    wanted = fold_line(exact)
    found = fuzz.partial_ratio_alignment(wanted, seed.flat, score_cutoff=_LEAST_LIKENESS)
    if found is None or len(wanted) > len(seed.flat):
        return None
    start, end = found.dest_start, found.dest_end
    while is_inside_word(seed.flat, start):
        start -= 1
    while is_inside_word(seed.flat, end):
        end += 1
    while start < end and not seed.flat[start].isalnum() and seed.flat[start] != wanted[0]:
        start += 1
    while start < end and not seed.flat[end - 1].isalnum() and seed.flat[end - 1] != wanted[-1]:
        end -= 1
    if start == end:
        return None
    theirs = seed.flat[start:end]
    mine, other = _words(wanted), _words(theirs)
    steps = opcodes(mine, other)
    line = seed.line_number(seed.folded.original(start))
    return Near(line, found.score, _marked(mine, other, steps), _changed(mine, other, steps))


def _words(text: str) -> list[str]:
    """Whole words and numbers, and every other character by itself."""
    unspaced = any(map(is_unspaced, text))
    return list(text) if unspaced else _WORD.findall(text)


def _marked(ours: list[str], theirs: list[str], steps: Opcodes) -> str:
    parts = []
    for mine, other in _pairs(ours, theirs, steps):
        if mine == other:
            parts.append(mine)
        else:
            parts.append((f"[-{mine}-]" if mine else "") + (f"{{+{other}+}}" if other else ""))
    return "".join(parts)


def _changed(ours: list[str], theirs: list[str], steps: Opcodes) -> tuple[tuple[str, str], ...]:
    return tuple((mine, other) for mine, other in _pairs(ours, theirs, steps) if mine != other)


def _pairs(ours: list[str], theirs: list[str], steps: Opcodes) -> Iterator[tuple[str, str]]:
    """The pieces of the two texts, in pairs; neighbouring differences are one."""
    mine = other = ""
    for step in steps:
        here = "".join(ours[step.src_start : step.src_end])
        there = "".join(theirs[step.dest_start : step.dest_end])
        if here != there:
            mine, other = mine + here, other + there
            continue
        if mine or other:
            yield mine, other
        yield here, there
        mine = other = ""
    if mine or other:
        yield mine, other
