"""The rule about labels: the number of a page, a verse or a note is not an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import Sighting
from generator.problems import Problem, show
from generator.rules.evidence import is_noted, words_of
from generator.text.folding import fold_line
from generator.text.matching import RAISED, REFERENCE_MARK, occurrences
from generator.text.numbers import numbers

_DIGITS = re.compile(r"\d+")
_BEGINS = re.compile(r"(?:\A|[.!?:;\")\n])\s*\Z")
_NEXT = re.compile(r"[.:)]?\s*(\w?)")


def no_figure_is_a_label(atlas: Atlas) -> Iterator[Problem]:
    """A figure is not the number of the page, verse or the like where its quote is, nor of a note.

    Such a number begins a line or a sentence that then begins with a capital: "16 And the king …".
    It counts as a label if the `locator` or `layout.yaml` gives the same number.
    """
    for claim in atlas.claims.values():
        for index, figure in enumerate(claim.fact.figures):
            kind = _label(fold_line(figure.as_stated), claim, atlas)
            if kind and not is_noted(fold_line(figure.as_stated), claim):
                message = (
                    f"{show(figure.as_stated)} is the number of the {kind}, not an amount; remove the "
                    f"figure, or add a note that quotes “{figure.as_stated}” and explains what it counts"
                )
                place = claim.entry.place("figures", index, "as_stated")
                yield Problem(place, "figure", message)


def _label(stated: str, claim: Claim, atlas: Atlas) -> str:
    """The kind of place (a page, a verse) that a figure's number names; "" if it is an amount.

    If the words are in the quote twice, the second may be an amount.
    """
    text = claim.seed.folded.text
    spoken = numbers(stated, words_of(claim, atlas).numbers)
    if len(spoken) != 1:
        return ""
    kinds = [
        _kind((at + spoken[0].start, at + spoken[0].end), sighting, claim)
        for sighting in claim.quotes
        if sighting.place
        for at in (
            sighting.place.folded[0] + one
            for one in occurrences(stated, text[slice(*sighting.place.folded)])
        )
    ]
    return kinds[0] if kinds and all(kinds) else ""


def _kind(span: tuple[int, int], sighting: Sighting, claim: Claim) -> str:
    text, (start, end) = claim.seed.folded.text, span
    marks = REFERENCE_MARK.finditer(text, max(0, start - 1), end + 1)
    if any(mark.start() <= start and end <= mark.end() for mark in marks) and (
        claim.document.record.reference_marks or text[start] in RAISED
    ):
        return "note"
    labels = {number: kind for kind, value in sighting.locator for number in _DIGITS.findall(value)}
    number = text[start:end]
    after = _NEXT.match(text, end)
    if number not in labels or (after and after[1].islower()):
        return ""
    return labels[number] if _BEGINS.search(text, max(0, start - 3), start) else ""
