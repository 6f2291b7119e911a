"""Rules about amounts: a figure is what its words say, no rounder and no firmer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.atlas.atlas import Atlas
from generator.problems import Problem, show
from generator.records import Figure
from generator.rules.bounds import ABOUT, BOUNDS, qualifiers
from generator.text.folding import fold_line
from generator.text.matching import is_boundary, occurrences
from generator.text.numbers import Spoken, Vague, numbers, vague


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

    `as_stated` says the figure's numbers and no others.
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
    said = qualifiers(stated, spoken or indefinite, language)
    bounds, given = said & set(BOUNDS), {figure.operator} & set(BOUNDS)
    if bounds != given:
        yield (
            f"{show(figure.as_stated)} says {_named(bounds)}, the figure {_named(given)}; "
            "take the bound from the words"
        )
    if (ABOUT in said) != figure.about:
        yield f"about: {'true' if not figure.about else 'remove it'} ({show(figure.as_stated)})"
    periods = said & set(language.per)
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


def _digits(value: object) -> str:
    return f"{value:f}"


def _named(names: Iterable[object]) -> str:
    return " and ".join(sorted(map(str, names))) or "nothing"
