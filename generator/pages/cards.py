"""Cards: a question in a few lines, for lists of what is disputed, on any page.

A card shows the same sides as the top of the question's own page, so that every list tells the same
story. If no answer is opposed to another, one line is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.findings.compare import Outcome
from generator.findings.origins import originators
from generator.findings.standing import OPPOSED, STANDINGS, Standing
from generator.markup.escaping import Html, filled, text_of
from generator.markup.folding import seen_at_once
from generator.markup.inline import counted
from generator.markup.leads import LeadView, lead
from generator.markup.sides import extent
from generator.markup.writer import Desk

SIDES_ON_A_CARD = 3
LINES_SEEN_AT_ONCE = 8  # questions that take a line each

UNSAID: Standing = "differ"


@dataclass(frozen=True, slots=True)
class Card:
    """A question: what is asked, its first sides, how it stands, and how much there is.

    `lead` is None if no answer is opposed to another.
    """

    question: Html
    lead: LeadView | None
    standing: Html
    answered: Html


@dataclass(frozen=True, slots=True)
class CardGroup:
    """The questions with the same standing; those without sides are folded if they are many."""

    key: str
    title: str
    cards: tuple[Card, ...]

    @property
    def seen(self) -> tuple[Card, ...]:
        """What is open from the start."""
        return self.cards[: self._seen]

    @property
    def folded(self) -> tuple[Card, ...]:
        """What is folded."""
        return self.cards[self._seen :]

    @property
    def _seen(self) -> int:
        count = len(self.cards)
        return count if self.cards[0].lead else seen_at_once(count, LINES_SEEN_AT_ONCE)


OUTCOME_OF: Mapping[Standing, Outcome] = {
    "contradict": "contradict",
    "contradict-unless": "contradict-unless",
    "opposite-times": "opposite-times",
    "differ": "answer-differently",
    "agree": "agree",
    "alone": "one-voice",
}
"""The outcome whose sign comes before each standing."""


def by_standing(desk: Desk) -> tuple[CardGroup, ...]:
    """All questions by their standing, without those that are parts of a broader one."""
    found: defaultdict[Standing, list[str]] = defaultdict(list)
    for ref in _ranked(desk):
        found[desk.findings.standings[ref]].append(ref)
    return tuple(
        CardGroup(one, desk.wording.standings[one], tuple(card(ref, desk) for ref in found[one]))
        for one in STANDINGS
        if found[one]
    )


def liveliest(desk: Desk, most: int) -> tuple[Card, ...]:
    """At most `most` questions, those with the clearest contradictions first."""
    return tuple(card(ref, desk) for ref in _ranked(desk)[:most])


def _ranked(desk: Desk) -> list[str]:
    """Questions by their standing, then by how many documents and how many speakers answer them."""
    atlas = desk.atlas

    def rank(ref: str) -> tuple[object, ...]:
        answers, how = atlas.answers[ref], desk.findings.standings[ref]
        documents = {answer.claim.source for answer in answers}
        return STANDINGS.index(how), -len(documents), -originators(answers, atlas), ref

    asked = (ref for ref, one in atlas.questions.items() if not one.record.broader)
    return sorted((ref for ref in asked if atlas.answers.get(ref)), key=rank)


def card(ref: str, desk: Desk) -> Card:
    """The card of one question."""
    answers, counts = desk.atlas.answers.get(ref, ()), desk.wording.counts
    how = desk.findings.standings[ref]
    return Card(
        question=desk.link(ref),
        lead=lead(desk, ref, SIDES_ON_A_CARD, brief=True) if how in OPPOSED else None,
        standing=verdict(ref, desk),
        answered=filled(
            desk.wording.lists.answered,
            extent=extent(ref, desk),
            documents=counted(len({one.claim.source for one in answers}), counts.documents),
        ),
    )


def verdict(ref: str, desk: Desk) -> Html:
    """The standing of a question, as a sentence after its sign; empty if there is no finding.

    If only one thing would resolve the contradictions, it is named. If in each of them one answer
    is our reading, the sentence says so. Answers that only differ are not a finding; the sides show
    them.
    """
    pairs = desk.findings.by_question[ref]
    how = desk.findings.standings[ref]
    if how == UNSAID:
        return Html("")
    found = [pair for pair in pairs if pair.outcome == how]
    doubts = {pair.doubts for pair in found}
    two = len(desk.atlas.answers.get(ref, ())) == 2
    said = desk.wording.stands_of_two[how] if two and how in OPPOSED else desk.wording.stands[how]
    if how == "contradict-unless" and len(doubts) == 1 and len(one := next(iter(doubts))) == 1:
        words = desk.wording.stands_of_two if two else desk.wording.comparing.stands
        said = words[one[0]]
    if how in OPPOSED and all(pair.a.reading or pair.b.reading for pair in found):
        said = text_of(filled(desk.wording.question.stands_as_read, stands=said))
    return desk.sign(OUTCOME_OF[how], said)
