"""Answers in words: amounts, choices and populations."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.config.config import Config
from generator.config.wording import Wording
from generator.markup.escaping import Html, escape, filled, joined
from generator.records import Figure, Question

BILLION, MILLION = Decimal(10**9), Decimal(10**6)

CONTRADICTORS_NAMED = 2  # beside a claim; the question names the others


def value(answer: Answer, question: Question, config: Config) -> Html:
    """An answer in words; `question` is the one that lists its facets and choices."""
    if isinstance(answer.given, Figure):
        return amount(answer.given, config)
    choice = question.choices[answer.given.choice]
    denies = config.wording.question.denies
    return filled(denies, answer=choice) if answer.given.denies else escape(choice)


Said = Callable[[Claim], Html]
"""A function that gives a claim's speakers, or its citation, as markup."""


def against(
    claim: Claim, others: tuple[Answer, ...], atlas: Atlas, who: Said, citation: Said
) -> Html:
    """The answers that contradict a claim: the first few in words, and how many more there are.

    If the claim has several amounts, each answer says whom it counts.
    """
    apart = sum(figure.answers == others[0].question for figure in claim.fact.figures) > 1
    said = [
        joined(" ", [_contradiction(one, atlas, who(one.claim), apart=apart), citation(one.claim)])
        for one in others[:CONTRADICTORS_NAMED]
    ]
    listed, more = joined("; ", said), len(others) - CONTRADICTORS_NAMED
    words = atlas.config.wording.claim.others_more
    return filled(words, others=listed, count=more) if more > 0 else listed


def _contradiction(answer: Answer, atlas: Atlas, who: Html, *, apart: bool) -> Html:
    config, given = atlas.config, answer.given
    question, words = atlas.questions[answer.question].record, config.wording.claim
    if isinstance(given, Figure):
        said, counted = amount(given, config), population(given.population, question)
        said = filled(words.of_whom, answer=said, counted=counted) if apart and counted else said
        return filled(words.according_to, answer=said, who=who)
    return filled(
        words.denied_by if given.denies else words.chosen_by,
        answer=question.choices[given.choice],
        who=who,
    )


def population(names: tuple[str, ...], question: Question) -> str:
    """The people that an answer counts, in the question's words."""
    return ", ".join(question.population[name].label for name in names)


def amount(figure: Figure, config: Config) -> Html:
    """A figure's value with its bound, unit and period, in words."""
    return _about(figure, Html(f"{_bound(figure, config)} {unit(figure, config)}"), config)


def bare_amount(figure: Figure, config: Config) -> Html:
    """A figure's value in words, without unit, for use beside the unit."""
    return _about(figure, _bound(figure, config), config)


def unit(figure: Figure, config: Config) -> Html:
    """What a figure counts and in what period, in words."""
    vocabulary = config.vocabulary
    per = f" {vocabulary.periods[figure.per]}" if figure.per else ""
    many = figure.stated_numbers != (Decimal(1),)
    return escape(f"{figure.currency or vocabulary.units[figure.unit][many]}{per}")


def number_words(number: Decimal, wording: Wording) -> str:
    """A number as readers expect it: round millions and billions in words, with no digit lost."""
    words = wording.chart
    for size, phrase in ((BILLION, words.billion), (MILLION, words.million)):
        if number >= size and number / size * 100 % 1 == 0:
            return filled(phrase, number=f"{(number / size).normalize():,f}")
    return f"{number.normalize():,f}"


def _about(figure: Figure, said: Html, config: Config) -> Html:
    return filled(config.wording.amounts.about, amount=said) if figure.about else said


def _bound(figure: Figure, config: Config) -> Html:
    """The numbers of a figure with their bound, or its words."""
    words = config.wording.amounts
    numbers = [number_words(number, config.wording) for number in figure.stated_numbers]
    if figure.operator == "words":
        return filled(words.words, words=figure.words)
    if figure.operator == "between":
        low, high = numbers
        return filled(words.between, low=low, high=high)
    return filled(words.stated[figure.operator], number=numbers[0])
