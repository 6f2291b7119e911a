"""Rules about amounts: a figure says exactly what its words say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.config.language import Language
from generator.config.lexicon import Lexicon
from generator.problems import Problem, show
from generator.records import PERCENT, Figure
from generator.rules.bounds import ABOUT, BOUNDS, qualifiers, qualifiers_of
from generator.rules.evidence import words_of
from generator.strict_yaml.nodes import new_line
from generator.text.folding import fold_line
from generator.text.matching import is_boundary, occurrences
from generator.text.numbers import Spoken, Vague, numbers, vague


def figures_stand_in_a_quotation(atlas: Atlas) -> Iterator[Problem]:
    """A figure's `as_stated` is in its fact's quote, word for word, and cuts no word or number."""
    for claim in atlas.claims.values():
        for index, figure in enumerate(claim.fact.figures):
            if not is_quoted(figure, claim, atlas):
                message = (
                    f"{show(figure.as_stated)} does not appear word for word in the quote; "
                    "copy the quote's words into `as_stated`"
                )
                place = claim.entry.place("figures", index, "as_stated")
                yield Problem(place, "figure-words", message)


def is_quoted(figure: Figure, claim: Claim, atlas: Atlas) -> bool:
    """Whether the words of a figure are in its fact's quote, and cut no word or number there."""
    scales = words_of(claim, atlas).numbers.scale_pattern
    stated = fold_line(figure.as_stated)
    return any(
        is_boundary(quote, start, scales) and is_boundary(quote, start + len(stated), scales)
        for quote in (fold_line(sighting.passage.exact) for sighting in claim.quotes)
        for start in occurrences(stated, quote)
    )


def figures_match_their_words(atlas: Atlas) -> Iterator[Problem]:
    """A figure's number, bound, `about`, `estimated`, `per` and `currency` match its `as_stated`.

    `as_stated` contains the figure's numbers and no others. "An estimated 10,000 and 5,000" may
    cover both numbers: in that case the word only has to be in the quote.
    """
    for claim in atlas.claims.values():
        for index, figure in enumerate(claim.fact.figures):
            words = words_of(claim, atlas)
            quoted = " ".join(fold_line(sighting.passage.exact) for sighting in claim.quotes)
            # Words that are not in the quote are told first, and may be cut short.
            slip = figure.operator if is_quoted(figure, claim, atlas) else "as_stated"
            found = [(slip, message) for message in _value(figure, words)]
            found += [("as_stated", message) for message in _mismatches(figure, words)]
            found += [("as_stated", one) for one in _estimate(figure, quoted, words.language)]
            found += [("as_stated", one) for one in _left_out(figure, claim, words)]
            for field, message in found:
                place = claim.entry.place("figures", index, field)
                yield Problem(place, "figure", _with_place(message, claim, index))


def _with_place(message: str, claim: Claim, index: int) -> str:
    """The message, with the whole line and its place if a field is to be added to this figure."""
    margin, where = new_line(claim.entry.node, ("figures", index))
    before, _, field = message.partition("; add `")
    return f"{before}; add the line `{margin}{field} {where}" if field and where else message


def _value(figure: Figure, words: Lexicon) -> Iterator[str]:
    """What is wrong with a figure's number, or with the field that has it."""
    stated = fold_line(figure.as_stated)
    spoken, indefinite = numbers(stated, words.numbers), vague(stated, words.numbers)
    if figure.operator != "words":
        yield from _wrong_numbers(figure, spoken)
    bounds = qualifiers(stated, spoken or indefinite, words.language) & set(BOUNDS)
    if bounds != {figure.operator} & set(BOUNDS) and words.known:
        yield _wrong_bound(figure, bounds, spoken)


def _left_out(figure: Figure, claim: Claim, words: Lexicon) -> Iterator[str]:
    """The message if the quote bounds the amount, beside the words of the figure."""
    stated, language = fold_line(figure.as_stated), words.language
    spoken = numbers(stated, words.numbers)
    if len(spoken) != 1:
        return  # each end of a range would be a bound alone
    own = qualifiers(stated, spoken, language)
    for quote in (fold_line(sighting.passage.exact) for sighting in claim.quotes):
        for start in occurrences(stated, quote):
            end = start + len(stated)
            for amount in numbers(quote, words.numbers):
                if amount.start < start or amount.end > end:
                    continue
                said = [
                    one for one in qualifiers_of(quote, amount, language) if one.name not in own
                ]
                if said:
                    first, last = min(one.start for one in said), max(one.end for one in said)
                    whole = quote[min(first, start) : max(last, end)]
                    yield (
                        f"{show(figure.as_stated)} leaves out words that the quote has for this amount; "
                        f"write `as_stated: {whole}`"
                    )
                    return


