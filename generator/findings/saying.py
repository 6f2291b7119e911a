"""Saying: what two answers to one question say, whatever they are about.

They say the same thing, or what they say fits together, or they are opposed. If the records show
none of these, no judgement is made.
"""

from __future__ import annotations

from typing import Literal

from generator.atlas.atlas import Answer, Claim
from generator.findings.quantities import MONTHS_IN_A_YEAR, Interval, allowed
from generator.findings.scope import Extent, Scope
from generator.records import PERCENT, Choice, Figure, Question
from generator.text.folding import fold_line
from generator.text.numbers import NumberWords

Says = Literal["same", "fits", "opposed", "not-judged"]
Ground = Literal[
    "same-amount",
    "meet",
    "part-fits",
    "apart",
    "part-above-whole",
    "same-choice",
    "denied",
    "contrary",
    "fitting",
    "not-judged",
]
"""The reason for that, by the name of a phrase."""

_PARTS: tuple[Extent, ...] = ("within", "around")


def of_figures(
    first: Figure, second: Figure, where: Scope, words: NumberWords
) -> tuple[Says, Ground]:
    """What two amounts say: whether one amount can fit both, or one can be a part of the other.

    A percentage of a part may be above that of the whole, and so may the rate in a part of a period.
    So if two such amounts differ, nobody knows whether they are opposed.
    """
    one, two = yearly(first, words), yearly(second, words)
    sides = {where.people, where.time}
    if sides.isdisjoint(_PARTS):
        if one == two and one.bounded:
            return "same", "same-amount"
        return ("fits", "meet") if one.meets(two) else ("opposed", "apart")
    if first.unit == PERCENT or (first.per and where.time in _PARTS):
        return ("fits", "meet") if one.meets(two) else ("not-judged", "not-judged")
    part, whole = (one, two) if "within" in sides else (two, one)
    return ("opposed", "part-above-whole") if part.is_above(whole) else ("fits", "part-fits")


def of_choices(first: Choice, second: Choice, question: Question) -> tuple[Says, Ground]:
    """What two choices say: the same, a thing and its denial, two that are declared contrary or fitting."""
    if first.choice == second.choice:
        return ("same", "same-choice") if first.denies == second.denies else ("opposed", "denied")
    if first.denies or second.denies:
        return "not-judged", "not-judged"
    both = {first.choice, second.choice}
    if any(both == {*pair} for pair in question.contrary):
        return "opposed", "contrary"
    if any(both == {*pair} for pair in question.fitting):
        return "fits", "fitting"
    return "not-judged", "not-judged"


def yearly(figure: Figure, words: NumberWords) -> Interval:
    """The amounts to compare: a monthly rate is converted to a yearly one, and nothing else is converted."""
    found = allowed(figure, words)
    return found.times(MONTHS_IN_A_YEAR) if figure.per == "month" else found


def is_one_statement(a: Claim, b: Claim) -> bool:
    """Whether two claims state one thing: in the same words, or as the same single tie."""
    if fold_line(a.words).casefold() == fold_line(b.words).casefold():
        return True
    ties = [
        {(tie.subject, tie.relation, tie.object) for tie in claim.fact.relations}
        for claim in (a, b)
    ]
    return len(ties[0]) == 1 and ties[0] == ties[1]


def is_one_speaker(a: Answer, b: Answer) -> bool:
    """Whether one speaker says both, in one document; two who are unnamed need not be one."""
    one, two = a.claim, b.claim
    if one.source != two.source or any(speaker.kind == "unnamed" for speaker in one.claimants):
        return False
    return {speaker.key for speaker in one.claimants} == {speaker.key for speaker in two.claimants}
