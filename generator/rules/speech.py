"""Speech: what a document marks as somebody's words, by quotation marks or by a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from generator.atlas.passages import SeedPlace
from generator.config.language import Language
from generator.text.seed import Seed

_OPENING = re.compile(r"(?<![\w.,;:!?)\]])\"(?=[\w¿¡])")
_OPENING_SINGLE = re.compile(r"(?<![\w.,;!?)\]])'(?=\w)")
_CLOSING_SINGLE = re.compile(r"(?<=[^\s(\[])'(?!\w)")
_WORD = re.compile(r"\w")
_GOES_ON = re.compile(r"\"\W*\w")
_DASH = re.compile(r"- ?[\"¿¡]?[^\W\d]")
_CALL = re.compile(r"[?!]")
_LONG = "–—―"  # a hyphen before a question may begin an item of a list
_NEAR = 3  # paragraphs before and after one that begins with a dash


def is_speech(place: SeedPlace, seed: Seed) -> bool:
    """Whether a passage lies wholly inside quotation marks of its paragraph.

    A closing single quotation mark looks like an apostrophe, so only opening ones count.
    """
    text, (start, end) = seed.folded.text, place.folded
    first, last = seed.folded_paragraph(start)
    opening = text.rfind('"', first, start + 1)
    if opening >= 0 and _OPENING.match(text, opening):
        return not _GOES_ON.search(text, opening + 1, end)
    opening = text.rfind("'", first, start + 1)
    while opening > first and seed.text[seed.folded.original(opening)] != "‘":
        opening = text.rfind("'", first, opening)
    if opening < 0 or not _OPENING_SINGLE.match(text, opening):
        return False
    closing = _CLOSING_SINGLE.search(text, opening + 1, last)
    return closing is not None and not _WORD.search(text, closing.end(), end)


def is_dialogue(place: SeedPlace, seed: Seed, language: Language) -> bool:
    """Whether a passage is in a paragraph that begins with a dash, as dialogue does in novels.

    Items of a list begin in the same way. It is dialogue if this paragraph, or one that continues
    it, has a speaker ("– Es-tu là ? dit Ada.") or, after a long dash, a question or an exclamation.
    """
    text, (first, last) = seed.folded.text, seed.folded_paragraph(place.folded[0])
    if not _DASH.match(text, first):
        return False
    around = [(first, last), *_going_on(first, seed, -1), *_going_on(last, seed, 1)]
    return any(
        language.speaker_in_dialogue.search(text, start, end)
        or (seed.text[seed.folded.original(start)] in _LONG and _CALL.search(text, start, end))
        for start, end in around
    )


def _going_on(edge: int, seed: Seed, step: int) -> Iterator[tuple[int, int]]:
    """The next few paragraphs on one side of another, up to one without a dash: folded ranges."""
    text = seed.folded.text
    spans = islice(_paragraphs(edge, seed, step), _NEAR)
    return takewhile(lambda span: _DASH.match(text, span[0]) is not None, spans)


def _paragraphs(edge: int, seed: Seed, step: int) -> Iterator[tuple[int, int]]:
    """Each paragraph before or after an index that is an end of another paragraph."""
    at = edge + step
    while 0 <= at < len(seed.folded.text):
        first, last = seed.folded_paragraph(at)
        yield first, last
        at = (first if step < 0 else last) + step
