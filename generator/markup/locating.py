"""Locating: where in its document a claim is, in words: "p. 12" or "ch. 3, verse 16"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.atlas.headings import SECTION
from generator.atlas.passages import Sighting
from generator.config.wording import Wording
from generator.markup.escaping import Html, filled, joined, text_of

Located = tuple[tuple[str, str], ...]
"""A kind of place, and the number there, for each kind that is known."""

_ONE = r"(?:\d+[a-z]?|[ivxlc]+|[a-z])"
_NUMBERED = re.compile(rf"{_ONE}(?:[.,:/–-] ?{_ONE})*", re.IGNORECASE)
"""The number of a section, or several; a heading of words is none."""
_SEVERAL = re.compile(r",|^(?:\d+|[ivxlc]+)[-–](?:\d+|[ivxlc]+)$", re.IGNORECASE)


def located(places: Iterable[Located], wording: Wording) -> Html:
    """Where some passages are, each place once; empty if that is not known."""
    found = [*dict.fromkeys(place for place in places if place)]
    kinds = {tuple(kind for kind, _ in place) for place in found}
    if len(found) > 1 and len(kinds) == 1 and len(found[0]) == 1:
        (kind,) = kinds.pop()
        numbers = ", ".join(_quoted(kind, place[0][1]) for place in found)
        return _at(kind, numbers, wording, several=True)
    each = [joined(", ", [_words(*one, wording) for one in place]) for place in found]
    return joined("; ", each)


def place_of(passage: Sighting, wording: Wording) -> str:
    """Where a passage is, in a few words: its page or the like, or else its line in the text."""
    if not passage.places:
        return ""
    line = filled(wording.source.line, line=passage.places[0].line)
    return text_of(located([passage.locator], wording) or line)


def _words(kind: str, number: str, wording: Wording) -> Html:
    at = _quoted(kind, number)
    return _at(kind, at, wording, several=at == number and bool(_SEVERAL.search(number)))


def _quoted(kind: str, number: str) -> str:
    """A number, or the words of a heading in quotation marks."""
    return number if kind != SECTION or _NUMBERED.fullmatch(number) else f"“{number}”"


def _at(kind: str, number: str, wording: Wording, *, several: bool) -> Html:
    at = number if "“" in number or not several else number.replace("-", "–")
    return filled(wording.locators[kind][several], at=at)
