"""The numbers in a text, in digits or in words, with their currency or as a percentage.

They are read as in English news. So rule 5 of the quote contract can treat "thirty"
as 30, "$9 billion" as 9000000000, and "2015-18" as 2015 and 2018. Nothing else is computed. Orders
of magnitude ("tens of thousands") are not numbers; `vague` reads those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.text.amounts import Amount, Spoken
from generator.text.number_reader import Reader
from generator.text.number_words import DASHES, GAP, NumberWords

__all__ = ["NumberWords", "Spoken", "Vague", "numbers", "vague"]

_YEAR = re.compile(r"[12][0-9]{3}")
_YEARS_BETWEEN = re.compile(rf"[{DASHES}/]")
_ANOTHER_DIGIT = re.compile(rf"[{DASHES}/][0-9]")
_NEAR = 60  # characters before a range in which the words that open it are looked for


@dataclass(frozen=True, slots=True)
class Vague:
    """An order of magnitude in a text; `phrase` is its entry in `defaults/numbers.yaml`.

    `said` has the phrase with the words that lead up to it: "several tens of thousands".

    `high` is None for the plural of a scale: "billions" may be any number of them.
    """

    low: Decimal
    high: Decimal | None
    phrase: str
    said: str
    start: int
    end: int


class Joint(NamedTuple):
    """The word between the ends of a range ("" for a dash), and whether "between" comes before."""

    word: str
    opened: bool


@lru_cache(maxsize=2**14)  # several rules ask for the same statements and passages
def numbers(text: str, words: NumberWords) -> tuple[Spoken, ...]:
    """Every number in the text, in order."""
    text = words.plain(text)
    amounts = list(Reader(text, words).amounts())
    for index in range(1, len(amounts)):
        first, last = amounts[index - 1], amounts[index]
        ends = _years(text, first, last) or _range(text, words, first, last)
        if ends is not None:
            amounts[index - 1], amounts[index] = ends
    found = (amount.spoken for amount in amounts if amount.is_number)
    return _without_vague(found, vague(text, words)) if words.multiples else tuple(found)


@lru_cache(maxsize=2**14)
def vague(text: str, words: NumberWords) -> tuple[Vague, ...]:
    """Every order of magnitude in the text; of two phrases in one place, the longer."""
    found = []
    plain = words.plain(text)
    for match in words.vague_phrase.finditer(plain):
        if match["phrase"] in words.multiples and words.before_one.search(plain, 0, match.start()):
            continue
        said = re.sub(GAP, " ", match["phrase"] or match["after_lead"]).casefold()
        phrase = said if match["phrase"] else words.vague_after_lead[said]
        low, *high = words.vague[phrase]
        start, end = match.span("said")
        found.append(Vague(low, high[0] if high else None, phrase, text[start:end], start, end))
    return tuple(found)


def _without_vague(found: Iterable[Spoken], vaguely: Iterable[Vague]) -> tuple[Spoken, ...]:
    """The numbers, without the "hundert" of "mehrere hundert"."""
    return tuple(
        one
        for one in found
        if not any(some.start <= one.start and one.end <= some.end for some in vaguely)
    )


def _years(text: str, first: Amount, last: Amount) -> tuple[Amount, Amount] | None:
    """The years of "2015-18"; "2012-07-24" and "2012-07" have no second year."""
    here, there = first.spoken, last.spoken
    if (
        not _YEAR.fullmatch(first.digits)
        or len(last.digits) != 2
        or first.digits[2:] >= last.digits
        or not _YEARS_BETWEEN.fullmatch(text, here.end, there.start)
        or there.end - there.start != 2
        or _ANOTHER_DIGIT.match(text, there.end)
    ):
        return None
    return first, replace(
        last, spoken=replace(there, value=Decimal(first.digits[:2] + last.digits))
    )


def joint_of(text: str, low: Spoken, high: Spoken, words: NumberWords) -> Joint | None:
    """What joins two successive numbers into one range; None if nothing does."""
    text = words.plain(text)
    found = words.range_between.fullmatch(text, low.end, high.start)
    if found is None:
        return None
    word = (found["word"] or "").casefold()
    before = words.range_before.search(text, max(0, low.start - _NEAR), low.start)
    return None if word == words.joiner and before is None else Joint(word, before is not None)


def _range(
    text: str, words: NumberWords, first: Amount, last: Amount
) -> tuple[Amount, Amount] | None:
    """The ends of a range, each with the scale, currency or percent sign that is stated for one of them.

    Both ends share a scale only if that makes the first one smaller ("3 to 5 million", but not "700
    to 1 million"). A currency before the first end applies to the second if a scale follows. "3% to
    $5 billion" is not a range, because a percentage has no other unit beside it.
    """
    here, there = first.spoken, last.spoken
    joint = joint_of(text, here, there, words)
    if joint is None or first.glued or last.glued:
        return None
    if (here.percent and not there.percent) or (here.currency and there.percent):
        return None
    value, scaled = here.value, here.value * last.scale
    if first.scale == 1 and value < 1000 and scaled < there.value:
        value = scaled
    percent = here.percent or (there.percent and value <= there.value)
    currency = here.currency or there.currency
    onward = here.currency if last.scale > 1 or not joint.word or joint.opened else None
    return (
        replace(first, spoken=replace(here, value=value, percent=percent, currency=currency)),
        replace(last, spoken=replace(there, currency=there.currency or onward)),
    )
