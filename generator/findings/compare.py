"""Comparing: whether two answers to one question agree, disagree, or count different things.

The steps follow the published method (`site_config/pages/about/`), in its order. The first step
that applies gives the outcome, and one sentence gives the reader the reason. No step chooses a
winner.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.atlas.atlas import Answer, Atlas, RelatedClaim
from generator.findings.quantities import MONTHS_IN_A_YEAR, Interval, allowed
from generator.records import Choice, Figure, Question
from generator.records.questions import leaves
from generator.text.dates import Edtf

Outcome = Literal["one-voice", "agree", "compatible", "part-of", "different", "unknown", "disagree"]
Reason = Literal[
    "repeats",
    "same-origin",
    "disputes",
    "part-of",
    "kind",
    "basis",
    "unit",
    "rate",
    "who-apart",
    "who-overlap",
    "who-unknown",
    "when-apart",
    "when-overlap",
    "when-unknown",
    "crossed",
    "same",
    "same-yearly",
    "meet",
    "meet-yearly",
    "apart",
    "apart-yearly",
    "part-above-whole",
    "part-who",
    "part-when",
    "denied",
    "same-choice",
    "other-choice",
    "exclusive",
]
"""The reason for an outcome: the key of a sentence in `site_config/wording.yaml`."""

Extent = Literal["equal", "within", "around", "overlap", "apart", "unknown"]

_LINKED: dict[str, tuple[Outcome, Reason]] = {
    "repeats": ("one-voice", "repeats"),
    "same_origin": ("one-voice", "same-origin"),
    "disputes": ("disagree", "disputes"),
    "part_of": ("part-of", "part-of"),
}
_OTHER_PEOPLE: dict[Extent, Reason] = {"apart": "who-apart", "overlap": "who-overlap"}
_OTHER_TIMES: dict[Extent, Reason] = {"apart": "when-apart", "overlap": "when-overlap"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers, the outcome of comparing them, and the reason."""

    a: Answer
    b: Answer
    outcome: Outcome
    why: Reason


def comparisons(ref: str, atlas: Atlas) -> tuple[Comparison, ...]:
    """The comparison of every pair of answers to a question, in the order of the answers."""
    return tuple(compare(a, b, atlas) for a, b in combinations(atlas.answers.get(ref, ()), 2))


def compare(a: Answer, b: Answer, atlas: Atlas) -> Comparison:
    """The comparison of one pair of answers."""
    outcome, why = _linked(a, b, atlas) or _outcome(a, b, atlas)
    return Comparison(a, b, outcome, why)


def _linked(a: Answer, b: Answer, atlas: Atlas) -> tuple[Outcome, Reason] | None:
    """Step 1: what the records themselves say about the two facts."""
    for related in _related(a, b, atlas):
        if related.how in _LINKED:
            return _LINKED[related.how]
    return None


def _related(a: Answer, b: Answer, atlas: Atlas) -> list[RelatedClaim]:
    if a.claim.id == b.claim.id:
        return []
    return [one for one in atlas.related.get(a.claim.id, ()) if one.fact == b.claim.id]


def _outcome(a: Answer, b: Answer, atlas: Atlas) -> tuple[Outcome, Reason]:
    question = atlas.questions[a.question].record
    if isinstance(a.given, Figure) and isinstance(b.given, Figure):
        return _of_figures(a, b, a.given, b.given, question, atlas)
    if isinstance(a.given, Choice) and isinstance(b.given, Choice):
        return _of_choices(a, b, a.given, b.given, question)
    return "different", "kind"


def _of_figures(
    a: Answer, b: Answer, first: Figure, second: Figure, question: Question, atlas: Atlas
) -> tuple[Outcome, Reason]:
    """Steps 2 to 4, for numbers."""
    if first.basis != second.basis:
        return "different", "basis"
    if (first.unit, first.currency) != (second.unit, second.currency):
        return "different", "unit"
    if bool(first.per) != bool(second.per):
        return "different", "rate"
    who = population_extent(first, second, question)
    when = time_extent(a, b, question)
    if settled := _by_extent(who, when):
        return settled
    amount, other = _yearly(first, atlas), _yearly(second, atlas)
    converted = first.per != second.per
    if who == "equal" and when == "equal":
        if amount == other:
            return "agree", "same-yearly" if converted else "same"
        if amount.meets(other):
            return "compatible", "meet-yearly" if converted else "meet"
        return "disagree", "apart-yearly" if converted else "apart"
    part, whole = (amount, other) if "within" in (who, when) else (other, amount)
    if part.is_above(whole):
        return "disagree", "part-above-whole"
    return "part-of", "part-who" if when == "equal" else "part-when"


