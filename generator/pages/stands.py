"""How a question stands, in the words of its page: the verdict, and who disagrees with whom.

A verdict is about a question as a whole. Beside it, readers see which answers clash, if the sides do
not show it: not all amounts or speakers of two opposed sides need be opposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, get_args

from generator.atlas.atlas import Answer
from generator.findings.compare import NO_FINDING, Comparison, Reason
from generator.findings.periods import periods
from generator.findings.sides import listing, lowest
from generator.findings.standing import OPPOSED
from generator.markup.answers import facets, value
from generator.markup.escaping import Html, filled, joined, tag
from generator.markup.inline import listed
from generator.markup.periods import time
from generator.markup.sides import of_amounts
from generator.markup.speakers import credited
from generator.markup.writer import Desk
from generator.pages.cards import verdict
from generator.records import Figure

CLASHES_NAMED = 3  # of the firmest outcome; if there are more, none is named

MINIMUMS = ("at_least", "more_than")

WhyApart = Literal["senses", "people", "times", "fit"]
"""The kinds of reasons why two amounts don't contradict each other, by the names of their phrases."""

WHY_APART: tuple[WhyApart, ...] = get_args(WhyApart)

OF_PEOPLE: tuple[Reason, ...] = ("people-apart", "people-overlap", "crossed")


def stands(ref: str, desk: Desk) -> Html:
    """How a question stands: its verdict and who clashes, or that no amounts contradict others."""
    if said := verdict(ref, desk):
        clashes = _clashes(ref, desk)
        return joined(" ", [said, clashes]) if clashes else said
    return _apart(ref, desk)


def _clashes(ref: str, desk: Desk) -> Html:
    """The opposed pairs with the strongest outcome; "" if they are obvious, or many."""
    how = desk.findings.standings[ref]
    found = [pair for pair in desk.findings.by_question[ref] if pair.outcome == how]
    if how not in OPPOSED or _is_plain(found, ref, desk):
        return Html("")
    against: defaultdict[Html, list[Answer]] = defaultdict(list)
    for pair in found:
        against[_named([pair.b], desk)].append(pair.a)
    if len(against) > CLASHES_NAMED or len(found) > 2 * CLASHES_NAMED:
        return Html("")
    words = desk.wording.question
    amounts = of_amounts(answer for pair in found for answer in (pair.a, pair.b))
    clash = desk.wording.comparing.clash["amounts" if amounts else how]
    told = [filled(clash, one=one, others=_named(others, desk)) for one, others in against.items()]
    return tag("span", filled(words.clashes, clashes=joined("; ", told)), class_="hint")


def _is_plain(found: list[Comparison], ref: str, desk: Desk) -> bool:
    """Whether every answer of the opposed sides is in one of these pairs."""
    keys = {answer.key for pair in found for answer in (pair.a, pair.b)}
    sides = [
        {answer.key for answer in side.answers} for side in desk.findings.sides[ref] if side.opposed
    ]
    return all(side <= keys for side in sides)


def _named(answers: list[Answer], desk: Desk) -> Html:
    """Amounts with whom they count; for choices, each with those who give it, and about when."""
    if of_amounts(answers):
        return listed(dict.fromkeys(_amount(one, desk) for one in answers), desk.wording)
    said: defaultdict[Html, list[Html]] = defaultdict(list)
    for one in answers:
        choice = value(one, listing(one.question, desk.atlas), desk.atlas.config)
        said[choice].append(_who(one, desk))
    phrase = desk.wording.question.clash_answer
    told = [filled(phrase, answer=one, who=joined("; ", who)) for one, who in said.items()]
    return listed(told, desk.wording)


def _amount(answer: Answer, desk: Desk) -> Html:
    """An amount with whom it counts."""
    words, question = desk.wording, listing(answer.question, desk.atlas)
    amount = value(answer, question, desk.atlas.config)
    whom = facets(answer.given.population, None, question, words)
    return filled(words.question.side_counts, amount=amount, counts=whom) if whom else amount


def _who(answer: Answer, desk: Desk) -> Html:
    """Who gives an answer, in which document, and about when if there is a date."""
    words, who = desk.wording, listed(credited(answer.claim, desk), desk.wording)
    if not answer.claim.fact.own_voice:
        document = desk.named(answer.claim.source)
        who = filled(words.question.clash_who, speakers=who, document=document)
    (period,) = periods((answer,))
    if period.first is not None and not period.undated:
        when = time(replace(period, words=None, saying=None), desk)
        who = filled(words.question.clash_when, who=who, when=when)
    return who


def _apart(ref: str, desk: Desk) -> Html:
    """The sentence that no amount contradicts another, if they differ in what they count."""
    pairs = desk.findings.by_question[ref]
    outcomes = {pair.outcome for pair in pairs}
    amounts = of_amounts(desk.atlas.answers.get(ref, ()))
    if not amounts or not outcomes or NO_FINDING in outcomes:
        return Html("")
    words = desk.wording.question
    least = list(dict.fromkeys(_minimums(pairs, ref, desk)))
    said = [filled(words.amounts_apart, reasons=_reasons(pairs, desk))]
    if least:
        said.append(filled(words.minimums, amounts=listed(least, desk.wording)))
    return joined(" ", said)


def _reasons(pairs: tuple[Comparison, ...], desk: Desk) -> Html:
    """Why no pair is opposed: each reason that there is, once."""
    words = desk.wording.question
    found = {_reason(pair) for pair in pairs}
    which = words.apart_all if len(found) == 1 else words.apart_some
    named = [one for one in WHY_APART if one in found]
    return listed([filled(words.apart_reasons[one], which=which) for one in named], desk.wording)


def _reason(pair: Comparison) -> WhyApart:
    """The kind of reason why a pair is not opposed, by the name of its phrase."""
    if pair.outcome in ("different-times", "change") or pair.why == "time-overlap":
        return "times"
    if pair.outcome != "count-different":
        return "fit"
    return "people" if pair.why in OF_PEOPLE else "senses"


def _minimums(pairs: tuple[Comparison, ...], ref: str, desk: Desk) -> Iterator[Html]:
    """The amounts given as minimums, which larger amounts fit."""
    question = listing(ref, desk.atlas)
    for pair in pairs:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            bound, above = (lowest([each], desk.atlas, yearly=False) for each in (one, other))
            least = isinstance(one.given, Figure) and one.given.operator in MINIMUMS
            if pair.outcome == "fit" and least and bound < above and not above[0]:
                yield value(one, question, desk.atlas.config)
