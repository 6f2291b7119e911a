"""Values: what an answer says, in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.atlas import Answer, Atlas
from generator.config import Config
from generator.escaping import Html, escape, filled, joined
from generator.records import Choice, Figure, Question
from generator.wording import Wording

FEW = 2
"""So many of those who contradict a claim are named beside it."""


def value(answer: Answer, question: Question, config: Config) -> Html:
    """What an answer says; `question` is the one that lists its facets and choices."""
    if isinstance(answer.given, Figure):
        return amount(answer.given, config)
    choice = question.choices[answer.given.choice]
    denies = config.wording.question.denies
    return filled(denies, answer=choice) if answer.given.denies else escape(choice)


def contradiction(answer: Answer, atlas: Atlas, who: Html, citation: Html) -> Html:
    """What an answer says, who says so and where, beside a claim that it contradicts."""
    config, given = atlas.config, answer.given
    question, words = atlas.questions[answer.question].record, config.wording.claim
    if isinstance(given, Choice) and given.denies:
        said = filled(words.denied_by, answer=question.choices[given.choice], who=who)
    else:
        said = filled(words.according_to, answer=value(answer, question, config), who=who)
    return joined(" ", [said, citation])


def few(said: Iterable[Html], wording: Wording) -> Html:
    """The first of what others say, and how many say more."""
    everything = tuple(said)
    listed, more = joined("; ", everything[:FEW]), len(everything) - FEW
    return filled(wording.claim.others_more, others=listed, count=more) if more > 0 else listed


def amount(figure: Figure, config: Config) -> Html:
    """A figure's value with its bound, unit and period, in words."""
    return _about(figure, Html(f"{_bound(figure, config)} {unit(figure, config)}"), config)


def bare_amount(figure: Figure, config: Config) -> Html:
    """The same without what is counted, for where that stands beside it."""
    return _about(figure, _bound(figure, config), config)


def unit(figure: Figure, config: Config) -> Html:
    """What a figure counts, and in what period."""
    vocabulary = config.vocabulary
    per = f" {vocabulary.periods[figure.per]}" if figure.per else ""
    many = figure.stated_numbers != (Decimal(1),)
    return escape(f"{figure.currency or vocabulary.units[figure.unit][many]}{per}")


def _about(figure: Figure, said: Html, config: Config) -> Html:
    return filled(config.wording.amounts.about, amount=said) if figure.about else said


def _bound(figure: Figure, config: Config) -> Html:
    """The numbers that a figure gives, with what it says of them, or its words."""
    words = config.wording.amounts
    numbers = [f"{number:,f}" for number in figure.stated_numbers]
    if figure.operator == "words":
        return filled(words.words, words=figure.words)
    if figure.operator == "between":
        low, high = numbers
        return filled(words.between, low=low, high=high)
    phrase: str = getattr(words, figure.operator)
    return filled(phrase, number=numbers[0])