def _by_extent(who: Extent, when: Extent) -> tuple[Outcome, Reason] | None:
    """Step 3: the outcome if the two count different people or times; None if they do not."""
    if who in _OTHER_PEOPLE:
        return "different", _OTHER_PEOPLE[who]
    if when in _OTHER_TIMES:
        return "different", _OTHER_TIMES[when]
    if who == "unknown":
        return "unknown", "who-unknown"
    if when == "unknown":
        return "unknown", "when-unknown"
    if {who, when} == {"within", "around"}:
        return "different", "crossed"
    return None


def _of_choices(
    a: Answer, b: Answer, first: Choice, second: Choice, question: Question
) -> tuple[Outcome, Reason]:
    """Steps 2 to 4, for choices: the same choice, contrary choices, or choices that may both hold.

    Times are compared as for figures, but only if the question lists a basis.
    """
    if first.basis != second.basis:
        return "different", "basis"
    if population_extent(first, second, question) in ("apart", "overlap"):
        return "different", "who-apart"
    when = time_extent(a, b, question)
    if question.basis and when in _OTHER_TIMES:
        return "different", _OTHER_TIMES[when]
    if question.basis and when == "unknown":
        return "unknown", "when-unknown"
    if first.choice == second.choice:
        if first.denies != second.denies:
            return "disagree", "denied"
        return "agree", "same-choice"
    if not question.exclusive or first.denies or second.denies:
        return "compatible", "other-choice"
    return ("different", "when-apart") if when == "apart" else ("disagree", "exclusive")


def _yearly(figure: Figure, atlas: Atlas) -> Interval:
    """The amounts of a figure, with a monthly rate as a yearly one; nothing else is converted."""
    found = allowed(figure, atlas.config.numbers)
    return found.times(MONTHS_IN_A_YEAR) if figure.per == "month" else found


def population_extent(
    first: Figure | Choice, second: Figure | Choice, question: Question
) -> Extent:
    """How the people that one answer counts relate to those that another counts."""
    if not question.population:
        return "equal"
    people, others = leaves(first.population, question), leaves(second.population, question)
    if not people or not others:
        return "equal" if people == others else "unknown"
    if people == others:
        return "equal"
    if people < others:
        return "within"
    if others < people:
        return "around"
    return "overlap" if people & others else "apart"


Span = tuple[dt.date, dt.date]


def time_extent(a: Answer, b: Answer, question: Question) -> Extent:
    """How the time of one answer relates to that of another, by their basis's kind of time."""
    basis = question.basis.get(a.given.basis or "")
    kind = basis.time if basis else "span"
    if kind == "fixed":
        return "equal"
    time, other = answer_time(a, kind), answer_time(b, kind)
    if time is None or other is None:
        return "unknown"
    if time[1] < other[0] or other[1] < time[0]:
        return "apart"
    if kind in ("moment", "event") or time == other:
        return "equal"
    if other[0] <= time[0] and time[1] <= other[1]:
        return "within"
    if time[0] <= other[0] and other[1] <= time[1]:
        return "around"
    return "overlap"


def answer_date(answer: Answer) -> Edtf | None:
    """The date of an answer: the figure's own, or else the fact's `when`, or else `said_on`."""
    fact = answer.claim.fact
    as_of = answer.given.as_of if isinstance(answer.given, Figure) else None
    return as_of or fact.when or fact.said_on


def answer_time(answer: Answer, kind: str) -> Span | None:
    """The first and last day of an answer; None if the document gives no year.

    For a moment or an event, "by X" means X. A count so far runs from the beginning of time,
    unless the document gives a beginning.
    """
    date = answer_date(answer)
    if date is None or not date.known:
        return None
    if kind == "so_far" and not (date.kind == "throughout" and date.earliest):
        return (dt.date.min, date.latest) if date.latest else None
    return _span(date, kind)


def _span(date: Edtf, kind: str) -> Span | None:
    first, last = date.earliest, date.latest
    if kind in ("moment", "event") and first is None and date.last:
        first = date.last.earliest
    return (first, last) if first and last else None