def _mismatches(figure: Figure, words: Lexicon) -> Iterator[str]:
    language, stated = words.language, fold_line(figure.as_stated)
    shown = show(figure.as_stated)
    spoken = numbers(stated, words.numbers)
    indefinite = vague(stated, words.numbers)
    if figure.operator == "words":
        yield from _wrong_words(figure, stated, spoken, indefinite)
    said = qualifiers(stated, spoken or indefinite, language)
    if (ABOUT in said) != figure.about and words.known:
        yield (
            f'{shown} has no word for "about"; remove `about: true`'
            if figure.about
            else f"{shown} is approximate; add `about: true`"
        )
    yield from _wrong_word("per", said & set(language.per), figure.per, shown)
    currencies = {one.currency for one in spoken if one.currency} or {
        code
        for word, code in (words.numbers.currency_words.items() if indefinite else ())
        if re.search(rf"\b{re.escape(word)}\b", stated, re.IGNORECASE)
    }
    yield from _wrong_word("currency", currencies, figure.currency, shown)
    percent = any(one.percent for one in spoken)
    if percent and figure.unit != PERCENT:
        yield f"{shown} is a percentage, but the unit is {figure.unit}; write `unit: percent`"
    elif figure.unit == PERCENT and not percent:
        yield (
            f"{shown} is not a percentage, but the unit is percent; write what is counted, such as "
            "`unit: person`"
        )


def _wrong_bound(figure: Figure, bounds: Collection[str], spoken: Iterable[Spoken]) -> str:
    """The message if a figure's bound (`at_most`, …) is not the one in its words."""
    shown, operator = show(figure.as_stated), figure.operator
    values = figure.stated_numbers or tuple(one.value for one in spoken)
    value = f": {_digits(values[0])}" if len(values) == 1 else ""
    given = value if figure.stated_numbers else ""
    if not bounds:
        return f'{shown} has no word for "{operator.replace("_", " ")}"; write `number{value}` in place of `{operator}{given}`'
    if len(bounds) > 1:
        return _too_many(shown, bounds)
    (bound,) = bounds
    advice = f"write `{bound}{value}`" if value else f"write `{bound}` with the number"
    return f"{shown} means `{bound}`, but the figure has `{operator}`; {advice} in place of `{operator}{given}`"


def _too_many(shown: str, said: Collection[str]) -> str:
    return (
        f"{shown} has words for {_named(said)}, but a figure takes only one of them; write a figure "
        "for each, with its own `as_stated`"
    )


def _wrong_word(field: str, said: Collection[str], given: str | None, shown: str) -> Iterator[str]:
    """The message if a figure's `per` or `currency` is not the one in its words."""
    if not said and given:
        yield f"{shown} has no word for `{field}: {given}`; remove `{field}`"
    elif len(said) > 1:
        yield _too_many(shown, said)
    elif said and set(said) != {given}:
        right = f"`{field}: {_named(said)}`"
        but = f"the figure has `{field}: {given}`" if given else f"the figure has no `{field}`"
        yield f"{shown} means {right}, but {but}; {'write' if given else 'add'} {right}"


def _estimate(figure: Figure, quoted: str, language: Language) -> Iterator[str]:
    """What is wrong with `estimated`, judged by the words of the figure and of its quote."""
    estimate = language.estimate
    if not figure.estimated and estimate.search(fold_line(figure.as_stated)):
        yield f"{show(figure.as_stated)} is an estimate; add `estimated: true`"
    if figure.estimated and not estimate.search(quoted):
        yield f"the quote does not call {show(figure.as_stated)} an estimate; remove `estimated`"


def _wrong_numbers(figure: Figure, spoken: Iterable[Spoken]) -> Iterator[str]:
    said, given = {one.value for one in spoken}, set(figure.stated_numbers)
    if not said and given:
        yield (
            f"{show(figure.as_stated)} has no number, but the figure says "
            f"{_named(map(_digits, sorted(given)))}; copy the words with the number, or use `words`"
        )
    elif said != given and len(said) == len(given) == 1:
        yield (
            f"{show(figure.as_stated)} says {_digits(*said)}, but `{figure.operator}` is "
            f"{_digits(*given)}; write `{figure.operator}: {_digits(*said)}`"
        )
    elif said != given:
        yield (
            f"{show(figure.as_stated)} says {_named(map(_digits, sorted(said)))}, but the figure "
            f"says {_named(map(_digits, sorted(given)))}; correct the number, or keep only the "
            "figure's own number in `as_stated`"
        )


def _wrong_words(
    figure: Figure, stated: str, spoken: Collection[Spoken], indefinite: Iterable[Vague]
) -> Iterator[str]:
    for number in spoken:
        yield f"{show(figure.as_stated)} says {_digits(number.value)}; give that number, not `words`"
    if spoken:
        return
    words = fold_line(figure.words or "")
    if words.lower() not in stated.lower():
        yield f"{show(words)} is not in {show(figure.as_stated)}; copy `words` from `as_stated`"
    if not any(one.said.lower() == words.lower() for one in indefinite):
        known = [one.said for one in indefinite]
        advice = (
            f"write {_named(map(show, known))}, as in `as_stated`"
            if known
            else "write a number instead of `words`, or, if it is an amount like "
            '"dozens", add it to site_config/numbers.yaml'
        )
        yield f"{show(words)} is not an amount that the program knows; {advice}"


def _digits(value: object) -> str:
    return f"{value:f}"


def _named(names: Iterable[object]) -> str:
    return " and ".join(sorted(map(str, names)))
