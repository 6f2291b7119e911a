"""Comparing: what two answers to one question say, and whether they are about one thing.

The two are worked out separately, in `saying` and `scope`, and neither hides the other. The verdict
follows from both by a table that is published as the method. Nothing here chooses a winner.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from generator.atlas.atlas import Answer, Atlas
from generator.findings.origins import have_one_origin
from generator.findings.saying import (
    Ground,
    Says,
    is_one_speaker,
    is_one_statement,
    of_choices,
    of_figures,
)
from generator.findings.scope import Scope, kind_of_time, scope
from generator.findings.timing import MOMENTS, is_change
from generator.records import Choice, Figure

Outcome = Literal[
    "contradict",
    "contradict-unless",
    "opposite-times",
    "agree",
    "both-name",
    "fit",
    "one-voice",
    "part-of",
    "change",
    "different-times",
    "answer-differently",
    "count-different",
]
"""The verdicts, those that a reader looks for first in front."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

NO_FINDING: Outcome = "answer-differently"
"""What is never shown as a finding, because no record says how two such answers relate."""

Reason = Literal[
    Ground,
    "repeats",
    "same-origin",
    "same-speaker",
    "disputes",
    "part-of",
    "change",
    "kind",
    "basis",
    "unit",
    "rate",
    "period",
    "people-apart",
    "people-overlap",
    "time-overlap",
    "crossed",
]
"""The reason for a verdict, by the name of a phrase in `defaults/wording.yaml`."""

Reach = Literal["one", "unknown", "times-apart", "other"]
"""Whether two answers are about one thing, in a word."""

Doubt = Literal["time", "people"]
"""What would resolve a contradiction between two answers, if it differs."""

