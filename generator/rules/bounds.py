"""Qualifiers: the words that make an amount a bound, an approximation or a rate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.config.language import Language
from generator.text.numbers import Spoken, Vague

BOUNDS = ("more_than", "at_least", "at_most", "less_than")
"""The fields of a figure that are bounds."""
ABOUT = "about"


def qualifiers(text: str, amounts: Iterable[Spoken | Vague], language: Language) -> frozenset[str]:
    """The bounds, `about` and the periods that a folded text gives these amounts of its own.

    `site_config/language.yaml` lists the words for each ("over", "a minimum of", "annually").
    """
    marked = _with_places(text, amounts)
    phrases = {**language.operators, ABOUT: language.about, **language.per}
    return frozenset(
        name for name, said in phrases.items() if _compiled(said, language.fillers).search(marked)
    )


def _with_places(text: str, found: Iterable[Spoken | Vague]) -> str:
    """The text with `#` in place of each amount."""
    parts, position = [], 0
    for amount in sorted(found, key=lambda item: item.start):
        parts += [text[position : amount.start], "#"]
        position = max(position, amount.end)
    return "".join((*parts, text[position:]))


@lru_cache(maxsize=64)
def _compiled(phrases: tuple[str, ...], fillers: tuple[str, ...]) -> re.Pattern[str]:
    filler = "|".join(re.escape(word) for word in fillers)
    options = []
    for phrase in phrases:
        before, mark, after = phrase.partition("#")
        if not mark:
            options.append(rf"\b{re.escape(phrase)}\b")
        elif before:
            options.append(rf"\b{re.escape(before.strip())} (?:(?:{filler}) )*[$€£]?#")
        else:
            options.append(rf"#(?: \w+)? {re.escape(after.strip())}\b")
    return re.compile("|".join(options) or r"(?!)", re.IGNORECASE)
