"""Qualifiers: the words that make an amount a bound, an approximation or a rate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.config.language import Language
from generator.text.matching import any_of
from generator.text.numbers import Spoken, Vague
from generator.text.word_forms import WordForms

BOUNDS = ("more_than", "at_least", "at_most", "less_than")
"""The fields of a figure that are bounds."""
ABOUT = "about"
NONE = "none"
"""The name in `operators` of phrases that only look like a bound, such as "от … до #"."""

REVERSED = {"more_than": "at_most", "less_than": "at_least"}
"""What a bound means after a "never": "never had more than 2,000 men"."""

NEAR = 60  # characters on each side of an amount in which its words are looked for

_WORD_FIRST, _WORD_LAST = re.compile(r"\w"), re.compile(r"[\w.]$")


class Qualifier(NamedTuple):
    """A bound, `about` or a period, and the range of the words that give it, with the amount."""

    name: str
    start: int
    end: int


def qualifiers(
    text: str, amounts: Collection[Spoken | Vague], language: Language
) -> frozenset[str]:
    """The bounds, `about` and periods that a folded text gives for some of its amounts.

    `defaults/language.yaml` lists the words for each ("over", "a minimum of", "annually").
    """
    found = {one.name for one in _found(_with_places(text, amounts), language)}
    if language.roughly and any(language.rough.search(text, one.start, one.end) for one in amounts):
        found.add(ABOUT)
    return frozenset(found)


def qualifiers_of(text: str, amount: Spoken | Vague, language: Language) -> Iterator[Qualifier]:
    """What a folded text near one of its amounts says about it, and where."""
    first = max(0, amount.start - NEAR)
    near = f"{text[first : amount.start]}#{text[amount.end : amount.end + NEAR]}"
    at = amount.start - first
    length = amount.end - amount.start - 1  # by which "#" is shorter
    for name, *ends in _found(near, language):
        start, end = (first + (one if one <= at else one + length) for one in ends)
        yield Qualifier(name, start, end)


def _found(marked: str, language: Language) -> list[Qualifier]:
    """Every qualifier of the marked amounts; "more than" inside "not more than" does not count."""
    phrases = language.per
    if "#" in marked:
        phrases = {**language.operators, ABOUT: language.about, **phrases}
    found = [
        Qualifier(name, *match.span())
        for name, said in phrases.items()
        for match in _compiled(said, language.fillers, language.forms).finditer(marked)
    ]
    return [
        _reversed(one, marked, language)
        for one in found
        if one.name != NONE and not _is_part_of_another(one, found)
    ]


def _reversed(one: Qualifier, marked: str, language: Language) -> Qualifier:
    """The bound that a word such as "never" makes of another, at most two words after it."""
    denied = one.name in REVERSED and language.reversal.search(marked, 0, one.start)
    return Qualifier(REVERSED[one.name], denied.start(), one.end) if denied else one


def _is_part_of_another(one: Qualifier, found: Iterable[Qualifier]) -> bool:
    """Whether a bound is inside a longer one or an "about", or anything is inside what is not a qualifier."""
    return any(
        other.start < one.start and one.end <= other.end and other.name != one.name
        if other.name in BOUNDS
        else other.start <= one.start and one.end <= other.end
        for other in found
        if other.name == NONE or (one.name in BOUNDS and other.name in (*BOUNDS, ABOUT))
    )


def _with_places(text: str, found: Iterable[Spoken | Vague]) -> str:
    """The text with `#` in place of each amount."""
    parts, position = [], 0
    for amount in sorted(found, key=lambda item: item.start):
        parts += [text[position : amount.start], "#"]
        position = max(position, amount.end)
    return "".join((*parts, text[position:]))


@lru_cache(maxsize=128)
def _compiled(
    phrases: tuple[str, ...], fillers: tuple[str, ...], forms: WordForms
) -> re.Pattern[str]:
    filling = rf"(?:(?:{'|'.join(map(forms.phrase, fillers))}){forms.space})*[$€£]?#"
    words: list[str] = []
    signs: list[str] = []
    leading: list[str] = []  # "more than #", as most phrases are
    for phrase in phrases:
        if not _WORD_FIRST.match(phrase):
            signs.append(_pattern(phrase, filling, forms))
        elif phrase.endswith("#"):
            leading.append(_before(phrase[:-1], forms))
        else:
            words.append(_pattern(phrase, filling, forms))
    found = any_of([*words, f"{any_of(leading)}{filling}"])
    return re.compile(rf"{forms.start}{found}|{any_of(signs)}", re.IGNORECASE)


def _before(words: str, forms: WordForms) -> str:
    """A pattern of words before an amount, and of the space behind them."""
    return rf"{forms.phrase(words)}{' ' if _WORD_LAST.search(words.strip()) else ' ?'}"


def _pattern(phrase: str, filling: str, forms: WordForms) -> str:
    """A pattern of a phrase with its amount, if it has one; the caller checks the beginning of the word."""
    before, mark, after = phrase.partition("#")
    if not mark:
        return rf"{forms.phrase(phrase)}{forms.end}"
    if before:
        behind = rf" {forms.phrase(after)}{forms.end}" if after else ""
        return rf"{_before(before, forms)}{filling}{behind}"
    if after.startswith((" ", ", ")):
        comma, last = "," if after[0] == "," else "", "" if after[-1] == "#" else forms.end
        return rf"#(?: \w+)?{comma} {forms.phrase(after.lstrip(', '))}{last}"
    return rf"#{re.escape(after)}(?!\w)"
