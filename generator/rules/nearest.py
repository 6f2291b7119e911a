"""The nearest passage: the words of a document that a wrong quotation probably meant."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Levenshtein import opcodes

from generator.text.folding import fold_line
from generator.text.matching import is_inside_word
from generator.text.seed import Seed

_CLOSE = 60.0
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
    found = fuzz.partial_ratio_alignment(wanted, seed.flat, score_cutoff=_CLOSE)
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
    steps = opcodes(wanted, theirs)
    line = seed.line_number(seed.folded.original(start))
    return Near(line, found.score, _marked(wanted, theirs, steps), _changed(wanted, theirs, steps))


def _marked(ours: str, theirs: str, steps: Opcodes) -> str:
    parts = []
    for step in steps:
        mine = ours[step.src_start : step.src_end]
        other = theirs[step.dest_start : step.dest_end]
        if step.tag == "equal":
            parts.append(mine)
        else:
            parts.append((f"[-{mine}-]" if mine else "") + (f"{{+{other}+}}" if other else ""))
    return "".join(parts)


def _changed(ours: str, theirs: str, steps: Opcodes) -> tuple[tuple[str, str], ...]:
    return tuple(
        (ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end])
        for step in steps
        if step.tag != "equal"
    )
