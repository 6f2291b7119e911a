"""Answers in words: amounts, choices and populations."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.atlas.atlas import Answer
from generator.config.config import Config
from generator.config.wording import Wording
from generator.findings.quantities import MONTHS_IN_A_YEAR
from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.inline import listed
from generator.records import Figure, Question
from generator.records.facts import Operator
from generator.text.numbers import vague

BILLION, MILLION = Decimal(10**9), Decimal(10**6)


def value(answer: Answer, question: Question, config: Config) -> Html:
    """An answer in words; `question` is the one that lists its facets and choices."""
    if isinstance(answer.given, Figure):
        return amount(answer.given, config)
    choice = answer.given.choice
    if not answer.given.denies:
        return escape(question.choices[choice])
    if choice in question.denials:
        return escape(question.denials[choice])
    return filled(config.wording.question.denies, answer=question.choices[choice])


def in_its_words(answer: Answer, question: Question, config: Config) -> Html:
    """An answer in words; a vague amount in the document's words, which also say what is counted."""
    given = answer.given
    if isinstance(given, Figure) and given.operator == "words":
        return filled(config.wording.amounts.words, words=given.as_stated)
    return value(answer, question, config)


def population(names: Iterable[str], question: Question, wording: Wording) -> Html:
    """The people that an answer counts, in the question's words; "" if it does not say."""
    labels = [escape(question.population[name].label) for name in names]
    return listed(labels, wording) if labels else Html("")


def facets(names: Iterable[str], basis: str | None, question: Question, wording: Wording) -> Html:
    """Whom an answer counts and in what sense, if its question distinguishes these."""
    people = names if len(question.population) > 1 else ()
    sense = question.basis[basis].label if basis and len(question.basis) > 1 else ""
    parts = (population(people, question, wording), escape(sense))
    return joined(", ", [one for one in parts if one])


def amount(figure: Figure, config: Config) -> Html:
    """A figure's value with its bound, unit and period, in words."""
    words, said = config.wording.amounts, _bound(figure, config)
    phrase = words.many_of if _is_plural_scale(figure, config) else words.many
    return _about(figure, filled(phrase, amount=said, counted=unit(figure, config)), config)


def _is_plural_scale(figure: Figure, config: Config) -> bool:
    """Whether the words are the plural of a scale: "thousands", to be followed by "of people"."""
    found = vague(figure.words or "", config.numbers)
    return bool(found) and found[-1].high is None and found[-1].said.endswith(found[-1].phrase)


def end_in_words(figure: Figure, config: Config, *, lowest: bool, yearly: bool) -> Html:
    """The lowest or the highest number of a figure with its bound, as one end of a range.

    With `yearly`, a monthly number counts twelve times.
    """
    number = figure.stated_numbers[0 if lowest else -1] * _times(figure, yearly=yearly)
    operator = "number" if figure.operator == "between" else figure.operator
    shown = number_words(number, config.wording)
    return _about(figure, _stated(figure, operator, shown, config, end=True), config)


def change(first: Figure, last: Figure, config: Config) -> Html:
    """A change from one amount to another, in words."""
    ends = [end_in_words(one, config, lowest=True, yearly=False) for one in (first, last)]
    words = config.wording.amounts
    return filled(words.change, first=ends[0], last=ends[1], unit=unit(last, config))


def in_a_year(figure: Figure, config: Config) -> Html:
    """A monthly rate as a yearly one, and a remark that the arithmetic is ours."""
    numbers = [one * _times(figure, yearly=True) for one in figure.stated_numbers]
    said = _about(figure, _with_bound(figure, numbers, config), config)
    counts = unit(figure, config, per="year")
    return filled(config.wording.amounts.yearly, amount=said, counted=counts)


def _times(figure: Figure, *, yearly: bool) -> int:
    return MONTHS_IN_A_YEAR if yearly and figure.per == "month" else 1


def bare_amount(figure: Figure, config: Config) -> Html:
    """A figure's value in words, without unit, for use beside the unit."""
    return _about(figure, _bound(figure, config), config)


def unit(figure: Figure, config: Config, per: str | None = None) -> Html:
    """What a figure counts and in what period (its own unless another is given), in words."""
    vocabulary = config.vocabulary
    period = per or figure.per
    rate = f" {vocabulary.periods[period]}" if period else ""
    many = figure.stated_numbers != (Decimal(1),)
    return escape(f"{figure.currency or vocabulary.units[figure.unit][many]}{rate}")


def number_words(number: Decimal, wording: Wording) -> str:
    """A number as readers expect it: round millions and billions in words, with no digit lost."""
    words = wording.chart
    for size, phrase in ((BILLION, words.billion), (MILLION, words.million)):
        if number >= size and number / size * 100 % 1 == 0:
            return filled(phrase, number=f"{(number / size).normalize():,f}")
    return f"{number.normalize():,f}"


def _about(figure: Figure, said: Html, config: Config) -> Html:
    return filled(config.wording.amounts.about, amount=said) if figure.about else said


def _stated(
    figure: Figure, operator: Operator, number: str, config: Config, *, end: bool = False
) -> Html:
    """A number with its bound in words, called an estimate if the document does so.

    `end` says that it is one end of a range.
    """
    words = config.wording.amounts
    if not figure.estimated:
        return filled(words.stated[operator], number=number)
    if operator == "number":
        return filled(words.estimated, number=number)
    bound = filled(words.stated[operator], number=number)
    return filled(words.estimated_end if end else words.estimated_bound, amount=bound)


def _bound(figure: Figure, config: Config) -> Html:
    """The numbers of a figure with their bound, or its words."""
    if figure.operator == "words":
        return filled(config.wording.amounts.words, words=figure.words)
    return _with_bound(figure, list(figure.stated_numbers), config)


def _with_bound(figure: Figure, numbers: list[Decimal], config: Config) -> Html:
    """These numbers in words, with the bound of a figure."""
    words, said = config.wording.amounts, [number_words(one, config.wording) for one in numbers]
    if figure.operator == "between":
        low, high = said
        low = filled(words.estimated, number=low) if figure.estimated else low
        return filled(words.between, low=low, high=high)
    return _stated(figure, figure.operator, said[0], config)
