"""How a claim compares with others that answer the same question: each finding and its reason once.

A question with many answers would make the pages of its claims long, and all of them together would
grow with the square of its answers. So only the first claims of a finding are listed; the page of the
question lists the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.findings.compare import NO_FINDING, OUTCOMES, Outcome
from generator.markup.escaping import Html, escape, joined, tag
from generator.markup.folding import seen_at_once
from generator.markup.inline import counted
from generator.markup.paths import pairs_anchor
from generator.markup.writer import Desk

_NOTHING_TO_COMPARE: Outcome = "count-different"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its reason, the first claims that it is about, and a link to all others."""

    outcome: Html
    why: str
    others: tuple[Html, ...]
    more: Html


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings of one question, the strongest first."""

    question: Html
    found: tuple[Found, ...]


def compared(desk: Desk, claim: Claim) -> Iterator[Compared]:
    """How a claim compares with others, by question; the question with the strongest finding first.

    Claims with several answers are compared more than once, but equal results are listed once.
    Answers that only differ are not a result: no record says how they relate. Claims that can't be
    compared are only counted.
    """
    pairs = [one for one in desk.findings.by_fact.get(claim.id, ()) if one.outcome != NO_FINDING]
    asked: defaultdict[str, dict[tuple[Outcome, str], dict[str, Claim]]] = defaultdict(dict)
    for pair in sorted(pairs, key=lambda one: OUTCOMES.index(one.outcome)):
        other = pair.b.claim if pair.a.claim.id == claim.id else pair.a.claim
        if other.id != claim.id:
            finding = pair.outcome, desk.why(pair)
            asked[pair.a.question].setdefault(finding, {})[other.id] = other
    for question, found in asked.items():
        yield Compared(
            desk.link(question),
            tuple(
                _found(desk, question, outcome, why, [*others.values()])
                for (outcome, why), others in found.items()
            ),
        )


def _found(desk: Desk, question: str, outcome: Outcome, why: str, others: Sequence[Claim]) -> Found:
    listed = () if outcome == _NOTHING_TO_COMPARE else others[: seen_at_once(len(others))]
    left = len(others) - len(listed)
    words = desk.wording.counts
    count = counted(left, words.more_claims if listed else words.facts)
    return Found(
        desk.outcome_called(outcome),
        why,
        tuple(_told(desk, one) for one in listed),
        desk.link(question, count, pairs_anchor(outcome)) if left else Html(""),
    )


def _told(desk: Desk, claim: Claim) -> Html:
    """A claim on one line: its page, its statement without links, and its speakers."""
    says = tag("span", desk.says(claim), class_="hint")
    return joined(" ", [desk.permalink(claim), escape(claim.words), says])
