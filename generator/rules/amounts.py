"""Rules about amounts: a figure is what its words say, no rounder and no firmer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from generator.atlas import Atlas, Claim
from generator.config import Language
from generator.folding import fold_line
from generator.numbers import Spoken, Vague, numbers, vague
from generator.passages import is_boundary, occurrences
from generator.problems import Problem, show
from generator.records import Figure
from generator.rules.evidence import evidence, stated_numbers

_BOUNDS = ("more_than", "at_least", "at_most", "less_than")


def figures_stand_in_a_quotation(atlas: Atlas) -> Iterator[Problem]:
    """The words of a figure are verbatim in a quote of its fact, and cut no word and no number."""
    scales = atlas.config.numbers.scale_pattern
    for claim in atlas.claims.values():
        quotes = [fold_line(sighting.passage.exact) for sighting in claim.quotes]
        for index, figure in enumerate(claim.fact.figures):
            stated = fold_line(figure.as_stated)
            if not any(
                is_boundary(quote, start, scales)
                and is_boundary(quote, start + len(stated), scales)
                for quote in quotes
                for start in occurrences(stated, quote)
            ):
                message = f"{show(figure.as_stated)} is not in the quote; copy the quote's words"
                place = claim.entry.place("figures", index, "as_stated")
                yield Problem(place, "figure-words", message)


def figures_match_their_words(atlas: Atlas) -> Iterator[Problem]:
    """A figure's number, bound, `about`, `per` and `currency` are those of its `as_stated`.

    `as_stated` says the figure's numbers and no others. Which words mean which bound stands in
    `site_config/language.yaml` ("over", "a minimum of", "as much as", "annually").
    """
    for claim in atlas.claims.values():
        for index, figure in enumerate(claim.fact.figures):
            place = claim.entry.place("figures", index, "as_stated")
            for message in _mismatches(figure, atlas):
                yield Problem(place, "figure", message)


def _mismatches(figure: Figure, atlas: Atlas) -> Iterator[str]:
    language, stated = atlas.config.language, fold_line(figure.as_stated)
    spoken = numbers(stated, atlas.config.numbers)
    indefinite = vague(stated, atlas.config.numbers)
    if figure.operator == "words":
        yield from _wrong_words(figure, stated, spoken, indefinite)
    else:
        yield from _wrong_numbers(figure, spoken)
    marked = _with_places(stated, spoken or indefinite)
    said = {name for name in _BOUNDS if _pattern(language, name).search(marked)}
    given = {figure.operator} & set(_BOUNDS)
    if said != given:
        yield (
            f"{show(figure.as_stated)} says {_named(said)}, the figure {_named(given)}; "
            "take the bound from the words"
        )
    if bool(_pattern(language, "about").search(marked)) != figure.about:
        yield f"about: {'true' if not figure.about else 'remove it'} ({show(figure.as_stated)})"
    periods = {name for name in language.per if _pattern(language, name).search(marked)}
    if periods != ({figure.per} if figure.per else set()):
        yield f"{show(figure.as_stated)} says per {_named(periods)}, the figure {figure.per or 'nothing'}"
    currencies = {one.currency for one in spoken if one.currency} or {
        code
        for word, code in (atlas.config.numbers.currency_words.items() if indefinite else ())
        if re.search(rf"\b{re.escape(word)}\b", stated, re.IGNORECASE)
    }
    if currencies != ({figure.currency} if figure.currency else set()):
        yield (
            f"{show(figure.as_stated)} is in {_named(currencies)}, the figure in "
            f"{figure.currency or 'no currency'}"
        )
    if any(one.percent for one in spoken) != (figure.unit == "percent"):
        yield f"{show(figure.as_stated)} and unit {figure.unit}: only a percentage is in percent"


def _wrong_numbers(figure: Figure, spoken: Iterable[Spoken]) -> Iterator[str]:
    said, given = {one.value for one in spoken}, set(figure.stated_numbers)
    if said != given:
        yield (
            f"{show(figure.as_stated)} says {_named(map(_digits, sorted(said)))}, the figure "
            f"{_named(map(_digits, sorted(given)))}; as_stated holds the figure's number and no other"
        )


def _wrong_words(
    figure: Figure, stated: str, spoken: Iterable[Spoken], indefinite: Iterable[Vague]
) -> Iterator[str]:
    words = fold_line(figure.words or "")
    if words.lower() not in stated.lower():
        yield f"words: {show(words)} is not in {show(figure.as_stated)}"
    if not any(one.phrase.lower() == words.lower() for one in indefinite):
        known = _named(one.phrase for one in indefinite)
        yield f"words: {show(words)} is no amount; the words say {known} (site_config/numbers.yaml)"
    for one in spoken:
        yield f"{show(figure.as_stated)} says {_digits(one.value)}; give it as a number"


def _with_places(text: str, found: Iterable[Spoken | Vague]) -> str:
    """The text with `#` for each amount."""
    parts, position = [], 0
    for one in sorted(found, key=lambda item: item.start):
        parts += [text[position : one.start], "#"]
        position = max(position, one.end)
    return "".join((*parts, text[position:]))


@lru_cache(maxsize=64)
def _compiled(phrases: tuple[str, ...], fillers: tuple[str, ...]) -> re.Pattern[str]:
    filler = "|".join(re.escape(word) for word in fillers)
    options = []
    for phrase in sorted(phrases, key=len, reverse=True):
        before, mark, after = phrase.partition("#")
        if not mark:
            options.append(rf"\b{re.escape(phrase)}\b")
        elif before:
            options.append(rf"\b{re.escape(before.strip())} (?:(?:{filler}) )*[$€£]?#")
        else:
            options.append(rf"#(?: \w+)? {re.escape(after.strip())}\b")
    return re.compile("|".join(options) or r"(?!)", re.IGNORECASE)


def _pattern(language: Language, name: str) -> re.Pattern[str]:
    phrases = (
        language.about
        if name == "about"
        else language.operators[name]
        if name in language.operators
        else language.per[name]
    )
    return _compiled(phrases, language.fillers)


def _digits(value: object) -> str:
    return f"{value:f}"


def _named(names: Iterable[object]) -> str:
    return " and ".join(sorted(map(str, names))) or "nothing"


def numbers_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """Every number of a statement is said in the fact's passages, or in an inferred date.

    "thirty" and "30", "$9 billion" and 9000000000, "2015-18" and 2018 count as equal. Vague
    amounts ("tens of thousands") are those of the passages too.
    """
    for claim in atlas.claims.values():
        text, ours = evidence(claim), fold_line(claim.words)
        known = stated_numbers(text, atlas) | _inferred_dates(claim)
        place = claim.entry.place("statement")
        for number in sorted(stated_numbers(ours, atlas) - known):
            message = f"{_digits(number)} is in no passage of the fact; say no more than the quote"
            yield Problem(place, "number-not-in-quote", message)
        said = {(one.low, one.high) for one in vague(text, atlas.config.numbers)}
        for one in vague(ours, atlas.config.numbers):
            if (one.low, one.high) not in said:
                message = f"{show(one.phrase)} is in no passage of the fact; use the quote's words"
                yield Problem(place, "number-not-in-quote", message)


def _inferred_dates(claim: Claim) -> frozenset[Decimal]:
    """The numbers of those dates for which the record gives its reason under `inferred`."""
    fact = claim.fact
    given = [getattr(fact, name) for name in ("when", "said_on") if name in fact.inferred]
    return frozenset(Decimal(part.value) for date in given if date for part in date.parts())