_LINKED: dict[str, tuple[Outcome, Says | None, Reason]] = {
    "repeats": ("one-voice", "same", "repeats"),
    "same_origin": ("one-voice", None, "same-origin"),  # unless nothing shows what the two say
    "disputes": ("contradict", "opposed", "disputes"),
    "part_of": ("part-of", "fits", "part-of"),
}
"""The verdict that a relation between two facts gives. A shared origin does not show what the two say."""
_OPPOSED: dict[Reach, Outcome] = {
    "one": "contradict",
    "unknown": "contradict-unless",
    "times-apart": "opposite-times",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers, the verdict, and what it rests on.

    `doubts` are what would resolve a contradiction that is not certain. `days` is the time between
    the two, if their times are apart. `concluded` says that one of the compared dates is a
    conclusion, and `yearly` that a monthly rate was converted to a yearly one.
    """

    a: Answer
    b: Answer
    outcome: Outcome
    says: Says
    reach: Reach
    why: Reason
    doubts: tuple[Doubt, ...] = ()
    days: int = 0
    concluded: bool = False
    yearly: bool = False


def comparisons(ref: str, atlas: Atlas) -> tuple[Comparison, ...]:
    """Every pair of answers to a question, in the order of the answers.

    A fact is not compared with itself, unless its two amounts are those before and after a change.
    """
    pairs = combinations(atlas.answers.get(ref, ()), 2)
    return tuple(
        compare(a, b, atlas)
        for a, b in pairs
        if a.claim.id != b.claim.id or _is_change(a, b, atlas)
    )


def compare(a: Answer, b: Answer, atlas: Atlas) -> Comparison:
    """The verdict for one pair."""
    question = atlas.questions[a.question].record
    if _is_change(a, b, atlas):
        return Comparison(a, b, "change", "not-judged", "times-apart", "change")
    where = scope(a, b, question)
    says, ground = _what_they_say(a, b, where, atlas)
    if linked := _as_linked(a, b, says, where, atlas):
        return linked
    if where.other:
        why, concluded = _difference(where), where.concluded
        return Comparison(a, b, "count-different", says, "other", why, concluded=concluded)
    return _verdict(a, b, says, ground, where, atlas)


def _what_they_say(a: Answer, b: Answer, where: Scope, atlas: Atlas) -> tuple[Says, Ground]:
    """What two figures or two choices say; a figure and a choice are not judged."""
    if isinstance(a.given, Figure) and isinstance(b.given, Figure):
        return of_figures(a.given, b.given, where, atlas.config.numbers)
    if isinstance(a.given, Choice) and isinstance(b.given, Choice):
        return of_choices(a.given, b.given, atlas.questions[a.question].record)
    return "not-judged", "not-judged"


def _as_linked(a: Answer, b: Answer, says: Says, where: Scope, atlas: Atlas) -> Comparison | None:
    """What a record says about two answers by relating their facts."""
    alone = _is_alone(a, b, atlas)
    for related in atlas.related.get(a.claim.id, ()):
        if related.fact == b.claim.id and related.how in _LINKED:
            outcome, declared, why = _LINKED[related.how]
            if declared is None and says == "not-judged":
                continue
            if alone or not (where.other or _goes_against(outcome, says)):
                return Comparison(a, b, outcome, declared or says, "one", why)
    return None


def _is_alone(a: Answer, b: Answer, atlas: Atlas) -> bool:
    """Whether each of two facts gives only this answer to the question.

    If one of them gives several, the relation between the facts may not apply to all of them.
    """
    return all(len(atlas.answers_of[one.claim.id][one.question]) == 1 for one in (a, b))


def _goes_against(outcome: Outcome, says: Says) -> bool:
    """Whether two answers contradict the outcome that a record gives."""
    return says == "not-judged" or (says == "opposed") != (outcome == "contradict")


def _is_change(a: Answer, b: Answer, atlas: Atlas) -> bool:
    """Whether two amounts of one fact belong to two moments: before and after a change."""
    return is_change(a, b) and kind_of_time(a, atlas.questions[a.question].record) in MOMENTS


def _verdict(
    a: Answer, b: Answer, says: Says, ground: Ground, where: Scope, atlas: Atlas
) -> Comparison:
    """The table of the method, for two answers that may be about one thing."""
    reach, yearly = _reach(where), _is_made_yearly(a, b)
    one_voice = _as_one_voice(a, b, atlas) if says == "same" and reach != "times-apart" else None
    outcome: Outcome = "one-voice" if one_voice else _outcome(a, b, says, reach)
    why = one_voice or ground
    doubts = _doubts(where) if outcome == "contradict-unless" else ()
    return Comparison(a, b, outcome, says, reach, why, doubts, where.days, where.concluded, yearly)


def _is_made_yearly(a: Answer, b: Answer) -> bool:
    """Whether a monthly rate is compared with a yearly one."""
    one, two = a.given, b.given
    return isinstance(one, Figure) and isinstance(two, Figure) and one.per != two.per


def _doubts(where: Scope) -> tuple[Doubt, ...]:
    """What is not known about two answers that are opposed."""
    time: tuple[Doubt, ...] = ("time",) if where.time == "unknown" else ()
    return (*time, "people") if where.people == "unknown" else time


def _outcome(a: Answer, b: Answer, says: Says, reach: Reach) -> Outcome:
    if says == "not-judged":
        return "answer-differently"
    if says == "opposed":
        return _OPPOSED[reach]
    if reach == "times-apart":
        return "different-times"
    if says == "fits":
        return "fit"
    if isinstance(a.given, Choice) and not is_one_statement(a.claim, b.claim):
        return "both-name"
    return "agree" if reach == "one" else "fit"


def _as_one_voice(a: Answer, b: Answer, atlas: Atlas) -> Reason | None:
    """Why two who say the same thing count as one voice; None if they are two."""
    if is_one_speaker(a, b):
        return "same-speaker"
    return "same-origin" if have_one_origin(a.claim, b.claim, atlas) else None


def _reach(where: Scope) -> Reach:
    if where.time == "apart":
        return "times-apart"
    return "unknown" if "unknown" in (where.people, where.time) else "one"


def _difference(where: Scope) -> Reason:
    """Why two answers count different things."""
    if where.sense != "equal":
        return where.sense
    if where.people in ("apart", "overlap"):
        return "people-apart" if where.people == "apart" else "people-overlap"
    return "time-overlap" if where.time == "overlap" else "crossed"
